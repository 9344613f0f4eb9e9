// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_HPP
#define REGIUS_BUILTINS_HPP

// What Python gives without an import.

#include <regius/builtins/all_any.hpp>
#include <regius/builtins/dict.hpp>
#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/format.hpp>
#include <regius/builtins/generator.hpp>
#include <regius/builtins/iter.hpp>
#include <regius/builtins/len.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/min_max.hpp>
#include <regius/builtins/next.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/reversed.hpp>
#include <regius/builtins/slice.hpp>
#include <regius/builtins/sorted.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/builtins/to.hpp>
#include <regius/builtins/zip.hpp>

#endif  // REGIUS_BUILTINS_HPP
