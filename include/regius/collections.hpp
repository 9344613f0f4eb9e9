// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_HPP
#define REGIUS_COLLECTIONS_HPP

// import collections


#endif  // REGIUS_COLLECTIONS_HPP
