// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_HPP
#define REGIUS_BUILTINS_HPP

// What Python gives without an import.

#include <regius/builtins/dict.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/generator.hpp>
#include <regius/builtins/next.hpp>

#endif  // REGIUS_BUILTINS_HPP
