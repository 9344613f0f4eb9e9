// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_VIEW_READER_HPP
#define REGIUS_CORE_VIEW_READER_HPP

namespace regius::core {

/// The cursor of a view that keeps its place itself, as an iterator in Python does: the view has value_type, read(), step()
/// and done(), and `friend core::view_reader<the view>`.
template <class View>
class view_reader {
    View* view_;

public:
    using value_type = typename View::value_type;

    constexpr explicit view_reader(View& view) : view_(&view) {}
    constexpr decltype(auto) read() const { return view_->read(); }
    constexpr void next() { view_->step(); }
    [[nodiscard]] constexpr bool done() const { return view_->done(); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_VIEW_READER_HPP
