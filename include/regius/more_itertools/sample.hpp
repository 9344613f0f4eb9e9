// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_SAMPLE_HPP
#define REGIUS_MORE_ITERTOOLS_SAMPLE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/random.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/stored_value.hpp>
#include <regius/core/value_error.hpp>
#include <regius/heapq/heap.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#ifndef __GNUC__
#include <cmath>
#endif

namespace regius {

namespace core {

template <class R>
concept numbers_as_weights =
    std::ranges::input_range<R> && std::is_arithmetic_v<std::remove_cvref_t<std::ranges::range_reference_t<R>>>;

}  // namespace core

namespace detail {

// The compilers know these five without <cmath>, which would be a third of this header for its special functions.
namespace sample_math {
#ifdef __GNUC__
inline double exp(double x) { return __builtin_exp(x); }
inline double floor(double x) { return __builtin_floor(x); }
inline double log(double x) { return __builtin_log(x); }
inline double log1p(double x) { return __builtin_log1p(x); }
inline double pow(double x, double y) { return __builtin_pow(x, y); }
#else
using std::exp, std::floor, std::log, std::log1p, std::pow;
#endif
}  // namespace sample_math

/// How many elements to pass over: a number that may be larger than any integer.
[[nodiscard]] inline std::uint64_t sample_skip(double passed) {
    return passed < 0x1p63 ? static_cast<std::uint64_t>(passed) : std::uint64_t{1} << 63;
}

/// Kim-Hung Li's algorithm L: every k elements of those seen so far are as likely as any other k. It draws numbers for
/// those it takes, and not for those it passes over.
template <class R, class G>
class sample_evenly {
    std::vector<core::kept_element<R>> taken_;
    std::size_t k_;
    G& random_;
    double largest_ = 1;
    std::uint64_t skip_ = 0;

    void jump() {
        largest_ *= sample_math::pow(core::random_unit(random_), 1 / static_cast<double>(k_));
        skip_ = sample_skip(
            sample_math::floor(sample_math::log(core::random_unit(random_)) / sample_math::log1p(-largest_)));
    }

public:
    sample_evenly(std::size_t k, G& random) : k_(k), random_(random) {}

    void operator()(auto&& x) {
        if (taken_.size() != k_) {
            taken_.emplace_back().take(std::forward<decltype(x)>(x));
            if (taken_.size() == k_) jump();
        } else if (skip_ != 0) {
            --skip_;
        } else {
            taken_[core::random_below(random_, k_)].take(std::forward<decltype(x)>(x));
            jump();
        }
    }
    /// As many of the next elements as need not be looked at.
    [[nodiscard]] std::uint64_t pass(std::uint64_t left) {
        auto const passed = skip_ < left ? skip_ : left;
        skip_ -= passed;
        return passed;
    }
    [[nodiscard]] auto& taken() { return taken_; }
};

/// Efraimidis and Spirakis' algorithm A-ExpJ: the k elements with the largest log(random number) / weight.
template <class R, class G>
class sample_weighted {
    struct entry {
        double order;
        core::kept_element<R> element;
    };

    std::vector<entry> heap_;
    std::size_t k_;
    G& random_;
    double skip_ = 0;

    void jump() { skip_ = sample_math::log(core::random_unit(random_)) / heap_.front().order; }

public:
    sample_weighted(std::size_t k, G& random) : k_(k), random_(random) {}

