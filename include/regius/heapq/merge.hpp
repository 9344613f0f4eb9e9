// SPDX-License-Identifier: MIT
#ifndef REGIUS_HEAPQ_MERGE_HPP
#define REGIUS_HEAPQ_MERGE_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
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

template <class Proj, class... Rs>
using merge_key_t = std::common_reference_t<
    std::invoke_result_t<Proj&, std::remove_reference_t<std::ranges::range_reference_t<Rs>>&>...>;

/// comp can compare the elements of all these ranges after proj.
template <class Comp, class Proj, class... Rs>
concept merge_comparable = requires {
    typename std::common_reference_t<std::ranges::range_reference_t<Rs>...>;
    requires std::strict_weak_order<Comp&, merge_key_t<Proj, Rs...>, merge_key_t<Proj, Rs...>>;
};

}  // namespace core

namespace detail {

/// The elements of one range.
template <class RR, class Comp, class Proj>
constexpr auto merge_elements(RR&& inputs, Comp comp, Proj proj);

/// These ranges, given one by one: make(ranges..., comp = {}, proj = {}) merges them.
template <class... Rs>
struct merge_of {};

/// merge_of the ranges that come first among some arguments.
template <class Found, class... Args>
struct merge_leading {
    using type = Found;
};
template <class... Rs, core::iterable R, class... Args>
struct merge_leading<merge_of<Rs...>, R, Args...> : merge_leading<merge_of<Rs..., R>, Args...> {};
template <class... Args>
using merge_leading_t = typename merge_leading<merge_of<>, Args...>::type;

}  // namespace detail

namespace core {

/// Sorted ranges, then perhaps a comparator, then perhaps a projection.
template <class... Args>
concept merge_arguments =
    requires(Args&&... args) { detail::merge_leading_t<Args...>::make(std::forward<Args>(args)...); };

}  // namespace core

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
    [[nodiscard]] constexpr auto operator()(RR&& inputs, Comp comp = {}, Proj proj = {}) const {
        return detail::merge_elements(std::forward<RR>(inputs), std::move(comp), std::move(proj));
    }

    template <class... Args>
    requires core::merge_arguments<Args...>
    [[nodiscard]] constexpr auto operator()(Args&&... ranges_comp_proj) const {
        return detail::merge_leading_t<Args...>::make(std::forward<Args>(ranges_comp_proj)...);
    }

    // So that `{}` can stand for the comparator, as in the std algorithms.
    template <core::iterable R1, core::iterable R2, class Comp = std::ranges::less, class Proj>
    requires core::merge_comparable<Comp, Proj, R1, R2>
    [[nodiscard]] constexpr auto operator()(R1&& r1, R2&& r2, Comp comp, Proj proj) const {
        return detail::merge_of<R1, R2>::make(std::forward<R1>(r1), std::forward<R2>(r2), std::move(comp),
                                              std::move(proj));
    }
    template <core::iterable R1, core::iterable R2, core::iterable R3, class Comp = std::ranges::less, class Proj>
    requires core::merge_comparable<Comp, Proj, R1, R2, R3>
    [[nodiscard]] constexpr auto operator()(R1&& r1, R2&& r2, R3&& r3, Comp comp, Proj proj) const {
        return detail::merge_of<R1, R2, R3>::make(std::forward<R1>(r1), std::forward<R2>(r2), std::forward<R3>(r3),
                                                  std::move(comp), std::move(proj));
    }
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

    std::ranges::iterator_t<V> it_;
    std::ranges::sentinel_t<V> last_;
    std::conditional_t<points, std::remove_reference_t<ref>*, std::optional<std::remove_reference_t<ref>>> item_{};
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
    static constexpr bool calm = false;

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
    using item = std::remove_reference_t<std::ranges::range_reference_t<V>>;
    item* it_;
    item* last_;

public:
    static constexpr bool calm = true;  // no step throws

    constexpr explicit merge_cursor(V& view)
        : it_(std::ranges::data(view)), last_(it_ + static_cast<std::ptrdiff_t>(std::ranges::size(view))) {}

    [[nodiscard]] constexpr bool open() const { return it_ != last_; }
    constexpr bool next() {
        if (++it_ == last_) return false;
#if defined(__GNUC__)
        // A string's bytes lie somewhere else: have the next one's here when it is wanted.
        if constexpr (merge_text<std::remove_const_t<item>>)
            if (!std::is_constant_evaluated() && it_ + 1 != last_) __builtin_prefetch(it_[1].data());
#endif
        return true;
    }
    [[nodiscard]] constexpr item& element() const { return *it_; }
    [[nodiscard]] constexpr item& yield() const { return *it_; }
    /// What is left, in a loop that costs nothing.
    template <class Sink>
    [[nodiscard]] constexpr bool drain(Sink& sink) const {
        for (auto at = it_, last = last_; at != last; ++at)
            if (!sink(*at)) return false;
        return true;
    }
};

