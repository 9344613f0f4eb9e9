// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_READ_VIEW_HPP
#define REGIUS_CORE_READ_VIEW_HPP

#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>

namespace regius::core {

/// A view of the pieces of text that it reads into memory of its own, each over the one before. The view is its own
/// cursor, so begin() reads the next piece: `View` has next(), false at the end, and piece().
template <class View>
class read_view : public std::ranges::view_interface<View> {
public:
    class iterator {
        View* view_ = nullptr;

    public:
        using iterator_concept = std::input_iterator_tag;
        using value_type = std::string;  // as which it is kept when the next one is read
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        explicit iterator(View& view) : view_(&view) {}

        [[nodiscard]] std::string_view operator*() const noexcept { return view_->piece(); }
        iterator& operator++() {
            if (!view_->next()) view_ = nullptr;
            return *this;
        }
        void operator++(int) { ++*this; }
        [[nodiscard]] bool operator==(std::default_sentinel_t) const noexcept { return view_ == nullptr; }
    };

    [[nodiscard]] iterator begin() {
        auto& view = static_cast<View&>(*this);
        return view.next() ? iterator(view) : iterator();
    }
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

    template <class Sink>
    bool for_each_while(Sink&& sink) {
        auto& view = static_cast<View&>(*this);
        while (view.next())
            if (!sink(view.piece())) return false;
        return true;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_READ_VIEW_HPP
