// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_SOURCES_HPP
#define REGIUS_TESTS_SUPPORT_SOURCES_HPP

#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius::tests {

/// What list(iterable) is in Python.
template <class R>
constexpr auto list(R&& r) {
    std::vector<std::ranges::range_value_t<R>> out;
    for (auto&& x : r) out.push_back(std::forward<decltype(x)>(x));
    return out;
}

/// The same elements, pushed by the range itself.
template <class R>
constexpr auto pushed(R&& r) {
    std::vector<std::ranges::range_value_t<R>> out;
    r.for_each_while([&out](auto&& x) {
        out.push_back(std::forward<decltype(x)>(x));
        return true;
    });
    return out;
}

/// A one-shot source, as an iterator in Python: begin() pulls the next element. It counts what was pulled.
template <class T>
class one_shot {
    std::vector<T> elements_;
    std::size_t pulled_ = 0;

    class iterator {
        one_shot* source_;

    public:
        using iterator_concept = std::input_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;

        explicit iterator(one_shot& source) : source_(&source) {}
        iterator(iterator&&) = default;
        iterator& operator=(iterator&&) = default;
        T& operator*() const { return source_->elements_[source_->pulled_ - 1]; }
        iterator& operator++() {
            source_->pull();
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(iterator const& it, std::default_sentinel_t) { return it.source_->ended(); }
    };

    void pull() { ++pulled_; }

public:
    explicit one_shot(std::vector<T> elements) : elements_(std::move(elements)) {}
    one_shot(one_shot&&) = default;
    one_shot& operator=(one_shot&&) = default;

    auto begin() {
        if (!ended()) pull();
        return iterator(*this);
    }
    std::default_sentinel_t end() const { return {}; }

    bool ended() const { return pulled_ > elements_.size(); }

    /// What nobody has pulled yet.
    std::vector<T> left() const {
        auto const n = pulled_ < elements_.size() ? pulled_ : elements_.size();
        return std::vector<T>(elements_.begin() + static_cast<std::ptrdiff_t>(n), elements_.end());
    }
};

}  // namespace regius::tests

#endif  // REGIUS_TESTS_SUPPORT_SOURCES_HPP
