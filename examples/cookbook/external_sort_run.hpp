// SPDX-License-Identifier: MIT
// The part of external_sort that is in memory: as many lines as fit, and how they are put in order.
#ifndef REGIUS_EXAMPLES_COOKBOOK_EXTERNAL_SORT_RUN_HPP
#define REGIUS_EXAMPLES_COOKBOOK_EXTERNAL_SORT_RUN_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace external_sort {

/// A line, and what the sort looks at: the next seven bytes of the text, and how many it has left, at most eight. Two
/// such words compare as the texts do, and a text whose word says at most seven has no more.
struct record {
    std::uint64_t word;
    std::string_view text;
};

inline std::uint64_t word_at(std::string_view text, std::size_t depth) {
    auto const left = text.size() - depth;
    auto const at = [from = text.data() + depth](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(from[i])} << (56 - 8 * i);
    };
    if (left > 7)  // one load
        return at(0) | at(1) | at(2) | at(3) | at(4) | at(5) | at(6) | 8;
    std::uint64_t word = left;
    for (std::size_t i = 0; i != left; ++i) word |= at(i);
    return word;
}

/// Where two texts that are alike up to `from` begin to differ, at most `limit`.
inline std::size_t alike(std::string_view a, std::string_view b, std::size_t from, std::size_t limit) {
    auto const end = std::min({a.size(), b.size(), limit});
    while (from + 8 <= end && std::memcmp(a.data() + from, b.data() + from, 8) == 0) from += 8;
    while (from < end && a[from] == b[from]) ++from;
    return from;
}

/// Sort by byte, a word at a time: what lines have in common, a date or all of the text, is passed over once and not
/// compared again and again. The parts still to do are kept in a list: how long lines are must not be a matter of the
/// stack.
inline void sort_lines(std::span<record> all) {
    struct part {
        std::span<record> lines;
        std::size_t depth;
    };
    std::vector<part> todo{{all, 0}};
    auto const sort_later = [&](part const& same) {
        constexpr std::size_t few = 12;  // so many are sorted by the rest of their texts, and at once
        if (same.lines.size() > few) return todo.push_back(same);
        std::ranges::sort(same.lines, {}, [&](record const& line) { return line.text.substr(same.depth); });
    };
    while (!todo.empty()) {
        auto const [lines, from] = todo.back();
        todo.pop_back();
        if (lines.empty()) continue;
        auto depth = lines.front().text.size();
        for (record const& line : lines) depth = alike(lines.front().text, line.text, from, depth);

        for (record& line : lines) line.word = word_at(line.text, depth);
        std::ranges::sort(lines, {}, &record::word);
        for (auto group = lines.begin(); group != lines.end();) {
            auto const word = group->word;
            auto const end = std::find_if(group, lines.end(), [&](record const& line) { return line.word != word; });
            if ((word & 0xff) > 7 && end - group > 1) sort_later({{group, end}, depth + 7});
            group = end;
        }
    }
}

/// A fixed piece of memory with the text of the lines at its front and their records at its back, so that many short
/// lines and few long ones fill it alike.
class run {
    std::size_t capacity_;
    std::unique_ptr<std::byte[]> memory_;
    std::size_t text_ = 0;     // bytes
    std::size_t records_ = 0;  // how many

    [[nodiscard]] record* back() const {
        return reinterpret_cast<record*>(memory_.get() + capacity_ / sizeof(record) * sizeof(record));
    }

public:
    explicit run(std::size_t capacity)
        : capacity_(capacity), memory_(std::make_unique_for_overwrite<std::byte[]>(capacity)) {}

    /// False when the line does not fit and should begin the next run. A line that is larger than the memory is
    /// taken all the same.
    bool add(std::string_view line) {
        auto const needed = line.size() + 2 * sizeof(record);
        if (records_ == 0 && needed > capacity_) *this = run(needed);
        if (text_ + line.size() + (records_ + 2) * sizeof(record) > capacity_) return false;
        auto* const text = reinterpret_cast<char*>(memory_.get()) + text_;
        std::memcpy(text, line.data(), line.size());
        text_ += line.size();
        std::construct_at(back() - ++records_, record{0, {text, line.size()}});
        return true;
    }

    [[nodiscard]] std::span<record> lines() const { return {back() - records_, records_}; }
    [[nodiscard]] bool empty() const { return records_ == 0; }
    void clear() { text_ = records_ = 0; }
};

}  // namespace external_sort

#endif  // REGIUS_EXAMPLES_COOKBOOK_EXTERNAL_SORT_RUN_HPP
