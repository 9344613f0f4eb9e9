// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CACHED_FUNCTION_HPP
#define REGIUS_CORE_CACHED_FUNCTION_HPP

#include <regius/core/cache_key.hpp>
#include <regius/core/cache_lock.hpp>
#include <regius/core/cache_order.hpp>
#include <regius/core/hash.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/linked_table.hpp>
#include <regius/core/looked_up.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/signature.hpp>
#include <regius/core/striped_lock.hpp>

#include <array>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

/// What a cache has been asked and what it holds.
///
/// Python    functools.CacheInfo; a cache without a limit has None for maxsize there, and the largest number here
struct cache_counts {
    std::size_t hits = 0;
    std::size_t misses = 0;
    std::size_t maxsize = 0;
    std::size_t currsize = 0;

    friend bool operator==(cache_counts const&, cache_counts const&) = default;

    [[nodiscard]] std::string repr() const {
        auto const limit = maxsize == std::numeric_limits<std::size_t>::max() ? "None" : std::to_string(maxsize);
        return "CacheInfo(hits=" + std::to_string(hits) + ", misses=" + std::to_string(misses) + ", maxsize=" + limit +
               ", currsize=" + std::to_string(currsize) + ")";
    }

    template <class Stream>
    requires requires(Stream& out, std::string const& text) { out << text; }
    friend Stream& operator<<(Stream& out, cache_counts const& counts) {
        out << counts.repr();
        return out;
    }
};

/// Given to a cache: `cache(single_flight)(f)`, `lru_cache({.maxsize = 100}, unsynchronized)(f)`.
/// single_flight: a missing result is computed once, while others who want it wait.
/// unsynchronized: no locks, for one thread at a time.
struct single_flight_t {};
struct unsynchronized_t {};
inline constexpr single_flight_t single_flight{};
inline constexpr unsynchronized_t unsynchronized{};

namespace core {

template <class T>
concept cache_tag =
    std::same_as<std::remove_cvref_t<T>, single_flight_t> || std::same_as<std::remove_cvref_t<T>, unsynchronized_t>;

// Types whose comparing (keys) and copying (results) run no code of the user's, and so may run under a lock.
template <class T>
inline constexpr bool plain_to_compare = std::is_scalar_v<T>;
template <class C>
inline constexpr bool plain_to_compare<std::basic_string<C>> = true;
template <class... Ts>
inline constexpr bool plain_to_compare<std::tuple<Ts...>> = (plain_to_compare<Ts> && ...);
template <class A, class B>
inline constexpr bool plain_to_compare<std::pair<A, B>> = plain_to_compare<A> && plain_to_compare<B>;
template <class T, std::size_t N>
inline constexpr bool plain_to_compare<std::array<T, N>> = plain_to_compare<T>;
template <class T>
inline constexpr bool plain_to_compare<std::optional<T>> = plain_to_compare<T>;

template <class T>
inline constexpr bool plain_to_copy = plain_to_compare<T> || std::is_trivially_copyable_v<T>;

// What is kept of a result: of a reference to something that can change, the address, because the caller means that
// very object; of every other result a copy.
template <class R>
struct kept {
    using type = std::remove_cvref_t<R>;
    using returned = type;
};
template <class T>
requires(!std::is_const_v<T>)
struct kept<T&> {
    using type = T*;
    using returned = T&;
};
template <>
struct kept<void> {
    struct type {};
    using returned = void;
};

/// A computation under way, which those who want the same result wait for.
template <class Key, class Value>
struct cache_flight {
    std::uint64_t hash;
    std::uint32_t thread;
    Key key;
    std::optional<Value> value;  // written before, and read after, landed changes
    std::atomic<std::uint32_t> landed{0};
    shared<cache_flight> next;

