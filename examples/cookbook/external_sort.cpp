// SPDX-License-Identifier: MIT
// Sort text files that are larger than the memory: as many lines as fit are sorted and written to a temporary file, a
// run; the runs are merged lazily, a line of each in memory. The answer is that of LC_ALL=C sort, byte by byte.
//
//     external_sort [--memory SIZE] [--output FILE] [--progress] FILE...
// Arguments: --memory 16K data/words.txt

#include "external_sort_run.hpp"

#include <regius/regius.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace std::literals;

constexpr auto help = R"(usage: external_sort [--memory SIZE] [--output FILE] [--progress] FILE...

Sort the lines of all files by their bytes, as LC_ALL=C sort does.

  --memory SIZE   how much memory to use, like 512K, 64M or 2G; 64M if not given. A line that is larger is sorted too
  --output FILE   write to FILE, which may be one of those read: all of it, or nothing
  --progress      say on stderr how far it is, as it does on a terminal
  --help          print this

A FILE that is - is standard input. Temporary files are beside the output FILE, otherwise where TMPDIR says. What a
run that was killed left behind there is removed by the next one.

Exit status: 0; 1 when something could not be read or written; 2 when called wrongly.
)";

struct options {
    std::size_t memory = std::size_t{64} << 20;
    std::optional<fs::path> output{};
    bool progress = ::isatty(STDERR_FILENO) == 1;
    std::vector<std::string> paths{};
};

// ---- how far it is

std::sig_atomic_t volatile interrupted = 0;

class progress {
    struct silent {
        void operator()(auto, auto) const noexcept {}
    };
    regius::timer<silent> clock_{"external_sort"};
    std::chrono::nanoseconds next_{};
    bool shown_;
    bool begun_ = false;
    std::string step_{};
    std::uint64_t done_ = 0, total_ = 0;

public:
    explicit progress(bool shown) : shown_(shown) {}
    ~progress() {
        if (begun_) std::fputc('\n', stderr);
    }

    void step(std::string what, std::uint64_t total) {
        step_ = std::move(what), done_ = 0, total_ = total;
        show();
    }
    void add(std::size_t bytes) {
        if (interrupted != 0) throw std::runtime_error("interrupted");
        done_ += bytes;
        if (clock_.elapsed() >= next_) show();
    }

private:
    void show() {
        if (!shown_) return;
        next_ = clock_.elapsed() + 200ms;
        begun_ = true;
        auto const percent = static_cast<int>(100.0 * static_cast<double>(done_) / static_cast<double>(total_ | 1));
        std::fprintf(stderr, "\rexternal_sort: %s, %3d %% ", step_.c_str(), std::min(percent, 100));
    }
};

// ---- temporary files: a directory that is locked as long as this process lives, however it ends

class lock {
    int handle_;
    bool held_;

public:
    explicit lock(fs::path const& directory)
        : handle_(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)),
          held_(handle_ >= 0 && ::flock(handle_, LOCK_EX | LOCK_NB) == 0) {}
    lock(lock&& that) noexcept : handle_(std::exchange(that.handle_, -1)), held_(std::exchange(that.held_, false)) {}
    ~lock() {
        if (handle_ >= 0) ::close(handle_);
    }
    [[nodiscard]] bool held() const { return held_; }
};

constexpr auto scratch_prefix = ".external_sort-"sv;

/// What is not locked belonged to a process that was killed.
void remove_leftovers(fs::path const& parent) {
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator(parent, ignored)) {
        if (!entry.path().filename().string().starts_with(scratch_prefix)) continue;
        if (lock const left{entry.path()}; left.held()) fs::remove_all(entry.path(), ignored);
    }
}

class scratch {
    regius::temp_directory directory_;
    lock lock_;

    explicit scratch(regius::temp_directory directory) : directory_(std::move(directory)), lock_(directory_.path()) {}

public:
    static scratch in(fs::path const& parent) {
        remove_leftovers(parent);
        for (;;) {
            scratch made(regius::temp_directory({.prefix = std::string(scratch_prefix), .parent = parent}));
            // Before it was locked somebody else may have taken it for a leftover.
            if (made.lock_.held() && fs::exists(made.path())) return made;
        }
    }
    [[nodiscard]] fs::path const& path() const { return directory_.path(); }
    [[nodiscard]] regius::temp_file file() const { return regius::temp_file({.parent = path()}); }
};

