// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_HPP
#define REGIUS_BUILTINS_HPP

// What Python gives without an import.


#endif  // REGIUS_BUILTINS_HPP
