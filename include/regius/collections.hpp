// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_HPP
#define REGIUS_COLLECTIONS_HPP

// import collections

#include <regius/collections/chain_map.hpp>
#include <regius/collections/counter.hpp>
#include <regius/collections/defaultdict.hpp>
#include <regius/collections/deque.hpp>
#include <regius/collections/ordered_dict.hpp>

#endif  // REGIUS_COLLECTIONS_HPP
