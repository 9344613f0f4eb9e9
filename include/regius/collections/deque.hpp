// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_DEQUE_HPP
#define REGIUS_COLLECTIONS_DEQUE_HPP

#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/iterator.hpp>
#include <regius/core/repr.hpp>
#include <regius/core/smaller.hpp>

#include <bit>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <version>

// <string> is here for std::allocator and std::allocator_traits, which <memory> would bring at twice the price.

// In C++23 std::format prints every range by itself, and would print this one unlike repr.
#if defined(__cpp_lib_format_ranges)
#include <regius/builtins/format.hpp>
#endif

namespace regius {

namespace core {

/// A bound on the number of elements; see `maxlen`.
class max_length {
    std::size_t value_;

public:
    static constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

    constexpr explicit max_length(std::size_t value) noexcept : value_(value) {}
    [[nodiscard]] constexpr std::size_t value() const noexcept { return value_; }
};

}  // namespace core

/// How many elements a deque keeps at most.
///
///     deque<int> last_ten(maxlen(10));
///     deque<int> as_long(maxlen(last_ten.maxlen()));          // nullopt is no bound
///
/// Python    the argument maxlen of collections.deque
/// Throws    value_error when it is negative
struct maxlen_fn {
    // A function object, not a type: `deque<int> d(maxlen(n))` would declare a function if maxlen named a type.
    template <std::integral N>
    [[nodiscard]] constexpr core::max_length operator()(N n) const {
        if constexpr (std::signed_integral<N>)
            if (n < 0) throw value_error("maxlen must be non-negative");
        return core::max_length(static_cast<std::size_t>(n));
    }
    [[nodiscard]] constexpr core::max_length operator()(std::optional<std::size_t> n) const noexcept {
        return core::max_length(n.value_or(core::max_length::unbounded));
    }
};

inline constexpr maxlen_fn maxlen{};

namespace detail {

template <class T, class U>
concept deque_equal = requires(T const& x, U const& y) {
    { x == y } -> std::convertible_to<bool>;
};

/// A range of what a T can be made of.
template <class R, class T>
concept deque_source = std::ranges::input_range<R> && std::constructible_from<T, core::passed_t<R>>;

template <class Deque, bool Const>
struct deque_cursor;

/// How an element goes to a function whose call must not put it into memory: as a value where it is small.
template <class T, class Arg>
using deque_passed = std::conditional_t<std::same_as<std::remove_cvref_t<Arg>, T> && std::is_trivially_copyable_v<T> &&
                                            sizeof(T) <= 2 * sizeof(void*),
                                        T, Arg&&>;

}  // namespace detail

/// A sequence that grows and shrinks at both ends, and may be bounded: when it is full, an element added at one end
/// drops one from the other.
///
///     deque<double> window(maxlen(3));
///     for (double x : samples) window.append(x);              // the last three
///     deque d{1, 2, 3};
///     d.rotate();                                             // deque([3, 1, 2])
///
/// Python    collections.deque([iterable[, maxlen]])
/// Accepts   elements that can be moved; copying asks for more, and insert, erase and remove for assignment
/// Category  random access, sized; in memory two contiguous pieces at most (a ring whose size is a power of two)
/// Cost      O(1) at both ends (amortised while it grows; a bounded deque stops growing when it is full), O(1) d[i],
///           rotate(n) O(min(n, size - n)), insert, erase and remove move the shorter side
/// Throws    index_error and value_error with Python's texts. An operation on one element that throws leaves the deque
///           as it was if T's move does not throw (and at the ends also if it does, where T can be copied). extend and
///           += keep what they had appended
/// Lifetime  appending and extending invalidate references when the ring grows; iterators are invalidated by every
///           operation that adds, removes or moves elements. Debug builds (without NDEBUG, or with REGIUS_CHECKED)
///           throw `invalidated` when such an iterator is used
/// Threads   any number may read while none writes
/// Differs   an index may be negative where it is signed: d[-1] is the last element, d[0u - 1] an error
template <class T, class Alloc = std::allocator<T>>
class deque : public core::printed<deque<T, Alloc>> {
    using traits = std::allocator_traits<Alloc>;

#if !defined(NDEBUG) || defined(REGIUS_CHECKED)
    static constexpr bool checked = true;
#else
    static constexpr bool checked = false;
#endif

