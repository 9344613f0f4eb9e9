// SPDX-License-Identifier: MIT
// Question   do lazy lines, and a whole log pipeline on top of them, run at the speed of the best loop?
// Measures   bytes per second over one file of 256 MB in the page cache, made by repeating the files given on the
//            command line (a made-up log if there are none); --megabytes=N for another size
// Judge by   the medians of interleaved runs:
//            --benchmark_enable_random_interleaving=true --benchmark_repetitions=9
//            lines: 1.1 x blocks_memchr, 0.55 x getline; pipeline: 0.5 x idiomatic, a tenth of python3

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/collections/counter.hpp>
#include <regius/io/lines.hpp>
#include <support/short_run.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

std::string path;  // of the file that every benchmark reads

// ---------------------------------------------------------------- reading: count lines and their bytes

struct totals {
    std::size_t lines = 0;
    std::size_t bytes = 0;

    void add(std::string_view line) {
        ++lines;
        bytes += line.size();
    }
};

void report(benchmark::State& state) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(path)));
}

void count_lines(benchmark::State& state, auto read) {
    for (auto _ : state) {
        totals sum;
        read(sum);
        benchmark::DoNotOptimize(sum);
    }
    report(state);
}

/// The loop an expert writes: read blocks, find "\n" by memchr, keep the unfinished tail.
template <class F>
void blocks_memchr(F f) {
    std::vector<char> buffer(std::size_t{256} << 10);
    int const file = ::open(path.c_str(), O_RDONLY);
    std::size_t rest = 0;
    for (;;) {
        if (rest == buffer.size()) buffer.resize(2 * buffer.size());
        auto const got = ::read(file, buffer.data() + rest, buffer.size() - rest);
        if (got <= 0) break;
        char const* first = buffer.data();
        char const* const last = first + rest + got;
        while (auto const* end =
                   static_cast<char const*>(std::memchr(first, '\n', static_cast<std::size_t>(last - first)))) {
            f(std::string_view(first, static_cast<std::size_t>(end - first)));
            first = end + 1;
        }
        rest = static_cast<std::size_t>(last - first);
        std::memmove(buffer.data(), first, rest);
    }
    if (rest != 0) f(std::string_view(buffer.data(), rest));
    ::close(file);
}

template <class F>
void mmap_memchr(F f) {
    int const file = ::open(path.c_str(), O_RDONLY);
    auto const size = std::filesystem::file_size(path);
    void* const map = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    auto const* first = static_cast<char const*>(map);
    auto const* const last = first + size;
    while (first != last) {
        auto const* end = static_cast<char const*>(std::memchr(first, '\n', static_cast<std::size_t>(last - first)));
        if (end == nullptr) end = last;
        f(std::string_view(first, static_cast<std::size_t>(end - first)));
        first = end == last ? last : end + 1;
    }
    ::munmap(map, size);
    ::close(file);
}

void read_blocks_memchr(benchmark::State& state) {
    count_lines(state, [](totals& sum) { blocks_memchr([&](std::string_view line) { sum.add(line); }); });
}
void read_mmap_memchr(benchmark::State& state) {
    count_lines(state, [](totals& sum) { mmap_memchr([&](std::string_view line) { sum.add(line); }); });
}
void read_getline(benchmark::State& state) {
    count_lines(state, [](totals& sum) {
        std::ifstream in(path);
        for (std::string line; std::getline(in, line);) sum.add(line);
    });
}
void read_regius(benchmark::State& state) {
    count_lines(state, [](totals& sum) {
        for (auto line : regius::lines(path)) sum.add(line);
    });
}
void read_regius_pushed(benchmark::State& state) {
    count_lines(state, [](totals& sum) {
        regius::core::for_each(regius::lines(path), [&](std::string_view line) { sum.add(line); });
    });
}

// ---------------------------------------------------------------- the pipeline: filter, first fields, count, top 10

bool interesting(std::string_view line) { return line.size() > 40; }

/// The first two fields of a line, as one piece of it.
std::string_view first_fields(std::string_view line) {
    auto const one = line.find(' ');
    if (one == line.npos) return line;
    return line.substr(0, line.find(' ', one + 1));
}

void pipeline(benchmark::State& state, auto top10) {
    for (auto _ : state) {
        auto top = top10();
        benchmark::DoNotOptimize(top);
    }
    report(state);
}

/// What a C++ programmer writes without thinking of speed.
void pipeline_idiomatic(benchmark::State& state) {
    pipeline(state, [] {
        std::unordered_map<std::string, std::int64_t> counts;
        std::ifstream in(path);
        for (std::string line; std::getline(in, line);)
            if (interesting(line)) ++counts[std::string(first_fields(line))];
        std::vector<std::pair<std::string, std::int64_t>> top(counts.begin(), counts.end());
        auto const n = std::min<std::size_t>(10, top.size());
        std::partial_sort(top.begin(), top.begin() + static_cast<std::ptrdiff_t>(n), top.end(),
                          [](auto const& a, auto const& b) { return a.second > b.second; });
        top.resize(n);
        return top;
    });
}

