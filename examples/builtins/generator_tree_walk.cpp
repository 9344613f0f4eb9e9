// SPDX-License-Identifier: MIT
// A walk through a tree, written as the recursion that it is; the loop that uses it may stop at any node.

#include <regius/builtins/generator.hpp>

#include <cstdio>

struct node {
    int key;
    node const* left = nullptr;
    node const* right = nullptr;
};

regius::generator<int> inorder(node const* tree) {
    if (!tree) co_return;
    co_yield regius::yield_from(inorder(tree->left));
    co_yield tree->key;
    co_yield regius::yield_from(inorder(tree->right));
}

int main() {
    node const one{1}, three{3}, two{2, &one, &three}, six{6}, four{4, &two, &six};
    for (int key : inorder(&four)) {
        if (key > 4) break;
        std::printf("%d\n", key);
    }
}

// Output:
// 1
// 2
// 3
// 4
