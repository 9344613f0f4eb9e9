// SPDX-License-Identifier: MIT
// A map of images that holds so many bytes, and tells what it drops.

#include <regius/functools/lru_map.hpp>

#include <cstddef>
#include <cstdio>
#include <string>

struct bytes {
    std::size_t operator()(std::string const&, std::string const& image) const { return image.size(); }
};

int main() {
    regius::lru_map<std::string, std::string, bytes> images(
        {.maxsize = 100, .on_evict = [](std::string const& name, std::string&, regius::eviction) {
             std::printf("drop %s\n", name.c_str());
         }});

    images.put("logo", std::string(40, 'x'));
    images.put("photo", std::string(50, 'x'));
    (void)images.get("logo");
    images.put("map", std::string(30, 'x'));
    std::printf("%zu bytes\n", images.currsize());
}

// Output:
// drop photo
// 70 bytes
