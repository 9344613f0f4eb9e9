// SPDX-License-Identifier: MIT
// Analyse log files: what went wrong, when, where and about whom. The pipelines of every Python tutorial on logs, at
// the speed of the disk.
//
//     log_report [--json] [--output FILE] [--year N] [--reproducible] FILE...
// Arguments: --reproducible data/cluster.log data/secure.log data/web.log

#include "log_formats.hpp"
#include "log_render.hpp"

#include <regius/regius.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using logs::event;

constexpr auto help = R"(usage: log_report [--json] [--output FILE] [--year N] [--reproducible] FILE...

Analyse logs of Apache, syslog (Linux, OpenSSH), HDFS, Spark, Zookeeper, Hadoop and HPC systems.

  --json           print the report for machines
  --output FILE    write it to FILE: all of it, or nothing
  --year N         the year of logs that do not write one (syslog); 2000 if not given
  --reproducible   leave out what differs from run to run: how fast it was
  --help           print this

Exit status: 0; 1 when a file could not be read or is no log (the others are reported); 2 when called wrongly.
)";

/// A log that can be read, and how.
struct source {
    std::string path;
    logs::format const* kind;
};

void refuse_binary(std::string_view line) {
    if (line.find('\0') != line.npos) throw std::runtime_error("binary file, not a log");
}

/// The format of the first line that has one.
logs::format const* format_of(std::string const& path) {
    event ignored;
    bool empty = true;
    for (std::string_view line : regius::lines(path) | regius::islice(1000)) {
        empty = false;
        refuse_binary(line);
        for (auto const& kind : logs::formats)
            if (kind.parse(line, ignored)) return &kind;
    }
    throw std::runtime_error(empty ? "empty file" : "no log format that this program knows");
}

/// The entries of a log, lazily: one line at a time is in memory.
auto entries(source const& log) {
    auto const parse = [kind = log.kind](std::string_view line) -> std::optional<event> {
        event e;
        return kind->parse(line, e) ? std::optional(e) : std::nullopt;
    };
    return regius::lines(log.path) | regius::map(parse) | regius::filter() |
           regius::map([](std::optional<event> const& e) { return *e; });
}

/// Addresses come again and again; each is classified once.
auto const classify = regius::cache([](std::string const& address) { return std::string(logs::classify(address)); });

/// Where `window_size` entries in a row took the shortest time.
void busiest_window(auto&& seconds, logs::file_report& report) {
    regius::deque<std::int64_t> window(regius::maxlen(logs::window_size));
    for (std::int64_t const now : seconds) {
        window.append(now);
        auto const span = now - window.front();
        if (window.size() < logs::window_size || (report.window_seconds >= 0 && span >= report.window_seconds))
            continue;
        report.window_start = window.front();
        report.window_seconds = span;
    }
}

logs::file_report analyse(source const& log) {
    logs::file_report report{.path = log.path, .kind = log.kind};
    report.bytes = static_cast<std::int64_t>(std::filesystem::file_size(log.path));

    regius::counter<std::string> errors;
    regius::defaultdict<std::int64_t, std::int64_t> hours;
    auto before = std::numeric_limits<std::int64_t>::min();
    {
        regius::timer const reading{"reading", [&](auto, auto elapsed) noexcept { report.time = elapsed; }};
        for (std::string_view line : regius::lines(log.path)) {
            event e;
            if (!log.kind->parse(line, e)) {
                refuse_binary(line);
                ++report.other_lines;
                continue;
            }
            ++report.entries;
            ++hours[e.seconds / 3600];
            if (e.error) ++errors[e.source];
            report.in_order &= std::exchange(before, e.seconds) <= e.seconds;
        }
    }
    report.errors = errors.total();
    report.error_sources = errors.most_common(5);
    report.hours = regius::sorted(hours);

    auto const seconds = [&] { return entries(log) | regius::map(&event::seconds); };
    if (report.in_order)
        busiest_window(seconds(), report);
    else
        busiest_window(regius::sorted(seconds()), report);

    report.hosts = entries(log) | regius::map([](event const& e) { return std::string(logs::host(e)); }) |
                   regius::filter() | regius::unique_everseen() | regius::to<std::vector>();
    report.host_kinds = regius::counter(report.hosts | regius::map(std::ref(classify))).most_common();
    return report;
}

/// Every entry of every file in the order of time. Logs in order are merged while they are read; a log that is not in
/// order has to be sorted first.
logs::timeline_report timeline(std::vector<source> const& in_order, std::vector<source> const& out_of_order) {
    auto reading = in_order | regius::map(entries) | regius::to<std::vector>();

    std::vector<std::vector<std::string>> texts;
    std::vector<std::vector<event>> sorted;
    for (source const& log : out_of_order) {
        auto const& text = texts.emplace_back(regius::lines(log.path) |
                                              regius::map([](std::string_view line) { return std::string(line); }) |
                                              regius::to<std::vector>());
        std::vector<event> events;
        for (event e; auto const& line : text)
            if (log.kind->parse(line, e)) events.push_back(e);
        sorted.push_back(regius::sorted(events, {}, &event::seconds));
    }

    constexpr auto earlier = std::ranges::less{};
    auto all = regius::merge(regius::merge(reading, earlier, &event::seconds),
                             regius::merge(sorted, earlier, &event::seconds), earlier, &event::seconds);

    logs::timeline_report report;
    std::vector<logs::run> runs;
    for (auto const& [name, group] : all | regius::groupby(&event::source)) {
        logs::run here{.source = std::string(name)};
        for (event const& e : group) {
            if (here.entries++ == 0) here.start = e.seconds;
            if (report.entries++ == 0) report.first = e.seconds;
            report.last = e.seconds;
        }
        runs.push_back(std::move(here));
    }
    report.longest_runs = regius::nlargest(3, runs, {}, &logs::run::entries);
    return report;
}