// ---- lines in and out

/// The lines of a file, as sort sees them: "\n" ends one and nothing else does. (regius::lines takes "\r\n" and "\r" for
/// ends, too, as Python does.)
regius::generator<std::string_view> lines_of(std::string path, std::size_t block, progress& shown) {
    std::string begun;  // a line whose end is in a later chunk
    for (std::string_view chunk : regius::chunks(path, block)) {
        shown.add(chunk.size());
        for (auto end = chunk.find('\n'); end != chunk.npos; end = chunk.find('\n')) {
            auto const line = chunk.substr(0, end);
            if (begun.empty()) {
                co_yield line;
            } else {
                begun += line;
                co_yield begun;
                begun.clear();
            }
            chunk.remove_prefix(end + 1);
        }
        begun += chunk;
    }
    if (!begun.empty()) co_yield begun;
}

/// Give the lines to `put`, many at a time; the last one gets its end, too.
void write_lines(auto&& lines, std::size_t block, auto put) {
    std::string text;
    text.reserve(block);
    for (std::string_view line : lines) {
        if (text.size() + line.size() >= block && !text.empty()) {
            put(std::string_view(text));
            text.clear();
        }
        text += line;
        text += '\n';
    }
    put(std::string_view(text));
}

// ---- the sort

class sorter {
    struct stored_run {
        regius::temp_file file;
        std::uint64_t bytes = 0;
    };

    options const& wanted_;
    scratch const& scratch_;
    progress& progress_;
    // A merge reads a block of each run. Few and big ones are quicker than many and small ones, and the system lets
    // a process have only so many files open.
    std::size_t most_runs_ = std::clamp(wanted_.memory >> 16, std::size_t{4}, std::size_t{64});
    std::size_t block_ = std::min(wanted_.memory / (most_runs_ + 2), std::size_t{256} << 10);
    std::vector<stored_run> stored_{};  // a heap, the smallest first

    void store(auto&& lines) {
        stored_run made{scratch_.file()};
        write_lines(lines, block_, [&](std::string_view text) {
            made.file.write(text);
            made.bytes += text.size();
        });
        made.file.close();
        regius::heappush(stored_, std::move(made), {}, &stored_run::bytes);
    }
    auto merged(std::vector<stored_run> const& runs) {
        return regius::merge(runs | regius::map([this](stored_run const& run) {
                                 return lines_of(run.file.path().string(), block_, progress_);
                             }) |
                             regius::to<std::vector>());
    }

public:
    sorter(options const& wanted, scratch const& place, progress& shown)
        : wanted_(wanted), scratch_(place), progress_(shown) {}

    void operator()(auto put) {
        auto const size = [](std::string const& path) {
            std::error_code unknown;
            auto const bytes = fs::file_size(path, unknown);
            return unknown ? 0 : bytes;
        };
        progress_.step("sorting", regius::sum(wanted_.paths | regius::map(size)));
        auto const program = std::min(wanted_.memory / 8, std::size_t{4} << 20);  // what it takes for itself
        std::optional<external_sort::run> run(std::in_place, wanted_.memory - 2 * block_ - program);
        auto const sorted_run = [&] {
            external_sort::sort_lines(run->lines());
            return run->lines() | regius::map(&external_sort::record::text);
        };
        for (auto const& path : wanted_.paths) {
            for (std::string_view line : lines_of(path, block_, progress_)) {
                if (run->add(line)) continue;
                store(sorted_run());
                run->clear();
                run->add(line);
            }
        }
        if (stored_.empty()) return write_lines(sorted_run(), block_, put);
        if (!run->empty()) store(sorted_run());
        run.reset();  // the merge needs the memory

        // The smallest first, and no more of them than it takes to merge the rest in one go.
        while (stored_.size() > most_runs_) {
            std::vector<stored_run> smallest;
            auto const amount = std::min(most_runs_, stored_.size() - most_runs_ + 1);
            for ([[maybe_unused]] auto i : regius::range(amount))
                smallest.push_back(regius::heappop(stored_, {}, &stored_run::bytes));
            progress_.step("merging the smallest of " + std::to_string(stored_.size() + amount) + " runs",
                           regius::sum(smallest | regius::map(&stored_run::bytes)));
            store(merged(smallest));
        }
        progress_.step("merging " + std::to_string(stored_.size()) + " runs",
                       regius::sum(stored_ | regius::map(&stored_run::bytes)));
        write_lines(merged(stored_), block_, put);
    }
};

