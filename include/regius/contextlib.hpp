// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_HPP
#define REGIUS_CONTEXTLIB_HPP

// import contextlib


#endif  // REGIUS_CONTEXTLIB_HPP
