// SPDX-License-Identifier: MIT
#ifndef REGIUS_HEAPQ_MERGE_HPP
#define REGIUS_HEAPQ_MERGE_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/huge_pages.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/iterator.hpp>
#include <regius/core/merge_tree.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

namespace core {

/// One range whose elements are the inputs.
template <class R>
concept range_of_ranges = iterable<R> && std::ranges::input_range<std::ranges::range_reference_t<R>>;

template <class R, class Proj>
using merge_result_t = std::invoke_result_t<Proj&, std::remove_reference_t<std::ranges::range_reference_t<R>>&>;

/// comp can compare the elements of all these ranges after proj.
template <class Comp, class Proj, class... Rs>
concept merge_comparable = requires {
    typename std::common_reference_t<std::ranges::range_reference_t<Rs>...>;
    typename std::common_reference_t<merge_result_t<Rs, Proj>...>;
    requires std::strict_weak_order<Comp&, std::common_reference_t<merge_result_t<Rs, Proj>...>,
                                    std::common_reference_t<merge_result_t<Rs, Proj>...>>;
};

template <class...>
struct merge_list {};

template <class Seen, class... Args>
inline constexpr bool merge_accepts = false;
template <class... Rs, iterable R, class... Args>
inline constexpr bool merge_accepts<merge_list<Rs...>, R, Args...> = merge_accepts<merge_list<Rs..., R>, Args...>;
template <class R, class... Rs>
inline constexpr bool merge_accepts<merge_list<R, Rs...>> =
    merge_comparable<std::ranges::less, std::identity, R, Rs...>;
template <class R, class... Rs, class Comp>
requires(!iterable<Comp>)
inline constexpr bool merge_accepts<merge_list<R, Rs...>, Comp> =
    merge_comparable<std::remove_cvref_t<Comp>, std::identity, R, Rs...>;
template <class R, class... Rs, class Comp, class Proj>
requires(!iterable<Comp>)
inline constexpr bool merge_accepts<merge_list<R, Rs...>, Comp, Proj> =
    merge_comparable<std::remove_cvref_t<Comp>, std::remove_cvref_t<Proj>, R, Rs...>;

/// Sorted ranges, then perhaps a comparator, then perhaps a projection.
template <class... Args>
concept merge_arguments = merge_accepts<merge_list<>, Args...>;

template <class... Args>
inline constexpr bool first_is_range = false;
template <class R, class... Args>
inline constexpr bool first_is_range<R, Args...> = iterable<R>;

}  // namespace core

template <class Inputs, class Comp, class Proj>
class merge_view;

/// Merge sorted ranges into one sorted range, reading each only as far as needed.
///
///     merge(std::vector{1, 4, 7}, std::vector{2, 5})          // 1 2 4 5 7
///     merge(runs, std::ranges::greater{}, &record::time)      // runs: a range of ranges
///     merge(lines(a), lines(b), {}, timestamp)                // comparator and projection come last
///
/// Python    heapq.merge(*iterables, key=None, reverse=False)
/// Accepts   K ranges sorted by comp after proj, given one by one (of one type or of several with a common
///           reference) or as the elements of one range; one-shot and infinite ones too. Unsorted input is not noticed
/// Yields    references into the inputs; where an input makes its elements on the spot, a reference to the one in
///           use (a copy if it is small). Equal elements come from the earlier input first (stable)
/// Category  input; sized when every input is, infinite when one is
/// Cost      one item of each input at begin(), then one item a step, read when the next one is asked for; at most K
///           comparisons at begin() and ceil(log2 K) an element; proj at most once an item; two or three allocations
///           of O(K). Arrays of integers, collected by `to<std::vector>`, are merged twice as fast, in blocks that take
///           up to a quarter of the memory of the result (or 64 elements an input)
/// Throws    what inputs, comp and proj throw. The loop is over then, and an input that threw is at its end; a new
///           begin() goes on with everything else that was not yielded (or from the start, see Lifetime)
/// Lifetime  lvalues are borrowed, rvalues are owned. An item that is a view into its source (a line) is valid until
///           the next step. begin() starts over if every input can, otherwise it goes on behind the last item
/// Differs   comp in place of reverse=True; a single range of ranges (of strings, too) is K inputs, not one
struct merge_fn {
    template <core::range_of_ranges RR, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::merge_comparable<Comp, Proj, std::ranges::range_reference_t<RR>>
    [[nodiscard]] constexpr auto operator()(RR&& inputs, Comp comp = {}, Proj proj = {}) const;

    template <class R, class... Args>
    requires core::merge_arguments<R, Args...> && (!core::range_of_ranges<R> || core::first_is_range<Args...>)
    [[nodiscard]] constexpr auto operator()(R&& r, Args&&... ranges_comp_proj) const;