    cache_flight(std::uint64_t h, Key k) : hash(h), thread(this_thread_number()), key(std::move(k)) {}
};

struct nothing {};

/// The entries of a cache, and the lock that guards them.
template <class Key, class Value, class Order, class Lock>
struct cache_store {
    // What runs no code of the user's lies in the table itself, and the rest behind a handle, so that no lock need be
    // held while it is compared, copied or destroyed.
    static constexpr bool key_in_place = plain_to_compare<Key>;
    static constexpr bool value_in_place = plain_to_copy<Value>;
    using stored_key = std::conditional_t<key_in_place, Key, shared<Key const>>;
    using stored_value = std::conditional_t<value_in_place, Value, shared<Value const>>;
    using flight = cache_flight<stored_key, stored_value>;

    using table_type = linked_table<stored_key, stored_value, typename Order::links>;

    Lock lock;
    std::uint64_t version = 0;  // counts what is added and erased
    table_type table;
    [[no_unique_address]] Order order;
    shared<flight> flights;
};

/// A function with a memory. Its copies share one, as names do in Python.
template <class F, class Signature, class Order, bool Locked, bool Flights>
class cached_function;

template <class F, class R, class... Ps, class Order, bool Locked, bool Flights>
class cached_function<F, R(Ps...), Order, Locked, Flights> {
    using key = std::tuple<cache_key_t<Ps>...>;
    using value = typename kept<R>::type;
    using result = typename kept<R>::returned;
    // Without a limit there is no order among entries to keep, so that a hit writes nothing that other threads read.
    using lock =
        std::conditional_t<Locked, striped_lock<cache_lock, Order::bounded ? 1 : 16>, striped_lock<no_lock, 1>>;
    using stripe = typename lock::stripe;
    using store = cache_store<key, value, Order, lock>;
    using stored_key = typename store::stored_key;
    using stored_value = typename store::stored_value;
    using flight = typename store::flight;
    using key_handle = std::conditional_t<store::key_in_place, nothing, stored_key>;
    using indices = std::index_sequence_for<Ps...>;

    struct state {
        F f;
        std::size_t maxsize;
        store entries;

        state(F&& g, std::size_t most, Order&& order) : f(std::move(g)), maxsize(most) {
            entries.order = std::move(order);
        }
    };

    shared<state> state_;

    // [](auto& self, int n): a function that wants itself, with its memory, as first argument.
    static constexpr bool takes_self = !std::invocable<F&, Ps...> && !std::invocable<F const&, Ps...>;

    // An argument of the parameter's own type as it comes, any other converted here: what is made in converting must
    // live until a result that refers to it has been copied.
    template <class P, class A>
    using passed = std::conditional_t<std::same_as<std::remove_cvref_t<A>, std::remove_cvref_t<P>>, A&&, P>;

    template <class Fn, class... Args>
    static constexpr bool callable = [] {
        if constexpr (sizeof...(Args) != sizeof...(Ps))
            return false;
        else if constexpr (takes_self)
            return (std::convertible_to<Args, Ps> && ...);
        else
            return std::invocable<Fn&, passed<Ps, Args>...> && (std::convertible_to<Args, Ps> && ...);
    }();

public:
    using regius_signature = result(Ps...);

    cached_function(F f, std::size_t maxsize, Order order)
        : state_(std::in_place, std::move(f), maxsize, std::move(order)) {}

    template <class... Args>
    requires callable<F, Args...>
    result operator()(Args&&... args) {
        return call(state_->f, std::forward<Args>(args)...);
    }
    template <class... Args>
    requires callable<F const, Args...>
    result operator()(Args&&... args) const {
        return call(std::as_const(state_->f), std::forward<Args>(args)...);
    }

    /// Hits and misses so far, the limit, and how many results are held.
    [[nodiscard]] cache_counts cache_info() const {
        auto& in = state_->entries;
        forget_expired(in, in.order.now());
        lock_holder const held(in.lock);
        cache_counts sum{.maxsize = state_->maxsize, .currsize = in.table.size()};
        in.lock.for_each([&](stripe const& each) {
            sum.hits += each.hits;
            sum.misses += each.misses;
        });
        return sum;
    }

