#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# scripts/setup.sh demo|test|ci: install what is missing with apt, or say what to install and end with status 2.
set -euo pipefail

tools=(cmake:cmake ninja:ninja-build c++:g++)  # a program that must be there, and the Debian package that brings it
packages=()                                    # what brings no program to look for
case "${1-}" in
demo) ;;
test)
    packages+=(catch2)
    ;;
ci)
    tools+=(ccache:ccache clang++-16:clang-16 clang++-19:clang-19 clang-format-19:clang-format-19 gdb:gdb pkg-config:pkg-config
        python3:python3)
    packages+=(catch2 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev libbenchmark-dev librange-v3-dev libboost1.81-dev libboost-context1.81-dev
        libabsl-dev libtsl-ordered-map-dev libsqlite3-dev libpq-dev postgresql
        mkdocs-material python3-more-itertools)
    ;;
*)
    echo "usage: scripts/setup.sh demo|test|ci" >&2
    exit 2
    ;;
esac

missing=()
for tool in "${tools[@]}"; do
    command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
done
if command -v dpkg-query >/dev/null; then
    for package in "${packages[@]}"; do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || missing+=("$package")
    done
fi

if [ ${#missing[@]} -gt 0 ]; then
    sudo=()
    [ "$(id -u)" -eq 0 ] || sudo=(sudo -n)
    if command -v apt-get >/dev/null && "${sudo[@]}" true 2>/dev/null; then
        echo "== installing ${missing[*]}"
        "${sudo[@]}" apt-get update -qq
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            "${missing[@]}" >/dev/null
    else
        echo "Missing: ${missing[*]} (Debian's package names). On Debian or Ubuntu install them with" >&2
        echo "    sudo apt-get install ${missing[*]}" >&2
        exit 2
    fi
fi

# The oldest versions that can do it: presets need CMake 3.25, C++20 ranges and coroutines GCC 12 or Clang 16.
cmake_version=$(cmake --version | sed -n '1s/[^0-9]*//p')
case "$cmake_version" in
[012].* | 3.[0-9].* | 3.1[0-9].* | 3.2[0-4].*)
    echo "CMake 3.25 or newer is needed; $(command -v cmake) is $cmake_version" >&2
    exit 2
    ;;
esac
compiler=${CXX:-c++}
case "$("$compiler" --version 2>/dev/null | head -n 1)" in
g++* | c++*) name=GCC oldest=12 ;;
Apple*) oldest=0 ;;  # numbers its versions in its own way
*clang*) name=Clang oldest=16 ;;
*) oldest=0 ;;
esac
if [ "$oldest" -gt 0 ]; then
    major=$("$compiler" -dumpversion)
    if [ "${major%%.*}" -lt "$oldest" ]; then
        echo "$name $oldest or newer is needed; $compiler is $name $major" >&2
        exit 2
    fi
fi