    // So that `{}` can stand for the comparator, as in the std algorithms.
    template <core::iterable R1, core::iterable R2, class Comp = std::ranges::less, class Proj>
    requires core::merge_comparable<Comp, Proj, R1, R2>
    [[nodiscard]] constexpr auto operator()(R1&& r1, R2&& r2, Comp comp, Proj proj) const;
    template <core::iterable R1, core::iterable R2, core::iterable R3, class Comp = std::ranges::less, class Proj>
    requires core::merge_comparable<Comp, Proj, R1, R2, R3>
    [[nodiscard]] constexpr auto operator()(R1&& r1, R2&& r2, R3&& r3, Comp comp, Proj proj) const;
};

inline constexpr merge_fn merge{};

namespace detail {

// ---- the inputs: views, and a cursor into each

template <class T>
concept merge_small = std::is_trivially_copyable_v<T> && sizeof(T) <= 2 * sizeof(void*);

template <class T>
concept merge_text = std::same_as<T, std::string> || std::same_as<T, std::string_view>;

/// How an input's element is handed on. A value made on the spot is kept in the cursor, because it is looked at
/// twice: by the comparison and by the user. A proxy (zip's tuple of references) is copied out again.
template <class V, class Ref = std::ranges::range_reference_t<V>>
using merge_yield_t = std::conditional_t<
    std::is_reference_v<Ref> || merge_small<Ref> || !std::same_as<Ref, std::ranges::range_value_t<V>>, Ref, Ref&>;

template <class V>
class merge_cursor {
    using ref = std::ranges::range_reference_t<V>;
    static constexpr bool points = std::is_reference_v<ref>;
    using item = std::conditional_t<points, std::remove_reference_t<ref>*, std::optional<std::remove_reference_t<ref>>>;

    std::ranges::iterator_t<V> it_;
    std::ranges::sentinel_t<V> last_;
    item item_{};
    bool open_ = false;

    constexpr void load() {
        if (it_ == last_) return;
        if constexpr (points) {
            auto&& x = *it_;
            item_ = std::addressof(x);
        } else {
            item_.emplace(*it_);
        }
        open_ = true;
    }

public:
    constexpr explicit merge_cursor(V& view) : it_(std::ranges::begin(view)), last_(std::ranges::end(view)) { load(); }

    [[nodiscard]] constexpr bool open() const { return open_; }
    constexpr bool next() {
        open_ = false;  // and stays so if the input throws
        ++it_;
        load();
        return open_;
    }
    [[nodiscard]] constexpr auto& element() { return *item_; }
    [[nodiscard]] constexpr merge_yield_t<V> yield() { return static_cast<merge_yield_t<V>>(*item_); }
};

template <std::ranges::contiguous_range V>
requires std::ranges::sized_range<V>
class merge_cursor<V> {
    using pointer = std::remove_reference_t<std::ranges::range_reference_t<V>>*;
    pointer it_;
    pointer last_;

public:
    constexpr explicit merge_cursor(V& view)
        : it_(std::ranges::data(view)), last_(it_ + static_cast<std::ptrdiff_t>(std::ranges::size(view))) {}

    [[nodiscard]] constexpr bool open() const { return it_ != last_; }
    constexpr bool next() {
        if (++it_ == last_) return false;
#if defined(__GNUC__)
        // A string's bytes lie somewhere else: have the next one's here when it is wanted.
        if constexpr (merge_text<std::remove_const_t<std::remove_pointer_t<pointer>>>)
            if (!std::is_constant_evaluated() && it_ + 1 != last_) __builtin_prefetch(it_[1].data());
#endif
        return true;
    }
    [[nodiscard]] constexpr auto& element() { return *it_; }
    [[nodiscard]] constexpr std::ranges::range_reference_t<V> yield() {
        return static_cast<std::ranges::range_reference_t<V>>(*it_);
    }
    /// What is left, in a loop that costs nothing.
    template <class Sink>
    [[nodiscard]] constexpr bool drain(Sink& sink) const {
        for (auto at = it_, last = last_; at != last; ++at)
            if (!sink(static_cast<std::ranges::range_reference_t<V>>(*at))) return false;
        return true;
    }
};

/// K inputs of one type. The views lie on the heap, so that the cursors stay good when the merge_view moves.
template <std::ranges::view V>
class merge_many {
    std::vector<V> views_;
    std::vector<merge_cursor<V>> cursors_;
    std::size_t opened_ = 0;

public:
    using reference = merge_yield_t<V>;
    using value_type = std::ranges::range_value_t<V>;
    template <class Proj>
    using key = core::merge_result_t<V, Proj>;
    static constexpr bool can_restart = std::ranges::forward_range<V>;
    static constexpr bool travels = true;  // may be moved between two steps
    static constexpr bool calm = std::ranges::contiguous_range<V>;
    static constexpr bool sized = std::ranges::sized_range<V const>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit merge_many(std::vector<V> views) : views_(std::move(views)) {}
    constexpr merge_many(merge_many const& that)
    requires std::copyable<V>
        : views_(that.views_) {}
    constexpr merge_many(merge_many&&) = default;
    constexpr merge_many& operator=(merge_many const& that)
    requires std::copyable<V>
    {
        return *this = merge_many(that);
    }
    constexpr merge_many& operator=(merge_many&&) = default;

