// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_COUNTER_HPP
#define REGIUS_COLLECTIONS_COUNTER_HPP

#include <regius/builtins/dict.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

namespace detail {

template <class Counter>
class counter_elements;

template <class R>
concept counter_mapping = requires {
    typename std::remove_cvref_t<R>::key_type;
    typename std::remove_cvref_t<R>::mapped_type;
} && core::pair_range<R>;

// "spam" is four characters, as in Python, and not five.
template <class R>
concept counter_literal = std::is_array_v<std::remove_reference_t<R>> &&
                          std::same_as<std::remove_cv_t<std::remove_extent_t<std::remove_reference_t<R>>>, char>;

template <class R>
struct counter_key {
    using type = core::key_from<R, std::ranges::range_value_t<R>>;
};
template <counter_mapping R>
struct counter_key<R> {
    using type = typename std::remove_cvref_t<R>::key_type;
};

}  // namespace detail

/// How often each value occurs: a dict of counts in which what is missing counts 0.
///
///     counter c(std::string_view("abracadabra"));
///     c.most_common(2)                        // {('a', 5), ('b', 2)}
///     c['z']                                  // 0, and 'z' is not inserted
///     for (auto const& w : words) ++seen[w];  // a counting loop
///
/// Python    collections.Counter
/// Accepts   a range of values to count; a map, a counter or {{value, count}, ...} to take counts from; a range whose
///           elements are not T's but pairs is taken as pairs. Counts may be zero and negative. Windows, such as those of
///           sliding_window and batched, are counted by what is in them
/// Yields    std::pair<T const, Count>&, in order of first occurrence
/// Category  bidirectional, sized
/// Cost      a range is counted in blocks, hashed and fetched ahead, at a fraction of the cost of a loop; a
///           std::string key is made once for each distinct value, and so is the key of a window. most_common(n)
///           O(D log n) for D distinct values
/// Throws    what hash, comparison, copy and allocation throw. A throwing operation on one value leaves the counter
///           as it was; update and subtract have then counted what came before
/// Lifetime  that of dict. counter(words) of string_views has string_view keys, which do not own; of a one-shot range
///           of string_views (the lines of a file) and of char const* it has std::string keys, of windows std::vectors
/// Differs   no fromkeys, as in Python; on a counter that is not const `c[x]` is a reference that counts when it is
///           written to and reads as Count
template <class T, class Count = std::int64_t, class Hash = core::hash<T>, class Equal = core::equal<T>,
          class Alloc = std::allocator<std::pair<T const, Count>>>
class counter : dict<T, Count, Hash, Equal, Alloc>, public core::printed<counter<T, Count, Hash, Equal, Alloc>> {
    using base = dict<T, Count, Hash, Equal, Alloc>;
    using typename base::key_arg;

    template <class R>
    static constexpr bool counts_of =
        detail::counter_mapping<R> ||
        (core::pair_range<R> && !std::convertible_to<std::ranges::range_reference_t<R>, T>);
    template <class R>
    static constexpr bool pieces_of = core::piece_of_key<std::ranges::range_reference_t<R>, T>;
    template <class R>
    static constexpr bool elements_of = !counts_of<R> && core::makes_key<std::ranges::range_reference_t<R>, T>;
    template <class R>
    static constexpr bool countable =
        std::ranges::input_range<R> && (counts_of<R> || elements_of<R>) && core::hashes<Hash, Equal, T>;

    template <class Key>
    class count_reference;

public:
    using typename base::allocator_type;
    using typename base::const_iterator;
    using typename base::const_reference;
    using typename base::difference_type;
    using typename base::hasher;
    using typename base::iterator;
    using typename base::key_equal;
    using typename base::key_type;
    using typename base::mapped_type;
    using typename base::reference;
    using typename base::size_type;
    using typename base::value_type;

    constexpr counter() = default;
    constexpr explicit counter(Alloc const& alloc) : base(alloc) {}

