// SPDX-License-Identifier: MIT
// An exit that sees the exception and decides whether it goes on.

#include <regius/contextlib/exit_stack.hpp>

#include <cstdio>
#include <exception>
#include <stdexcept>

bool retryable(std::exception_ptr const& e) {
    try {
        if (e) std::rethrow_exception(e);
    } catch (std::runtime_error const& busy) {
        std::printf("suppressed: %s\n", busy.what());
        return true;
    } catch (...) {
    }
    return false;
}

int main() {
    bool const suppressed = regius::with_stack([](regius::exit_stack& stack) {
        stack.push(retryable);
        stack.callback(std::puts, "cleaned up");
        throw std::runtime_error("busy");
    });
    std::puts(suppressed ? "try again" : "done");
}

// Output:
// cleaned up
// suppressed: busy
// try again