    /// Get ready to open, before anything is read: what may throw for lack of memory does so here.
    constexpr std::size_t prepare() {
        if constexpr (can_restart) {
            cursors_.clear();
            opened_ = 0;
        }
        if (opened_ == 0) cursors_.reserve(views_.size());
        return views_.size();
    }
    constexpr void open() {
        while (opened_ != views_.size()) {
            cursors_.emplace_back(views_[opened_++]);
            if (!cursors_.back().open()) cursors_.pop_back();
        }
    }
    constexpr std::size_t count() const { return cursors_.size(); }

    constexpr bool is_open(std::size_t i) const { return cursors_[i].open(); }
    constexpr bool next(std::size_t i) { return cursors_[i].next(); }
    constexpr reference yield(std::size_t i) { return cursors_[i].yield(); }
    template <class Sink>
    constexpr bool drain(std::size_t i, Sink& sink) {
        return cursors_[i].drain(sink);
    }
    template <class F>
    constexpr decltype(auto) with_element(std::size_t i, F&& f) {
        return f(cursors_[i].element());
    }

    constexpr std::size_t size() const
    requires sized
    {
        std::size_t total = 0;
        for (auto const& view : views_) total += static_cast<std::size_t>(std::ranges::size(view));
        return total;
    }
    constexpr std::vector<V> const& views() const { return views_; }
};

/// Inputs of several types: the index of the one to use is compared with each position in turn.
template <std::ranges::view... Vs>
class merge_each {
    std::tuple<Vs...> views_;
    std::tuple<std::optional<merge_cursor<Vs>>...> cursors_;
    std::size_t opened_ = 0;

    template <std::size_t I = 0, class Tuple, class F>
    static constexpr decltype(auto) at(Tuple& tuple, std::size_t i, F&& f) {
        if constexpr (I + 1 == sizeof...(Vs)) {
            return f(std::get<I>(tuple));
        } else {
            if (i == I) return f(std::get<I>(tuple));
            return at<I + 1>(tuple, i, f);
        }
    }
    template <std::size_t I = 0>
    constexpr void open_from() {
        if constexpr (I < sizeof...(Vs)) {
            if (opened_ == I) {
                ++opened_;
                std::get<I>(cursors_).emplace(std::get<I>(views_));
            }
            open_from<I + 1>();
        }
    }

public:
    using reference = std::common_reference_t<merge_yield_t<Vs>...>;
    using value_type = std::common_type_t<std::ranges::range_value_t<Vs>...>;
    template <class Proj>
    using key = std::common_reference_t<core::merge_result_t<Vs, Proj>...>;
    static constexpr bool can_restart = (std::ranges::forward_range<Vs> && ...);
    static constexpr bool travels = false;  // cursors may point into the views beside them
    static constexpr bool calm = false;
    static constexpr bool sized = (std::ranges::sized_range<Vs const> && ...);
    static constexpr bool infinite = (core::infinite<Vs> || ...);

    constexpr explicit merge_each(Vs... views) : views_(std::move(views)...) {}
    constexpr merge_each(merge_each const& that)
    requires(std::copyable<Vs> && ...)
        : views_(that.views_) {}
    constexpr merge_each(merge_each&& that) noexcept((std::is_nothrow_move_constructible_v<Vs> && ...))
        : views_(std::move(that.views_)) {}
    constexpr merge_each& operator=(merge_each const& that)
    requires(std::copyable<Vs> && ...)
    {
        close();
        views_ = that.views_;
        return *this;
    }
    constexpr merge_each& operator=(merge_each&& that) noexcept((std::is_nothrow_move_assignable_v<Vs> && ...)) {
        close();
        views_ = std::move(that.views_);
        return *this;
    }

    constexpr void close() {
        std::apply([](auto&... cursor) { (cursor.reset(), ...); }, cursors_);
        opened_ = 0;
    }
    constexpr std::size_t prepare() {
        if constexpr (can_restart) close();
        return sizeof...(Vs);
    }
    constexpr void open() { open_from(); }
    constexpr std::size_t count() const { return sizeof...(Vs); }

