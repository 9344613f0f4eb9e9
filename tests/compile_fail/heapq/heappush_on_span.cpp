// SPDX-License-Identifier: MIT
// A span is a heap that cannot grow.

// expect: growable_heap

#include <regius/heapq/heap.hpp>

#include <span>
#include <vector>

void subject() {
    std::vector<int> storage{3, 1, 2};
    std::span<int> heap(storage);
#ifdef TWIN  // the nearest right program: it must compile
    regius::heappush(storage, 4);
#else
    regius::heappush(heap, 4);
#endif
    regius::heapify(heap);
}
