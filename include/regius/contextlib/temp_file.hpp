// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_TEMP_FILE_HPP
#define REGIUS_CONTEXTLIB_TEMP_FILE_HPP

#include <regius/core/temp_name.hpp>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#if __has_include(<unistd.h>)
#include <fcntl.h>
#include <unistd.h>
#endif

namespace regius {

/// A file that nobody else has, open for reading and writing, and gone at the end of the scope.
///
///     temp_file report({.parent = target.parent_path()});
///     report.write("42\n");
///     report.persist(target);             // the whole report is there now, or, after an error, the old one
///
/// Python    tempfile.NamedTemporaryFile(mode="w+b", suffix, prefix, dir, delete)
/// Accepts   prefix and suffix of the name, the parent directory, keep: not to remove it at the end
/// Throws    std::filesystem::filesystem_error or std::system_error, from every member that fails
/// Lifetime  the file is closed and, unless kept, removed at the end; a file that is gone by then is no error.
///           Movable
/// Differs   on POSIX the mode is 0600 and stays so when the file is persisted; elsewhere, what the system gives
class temp_file {
public:
    using options = core::temp_options;

    [[nodiscard]] temp_file() : temp_file(options()) {}
    [[nodiscard]] explicit temp_file(options const& how);

    temp_file(temp_file&& that) noexcept
        : path_(std::move(that.path_)),
          file_(std::exchange(that.file_, nullptr)),
          remove_(std::exchange(that.remove_, false)) {}
    temp_file& operator=(temp_file&& that) noexcept {
        temp_file old(std::move(*this));
        path_ = std::move(that.path_);
        file_ = std::exchange(that.file_, nullptr);
        remove_ = std::exchange(that.remove_, false);
        return *this;
    }
    ~temp_file() { discard(); }

    /// The absolute path of the file; after `persist`, of where it went.
    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }

    /// The open stream, for std::fprintf and its kin; null once closed.
    [[nodiscard]] std::FILE* stream() const noexcept { return file_; }

    void write(std::string_view text) {
        if (std::fwrite(text.data(), 1, text.size(), opened()) != text.size()) fail("write");
    }
    void flush() {
        if (std::fflush(opened()) != 0) fail("flush");
    }

    /// Close the stream early, for those who open the file by its name. The file stays until the end.
    void close() {
        if (file_ && std::fclose(std::exchange(file_, nullptr)) != 0) fail("close");
    }

    /// Do not remove the file at the end.
    void keep() noexcept { remove_ = false; }

    /// Write what is buffered to the disk, close the file and rename it to `target`, replacing what was there in one
    /// step: readers see the old file or the new one, whole, also after a crash. When it fails, the target is as it
    /// was and the temporary file is removed at the end. Temporary file and target must be on one file system; a device,
    /// a pipe or a directory is not replaced.
    void persist(std::filesystem::path const& target);

private:
    [[nodiscard]] std::FILE* opened() const {
        if (file_) return file_;
        throw std::filesystem::filesystem_error("regius::temp_file: closed", path_,
                                                std::make_error_code(std::errc::bad_file_descriptor));
    }
    [[noreturn]] void fail(char const* what) const {
        std::error_code const why(errno, std::generic_category());
        throw std::filesystem::filesystem_error(std::string("regius::temp_file: ") + what, path_, why);
    }
    void discard() noexcept {
        if (file_) std::fclose(file_);
        std::error_code gone;
        if (remove_) std::filesystem::remove(path_, gone);
    }

    std::filesystem::path path_;
    std::FILE* file_ = nullptr;
    bool remove_ = true;
};

namespace detail {

// Null, and errno EEXIST, when there is such a file.
inline std::FILE* temp_file_open(std::filesystem::path const& path) {
#if __has_include(<unistd.h>)
    int const descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return nullptr;
    auto* const file = ::fdopen(descriptor, "w+b");
    if (!file) {
        int const why = errno;
        ::close(descriptor);
        ::unlink(path.c_str());
        errno = why;
    }
    return file;
#else
    return std::fopen(path.string().c_str(), "w+bx");
#endif
}

}  // namespace detail

inline temp_file::temp_file(options const& how) : remove_(!how.keep) {
    path_ = core::unused_name(how, [this](std::filesystem::path const& path) {
        file_ = detail::temp_file_open(path);
        return file_ ? std::error_code() : std::error_code(errno, std::generic_category());
    });
}

inline void temp_file::persist(std::filesystem::path const& target) {
    flush();
#if __has_include(<unistd.h>)
    if (::fsync(::fileno(file_)) != 0) fail("fsync");
#endif
    close();
    auto where = std::filesystem::absolute(target);
    // Who may do everything could put a file in the place of /dev/null.
    if (std::filesystem::exists(where) && !std::filesystem::is_regular_file(where))
        throw std::filesystem::filesystem_error("regius::temp_file: persist: not a regular file", where,
                                                std::make_error_code(std::errc::operation_not_permitted));
    std::filesystem::rename(path_, where);
    path_ = std::move(where);
    remove_ = false;
}

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_TEMP_FILE_HPP