    template <class R>
    requires(!std::same_as<std::remove_cvref_t<R>, counter>) && countable<R>
    explicit counter(R&& source, Alloc const& alloc = Alloc()) : base(alloc) {
        update(std::forward<R>(source));
    }
    template <class R>
    requires(!std::same_as<std::remove_cvref_t<R>, counter>) && std::ranges::input_range<R> &&
                (!core::hashes<Hash, Equal, T>)
    explicit counter(R&&, Alloc const& = Alloc()) = delete;  // what is counted needs == and a hash
    counter(std::initializer_list<std::pair<T, Count>> counts, Alloc const& alloc = Alloc()) : base(alloc) {
        update(counts);
    }
    template <std::convertible_to<T> U>
    counter(std::initializer_list<U> some, Alloc const& alloc = Alloc()) : base(alloc) {
        update(some);
    }

    using base::at;
    using base::begin;
    using base::capacity;
    using base::cbegin;
    using base::cend;
    using base::clear;
    using base::contains;
    using base::empty;
    using base::end;
    using base::erase;
    using base::find;
    using base::for_each_while;
    using base::get;
    using base::get_allocator;
    using base::items;
    using base::keys;
    using base::pop;
    using base::popitem;
    using base::reserve;
    using base::setdefault;
    using base::shrink_to_fit;
    using base::size;
    using base::values;

    /// The count of a value; 0 for what was never counted. Writing through it counts: ++c[x], c[x] += n, c[x] = n.
    [[nodiscard]] Count operator[](key_arg value) const { return count_of(value); }
    [[nodiscard]] auto operator[](key_arg value) { return count_reference<key_arg>(*this, value); }
    template <std::same_as<T> Q>
    [[nodiscard]] auto operator[](Q&& value) {
        return count_reference<T>(*this, std::move(value));
    }
    template <class Q>
    requires(!std::convertible_to<Q, key_arg>) && core::piece_of_key<Q, T>
    [[nodiscard]] Count operator[](Q&& window) const {
        return count_of(core::make_key<T>(std::forward<Q>(window)));
    }
    template <class Q>
    requires(!std::convertible_to<Q, key_arg>) && core::piece_of_key<Q, T>
    [[nodiscard]] auto operator[](Q&& window) {
        return count_reference<T>(*this, core::make_key<T>(std::forward<Q>(window)));
    }

    [[nodiscard]] counter copy() const { return *this; }

    /// Add the counts of a map, or 1 for each element of a range.
    template <class R>
    requires countable<R>
    void update(R&& source) {
        if constexpr (detail::counter_literal<R>)
            count_all(std::string_view(source));
        else if constexpr (counts_of<R>)
            add_counts(source, [](Count& to, Count n) { to = static_cast<Count>(to + n); });
        else
            count_all(std::forward<R>(source));
    }
    void update(std::initializer_list<std::pair<T, Count>> counts) {
        add_counts(counts, [](Count& to, Count n) { to = static_cast<Count>(to + n); });
    }
    template <std::convertible_to<T> U>
    void update(std::initializer_list<U> some) {
        count_all(some);
    }

    /// Subtract likewise; counts may become zero and negative, and stay.
    template <class R>
    requires countable<R>
    void subtract(R&& source) {
        if constexpr (detail::counter_literal<R>)
            subtract(std::string_view(source));
        else if constexpr (counts_of<R>)
            add_counts(source, [](Count& to, Count n) { to = static_cast<Count>(to - n); });
        else
            each_slot(std::forward<R>(source), [](Count& n) { --n; });
    }
    void subtract(std::initializer_list<std::pair<T, Count>> counts) {
        add_counts(counts, [](Count& to, Count n) { to = static_cast<Count>(to - n); });
    }
    template <std::convertible_to<T> U>
    void subtract(std::initializer_list<U> some) {
        each_slot(some, [](Count& n) { --n; });
    }

    /// The sum of all counts.
    [[nodiscard]] Count total() const {
        Count total{};
        core::for_each(*this, [&total](value_type const& pair) { total = static_cast<Count>(total + pair.second); });
        return total;
    }