    // Where a full deque may overwrite its first element at once. Otherwise one more slot is kept: the new element is
    // made before the old one is dropped, so that a copy that throws costs nothing.
    static constexpr bool overwrites = std::is_trivially_copyable_v<T>;

    template <class Q>
    static constexpr bool is_deque = std::same_as<std::remove_cvref_t<Q>, deque>;

    template <class, bool>
    friend struct detail::deque_cursor;
    template <bool Const>
    using cursor = detail::deque_cursor<deque, Const>;

public:
    using value_type = T;
    using allocator_type = Alloc;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = T&;
    using const_reference = T const&;
    using iterator = core::basic_iterator<cursor<false>>;
    using const_iterator = core::basic_iterator<cursor<true>>;
    using reverse_iterator = std::reverse_iterator<iterator>;
    using const_reverse_iterator = std::reverse_iterator<const_iterator>;

    constexpr deque() = default;
    constexpr explicit deque(Alloc const& alloc) noexcept : alloc_(alloc) {}
    constexpr explicit deque(core::max_length bound, Alloc const& alloc = Alloc()) noexcept
        : bound_(bound.value()), alloc_(alloc) {}

    /// A number could be a size or a bound: say maxlen(n).
    explicit deque(std::integral auto n) = delete;

    constexpr deque(std::initializer_list<T> items, Alloc const& alloc = Alloc()) : deque(alloc) { extend(items); }
    constexpr deque(std::initializer_list<T> items, core::max_length bound, Alloc const& alloc = Alloc())
        : deque(bound, alloc) {
        extend(items);
    }

    // First of all: not a deque, because this is looked at for copies of a deque of an incomplete type.
    template <class R>
    requires(!is_deque<R>) && detail::deque_source<R, T>
    constexpr explicit deque(R&& items, Alloc const& alloc = Alloc()) : deque(alloc) {
        extend(std::forward<R>(items));
    }
    template <detail::deque_source<T> R>
    constexpr deque(R&& items, core::max_length bound, Alloc const& alloc = Alloc()) : deque(bound, alloc) {
        extend(std::forward<R>(items));
    }
    template <std::input_iterator I, std::sentinel_for<I> S>
    constexpr deque(I start, S stop, Alloc const& alloc = Alloc()) : deque(alloc) {
        extend(std::ranges::subrange(std::move(start), std::move(stop)));
    }

    constexpr deque(deque const& that) : deque(that, traits::select_on_container_copy_construction(that.alloc_)) {}
    constexpr deque(deque const& that, Alloc const& alloc) : deque(core::max_length(that.bound_), alloc) {
        extend(that);
    }
    constexpr deque(deque&& that) noexcept : deque(core::max_length(that.bound_), that.alloc_) { swap_rings(that); }
    constexpr deque(deque&& that, Alloc const& alloc) : deque(core::max_length(that.bound_), alloc) {
        if (alloc_ == that.alloc_) {
            swap_rings(that);
        } else {
            reserve(that.size_);
            take_elements(that);
            that.clear();
        }
    }

    constexpr ~deque() {
        destroy_all();
        if (slots_ != nullptr)
            traits::deallocate(alloc_, std::pointer_traits<typename traits::pointer>::pointer_to(*slots_), capacity());
    }

    constexpr deque& operator=(deque const& that) {
        if (this == &that) return *this;
        using propagates = typename traits::propagate_on_container_copy_assignment;
        deque copy(that, propagates::value ? that.alloc_ : alloc_);
        return trade<propagates>(copy);
    }
    constexpr deque& operator=(deque&& that) noexcept(traits::propagate_on_container_move_assignment::value ||
                                                      traits::is_always_equal::value) {
        using propagates = typename traits::propagate_on_container_move_assignment;
        deque moved(std::move(that), propagates::value ? that.alloc_ : alloc_);
        return trade<propagates>(moved);
    }
    constexpr deque& operator=(std::initializer_list<T> items) {
        deque made(items, core::max_length(bound_), alloc_);
        return trade<std::false_type>(made);
    }

    constexpr void swap(deque& that) noexcept { trade<typename traits::propagate_on_container_swap>(that); }
    friend constexpr void swap(deque& a, deque& b) noexcept { a.swap(b); }

    // ---- at the ends

