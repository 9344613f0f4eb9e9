// SPDX-License-Identifier: MIT
#ifndef REGIUS_HEAPQ_HPP
#define REGIUS_HEAPQ_HPP

// import heapq


#endif  // REGIUS_HEAPQ_HPP
