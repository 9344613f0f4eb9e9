// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_HPP
#define REGIUS_ITERTOOLS_HPP

// import itertools

#include <regius/itertools/accumulate.hpp>
#include <regius/itertools/batched.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/itertools/combinations.hpp>
#include <regius/itertools/combinations_with_replacement.hpp>
#include <regius/itertools/compress.hpp>
#include <regius/itertools/count.hpp>
#include <regius/itertools/cycle.hpp>
#include <regius/itertools/dropwhile.hpp>
#include <regius/itertools/filterfalse.hpp>
#include <regius/itertools/groupby.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/pairwise.hpp>
#include <regius/itertools/permutations.hpp>
#include <regius/itertools/product.hpp>
#include <regius/itertools/repeat.hpp>
#include <regius/itertools/starmap.hpp>
#include <regius/itertools/takewhile.hpp>
#include <regius/itertools/tee.hpp>
#include <regius/itertools/zip_longest.hpp>

#endif  // REGIUS_ITERTOOLS_HPP
