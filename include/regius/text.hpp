// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_HPP
#define REGIUS_TEXT_HPP

// import text


#endif  // REGIUS_TEXT_HPP