    constexpr bool is_open(std::size_t i) const {
        return at(cursors_, i, [](auto const& cursor) { return cursor && cursor->open(); });
    }
    constexpr bool next(std::size_t i) {
        return at(cursors_, i, [](auto& cursor) { return cursor->next(); });
    }
    constexpr reference yield(std::size_t i) {
        return at(cursors_, i, [](auto& cursor) -> reference { return cursor->yield(); });
    }
    template <class F>
    constexpr decltype(auto) with_element(std::size_t i, F&& f) {
        return at(cursors_, i, [&](auto& cursor) -> decltype(auto) { return f(cursor->element()); });
    }

    constexpr std::size_t size() const
    requires sized
    {
        return std::apply([](auto const&... view) { return (static_cast<std::size_t>(std::ranges::size(view)) + ...); },
                          views_);
    }
};

template <class V, bool Move, class RR>
constexpr std::vector<V> merge_collect(RR& inputs) {
    using ref = std::ranges::range_reference_t<RR&>;
    std::vector<V> views;
    if constexpr (std::ranges::sized_range<RR&>) views.reserve(static_cast<std::size_t>(std::ranges::size(inputs)));
    for (auto&& input : inputs) {
        if constexpr (!std::is_lvalue_reference_v<ref>)
            views.push_back(core::all(std::forward<ref>(input)));
        else if constexpr (Move)
            views.push_back(core::all(std::move(input)));
        else if constexpr (!std::ranges::forward_range<RR&>)  // the same object may hold the next input
            views.push_back(core::all(std::remove_cvref_t<ref>(input)));
        else
            views.push_back(core::all(input));
    }
    return views;
}

/// Inputs that are elements of a range which nobody else keeps: it stays with them.
template <std::ranges::view Outer, std::ranges::view V>
class merge_held {
    static constexpr bool borrows =
        std::is_lvalue_reference_v<std::ranges::range_reference_t<Outer>> && std::ranges::forward_range<Outer>;
    Outer outer_;
    merge_many<V> inputs_;
    bool collected_ = false;

public:
    using reference = typename merge_many<V>::reference;
    using value_type = typename merge_many<V>::value_type;
    template <class Proj>
    using key = typename merge_many<V>::template key<Proj>;
    static constexpr bool can_restart = merge_many<V>::can_restart;
    static constexpr bool travels = false;
    static constexpr bool calm = merge_many<V>::calm;
    static constexpr bool sized = false;
    static constexpr bool infinite = merge_many<V>::infinite;

    constexpr explicit merge_held(Outer outer) : outer_(std::move(outer)), inputs_(std::vector<V>()) {
        if constexpr (!borrows) collect();
    }
    constexpr merge_held(merge_held&& that)
        : outer_(std::move(that.outer_)), inputs_(std::move(that.inputs_)), collected_(!borrows) {}
    constexpr merge_held& operator=(merge_held&& that) {
        outer_ = std::move(that.outer_);
        inputs_ = std::move(that.inputs_);
        collected_ = !borrows;
        return *this;
    }

