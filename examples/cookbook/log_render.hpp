// SPDX-License-Identifier: MIT
// What log_report.cpp finds out, and how it is printed: for people and, with --json, for machines.

#ifndef REGIUS_EXAMPLES_COOKBOOK_LOG_RENDER_HPP
#define REGIUS_EXAMPLES_COOKBOOK_LOG_RENDER_HPP

#include "log_formats.hpp"

#include <regius/regius.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace logs {

using strings = std::vector<std::string>;
using counts = std::vector<std::pair<std::string, std::int64_t>>;

/// Entries that follow each other within a window, to find where they come thickest.
inline constexpr std::size_t window_size = 100;

struct file_report {
    std::string path;
    format const* kind = nullptr;
    std::int64_t bytes = 0;
    std::int64_t entries = 0;
    std::int64_t other_lines = 0;  // such as those of a stack trace
    std::int64_t errors = 0;
    counts error_sources{};
    std::vector<std::pair<std::int64_t, std::int64_t>> hours{};  // since 1970, each with its entries
    std::int64_t window_start = 0;
    std::int64_t window_seconds = -1;  // none yet
    bool in_order = true;
    strings hosts{};  // each once, in the order of their first entry
    counts host_kinds{};
    std::chrono::nanoseconds time{0};

    [[nodiscard]] double megabytes_a_second() const {
        return static_cast<double>(bytes) * 1e3 / static_cast<double>(std::max<std::int64_t>(1, time.count()));
    }
};

struct run {
    std::string source;
    std::int64_t entries = 0;
    std::int64_t start = 0;
};

struct timeline_report {
    std::int64_t entries = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::vector<run> longest_runs{};
};

/// 1234567 as 1,234,567.
inline std::string thousands(auto n) {
    auto const digits = std::to_string(n);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) text += ',';
        text += digits[i];
    }
    return text;
}

class text_renderer {
    bool reproducible_;

    static std::string row(std::string_view label, std::string_view value) {
        auto text = "  " + std::string(label);
        text.append(19 - text.size(), ' ');
        return text.append(value) + "\n";
    }
    static std::string listed(counts const& pairs) {
        return regius::join(
            ", ", pairs | regius::map([](auto const& pair) { return pair.first + " "s + thousands(pair.second); }));
    }

public:
    explicit text_renderer(bool reproducible) : reproducible_(reproducible) {}

    [[nodiscard]] std::string file(file_report const& r) const {
        auto read = thousands(r.entries) + " entries";
        if (r.other_lines != 0) read += " and "s + thousands(r.other_lines) + " other lines";
        if (!reproducible_) {
            char speed[32];
            std::snprintf(speed, sizeof speed, ", %.0f MB/s", r.megabytes_a_second());
            read += speed;
        }
        auto text = r.path + " (" + std::string(r.kind->name) + ")\n" + row("read", read);
        text += row("errors", thousands(r.errors) + (r.errors == 0 ? "" : ": "s + listed(r.error_sources)));
        if (!r.hours.empty()) {
            auto const [busiest, n] = regius::max(r.hours, {}, [](auto const& hour) { return hour.second; });
            auto const size = static_cast<std::int64_t>(r.hours.size());
            text += row("entries per hour", thousands(r.entries / size) + " in " + thousands(size) +
                                                (size == 1 ? " hour, at most "s : " hours, at most "s) + thousands(n) +
                                                " from "s + minute_text(busiest * 3600));
        }
        if (r.window_seconds >= 0)
            text += row("busiest window", thousands(window_size) + " entries in "s + thousands(r.window_seconds) +
                                              " s from "s + minute_text(r.window_start));
        if (!r.in_order) text += row("order", "not by time");
        if (!r.hosts.empty())
            text +=
                row("hosts", thousands(r.hosts.size()) + " ("s + listed(r.host_kinds) + "): "s +
                                 regius::join(", ", r.hosts | regius::islice(3)) + (r.hosts.size() > 3 ? ", ..." : ""));
        return text + "\n";
    }

    [[nodiscard]] static std::string timeline(timeline_report const& t) {
        auto text = "timeline of all files\n" + row("entries", thousands(t.entries));
        if (t.entries == 0) return text;
        text += row("from", minute_text(t.first)) + row("to", minute_text(t.last));
        for (run const& r : t.longest_runs)
            text += row("longest run", thousands(r.entries) + " of " + r.source + " from "s + minute_text(r.start));
        return text;
    }

    static constexpr std::string_view opening = "", between_files = "", before_timeline = "", closing = "";
};

class json_renderer {
    bool reproducible_;

    static std::string quoted(std::string_view text) {
        std::string out = "\"";
        for (char const c : text) {
            if (c == '"' || c == '\\') out += '\\';
            if (static_cast<unsigned char>(c) >= 0x20) {
                out += c;
            } else {
                char code[8];
                std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
                out += code;
            }
        }
        return out + '"';
    }
    static std::string array(auto&& items) { return "["s + regius::join(", ", items) + "]"; }
    static std::string object(counts const& pairs) {
        return "{"s + regius::join(", ", pairs | regius::map([](auto const& pair) {
                                             return quoted(pair.first) + ": "s + std::to_string(pair.second);
                                         })) +
               "}";
    }

public:
    explicit json_renderer(bool reproducible) : reproducible_(reproducible) {}

    [[nodiscard]] std::string file(file_report const& r) const {
        strings members{
            "\"path\": "s + quoted(r.path),
            "\"format\": "s + quoted(r.kind->name),
            "\"bytes\": "s + std::to_string(r.bytes),
            "\"entries\": "s + std::to_string(r.entries),
            "\"other_lines\": "s + std::to_string(r.other_lines),
            "\"errors\": "s + std::to_string(r.errors),
            "\"error_sources\": "s + object(r.error_sources),
            "\"entries_per_hour\": {"s + regius::join(", ", r.hours | regius::map([](auto const& hour) {
                                                                return quoted(std::to_string(hour.first * 3600)) +
                                                                       ": "s + std::to_string(hour.second);
                                                            })) +
                "}"s,
            "\"in_order\": "s + (r.in_order ? "true" : "false"),
            "\"hosts\": "s + array(r.hosts | regius::map(quoted)),
            "\"host_kinds\": "s + object(r.host_kinds),
        };
        if (r.window_seconds >= 0)
            members.push_back("\"busiest_window\": {\"start\": "s + std::to_string(r.window_start) +
                              ", \"entries\": " + std::to_string(window_size) + ", \"seconds\": "s +
                              std::to_string(r.window_seconds) + "}");
        if (!reproducible_) members.push_back("\"megabytes_per_second\": "s + std::to_string(r.megabytes_a_second()));
        return "{"s + regius::join(", ", members) + "}";
    }

    [[nodiscard]] static std::string timeline(timeline_report const& t) {
        auto const runs = t.longest_runs | regius::map([](run const& r) {
                              return "{\"source\": "s + quoted(r.source) + ", \"entries\": "s +
                                     std::to_string(r.entries) + ", \"start\": "s + std::to_string(r.start) + "}";
                          });
        return "{\"entries\": "s + std::to_string(t.entries) + ", \"first\": "s + std::to_string(t.first) +
               ", \"last\": "s + std::to_string(t.last) + ", \"longest_runs\": "s + array(runs) + "}";
    }

    static constexpr std::string_view opening = "{\"files\": [\n", between_files = ",\n",
                                      before_timeline = "\n],\n\"timeline\": ", closing = "}\n";
};

}  // namespace logs

#endif  // REGIUS_EXAMPLES_COOKBOOK_LOG_RENDER_HPP
