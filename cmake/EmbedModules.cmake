# The program that compiles the library's Python modules while the engine is built. It has to run
# on this machine, and plainly: for another target, or with sanitizers, a build of its own makes it.
include(ExternalProject)

if(EMSCRIPTEN OR HEDDLE_SANITIZE)
  find_program(HEDDLE_HOST_CXX NAMES g++ clang++ c++ REQUIRED)
  set(HEDDLE_EMBED ${CMAKE_BINARY_DIR}/host/heddle_embed)
  ExternalProject_Add(heddle_embed
    SOURCE_DIR ${CMAKE_SOURCE_DIR}
    BINARY_DIR ${CMAKE_BINARY_DIR}/host
    PREFIX ${CMAKE_BINARY_DIR}/host-files
    CMAKE_ARGS -DCMAKE_BUILD_TYPE=Release -DHEDDLE_TESTS=OFF -DCMAKE_CXX_COMPILER=${HEDDLE_HOST_CXX}
    BUILD_COMMAND ${CMAKE_COMMAND} --build <BINARY_DIR> --target heddle_embed
    BUILD_ALWAYS ON
    BUILD_BYPRODUCTS ${HEDDLE_EMBED}
    INSTALL_COMMAND "")
else()
  heddle_folder_sources(embed embed_sources)
  add_executable(heddle_embed ${embed_sources})
  target_link_libraries(heddle_embed PRIVATE heddle_compiler)
  set_target_properties(heddle_embed PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  set(HEDDLE_EMBED $<TARGET_FILE:heddle_embed>)
endif()

# Compiles the Python library below FOLDER into TARGET as the table of engine/lib/embedded.h. For
# wasm, what most programs do not need goes to the file heddle.library in the top of the build folder.
function(heddle_embed_python_modules target folder)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    return()
  endif()
  file(GLOB_RECURSE modules CONFIGURE_DEPENDS ${folder}/*.py ${folder}/*.bin)
  list(APPEND modules ${folder}/documentation.txt)
  set(list_file ${CMAKE_BINARY_DIR}/embedded_modules.txt)
  string(REPLACE ";" "\n" listing "${modules}")
  file(GENERATE OUTPUT ${list_file} CONTENT "${listing}")
  set(output ${CMAKE_BINARY_DIR}/embedded_modules.cc)
  set(library_file)
  if(EMSCRIPTEN)
    set(library_file ${CMAKE_BINARY_DIR}/heddle.library)
  endif()
  add_custom_command(
    OUTPUT ${output} ${library_file}
    COMMAND ${HEDDLE_EMBED} ${folder} ${list_file} ${output} ${library_file}
    DEPENDS ${modules} ${folder}/precompiled.txt ${folder}/carried.txt ${list_file} heddle_embed ${HEDDLE_EMBED}
    COMMENT "Compiling the library's Python modules"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