    /// Forget all results and counts. A result that is being computed meanwhile is stored when it is there.
    void cache_clear() const {
        auto& in = state_->entries;
        typename store::table_type forgotten;  // dropped after the lock
        lock_holder const held(in.lock);
        forgotten.swap(in.table);
        in.order.cleared();
        in.lock.for_each([](stripe& each) { each.hits = each.misses = 0; });
        ++in.version;
    }

    /// The function inside.
    [[nodiscard]] F& wrapped() noexcept { return state_->f; }
    [[nodiscard]] F const& wrapped() const noexcept { return state_->f; }

private:
    // Registers a computation for as long as it runs, and wakes those who wait for it, whatever its end.
    class under_way {
        store& in_;
        flight& self_;

    public:
        under_way(store& in, flight& self) noexcept : in_(in), self_(self) {}
        under_way(under_way const&) = delete;
        under_way& operator=(under_way const&) = delete;
        ~under_way() {
            shared<flight> mine;
            {
                lock_holder const held(in_.lock);
                auto* link = &in_.flights;
                while (&**link != &self_) link = &(*link)->next;
                mine = std::exchange(*link, std::move((*link)->next));
            }
            self_.landed.store(1, std::memory_order_release);
            self_.landed.notify_all();
        }
    };

    template <class Fn, class... Args>
    result call(Fn& f, Args&&... args) const {
        std::tuple<looked_up_t<cache_key_t<Ps>, Args>...> const sought(args...);
        auto const hash = hash_of(sought, indices());
        auto& in = state_->entries;
        auto& counts = in.lock.mine();
        auto const now = in.order.now();
        {
            key_handle compared{};
            lock_holder held(counts.lock);
            if (auto const at = locate(in, held, hash, sought, compared); is_alive(in, at, now)) [[likely]]
                return hit(in, counts, held, at);
            if constexpr (!Flights) ++counts.misses;
        }
        if constexpr (!Flights) {
            return compute(in, nullptr, f, hash, sought, std::forward<Args>(args)...);
        } else {
            for (shared<flight> mine;;) {
                shared<flight> other;
                {
                    key_handle compared{};
                    lock_holder held(in.lock);
                    if (auto const at = locate(in, held, hash, sought, compared); is_alive(in, at, now))
                        return hit(in, counts, held, at);
                    for (other = in.flights; other && other->hash != hash;) other = shared(other->next);
                    if (!other && mine) {
                        mine->next = in.flights;
                        in.flights = mine;
                        ++counts.misses;
                    }
                }
                if (other) {
                    wait_for(*other);
                    if (!other->value || !same(key_of(other->key), sought, indices())) continue;
                    lock_holder held(counts.lock);
                    ++counts.hits;
                    held.unlock();
                    return given(*other->value);
                }
                if (mine) {
                    under_way const registered(in, *mine);
                    return compute(in, &*mine, f, hash, sought, std::forward<Args>(args)...);
                }
                mine = shared<flight>(std::in_place, hash, make_key(sought, indices()));
            }
        }
    }

    // The result is computed with no lock held. Whoever stores one first decides what all later calls get.
    template <class Fn, class Sought, class... Args>
    [[gnu::noinline]] result compute(store& in, flight* mine, Fn& f, std::uint64_t hash, Sought const& sought,
                                     Args&&... args) const {
        auto made_key = mine ? mine->key : make_key(sought, indices());  // before the call, which may consume args
        auto made = run(f, std::forward<Args>(args)...);
        if (mine) mine->value = made;
        if (state_->maxsize == 0) return given(made);

        auto const now = in.order.now();
        forget_expired(in, now);
        std::optional<typename store::table_type::entry> gone;  // dropped after the lock
        key_handle compared{};
        lock_holder held(in.lock);
        auto& table = in.table;
        if (auto const at = locate(in, held, hash, key_of(made_key), compared)) {
            if (is_alive(in, at, now)) return read(table[at].value, held);
            if constexpr (Order::expires) {
                std::swap(table[at].value, made);
                in.order.written(table, at, now);
                return read(table[at].value, held);
            }
        }
        cache_position victim = 0;
        if constexpr (Order::bounded)
            if (table.size() >= state_->maxsize) victim = in.order.victim(table);
        in.order.prepare(table);
        auto const at = table.emplace(hash, std::move(made_key), std::as_const(made));
        in.order.inserted(table, at, now);
        if constexpr (Order::bounded) {
            if (victim != 0) {
                in.order.removed(table, victim);
                gone.emplace(table.extract(victim));
            }
        }
        ++in.version;
        held.unlock();
        return given(made);
    }