    constexpr std::size_t prepare() {
        if (!collected_) collect();
        return inputs_.prepare();
    }
    constexpr void open() { inputs_.open(); }
    constexpr std::size_t count() const { return inputs_.count(); }
    constexpr bool is_open(std::size_t i) const { return inputs_.is_open(i); }
    constexpr bool next(std::size_t i) { return inputs_.next(i); }
    constexpr reference yield(std::size_t i) { return inputs_.yield(i); }
    template <class Sink>
    constexpr bool drain(std::size_t i, Sink& sink) {
        return inputs_.drain(i, sink);
    }
    template <class F>
    constexpr decltype(auto) with_element(std::size_t i, F&& f) {
        return inputs_.with_element(i, f);
    }

private:
    constexpr void collect() {
        inputs_ = merge_many<V>(detail::merge_collect<V, false>(outer_));
        collected_ = true;
    }
};

// ---- the order: what a node of the tree holds, so that most comparisons touch nothing else. play(): the winner goes on as
// the player, the loser waits. Ties are decided by which child the player came from, so one comparison is enough.

/// 1 when comp is the ascending order of T itself, -1 for the descending one, 0 when it is the user's.
template <class Comp, class T>
inline constexpr int merge_direction = 0;
template <class T>
inline constexpr int merge_direction<std::ranges::less, T> = 1;
template <class T>
inline constexpr int merge_direction<std::less<>, T> = 1;
template <class T>
inline constexpr int merge_direction<std::less<T>, T> = 1;
template <class T>
inline constexpr int merge_direction<std::ranges::greater, T> = -1;
template <class T>
inline constexpr int merge_direction<std::greater<>, T> = -1;
template <class T>
inline constexpr int merge_direction<std::greater<T>, T> = -1;

inline constexpr std::uint32_t merge_spent = 0x80000000;  // set in `source` once that input is at its end

template <class T>
concept merge_number = (std::integral<T> && sizeof(T) <= 8) || std::same_as<T, float> || std::same_as<T, double>;

/// Integers in arrays: nobody can tell when they were read, nor which of two equal ones it is.
template <class Inputs, class Comp, class Proj>
concept merge_at_once =
    std::integral<typename Inputs::value_type> && !std::same_as<typename Inputs::value_type, bool> && Inputs::calm &&
    Inputs::sized && std::same_as<Proj, std::identity> && merge_direction<Comp, typename Inputs::value_type> != 0 &&
    requires(Inputs const& inputs, typename Inputs::value_type const* data) {
        data = std::ranges::data(inputs.views().front());
    };

/// A number as an unsigned one of the same order.
template <int Direction, merge_number T>
constexpr auto merge_rank(T x) {
    constexpr bool wide = sizeof(T) > 4;
    using rank = std::conditional_t<wide, std::uint64_t, std::uint32_t>;
    constexpr rank top = rank{1} << (std::numeric_limits<rank>::digits - 1);
    rank r;
    if constexpr (std::floating_point<T>) {
        r = std::bit_cast<rank>(x + T{0});  // + 0: -0.0 and 0.0 are equal
        r = (r & top) != 0 ? ~r : r | top;
    } else if constexpr (std::signed_integral<T>) {
        r = static_cast<rank>(x) ^ top;
    } else {
        r = static_cast<rank>(x);
    }
    return static_cast<rank>(Direction < 0 ? ~r : r);
}

/// (a, b) < (c, d) as one number of 128 bits: two instructions, where the comparison by parts takes five.
constexpr bool merge_less(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
#if defined(__SIZEOF_INT128__)
    __extension__ using wide = unsigned __int128;
    return (static_cast<wide>(a) << 64 | b) < (static_cast<wide>(c) << 64 | d);
#else
    return (a < c) | ((a == c) & (b < d));
#endif
}

/// Exchange without a branch, which nothing could predict. Each compiler makes a jump of the form that suits the other;
/// GCC also of its own, unless it is kept from knowing that the mask has only two values.
constexpr void merge_swap_if(bool condition, std::uint64_t& a, std::uint64_t& b) {
#if defined(__clang__)
    auto const x = a;
    a = condition ? b : x;
    b = condition ? x : b;
#else
    auto mask = std::uint64_t{0} - condition;
#if defined(__GNUC__)
    if (!std::is_constant_evaluated()) __asm__("" : "+r"(mask));
#endif
    auto const difference = (a ^ b) & mask;
    a ^= difference;
    b ^= difference;
#endif
}

/// Nodes that are plain numbers: key and source in one.
template <class K, int Direction>
struct merge_number_order {
    static constexpr bool calm = true;
    static constexpr bool wide = sizeof(K) > 4;
    struct wide_node {
        std::uint64_t key;
        std::uint64_t from;
    };
    using node = std::conditional_t<wide, wide_node, std::uint64_t>;

    static constexpr node spent(std::uint32_t source) {
        if constexpr (wide)
            return {~std::uint64_t{0}, source | merge_spent};
        else
            return ~std::uint64_t{0} << 32 | (source | merge_spent);
    }
    static constexpr std::uint32_t source(node n) {
        if constexpr (wide)
            return static_cast<std::uint32_t>(n.from);
        else
            return static_cast<std::uint32_t>(n);
    }

    constexpr void resize(std::size_t) {}
    template <class Key>
    constexpr node load(std::uint32_t source, Key&& key) {
        auto const rank = detail::merge_rank<Direction>(static_cast<K>(key));
        if constexpr (wide)
            return {rank, source};
        else
            return static_cast<std::uint64_t>(rank) << 32 | source;
    }
    static constexpr void play(node& waiting, node& player, bool) {
        if constexpr (wide) {
            bool const lost = detail::merge_less(waiting.key, waiting.from, player.key, player.from);
            detail::merge_swap_if(lost, waiting.key, player.key);
            detail::merge_swap_if(lost, waiting.from, player.from);
        } else {
            detail::merge_swap_if(waiting < player, waiting, player);
        }
    }
};

/// Nodes that hold the first eight bytes of a text: the rest is looked at only where those are equal.
template <class Key, int Direction>
struct merge_text_order {
    struct node {
        std::uint64_t prefix;
        std::uint64_t from;
    };
    static constexpr bool calm = false;
    static constexpr bool borrows = std::is_reference_v<Key>;
    std::vector<std::conditional_t<borrows, std::string_view, std::remove_cvref_t<Key>>> keys;

    static constexpr node spent(std::uint32_t source) { return {~std::uint64_t{0}, source | merge_spent}; }
    static constexpr std::uint32_t source(node const& n) { return static_cast<std::uint32_t>(n.from); }

