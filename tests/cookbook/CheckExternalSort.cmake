# SPDX-License-Identifier: MIT
# cmake -D program=... -D work=... -P CheckExternalSort.cmake
# external_sort answers what sort answers, byte by byte, and leaves nothing behind: not when it fails, not when it is
# stopped, and when it is killed, not after the next run.
cmake_minimum_required(VERSION 3.25)

find_program(sort sort)
find_program(shell sh)
if(NOT sort OR NOT shell)
    message("SKIPPED: there is no sort to compare with")
    return()
endif()
file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work}/tmp)
set(ENV{LC_ALL} C)
set(ENV{TMPDIR} ${work}/tmp)
set(ENV{external_sort} ${program})

# Run a script, in which "$external_sort" is the program.
function(run status script)
    execute_process(COMMAND ${shell} -c "${script}" WORKING_DIRECTORY ${work}
        OUTPUT_VARIABLE out ERROR_VARIABLE err RESULT_VARIABLE actual TIMEOUT 60)
    if(NOT actual EQUAL status)
        message(FATAL_ERROR "${script}\nexit status ${actual}, expected ${status}\n${out}${err}")
    endif()
    set(out "${out}" PARENT_SCOPE)
    set(err "${err}" PARENT_SCOPE)
endfunction()
function(expect variable text)
    if(NOT "${${variable}}" MATCHES "${text}")
        message(FATAL_ERROR "expected '${text}' in std${variable}:\n${${variable}}")
    endif()