    // The entry with this key, expired or not, and 0 if there is none; the lock is held when it returns. Keys whose
    // comparison is the user's code are compared with the lock released: equal hashes are candidates, asked in turn,
    // and anew when the table has changed meanwhile.
    template <class Holder, class Sought>
    cache_position locate(store& in, [[maybe_unused]] Holder& held, std::uint64_t hash, Sought const& sought,
                          [[maybe_unused]] key_handle& compared) const {
        if constexpr (store::key_in_place) {
            return in.table.find(hash, [&](key const& k) { return same(k, sought, indices()); });
        } else {
            for (std::size_t candidate = 0;;) {
                auto const version = in.version;
                std::size_t seen = 0;
                auto at = in.table.find(hash, [&](stored_key const&) { return seen++ == candidate; });
                if (at == 0) return 0;
                compared = in.table[at].key;
                held.unlock();
                bool const equal = same(*compared, sought, indices());
                if (!equal) compared = {};
                held.lock();
                if (version == in.version) {
                    if (equal) return at;
                    ++candidate;
                    continue;
                }
                if (equal) {
                    at = in.table.find(hash, [&](stored_key const& k) { return &*k == &*compared; });
                    if (at != 0) return at;
                    held.unlock();
                    compared = {};
                    held.lock();
                }
                candidate = 0;
            }
        }
    }

    static bool is_alive(store const& in, cache_position at, [[maybe_unused]] std::int64_t now) noexcept {
        if constexpr (Order::expires)
            return at != 0 && in.order.alive(in.table, at, now);
        else
            return at != 0;
    }

    static void forget_expired([[maybe_unused]] store& in, [[maybe_unused]] std::int64_t now) {
        if constexpr (Order::expires) {
            for (;;) {
                std::optional<typename store::table_type::entry> gone;  // dropped after the lock, one at a time
                lock_holder const held(in.lock);
                if (in.table.size() == 0) return;
                auto const oldest = in.order.oldest(in.table);
                if (in.order.alive(in.table, oldest, now)) return;
                in.order.removed(in.table, oldest);
                gone.emplace(in.table.extract(oldest));
                ++in.version;
            }
        }
    }

    template <class Holder>
    static result hit(store& in, stripe& counts, Holder& held, cache_position at) {
        ++counts.hits;
        in.order.touched(in.table, at);
        return read(in.table[at].value, held);
    }

    template <class Holder>
    static result read(stored_value const& stored, [[maybe_unused]] Holder& held) {
        if constexpr (store::value_in_place) {
            return given(stored);
        } else {
            auto const handle = stored;
            held.unlock();
            return given(handle);
        }
    }

    static result given(stored_value const& stored) {
        if constexpr (std::is_void_v<result>)
            return;
        else if constexpr (!store::value_in_place)
            return *stored;
        else if constexpr (std::is_lvalue_reference_v<result>)
            return *stored;
        else
            return stored;
    }

    template <class Fn, class... Args>
    stored_value run(Fn& f, Args&&... args) const {
        if constexpr (takes_self)
            return keep(f, *this, static_cast<passed<Ps, Args>>(std::forward<Args>(args))...);
        else
            return keep(f, static_cast<passed<Ps, Args>>(std::forward<Args>(args))...);
    }

