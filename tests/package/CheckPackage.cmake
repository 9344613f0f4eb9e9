# SPDX-License-Identifier: MIT
# cmake -D case=... -D source=... -D work=... -D prefix=... -D version=... -D compiler=... -D clang=... -D flags=...
#       -D generator=... -D build_type=... -P CheckPackage.cmake
# A longer case is a file of its own beside this one.
cmake_minimum_required(VERSION 3.25)

set(here ${CMAKE_CURRENT_LIST_DIR})
set(toolchain -G ${generator} -D CMAKE_CXX_COMPILER=${compiler} "-DCMAKE_CXX_FLAGS=${flags}"
    -D CMAKE_BUILD_TYPE=${build_type})

file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})

# run(COMMAND...): it must succeed; what it says is in `output`, what it complains about in `complaint`.
macro(run)
    execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${work}
        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE complaint)
    if(NOT status EQUAL 0)
        message("${output}${complaint}")
        message(FATAL_ERROR "failed: ${ARGN}")
    endif()
endmacro()

# expect(WHAT CONDITION...): the condition, as if() takes it, must hold.
macro(expect what)
    if(NOT (${ARGN}))
        message(FATAL_ERROR "not so: ${what}")
    endif()
endmacro()

# configure(SOURCE BINARY ARGUMENT...): must succeed without a single warning.
macro(configure from to)
    run(${CMAKE_COMMAND} -Werror=dev -Werror=deprecated --warn-uninitialized ${toolchain} -S ${from} -B ${to} ${ARGN})
    if(NOT "${complaint}" STREQUAL "")
        message(FATAL_ERROR "configuring is not silent:\n${complaint}")
    endif()
endmacro()

# install_alone(TO ARGUMENT...): regius and nothing else, installed below TO.
macro(install_alone to)
    configure(${source} ${work}/build -D REGIUS_BUILD_TESTS=OFF -D REGIUS_BUILD_EXAMPLES=OFF
        -D CMAKE_INSTALL_PREFIX=${to} ${ARGN})
    run(${CMAKE_COMMAND} --install ${work}/build)
endmacro()

# consume(HOW ARGUMENT...): build and run tests/package/consumer.
macro(consume how)
    configure(${here}/consumer ${work}/consumer -D HOW=${how} ${ARGN})
    run(${CMAKE_COMMAND} --build ${work}/consumer)
    run(${work}/consumer/consumer)
    expect("the consumer sees version ${version}: ${output}" output STREQUAL "${version}\n")
endmacro()

# everything_links(FLAG...): work/one.cpp and work/two.cpp go together without a warning, by each compiler there is.
macro(everything_links)
    foreach(one ${compiler} ${clang})
        if(NOT EXISTS ${one})
            message("SKIPPED: there is no clang++ 16 or newer")
            continue()
        endif()
        run(${one} -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Werror ${ARGN}
            one.cpp two.cpp -o everything)
        run(${work}/everything)
    endforeach()
endmacro()