// ---- where the answer goes

void write_to(std::FILE* stream, std::string_view name, std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stream) != text.size() || std::fflush(stream) != 0)
        throw regius::os_error(errno, name);
}

/// What a new file would get, or what the file had that is replaced.
fs::perms permissions_of(fs::path const& target) {
    if (fs::exists(target)) return fs::status(target).permissions();
    auto const hidden = ::umask(0);
    ::umask(hidden);
    return static_cast<fs::perms>(0666 & ~hidden);
}

void sort_files(options const& wanted) {
    progress shown(wanted.progress);
    if (!wanted.output) {
        auto const place = scratch::in(fs::temp_directory_path());
        sorter(wanted, place, shown)([](std::string_view text) { write_to(stdout, "standard output", text); });
    } else if (auto const target = fs::weakly_canonical(*wanted.output);
               fs::exists(target) && !fs::is_regular_file(target)) {
        // A device or a pipe is written to; it must not be replaced.
        auto* const stream = std::fopen(target.c_str(), "wb");
        if (!stream) throw regius::os_error(errno, target.string());
        regius::scope_exit close([&] { std::fclose(stream); });
        auto const place = scratch::in(fs::temp_directory_path());
        sorter(wanted, place, shown)([&](std::string_view text) { write_to(stream, target.native(), text); });
    } else {
        auto const place = scratch::in(target.parent_path());
        auto draft = place.file();
        sorter(wanted, place, shown)([&](std::string_view text) { draft.write(text); });
        fs::permissions(draft.path(), permissions_of(target));
        draft.persist(target);
    }
}

/// 64M is 64 Mi bytes; nothing when it is no size.
std::optional<std::size_t> parse_size(std::string_view text) {
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    auto const unit = "KMG"s.find(end == text.data() + text.size() ? ' ' : *end);
    auto const rest = text.data() + text.size() - end;
    if (error != std::errc() || rest > 1 || (rest == 1 && unit == std::string::npos)) return std::nullopt;
    auto const shift = rest == 0 ? 0 : 10 * (unit + 1);
    return number > (std::size_t{1} << 60) >> shift ? std::nullopt : std::optional(number << shift);
}

int refuse(std::string const& why) {
    std::fprintf(stderr, "external_sort: %s\nTry --help.\n", why.c_str());
    return 2;
}

int complain(std::string const& what) {
    std::fprintf(stderr, "external_sort: %s\n", what.c_str());
    return interrupted == 0 ? 1 : 128 + interrupted;
}

}  // namespace

int main(int argc, char** argv) {
    options wanted;
    for (int i = 1; i < argc; ++i) {
        std::string const argument = argv[i];
        bool const has_value = i + 1 < argc;
        if (argument == "--help") return std::fputs(help, stdout), 0;
        if (argument == "--progress") {
            wanted.progress = true;
        } else if (argument == "--output" && has_value) {
            wanted.output = argv[++i];
        } else if (argument == "--memory" && has_value) {
            auto const size = parse_size(argv[++i]);
            if (!size || *size < 16 << 10) return refuse("--memory takes a size of at least 16K, like 64M");
            wanted.memory = *size;
        } else if (argument.starts_with("--")) {
            return refuse("unknown option, or one without its value: " + argument);
        } else {
            wanted.paths.push_back(argument == "-" ? "/dev/stdin" : argument);
        }
    }
    if (wanted.paths.empty()) return refuse("no file given");

    // Whatever ends it early, what it wrote is removed on the way out: a signal, a reader that left, a limit. A second
    // signal ends it at once, also while it waits for input.
    for (int const signal : {SIGINT, SIGTERM, SIGHUP}) {
        std::signal(signal, [](int which) {
            interrupted = which;
            std::signal(which, SIG_DFL);
        });
    }
    for (int const signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
    try {
        sort_files(wanted);
        return 0;
    } catch (fs::filesystem_error const& error) {
        auto const path = error.path1().empty() ? ""s : regius::repr(error.path1().string()) + ": "s;
        return complain(path + error.code().message());
    } catch (std::exception const& error) {
        return complain(error.what());
    }
}

// Output:
//
// 42
// 7
// Zebra
// apple
// apple pie
// fig
// pear
// pear
// Äpfel
