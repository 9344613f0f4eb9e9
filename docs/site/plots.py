# SPDX-License-Identifier: MIT
"""Plots of the performance page, from results of Google Benchmark.

To record new results (medians only, without what belongs to one machine's disk):

    bench.text.split --benchmark_enable_random_interleaving=true --benchmark_repetitions=7 \\
        --benchmark_report_aggregates_only=true --benchmark_out=raw.json --benchmark_out_format=json
    python3 docs/site/plots.py raw.json benchmarks/results/text.split.json "g++ 12.2 -O3 -DNDEBUG" COMMIT
"""

import html
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Plot:
    """One picture: how a benchmark's name says the group and whose bar it is, and whose bar is 1."""

    file: str
    heading: str  # of docs/performance.md, below which it stands
    title: str
    pattern: str
    base: str
    bars: dict
    groups: dict


PLOTS = [
    Plot(
        "text.split.json",
        "Files and text",
        "Cutting text, against a loop by hand",
        r"(?P<group>words|first_words|fields|by_text)_(?P<bar>by_hand|split_loop|split|absl|std|range_v3|boost)",
        "by_hand",
        {
            "split_loop": "regius",
            "split": "regius",
            "std": "std::views::split",
            "range_v3": "range-v3",
            "absl": "Abseil",
            "boost": "Boost",
        },
        {
            "words": "words",
            "first_words": "first three words",
            "fields": "fields at a character",
            "by_text": 'fields at ", "',
        },
    ),
    Plot(
        "itertools.lazy.json",
        "Lazy ranges",
        "Lazy pipelines over a million elements, against a loop by hand",
        r"(?P<group>\w+)/(?P<bar>\w+)/1048576",
        "by_hand",
        {
            "regius": "regius, terminal tool",
            "regius_for": "regius, range-for",
            "std": "std::views",
            "range_v3": "range-v3",
        },
        {
            "filter_map_sum": "filter, map, sum",
            "chain_sum": "chain of three",
            "flatten_sum": "flatten",
            "zip_dot": "zip, dot product",
            "enumerate_weighted": "enumerate",
            "batched_max": "batched(4)",
            "pairwise_difference": "pairwise",
        },
    ),
    Plot(
        "collections.counter.json",
        "Tables and counters",
        "Counting ten million values, against absl::flat_hash_map",
        r"(?P<group>\w+)/(?P<bar>\w+)",
        "absl_flat_hash_map",
        {
            "counter": "counter(range)",
            "counter_loop": "++counter[x]",
            "boost_unordered_flat_map": "boost::unordered_flat_map",
            "std_unordered_map": "std::unordered_map",
        },
        {"uniform": "uniform numbers", "skewed": "skewed numbers", "words": "string_view keys"},
    ),
    Plot(
        "heapq.merge.json",
        "deque, heap, merge",
        "Merging k sorted runs of 64-bit numbers, against std::priority_queue",
        r"(?P<bar>\w+)<u64>/(?P<group>\d+)",
        "by_priority_queue",
        {
            "regius_terminal": "regius",
            "regius_range_for": "regius, range-for",
            "tree_of_std_merge": "tree of std::merge",
        },
        {"8": "k = 8", "64": "k = 64", "1024": "k = 1024"},
    ),
]


def record(raw, out, compiler, commit):
    found = json.loads(raw.read_text())
    context = {key: found["context"][key] for key in ("date", "num_cpus", "mhz_per_cpu")}
    medians = [b for b in found["benchmarks"] if b.get("aggregate_name") == "median"]
    rows = {b["run_name"]: f"{b['cpu_time']:.4g} {b['time_unit']}" for b in medians}
    context |= {"compiler": compiler, "commit": commit, "repetitions": medians[0]["repetitions"]}
    out.write_text(json.dumps({"context": context, "cpu_time": rows}, indent=1) + "\n")


def ratios(plot, results):
    """group -> bar -> how many times the base's time."""
    times = {}
    unit = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}
    for name, value in results["cpu_time"].items():
        if m := re.fullmatch(plot.pattern, name):
            number, scale = value.split()
            times.setdefault(m["group"], {})[m["bar"]] = float(number) * unit[scale]
    return {
        group: {bar: times[group][bar] / times[group][plot.base] for bar in plot.bars if bar in times[group]}
        for group in plot.groups
        if group in times
    }


def svg(plot, results):
    """Horizontal bars; as wide as a phone is, so that the text can be read on one."""
    found, left, right, limit = ratios(plot, results), 138, 318, 2.5
    scale = (right - left) / limit
    parts, y = [], 14
    for group, bars in found.items():
        parts.append(f'<text class="group" x="0" y="{y + 9}">{html.escape(plot.groups[group])}</text>')
        y += 14
        for bar, ratio in bars.items():
            name = plot.bars[bar]
            kind = "ours" if "regius" in name or "counter" in name else "peer"
            width = min(ratio, limit) * scale
            more = " ›" if ratio > limit else ""
            parts.append(f'<text class="name" x="{left - 4}" y="{y + 8.5}">{html.escape(name)}</text>')
            parts.append(f'<rect class="{kind}" x="{left}" y="{y}" width="{width:.1f}" height="10.5"/>')
            parts.append(f'<text class="value" x="{left + width + 3:.1f}" y="{y + 8.5}">{ratio:.2f}{more}</text>')
            y += 13
        y += 5
    line = left + scale
    parts.insert(0, f'<path class="one" d="M{line} 10V{y}"/><text class="one" x="{line}" y="8">1</text>')
    return f'<svg viewBox="0 0 360 {y}" role="img" aria-label="{html.escape(plot.title)}">{"".join(parts)}</svg>'


def figure(plot, folder):
    results = json.loads((folder / plot.file).read_text())
    c = results["context"]
    return (
        f'<figure class="plot"><figcaption><b>{html.escape(plot.title)}</b><br>CPU time as a ratio, shorter is faster; '
        f"medians of {c['repetitions']} interleaved repetitions. {html.escape(c['compiler'])}, {c['num_cpus']} shared "
        f"cores at {c['mhz_per_cpu'] / 1000:.1f} GHz, {c['date'][:10]}, commit {c['commit']}.</figcaption>"
        f"{svg(plot, results)}</figure>"
    )


def add_to(text, folder):
    """The performance page with each plot below its heading."""
    for plot in PLOTS:
        head = f"\n## {plot.heading}\n"
        if head not in text:
            raise ValueError(f"docs/performance.md has no heading '{plot.heading}', which a plot stands under")
        text = text.replace(head, f"{head}\n{figure(plot, folder)}\n")
    return text


if __name__ == "__main__":
    record(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