if(case STREQUAL "install")
    file(REMOVE_RECURSE ${prefix})
    install_alone(${prefix})

    file(GLOB_RECURSE headers RELATIVE ${source}/include ${source}/include/*)
    file(GLOB_RECURSE installed RELATIVE ${prefix}/include ${prefix}/include/*)
    expect("every header is installed, and nothing else below include/" headers STREQUAL installed)
    file(GLOB entries RELATIVE ${prefix} ${prefix}/* ${prefix}/include/*)
    list(JOIN entries " " entries)
    expect("only include/regius and share/: ${entries}" entries STREQUAL "include include/regius share")
    file(GLOB_RECURSE all LIST_DIRECTORIES true ${prefix}/*)
    foreach(entry IN LISTS all)
        file(GLOB inside ${entry}/*)
        expect("no empty folder: ${entry}" NOT IS_DIRECTORY ${entry} OR inside)
    endforeach()
    expect("the licence is installed" EXISTS ${prefix}/share/licenses/regius/LICENSE)

    file(GLOB_RECURSE texts ${prefix}/share/*)
    foreach(text IN LISTS texts)
        file(READ ${text} content)
        foreach(path ${prefix} ${source} ${work})
            string(FIND "${content}" "${path}" at)
            expect("${text} does not name ${path}" at EQUAL -1)
        endforeach()
        expect("includes and cxx_std_20 are all a user gets: ${text}"
            NOT content MATCHES "INTERFACE_(COMPILE_OPTIONS|COMPILE_DEFINITIONS|LINK)")
    endforeach()

elseif(case STREQUAL "find_package")
    consume(find_package -D CMAKE_PREFIX_PATH=${prefix})

elseif(case STREQUAL "find_or_fetch")
    consume(find_or_fetch -D CMAKE_PREFIX_PATH=${prefix} -D REGIUS_SOURCE=${source})

elseif(case STREQUAL "old_cmake")
    # Without an old CMake: what one does not know is not looked at in what was installed.
    consume(find_package -D CMAKE_PREFIX_PATH=${prefix} -D PRETEND_CMAKE=3.18.4)

elseif(case STREQUAL "moved_prefix")
    file(COPY ${prefix}/ DESTINATION ${work}/elsewhere)
    consume(find_package -D CMAKE_PREFIX_PATH=${work}/elsewhere)

elseif(case STREQUAL "add_subdirectory" OR case STREQUAL "fetch_content")
    consume(${case} -D REGIUS_SOURCE=${source})

elseif(case STREQUAL "versions")
    run(${CMAKE_COMMAND} -S ${here}/versions -B ${work}/build -G ${generator} -D CMAKE_PREFIX_PATH=${prefix} -D VERSION=${version})

elseif(case STREQUAL "subproject")
    configure(${here}/subproject ${work}/build -D REGIUS_SOURCE=${source})
    run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/prefix)
    expect("a subproject installs nothing" NOT EXISTS ${work}/prefix)

elseif(case STREQUAL "exporter")
    configure(${here}/exporter ${work}/build -D REGIUS_SOURCE=${source} -D REGIUS_INSTALL=ON)
    run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/prefix)
    consume(exporter -D CMAKE_PREFIX_PATH=${work}/prefix)

elseif(case STREQUAL "pkg_config")
    find_program(pkg_config NAMES pkg-config pkgconf)
    if(NOT pkg_config)
        message("SKIPPED: there is no pkg-config")
        return()
    endif()
    file(COPY ${prefix}/ DESTINATION "${work}/moved")
    foreach(place ${prefix} ${work}/moved)
        set(ENV{PKG_CONFIG_PATH} ${place}/share/pkgconfig)
        run(${pkg_config} --validate regius)
        run(${pkg_config} --modversion regius)
        expect("pkg-config knows the version" output STREQUAL "${version}\n")
        run(${pkg_config} --libs regius)
        expect("nothing to link" output MATCHES "^[ \n]*$")
        run(${pkg_config} --cflags regius)
        string(REGEX REPLACE "^-I(.*[^ \n])[ \n]*$" "\\1" directory "${output}")
        file(REAL_PATH "${directory}" directory)
        file(REAL_PATH ${place}/include wanted)
        expect("-I${wanted} and not ${output}" directory STREQUAL wanted)
        run(${compiler} -std=c++20 -I${directory} ${here}/consumer/main.cpp ${here}/consumer/other.cpp -o consumer)
    endforeach()

elseif(case STREQUAL "two_units")
    # One includes everything by the umbrella, the other every header by itself, last first: a parameter named after
    # a tool shadows it, which a compiler sees only where the tool was declared before.
    file(GLOB_RECURSE headers RELATIVE ${prefix}/include ${prefix}/include/regius/*/*.hpp)
    list(SORT headers ORDER DESCENDING)
    file(WRITE ${work}/one.cpp "#include <regius/regius.hpp>\nint other();\nint main() { return other(); }\n")
    file(WRITE ${work}/two.cpp "int other();\n")
    foreach(header IN LISTS headers)
        file(APPEND ${work}/two.cpp "#include <${header}>\n")
    endforeach()
    file(APPEND ${work}/two.cpp "int other() { return 0; }\n")

    everything_links(-I${prefix}/include)

