// SPDX-License-Identifier: MIT
#ifndef REGIUS_IO_HPP
#define REGIUS_IO_HPP

// import io


#endif  // REGIUS_IO_HPP
