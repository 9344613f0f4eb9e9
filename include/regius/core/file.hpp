// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FILE_HPP
#define REGIUS_CORE_FILE_HPP

#include <regius/core/repr.hpp>

#include <cerrno>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#if __has_include(<sys/uio.h>)
#include <sys/stat.h>
#include <sys/uio.h>
#endif

namespace regius {

/// The operating system refused: a file that is missing, unreadable, a directory, or fails while it is read.
///
/// Python    OSError and its children; the text is Python's: [Errno 2] No such file or directory: 'a.log'
class os_error : public std::system_error {
    std::runtime_error text_;  // copies without throwing, which a string member could not promise

public:
    os_error(int errno_value, std::string_view path)
        : std::system_error(errno_value, std::generic_category()), text_(text(errno_value, path)) {}

    [[nodiscard]] char const* what() const noexcept override { return text_.what(); }

private:
    static std::string text(int errno_value, std::string_view path) {
        auto s = "[Errno " + std::to_string(errno_value) + "] " + std::generic_category().message(errno_value);
        return path.empty() ? s : s + ": " + repr(path);
    }
};

}  // namespace regius

namespace regius::core {

/// What names a file: a string of any kind, or a std::filesystem::path (which is not included for this).
template <class T>
concept path_like = std::convertible_to<T const&, std::string_view> || requires(T const& path) {
    { path.string() } -> std::same_as<std::string>;
};

template <path_like T>
[[nodiscard]] std::string path_string(T const& path) {
    if constexpr (std::convertible_to<T const&, std::string_view>)
        return std::string(static_cast<std::string_view>(path));
    else
        return path.string();
}

/// A file opened for reading, without a buffer: every read goes to the system and returns what is there, so that
/// a line that has arrived through a pipe is seen before the next one is written.
///
/// Throws    os_error from the constructor (missing, no permission, a directory) and from read
class input_file {
public:
    explicit input_file(std::string path) : path_(std::move(path)) {
        do file_ = std::fopen(path_.c_str(), mode);
        while (file_ == nullptr && errno == EINTR);
        if (file_ == nullptr) fail(errno);
        prepare();
    }
    input_file(input_file&& that) noexcept : path_(std::move(that.path_)), file_(std::exchange(that.file_, nullptr)) {}
    input_file& operator=(input_file&& that) noexcept {
        std::swap(path_, that.path_);
        std::swap(file_, that.file_);
        return *this;
    }
    ~input_file() {
        if (file_ != nullptr) std::fclose(file_);
    }

    /// The number of bytes stored at `to`, at most n; 0 only at the end of the file.
    [[nodiscard]] std::size_t read(char* to, std::size_t n);

private:
#if __has_include(<sys/uio.h>)
    static constexpr char const* mode = "rbe";  // e: not for child processes
#else
    static constexpr char const* mode = "rb";
#endif
    void prepare();
    [[noreturn]] void fail(int errno_value) const { throw os_error(errno_value, path_); }

    std::string path_;
    std::FILE* file_ = nullptr;
};

// By the system's own read, as std::fread waits until it has all n bytes. It is readv, because the header of read costs
// 500 lines.
#if __has_include(<sys/uio.h>)

// The system opens a directory gladly and fails at the first read; Python refuses it here.
inline void input_file::prepare() {
    struct stat status{};
    if (::fstat(::fileno(file_), &status) == 0 && S_ISDIR(status.st_mode)) {
        std::fclose(file_);
        fail(EISDIR);
    }
}

inline std::size_t input_file::read(char* to, std::size_t n) {
    for (;;) {
        iovec const whole{to, n};
        auto const got = ::readv(::fileno(file_), &whole, 1);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) fail(errno);
    }
}

#else

inline void input_file::prepare() { std::setvbuf(file_, nullptr, _IONBF, 0); }

inline std::size_t input_file::read(char* to, std::size_t n) {
    auto const got = std::fread(to, 1, n, file_);
    if (got == 0 && std::ferror(file_)) fail(EIO);
    return got;
}

#endif

/// Bytes that grow without being filled first: what a file is read into.
class byte_buffer {
public:
    byte_buffer() = default;
    byte_buffer(byte_buffer&& that) noexcept
        : data_(std::exchange(that.data_, nullptr)), size_(std::exchange(that.size_, 0)) {}
    byte_buffer& operator=(byte_buffer&& that) noexcept {
        std::swap(data_, that.data_);
        std::swap(size_, that.size_);
        return *this;
    }
    ~byte_buffer() { std::free(data_); }

    [[nodiscard]] char* data() const noexcept { return data_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// Keeps the bytes that are there. Throws std::bad_alloc and changes nothing when there is no memory.
    void grow(std::size_t size) {
        auto* const larger = static_cast<char*>(std::realloc(data_, size));
        if (larger == nullptr) throw std::bad_alloc();
        data_ = larger;
        size_ = size;
    }

private:
    char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace regius::core

#endif  // REGIUS_CORE_FILE_HPP
