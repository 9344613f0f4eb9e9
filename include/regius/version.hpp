// SPDX-License-Identifier: MIT
#ifndef REGIUS_VERSION_HPP
#define REGIUS_VERSION_HPP

// The one place where the version is written; CMake and the recipes read it here.
#define REGIUS_VERSION_MAJOR 0
#define REGIUS_VERSION_MINOR 1
#define REGIUS_VERSION_PATCH 0
#define REGIUS_VERSION_STRING "0.1.0"

#endif  // REGIUS_VERSION_HPP
