// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TEMP_NAME_HPP
#define REGIUS_CORE_TEMP_NAME_HPP

#include <regius/core/process_seed.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

namespace regius::core {

/// Sixty-four bits that another process will not guess or repeat: the system's random numbers, or else the time.
inline std::uint64_t unguessed_bits() noexcept {
    if (auto const bits = hashing::system_random()) return bits;
    auto const now = std::chrono::high_resolution_clock::now().time_since_epoch().count();
    return hashing::word(reinterpret_cast<std::uintptr_t>(&now), static_cast<std::uint64_t>(now));
}

/// How a temporary file or directory is called, where it is, and whether it stays.
struct temp_options {
    std::string prefix = "tmp";
    std::string suffix = "";
    std::filesystem::path parent = std::filesystem::temp_directory_path();
    bool keep = false;
};

/// Find a name in the parent directory under which `create(path)` succeeds: prefix, eight random characters, suffix.
///
/// Accepts   create: makes the file or directory, never one that is there, and returns an std::error_code
/// Returns   the absolute path that was made
/// Throws    std::filesystem::filesystem_error, with the error of `create`; std::errc::file_exists means another name is
///           tried, a hundred times
template <class Create>
std::filesystem::path unused_name(temp_options const& how, Create create) {
    auto const directory = std::filesystem::absolute(how.parent.empty() ? "." : how.parent);
    std::error_code error;
    std::filesystem::path path;
    for (int attempts = 0; attempts < 100; ++attempts) {
        std::string name = how.prefix;
        auto bits = unguessed_bits();
        for (int i = 0; i < 8; ++i, bits /= 37) name += "abcdefghijklmnopqrstuvwxyz0123456789_"[bits % 37];
        path = directory / (name + how.suffix);
        error = create(path);
        if (!error) return path;
        if (error != std::errc::file_exists) break;
    }
    throw std::filesystem::filesystem_error("regius: cannot create a temporary name", path, error);
}

}  // namespace regius::core

#endif  // REGIUS_CORE_TEMP_NAME_HPP