endfunction()
function(nothing_left)
    file(GLOB left ${work}/.external_sort-* ${work}/tmp/* ${work}/tmp/.*)
    if(left)
        message(FATAL_ERROR "left behind: ${left}")
    endif()
endfunction()
function(sorted_as_sort_does options files)
    run(0 "sort ${files} > expected && \"$external_sort\" ${options} ${files} > actual && cmp expected actual")
    nothing_left()
endfunction()

# ---- the answer

run(0 [[
: > empty
printf '\n' > one_empty
printf 'a\n' > one
printf 'a' > one_without_end
printf 'b\na' > without_end
printf '\n\n\nx\n\n' > gaps
printf 'b\r\na\r\n\rc\na\n' > carriage_returns
printf 'ab\000\nab\nab\000\000\nab\000c\n\377\na\000\n\000\nabcdefg\nabcdefg\000\nabcdefgh\nabcdef\n' > zeros
awk 'BEGIN { srand(1); for (i = 0; i < 20000; ++i) print int(rand() * 100) }' > duplicates
awk 'BEGIN { srand(2); for (i = 0; i < 20000; ++i) print "the same beginning of every line", rand() }' > prefixes
awk 'BEGIN { s = "0123456789abcdef"; while (length(s) < 100000) s = s s; print s "b"; print s "a"; print s; print s "b" }' > long
awk 'BEGIN { srand(3); for (i = 0; i < 500000; ++i) print int(rand() * 1e9) }' > many
cp "$external_sort" binary
]])
foreach(file empty one_empty one one_without_end without_end gaps carriage_returns zeros duplicates prefixes long binary)
    sorted_as_sort_does("" ${file})
    sorted_as_sort_does("--memory 16K" ${file})
endforeach()
sorted_as_sort_does("--memory 100K" "long without_end empty many one_without_end zeros")
run(0 "sort many > expected && \"$external_sort\" - < many > actual && cmp expected actual")
run(0 "mkfifo pipe; cat many > pipe & sort one_without_end many > expected &&
    \"$external_sort\" --memory 64K one_without_end pipe > actual && cmp expected actual")

# More runs than a process may have open files, and than are merged in one go.
run(0 "sort many > expected && ulimit -n 24 &&
    \"$external_sort\" --memory 16K --progress many > actual && cmp expected actual")
expect(err "merging the smallest of [0-9][0-9][0-9][0-9] runs")
nothing_left()

# ---- --output: all of it, or nothing

run(0 "cp many in_place && chmod 640 in_place && ln -s in_place link && \"$external_sort\" --memory 64K --output link in_place &&
    cmp expected in_place && test -h link && test $(stat -c %a in_place) = 640")
nothing_left()
run(0 "umask 027 && \"$external_sort\" --output new many && test $(stat -c %a new) = 640 && cmp expected new")
run(0 "\"$external_sort\" --output /dev/null many && test -c /dev/null")
run(1 "\"$external_sort\" --memory 64K --output new many missing")
expect(err "^external_sort: .Errno 2. No such file or directory: 'missing'\n$")
run(0 "cmp expected new")
run(1 "\"$external_sort\" --output nowhere/new many")
expect(err "^external_sort: .*nowhere.*: No such file or directory\n$")
run(1 "\"$external_sort\" --output tmp many")
expect(err "^external_sort: .Errno 21. Is a directory: '.*tmp'\n$")
nothing_left()

# ---- a disk that is full

if(EXISTS /dev/full)
    run(1 "\"$external_sort\" many > /dev/full")
    expect(err "^external_sort: .Errno 28. No space left on device: 'standard output'\n$")
    run(1 "\"$external_sort\" --memory 64K --output /dev/full many")
    expect(err "^external_sort: .Errno 28. No space left on device: '/dev/full'\n$")
    nothing_left()
endif()
run(1 "ulimit -f 200 && \"$external_sort\" --memory 1M --output new many")
expect(err "^external_sort: '${work}/.external_sort-.*': File too large\n$")
run(0 "cmp expected new")
nothing_left()
execute_process(COMMAND unshare --map-root-user --mount true RESULT_VARIABLE may_mount OUTPUT_QUIET ERROR_QUIET)
if(may_mount EQUAL 0)
    run(1 "exec unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=1m tmpfs tmp && \"$external_sort\" --memory 64K many > actual
        status=$?; ls -A tmp; exit $status'")
    expect(err "^external_sort: '${work}/tmp/.external_sort-.*': No space left on device\n$")
    if(out)
        message(FATAL_ERROR "left behind: ${out}")
    endif()
endif()
run(1 "\"$external_sort\" --memory 64K many many many many | head -n 1 > first; \"$external_sort\" --memory 64K missing")
nothing_left()

# ---- ended in the middle, when it has written runs and there is more to read

set(begin [[
rm -f pipe; mkfifo pipe; exec 3<> pipe
"$external_sort" --memory 256K --output new one pipe 3>&- & sorting=$!
$feed >&3 2> /dev/null & feeding=$!
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    sleep 0.2; set -- .external_sort-*/*; test $# -gt 10 && break
done
test $# -gt 10 || exit 99
]])
run(143 "feed=yes; ${begin} kill -TERM $sorting; wait $sorting; status=$?; kill $feeding; exit $status")
expect(err "^external_sort: interrupted\n$")
nothing_left()
run(137 "feed=yes; ${begin} kill -KILL $sorting; wait $sorting; status=$?; kill $feeding; exit $status")
run(0 "cmp expected new && ls -d .external_sort-*")  # the old answer, and what is left
run(0 "\"$external_sort\" --output new many && cmp expected new")
nothing_left()
# What belongs to a process that lives is left alone.
run(0 "feed='cat many'; ${begin} \"$external_sort\" --output other one && ls -d .external_sort-* &&
    wait $feeding; exec 3>&-; wait $sorting; sort one many > expected && cmp expected new")
nothing_left()

# ---- wrong calls

run(2 "\"$external_sort\"")
run(2 "\"$external_sort\" --sideways many")
run(2 "\"$external_sort\" many --memory")
foreach(size 64Q M 1KB 15K -1M 99999999999G 1.5M)
    run(2 "\"$external_sort\" --memory ${size} many")
    expect(err "--memory takes a size")
endforeach()
run(0 "\"$external_sort\" --help")
expect(out "usage: external_sort")