/// Where the report goes. It stands for a service somewhere else: every third delivery fails, and it may not be
/// called too often.
class sink {
    regius::temp_file& file_;
    int calls_ = 0;

public:
    explicit sink(regius::temp_file& file) : file_(file) {}

    void operator()(std::string_view text) {
        if (++calls_ % 3 == 0) throw std::runtime_error("the sink is busy");
        file_.write(text);
    }
};

struct options {
    bool json = false;
    bool reproducible = false;
    std::optional<std::filesystem::path> output{};
    std::vector<std::string> paths{};
};

/// Report on every file that can be read, and say which ones cannot; whether all could.
template <class Renderer>
bool report(options const& wanted) {
    regius::timer const whole{"log_report"};  // says on stderr how long everything took
    regius::exit_stack at_the_end;
    auto const directory = wanted.output ? std::filesystem::absolute(*wanted.output).parent_path()
                                         : std::filesystem::temp_directory_path();
    auto& draft = at_the_end.enter_context(regius::temp_file({.prefix = ".log_report", .parent = directory}));

    sink unreliable(draft);
    auto const deliver =
        regius::decorate(regius::retry({.max_attempts = 3, .delay = 1ms}), regius::rate_limit(1000, 1s),
                         [&](std::string const& text) { unreliable(text); });

    bool complete = true;
    auto const attempt = [&](std::string const& what, auto&& step) {
        try {
            step();
        } catch (std::exception const& error) {
            complete = false;
            std::string_view const text = error.what();
            auto const named = text.find(what) != text.npos;
            std::fprintf(stderr, "log_report: %s%s%s\n", named ? "" : what.c_str(), named ? "" : ": ", error.what());
        }
    };

    Renderer const renderer(wanted.reproducible);
    deliver(std::string(Renderer::opening));
    std::vector<source> in_order, out_of_order;
    for (auto const& path : wanted.paths) {
        attempt(path, [&] {
            source const log{path, format_of(path)};
            auto const found = analyse(log);
            bool const first = in_order.empty() && out_of_order.empty();
            deliver(std::string(first ? "" : Renderer::between_files) + renderer.file(found));
            (found.in_order ? in_order : out_of_order).push_back(log);
        });
    }
    attempt("timeline", [&] {
        deliver(std::string(Renderer::before_timeline) + renderer.timeline(timeline(in_order, out_of_order)));
    });
    deliver(std::string(Renderer::closing));

    // Only now is there something to see: the file under its name, or the text on the terminal.
    if (wanted.output) {
        draft.persist(*wanted.output);
    } else {
        draft.flush();
        for (auto piece : regius::chunks(draft.path(), 1 << 16)) std::fwrite(piece.data(), 1, piece.size(), stdout);
    }
    return complete;
}

int refuse(std::string const& why) {
    std::fprintf(stderr, "log_report: %s\nTry --help.\n", why.c_str());
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    options wanted;
    for (int i = 1; i < argc; ++i) {
        std::string const argument = argv[i];
        bool const has_value = i + 1 < argc;
        if (argument == "--help") return std::fputs(help, stdout), 0;
        if (argument == "--json")
            wanted.json = true;
        else if (argument == "--reproducible")
            wanted.reproducible = true;
        else if (argument == "--output" && has_value)
            wanted.output = argv[++i];
        else if (argument == "--year" && has_value) {
            logs::year_of_syslog = std::atoi(argv[++i]);
            if (logs::year_of_syslog < 1 || logs::year_of_syslog > 9999) return refuse("--year takes 1 to 9999");
        } else if (argument.starts_with("--"))
            return refuse("unknown option, or one without its value: " + argument);
        else
            wanted.paths.push_back(argument);
    }
    if (wanted.paths.empty()) return refuse("no file given");

    try {
        bool const complete = wanted.json ? report<logs::json_renderer>(wanted) : report<logs::text_renderer>(wanted);
        return complete ? 0 : 1;
    } catch (std::exception const& error) {
        std::fprintf(stderr, "log_report: %s\n", error.what());
        return 1;
    }
}
// Output:
// data/cluster.log (hadoop)
//   read             400 entries and 26 other lines
//   errors           40: TaskAttemptListenerImpl 14, RMContainerAllocator 12, Client 7, MRAppMaster 7
//   entries per hour 80 in 5 hours, at most 264 from 2005-12-04 10:00
//   busiest window   100 entries in 1,066 s from 2005-12-04 10:35
//   hosts            8 (private 8): 10.1.2.1, 10.1.2.3, 10.1.2.8, ...
//
// data/secure.log (syslog)
//   read             400 entries
//   errors           240: sshd 240
//   entries per hour 80 in 5 hours, at most 283 from 2000-12-04 07:00
//   busiest window   100 entries in 1,056 s from 2000-12-04 07:03
//   hosts            11 (public 9, name 1, private 1): 198.51.100.25, 198.51.100.93, gate, ...
//
// data/web.log (apache)
//   read             400 entries
//   errors           172: client 110, mod_jk 62
//   entries per hour 100 in 4 hours, at most 295 from 2005-12-04 09:00
//   busiest window   100 entries in 910 s from 2005-12-04 09:34
//   hosts            13 (public 11, private 2): 203.0.113.64, 203.0.113.5, 192.168.1.20, ...
//
// timeline of all files
//   entries          1,200
//   from             2000-12-04 06:30
//   to               2005-12-04 10:54
//   longest run      20 of sshd from 2000-12-04 07:08
//   longest run      19 of sshd from 2000-12-04 07:39
//   longest run      11 of sshd from 2000-12-04 07:26
