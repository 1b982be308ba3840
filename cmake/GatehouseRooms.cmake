# SPDX-License-Identifier: GPL-3.0-or-later
# A room is a folder with one purpose: one static library, a floor, and the rooms it may see.
#
#   gatehouse_room(core/http FLOOR 1 DEPS core/base LIBS Qt6::Network)
#
# The sources are every *.cpp of the folder. The declared arrows are written to
# <build>/arrows.txt, which tests/architecture compares with the #include lines.

set_property(GLOBAL PROPERTY GATEHOUSE_ARROWS "")

# Warnings, definitions and sanitizers of every target that is ours.
add_library(gatehouse_options INTERFACE)
target_include_directories(gatehouse_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(gatehouse_options INTERFACE
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    GATEHOUSE_VERSION="${PROJECT_VERSION}")
target_compile_options(gatehouse_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<BOOL:${GATEHOUSE_WERROR}>:-Werror>)
if(GATEHOUSE_SANITIZE)
    target_compile_options(gatehouse_options INTERFACE
        -fsanitize=${GATEHOUSE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(gatehouse_options INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
endif()

# What a test program finds in its environment under a sanitizer.
set(gatehouse_test_environment "")
if(GATEHOUSE_SANITIZE MATCHES "thread")
    set(gatehouse_test_environment "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp history_size=7")
endif()

# One precompiled header for everything without a screen, one for ui; every room reuses them.
file(WRITE ${CMAKE_BINARY_DIR}/pch.cpp "// Holds the precompiled header.\n")
function(gatehouse_precompiled name)
    cmake_parse_arguments(pch "" "" "HEADERS;LIBS" ${ARGN})
    add_library(${name} STATIC ${CMAKE_BINARY_DIR}/pch.cpp)
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${name} PRIVATE gatehouse_options ${pch_LIBS})
    target_precompile_headers(${name} PRIVATE ${pch_HEADERS})
endfunction()
gatehouse_precompiled(gatehouse_pch_core LIBS Qt6::Core
    HEADERS <QtCore/QtCore> <chrono> <functional> <memory> <optional> <span> <string_view> <utility>
    <vector>)
# Screens wait for people, and Qt does their heavy work: the last optimizations would make a
# quarter of their build, and nothing that can be seen.
set(gatehouse_screen_options $<$<CONFIG:Release>:-O1>)
if(GATEHOUSE_GUI)
    gatehouse_precompiled(gatehouse_pch_ui LIBS Qt6::Widgets
        HEADERS <QtWidgets/QtWidgets> <chrono> <functional> <memory> <optional>)
    target_compile_options(gatehouse_pch_ui PRIVATE ${gatehouse_screen_options})
endif()

function(gatehouse_room path)
    cmake_parse_arguments(room "" "FLOOR" "DEPS;LIBS;PUBLIC_LIBS" ${ARGN})
    string(REPLACE "/" "_" name ${path})
    set(target gatehouse_${name})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${path}/*.cpp
         ${CMAKE_SOURCE_DIR}/${path}/*.h)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(NOT sources MATCHES "\\.cpp")
        return() # an empty room has nothing to build
    endif()
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES AUTOMOC ON GATEHOUSE_FLOOR "${room_FLOOR}")
    target_link_libraries(${target} PUBLIC gatehouse_options Qt6::Core ${room_PUBLIC_LIBS}
                          PRIVATE ${room_LIBS})
    foreach(dep IN LISTS room_DEPS)
        string(REPLACE "/" "_" dep_name ${dep})
        if(NOT TARGET gatehouse_${dep_name})
            continue()
        endif()
        if(path MATCHES "^ui/" AND dep MATCHES "^core/" AND NOT dep MATCHES "^core/(base|api)$")
            message(FATAL_ERROR "${path} must not use ${dep}: ui sees core/base and core/api only")
        endif()
        get_target_property(dep_floor gatehouse_${dep_name} GATEHOUSE_FLOOR)
        string(SUBSTRING ${path} 0 3 house)
        string(SUBSTRING ${dep} 0 3 dep_house)
        if(house STREQUAL dep_house AND NOT dep_floor LESS room_FLOOR)
            message(FATAL_ERROR "${path} (floor ${room_FLOOR}) must not use ${dep} (floor ${dep_floor})")
        endif()
        target_link_libraries(${target} PUBLIC gatehouse_${dep_name})
    endforeach()
    if(path MATCHES "^ui/|^app/gatehouse$")
        target_link_libraries(${target} PUBLIC Qt6::Widgets)
        target_compile_options(${target} PRIVATE ${gatehouse_screen_options})
        target_precompile_headers(${target} REUSE_FROM gatehouse_pch_ui)
    else()
        target_precompile_headers(${target} REUSE_FROM gatehouse_pch_core)
    endif()
    string(JOIN " " arrows ${room_DEPS})
    set_property(GLOBAL APPEND PROPERTY GATEHOUSE_ARROWS "${path} ${room_FLOOR}: ${arrows}")
endfunction()

# A Qt Test program: gatehouse_test(tests/core/http/tst_sseparser.cpp LIBS gatehouse_core_http)
function(gatehouse_test source)
    cmake_parse_arguments(test "" "TIMEOUT" "LIBS;LABELS" ${ARGN})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    set_target_properties(${name} PROPERTIES AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE gatehouse_options gatehouse_test_support Qt6::Test ${test_LIBS})
    # A test of the screens sees more than QtCore; the header of the others would not fit it.
    if(source MATCHES "/tests/(ui|app/gatehouse)/")
        target_compile_options(${name} PRIVATE ${gatehouse_screen_options})
        target_precompile_headers(${name} REUSE_FROM gatehouse_pch_ui)
    else()
        target_precompile_headers(${name} REUSE_FROM gatehouse_test_support)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 120)
    endif()
    if(GATEHOUSE_SANITIZE)
        math(EXPR test_TIMEOUT "${test_TIMEOUT} * 5")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${gatehouse_test_environment}")
endfunction()

# Every tst_*.cpp of a folder as one test each.
function(gatehouse_tests folder)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/tst_*.cpp)
    foreach(source IN LISTS sources)
        gatehouse_test(${source} ${ARGN})
    endforeach()
endfunction()

function(gatehouse_finish)
    get_property(arrows GLOBAL PROPERTY GATEHOUSE_ARROWS)
    set(text "")
    foreach(arrow IN LISTS arrows)
        string(APPEND text "${arrow}\n")
    endforeach()
    file(WRITE ${CMAKE_BINARY_DIR}/arrows.txt "${text}")
    message(STATUS "Gatehouse ${PROJECT_VERSION}: desktop ${GATEHOUSE_GUI}, tests ${GATEHOUSE_TESTS}, "
        "fuzzers ${GATEHOUSE_FUZZERS}, sanitizers '${GATEHOUSE_SANITIZE}'")
endfunction()