/// What a merge has in hand while it runs. A copy of the merge begins anew, and so does what was moved from; what it was
/// moved to goes on if the cursors travel, that is, do not point into the views beside them.
template <class T, bool Travels>
struct merge_in_hand : T {
    merge_in_hand() = default;
    constexpr merge_in_hand(merge_in_hand const&) : T() {}
    constexpr merge_in_hand(merge_in_hand&& that) noexcept : T() { *this = std::move(that); }
    constexpr merge_in_hand& operator=(merge_in_hand const&) { return *this = merge_in_hand(); }
    constexpr merge_in_hand& operator=(merge_in_hand&& that) noexcept {
        T taken = std::exchange(static_cast<T&>(that), T());
        static_cast<T&>(*this) = Travels ? std::move(taken) : T();
        return *this;
    }
};

template <class Cursors>
struct merge_opened {
    Cursors cursors{};
    std::size_t amount = 0;  // how many views were asked for a cursor
};

template <std::ranges::view... Vs>
struct merge_traits {
    using reference = std::common_reference_t<merge_yield_t<Vs>...>;
    using value_type = std::common_type_t<std::ranges::range_value_t<Vs>...>;
    template <class Proj>
    using key = core::merge_key_t<Proj, Vs...>;
    static constexpr bool copyable = (std::copyable<Vs> && ...);
    static constexpr bool can_restart = (std::ranges::forward_range<Vs> && ...);
    static constexpr bool sized = (std::ranges::sized_range<Vs const> && ...);
    static constexpr bool infinite = (core::infinite<Vs> || ...);
};

/// K inputs of one type. `Kept` holds the range whose elements they are if nobody else does. All of them lie on the heap, so
/// that the cursors stay good when the merge_view moves.
template <std::ranges::view V, class Kept = std::tuple<>>
class merge_many : public merge_traits<V> {
public:
    static constexpr bool travels = true;
    static constexpr bool copyable = merge_traits<V>::copyable && std::is_empty_v<Kept>;
    static constexpr bool calm = merge_cursor<V>::calm;

    constexpr explicit merge_many(std::vector<V> views, Kept kept = {})
        : kept_(std::move(kept)), views_(std::move(views)) {}

    constexpr void close() {
        opened_.cursors.clear();
        opened_.amount = 0;
    }
    constexpr std::size_t most() const { return views_.size(); }
    constexpr void open() {
        if (opened_.amount == 0)
            opened_.cursors.reserve(views_.size());  // lack of memory shows before anything is read
        while (opened_.amount != views_.size()) {
            opened_.cursors.emplace_back(views_[opened_.amount++]);
            if (!opened_.cursors.back().open()) opened_.cursors.pop_back();
        }
    }
    constexpr std::size_t count() const { return opened_.cursors.size(); }
    constexpr bool is_open(std::size_t i) const { return opened_.cursors[i].open(); }
    /// f(the cursor of input i)
    template <class F>
    constexpr decltype(auto) with(std::size_t i, F&& f) {
        return f(opened_.cursors[i]);
    }

    constexpr std::vector<V> const& views() const { return views_; }
    constexpr std::size_t size() const {
        std::size_t total = 0;
        for (auto const& view : views_) total += static_cast<std::size_t>(std::ranges::size(view));
        return total;
    }

private:
    [[no_unique_address]] Kept kept_;
    std::vector<V> views_;
    merge_in_hand<merge_opened<std::vector<merge_cursor<V>>>, travels> opened_{};
};

/// Inputs of several types: the index of the one to use is compared with each position in turn.
template <std::ranges::view... Vs>
class merge_each : public merge_traits<Vs...> {
public:
    static constexpr bool travels = false;
    static constexpr bool calm = false;

    constexpr explicit merge_each(Vs... views) : views_(std::move(views)...) {}

    constexpr void close() { opened_ = {}; }
    constexpr std::size_t most() const { return sizeof...(Vs); }
    constexpr void open() {
        std::size_t i = 0;
        auto const open_next = [&](auto& view, auto& cursor) {
            if (i++ != opened_.amount) return;
            ++opened_.amount;
            cursor.emplace(view);
        };
        [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            (open_next(std::get<Is>(views_), std::get<Is>(opened_.cursors)), ...);
        }(std::index_sequence_for<Vs...>());
    }
    constexpr std::size_t count() const { return sizeof...(Vs); }
    constexpr bool is_open(std::size_t i) const {
        return at(opened_.cursors, i, [](auto const& cursor) { return cursor && cursor->open(); });
    }
    template <class F>
    constexpr decltype(auto) with(std::size_t i, F&& f) {
        return at(opened_.cursors, i, [&](auto& cursor) -> decltype(auto) { return f(*cursor); });
    }