/// The best that was found by hand: mapped file, open addressing over string_views into it.
void pipeline_by_hand(benchmark::State& state) {
    struct entry {
        std::string_view key;
        std::int64_t count = 0;
    };
    pipeline(state, [] {
        std::vector<entry> table(1 << 10);
        std::size_t used = 0;
        auto const hash = [](std::string_view s) {
            std::uint64_t h = s.size() * 0x9e3779b97f4a7c15;
            char const* p = s.data();
            std::size_t n = s.size();
            for (; n >= 8; p += 8, n -= 8) {
                std::uint64_t w;
                std::memcpy(&w, p, 8);
                h = (h ^ w) * 0xff51afd7ed558ccd;
                h ^= h >> 32;
            }
            std::uint64_t w = 0;
            std::memcpy(&w, p, n);
            h = (h ^ w) * 0xff51afd7ed558ccd;
            return h ^ (h >> 32);
        };
        auto const slot = [&](std::string_view key) -> entry& {
            auto i = hash(key) & (table.size() - 1);
            while (table[i].count != 0 && table[i].key != key) i = (i + 1) & (table.size() - 1);
            return table[i];
        };
        int const file = ::open(path.c_str(), O_RDONLY);
        auto const size = std::filesystem::file_size(path);
        void* const map = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
        auto const* first = static_cast<char const*>(map);
        auto const* const last = first + size;
        while (first != last) {
            auto const* end =
                static_cast<char const*>(std::memchr(first, '\n', static_cast<std::size_t>(last - first)));
            if (end == nullptr) end = last;
            auto const line = std::string_view(first, static_cast<std::size_t>(end - first));
            first = end == last ? last : end + 1;
            if (!interesting(line)) continue;
            auto& found = slot(first_fields(line));
            if (found.count++ == 0) {
                found.key = first_fields(line);
                if (2 * ++used > table.size()) {
                    auto old = std::exchange(table, std::vector<entry>(2 * table.size()));
                    for (auto const& e : old)
                        if (e.count != 0) slot(e.key) = e;
                }
            }
        }
        std::vector<std::pair<std::string, std::int64_t>> top;
        std::erase_if(table, [](entry const& e) { return e.count == 0; });
        auto const n = std::min<std::size_t>(10, table.size());
        std::partial_sort(table.begin(), table.begin() + static_cast<std::ptrdiff_t>(n), table.end(),
                          [](auto const& a, auto const& b) { return a.count > b.count; });
        for (std::size_t i = 0; i < n; ++i) top.emplace_back(table[i].key, table[i].count);
        ::munmap(map, size);
        ::close(file);
        return top;
    });
}

void pipeline_regius(benchmark::State& state) {
    pipeline(state, [] {
        return regius::counter<std::string>(regius::lines(path) | regius::filter(interesting) |
                                            regius::map(first_fields))
            .most_common(10);
    });
}

constexpr char const* python_pipeline = R"py(
import sys, collections
def first_fields(line):
    one = line.find(' ')
    if one < 0: return line
    two = line.find(' ', one + 1)
    return line[:two] if two >= 0 else line
with open(sys.argv[1], encoding='utf-8', errors='surrogateescape') as file:
    lines = map(str.rstrip, file)
    top = collections.Counter(map(first_fields, filter(lambda line: len(line) > 40, lines))).most_common(10)
)py";

void pipeline_python(benchmark::State& state) {
    auto const command = std::string("python3 -c \"$REGIUS_PYTHON\" ") + path;
    ::setenv("REGIUS_PYTHON", python_pipeline, 1);
    for (auto _ : state)
        if (std::system(command.c_str()) != 0) state.SkipWithError("python3 is not here");
    report(state);
}

// ---------------------------------------------------------------- the file

std::string made_up_log() {
    std::string text;
    for (unsigned i = 0; i < 20'000; ++i) {
        char line[200];
        auto const n = std::snprintf(
            line, sizeof line, "2024-03-%02u host-%u service[%u]: request %u from 10.%u.%u.%u took %u ms%s\n",
            1 + i % 28, i * 7 % 50, i * 31 % 900, i, i % 8, i * 3 % 256, i * 11 % 256, i * 13 % 977,
            i % 9 == 0 ? " and failed with an error that takes some more words" : "");
        text.append(line, static_cast<std::size_t>(n));
    }
    return text;
}

class repeated_file {
public:
    repeated_file(std::vector<std::string> const& sources, std::size_t megabytes) {
        std::string text;
        for (auto const& source : sources) {
            std::ifstream in(source, std::ios::binary);
            text.append(std::istreambuf_iterator<char>(in), {});
            if (!text.empty() && text.back() != '\n') text += '\n';
        }
        if (text.empty()) text = made_up_log();
        path = (std::filesystem::temp_directory_path() / ("regius-lines-bench-" + std::to_string(::getpid()))).string();
        std::ofstream out(path, std::ios::binary);
        for (std::size_t size = 0; size < megabytes * 1'000'000; size += text.size()) out << text;
        if (!out.flush()) throw std::runtime_error("cannot write " + path);
    }
    ~repeated_file() { std::filesystem::remove(path); }
};

}  // namespace

BENCHMARK(read_blocks_memchr)->Unit(benchmark::kMillisecond);
BENCHMARK(read_mmap_memchr)->Unit(benchmark::kMillisecond);
BENCHMARK(read_getline)->Unit(benchmark::kMillisecond);
BENCHMARK(read_regius)->Unit(benchmark::kMillisecond);
BENCHMARK(read_regius_pushed)->Unit(benchmark::kMillisecond);
BENCHMARK(pipeline_by_hand)->Unit(benchmark::kMillisecond);
BENCHMARK(pipeline_idiomatic)->Unit(benchmark::kMillisecond);
BENCHMARK(pipeline_regius)->Unit(benchmark::kMillisecond);
BENCHMARK(pipeline_python)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    std::vector<std::string> sources;
    std::size_t megabytes = regius::benchmarks::short_run() ? 8 : 256;
    for (int i = 1; i < argc; ++i) {
        std::string_view const argument = argv[i];
        if (argument.starts_with("--megabytes="))
            megabytes = static_cast<std::size_t>(std::atoi(argv[i] + 12));
        else
            sources.emplace_back(argument);
    }
    repeated_file const file(sources, megabytes);
    benchmark::RunSpecifiedBenchmarks();
}
