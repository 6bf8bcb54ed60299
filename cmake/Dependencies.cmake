# heddle_dependencies: every third-party library the engine uses.
#
# Natively these are the system's packages. For wasm only their header folders are taken, through
# links in <build>/include-sysroot: /usr/include as a whole would shadow Emscripten's C library.
add_library(heddle_dependencies INTERFACE)

set(HEDDLE_HEADER_LIBRARIES fmt CLI toml++ nlohmann boost)

if(EMSCRIPTEN)
  set(sysroot ${CMAKE_BINARY_DIR}/include-sysroot)
  file(MAKE_DIRECTORY ${sysroot})
  foreach(name ${HEDDLE_HEADER_LIBRARIES})
    if(NOT EXISTS /usr/include/${name})
      message(FATAL_ERROR "/usr/include/${name} is missing; `npm start` installs its package.")
    endif()
    file(CREATE_LINK /usr/include/${name} ${sysroot}/${name} SYMBOLIC)
  endforeach()
  target_include_directories(heddle_dependencies SYSTEM INTERFACE ${sysroot})
  # Nothing is formatted by locale; std::locale brings its facets along, for streams and calendars.
  target_compile_definitions(heddle_dependencies INTERFACE
    FMT_HEADER_ONLY FMT_STATIC_THOUSANDS_SEPARATOR=',')
else()
  find_package(Threads REQUIRED)
  find_package(fmt REQUIRED)
  target_link_libraries(heddle_dependencies INTERFACE Threads::Threads fmt::fmt)
endif()

# Without exceptions Boost calls boost::throw_exception, which engine/base defines if it is needed.
target_compile_definitions(heddle_dependencies INTERFACE JSON_NOEXCEPTION TOML_EXCEPTIONS=0)
