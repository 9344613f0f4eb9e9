// SPDX-License-Identifier: MIT
#ifndef REGIUS_REGIUS_HPP
#define REGIUS_REGIUS_HPP

// Everything.

#include <regius/builtins.hpp>
#include <regius/collections.hpp>
#include <regius/contextlib.hpp>
#include <regius/functools.hpp>
#include <regius/heapq.hpp>
#include <regius/io.hpp>
#include <regius/itertools.hpp>
#include <regius/more_itertools.hpp>
#include <regius/text.hpp>
#include <regius/version.hpp>

#endif  // REGIUS_REGIUS_HPP
