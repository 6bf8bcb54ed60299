# Compiles the Python files below FOLDER into TARGET as the table of engine/lib/embedded.h.
function(heddle_embed_python_modules target folder)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    return()
  endif()
  file(GLOB_RECURSE modules CONFIGURE_DEPENDS ${folder}/*.py)
  set(list_file ${CMAKE_BINARY_DIR}/embedded_modules.txt)
  string(REPLACE ";" "\n" listing "${modules}")
  file(GENERATE OUTPUT ${list_file} CONTENT "${listing}")
  set(output ${CMAKE_BINARY_DIR}/embedded_modules.cc)
  set(generator ${CMAKE_SOURCE_DIR}/cmake/embed_modules_script.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DLIST=${list_file} -DOUTPUT=${output} -P ${generator}
    DEPENDS ${modules} ${list_file} ${generator}
    COMMENT "Embedding the library's Python modules"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