    [[gnu::always_inline]] constexpr void append(T const& x) { emplace_back(x); }
    [[gnu::always_inline]] constexpr void append(T&& x) { emplace_back(std::move(x)); }
    [[gnu::always_inline]] constexpr void appendleft(T const& x) { emplace_front(x); }
    [[gnu::always_inline]] constexpr void appendleft(T&& x) { emplace_front(std::move(x)); }

    /// Remove the last element and return it.
    constexpr T pop() { return pop_from<true>(); }
    /// Remove the first element and return it.
    constexpr T popleft() { return pop_from<false>(); }

    [[gnu::always_inline]] constexpr void push_back(T const& x) { emplace_back(x); }
    [[gnu::always_inline]] constexpr void push_back(T&& x) { emplace_back(std::move(x)); }
    [[gnu::always_inline]] constexpr void push_front(T const& x) { emplace_front(x); }
    [[gnu::always_inline]] constexpr void push_front(T&& x) { emplace_front(std::move(x)); }

    template <class... Args>
    [[gnu::always_inline]] constexpr void emplace_back(Args&&... args) {
        add<true>(std::forward<Args>(args)...);
    }
    template <class... Args>
    [[gnu::always_inline]] constexpr void emplace_front(Args&&... args) {
        add<false>(std::forward<Args>(args)...);
    }

    constexpr void pop_back() { drop_from<true>(); }
    constexpr void pop_front() { drop_from<false>(); }

    /// Append every element of a range; its own, too.
    template <detail::deque_source<T> R>
    constexpr void extend(R&& items) {
        extend_by<true>(std::forward<R>(items));
    }
    constexpr void extend(std::initializer_list<T> items) { extend_by<true>(items); }

    /// Append every element of a range at the left, one by one: they come to lie in reverse.
    template <detail::deque_source<T> R>
    constexpr void extendleft(R&& items) {
        extend_by<false>(std::forward<R>(items));
    }
    constexpr void extendleft(std::initializer_list<T> items) { extend_by<false>(items); }

    template <detail::deque_source<T> R>
    constexpr deque& operator+=(R&& items) {
        extend(std::forward<R>(items));
        return *this;
    }
    constexpr deque& operator+=(std::initializer_list<T> items) {
        extend(items);
        return *this;
    }

    // ---- by index

    /// Python's d[i]. A signed index may be negative: -1 is the last element.
    template <std::integral I>
    [[nodiscard]] constexpr T& operator[](I i) {
        return *element(i);
    }
    template <std::integral I>
    [[nodiscard]] constexpr T const& operator[](I i) const {
        return *element(i);
    }
    template <std::integral I>
    [[nodiscard]] constexpr T& at(I i) {
        return (*this)[i];
    }
    template <std::integral I>
    [[nodiscard]] constexpr T const& at(I i) const {
        return (*this)[i];
    }

    [[nodiscard]] constexpr T& front() { return (*this)[0]; }
    [[nodiscard]] constexpr T const& front() const { return (*this)[0]; }
    [[nodiscard]] constexpr T& back() { return (*this)[size_ - 1]; }
    [[nodiscard]] constexpr T const& back() const { return (*this)[size_ - 1]; }

    /// Insert before the element with this index; an index beyond an end means that end.
    template <std::integral I, class U = T>
    requires std::constructible_from<T, U>
    constexpr void insert(I i, U&& x) {
        insert_at(clamp(i), std::forward<U>(x));
    }
    template <class U = T>
    requires std::constructible_from<T, U>
    constexpr iterator insert(const_iterator before, U&& x) {
        auto const i = index_of(before);
        insert_at(i, std::forward<U>(x));
        return begin() + static_cast<std::ptrdiff_t>(i);
    }

    constexpr iterator erase(const_iterator at) { return erase(at, std::next(at)); }
    constexpr iterator erase(const_iterator start, const_iterator stop) {
        auto const from = index_of(start);
        auto const to = index_of(stop);
        erase_between(from, to);
        return begin() + static_cast<std::ptrdiff_t>(from);
    }

    /// Remove the first element that equals x; value_error if there is none.
    template <class U = T>
    requires detail::deque_equal<T, U>
    constexpr void remove(U const& x) {
        auto const i = find(x, 0, size_);
        if (i == size_) throw_missing(x);
        erase_between(i, i + 1);
    }