    constexpr std::size_t size() const {
        auto const sum = [](auto const&... view) { return (static_cast<std::size_t>(std::ranges::size(view)) + ...); };
        return std::apply(sum, views_);
    }

private:
    template <std::size_t I = 0, class Tuple, class F>
    static constexpr decltype(auto) at(Tuple& tuple, std::size_t i, F&& f) {
        if constexpr (I + 1 != sizeof...(Vs))
            if (i != I) return at<I + 1>(tuple, i, f);
        return f(std::get<I>(tuple));
    }

    std::tuple<Vs...> views_;
    merge_in_hand<merge_opened<std::tuple<std::optional<merge_cursor<Vs>>...>>, travels> opened_{};
};

// ---- the order: what a node of the tree holds, so that most comparisons touch nothing else. play(): the winner goes on as
// the player, the loser waits. Ties are decided by which child the player came from, so one comparison is enough.

/// 1 when comp is the ascending order of T itself, -1 for the descending one, 0 when it is the user's.
template <class Comp, class T>
inline constexpr int merge_direction = int{core::one_of<Comp, std::ranges::less, std::less<>, std::less<T>>} -
                                       int{core::one_of<Comp, std::ranges::greater, std::greater<>, std::greater<T>>};

inline constexpr std::uint32_t merge_spent = 0x80000000;  // set in `source` once that input is at its end

template <class T>
concept merge_number = (std::integral<T> && sizeof(T) <= 8) || std::same_as<T, float> || std::same_as<T, double>;

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

struct merge_ranked {
    std::uint64_t rank;
    std::uint64_t from;
};

