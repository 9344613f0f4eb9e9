// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SELECTION_HPP
#define REGIUS_CORE_SELECTION_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/pointed.hpp>
#include <regius/core/pool.hpp>
#include <regius/core/reused.hpp>
#include <regius/core/row.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius::core {

// Ways to choose k elements of a pool of n, in the order of the positions chosen. `select` says where the next position
// starts, given the one before it, and where it ends. A powerset is the combinations of none, of one, ... of all.
enum class select : unsigned char { combinations, with_replacement, product, permutations, powerset };

/// The number of elements to choose.
constexpr std::size_t selection_size(integer auto k, char const* text) {
    if (std::cmp_less(k, 0)) throw value_error(text);
    return static_cast<std::size_t>(k);
}

/// The first position for the place behind one that has taken `before`.
template <select How>
constexpr std::size_t start_behind(std::size_t before) {
    if constexpr (How == select::combinations || How == select::powerset)
        return before + 1;
    else
        return How == select::with_replacement ? before : 0;
}
/// The end of the positions for place i of k.
template <select How>
constexpr std::size_t stop_at(std::size_t n, std::size_t k, std::size_t i) {
    return How == select::combinations || How == select::powerset ? n - k + i + 1 : n;
}
template <select How>
constexpr bool no_choice(std::size_t n, std::size_t k) {
    return How == select::with_replacement || How == select::product ? n == 0 && k != 0 : k > n;
}

/// The elements chosen from a pool P: addresses of elements that stay in place, copies of those that are made.
template <class P>
class chosen {
    using reference = std::ranges::range_reference_t<P>;
    static constexpr bool points = std::is_lvalue_reference_v<reference>;

public:
    using kept = std::conditional_t<points, std::remove_reference_t<reference>*, std::ranges::range_value_t<P>>;
    using place = typename std::vector<kept>::iterator;
    static constexpr bool light = std::is_trivially_copyable_v<kept> && !std::same_as<kept, bool>;

    constexpr void clear() { kept_.clear(); }
    constexpr void add(P& from, std::size_t position) { kept_.push_back(at(from, position)); }
    constexpr void put(std::size_t i, P& from, std::size_t position) { kept_[i] = at(from, position); }
    constexpr void exchange(std::size_t i, std::size_t j) { std::ranges::iter_swap(place_of(i), place_of(j)); }
    constexpr void to_end(std::size_t i) {
        for (; i + 1 < kept_.size(); ++i) exchange(i, i + 1);
    }
    constexpr place place_of(std::size_t i) { return kept_.begin() + static_cast<std::ptrdiff_t>(i); }

    constexpr auto first(std::size_t k) const {
        auto const begin = kept_.begin();
        auto const end = begin + static_cast<std::ptrdiff_t>(k);
        if constexpr (std::same_as<kept, bool>)  // std::vector<bool> has no data()
            return reused(begin, end);
        else
            return window(kept_.data(), k);
    }
    static constexpr auto window(kept const* data, std::size_t k) { return kept_window<points>(data, data + k); }
    static constexpr kept keep(auto&& element) {
        if constexpr (points)
            return std::addressof(element);
        else
            return element;
    }

private:
    std::vector<kept> kept_;

    static constexpr kept at(P& from, std::size_t position) {
        return keep(std::ranges::begin(from)[static_cast<std::ranges::range_difference_t<P>>(position)]);
    }
};

template <std::ranges::view P, select How, std::size_t K>
class fixed_selection_view;

/// Choices of k elements, k known at run time: each overwrites the one before.
template <std::ranges::view P, select How>
class selection_view : public view_facade<selection_view<P, How>> {
    P pool_;
    std::size_t k_;
    std::size_t n_ = 0;
    std::size_t last_ = 0;
    std::vector<std::size_t> positions_;  // of permutations: how many exchanges are left at each place
    chosen<P> chosen_;
    bool done_ = true;

    constexpr void start() {
        n_ = static_cast<std::size_t>(std::ranges::size(pool_));
        chosen_.clear();
        positions_.clear();
        if constexpr (How == select::powerset) k_ = 0;
        done_ = no_choice<How>(n_, k_);
        if (done_) return;
        last_ = last_place();
        if constexpr (How == select::permutations) {
            for (std::size_t i = 0; i != n_; ++i) chosen_.add(pool_, i);
            for (std::size_t i = 0; i != k_; ++i) positions_.push_back(n_ - i);
        } else {
            for (std::size_t i = 0; i != k_; ++i) {
                positions_.push_back(i == 0 ? 0 : start_behind<How>(positions_[i - 1]));
                chosen_.add(pool_, positions_[i]);
            }
        }
    }
    /// From the last choice of k elements to the first of k + 1.
    constexpr void grow() {
        positions_.push_back(0);
        chosen_.add(pool_, 0);
        ++k_;
        last_ = last_place();
        for (std::size_t i = 0; i != k_; ++i) put(i, i);
    }

