// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_REDIRECTION_HPP
#define REGIUS_CORE_REDIRECTION_HPP

#include <regius/core/cleanup.hpp>
#include <regius/core/value_error.hpp>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <ostream>
#include <system_error>
#include <utility>

#if __has_include(<unistd.h>)
#include <fcntl.h>
#include <unistd.h>
#endif

namespace regius::core {

/// The standard streams of one direction, sent elsewhere as long as the object lives.
///
/// Output    output::streams() is an array of std::ostream*, output::file() the std::FILE* beneath them
template <class Output>
class redirection {
    std::array<std::streambuf*, std::tuple_size_v<decltype(Output::streams())>> before_{};
    bool streams_redirected_ = false;
    int saved_ = -1;  // a copy of the descriptor that was

public:
    /// What is written to the streams of <iostream> goes to the buffer of target.
    [[nodiscard]] explicit redirection(std::ostream& target) : streams_redirected_(true) {
        auto* const buffer = target.rdbuf();
        auto const streams = Output::streams();
        for (std::size_t i = 0; i < streams.size(); ++i) before_[i] = streams[i]->rdbuf(buffer);
    }

#if __has_include(<unistd.h>)
    /// What the process writes to the descriptor goes to target: std::printf, <iostream>, libraries, child processes.
    [[nodiscard]] explicit redirection(std::FILE* target) {
        if (!target) throw value_error("regius: the file to redirect to is null");
        flush();
        std::fflush(target);
        saved_ = ::fcntl(descriptor(), F_DUPFD_CLOEXEC, 0);
        if (saved_ < 0) fail();
        if (::dup2(::fileno(target), descriptor()) < 0) {
            std::error_code const why(errno, std::generic_category());
            ::close(saved_);
            throw std::system_error(why, "regius: cannot redirect");
        }
    }
#endif

    redirection(redirection&& that) noexcept
        : before_(that.before_),
          streams_redirected_(std::exchange(that.streams_redirected_, false)),
          saved_(std::exchange(that.saved_, -1)) {}

    ~redirection() noexcept(false) {
        if (streams_redirected_) {
            auto const streams = Output::streams();
            for (std::size_t i = 0; i < streams.size(); ++i) streams[i]->rdbuf(before_[i]);
        }
#if __has_include(<unistd.h>)
        if (saved_ >= 0) core::cleanup([this] { restore(); });
#endif
    }

private:
    static bool flush() {
        bool good = true;
        for (auto* stream : Output::streams()) good = static_cast<bool>(stream->flush()) && good;
        return std::fflush(Output::file()) == 0 && good;
    }

#if __has_include(<unistd.h>)
    static int descriptor() noexcept { return ::fileno(Output::file()); }
    [[noreturn]] static void fail() {
        throw std::system_error(std::error_code(errno, std::generic_category()), "regius: cannot redirect");
    }
    void restore() {
        bool const written = flush();
        bool const restored = ::dup2(saved_, descriptor()) >= 0;
        ::close(saved_);
        if (!restored) fail();
        if (!written)
            throw std::system_error(std::make_error_code(std::errc::io_error), "regius: redirected output was lost");
    }
#endif
};

}  // namespace regius::core

#endif  // REGIUS_CORE_REDIRECTION_HPP
