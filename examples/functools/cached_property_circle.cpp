// SPDX-License-Identifier: MIT
// A property that is computed when it is first asked for, and again after reset; and a setting that is read once.

#include <regius/functools/cached_property.hpp>
#include <regius/functools/once.hpp>

#include <cstdio>

class circle {
    double radius_;
    regius::cached_property<double> area_;

public:
    explicit circle(double radius) : radius_(radius) {}
    double area() const {
        return area_([&] { return std::puts("computing"), 3.0 * radius_ * radius_; });
    }
    void resize(double radius) {
        radius_ = radius;
        area_.reset();
    }
};

int main() {
    auto const scale = regius::once([] { return std::puts("reading"), 10.0; });
    circle c(scale());
    std::printf("%.0f\n", c.area() + c.area());
    c.resize(scale() * 2);
    std::printf("%.0f\n", c.area());
}

// Output:
// reading
// computing
// 600
// computing
// 1200