    /// The last place that has a choice: when all elements are arranged, the very last one takes what is left.
    constexpr std::size_t last_place() const {
        if (k_ == 0) return 0;
        return How == select::permutations && k_ == n_ && k_ != 1 ? k_ - 2 : k_ - 1;
    }
    /// How many choices there are from this one on that differ from it in the last place alone.
    constexpr std::size_t left_at_last() const {
        if (done_ || k_ == 0) return !done_;
        return How == select::permutations ? n_ - last_ : stop_at<How>(n_, k_, last_) - positions_[last_];
    }
    /// To the next choice that differs from this one in another place than the last.
    constexpr void step()
    requires(How != select::permutations)
    {
        auto i = last_;
        while (i != 0 && positions_[i - 1] + 1 == stop_at<How>(n_, k_, i - 1)) --i;
        if (i == 0) {
            if (How == select::powerset && k_ != n_)
                grow();
            else
                done_ = true;
            return;
        }
        put(i - 1, positions_[i - 1] + 1);
        for (; i != k_; ++i) put(i, start_behind<How>(positions_[i - 1]));
    }
    constexpr void step()
    requires(How == select::permutations)
    {
        auto i = last_;
        if (k_ != 0) chosen_.to_end(i);
        while (i-- != 0) {
            if (--positions_[i] != 0) {
                chosen_.exchange(i, n_ - positions_[i]);
                return;
            }
            chosen_.to_end(i);
            positions_[i] = n_ - i;
        }
        done_ = true;
    }
    constexpr void put(std::size_t i, std::size_t position) {
        positions_[i] = position;
        chosen_.put(i, pool_, position);
    }

    /// Walks the last place by itself: that is where the time goes.
    class cursor {
        using place = typename chosen<P>::place;

        selection_view* view_;
        std::conditional_t<How == select::permutations, place, std::ranges::iterator_t<P>> other_{};
        place last_{};
        std::size_t left_ = 0;
        decltype(std::declval<chosen<P>&>().first(0)) choice_;

        constexpr void take() {
            if (view_->done_) return;
            choice_ = view_->chosen_.first(view_->k_);
            last_ = view_->chosen_.place_of(view_->last_);
        }
        constexpr void enter() {
            left_ = view_->left_at_last();
            if (left_ < 2) return;
            if constexpr (How == select::permutations)
                other_ = last_;
            else
                other_ = std::ranges::begin(view_->pool_) +
                         static_cast<std::ranges::range_difference_t<P>>(view_->positions_[view_->last_]);
        }

    public:
        using value_type = std::vector<std::ranges::range_value_t<P>>;

        constexpr explicit cursor(selection_view& view) : view_(&view) {
            view.start();
            take();
            enter();
        }
        constexpr auto read() const { return choice_; }
        [[gnu::always_inline]] constexpr void next() {
            if (--left_ == 0) {
                view_->step();
                if constexpr (How == select::powerset) take();
                enter();
                return;
            }
            ++other_;
            if constexpr (How == select::permutations)
                std::ranges::iter_swap(last_, other_);
            else
                *last_ = chosen<P>::keep(*other_);
        }
        [[nodiscard]] constexpr bool done() const { return left_ == 0; }
    };

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = true;

    constexpr explicit selection_view(P from, std::size_t k = 0) : pool_(std::move(from)), k_(k) {}

    static constexpr auto first(selection_view& self) { return cursor(self); }

    static constexpr bool flow(selection_view& self, auto& sink)
    requires(How != select::permutations && How != select::powerset && chosen<P>::light)
    {
        if (self.k_ == 2) return self.template loops<2>(sink);
        if (self.k_ == 3) return self.template loops<3>(sink);
        if (self.k_ == 4) return self.template loops<4>(sink);
        return for_each_from(first(self), sink);
    }

private:
#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Warray-bounds"  // c[2], meant for three, is compiled into the loop of two as well
#endif
    /// A loop a place, over a choice that lives while it is looked at: the compiler keeps it in registers.
    template <std::size_t K>
    constexpr bool loops(auto& sink) {
        using whole = std::ranges::ref_view<P>;
        return fixed_selection_view<whole, How, K>(whole(pool_)).for_each_while([&sink](auto&& places) {
            return std::apply(
                [&sink](auto&... elements) {
                    typename chosen<P>::kept const choice[] = {chosen<P>::keep(elements)...};
                    return sink(chosen<P>::window(choice, K));
                },
                places);
        });
    }
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif
};