elseif(case STREQUAL "single_header")
    configure(${source} ${work}/build -D REGIUS_BUILD_TESTS=OFF -D REGIUS_BUILD_EXAMPLES=OFF)
    file(STRINGS ${work}/build/CMakeCache.txt python REGEX "^REGIUS_PYTHON:.*NOTFOUND")
    if(NOT python STREQUAL "")  # ends in -NOTFOUND, which is false by itself
        message("SKIPPED: there is no python3")
        return()
    endif()
    run(${CMAKE_COMMAND} --build ${work}/build --target regius-single-header)
    set(single ${work}/build/single_include/regius.hpp)
    file(STRINGS ${single} ours REGEX "#include <regius/")
    expect("it needs no other header of ours: ${ours}" NOT ours)

    # By itself in one unit, beside a header of its own in the other.
    file(WRITE ${work}/one.cpp "#include <regius.hpp>\nint other();\n"
        "int main() { return regius::sum(regius::range(5)) == 10 ? other() : 1; }\n")
    file(WRITE ${work}/two.cpp "#include <regius/itertools/batched.hpp>\n#include <regius.hpp>\n"
        "int other() { return regius::len(regius::batched(regius::dict<int, int>{{1, 2}}, 3)) == 1 ? 0 : 1; }\n")
    everything_links(-I${work}/build/single_include -I${source}/include)

elseif(case STREQUAL "directories")
    set(relative -D CMAKE_INSTALL_INCLUDEDIR=inc -D REGIUS_INSTALL_CMAKEDIR=lib/cmake/regius
        -D REGIUS_INSTALL_PKGCONFIGDIR=lib/pkgconfig)
    set(ENV{DESTDIR} ${work}/stage)
    install_alone(/opt/regius ${relative})
    run(${CMAKE_COMMAND} -D CMAKE_ERROR_ON_ABSOLUTE_INSTALL_DESTINATION=ON -P ${work}/build/cmake_install.cmake)
    unset(ENV{DESTDIR})
    set(at ${work}/stage/opt/regius)
    foreach(file inc/regius/regius.hpp lib/cmake/regius/regius-config.cmake lib/pkgconfig/regius.pc)
        expect("${file} is installed below DESTDIR" EXISTS ${at}/${file})
    endforeach()
    consume(find_package -D CMAKE_PREFIX_PATH=${at})

    # Headers apart from the rest, as Nix and Guix have them.
    file(REMOVE_RECURSE ${work}/build)
    set(ENV{DESTDIR} ${work}/apart)
    install_alone(/opt/regius -D CMAKE_INSTALL_INCLUDEDIR=/opt/headers)
    unset(ENV{DESTDIR})
    expect("an absolute include directory is used" EXISTS ${work}/apart/opt/headers/regius/regius.hpp)
    file(READ ${work}/apart/opt/regius/share/pkgconfig/regius.pc pc)
    expect("an absolute include directory is kept: ${pc}" pc MATCHES "\nincludedir=/opt/headers\n")

elseif(case STREQUAL "reproducible")
    file(COPY ${source}/CMakeLists.txt ${source}/LICENSE ${source}/cmake ${source}/include ${source}/tools
        DESTINATION ${work}/copy)
    install_alone(${work}/first)
    set(source ${work}/copy)
    file(REMOVE_RECURSE ${work}/build)
    set(toolchain -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_BUILD_TYPE=MinSizeRel)
    find_program(make NAMES make gmake)
    if(make)
        list(APPEND toolchain -G "Unix Makefiles")
    else()
        list(APPEND toolchain -G ${generator})
    endif()
    install_alone(${work}/second)
    file(GLOB_RECURSE first RELATIVE ${work}/first ${work}/first/*)
    file(GLOB_RECURSE second RELATIVE ${work}/second ${work}/second/*)
    expect("both installs hold the same files" first STREQUAL second)
    foreach(file IN LISTS first)
        run(${CMAKE_COMMAND} -E compare_files ${work}/first/${file} ${work}/second/${file})
    endforeach()

elseif(case STREQUAL "tarball")
    find_program(git git)
    if(NOT git OR NOT EXISTS ${source}/.git)
        message("SKIPPED: not a git checkout")
        return()
    endif()
    run(${git} -C ${source} archive --format=tar -o ${work}/regius.tar HEAD)
    file(ARCHIVE_EXTRACT INPUT ${work}/regius.tar DESTINATION ${work}/regius)
    configure(${work}/regius ${work}/build)
    run(${CMAKE_CTEST_COMMAND} --test-dir ${work}/build -N)
    expect("there are tests: ${output}" output MATCHES "Total Tests: [1-9]")

elseif(EXISTS ${here}/${case}.cmake)
    include(${here}/${case}.cmake)

else()
    message(FATAL_ERROR "no such case: ${case}")
endif()
