// SPDX-License-Identifier: MIT
// A client against a real server that is busy twice before it answers, and says how long to wait: Retry-After.
// The server is started by the example itself, on a free port of this machine.

#include <regius/functools/decorate.hpp>
#include <regius/functools/rate_limit.hpp>
#include <regius/functools/retry.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>

using namespace std::chrono_literals;

struct unavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
    std::chrono::milliseconds retry_after{5};
};

/// A listening socket on a free port of the loopback interface.
struct listener {
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};

    listener() {
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket, 8) != 0 ||
            ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error("no server");
    }
    ~listener() { ::close(socket); }

    void serve(int requests) const {
        for (int i = 0; i < requests; ++i) {
            int const client = ::accept(socket, nullptr, nullptr);
            std::string const answer = i < 2 ? "503 busy" : "200 hello";
            static_cast<void>(!::send(client, answer.data(), answer.size(), 0));
            ::close(client);
        }
    }
};

int main() {
    listener const server;
    std::thread thread([&] { server.serve(3); });

    auto get = regius::decorate(
        regius::retry.on<unavailable>({.max_attempts = 5,
                                       .on_retry =
                                           [](regius::retry_state const& s) {
                                               std::printf("%s: again in %d ms\n", s.what().c_str(),
                                                           int(s.delay / 1ms));
                                           },
                                       .wait_from_error = [](unavailable const& e) { return e.retry_after; }}),
        regius::rate_limit(100, 1s), [&] {
            int const socket = ::socket(AF_INET, SOCK_STREAM, 0);
            std::string answer(64, '\0');
            bool const up =
                ::connect(socket, reinterpret_cast<sockaddr const*>(&server.address), sizeof server.address) == 0;
            auto const size = up ? ::recv(socket, answer.data(), answer.size(), MSG_WAITALL) : 0;
            ::close(socket);
            answer.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
            if (!answer.starts_with("200")) throw unavailable(answer);
            return answer;
        });

    std::puts(get().c_str());
    thread.join();
}

// Output:
// 503 busy: again in 5 ms
// 503 busy: again in 5 ms
// 200 hello
