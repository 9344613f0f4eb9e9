// SPDX-License-Identifier: MIT
#ifndef REGIUS_IO_HPP
#define REGIUS_IO_HPP

// import io

#include <regius/io/chunks.hpp>
#include <regius/io/lines.hpp>

#endif  // REGIUS_IO_HPP
