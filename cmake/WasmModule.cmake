# heddle.js, heddle.worker.js and heddle.wasm: the engine for the browser, in the top of the build folder.
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
    # Programs see Emscripten's files in memory.
    -sFORCE_FILESYSTEM=1
    # A scenario's heap is bounded by --memory-limit; this bounds the tab.
    -sALLOW_MEMORY_GROWTH=1
    # Of 64 MiB V8 would think that a collection of its own heap is due, in each new worker.
    -sINITIAL_MEMORY=32MB
    -sMAXIMUM_MEMORY=2GB
    -Wno-pthreads-mem-growth
    # Whoever loads the module says how many threads it begins with. More are made when they are
    # needed, or beforehand by whoever loads the module, when there is time.
    "-sPTHREAD_POOL_SIZE=Module['pthreadPoolSize']"
    -sPTHREAD_POOL_SIZE_STRICT=0
    # The first run begins when its own thread is there, not when all are.
    -sPTHREAD_POOL_DELAY_LOAD=1
    # No Python frame lives on a C stack (law 1), so both kinds may be small.
    -sTOTAL_STACK=1MB
    -sDEFAULT_PTHREAD_STACK_SIZE=1MB
    "-sEXPORTED_FUNCTIONS=_malloc,_free")
  # Node.js runs the worker's script as CommonJS only under this name (scripts/run_wasm_node.mjs).
  add_custom_command(TARGET heddle_module POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E copy_if_different heddle.worker.js heddle.worker.cjs
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR} VERBATIM)
endfunction()