    /// Values and counts, most frequent first, ties in order of first occurrence; the n first of them.
    [[nodiscard]] std::vector<std::pair<T, Count>> most_common() const { return listed(by_count()); }
    [[nodiscard]] std::vector<std::pair<T, Count>> most_common(std::integral auto n) const {
        if (n <= 0) return {};
        if (std::cmp_greater_equal(n, size())) return most_common();
        return listed(by_count(static_cast<std::size_t>(n)));
    }

    /// Each value as often as it was counted, in order of first occurrence; a lazy view of this counter.
    [[nodiscard]] detail::counter_elements<counter> elements() const {
        return detail::counter_elements<counter>(*this);
    }

    template <class R>
    requires countable<R>
    counter& operator+=(R&& source) {
        update(std::forward<R>(source));
        return keep_positive();
    }
    template <class R>
    requires countable<R>
    counter& operator-=(R&& source) {
        subtract(std::forward<R>(source));
        return keep_positive();
    }
    counter& operator|=(counter const& that) {
        for (auto const& [value, n] : that)
            if (n > count_of(value)) slot_of(value) = n;
        return keep_positive();
    }
    counter& operator&=(counter const& that) {
        for (auto& [value, n] : *this) n = std::min(n, that.count_of(value));
        return keep_positive();
    }

    // Sum, difference, maximum and minimum of counts. Only what counts more than 0 is in the result.
    [[nodiscard]] friend counter operator+(counter left, counter const& right) { return left += right; }
    [[nodiscard]] friend counter operator-(counter left, counter const& right) { return left -= right; }
    [[nodiscard]] friend counter operator|(counter left, counter const& right) { return left |= right; }
    [[nodiscard]] friend counter operator&(counter left, counter const& right) { return left &= right; }
    [[nodiscard]] counter operator+() const { return counter(*this).keep_positive(); }
    [[nodiscard]] counter operator-() const {
        counter result = *this;
        for (auto& [value, n] : result) n = static_cast<Count>(-n);
        return result.keep_positive();
    }

    // As multisets: what is missing counts 0 on either side.
    [[nodiscard]] friend bool operator==(counter const& a, counter const& b) {
        return a.compares(std::equal_to<>(), b);
    }
    [[nodiscard]] friend bool operator<=(counter const& a, counter const& b) {
        return a.compares(std::less_equal<>(), b);
    }
    [[nodiscard]] friend bool operator>=(counter const& a, counter const& b) { return b <= a; }
    [[nodiscard]] friend bool operator<(counter const& a, counter const& b) { return a <= b && !(a == b); }
    [[nodiscard]] friend bool operator>(counter const& a, counter const& b) { return b < a; }

    template <class Predicate>
    requires std::predicate<Predicate&, value_type&>
    friend std::size_t erase_if(counter& from, Predicate wanted) {
        return from.table_.erase_if(std::move(wanted));
    }

    void swap(counter& that) noexcept { base::swap(that); }
    friend void swap(counter& a, counter& b) noexcept { a.swap(b); }

    /// As Python prints it: most frequent first.
    [[nodiscard]] std::string repr() const
    requires core::reprable<T const&> && core::reprable<Count const&>
    {
        if (empty()) return "counter()";
        std::string out = "counter({";
        for (char const* separator = ""; auto const* pair : by_count()) {
            out += std::exchange(separator, ", ");
            core::append_repr(out, pair->first);
            out += ": ";
            core::append_repr(out, pair->second);
        }
        return out += "})";
    }

private:
    using entries = std::vector<value_type const*>;

    template <class Q>
    Count count_of(Q const& value) const {
        auto* const found = this->value_at(value);
        return found != nullptr ? *found : Count{};
    }

    template <class Q>
    [[gnu::always_inline]] Count& slot_of(Q&& value) {
        return this->place(std::forward<Q>(value), Count{}).first->value.second;
    }

