// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_TEMP_DIRECTORY_HPP
#define REGIUS_CONTEXTLIB_TEMP_DIRECTORY_HPP

#include <regius/core/temp_name.hpp>

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#if __has_include(<unistd.h>)
#include <sys/stat.h>
#endif

namespace regius {

/// A new directory that nobody else has, gone with all in it at the end of the scope.
///
///     temp_directory scratch({.prefix = "build-"});
///     std::ofstream(scratch.path() / "a.txt") << "...";
///
/// Python    tempfile.TemporaryDirectory(suffix, prefix, dir, delete)
/// Accepts   prefix and suffix of the name, the parent directory, keep: not to remove it at the end
/// Throws    std::filesystem::filesystem_error when it cannot be made, and from `cleanup()`; nothing from its end
/// Lifetime  movable
///
/// Removal goes into directories that were made read-only, never through a symbolic link, and is content when what it
/// should remove is gone already. On POSIX nobody else may look inside.
class temp_directory {
    std::filesystem::path path_;
    bool remove_ = true;

public:
    using options = core::temp_options;

    [[nodiscard]] temp_directory() : temp_directory(options()) {}
    [[nodiscard]] explicit temp_directory(options const& how);

    temp_directory(temp_directory&& that) noexcept
        : path_(std::move(that.path_)), remove_(std::exchange(that.remove_, false)) {}
    temp_directory& operator=(temp_directory&& that) noexcept {
        temp_directory old(std::move(*this));
        path_ = std::move(that.path_);
        remove_ = std::exchange(that.remove_, false);
        return *this;
    }
    ~temp_directory() {
        std::error_code ignored;
        if (remove_) remove_tree(ignored);
    }

    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }

    /// Do not remove the directory at the end.
    void keep() noexcept { remove_ = false; }

    /// Remove it now, and tell when that fails. A second call does nothing.
    void cleanup();

private:
    void remove_tree(std::error_code& error) const;
    static void open_up(std::filesystem::path const& directory);
};

inline temp_directory::temp_directory(options const& how) : remove_(!how.keep) {
    path_ = core::unused_name(how, [](std::filesystem::path const& path) {
#if __has_include(<unistd.h>)
        return ::mkdir(path.c_str(), 0700) == 0 ? std::error_code() : std::error_code(errno, std::generic_category());
#else
        std::error_code error;
        if (!std::filesystem::create_directory(path, error) && !error)
            error = std::make_error_code(std::errc::file_exists);
        return error;
#endif
    });
}

inline void temp_directory::cleanup() {
    if (!std::exchange(remove_, false)) return;
    std::error_code error;
    remove_tree(error);
    if (error) {
        remove_ = true;
        throw std::filesystem::filesystem_error("regius::temp_directory: cannot remove", path_, error);
    }
}

// remove_all does not follow links, but stops at a directory it may not write to.
inline void temp_directory::remove_tree(std::error_code& error) const {
    std::filesystem::remove_all(path_, error);
    if (!error) return;
    open_up(path_);
    std::filesystem::remove_all(path_, error);
}

inline void temp_directory::open_up(std::filesystem::path const& directory) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::symlink_status(directory, error).type() != fs::file_type::directory) return;
    fs::permissions(directory, fs::perms::owner_all, fs::perm_options::add, error);
    fs::directory_iterator entry(directory, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) open_up(entry->path());
}

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_TEMP_DIRECTORY_HPP
