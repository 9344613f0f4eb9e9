// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_VALUE_ERROR_HPP
#define REGIUS_CORE_VALUE_ERROR_HPP

#include <stdexcept>

namespace regius {

/// A value that no call could accept: `batched(r, 0)`, `max` of nothing.
///
/// Python    ValueError (and TypeError, where C++ can only tell at run time)
class value_error : public std::invalid_argument {
public:
    using std::invalid_argument::invalid_argument;
};

}  // namespace regius

#endif  // REGIUS_CORE_VALUE_ERROR_HPP
