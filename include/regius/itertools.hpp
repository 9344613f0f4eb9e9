// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_HPP
#define REGIUS_ITERTOOLS_HPP

// import itertools

#include <regius/itertools/groupby.hpp>

#endif  // REGIUS_ITERTOOLS_HPP
