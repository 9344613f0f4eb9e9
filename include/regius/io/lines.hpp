// SPDX-License-Identifier: MIT
#ifndef REGIUS_IO_LINES_HPP
#define REGIUS_IO_LINES_HPP

#include <regius/core/file.hpp>
#include <regius/core/newlines.hpp>
#include <regius/core/read_view.hpp>

#include <bit>
#include <cerrno>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius {

class file_lines_view;
template <class Holder>
class stream_lines_view;

namespace core {

/// A std::istream of char, or what reads like one; recognised without including <istream>.
template <class T>
concept line_stream = requires(T& stream, std::string& line) {
    getline(stream, line);
    { stream.bad() } -> std::convertible_to<bool>;
    { stream.fail() } -> std::convertible_to<bool>;
    { stream.eof() } -> std::convertible_to<bool>;
};

}  // namespace core

/// Read a file line by line: "\n", "\r\n" and "\r" end a line, and the last one needs no end.
///
///     for (std::string_view line : lines("access.log")) ...
///     for (std::string_view line : lines(std::cin)) ...
///
/// Python    for line in open(path, errors="surrogateescape")
/// Accepts   the path of a file, or a stream (an lvalue is borrowed, an rvalue is owned)
/// Yields    std::string_view, one a line, without its end; bytes pass as they are (NUL, any encoding). Its value type is
///           std::string: sorted, tail, to<std::vector>() and whatever else keeps lines keep their text
/// Category  input, move-only, one pass: a second loop goes on where the first one stopped
/// Cost      one read a 256 KiB block; the buffer grows to the longest line and is reused. A stream costs what
///           std::getline costs
/// Throws    os_error from the call when the file is missing, unreadable or a directory, or the stream has failed;
///           os_error from begin() and ++ when reading fails: an error is never taken for the end
/// Lifetime  a line lives until the next one is read; copy it into a std::string to keep it
/// Differs   Python's lines keep their "\n"; these do not
struct lines_fn {
    template <core::path_like Path>
    [[nodiscard]] file_lines_view operator()(Path const& path) const;

    template <core::line_stream Stream>
    requires(!core::path_like<Stream>)
    [[nodiscard]] auto operator()(Stream& stream) const {
        return stream_lines_view<Stream*>(&stream);
    }
    template <core::line_stream Stream>
    requires(!core::path_like<Stream> && std::movable<Stream>)
    [[nodiscard]] auto operator()(Stream&& stream) const {
        return stream_lines_view<Stream>(std::move(stream));
    }
};

inline constexpr lines_fn lines{};

/// The lines of a file. Newlines are found 64 bytes at a time: one mask says where all of them are, so that no
/// byte is looked at twice and a short line costs no call.
class file_lines_view : public core::read_view<file_lines_view> {
public:
    explicit file_lines_view(std::string path) : file_(std::move(path)) {}

    /// Move to the next line; false at the end.
    bool next() {
        while (ends_ == 0) {
            if (scanned_ >= size_ && !refill()) return take_rest();
            block_ = scanned_;
            ends_ = core::newlines(buffer_.data() + block_);
            scanned_ += core::newline_block;
        }
        auto const end = block_ + static_cast<std::size_t>(std::countr_zero(ends_));
        ends_ &= ends_ - 1;

        char const* const start = buffer_.data() + next_;
        char const* const stop = buffer_.data() + end;
        // A "\r" that stands before "\n" ends nothing itself, so it belongs to this line and not to the one before.
        bool const crlf = *stop == '\n' && stop != start && stop[-1] == '\r';
        line_ = std::string_view(start, static_cast<std::size_t>(stop - start) - crlf);
        next_ = end + 1;
        return true;
    }

    [[nodiscard]] std::string_view piece() const noexcept { return line_; }

private:
    static constexpr std::size_t block_size = std::size_t{256} << 10;
    static constexpr std::size_t padding = core::newline_block + 1;  // what `newlines` may look at behind the data