/// Compared as one number of 128 bits: two instructions, where the comparison by parts takes five.
constexpr bool merge_less(merge_ranked const& a, merge_ranked const& b) {
#if defined(__SIZEOF_INT128__)
    __extension__ using wide = unsigned __int128;
    return (static_cast<wide>(a.rank) << 64 | a.from) < (static_cast<wide>(b.rank) << 64 | b.from);
#else
    return (a.rank < b.rank) | ((a.rank == b.rank) & (a.from < b.from));
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

constexpr void merge_swap_if(bool condition, merge_ranked& a, merge_ranked& b) {
    detail::merge_swap_if(condition, a.rank, b.rank);
    detail::merge_swap_if(condition, a.from, b.from);
}

/// Nodes that are plain numbers: key and source in one.
template <class K, class Comp>
struct merge_number_order {
    static constexpr bool calm = true;
    static constexpr int direction = merge_direction<Comp, K>;
    using rank = decltype(detail::merge_rank<direction>(K()));
    static constexpr bool wide = sizeof(rank) > 4;
    using node = std::conditional_t<wide, merge_ranked, std::uint64_t>;

    constexpr explicit merge_number_order(Comp const&) {}

    static constexpr node made(rank key, std::uint32_t from) {
        if constexpr (wide)
            return {key, from};
        else
            return std::uint64_t{key} << 32 | from;
    }
    static constexpr node spent(std::uint32_t source) { return made(static_cast<rank>(-1), source | merge_spent); }
    static constexpr std::uint32_t source(node n) {
        if constexpr (wide)
            return static_cast<std::uint32_t>(n.from);
        else
            return static_cast<std::uint32_t>(n);
    }

    constexpr void resize(std::size_t) {}
    constexpr node load(std::uint32_t source, K key) const { return made(detail::merge_rank<direction>(key), source); }
    static constexpr void play(node& waiting, node& player, bool) {
        if constexpr (wide)
            detail::merge_swap_if(detail::merge_less(waiting, player), waiting, player);
        else
            detail::merge_swap_if(waiting < player, waiting, player);
    }
};

/// The first eight bytes of a text as a number of the same order.
template <int Direction>
constexpr std::uint64_t merge_prefix(std::string_view text) {
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

/// Nodes under any comparator. Small keys lie in the node, others beside the tree; of a text in its own order the node
/// has the first bytes, and the rest is looked at only where those are equal.
template <class Key, class Comp>
struct merge_user_order {
    using value = std::remove_cvref_t<Key>;
    static constexpr bool calm = false;
    static constexpr int direction = merge_direction<Comp, value>;
    static constexpr bool text = direction != 0 && merge_text<value>;
    static constexpr bool inside = !text && merge_small<value>;
    static constexpr bool borrows = std::is_reference_v<Key>;
    struct unranked {
        std::conditional_t<inside, std::optional<value>, std::nullptr_t> key{};
        std::uint32_t from;
    };
    using node = std::conditional_t<text, merge_ranked, unranked>;
    [[no_unique_address]] core::box<Comp> comp;
    std::vector<std::conditional_t<borrows, std::remove_reference_t<Key>*, std::optional<value>>> keys{};

    constexpr explicit merge_user_order(Comp c) : comp(std::move(c)) {}

    static constexpr node spent(std::uint32_t source) {
        if constexpr (text)
            return {~std::uint64_t{0}, source | merge_spent};
        else
            return {{}, source | merge_spent};
    }
    static constexpr std::uint32_t source(node const& n) { return static_cast<std::uint32_t>(n.from); }

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
            if constexpr (text)
                return {detail::merge_prefix<direction>(*keys[source]), source};
            else
                return {{}, source};
        }
    }
    constexpr void play(node& waiting, node& player, bool from_right) {
        if constexpr (text) {
            bool lost = waiting.rank < player.rank;
            if (waiting.rank == player.rank) [[unlikely]]
                lost = wins(waiting, player, from_right);
            detail::merge_swap_if(lost, waiting, player);
        } else if (wins(waiting, player, from_right)) {
            std::ranges::swap(waiting, player);
        }
    }

private:
    constexpr bool wins(node& challenger, node& champion, bool from_right) {
        if ((challenger.from & merge_spent) != 0) return false;
        if ((champion.from & merge_spent) != 0) return true;
        auto& a = key_of(challenger);
        auto& b = key_of(champion);
        if constexpr (text)
            return (direction < 0 ? b.compare(a) : a.compare(b)) < from_right;
        else
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

}  // namespace detail

/// A loser tree: every inner node holds the input that lost the match there, the overall winner is kept aside. A step
/// replays the winner's path from its leaf to the root.
template <class Inputs, class Comp, class Proj>
class merge_view : public std::ranges::view_interface<merge_view<Inputs, Comp, Proj>> {
    using value = typename Inputs::value_type;
    using key = typename Inputs::template key<Proj>;
    using number = std::remove_cvref_t<key>;
    static constexpr int direction = detail::merge_direction<Comp, number>;
    using order = std::conditional_t<direction != 0 && detail::merge_number<number>,
                                     detail::merge_number_order<number, Comp>, detail::merge_user_order<key, Comp>>;
    using node = typename order::node;
    // Nothing that a step does can throw.
    static constexpr bool calm = Inputs::calm && order::calm && std::same_as<Proj, std::identity>;

    struct cursor {
        using value_type = value;
        merge_view* view;

        constexpr typename Inputs::reference read() const { return view->current(); }
        constexpr void next() { view->step(); }
        constexpr bool done() const { return view->now_.live == 0; }
    };

public:
    static constexpr bool infinite = Inputs::infinite;
    static constexpr bool restartable = Inputs::can_restart;

    constexpr merge_view(Inputs inputs, Comp comp, Proj proj)
        : inputs_(std::move(inputs)), order_(std::move(comp)), proj_(std::move(proj)) {}
    constexpr merge_view(merge_view const& that)
    requires Inputs::copyable
    = default;
    constexpr merge_view(merge_view&&) = default;
    constexpr merge_view& operator=(merge_view const& that)
    requires Inputs::copyable
    = default;
    constexpr merge_view& operator=(merge_view&&) = default;

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

    /// All elements in an empty vector; `to<std::vector>` looks for this. Of integers in arrays nobody can tell when they
    /// were read, nor which of two equal ones it is.
    template <class Alloc>
    requires(calm && Inputs::sized && std::integral<value> && !std::same_as<value, bool>)
    constexpr void collect_into(std::vector<value, Alloc>& out) {
        auto const& views = inputs_.views();
        auto const total = size();
        core::merge_tree<value, direction> tree(views.size(), total);
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
        for (; now_.live > tedious; step())
            if (!sink(current())) return false;
        if constexpr (Inputs::calm)
            if (now_.live != 0)
                return inputs_.with(order::source(winner_), [&](auto& left) { return left.drain(sink); });
        return true;
    }

private:
    constexpr typename Inputs::reference current() {
        return inputs_.with(order::source(winner_),
                            [](auto& input) -> typename Inputs::reference { return input.yield(); });
    }

    constexpr void start() {
        if (!Inputs::can_restart && now_.running) {
            if (now_.live != 0) step();
            return;
        }
        now_ = {};
        if constexpr (Inputs::can_restart) inputs_.close();
        leaves_ = std::bit_ceil(inputs_.most());
        tree_.resize(leaves_, order::spent(0));
        order_.resize(leaves_);
        inputs_.open();
        build();
    }

    constexpr node load(std::uint32_t source) {
        return inputs_.with(source, [&](auto& input) {
            return order_.load(source, static_cast<key>(core::invoke(*proj_, input.element())));
        });
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
        now_.running = true;
    }

    constexpr void replay(std::uint32_t source, node& player) {
        auto* const tree = tree_.data();
        for (std::size_t at = leaves_ + source, right = at & 1; (at /= 2) != 0; right = at & 1)
            order_.play(tree[at], player, right != 0);
    }

    constexpr void step() {
        auto const source = order::source(winner_);
        auto const live = now_.live;
        if constexpr (!calm) now_ = {};  // and stays so if anything throws
        bool const open = inputs_.with(source, [](auto& input) { return input.next(); });
        if (live > 1) {  // the last input left is passed on without being compared, as in CPython
            auto player = open ? load(source) : order::spent(source);
            replay(source, player);
            winner_ = player;
        }
        now_.live = live - !open;
        if constexpr (!calm) now_.running = true;
    }

    struct progress {
        std::size_t live = 0;  // how many inputs are not at their end
        bool running = false;
    };

    Inputs inputs_;
    [[no_unique_address]] order order_;
    [[no_unique_address]] core::box<Proj> proj_;
    std::vector<node> tree_{};
    node winner_ = order::spent(0);
    std::size_t leaves_ = 0;
    detail::merge_in_hand<progress, Inputs::travels> now_{};
};

namespace detail {

template <class R, class... Rs>
struct merge_of<R, Rs...> {
    template <class Comp = std::ranges::less, class Proj = std::identity>
    requires core::merge_comparable<Comp, Proj, R, Rs...> && (sizeof...(Rs) != 0 || !core::range_of_ranges<R>)
    static constexpr auto make(R&& r, Rs&&... rest, Comp comp = {}, Proj proj = {}) {
        using V = core::all_t<R>;
        if constexpr ((std::same_as<V, core::all_t<Rs>> && ...)) {
            std::vector<V> views;
            views.reserve(1 + sizeof...(Rs));
            views.push_back(core::all(std::forward<R>(r)));
            (views.push_back(core::all(std::forward<Rs>(rest))), ...);
            return merge_view(merge_many<V>(std::move(views)), std::move(comp), std::move(proj));
        } else {
            using inputs = merge_each<V, core::all_t<Rs>...>;
            return merge_view(inputs(core::all(std::forward<R>(r)), core::all(std::forward<Rs>(rest))...),
                              std::move(comp), std::move(proj));
        }
    }
};

template <class RR, class Comp, class Proj>
constexpr auto merge_elements(RR&& inputs, Comp comp, Proj proj) {
    using ref = std::ranges::range_reference_t<RR>;
    using input = std::remove_cvref_t<ref>;
    // What a container that nobody else has gives up is moved.
    constexpr bool move = !std::is_reference_v<RR> && !std::ranges::view<RR> && std::same_as<ref, input&>;
    // What one that is read once refers to may hold the next input, too.
    constexpr bool copy = std::is_lvalue_reference_v<ref> && !std::ranges::forward_range<RR>;
    using taken = std::conditional_t<copy, input, std::conditional_t<move, input, ref>&&>;
    using V = core::all_t<taken>;
    auto const merged = [&](auto& range, auto kept) {
        std::vector<V> views;
        if constexpr (std::ranges::sized_range<decltype(range)>)
            views.reserve(static_cast<std::size_t>(std::ranges::size(range)));
        for (auto&& x : range) views.push_back(core::all(static_cast<taken>(x)));
        return merge_view(merge_many<V, decltype(kept)>(std::move(views), std::move(kept)), std::move(comp),
                          std::move(proj));
    };
    if constexpr (std::is_lvalue_reference_v<RR> || std::ranges::borrowed_range<RR> || move) {
        return merged(inputs, std::tuple<>());
    } else {
        std::vector<std::views::all_t<RR>> kept;
        auto& range = kept.emplace_back(std::views::all(std::forward<RR>(inputs)));  // stays where it is
        return merged(range, std::move(kept));
    }
}

}  // namespace detail

}  // namespace regius

#endif  // REGIUS_HEAPQ_MERGE_HPP
