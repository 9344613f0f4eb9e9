// SPDX-License-Identifier: MIT
// What eight kinds of logs look like: from a line to when it was, whether it is an error, and where it came from.
// Part of log_report.cpp; nothing here allocates, every piece is a window onto the line.

#ifndef REGIUS_EXAMPLES_COOKBOOK_LOG_FORMATS_HPP
#define REGIUS_EXAMPLES_COOKBOOK_LOG_FORMATS_HPP

#include <regius/regius.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace logs {

using namespace std::literals;

struct event {
    std::int64_t seconds = 0;  // since 1970-01-01, on the clock that wrote the log
    bool error = false;
    std::string_view source;  // the program, class or component that speaks
    std::string_view node;    // the machine it runs on, where the format says so
    std::string_view message;
};

// ---------------------------------------------------------------- time

/// Days from 1970-01-01 to a date of the Gregorian calendar.
constexpr std::int64_t days_from_date(std::int64_t year, unsigned month, unsigned day) {
    year -= month <= 2;
    auto const era = (year >= 0 ? year : year - 399) / 400;
    auto const year_of_era = static_cast<unsigned>(year - era * 400);
    auto const day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    auto const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}
static_assert(days_from_date(1970, 1, 1) == 0 && days_from_date(2000, 3, 1) == 11017);

/// "2005-12-04 07:15": a time as people write it, without the seconds.
inline std::string minute_text(std::int64_t seconds) {
    auto const days = seconds / 86400 - (seconds % 86400 < 0);
    auto const of_day = seconds - days * 86400;
    auto const z = days + 719468;
    auto const era = (z >= 0 ? z : z - 146096) / 146097;
    auto const day_of_era = static_cast<unsigned>(z - era * 146097);
    auto const year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    auto const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    auto const month = (5 * day_of_year + 2) / 153;
    char text[96];  // more than any four integers need
    std::snprintf(text, sizeof text, "%04lld-%02u-%02u %02lld:%02lld",
                  static_cast<long long>(year_of_era + era * 400 + (month >= 10)), month < 10 ? month + 3 : month - 9,
                  day_of_year - (153 * month + 2) / 5 + 1, static_cast<long long>(of_day / 3600),
                  static_cast<long long>(of_day / 60 % 60));
    return text;
}

/// The year of logs that do not write one (syslog); 2000 has a 29th of February.
inline int year_of_syslog = 2000;

/// A cursor over a line that reads fixed and numeric fields; it stays failed once something did not fit.
class fields {
    std::string_view rest_;
    bool good_ = true;

    std::string_view refuse() {
        good_ = false;
        return {};
    }

public:
    explicit fields(std::string_view line) : rest_(line) {}

    explicit operator bool() const { return good_; }
    [[nodiscard]] std::string_view rest() const { return rest_; }

    fields& skip(std::string_view text) {
        if (rest_.starts_with(text))
            rest_.remove_prefix(text.size());
        else
            good_ = false;
        return *this;
    }
    fields& skip_blanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
        return *this;
    }
    /// A number of exactly `width` digits; a leading blank stands for a zero, as syslog writes the day.
    unsigned number(std::size_t width) {
        if (rest_.size() < width) return refuse(), 0U;
        unsigned value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            auto const digit = static_cast<unsigned char>(rest_[i] == ' ' && i == 0 ? '0' : rest_[i]) - unsigned{'0'};
            if (digit > 9) return refuse(), 0U;
            value = 10 * value + digit;
        }
        rest_.remove_prefix(width);
        return value;
    }
    /// January is 1.
    unsigned month_name() {
        constexpr auto names = "JanFebMarAprMayJunJulAugSepOctNovDec"sv;
        auto const at = names.find(rest_.substr(0, 3));
        if (rest_.size() < 3 || at == names.npos || at % 3 != 0) return refuse(), 1U;
        rest_.remove_prefix(3);
        return static_cast<unsigned>(at / 3) + 1;
    }
    /// Everything up to `end`, which is skipped.
    std::string_view until(std::string_view end) {
        auto const at = rest_.find(end);
        if (at == rest_.npos) return refuse();
        auto const piece = rest_.substr(0, at);
        rest_.remove_prefix(at + end.size());
        return piece;
    }
    std::int64_t clock() {
        auto const hour = number(2);
        auto const minute = skip(":").number(2);
        return hour * 3600 + minute * 60 + skip(":").number(2);
    }
};

