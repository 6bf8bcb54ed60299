# One target per folder of engine/, linked only to the folders it may include.
#
# A folder with sources is a static library heddle_<folder>; one with headers only, or not there
# yet, is an interface library of the same name, so that whoever links it need not care.
# A source named *_posix.cc is left out of the wasm build, one named *_wasm.cc out of the native one.

file(STRINGS ${CMAKE_SOURCE_DIR}/engine/folders.txt folder_lines REGEX "^[a-z]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
             ${CMAKE_SOURCE_DIR}/engine/folders.txt)

# What runs once per program, not in its inner loops: small rather than fast where it is downloaded.
set(HEDDLE_COLD_FOLDERS syntax bytecode compiler trace detect explore help api wasm)

function(heddle_folder_sources folder result)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/engine/${folder}/*.cc)
  if(EMSCRIPTEN)
    list(FILTER sources EXCLUDE REGEX "_posix\\.cc$")
  else()
    list(FILTER sources EXCLUDE REGEX "_wasm\\.cc$")
  endif()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

function(heddle_add_engine_libraries)
  set(above heddle_options heddle_dependencies)
  foreach(line ${folder_lines})
    if(line MATCHES ":")  # A front door: a program, not a library.
      continue()
    endif()
    set(target heddle_${line})
    heddle_folder_sources(${line} sources)
    if(sources)
      add_library(${target} STATIC ${sources})
      target_link_libraries(${target} PUBLIC ${above})
      target_compile_options(${target} PRIVATE -fno-exceptions)
      if(EMSCRIPTEN AND line IN_LIST HEDDLE_COLD_FOLDERS)
        target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-Oz>)
      endif()
    else()
      add_library(${target} INTERFACE)
      target_link_libraries(${target} INTERFACE ${above})
    endif()
    set(above ${target})
  endforeach()
endfunction()

# The program `heddle`, at the top of the build folder.
function(heddle_add_program)
  heddle_folder_sources(cli sources)
  if(NOT sources)
    return()
  endif()
  add_executable(heddle ${sources})
  target_link_libraries(heddle PRIVATE heddle_api)
  set_target_properties(heddle PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endfunction()