    template <class Fn, class... Args>
    static stored_value keep(Fn& f, Args&&... args) {
        if constexpr (std::is_void_v<R>) {
            core::invoke(f, std::forward<Args>(args)...);
            return {};
        } else if constexpr (std::is_lvalue_reference_v<result>) {
            return &core::invoke(f, std::forward<Args>(args)...);
        } else if constexpr (store::value_in_place) {
            return static_cast<value>(core::invoke(f, std::forward<Args>(args)...));
        } else {
            return stored_value(std::in_place, core::invoke(f, std::forward<Args>(args)...));
        }
    }

    static void wait_for(flight& other) {
        if (other.thread == this_thread_number())
            throw std::logic_error("single_flight: a call waits for its own result");
        while (other.landed.load(std::memory_order_acquire) == 0) other.landed.wait(0, std::memory_order_acquire);
    }

    template <class Sought, std::size_t... Is>
    static std::uint64_t hash_of(Sought const& sought, std::index_sequence<Is...>) {
        auto hash = process_seed();
        ((hash = hashing::of<std::tuple_element_t<Is, key>>{}(std::get<Is>(sought), hash)), ...);
        return hash;
    }

    template <class Sought, std::size_t... Is>
    static bool same(key const& k, Sought const& sought, std::index_sequence<Is...>) {
        return (equal<std::tuple_element_t<Is, key>>{}(std::get<Is>(k), std::get<Is>(sought)) && ...);
    }

    template <class Sought, std::size_t... Is>
    static stored_key make_key(Sought const& sought, std::index_sequence<Is...>) {
        if constexpr (store::key_in_place)
            return stored_key(std::tuple_element_t<Is, key>(std::get<Is>(sought))...);
        else
            return stored_key(std::in_place, std::tuple_element_t<Is, key>(std::get<Is>(sought))...);
    }

    static key const& key_of(stored_key const& stored) noexcept {
        if constexpr (store::key_in_place)
            return stored;
        else
            return *stored;
    }
};

/// What decorates with one kind of cache: `f` alone, or `as<R(Args...)>(f)` where f does not say its signature.
template <class Order, bool Locked, bool Flights>
class cache_decorator {
    std::size_t maxsize_;
    Order order_;

public:
    cache_decorator(std::size_t maxsize, Order order) : maxsize_(maxsize), order_(std::move(order)) {}

    template <cacheable F>
    [[nodiscard]] auto operator()(F&& f) const {
        return as<signature_t<F>>(std::forward<F>(f));
    }

    template <hashable_signature Signature, class F>
    [[nodiscard]] auto as(F&& f) const {
        return cached_function<std::decay_t<F>, Signature, Order, Locked, Flights>(std::forward<F>(f), maxsize_,
                                                                                   order_);
    }
};

template <class Tag, class... Tags>
inline constexpr bool has_tag = (std::same_as<Tag, std::remove_cvref_t<Tags>> || ...);

template <class Order, class... Tags>
[[nodiscard]] auto make_cache_decorator(capacity maxsize, Order order, Tags const&...) {
    return cache_decorator<Order, !has_tag<unsynchronized_t, Tags...>, has_tag<single_flight_t, Tags...>>(
        maxsize.count, std::move(order));
}

/// How many results a cache holds.
struct cache_options {
    capacity maxsize = 128;  ///< 0 or less: none, and calls are still counted; `none`: no limit
};

/// The decorator `x(f)`, `x({.maxsize = n}, tags...)(f)`, `x.as<R(Args...)>(f)` for an order that needs no options.
template <class Order>
struct bounded_cache_fn {
    template <cache_tag... Tags>
    [[nodiscard]] auto operator()(cache_options options, Tags const&... tags) const {
        return make_cache_decorator(options.maxsize, Order(), tags...);
    }

    template <cacheable F>
    [[nodiscard]] auto operator()(F&& f) const {
        return (*this)(cache_options{})(std::forward<F>(f));
    }

    template <hashable_signature Signature, class F>
    [[nodiscard]] auto as(F&& f) const {
        return (*this)(cache_options{}).template as<Signature>(std::forward<F>(f));
    }
};

}  // namespace core

}  // namespace regius

#endif  // REGIUS_CORE_CACHED_FUNCTION_HPP