// ---------------------------------------------------------------- the formats

inline bool level_is_error(std::string_view level) {
    return regius::any(
        std::array{"ERROR"sv, "FATAL"sv, "CRITICAL"sv, "SEVERE"sv, "error"sv, "crit"sv, "alert"sv, "emerg"sv},
        [&](std::string_view name) { return name == level; });
}

/// Formats without a level complain in words.
inline bool sounds_like_error(std::string_view text) {
    return regius::any(std::array{"rror"sv, "ailure"sv, "ailed"sv, "nvalid"sv, "BREAK-IN"sv, "unavailable"sv},
                       [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// [Sun Dec 04 04:47:44 2005] [error] mod_jk child workerEnv in error state 6
inline bool parse_apache(std::string_view line, event& e) {
    fields f(line);
    f.skip("[").until(" ");
    auto const month = f.month_name();
    auto const day = f.skip(" ").number(2);
    auto const clock = f.skip(" ").clock();
    auto const year = f.skip(" ").number(4);
    auto const level = f.skip("] [").until("] ");
    if (!f) return false;
    e.seconds = days_from_date(year, month, day) * 86400 + clock;
    e.error = level_is_error(level);
    e.message = f.rest();
    e.source = regius::strip(e.message.substr(0, e.message.find(' ')), "[]():");
    return true;
}

/// Jun 14 15:16:01 combo sshd(pam_unix)[19939]: authentication failure; ... rhost=218.188.2.4
inline bool parse_syslog(std::string_view line, event& e) {
    fields f(line);
    auto const month = f.month_name();
    auto const day = f.skip(" ").number(2);
    auto const clock = f.skip(" ").clock();
    f.skip(" ");
    if (!f) return false;
    e.seconds = days_from_date(year_of_syslog, month, day) * 86400 + clock;
    e.node = f.until(" ");
    auto const [tag, blank, message] = regius::partition(f.rest(), " ");
    e.source = tag.substr(0, tag.find_first_of("[:"));
    e.message = message;
    e.error = sounds_like_error(message);
    return static_cast<bool>(f);
}

/// 081109 203615 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_38 terminating
inline bool parse_hdfs(std::string_view line, event& e) {
    fields f(line);
    auto const year = 2000 + f.number(2);
    auto const month = f.number(2);
    auto const day = f.number(2);
    f.skip(" ");
    auto const hour = f.number(2);
    auto const minute = f.number(2);
    auto const second = f.number(2);
    f.skip(" ").until(" ");
    auto const level = f.until(" ");
    e.source = f.until(": ");
    e.message = f.rest();
    e.error = level_is_error(level);
    e.seconds = days_from_date(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
    return static_cast<bool>(f);
}

/// 17/06/09 20:10:40 INFO executor.CoarseGrainedExecutorBackend: Registered signal handlers
inline bool parse_spark(std::string_view line, event& e) {
    fields f(line);
    auto const year = 2000 + f.number(2);
    auto const month = f.skip("/").number(2);
    auto const day = f.skip("/").number(2);
    auto const clock = f.skip(" ").clock();
    auto const level = f.skip(" ").until(" ");
    e.source = f.until(": ");
    e.message = f.rest();
    e.error = level_is_error(level);
    e.seconds = days_from_date(year, month, day) * 86400 + clock;
    return static_cast<bool>(f);
}

/// The date and time that log4j writes: 2015-07-29 17:41:44,747
inline std::int64_t log4j_time(fields& f) {
    auto const year = f.number(4);
    auto const month = f.skip("-").number(2);
    auto const day = f.skip("-").number(2);
    auto const clock = f.skip(" ").clock();
    f.skip(",").number(3);
    return days_from_date(year, month, day) * 86400 + clock;
}

/// 2015-07-29 17:41:44,747 - INFO  [QuorumPeer[myid=1]/0:0:0:0:0:0:0:0:2181:FastLeaderElection@774] - Notification
inline bool parse_zookeeper(std::string_view line, event& e) {
    fields f(line);
    e.seconds = log4j_time(f);
    auto const level = f.skip(" - ").until(" ");
    auto const place = f.skip_blanks().skip("[").until("] - ");
    auto const [thread_and_class, at, line_number] = regius::rpartition(place, "@");
    e.source = std::get<2>(regius::rpartition(thread_and_class, ":"));
    e.message = f.rest();
    e.error = level_is_error(level);
    return static_cast<bool>(f);
}

/// 2015-10-18 18:01:47,978 INFO [main] org.apache.hadoop.mapreduce.v2.app.MRAppMaster: Created MRAppMaster
inline bool parse_hadoop(std::string_view line, event& e) {
    fields f(line);
    e.seconds = log4j_time(f);
    auto const level = f.skip(" ").until(" ");
    f.skip("[").until("] ");
    auto const name = f.until(": ");
    e.source = name.substr(name.rfind('.') + 1);
    e.message = f.rest();
    e.error = level_is_error(level);
    return static_cast<bool>(f);
}

/// 134681 node-246 unix.hw state_change.unavailable 1077804742 1 Component State Change: ...
inline bool parse_hpc(std::string_view line, event& e) {
    fields f(line);
    f.until(" ");
    e.node = f.until(" ");
    e.source = f.until(" ");
    auto const state = f.until(" ");
    auto const time = f.until(" ");
    f.until(" ");
    if (!f || time.empty() || time.find_first_not_of("0123456789") != time.npos || time.size() > 12) return false;
    e.seconds = 0;
    for (char const c : time) e.seconds = 10 * e.seconds + (c - '0');
    e.message = f.rest();
    e.error = sounds_like_error(state) || sounds_like_error(e.message);
    return true;
}

struct format {
    std::string_view name;
    bool (*parse)(std::string_view line, event&);
};

inline constexpr std::array formats{
    format{"apache", parse_apache},       format{"syslog", parse_syslog}, format{"hdfs", parse_hdfs},
    format{"spark", parse_spark},         format{"hadoop", parse_hadoop}, format{"hpc", parse_hpc},
    format{"zookeeper", parse_zookeeper},
};

// ---------------------------------------------------------------- what is in a message

/// The first IPv4 address in a text, or an empty view.
inline std::string_view find_address(std::string_view text) {
    auto const digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t dot = text.find('.'); dot != text.npos; dot = text.find('.', dot + 1)) {
        std::size_t first = dot, at = dot;
        while (first > 0 && dot - first < 3 && digit(first - 1)) --first;
        int parts = first < dot;
        while (parts > 0 && parts < 4 && at < text.size() && text[at] == '.' && digit(at + 1)) {
            std::size_t const begin = ++at;
            while (at - begin < 3 && digit(at)) ++at;
            ++parts;
        }
        bool const alone = (first == 0 || (!digit(first - 1) && text[first - 1] != '.')) && !digit(at);
        if (parts == 4 && alone) return text.substr(first, at - first);
    }
    return {};
}

/// Who an entry is about: the address in its message, or the machine that wrote it.
inline std::string_view host(event const& e) {
    auto const address = find_address(e.message);
    return address.empty() ? e.node : address;
}

/// Where an address belongs; a name is not an address.
inline std::string_view classify(std::string_view address) {
    if (find_address(address) != address || address.empty()) return "name";
    std::array<int, 4> parts{};
    for (auto [i, part] : regius::enumerate(regius::split(address, '.')))
        parts[static_cast<std::size_t>(i)] = regius::reduce([](int n, char c) { return 10 * n + (c - '0'); }, part, 0);
    auto const [a, b, c, d] = parts;
    if (a == 127) return "loopback";
    if (a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168)) return "private";
    if (a == 169 && b == 254) return "link-local";
    if (a == 0 || a >= 224) return "reserved";
    return "public";
}

}  // namespace logs

#endif  // REGIUS_EXAMPLES_COOKBOOK_LOG_FORMATS_HPP