    static constexpr std::uint64_t prefix(std::string_view text) {
        auto const at = [&](std::size_t i) {
            return static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (56 - 8 * i);
        };
        std::uint64_t p = 0;
        if (text.size() >= 8)  // one load
            p = at(0) | at(1) | at(2) | at(3) | at(4) | at(5) | at(6) | at(7);
        else
            for (std::size_t i = 0; i != text.size(); ++i) p |= at(i);
        return Direction < 0 ? ~p : p;
    }

    constexpr void resize(std::size_t count) { keys.resize(count); }
    template <class K>
    constexpr node load(std::uint32_t source, K&& key) {
        keys[source] = std::forward<K>(key);
        return {prefix(keys[source]), source};
    }
    constexpr void play(node& waiting, node& player, bool from_right) {
        bool lost = waiting.prefix < player.prefix;
        if (waiting.prefix == player.prefix) [[unlikely]]
            lost = wins(waiting, player, from_right);
        detail::merge_swap_if(lost, waiting.prefix, player.prefix);
        detail::merge_swap_if(lost, waiting.from, player.from);
    }

private:
    constexpr bool wins(node const& challenger, node const& champion, bool from_right) const {
        if ((challenger.from & merge_spent) != 0) return false;
        if ((champion.from & merge_spent) != 0) return true;
        std::string_view const a = keys[challenger.from];
        std::string_view const b = keys[champion.from];
        int const order = Direction < 0 ? b.compare(a) : a.compare(b);
        return order < from_right;
    }
};

/// Nodes under a user's comparator: small keys lie in the node, others beside the tree.
template <class Key, class Comp>
struct merge_user_order {
    using value = std::remove_cvref_t<Key>;
    static constexpr bool calm = false;
    static constexpr bool inside = merge_small<value>;
    static constexpr bool borrows = std::is_reference_v<Key>;
    using kept = std::conditional_t<borrows, std::remove_reference_t<Key>*, std::optional<value>>;
    struct node {
        std::conditional_t<inside, std::optional<value>, std::nullptr_t> key{};
        std::uint32_t from;
    };
    [[no_unique_address]] core::box<Comp> comp;
    std::vector<kept> keys{};

    static constexpr node spent(std::uint32_t source) { return {{}, source | merge_spent}; }
    static constexpr std::uint32_t source(node const& n) { return n.from; }

    constexpr void resize(std::size_t count) {
        if constexpr (!inside) keys.resize(count);
    }
    template <class K>
    constexpr node load(std::uint32_t source, K&& key) {
        if constexpr (inside) {
            return {static_cast<value>(key), source};
        } else {
            if constexpr (borrows)
                keys[source] = std::addressof(key);
            else
                keys[source].emplace(std::forward<K>(key));
            return {{}, source};
        }
    }
    constexpr void play(node& waiting, node& player, bool from_right) {
        if (wins(waiting, player, from_right)) std::ranges::swap(waiting, player);
    }

private:
    constexpr bool wins(node& challenger, node& champion, bool from_right) {
        if ((challenger.from & merge_spent) != 0) return false;
        if ((champion.from & merge_spent) != 0) return true;
        auto& a = key_of(challenger);
        auto& b = key_of(champion);
        return from_right ? !static_cast<bool>(core::invoke(*comp, b, a))
                          : static_cast<bool>(core::invoke(*comp, a, b));
    }
    constexpr auto& key_of(node& n) {
        if constexpr (inside)
            return *n.key;
        else
            return *keys[n.from];
    }
};

template <class Key, class Comp>
constexpr auto merge_order(Comp comp) {
    using value = std::remove_cvref_t<Key>;
    constexpr int direction = merge_direction<Comp, value>;
    if constexpr (direction != 0 && merge_number<value>)
        return merge_number_order<value, direction>{};
    else if constexpr (direction != 0 && merge_text<value>)
        return merge_text_order<Key, direction>{};
    else
        return merge_user_order<Key, Comp>{core::box<Comp>(std::move(comp))};
}

// ---- where the merge stands

template <bool Travels>
struct merge_progress {
    enum : unsigned char { fresh, running, stale } stage = fresh;
    std::size_t live = 0;

    merge_progress() = default;
    constexpr merge_progress(merge_progress const&) noexcept {}
    constexpr merge_progress(merge_progress&& that) noexcept {
        if constexpr (Travels) take(that);
        that.reset();
    }
    constexpr merge_progress& operator=(merge_progress const&) noexcept {
        reset();
        return *this;
    }
    constexpr merge_progress& operator=(merge_progress&& that) noexcept {
        reset();
        if constexpr (Travels) take(that);
        that.reset();
        return *this;
    }

private:
    constexpr void reset() { stage = fresh, live = 0; }
    constexpr void take(merge_progress const& that) { stage = that.stage, live = that.live; }
};

}  // namespace detail

