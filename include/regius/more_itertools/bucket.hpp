// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_BUCKET_HPP
#define REGIUS_MORE_ITERTOOLS_BUCKET_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/dealt.hpp>
#include <regius/core/hashable_key.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/table.hpp>
#include <regius/core/tap.hpp>

#include <concepts>
#include <ranges>
#include <string>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Key, class Validator>
class bucketed;

namespace detail {

struct bucket_any_key {
    constexpr bool operator()(auto const&) const { return true; }
};

template <class F, class R, class Key>
concept bucket_validator = requires {
    requires std::predicate<F&, std::invoke_result_t<Key&, std::ranges::range_reference_t<R>&>&>;
    requires std::predicate<F&,
                            core::hashed_key<R, std::invoke_result_t<Key&, std::ranges::range_reference_t<R>&>> const&>;
};

}  // namespace detail

/// Sort elements into buckets by a key, as far as somebody asks: a bucket reads the source until it has what it wants, and
/// keeps for the others what it meets on the way.
///
///     auto b = bucket(words, first_letter);
///     for (auto word : b['a']) ...                    // the words with a
///     b.contains('q')                                 // whether there is one
///     for (auto letter : b) ...                       // all letters; reads the source to its end
///
/// Python    more_itertools.bucket(iterable, key, validator=None)
/// Accepts   a range, a function of one element (a member pointer too) whose results can be hashed, and a predicate of keys:
///           without one, asking for a key that does not come reads the source to its end
/// Returns   an object with `[key]`, `contains(key)`, and begin and end over the keys in the order in which they were first
///           met or asked for, as in Python
/// Yields    b[key]: the elements, each to one reader only; those that stay where they are by reference
/// Category  b[key]: input; an element that was read is gone from the bucket
/// Cost      key once an element; an element is kept from when it is met until it is read
/// Lifetime  the buckets share the source, and outlive the object: an lvalue range is borrowed, an rvalue is owned
/// Threads   all buckets of a source belong to one thread
struct bucket_fn {
    template <core::iterable R, core::hashable_key_of_the_elements<R> Key,
              detail::bucket_validator<R, Key> Validator = detail::bucket_any_key>
    [[nodiscard]] auto operator()(R&& source, Key key, Validator validator = {}) const {
        return bucketed<core::all_t<R>, Key, Validator>(core::all(std::forward<R>(source)), std::move(key),
                                                        std::move(validator));
    }

    template <core::function_like Key>
    requires(!std::ranges::input_range<Key>)
    [[nodiscard]] constexpr auto operator()(Key key) const {
        return core::bind_back(*this, std::move(key));
    }
    template <core::function_like Key, core::function_like Validator>
    requires(!std::ranges::input_range<Key>)
    [[nodiscard]] constexpr auto operator()(Key key, Validator validator) const {
        return core::bind_back(*this, std::move(key), std::move(validator));
    }
};

inline constexpr bucket_fn bucket{};

namespace detail {

/// What all buckets of a source share.
template <class V, class Key, class Validator>
class bucket_source {
public:
    using key_type = core::hashed_key<V, std::invoke_result_t<Key&, std::ranges::range_reference_t<V>&>>;
    using item = core::kept_element<V>;
    static constexpr bool infinite = core::infinite<V>;

private:
    using queue = core::fifo<item>;
    using entry = std::pair<key_type const, queue>;
    using table = core::table<key_type, entry, core::hash<key_type>, core::equal<key_type>, std::allocator<entry>>;
    using key_arg = typename core::lookup_key<key_type, core::hash<key_type>, core::equal<key_type>>::type;

    V base_;
    [[no_unique_address]] core::box<Key> key_;
    [[no_unique_address]] core::box<Validator> validator_;
    core::tap<V> tap_;
    table waiting_;

    /// The bucket of a key, which is made where there is none.
    template <class Q>
    queue& queue_of(Q&& key) {
        using wanted = std::conditional_t<std::same_as<Q, key_type>, key_type&&, key_arg>;
        wanted k = static_cast<wanted>(key);
        auto const make = [&k](auto& alloc, entry* at) {
            std::allocator_traits<std::allocator<entry>>::construct(alloc, at, static_cast<wanted>(k), queue());
        };
        return waiting_.find_or_insert(k, make).first->value.second;
    }
    /// Read one element and put it where it belongs; whether that is the bucket of `wanted`.
    bool sort_next(auto const& is_wanted) {
        auto&& element = tap_.read();
        auto&& key = core::invoke(*key_, element);
        bool const found = is_wanted(key);
        if (!found && !static_cast<bool>(core::invoke(*validator_, key))) return false;
        auto& own = queue_of(std::forward<decltype(key)>(key));
        item kept;
        kept.take(std::forward<decltype(element)>(element));
        own.push(std::move(kept));
        return found;
    }

public:
    bucket_source(V base, Key key, Validator validator)
        : base_(std::move(base)), key_(std::move(key)), validator_(std::move(validator)) {}

    [[nodiscard]] bool valid(key_type const& key) { return static_cast<bool>(core::invoke(*validator_, key)); }

    /// Whether there is an element in the bucket, or comes.
    bool find(key_type const& key) {
        if (!queue_of(key).empty()) return true;
        while (tap_.pull(base_))
            if (sort_next([&key](auto const& k) { return static_cast<bool>(k == key); })) return true;
        return false;
    }
    item take(key_type const& key) { return find(key) ? queue_of(key).pop() : item(); }

    void read_to_the_end() {
        while (tap_.pull(base_)) sort_next([](auto const&) { return false; });
    }
    [[nodiscard]] auto keys() const {
        return std::views::keys(std::ranges::subrange(waiting_.begin(), waiting_.end()));
    }
};

}  // namespace detail

template <std::ranges::view V, class Key, class Validator>
class bucketed {
    using source = detail::bucket_source<V, Key, Validator>;
    core::shared<source> source_;

public:
    using key_type = typename source::key_type;

    bucketed(V base, Key key, Validator validator)
        : source_(std::in_place, std::move(base), std::move(key), std::move(validator)) {}

    [[nodiscard]] core::dealt_view<source> operator[](key_type key) const {
        bool const valid = source_->valid(key);
        return core::dealt_view<source>(valid ? source_ : core::shared<source>(), std::move(key));
    }
    [[nodiscard]] bool contains(key_type const& key) const { return source_->valid(key) && source_->find(key); }

    [[nodiscard]] auto begin() const
    requires(!core::infinite<V>)
    {
        source_->read_to_the_end();
        return source_->keys().begin();
    }
    [[nodiscard]] auto end() const
    requires(!core::infinite<V>)
    {
        source_->read_to_the_end();
        return source_->keys().end();
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_BUCKET_HPP
