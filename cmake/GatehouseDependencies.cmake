# SPDX-License-Identifier: GPL-3.0-or-later
# Libraries the product builds on, each with a target name the rooms link by.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
if(GATEHOUSE_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Charts Svg LinguistTools)
    find_package(Qt6 6.4 COMPONENTS DBus)
endif()
if(GATEHOUSE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(Qt6Keychain REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(simdjson REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(libcurl REQUIRED libcurl) # its headers; the library is loaded when a mail is sent
pkg_check_modules(xxhash REQUIRED libxxhash) # its header alone is used, by core/ledger
pkg_check_modules(systemd IMPORTED_TARGET libsystemd)

# llhttp: newer systems ship a library; Debian 12 ships its C sources with Node's package.
find_library(LLHTTP_LIBRARY llhttp)
find_path(LLHTTP_INCLUDE_DIR llhttp.h)
if(LLHTTP_LIBRARY AND LLHTTP_INCLUDE_DIR)
    add_library(gatehouse_llhttp INTERFACE)
    target_link_libraries(gatehouse_llhttp INTERFACE ${LLHTTP_LIBRARY})
    target_include_directories(gatehouse_llhttp SYSTEM INTERFACE ${LLHTTP_INCLUDE_DIR})
else()
    find_path(LLHTTP_SOURCES llhttp.c PATHS /usr/share/llhttp NO_DEFAULT_PATH REQUIRED)
    find_path(LLHTTP_HEADERS llhttp.h PATHS /usr/share/include/llhttp NO_DEFAULT_PATH REQUIRED)
    set(LLHTTP_FILES ${LLHTTP_SOURCES}/llhttp.c ${LLHTTP_SOURCES}/api.c ${LLHTTP_SOURCES}/http.c)
    add_library(gatehouse_llhttp STATIC ${LLHTTP_FILES})
    target_include_directories(gatehouse_llhttp SYSTEM PUBLIC ${LLHTTP_HEADERS})
    set_target_properties(gatehouse_llhttp PROPERTIES C_STANDARD 11 UNITY_BUILD OFF)
endif()

# A general allocator serves requests 3 to 5 % cheaper than the C library's. Sanitizers bring their
# own; systems without the package do without.
if(NOT GATEHOUSE_SANITIZE)
    find_library(MIMALLOC_LIBRARY mimalloc)
endif()
