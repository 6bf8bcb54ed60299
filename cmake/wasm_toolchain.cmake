# Finds Emscripten's own toolchain file: an activated emsdk first, then the system's package.
foreach(root $ENV{EMSCRIPTEN_ROOT} $ENV{EMSDK}/upstream/emscripten /usr/share/emscripten)
  set(candidate ${root}/cmake/Modules/Platform/Emscripten.cmake)
  if(EXISTS ${candidate})
    include(${candidate})
    return()
  endif()
endforeach()
message(FATAL_ERROR "Emscripten was not found; install the package `emscripten` or activate an emsdk.")
