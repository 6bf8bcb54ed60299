# heddle.js and heddle.wasm: the engine for the browser, in the top of the build folder.
function(heddle_add_wasm_module)
  heddle_folder_sources(wasm sources)
  if(NOT sources)
    return()
  endif()
  add_executable(heddle_module ${sources})
  target_link_libraries(heddle_module PRIVATE heddle_api)
  set_target_properties(heddle_module PROPERTIES
    OUTPUT_NAME heddle SUFFIX .js RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  target_compile_options(heddle_module PRIVATE -fno-exceptions)
  target_link_options(heddle_module PRIVATE
    -O3
    -pthread
    -fno-exceptions
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sUSE_ES6_IMPORT_META=1
    -sEXPORT_NAME=createHeddle
    -sENVIRONMENT=web,worker,node
    -sEXIT_RUNTIME=0
    -sNO_FILESYSTEM=0
    # The heap of a scenario is bounded by --memory-limit, the tab by this.
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=64MB
    -sMAXIMUM_MEMORY=2GB
    -Wno-pthreads-mem-growth
    # The page says how many workers it wants before it loads the module.
    "-sPTHREAD_POOL_SIZE=Module['heddleWorkers']||2"
    -sPTHREAD_POOL_SIZE_STRICT=0
    # No Python frame lives on a C stack (law 1), so both kinds may be small.
    -sTOTAL_STACK=1MB
    -sDEFAULT_PTHREAD_STACK_SIZE=1MB
    "-sEXPORTED_RUNTIME_METHODS=ccall,cwrap,UTF8ToString,stringToUTF8,lengthBytesUTF8,HEAPU8,HEAP32,wasmMemory,PThread"
    "-sEXPORTED_FUNCTIONS=_malloc,_free")
endfunction()
