# Settings and functions that every target of the project shares.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC OFF)
set(CMAKE_AUTOUIC OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(FORECOURT_UNITY "Merge sources of one target into larger units: quicker clean builds" OFF)
set(FORECOURT_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Precompiled headers hit the cache only with these sloppiness settings (ccache manual, "Precompiled headers").
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

add_library(forecourt_options INTERFACE)
target_include_directories(forecourt_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(forecourt_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  FORECOURT_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(forecourt_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
  target_compile_options(forecourt_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Wunused -Werror)
  if(FORECOURT_UNITY)
    # GCC takes the files of a merged unit for headers, and what they keep to themselves for a mistake.
    target_compile_options(forecourt_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
  if(CCACHE_PROGRAM)
    target_compile_options(forecourt_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endif()
if(FORECOURT_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC takes the sources of a unit for headers and so warns of anonymous namespaces in them.
  target_compile_options(forecourt_options INTERFACE -Wno-subobject-linkage)
endif()
if(FORECOURT_SANITIZE)
  target_compile_options(forecourt_options INTERFACE -fsanitize=${FORECOURT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(forecourt_options INTERFACE -fsanitize=${FORECOURT_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # The instrumented code makes GCC see uses that there are none of (GCC manual, -fsanitize=address).
    target_compile_options(forecourt_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

# forecourt_layer(NAME): a static library for one layer; its folders add sources with target_sources().
function(forecourt_layer name)
  add_library(${name} STATIC)
  add_library(Forecourt::${name} ALIAS ${name})
  target_link_libraries(${name} PUBLIC forecourt_options)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${FORECOURT_UNITY} UNITY_BUILD_BATCH_SIZE 12)
endfunction()

# All executables that ship.
add_custom_target(programs)

# forecourt_program(NAME OUTPUT FILES...): an executable that ships.
function(forecourt_program name output)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE forecourt_options)
  set_target_properties(${name} PROPERTIES OUTPUT_NAME ${output})
  add_dependencies(programs ${name})
  install(TARGETS ${name} RUNTIME BUNDLE DESTINATION .)
endfunction()

# forecourt_test(NAME LABEL LIBRARIES...): one Qt Test executable from NAME.cpp in this folder.
# Labels choose what runs where: fast (also under sanitizers), threads (under the thread sanitizer), process (starts real programs), ui (needs a display).
# The target tests_LABEL builds all tests of one label.
function(forecourt_test name label)
  add_executable(${name} ${name}.cpp)
  target_link_libraries(${name} PRIVATE forecourt_options Qt6::Test ${ARGN})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${name})
  foreach(one IN LISTS label)
    if(NOT TARGET tests_${one})
      add_custom_target(tests_${one})
    endif()
    add_dependencies(tests_${one} ${name})
  endforeach()
  set_tests_properties(${name} PROPERTIES LABELS "${label}" TIMEOUT 300
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;FORECOURT_BIN_DIR=${CMAKE_BINARY_DIR}/bin;FORECOURT_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
endfunction()
