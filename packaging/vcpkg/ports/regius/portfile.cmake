# An overlay port: it takes the sources from the checkout that it stands in. vcpkg's binary cache knows the files of the
# port only: after a change to the checkout, install with --binarysource=clear.
set(VCPKG_BUILD_TYPE release) # header-only port

cmake_path(SET SOURCE_PATH NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../../../..")

vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        -DREGIUS_BUILD_TESTS=OFF
        -DREGIUS_BUILD_EXAMPLES=OFF
        -DREGIUS_BUILD_BENCHMARKS=OFF
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME regius CONFIG_PATH share/cmake/regius)
vcpkg_fixup_pkgconfig()

vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