/// A loser tree: every inner node holds the input that lost the match there, the overall winner is kept aside. A step
/// replays the winner's path from its leaf to the root.
template <class Inputs, class Comp, class Proj>
class merge_view : public std::ranges::view_interface<merge_view<Inputs, Comp, Proj>> {
    using key = typename Inputs::template key<Proj>;
    using order = decltype(detail::merge_order<key>(std::declval<Comp>()));
    using node = typename order::node;
    using progress = detail::merge_progress<Inputs::travels>;
    // Nothing that a step does can throw.
    static constexpr bool calm = Inputs::calm && order::calm && std::same_as<Proj, std::identity>;

    struct cursor {
        using value_type = typename Inputs::value_type;
        merge_view* view;

        constexpr typename Inputs::reference read() const { return view->inputs_.yield(order::source(view->winner_)); }
        constexpr void next() { view->step(); }
        constexpr bool done() const { return view->now_.live == 0; }
    };

public:
    static constexpr bool infinite = Inputs::infinite;
    static constexpr bool restartable = Inputs::can_restart;

    constexpr merge_view(Inputs inputs, Comp comp, Proj proj)
        : inputs_(std::move(inputs)), order_(detail::merge_order<key>(std::move(comp))), proj_(std::move(proj)) {}

    constexpr auto begin() {
        start();
        return core::basic_iterator<cursor>(cursor{this});
    }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

    constexpr std::size_t size() const
    requires Inputs::sized
    {
        return inputs_.size();
    }

    /// All elements in an empty vector; `to<std::vector>` looks for this.
    template <class Alloc>
    requires detail::merge_at_once<Inputs, Comp, Proj>
    constexpr void collect_into(std::vector<typename Inputs::value_type, Alloc>& out) {
        using value = typename Inputs::value_type;
        auto const& views = inputs_.views();
        auto const total = size();
        core::merge_tree<value, detail::merge_direction<Comp, value>> tree(views.size(), total);
        for (auto const& view : views)
            tree.add(std::ranges::data(view), static_cast<std::size_t>(std::ranges::size(view)));
        out.reserve(total);
        if (!std::is_constant_evaluated()) core::prefer_huge_pages(out.data(), total * sizeof(value));
        out.resize(total);
        tree(out.data(), total);
    }

    template <class Sink>
    constexpr bool for_each_while(Sink&& sink) {
        start();
        constexpr std::size_t tedious = Inputs::calm ? 1 : 0;  // the last array needs no steps
        while (now_.live > tedious) {
            if (!sink(inputs_.yield(order::source(winner_)))) return false;
            step();
        }
        if constexpr (Inputs::calm) {
            if (now_.live != 0) return inputs_.drain(order::source(winner_), sink);
        }
        return true;
    }

private:
    constexpr void start() {
        if (!Inputs::can_restart && now_.stage == progress::running) {
            if (now_.live != 0) step();
            return;
        }
        now_.live = 0;
        now_.stage = progress::stale;
        leaves_ = std::bit_ceil(inputs_.prepare());
        tree_.resize(leaves_, order::spent(0));
        order_.resize(leaves_);
        inputs_.open();
        build();
        now_.stage = progress::running;
    }

    constexpr node load(std::uint32_t source) {
        return inputs_.with_element(
            source, [&](auto& x) { return order_.load(source, static_cast<key>(core::invoke(*proj_, x))); });
    }

    /// Let the inputs in one by one. The winner of a left half comes to a node first and waits there for that of the
    /// right half.
    constexpr void build() {
        auto const amount = inputs_.count();
        std::size_t live = 0;
        leaves_ = std::bit_ceil(amount);
        for (std::uint32_t source = 0; source != leaves_; ++source) {
            bool const open = source < amount && inputs_.is_open(source);
            live += open;
            auto player = open ? load(source) : order::spent(source);
            auto at = leaves_ + source;
            for (; (at & 1) != 0 && at != 1; at /= 2) order_.play(tree_[at / 2], player, true);
            if (at == 1)
                winner_ = player;
            else
                tree_[at / 2] = player;
        }
        now_.live = live;
    }

    constexpr void replay(std::uint32_t source, node& player) {
        auto* const tree = tree_.data();
        for (std::size_t at = leaves_ + source, right = at & 1; (at /= 2) != 0; right = at & 1)
            order_.play(tree[at], player, right != 0);
    }

    constexpr void step() {
        auto const source = order::source(winner_);
        auto const live = now_.live;
        if constexpr (!calm) {
            now_.live = 0;
            now_.stage = progress::stale;
        }
        bool const open = inputs_.next(source);
        if (live > 1) {  // the last input left is passed on without being compared, as in CPython
            auto player = open ? load(source) : order::spent(source);
            replay(source, player);
            winner_ = player;
        }
        now_.live = live - !open;
        if constexpr (!calm) now_.stage = progress::running;
    }