    bool take_rest() {
        if (next_ == size_) return false;
        line_ = std::string_view(buffer_.data() + next_, size_ - next_);
        next_ = size_;
        return true;
    }

    /// Read on behind the unfinished line; false when the file is at its end. If it throws, no byte is lost: the
    /// next call tries again.
    [[gnu::noinline, gnu::cold]] bool refill() {
        if (at_end_) return false;
        auto const rest = size_ - next_;
        if (buffer_.size() < rest + held_ + padding + block_size / 2) buffer_.grow(2 * rest + block_size + padding);
        char* const data = buffer_.data();
        if (rest != 0) std::memmove(data, data + next_, rest);
        next_ = 0;
        size_ = scanned_ = rest;
        // A "\r" at the end of a block waits for the byte behind it, as in Python: it may be half of "\r\n".
        if (held_) data[size_] = '\r';

        auto const got = file_.read(data + size_ + held_, buffer_.size() - padding - size_ - held_);
        at_end_ = got == 0;
        size_ += got + held_;
        held_ = !at_end_ && data[size_ - 1] == '\r';
        size_ -= held_;
        std::memset(data + size_, 0, padding);
        return true;
    }

    core::input_file file_;
    core::byte_buffer buffer_;
    std::string_view line_;
    std::size_t next_ = 0;     // where the next line begins
    std::size_t size_ = 0;     // how much of the buffer is data
    std::size_t scanned_ = 0;  // how much of it has been searched for newlines
    std::size_t block_ = 0;    // where the 64 bytes begin that ends_ speaks of
    std::uint64_t ends_ = 0;   // the line ends in that block that were not used yet
    bool held_ = false;        // a "\r" stands at data[size_] and is not counted in size_
    bool at_end_ = false;
};

template <core::path_like Path>
[[nodiscard]] file_lines_view lines_fn::operator()(Path const& path) const {
    return file_lines_view(core::path_string(path));
}

/// The lines of a stream. It never reads past the "\n" of the last line that was asked for, so the stream can be
/// read on by other means afterwards. `Holder` is the stream, or a pointer to it.
template <class Holder>
class stream_lines_view : public core::read_view<stream_lines_view<Holder>> {
public:
    explicit stream_lines_view(Holder holder) : holder_(std::move(holder)) {
        if (stream().fail() && !stream().eof()) throw os_error(EIO, "");
    }

    bool next() {
        if (next_ > text_.size()) {
            read();
            if (stream().fail()) return false;
            if (text_.ends_with('\r') && !stream().eof()) text_.pop_back();
            next_ = 0;
        }
        auto const rest = std::string_view(text_).substr(next_);
        auto const end = rest.find('\r');
        line_ = rest.substr(0, end);
        if (end == rest.npos || (end + 1 == rest.size() && stream().eof()))
            next_ = text_.size() + 1;
        else
            next_ += end + 1;
        return true;
    }

    [[nodiscard]] std::string_view piece() const noexcept { return line_; }

private:
    constexpr auto& stream() noexcept {
        if constexpr (std::is_pointer_v<Holder>)
            return *holder_;
        else
            return holder_;
    }

    /// A stream that throws at its end (exceptions(), in iostreams) has not failed.
    void read() {
        next_ = std::string::npos;  // if it throws, text_ holds no line
        text_.clear();
        try {
            getline(stream(), text_);
        } catch (...) {
            if (stream().bad() || !stream().eof()) throw;
        }
        if (stream().bad()) throw os_error(EIO, "");
    }

    Holder holder_;
    std::string text_;  // up to the last "\n"; more than one line only if there is a lone "\r" in it
    std::string_view line_;
    std::size_t next_ = 1;  // where in text_ the next line begins; past its end when it is used up
};

}  // namespace regius

#endif  // REGIUS_IO_LINES_HPP