    void operator()(double weight, auto&& x) {
        if (!(weight >= 0)) throw value_error("weights must be non-negative, not " + std::to_string(weight));
        if (heap_.size() != k_) {
            heap_.emplace_back(entry{sample_math::log(core::random_unit(random_)) / weight, {}});
            heap_.back().element.take(std::forward<decltype(x)>(x));
            if (heap_.size() != k_) return;
            heapify(heap_, {}, &entry::order);
            jump();
        } else if (weight == 0 || weight < skip_) {
            skip_ -= weight;
        } else {
            auto const least = sample_math::exp(weight * heap_.front().order);
            auto const drawn = least + (1 - least) * core::random_unit(random_);
            entry now{sample_math::log(drawn) / weight, {}};
            now.element.take(std::forward<decltype(x)>(x));
            (void)heapreplace(heap_, std::move(now), {}, &entry::order);
            jump();
        }
    }
    [[nodiscard]] auto taken() {
        std::vector<core::kept_element<R>> elements;
        elements.reserve(heap_.size());
        for (auto& [order, element] : heap_) elements.push_back(std::move(element));
        return elements;
    }
};

}  // namespace detail

/// k elements by chance, in random order: without replacement, from a range whose length need not be known.
///
///     sample(range(100), 5)                       // 81 60 96 16 4
///     sample(lines, 10, engine)                   // any std::uniform_random_bit_generator, such as std::mt19937
///     sample(names, 3, weights)                   // the heavier, the likelier; also with an engine behind it
///
/// Python    more_itertools.sample(iterable, k, weights=None), and strict=True as sample_strict
/// Accepts   a range with an end, k >= 0, weights >= 0; elements without a weight are left out, and elements of weight 0
///           are taken only where there are too few others
/// Returns   a std::vector of k elements; of all of them where there are fewer, which sample_strict refuses
/// Cost      one pass, O(k) memory; draws numbers for O(k log(n / k)) elements, and over a random-access range looks at no
///           others (without weights). Elements that stay where they are are copied once
/// Throws    value_error from the call, "k must be non-negative"; sample_strict, "Sample larger than population"
/// Threads   without an engine, each thread has its own source of randomness
/// Differs   no `counts`: repeat the elements. The numbers drawn are not CPython's
template <bool Strict>
struct sample_fn {
    template <std::ranges::input_range R, core::integer K, class G = core::thread_random&>
    requires(!core::infinite<R>) && core::random_bits<std::remove_reference_t<G>>
    [[nodiscard]] auto operator()(R&& source, K k, G&& random = core::thread_random::here()) const {
        detail::sample_evenly<R, std::remove_reference_t<G>> sampler(size(k), random);
        if (k != 0) {
            if constexpr (core::rereadable<R> && core::indexable<R>) {
                auto const at = std::ranges::begin(source);
                auto const n = static_cast<std::uint64_t>(std::ranges::size(source));
                for (std::uint64_t i = sampler.pass(n); i < n; i += sampler.pass(n - i))
                    sampler(at[static_cast<std::ranges::range_difference_t<R>>(i++)]);
            } else {
                core::for_each(source, [&sampler](auto&& x) { sampler(std::forward<decltype(x)>(x)); });
            }
        }
        return shuffled<R>(sampler.taken(), k, random);
    }

    template <std::ranges::input_range R, core::integer K, core::numbers_as_weights W, class G = core::thread_random&>
    requires(!core::infinite<R>) && core::random_bits<std::remove_reference_t<G>>
    [[nodiscard]] auto operator()(R&& source, K k, W&& weights, G&& random = core::thread_random::here()) const {
        detail::sample_weighted<R, std::remove_reference_t<G>> sampler(size(k), random);
        if (k != 0) {
            auto weight = std::ranges::begin(weights);
            auto const stop = std::ranges::end(weights);
            if (weight != stop)
                core::for_each_while(source, [&](auto&& x) -> bool {
                    sampler(static_cast<double>(*weight), std::forward<decltype(x)>(x));
                    return ++weight != stop;
                });
        }
        auto taken = sampler.taken();
        return shuffled<R>(taken, k, random);
    }

    [[nodiscard]] constexpr auto operator()(core::integer auto k) const {
        (void)size(k);
        return core::bind_back(*this, k);
    }
    template <core::random_bits G>
    [[nodiscard]] constexpr auto operator()(core::integer auto k, G& random) const {
        (void)size(k);
        return core::bind_back(*this, k, core::borrowed_random<G>(random));
    }

private:
    static constexpr std::size_t size(core::integer auto k) {
        if (std::cmp_less(k, 0)) throw value_error("k must be non-negative");
        return static_cast<std::size_t>(k);
    }

    template <class R>
    static auto shuffled(auto& taken, auto k, auto& random) {
        if (Strict && std::cmp_less(taken.size(), k)) throw value_error("Sample larger than population");
        for (auto i = taken.size(); i > 1; --i) std::swap(taken[i - 1], taken[core::random_below(random, i)]);
        std::vector<core::kept_value_t<R, core::stored_value_t<R>>> elements;
        elements.reserve(taken.size());
        for (auto& element : taken) elements.emplace_back(element.hand());
        return elements;
    }
};

inline constexpr sample_fn<false> sample{};
inline constexpr sample_fn<true> sample_strict{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_SAMPLE_HPP
