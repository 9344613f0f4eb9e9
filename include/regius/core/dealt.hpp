// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_DEALT_HPP
#define REGIUS_CORE_DEALT_HPP

#include <regius/core/kept_element.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/tap.hpp>
#include <regius/core/view.hpp>

#include <cstddef>
#include <ranges>
#include <utility>
#include <vector>

namespace regius::core {

/// First in, first out, without an allocation for each of many short ones.
template <class T>
class fifo {
    std::vector<T> items_;
    std::size_t first_ = 0;

public:
    [[nodiscard]] bool empty() const { return first_ == items_.size(); }
    void push(T item) { items_.push_back(std::move(item)); }
    T pop() {
        T item = std::move(items_[first_++]);
        if (2 * first_ >= items_.size()) {
            items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(first_));
            first_ = 0;
        }
        return item;
    }
};

/// A source that is read once, each element for one of n readers: choose(element) says which. Whoever asks for an element
/// reads on until there is one for him, and keeps for the others what he meets on the way.
template <std::ranges::view V, class Choose>
class dealt_source {
public:
    using key_type = std::size_t;
    using item = kept_element<V>;
    static constexpr bool infinite = core::infinite<V>;

    dealt_source(V base, Choose choose, std::size_t n)
        : base_(std::move(base)), choose_(std::move(choose)), waiting_(n) {}

    item take(std::size_t reader) {
        auto& own = waiting_[reader];
        while (own.empty() && tap_.pull(base_)) {
            auto&& x = tap_.read();
            waiting_[choose_(x)].push(kept(std::forward<decltype(x)>(x)));
        }
        return own.empty() ? item() : own.pop();
    }
    /// Pass on all that there is for one reader, until the sink returns false; whether it never did.
    bool pass(std::size_t reader, auto& sink) {
        auto& own = waiting_[reader];
        for (;;) {
            while (!own.empty())
                if (!sink(own.pop().hand())) return false;
            if (!tap_.pull(base_)) return true;
            auto&& x = tap_.read();
            auto const whose = choose_(x);
            item one = kept(std::forward<decltype(x)>(x));
            if (whose != reader)
                waiting_[whose].push(std::move(one));
            else if (!sink(one.hand()))
                return false;
        }
    }

private:
    template <class X>
    static item kept(X&& x) {
        item one;
        one.take(std::forward<X>(x));
        return one;
    }

    V base_;
    [[no_unique_address]] Choose choose_;
    tap<V> tap_;
    std::vector<fifo<item>> waiting_;
};

/// The elements that Source has for one reader, who is known to it by a key; none if there is no source.
template <class Source>
class dealt_view : public view_facade<dealt_view<Source>> {
    shared<Source> source_;
    typename Source::key_type key_;
    typename Source::item now_;

    void forward() {
        if (source_) now_ = source_->take(key_);
    }

    class cursor {
        dealt_view* view_;

    public:
        explicit cursor(dealt_view& view) : view_(&view) { view.forward(); }
        decltype(auto) read() const { return view_->now_.hand(); }
        void next() { view_->forward(); }
        [[nodiscard]] bool done() const { return !view_->now_; }
    };

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = false;
    static constexpr bool infinite = Source::infinite;

    dealt_view(shared<Source> source, typename Source::key_type key)
        : source_(std::move(source)), key_(std::move(key)) {}

    static auto first(dealt_view& self) { return cursor(self); }
    static bool flow(dealt_view& self, auto& sink) {
        if constexpr (requires { self.source_->pass(self.key_, sink); }) {
            return !self.source_ || self.source_->pass(self.key_, sink);
        } else {
            for (self.forward(); self.now_; self.forward())
                if (!sink(self.now_.hand())) return false;
            return true;
        }
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_DEALT_HPP
