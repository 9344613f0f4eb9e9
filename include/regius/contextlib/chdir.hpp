// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_CHDIR_HPP
#define REGIUS_CONTEXTLIB_CHDIR_HPP

#include <regius/core/cleanup.hpp>

#include <filesystem>
#include <utility>

namespace regius {

/// Change the working directory until the scope ends.
///
///     chdir inside(build_directory);
///
/// Python    contextlib.chdir(path)
/// Throws    std::filesystem::filesystem_error when the directory cannot be entered; or when, at a normal end, the one
///           that was is gone
/// Lifetime  movable
/// Threads   the working directory belongs to the whole process
class chdir {
    std::filesystem::path before_;
    bool changed_ = true;

public:
    [[nodiscard]] explicit chdir(std::filesystem::path const& path) : before_(std::filesystem::current_path()) {
        std::filesystem::current_path(path);
    }
    chdir(chdir&& that) noexcept : before_(std::move(that.before_)), changed_(std::exchange(that.changed_, false)) {}
    ~chdir() noexcept(false) {
        if (changed_) core::cleanup([this] { std::filesystem::current_path(before_); });
    }
};

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_CHDIR_HPP
