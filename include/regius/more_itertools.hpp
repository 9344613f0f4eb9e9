// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_HPP
#define REGIUS_MORE_ITERTOOLS_HPP

// import more_itertools


#endif  // REGIUS_MORE_ITERTOOLS_HPP