    // What may wait in a block until it is looked up: a number; a text or a value that stays where it is because the
    // range can be walked again. The string_views of a one-shot range are gone when the next one is asked for.
    template <class R>
    using waiting_key = std::conditional_t<
        std::is_arithmetic_v<T> || std::is_enum_v<T>, T,
        std::conditional_t<
            !std::ranges::forward_range<R>, void,
            std::conditional_t<
                std::is_same_v<key_arg, T const&>,
                std::conditional_t<std::is_same_v<std::remove_cvref_t<std::ranges::range_reference_t<R>>, T> &&
                                       std::is_lvalue_reference_v<std::ranges::range_reference_t<R>>,
                                   T const*, void>,
                std::conditional_t<std::is_lvalue_reference_v<std::ranges::range_reference_t<R>> ||
                                       std::is_same_v<std::remove_cvref_t<std::ranges::range_reference_t<R>>,
                                                      std::remove_cvref_t<key_arg>>,
                                   std::remove_cvref_t<key_arg>, void>>>>;

    // One key takes all windows in turn, so that a key is allocated once for each distinct one.
    template <class R, class F>
    void each_slot(R&& source, F f) {
        if constexpr (pieces_of<R>) {
            T key;
            core::for_each(std::forward<R>(source), [&, this](auto&& piece) {
                core::refill(key, std::forward<decltype(piece)>(piece));
                f(this->slot_of(key));
            });
        } else {
            core::for_each(std::forward<R>(source),
                           [&, this](auto&& value) { f(this->slot_of(std::forward<decltype(value)>(value))); });
        }
    }

    template <class R>
    void count_all(R&& source) {
        using key = waiting_key<R>;
        if constexpr (pieces_of<R> || std::is_void_v<key>) {
            each_slot(std::forward<R>(source), [](Count& n) { ++n; });
        } else {
            core::for_each_block<key, base::table_type::block_size>(
                std::forward<R>(source), [this](key const* waiting, std::size_t n) {
                    auto const key_at = [waiting](std::size_t i) -> key_arg {
                        if constexpr (std::is_pointer_v<key> && !std::is_pointer_v<T>)
                            return *waiting[i];
                        else
                            return waiting[i];
                    };
                    this->table_.ahead(n, key_at, [&](std::size_t i, std::uint64_t hash, typename base::slot* found) {
                        if (found == nullptr) {
                            auto const make = [&](Alloc& alloc, value_type* to) {
                                std::allocator_traits<Alloc>::construct(alloc, to, key_at(i), Count{});
                            };
                            found = this->table_.find_or_insert(key_at(i), hash, make).first;
                        }
                        ++found->value.second;
                    });
                });
        }
    }

    template <class R, class Add>
    void add_counts(R&& source, Add add) {
        core::for_each(source, [&](auto&& pair) {
            auto const n = static_cast<Count>(core::value_of(pair));
            add(slot_of(core::key_of(pair)), n);
        });
    }

    counter& keep_positive() {
        this->table_.erase_if([](value_type const& pair) { return !(pair.second > Count{}); });
        return *this;
    }

    template <class Compare>
    bool compares(Compare holds, counter const& that) const {
        return for_each_while([&](value_type const& pair) { return holds(pair.second, that.count_of(pair.first)); }) &&
               that.for_each_while(
                   [&](value_type const& pair) { return contains(pair.first) || holds(Count{}, pair.second); });
    }

    // Entries lie in the order of first occurrence, so that an address decides a tie.
    static bool more(value_type const* a, value_type const* b) {
        return a->second != b->second ? a->second > b->second : a < b;
    }

    entries by_count() const {
        entries found;
        found.reserve(size());
        core::for_each(*this, [&found](value_type const& pair) { found.push_back(&pair); });
        std::ranges::sort(found, more);
        return found;
    }

    // A heap of the n best so far with the worst on top; there are more than n. A tie does not displace what came first.
    entries by_count(std::size_t n) const {
        entries best;
        best.reserve(n);
        auto it = begin();
        for (; best.size() != n; ++it) best.push_back(&*it);
        std::ranges::make_heap(best, more);
        auto least = best.front()->second;
        for (auto const stop = end(); it != stop; ++it) {
            if (!(it->second > least)) continue;
            std::ranges::pop_heap(best, more);
            best.back() = &*it;
            std::ranges::push_heap(best, more);
            least = best.front()->second;
        }
        std::ranges::sort(best, more);
        return best;
    }