/// Choices of K elements, K known at compile time: tuples.
template <std::ranges::view P, select How, std::size_t K>
class fixed_selection_view : public view_facade<fixed_selection_view<P, How, K>> {
    P pool_;

    using positions = std::array<std::size_t, K>;

    static constexpr std::size_t start_at(positions const& p, std::size_t i) {
        return i == 0 ? 0 : start_behind<How>(p[i - 1]);
    }
    static constexpr bool taken(positions const& p, std::size_t i) {
        if constexpr (How == select::permutations) {
            for (std::size_t j = 0; j != i; ++j)
                if (p[j] == p[i]) return true;
        }
        return false;
    }

    template <class Q>
    class cursor {
        std::ranges::iterator_t<Q> origin_{};
        std::size_t n_ = 0;
        positions p_{};
        bool done_ = true;

        /// Fill the places from i on with the first positions that there are.
        constexpr void fill(std::size_t i) {
            for (; i < K; ++i)
                for (p_[i] = start_at(p_, i); taken(p_, i);) ++p_[i];
        }
        template <std::size_t... Is>
        constexpr auto read(std::index_sequence<Is...>) const {
            using difference = std::ranges::range_difference_t<Q>;
            return row<decltype((void)Is, *origin_)...>(std::in_place, origin_[static_cast<difference>(p_[Is])]...);
        }
        template <std::size_t... Is>
        static auto value(std::index_sequence<Is...>)
            -> std::tuple<std::enable_if_t<(Is < K), std::ranges::range_value_t<Q>>...>;

    public:
        using value_type = decltype(value(std::make_index_sequence<K>()));

        cursor() = default;
        constexpr explicit cursor(Q& from)
            : origin_(std::ranges::begin(from)),
              n_(static_cast<std::size_t>(std::ranges::size(from))),
              done_(no_choice<How>(n_, K)) {
            if (!done_) fill(0);
        }
        constexpr auto read() const {
            if constexpr (K == 0)
                return std::tuple<>();
            else
                return read(std::make_index_sequence<K>());
        }
        constexpr void next() {
            for (auto i = K; i-- != 0;) {
                do ++p_[i];
                while (p_[i] < stop_at<How>(n_, K, i) && taken(p_, i));
                if (p_[i] < stop_at<How>(n_, K, i)) return fill(i + 1);
            }
            done_ = true;
        }
        [[nodiscard]] constexpr bool done() const { return done_; }
        [[nodiscard]] constexpr bool equal(cursor const& that) const {
            return done_ == that.done_ && (done_ || p_ == that.p_);
        }
    };

public:
    static constexpr bool simple = simple_view<P>;
    static constexpr bool rereadable = true;

    constexpr explicit fixed_selection_view(P from) : pool_(std::move(from)) {}

    template <class Self>
    requires pooled<member_of<Self, P>>
    static constexpr auto first(Self& self) {
        return cursor<member_of<Self, P>>(self.pool_);
    }

    static constexpr bool flow(auto& self, auto& sink) {
        auto const n = static_cast<std::size_t>(std::ranges::size(self.pool_));
        if (no_choice<How>(n, K)) return true;
        positions p{};
        return loop<0>(std::ranges::begin(self.pool_), n, p, sink);
    }

private:
    /// One loop a place, each inside the one before.
    template <std::size_t I, class It, class... Elements>
    static constexpr bool loop(It const& origin, std::size_t n, positions& p, auto& sink, Elements&&... elements) {
        if constexpr (I == K) {
            if constexpr (K == 0)
                return sink(std::tuple<>());
            else
                return sink(row<Elements...>(std::in_place, static_cast<Elements&&>(elements)...));
        } else {
            auto const stop = stop_at<How>(n, K, I);
            for (auto at = start_at(p, I); at < stop; ++at) {
                p[I] = at;
                if (taken(p, I)) continue;
                using element = std::iter_reference_t<It>;
                if (!loop<I + 1, It, Elements..., element>(origin, n, p, sink, static_cast<Elements&&>(elements)...,
                                                           origin[static_cast<std::iter_difference_t<It>>(at)]))
                    return false;
            }
            return true;
        }
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_SELECTION_HPP
