// SPDX-License-Identifier: MIT
#ifndef REGIUS_HEAPQ_HPP
#define REGIUS_HEAPQ_HPP

// import heapq

#include <regius/heapq/heap.hpp>
#include <regius/heapq/merge.hpp>
#include <regius/heapq/nlargest.hpp>
#include <regius/heapq/priority_queue.hpp>

#endif  // REGIUS_HEAPQ_HPP