    /// Where x is first among the elements from start to stop (negative: from the end); value_error if it is not.
    template <class U = T>
    requires detail::deque_equal<T, U>
    [[nodiscard]] constexpr std::size_t index(U const& x, std::ptrdiff_t start = 0,
                                              std::ptrdiff_t stop = std::numeric_limits<std::ptrdiff_t>::max()) const {
        auto const from = clamp(start);
        auto const until = clamp(stop);
        auto const i = from < until ? find(x, from, until) : until;
        if (i == until) throw_missing(x);
        return i;
    }

    template <class U = T>
    requires detail::deque_equal<T, U>
    [[nodiscard]] constexpr std::size_t count(U const& x) const {
        std::size_t n = 0;
        for_each_while([&](T const& y) {
            n += static_cast<bool>(y == x);
            return true;
        });
        return n;
    }

    template <class U = T>
    requires detail::deque_equal<T, U>
    [[nodiscard]] constexpr bool contains(U const& x) const {
        return find(x, 0, size_) != size_;
    }

    // ---- as a whole

    /// Move the last n elements to the front, or the first -n to the back.
    constexpr void rotate(std::ptrdiff_t n = 1) {
        if (size_ < 2) return;
        auto const size = static_cast<std::ptrdiff_t>(size_);
        n %= size;
        if (n > size / 2)
            n -= size;
        else if (n < -(size / 2))
            n += size;
        if (n == 0) return;
        touch();
        if (size_ == capacity()) {
            head_ -= static_cast<std::size_t>(n);
            return;
        }
        for (; n > 0; --n) {
            make(slot(head_ - 1), std::move_if_noexcept(*slot(head_ + size_ - 1)));
            destroy(slot(head_ + size_ - 1));
            --head_;
        }
        for (; n < 0; ++n) {
            make(slot(head_ + size_), std::move_if_noexcept(*slot(head_)));
            destroy(slot(head_));
            ++head_;
        }
    }

    constexpr void reverse() {
        touch();
        for (std::size_t i = 0, j = size_; i + 1 < j; ++i) std::ranges::swap(*slot(head_ + i), *slot(head_ + --j));
    }

    constexpr void clear() noexcept {
        touch();
        destroy_all();
        head_ = size_ = 0;
    }

    [[nodiscard]] constexpr deque copy() const { return *this; }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::size_t max_size() const noexcept { return std::bit_floor(traits::max_size(alloc_)); }
    [[nodiscard]] constexpr Alloc get_allocator() const noexcept { return alloc_; }

    /// The bound, or nothing.
    [[nodiscard]] constexpr std::optional<std::size_t> maxlen() const noexcept {
        if (bound_ == core::max_length::unbounded) return std::nullopt;
        return bound_;
    }

    [[nodiscard]] constexpr iterator begin() noexcept { return iterator({*this, head_}); }
    [[nodiscard]] constexpr iterator end() noexcept { return iterator({*this, head_ + size_}); }
    [[nodiscard]] constexpr const_iterator begin() const noexcept { return const_iterator({*this, head_}); }
    [[nodiscard]] constexpr const_iterator end() const noexcept { return const_iterator({*this, head_ + size_}); }
    [[nodiscard]] constexpr const_iterator cbegin() const noexcept { return begin(); }
    [[nodiscard]] constexpr const_iterator cend() const noexcept { return end(); }
    [[nodiscard]] constexpr reverse_iterator rbegin() noexcept { return reverse_iterator(end()); }
    [[nodiscard]] constexpr reverse_iterator rend() noexcept { return reverse_iterator(begin()); }
    [[nodiscard]] constexpr const_reverse_iterator rbegin() const noexcept { return const_reverse_iterator(end()); }
    [[nodiscard]] constexpr const_reverse_iterator rend() const noexcept { return const_reverse_iterator(begin()); }
    [[nodiscard]] constexpr const_reverse_iterator crbegin() const noexcept { return rbegin(); }
    [[nodiscard]] constexpr const_reverse_iterator crend() const noexcept { return rend(); }

    template <class Sink>
    constexpr bool for_each_while(Sink&& sink) {
        return visit(*this, sink);
    }
    template <class Sink>
    constexpr bool for_each_while(Sink&& sink) const {
        return visit(*this, sink);
    }

    /// The elements of both, under the left one's maxlen.
    [[nodiscard]] friend constexpr deque operator+(deque left, deque const& right) {
        left.extend(right);
        return left;
    }

