// SPDX-License-Identifier: MIT
#ifndef REGIUS_BENCHMARKS_SUPPORT_SHORT_RUN_HPP
#define REGIUS_BENCHMARKS_SUPPORT_SHORT_RUN_HPP

#include <cstdlib>

namespace regius::benchmarks {

/// Whether this run only shows that the benchmark works, as under ctest: then the sizes that take long are left out.
inline bool short_run() { return std::getenv("REGIUS_BENCHMARK_SHORT") != nullptr; }

}  // namespace regius::benchmarks

#endif  // REGIUS_BENCHMARKS_SUPPORT_SHORT_RUN_HPP