    Inputs inputs_;
    [[no_unique_address]] order order_;
    [[no_unique_address]] core::box<Proj> proj_;
    std::vector<node> tree_;
    node winner_ = order::spent(0);
    std::size_t leaves_ = 0;
    progress now_;
};

namespace detail {

template <class Inputs, class Comp, class Proj>
constexpr auto make_merge(Inputs inputs, Comp comp, Proj proj) {
    return merge_view<Inputs, Comp, Proj>(std::move(inputs), std::move(comp), std::move(proj));
}

template <class Comp, class Proj, class R, class... Rs>
constexpr auto merge_ranges(Comp comp, Proj proj, R&& r, Rs&&... rest) {
    using V = core::all_t<R>;
    if constexpr ((std::same_as<V, core::all_t<Rs>> && ...)) {
        std::vector<V> views;
        views.reserve(1 + sizeof...(Rs));
        views.push_back(core::all(std::forward<R>(r)));
        (views.push_back(core::all(std::forward<Rs>(rest))), ...);
        return detail::make_merge(merge_many<V>(std::move(views)), std::move(comp), std::move(proj));
    } else {
        using inputs = merge_each<V, core::all_t<Rs>...>;
        return detail::make_merge(inputs(core::all(std::forward<R>(r)), core::all(std::forward<Rs>(rest))...),
                                  std::move(comp), std::move(proj));
    }
}

}  // namespace detail

template <core::range_of_ranges RR, class Comp, class Proj>
requires core::merge_comparable<Comp, Proj, std::ranges::range_reference_t<RR>>
constexpr auto merge_fn::operator()(RR&& inputs, Comp comp, Proj proj) const {
    using outer = std::remove_cvref_t<RR>;
    using ref = std::ranges::range_reference_t<RR>;
    constexpr bool element_is_lvalue = std::is_lvalue_reference_v<ref>;
    constexpr bool owned = !std::is_lvalue_reference_v<RR> && !std::ranges::view<outer>;
    constexpr bool move = owned && element_is_lvalue && !std::is_const_v<std::remove_reference_t<ref>>;
    constexpr bool copy = element_is_lvalue && !std::ranges::forward_range<RR>;
    using V = core::all_t<std::conditional_t<move || copy, std::remove_cvref_t<ref>, ref>>;
    if constexpr (std::is_lvalue_reference_v<RR> || std::ranges::borrowed_range<RR> || move) {
        return detail::make_merge(detail::merge_many<V>(detail::merge_collect<V, move>(inputs)), std::move(comp),
                                  std::move(proj));
    } else {
        using held = detail::merge_held<std::views::all_t<RR>, V>;
        return detail::make_merge(held(std::views::all(std::forward<RR>(inputs))), std::move(comp), std::move(proj));
    }
}

template <class R, class... Args>
requires core::merge_arguments<R, Args...> && (!core::range_of_ranges<R> || core::first_is_range<Args...>)
constexpr auto merge_fn::operator()(R && r, Args&&... args) const {
    constexpr std::size_t callables = (std::size_t{0} + ... + !core::iterable<Args>);
    auto everything = std::forward_as_tuple(std::forward<R>(r), std::forward<Args>(args)...);
    auto const call = [&]<std::size_t... Is>(std::index_sequence<Is...>, auto comp, auto proj) {
        return detail::merge_ranges(std::move(comp), std::move(proj), std::get<Is>(std::move(everything))...);
    };
    constexpr auto ranges = std::make_index_sequence<1 + sizeof...(Args) - callables>();
    if constexpr (callables == 0)
        return call(ranges, std::ranges::less{}, std::identity{});
    else if constexpr (callables == 1)
        return call(ranges, std::get<sizeof...(Args)>(std::move(everything)), std::identity{});
    else
        return call(ranges, std::get<sizeof...(Args) - 1>(std::move(everything)),
                    std::get<sizeof...(Args)>(std::move(everything)));
}

template <core::iterable R1, core::iterable R2, class Comp, class Proj>
requires core::merge_comparable<Comp, Proj, R1, R2>
constexpr auto merge_fn::operator()(R1&& r1, R2&& r2, Comp comp, Proj proj) const {
    return detail::merge_ranges(std::move(comp), std::move(proj), std::forward<R1>(r1), std::forward<R2>(r2));
}

template <core::iterable R1, core::iterable R2, core::iterable R3, class Comp, class Proj>
requires core::merge_comparable<Comp, Proj, R1, R2, R3>
constexpr auto merge_fn::operator()(R1&& r1, R2&& r2, R3&& r3, Comp comp, Proj proj) const {
    return detail::merge_ranges(std::move(comp), std::move(proj), std::forward<R1>(r1), std::forward<R2>(r2),
                                std::forward<R3>(r3));
}

}  // namespace regius

#endif  // REGIUS_HEAPQ_MERGE_HPP