    /// The elements n times over, under the same maxlen; nothing if n is not positive.
    constexpr deque& operator*=(std::ptrdiff_t n) {
        if (n <= 0) {
            clear();
            return *this;
        }
        auto const size = size_;
        if (n == 1 || size == 0) return *this;
        // The rounds of which a bounded deque would keep nothing are left out.
        auto rounds = static_cast<std::size_t>(n) - 1;
        if (bound_ != core::max_length::unbounded) rounds = core::smaller(rounds, bound_ / size + 1);
        if (rounds > max_size() / size) throw_too_long();
        deque result(*this, alloc_);
        result.reserve(size * (rounds + 1));
        for (; rounds != 0; --rounds) result.extend(*this);
        return trade<std::false_type>(result);
    }
    [[nodiscard]] friend constexpr deque operator*(deque d, std::ptrdiff_t n) { return std::move(d *= n); }
    [[nodiscard]] friend constexpr deque operator*(std::ptrdiff_t n, deque d) { return std::move(d *= n); }

    [[nodiscard]] friend constexpr bool operator==(deque const& a, deque const& b)
    requires std::equality_comparable<T>
    {
        if (a.size_ != b.size_) return false;
        auto place = b.head_;
        return a.for_each_while([&](T const& x) { return static_cast<bool>(x == *b.slot(place++)); });
    }

    /// Lexicographic; maxlen does not matter.
    [[nodiscard]] friend constexpr auto operator<=>(deque const& a, deque const& b)
    requires std::three_way_comparable<T> || std::totally_ordered<T>
    {
        auto const compare = [](T const& x, T const& y) {
            if constexpr (std::three_way_comparable<T>)
                return x <=> y;
            else
                return x < y ? std::weak_ordering::less
                             : (y < x ? std::weak_ordering::greater : std::weak_ordering::equivalent);
        };
        auto const common = core::smaller(a.size_, b.size_);
        for (std::size_t i = 0; i != common; ++i)
            if (auto const order = compare(*a.slot(a.head_ + i), *b.slot(b.head_ + i)); order != 0) return order;
        return static_cast<decltype(compare(a[0], b[0]))>(a.size_ <=> b.size_);
    }

    [[nodiscard]] constexpr std::string repr() const
    requires core::reprable<T const&>
    {
        std::string text = "deque(";
        core::printing::append_range(text, *this);
        if (auto const bound = maxlen()) {
            text += ", maxlen=";
            core::append_repr(text, *bound);
        }
        return text += ')';
    }

private:
    // Out of line and never expected: so that a loop around append keeps its sums in registers.
    // They take no text: where it is chosen, g++ thinks of the loop otherwise.
    [[noreturn, gnu::noinline, gnu::cold]] static constexpr void throw_range() {
        throw index_error("deque index out of range");
    }
    [[noreturn, gnu::noinline, gnu::cold]] static constexpr void throw_empty() {
        throw index_error("pop from an empty deque");
    }
    template <class U>
    [[noreturn]] static constexpr void throw_missing(U const& x) {
        if constexpr (core::reprable<U const&>)
            throw value_error(regius::repr(x) + " is not in deque");
        else
            throw value_error("the value is not in deque");
    }
    [[noreturn]] static constexpr void throw_too_long() { throw std::length_error("deque: too many elements"); }

    constexpr void touch() noexcept {
        if constexpr (checked) ++version_;
    }
    constexpr std::size_t capacity() const noexcept { return mask_ + 1; }  // 0 - 1 + 1 while there is no memory
    constexpr T* slot(std::size_t place) const noexcept { return slots_ + (place & mask_); }

    template <class... Args>
    constexpr void make(T* at, Args&&... args) {
        traits::construct(alloc_, at, std::forward<Args>(args)...);
    }
    constexpr void destroy(T* at) noexcept { traits::destroy(alloc_, at); }
    constexpr void destroy_all() noexcept {
        if constexpr (!std::is_trivially_destructible_v<T>)
            for (std::size_t i = 0; i != size_; ++i) destroy(slot(head_ + i));
    }

    // ---- indices

    /// Python's reading of an index, for elements that are there.
    template <std::integral I>
    constexpr std::size_t place_of(I i) const {
        auto place = static_cast<std::size_t>(i);
        if (place < size_) [[likely]]
            return place;
        if constexpr (std::signed_integral<I>) {
            place += size_;
            if (i < 0 && place < size_) return place;
        }
        throw_range();
    }

