// SPDX-License-Identifier: MIT

#include <regius/regius.hpp>

char const* other() { return REGIUS_VERSION_STRING; }
