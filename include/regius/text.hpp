// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_HPP
#define REGIUS_TEXT_HPP

// import text

#include <regius/text/endswith.hpp>
#include <regius/text/join.hpp>
#include <regius/text/lstrip.hpp>
#include <regius/text/partition.hpp>
#include <regius/text/removeprefix.hpp>
#include <regius/text/removesuffix.hpp>
#include <regius/text/replace.hpp>
#include <regius/text/rpartition.hpp>
#include <regius/text/rsplit.hpp>
#include <regius/text/rstrip.hpp>
#include <regius/text/split.hpp>
#include <regius/text/splitlines.hpp>
#include <regius/text/startswith.hpp>
#include <regius/text/strip.hpp>

#endif  // REGIUS_TEXT_HPP