    // What it needs is read before the check: behind a reference g++ would read it again for each index of a loop.
    template <std::integral I>
    constexpr T* element(I i) const {
        auto* const slots = slots_;
        auto const mask = mask_;
        auto const place = head_ + place_of(i);
        return slots + (place & mask);
    }

    /// Python's reading of a bound: negative counts from the end, and what lies outside means the end nearby.
    template <std::integral I>
    constexpr std::size_t clamp(I i) const noexcept {
        if constexpr (std::signed_integral<I>) {
            if (i < 0) {
                auto const from_end = std::size_t{0} - static_cast<std::size_t>(i);
                return from_end < size_ ? size_ - from_end : 0;
            }
        }
        return static_cast<std::size_t>(i) < size_ ? static_cast<std::size_t>(i) : size_;
    }

    constexpr std::size_t index_of(const_iterator const& it) const noexcept { return it.cursor().place - head_; }

    template <class U>
    constexpr std::size_t find(U const& x, std::size_t start, std::size_t stop) const {
        while (start != stop && !static_cast<bool>(*slot(head_ + start) == x)) ++start;
        return start;
    }

    // ---- memory

    template <bool Right, class... Args>
    [[gnu::always_inline]] constexpr void add(Args&&... args) {
        if (size_ != limit_) {
            make(slot(Right ? head_ + size_ : head_ - 1), std::forward<Args>(args)...);
            if constexpr (!Right) --head_;
            ++size_;
        } else if (size_ != bound_) {
            grow<Right>(std::forward<Args>(args)...);
        } else if (bound_ != 0) {
            make(slot(Right ? head_ + size_ : head_ - 1), std::forward<Args>(args)...);
            if constexpr (!Right) --head_;
            if constexpr (!overwrites) destroy(slot(Right ? head_ : head_ + size_));
            if constexpr (Right) ++head_;
        }
        touch();
    }

    template <bool Right>
    constexpr void drop() noexcept {
        destroy(slot(Right ? head_ + size_ - 1 : head_));
        if constexpr (!Right) ++head_;
        --size_;
    }
    template <bool Right>
    constexpr void drop_from() {
        if (size_ == 0) throw_empty();
        touch();
        drop<Right>();
    }
    template <bool Right>
    constexpr T pop_from() {
        if (size_ == 0) throw_empty();
        T x = std::move(*slot(Right ? head_ + size_ - 1 : head_));
        touch();
        drop<Right>();
        return x;
    }

    // Inlined, as a deque whose address goes to a function lives in memory.

    /// Nothing, in a larger ring: its size is a power of two, and never more than the bound needs.
    [[gnu::always_inline]] constexpr deque roomier(std::size_t size) {
        constexpr std::size_t least = sizeof(T) < 64 ? std::bit_floor(128 / sizeof(T)) : 2;
        if (size > max_size()) throw_too_long();
        auto const wanted = core::larger(core::larger(size, 2 * capacity()), least);
        auto n = std::bit_ceil(core::smaller(core::smaller(wanted, bound_), max_size()));
        if (!overwrites && n == bound_) n *= 2;
        deque made(core::max_length(bound_), alloc_);
        made.slots_ = std::to_address(traits::allocate(made.alloc_, n));
        made.mask_ = n - 1;
        made.limit_ = core::smaller(n, bound_);
        return made;
    }
    /// Move the elements of a deque to the beginning of a new ring. If one cannot be moved, `extra` is destroyed, which lies
    /// in that ring, too.
    [[gnu::always_inline]] constexpr void take_elements(deque& that, T* extra = nullptr) {
        struct counter {
            deque& owner;
            std::size_t wanted;
            T* extra;
            std::size_t moved = 0;
            constexpr ~counter() {
                owner.size_ = moved;
                if (moved != wanted && extra != nullptr) owner.destroy(extra);
            }
        } done{*this, that.size_, extra};
        T *const from = that.slots_, *const to = slots_;
        auto const mask = that.mask_, head = that.head_;
        for (; done.moved != done.wanted; ++done.moved)
            make(to + done.moved, std::move_if_noexcept(from[(head + done.moved) & mask]));
    }
    constexpr void reserve(std::size_t size) {
        size = core::smaller(size, bound_);
        if (size <= limit_) return;
        deque made = roomier(size);
        made.take_elements(*this);
        swap_rings(made);
    }
    template <bool Right, class... Args>
    constexpr void grow_here(Args&&... args) {
        deque made = roomier(size_ + 1);
        T* const extra = made.slot(Right ? size_ : ~std::size_t{0});
        made.make(extra, std::forward<Args>(args)...);  // first: args may refer to an element
        made.take_elements(*this, extra);
        if constexpr (!Right) --made.head_;
        ++made.size_;
        swap_rings(made);
    }

