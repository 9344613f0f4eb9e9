// SPDX-License-Identifier: MIT
// A running average that is fed by send: co_yield gives back what was sent.

#include <regius/builtins/generator.hpp>

#include <cstdio>

regius::generator<double, double> running_average() {
    double sum = 0;
    double average = 0;
    for (int count = 1;; ++count) {
        sum += co_yield average;
        average = sum / count;
    }
}

int main() {
    auto average = running_average();
    average.next();  // to the first co_yield
    for (double x : {10.0, 30.0, 5.0}) std::printf("%g\n", average.send(x));
}

// Output:
// 10
// 20
// 15
