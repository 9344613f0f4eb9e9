# SPDX-License-Identifier: MIT
# Included by CheckPackage.cmake: the port by the real vcpkg, as an overlay port of this checkout, in the form that the
# index takes, and through a manifest; without a network, and with every folder of vcpkg's below ours.

find_program(vcpkg vcpkg HINTS ENV VCPKG_ROOT)
if(NOT vcpkg)
    message("SKIPPED: there is no vcpkg")
    return()
endif()
file(REAL_PATH ${vcpkg} root)
cmake_path(GET root PARENT_PATH root)
if(DEFINED ENV{VCPKG_ROOT})
    set(root $ENV{VCPKG_ROOT})
endif()
if(NOT EXISTS ${root}/ports/vcpkg-cmake OR NOT EXISTS ${root}/scripts/buildsystems/vcpkg.cmake)
    message("SKIPPED: ${vcpkg} has no ports and scripts in ${root}; VCPKG_ROOT names them")
    return()
endif()

set(ENV{VCPKG_FORCE_SYSTEM_BINARIES} 1)
set(ENV{VCPKG_DISABLE_METRICS} 1)
set(ENV{VCPKG_ROOT} ${root})
set(ENV{CXX} ${compiler})
set(roots --x-buildtrees-root=${work}/trees --x-packages-root=${work}/packages
    --downloads-root=${work}/downloads --binarysource=clear)
set(ports ${source}/packaging/vcpkg/ports)

# install_port(NAME PORTS): what it installs is in work/NAME.
macro(install_port name from)
    run(${vcpkg} install ${name} --classic --enforce-port-checks --overlay-ports=${from}
        --x-install-root=${work}/${name} ${roots})
    expect("no warning: ${output}" NOT "${output}${complaint}" MATCHES "[Ww]arning|not used in CMakeLists")
    expect("the text on how to use it: ${output}" output MATCHES
        "find_package[(]regius CONFIG REQUIRED[)]\n +target_link_libraries[(]main PRIVATE regius::regius[)]\n")

    file(GLOB triplets LIST_DIRECTORIES true ${work}/${name}/*/include)
    cmake_path(GET triplets PARENT_PATH triplet)
    file(GLOB entries RELATIVE ${triplet} ${triplet}/* ${triplet}/include/*)
    list(JOIN entries " " entries)
    expect("no debug/, no lib/: ${entries}" entries STREQUAL "include include/regius share")
    file(GLOB_RECURSE headers RELATIVE ${source}/include ${source}/include/*)
    file(GLOB_RECURSE installed RELATIVE ${triplet}/include ${triplet}/include/*)
    expect("every header is installed, and nothing else below include/" headers STREQUAL installed)
    expect("the licence is there" EXISTS ${triplet}/share/${name}/copyright)
    expect("the config is where find_package looks" EXISTS ${triplet}/share/regius/regius-config.cmake)
    expect("the .pc file is there" EXISTS ${triplet}/share/pkgconfig/regius.pc)
endmacro()

# consume_by_vcpkg(WHERE ARGUMENT...): tests/package/consumer with vcpkg's toolchain file, Debug and Release.
macro(consume_by_vcpkg where)
    foreach(config Debug Release)
        run(${CMAKE_COMMAND} -G ${generator} -S ${where} -B ${work}/consumer-${config} --fresh
            -D HOW=find_package -D CMAKE_BUILD_TYPE=${config}
            -D CMAKE_TOOLCHAIN_FILE=${root}/scripts/buildsystems/vcpkg.cmake ${ARGN})
        run(${CMAKE_COMMAND} --build ${work}/consumer-${config})
        run(${work}/consumer-${config}/consumer)
        expect("the consumer sees version ${version}: ${output}" output STREQUAL "${version}\n")
    endforeach()
endmacro()

file(READ ${ports}/regius/vcpkg.json manifest)
string(JSON said GET "${manifest}" version)
expect("one version: vcpkg.json says ${said}" said STREQUAL version)
file(COPY ${ports}/regius/vcpkg.json DESTINATION ${work})
run(${vcpkg} format-manifest ${work}/vcpkg.json)
run(${CMAKE_COMMAND} -E compare_files ${work}/vcpkg.json ${ports}/regius/vcpkg.json)
file(REMOVE ${work}/vcpkg.json)

install_port(regius ${ports})
consume_by_vcpkg(${here}/consumer -D VCPKG_MANIFEST_MODE=OFF -D VCPKG_INSTALLED_DIR=${work}/regius)

# The release of the index's form is an archive that vcpkg finds among its downloads instead of fetching it.
file(MAKE_DIRECTORY ${work}/downloads ${work}/regius-${version})
foreach(name CMakeLists.txt LICENSE cmake include tools)
    file(COPY ${source}/${name} DESTINATION ${work}/regius-${version})
endforeach()
set(archive ${work}/downloads/someone-regius-v${version}.tar.gz)
run(${CMAKE_COMMAND} -E tar czf ${archive} regius-${version})
run(${CMAKE_COMMAND} -D repository=someone/regius -D archive=${archive} -D to=${work}/index/someone-regius
    -P ${source}/packaging/vcpkg/IndexPort.cmake)
run(${CMAKE_COMMAND} -E copy ${work}/index/someone-regius/vcpkg.json ${work}/submitted.json)
run(${vcpkg} format-manifest ${work}/submitted.json)
run(${CMAKE_COMMAND} -E compare_files ${work}/submitted.json ${work}/index/someone-regius/vcpkg.json)
install_port(someone-regius ${work}/index)

# Manifest mode: the consumer names what it needs, CMake lets vcpkg install it.
file(COPY ${here}/consumer DESTINATION ${work}/manifest)
file(WRITE ${work}/manifest/consumer/vcpkg.json "{ \"dependencies\": [ \"regius\" ] }\n")
file(WRITE ${work}/options.cmake "set(VCPKG_OVERLAY_PORTS [[${ports}]] CACHE STRING \"\")\n"
    "set(VCPKG_INSTALL_OPTIONS [[${roots}]] CACHE STRING \"\")\n")
consume_by_vcpkg(${work}/manifest/consumer -C ${work}/options.cmake)
