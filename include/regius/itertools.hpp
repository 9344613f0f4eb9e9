// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_HPP
#define REGIUS_ITERTOOLS_HPP

// import itertools


#endif  // REGIUS_ITERTOOLS_HPP
