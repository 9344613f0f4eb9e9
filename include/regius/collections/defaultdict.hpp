// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_DEFAULTDICT_HPP
#define REGIUS_COLLECTIONS_DEFAULTDICT_HPP

#include <regius/builtins/dict.hpp>
#include <regius/core/box.hpp>

#include <concepts>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

/// V{}, or what a function or a lambda without captures returns.
template <class V>
class defaultdict_value {
    V (*make_)() = nullptr;

public:
    constexpr defaultdict_value() = default;
    template <std::convertible_to<V (*)()> F>
    constexpr defaultdict_value(F make) noexcept : make_(make) {}

    constexpr V operator()() const { return make_ != nullptr ? make_() : V(); }
};

/// A pointer to a function, a std::function: what may be empty, as Python's factory may be None.
template <class F>
concept defaultdict_may_lack = std::is_pointer_v<F> || requires(F& f) {
    { f.operator bool() } -> std::same_as<bool>;
};

}  // namespace detail

/// A dict whose `[]` makes the value of a missing key by calling a factory.
///
///     defaultdict<std::string, std::vector<int>> places;
///     places["spam"].push_back(3);
///     defaultdict<int, int> n([] { return 42; });
///
/// Python    collections.defaultdict
/// Accepts   what dict accepts, and a Factory called without arguments. The default one is V{}, a function or a
///           lambda without captures; any other callable is named as the third parameter
/// Cost      that of dict; the factory is called once for each key it makes
/// Throws    what the factory throws: nothing is inserted then. key_error from at, pop, popitem, and from `[]` where the
///           factory is a null pointer or an empty std::function, which is Python's None
/// Lifetime  that of dict; a factory may use the dict it makes a value for
/// Differs   only `[]` calls the factory: at, get, contains, pop and setdefault do not. `d[k] = v` reads d[k] first, as
///           every C++ map does, and so makes a value for a missing key; insert_or_assign does not
template <class K, class V, class Factory = detail::defaultdict_value<V>, class Hash = core::hash<K>,
          class Equal = core::equal<K>, class Alloc = std::allocator<std::pair<K const, V>>>
class defaultdict : public dict<K, V, Hash, Equal, Alloc>,
                    public core::printed<defaultdict<K, V, Factory, Hash, Equal, Alloc>> {
    using base = dict<K, V, Hash, Equal, Alloc>;
    using typename base::key_arg;

    [[no_unique_address]] core::box<Factory> factory_;

public:
    using factory_type = Factory;
    using pairs_type = std::initializer_list<std::pair<K, V>>;

    defaultdict()
    requires std::default_initializable<Factory>
        : factory_(Factory()) {}
    explicit defaultdict(Factory factory) : factory_(std::move(factory)) {}

    template <core::pair_range R>
    explicit defaultdict(Factory factory, R&& pairs) : base(std::forward<R>(pairs)), factory_(std::move(factory)) {}
    template <class R>
    requires(!std::derived_from<std::remove_cvref_t<R>, defaultdict>) && core::pair_range<R> &&
                std::default_initializable<Factory>
    explicit defaultdict(R&& pairs) : base(std::forward<R>(pairs)), factory_(Factory()) {}
    defaultdict(Factory factory, pairs_type pairs) : base(pairs), factory_(std::move(factory)) {}
    defaultdict(pairs_type pairs)
    requires std::default_initializable<Factory>
        : base(pairs), factory_(Factory()) {}

    /// A defaultdict of these keys, each with a copy of one value.
    template <std::ranges::input_range R = std::initializer_list<K>>
    [[nodiscard]] static defaultdict fromkeys(R&& keys, V const& value = V())
    requires std::default_initializable<Factory>
    {
        return defaultdict(base::fromkeys(std::forward<R>(keys), value));
    }

    /// Makes missing values as this one does.
    [[nodiscard]] defaultdict copy() const { return *this; }

    /// The value of the key; of a missing one, what the factory makes, which is inserted.
    V& operator[](key_arg key) { return value_of(key); }
    template <std::same_as<K> Q>
    V& operator[](Q&& key) {
        return value_of(std::move(key));
    }

    /// What makes the values.
    [[nodiscard]] Factory const& default_factory() const noexcept { return *factory_; }

    [[nodiscard]] friend defaultdict operator|(defaultdict left, base const& right) {
        left.update(right);
        return left;
    }

    [[nodiscard]] std::string repr() const
    requires core::reprable<base const&>
    {
        return "defaultdict(" + regius::repr(static_cast<base const&>(*this)) + ')';
    }

private:
    // The factory runs before the table is touched again: it may insert into it.
    template <class Q>
    V& value_of(Q&& key) {
        key_arg wanted = key;
        if (auto* const found = this->value_at(wanted)) return *found;
        if constexpr (detail::defaultdict_may_lack<Factory>)
            if (!*factory_) detail::dict_throw_key_error(wanted);
        return this->place(std::forward<Q>(key), (*factory_)()).first->value.second;
    }
};

}  // namespace regius

#endif  // REGIUS_COLLECTIONS_DEFAULTDICT_HPP