    // What a loop around append does not run must not slow it down. A deque whose address goes to a function lives in
    // memory, and an element too; after a call that may throw, so do floating-point sums. So growing gets values, gives
    // values, and says with what it failed.
    struct grown {
        T* slots = nullptr;
        std::size_t mask = 0;
        std::exception_ptr failure{};
    };

    template <bool Right, class... Args>
    [[gnu::always_inline]] constexpr void grow(Args&&... args) {
        if (std::is_constant_evaluated())
            grow_here<Right>(std::forward<Args>(args)...);
        else
            grow_or_throw<Right>(std::forward<Args>(args)...);
    }
    template <bool Right, class... Args>
    [[gnu::always_inline]] void grow_or_throw(Args&&... args) {
        auto const result = try_grow<Right, detail::deque_passed<T, Args>...>(slots_, mask_, head_, size_, bound_,
                                                                              alloc_, std::forward<Args>(args)...);
        if (result.slots == nullptr) throw_again(result.failure);
        slots_ = result.slots;
        mask_ = result.mask;
        head_ = Right ? 0 : ~std::size_t{0};
        ++size_;
        limit_ = core::smaller(capacity(), bound_);
    }
    template <bool Right, class... Args>
    [[gnu::noinline, gnu::cold]] static grown try_grow(T* slots, std::size_t mask, std::size_t head, std::size_t size,
                                                       std::size_t bound, Alloc alloc, Args... args) noexcept {
        deque stand_in(core::max_length(bound), alloc);
        stand_in.slots_ = slots;
        stand_in.mask_ = mask;
        stand_in.head_ = head;
        stand_in.size_ = size;
        grown result;
        try {
            stand_in.template grow_here<Right>(static_cast<Args&&>(args)...);
            result.slots = stand_in.slots_;
            result.mask = stand_in.mask_;
        } catch (...) {
            result.failure = std::current_exception();
        }
        stand_in.slots_ = nullptr;
        stand_in.size_ = 0;
        return result;
    }
    [[noreturn, gnu::noinline, gnu::cold]] static void throw_again(std::exception_ptr const& failure) {
        std::rethrow_exception(failure);
    }

    // ---- whole deques

    /// Exchange everything but the allocators.
    constexpr void swap_rings(deque& that) noexcept {
        std::swap(slots_, that.slots_);
        std::swap(mask_, that.mask_);
        std::swap(head_, that.head_);
        std::swap(size_, that.size_);
        std::swap(limit_, that.limit_);
        std::swap(bound_, that.bound_);
        touch();
        that.touch();
    }
    template <class Propagates>
    constexpr deque& trade(deque& that) noexcept {
        if constexpr (Propagates::value) std::ranges::swap(alloc_, that.alloc_);
        swap_rings(that);
        return *this;
    }

    template <bool Right, class R>
    constexpr void extend_by(R&& items) {
        if constexpr (is_deque<R>)
            if (&items == this) return extend_by<Right>(deque(std::forward<R>(items)));
        if constexpr (std::ranges::sized_range<R>) {
            auto const more = static_cast<std::size_t>(std::ranges::size(items));
            reserve(more < bound_ - size_ ? size_ + more : bound_);
        }
        core::for_each(std::forward<R>(items), [this](auto&& x) { this->add<Right>(std::forward<decltype(x)>(x)); });
    }

    // ---- in the middle

    template <class U>
    constexpr void insert_at(std::size_t i, U&& x) {
        if (size_ == bound_) throw index_error("deque already at its maximum size");
        if (i == size_) return add<true>(std::forward<U>(x));
        if (i == 0) return add<false>(std::forward<U>(x));
        T made(std::forward<U>(x));
        if (i <= size_ / 2) {
            emplace_front(std::move_if_noexcept(front()));
            for (std::size_t j = 1; j != i; ++j) *slot(head_ + j) = std::move(*slot(head_ + j + 1));
        } else {
            emplace_back(std::move_if_noexcept(back()));
            for (std::size_t j = size_ - 2; j != i; --j) *slot(head_ + j) = std::move(*slot(head_ + j - 1));
        }
        *slot(head_ + i) = std::move(made);
    }

