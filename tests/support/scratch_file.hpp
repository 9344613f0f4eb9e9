// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_SCRATCH_FILE_HPP
#define REGIUS_TESTS_SUPPORT_SCRATCH_FILE_HPP

#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>

namespace regius::tests {

/// A file with the given bytes that is there as long as the object is.
class scratch_file {
    std::filesystem::path path_;

public:
    explicit scratch_file(std::string_view bytes) {
        static std::atomic<unsigned> count = 0;
        static auto const run = std::to_string(std::random_device{}());
        path_ = std::filesystem::temp_directory_path() / ("regius-test-" + run + "-" + std::to_string(++count));
        std::ofstream out(path_, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush()) throw std::runtime_error("cannot write " + path_.string());
    }
    scratch_file(scratch_file const&) = delete;
    scratch_file& operator=(scratch_file const&) = delete;
    ~scratch_file() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    [[nodiscard]] std::string path() const { return path_.string(); }
};

}  // namespace regius::tests

#endif  // REGIUS_TESTS_SUPPORT_SCRATCH_FILE_HPP
