# heddle_options: how all engine code is compiled.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")

set(HEDDLE_SANITIZE "" CACHE STRING "Sanitizers for every target, as -fsanitize= takes them")

find_program(HEDDLE_CCACHE ccache)
if(HEDDLE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${HEDDLE_CCACHE})
endif()

add_library(heddle_options INTERFACE)
target_include_directories(heddle_options INTERFACE ${CMAKE_SOURCE_DIR}/engine)
target_compile_options(heddle_options INTERFACE
  -Wall -Wextra -Werror
  -fno-rtti
  # The last digit of a float is the same in every build only if no multiply-add is fused.
  -ffp-contract=off
  # Values are reinterpreted between their boxed and unboxed forms.
  -fno-strict-aliasing)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(heddle_options INTERFACE -Wthread-safety)
elseif(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # These warnings follow the optimiser, and GCC 12 gives them for plain std::string code (PR 105651).
  target_compile_options(heddle_options INTERFACE
    -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread
    -Wno-maybe-uninitialized)
endif()

if(EMSCRIPTEN)
  target_compile_options(heddle_options INTERFACE -pthread)
  # Emscripten's flag form: it selects the libraries built without exception support too.
  target_compile_options(heddle_options INTERFACE -fno-exceptions)
else()
  target_compile_options(heddle_options INTERFACE -fno-plt)
endif()

if(HEDDLE_SANITIZE)
  target_compile_options(heddle_options INTERFACE
    -fsanitize=${HEDDLE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(heddle_options INTERFACE -fsanitize=${HEDDLE_SANITIZE})
endif()