    constexpr void erase_between(std::size_t from, std::size_t to) {
        auto const n = to - from;
        if (n == 0) return;
        touch();
        if (from < size_ - to) {
            for (auto j = from; j != 0; --j) *slot(head_ + j - 1 + n) = std::move(*slot(head_ + j - 1));
            for (std::size_t j = 0; j != n; ++j) destroy(slot(head_ + j));
            head_ += n;
        } else {
            for (auto j = to; j != size_; ++j) *slot(head_ + j - n) = std::move(*slot(head_ + j));
            for (auto j = size_ - n; j != size_; ++j) destroy(slot(head_ + j));
        }
        size_ -= n;
    }

    template <class Self, class Sink>
    static constexpr bool visit(Self& self, Sink& sink) {
        using element = std::conditional_t<std::is_const_v<Self>, T const, T>;
        auto const version = self.version_;
        auto const piece = [&](element* at, std::size_t n) {
            for (element* const stop = at + n; at != stop; ++at) {
                if (!sink(*at)) return false;
                if constexpr (checked)
                    if (self.version_ != version) throw invalidated("deque mutated during iteration");
            }
            return true;
        };
        auto const start = self.head_ & self.mask_;
        auto const n = core::smaller(self.size_, self.capacity() - start);
        return piece(self.slots_ + start, n) && piece(self.slots_, self.size_ - n);
    }

    T* slots_ = nullptr;
    std::size_t mask_ = ~std::size_t{0};  // the size of the ring, less one
    std::size_t head_ = 0;                // where the first element is, modulo the size of the ring
    std::size_t size_ = 0;
    std::size_t limit_ = 0;  // the size at which adding an element must grow the ring or drop an element
    std::size_t bound_ = core::max_length::unbounded;
    std::uint32_t version_ = 0;
    [[no_unique_address]] Alloc alloc_{};
};

namespace detail {

/// A place in the ring. Places are counted on without end, so they stay in order where the ring wraps.
template <class Deque, bool Const>
struct deque_cursor {
    using element = std::conditional_t<Const, typename Deque::value_type const, typename Deque::value_type>;

    element* slots = nullptr;
    std::size_t mask = 0;
    std::size_t place = 0;
    Deque const* owner = nullptr;
    std::uint32_t version = 0;

    deque_cursor() = default;
    constexpr deque_cursor(Deque const& of, std::size_t at) noexcept
        : slots(of.slots_), mask(of.mask_), place(at), owner(&of), version(of.version_) {}
    template <std::same_as<deque_cursor<Deque, false>> Mutable>
    requires Const
    constexpr deque_cursor(Mutable const& that) noexcept
        : slots(that.slots), mask(that.mask), place(that.place), owner(that.owner), version(that.version) {}

    constexpr void check() const {
        if constexpr (Deque::checked)
            if (owner == nullptr || owner->version_ != version) throw invalidated("deque mutated during iteration");
    }
    constexpr element& read() const {
        check();
        return slots[place & mask];
    }
    constexpr void next() { advance(1); }
    constexpr void prev() { advance(-1); }
    constexpr void advance(std::ptrdiff_t n) {
        check();
        place += static_cast<std::size_t>(n);
    }
    constexpr bool equal(deque_cursor const& that) const { return place == that.place; }
    constexpr std::ptrdiff_t distance_to(deque_cursor const& that) const {
        return static_cast<std::ptrdiff_t>(that.place - place);
    }
};

}  // namespace detail

template <std::ranges::input_range R>
deque(R&&) -> deque<std::ranges::range_value_t<R>>;
template <std::ranges::input_range R>
deque(R&&, core::max_length) -> deque<std::ranges::range_value_t<R>>;
template <std::ranges::input_range R, class Alloc>
deque(R&&, Alloc) -> deque<std::ranges::range_value_t<R>, Alloc>;
template <std::ranges::input_range R, class Alloc>
deque(R&&, core::max_length, Alloc) -> deque<std::ranges::range_value_t<R>, Alloc>;
template <std::input_iterator I, std::sentinel_for<I> S>
deque(I, S) -> deque<std::iter_value_t<I>>;

}  // namespace regius

#endif  // REGIUS_COLLECTIONS_DEQUE_HPP