    static std::vector<std::pair<T, Count>> listed(entries const& from) {
        std::vector<std::pair<T, Count>> result;
        result.reserve(from.size());
        for (auto const* pair : from) result.emplace_back(pair->first, pair->second);
        return result;
    }
};

/// What c[x] is: reads as a count, and inserts the value when it is written to.
template <class T, class Count, class Hash, class Equal, class Alloc>
template <class Key>
class counter<T, Count, Hash, Equal, Alloc>::count_reference : public core::stands_for<Count> {
    counter& in_;
    Key key_;

    friend counter;
    template <class K>
    count_reference(counter& in, K&& key) : in_(in), key_(std::forward<K>(key)) {}

    [[gnu::always_inline]] Count& slot() {
        if constexpr (std::is_reference_v<Key>)
            return in_.slot_of(key_);
        else
            return in_.slot_of(std::move(key_));
    }

public:
    count_reference(count_reference const&) = delete;

    operator Count() const { return in_.count_of(key_); }
    [[nodiscard]] std::string repr() const
    requires core::reprable<Count const&>
    {
        return regius::repr(in_.count_of(key_));
    }

    Count& operator=(Count n) { return slot() = n; }
    Count& operator=(count_reference const& that) { return slot() = static_cast<Count>(that); }
    Count& operator++() { return ++slot(); }
    Count& operator--() { return --slot(); }
    Count operator++(int) { return slot()++; }
    Count operator--(int) { return slot()--; }
    Count& operator+=(Count n) { return slot() += n; }
    Count& operator-=(Count n) { return slot() -= n; }
    Count& operator*=(Count n) { return slot() *= n; }
    Count& operator/=(Count n) { return slot() /= n; }
};

namespace detail {

/// Each value of a counter, repeated.
template <class Counter>
class counter_elements : public std::ranges::view_interface<counter_elements<Counter>> {
    Counter const* of_ = nullptr;

    class iterator {
        typename Counter::const_iterator at_{}, last_{};
        typename Counter::mapped_type left_{};

        void settle() {
            while (at_ != last_ && !(at_->second > typename Counter::mapped_type{})) ++at_;
            if (at_ != last_) left_ = at_->second;
        }

    public:
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::forward_iterator_tag;
        using value_type = typename Counter::key_type;
        using difference_type = std::ptrdiff_t;
        using reference = value_type const&;
        using pointer = value_type const*;

        iterator() = default;
        iterator(typename Counter::const_iterator at, typename Counter::const_iterator last) : at_(at), last_(last) {
            settle();
        }

        reference operator*() const { return at_->first; }
        pointer operator->() const { return &at_->first; }
        iterator& operator++() {
            if (!(--left_ > typename Counter::mapped_type{})) {
                ++at_;
                settle();
            }
            return *this;
        }
        iterator operator++(int) {
            auto const before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(iterator const& a, iterator const& b) {
            return a.at_ == b.at_ && (a.at_ == a.last_ || a.left_ == b.left_);
        }
        friend bool operator==(iterator const& a, std::default_sentinel_t) { return a.at_ == a.last_; }
    };

public:
    counter_elements() = default;
    explicit counter_elements(Counter const& of) : of_(&of) {}

    iterator begin() const { return iterator(of_->begin(), of_->end()); }
    std::default_sentinel_t end() const noexcept { return {}; }
};

}  // namespace detail

template <class T, class Count>
requires std::is_arithmetic_v<Count>
counter(std::initializer_list<std::pair<T, Count>>) -> counter<core::owned_key<T>>;
// Not for ranges and literals: counter{words} and counter{"spam"} count what is in them.
template <class T>
requires(!std::ranges::range<T> && !std::is_pointer_v<T>)
counter(std::initializer_list<T>) -> counter<T>;
// But two texts or more are values.
template <class T, std::same_as<T>... Rest>
requires(sizeof...(Rest) > 0 && (std::ranges::range<T> || std::is_pointer_v<T>))
counter(T, Rest...) -> counter<core::owned_key<T>>;

template <std::ranges::input_range R>
counter(R&&) -> counter<typename detail::counter_key<R>::type>;

}  // namespace regius

#endif  // REGIUS_COLLECTIONS_COUNTER_HPP
