// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_HPP
#define REGIUS_MORE_ITERTOOLS_HPP

// import more_itertools

#include <regius/more_itertools/all_equal.hpp>
#include <regius/more_itertools/all_unique.hpp>
#include <regius/more_itertools/before_and_after.hpp>
#include <regius/more_itertools/bucket.hpp>
#include <regius/more_itertools/consecutive_groups.hpp>
#include <regius/more_itertools/distribute.hpp>
#include <regius/more_itertools/divide.hpp>
#include <regius/more_itertools/duplicates_everseen.hpp>
#include <regius/more_itertools/filter_map.hpp>
#include <regius/more_itertools/first.hpp>
#include <regius/more_itertools/flatten.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <regius/more_itertools/interleave.hpp>
#include <regius/more_itertools/intersperse.hpp>
#include <regius/more_itertools/iterate.hpp>
#include <regius/more_itertools/last.hpp>
#include <regius/more_itertools/locate.hpp>
#include <regius/more_itertools/map_reduce.hpp>
#include <regius/more_itertools/mark_ends.hpp>
#include <regius/more_itertools/minmax.hpp>
#include <regius/more_itertools/ncycles.hpp>
#include <regius/more_itertools/nth.hpp>
#include <regius/more_itertools/one.hpp>
#include <regius/more_itertools/padded.hpp>
#include <regius/more_itertools/partition.hpp>
#include <regius/more_itertools/peekable.hpp>
#include <regius/more_itertools/powerset.hpp>
#include <regius/more_itertools/run_length_decode.hpp>
#include <regius/more_itertools/run_length_encode.hpp>
#include <regius/more_itertools/sample.hpp>
#include <regius/more_itertools/side_effect.hpp>
#include <regius/more_itertools/sliding_window.hpp>
#include <regius/more_itertools/split_after.hpp>
#include <regius/more_itertools/split_at.hpp>
#include <regius/more_itertools/split_before.hpp>
#include <regius/more_itertools/split_when.hpp>
#include <regius/more_itertools/spy.hpp>
#include <regius/more_itertools/take.hpp>
#include <regius/more_itertools/unique_everseen.hpp>
#include <regius/more_itertools/unique_justseen.hpp>
#include <regius/more_itertools/windowed.hpp>

#endif  // REGIUS_MORE_ITERTOOLS_HPP
