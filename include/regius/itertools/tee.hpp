// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_TEE_HPP
#define REGIUS_ITERTOOLS_TEE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/value_error.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <deque>
#include <iterator>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

template <std::ranges::view V>
class tee_view;

namespace detail {

/// What the views of one tee share: the source, and the elements that some of them have not read yet.
template <class V>
class tee_source {
    using value = std::ranges::range_value_t<V>;

    V base_;
    std::optional<std::ranges::iterator_t<V>> it_;
    std::deque<value> kept_;
    std::size_t first_ = 0;  // the number of kept_.front()
    std::vector<std::size_t> places_;
    bool ended_ = false;
    bool reading_ = false;

    void pull() {
        if (reading_) throw std::runtime_error("tee() iterator is being read by itself");
        struct guard {
            bool& reading;
            explicit guard(bool& r) : reading(r) { reading = true; }
            ~guard() { reading = false; }
        } const now(reading_);
        if (it_)
            ++*it_;
        else
            it_.emplace(std::ranges::begin(base_));
        ended_ = *it_ == std::ranges::end(base_);
        if (!ended_) kept_.emplace_back(**it_);
    }
    /// Forget what everybody has read.
    void drop() {
        auto least = first_ + kept_.size();
        for (auto place : places_)
            if (place < least) least = place;
        for (; first_ < least; ++first_) kept_.pop_front();
    }

public:
    static constexpr std::size_t gone = static_cast<std::size_t>(-1);

    explicit tee_source(V base) : base_(std::move(base)) {}

    std::size_t join(std::size_t place) {
        places_.push_back(place);
        return places_.size() - 1;
    }
    void leave(std::size_t reader) {
        places_[reader] = gone;
        drop();
    }
    [[nodiscard]] std::size_t place(std::size_t reader) const { return places_[reader]; }
    [[nodiscard]] bool has(std::size_t place) {
        if (place == first_ + kept_.size() && !ended_) pull();
        return place != first_ + kept_.size();
    }
    [[nodiscard]] value const& at(std::size_t place) const { return kept_[place - first_]; }
    void pass(std::size_t reader) {
        ++places_[reader];
        drop();
    }
};

}  // namespace detail

/// n independent views of one source, which is read once.
///
///     auto views = tee(lines, 2);             // std::vector of two
///     auto [a, b] = tee_n<2>(lines);
///
/// Python    itertools.tee(iterable, n=2)
/// Accepts   a range; the source must not be read by others from then on
/// Returns   tee: std::vector of n views; tee_n<N>: a std::tuple of N
/// Yields    the elements, by const reference: each view all of them; a copy of a view reads on from where it stands
/// Category  input; what one view has read is behind it, as with an iterator in Python
/// Cost      an element is kept from when the first view reads it until the last one has
/// Throws    value_error from the call, "n must be >= 0"
/// Lifetime  the views share the source: an lvalue range is borrowed, an rvalue is owned by them together
/// Threads   all views of a source belong to one thread
struct tee_fn {
    template <core::iterable R>
    [[nodiscard]] auto operator()(R&& r, core::integer auto n) const {
        using view = tee_view<core::all_t<R>>;
        if (std::cmp_less(n, 0)) throw value_error("n must be >= 0");
        std::vector<view> views;
        if (n == 0) return views;
        views.reserve(static_cast<std::size_t>(n));
        views.push_back(view(core::all(std::forward<R>(r))));
        while (views.size() != static_cast<std::size_t>(n)) views.push_back(views.front());
        return views;
    }
    template <core::iterable R>
    [[nodiscard]] auto operator()(R&& r) const {
        return (*this)(std::forward<R>(r), 2);
    }
    [[nodiscard]] constexpr auto operator()(core::integer auto n) const {
        if (std::cmp_less(n, 0)) throw value_error("n must be >= 0");
        return core::bind_back(*this, n);
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr tee_fn tee{};

template <std::size_t N>
struct tee_n_fn {
    template <core::iterable R>
    [[nodiscard]] auto operator()(R&& r) const {
        using view = tee_view<core::all_t<R>>;
        if constexpr (N == 0) {
            return std::tuple<>();
        } else {
            view first_view(core::all(std::forward<R>(r)));
            return [&first_view]<std::size_t... Is>(std::index_sequence<Is...>) {
                return std::tuple(((void)Is, first_view)...);
            }(std::make_index_sequence<N>());
        }
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

template <std::size_t N>
inline constexpr tee_n_fn<N> tee_n{};

template <std::ranges::view V>
class tee_view : public core::view_facade<tee_view<V>> {
    using source = detail::tee_source<V>;
    core::shared<source> source_;
    std::size_t reader_ = 0;

    class cursor {
        tee_view* view_;

    public:
        using value_type = std::ranges::range_value_t<V>;
        explicit cursor(tee_view& view) : view_(&view) { view.forward(); }
        std::ranges::range_value_t<V> const& read() const { return view_->now(); }
        void next() { view_->forward(); }
        [[nodiscard]] bool done() const { return view_->ended_; }
    };

    // An element is passed when the next one is asked for: until then it must stay where it is.
    bool standing_ = false;
    bool ended_ = false;

    void forward() {
        if (std::exchange(standing_, false)) source_->pass(reader_);
        standing_ = source_->has(source_->place(reader_));
        ended_ = !standing_;
    }
    std::ranges::range_value_t<V> const& now() const { return source_->at(source_->place(reader_)); }
    void leave() {
        if (source_) source_->leave(reader_);
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = false;
    static constexpr bool infinite = core::infinite<V>;

    explicit tee_view(V base) : source_(std::in_place, std::move(base)), reader_(source_->join(0)) {}
    tee_view(tee_view const& that)
        : source_(that.source_), reader_(source_ ? source_->join(source_->place(that.reader_) + that.standing_) : 0) {}
    tee_view(tee_view&& that) noexcept
        : source_(std::move(that.source_)), reader_(that.reader_), standing_(that.standing_), ended_(that.ended_) {}
    tee_view& operator=(tee_view that) noexcept {
        std::swap(source_, that.source_);
        std::swap(reader_, that.reader_);
        std::swap(standing_, that.standing_);
        std::swap(ended_, that.ended_);
        return *this;
    }
    ~tee_view() { leave(); }

    static auto first(tee_view& self) { return cursor(self); }
    static bool flow(tee_view& self, auto& sink) {
        for (self.forward(); self.standing_; self.forward())
            if (!sink(self.now())) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_TEE_HPP
