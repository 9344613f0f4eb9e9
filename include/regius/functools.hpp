// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_HPP
#define REGIUS_FUNCTOOLS_HPP

// import functools


#endif  // REGIUS_FUNCTOOLS_HPP
