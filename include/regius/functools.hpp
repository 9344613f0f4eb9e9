// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_HPP
#define REGIUS_FUNCTOOLS_HPP

// import functools

#include <regius/functools/decorate.hpp>
#include <regius/functools/rate_limit.hpp>
#include <regius/functools/retry.hpp>
#include <regius/functools/retry_options.hpp>

#endif  // REGIUS_FUNCTOOLS_HPP
