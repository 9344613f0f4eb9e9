// SPDX-License-Identifier: MIT

#include <regius/core/errors.hpp>

char const* other() { return regius::stop_iteration().what(); }
