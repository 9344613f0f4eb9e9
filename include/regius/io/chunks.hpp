// SPDX-License-Identifier: MIT
#ifndef REGIUS_IO_CHUNKS_HPP
#define REGIUS_IO_CHUNKS_HPP

#include <regius/core/file.hpp>
#include <regius/core/read_view.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace regius {

class file_chunks_view;

/// Read a file in chunks of n bytes; only the last may be shorter.
///
///     for (std::string_view chunk : chunks("disk.img", 1 << 20)) ...
///
/// Python    iter(functools.partial(open(path, "rb").read, n), b"")
/// Accepts   the path of a file; n counts bytes, n >= 1
/// Yields    std::string_view, ceil(size / n) of them for a file of `size` bytes
/// Category  input, move-only, one pass: a second loop goes on where the first one stopped
/// Cost      one read a chunk where the system gives that much at once; the buffer never exceeds twice the file
/// Throws    value_error from the call when n < 1; os_error from the call when the file is missing, unreadable or a
///           directory, and from begin() and ++ when reading fails
/// Lifetime  a chunk lives until the next one is read; what keeps chunks (to<std::vector>() and so on) keeps std::string
struct chunks_fn {
    template <core::path_like Path>
    [[nodiscard]] file_chunks_view operator()(Path const& path, std::integral auto n) const;
};

inline constexpr chunks_fn chunks{};

class file_chunks_view : public core::read_view<file_chunks_view> {
public:
    file_chunks_view(std::string path, std::size_t n) : file_(std::move(path)), n_(n) {}

    /// Read the next chunk; false at the end. A short read is not the end: a pipe gives what it has.
    bool next() {
        if (complete_) size_ = 0;
        complete_ = false;  // until then a read that throws keeps what came before it for the next try
        while (size_ < n_) {
            if (size_ == buffer_.size()) buffer_.grow(core::smaller(n_, core::larger(2 * size_, first_size)));
            auto const got = file_.read(buffer_.data() + size_, buffer_.size() - size_);
            if (got == 0) break;
            size_ += got;
        }
        complete_ = true;
        return size_ != 0;
    }

    [[nodiscard]] std::string_view piece() const noexcept { return {buffer_.data(), size_}; }

private:
    static constexpr std::size_t first_size = std::size_t{256} << 10;

    core::input_file file_;
    core::byte_buffer buffer_;
    std::size_t n_;
    std::size_t size_ = 0;
    bool complete_ = true;
};

template <core::path_like Path>
file_chunks_view chunks_fn::operator()(Path const& path, std::integral auto n) const {
    if (n < 1) throw value_error("chunks: n must be at least one: " + std::to_string(n));
    return file_chunks_view(core::path_string(path), static_cast<std::size_t>(n));
}

}  // namespace regius

#endif  // REGIUS_IO_CHUNKS_HPP
