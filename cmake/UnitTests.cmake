# One GoogleTest program <folder>_test per folder of tests/unit/, linked to that engine folder.
function(heddle_add_unit_tests)
  find_package(GTest REQUIRED)
  foreach(line ${folder_lines})
    string(REGEX REPLACE ":.*" "" folder ${line})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/${folder}/*.cc)
    if(NOT sources OR NOT TARGET heddle_${folder})
      continue()
    endif()
    add_executable(${folder}_test ${sources})
    # GoogleTest's assertions are made for an `if` without braces; GCC warns all the same.
    target_compile_options(${folder}_test PRIVATE -Wno-dangling-else)
    target_include_directories(${folder}_test PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${folder}_test PRIVATE heddle_${folder} GTest::gmock GTest::gtest_main)
    add_test(NAME ${folder} COMMAND ${folder}_test --gtest_brief=1
             WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endforeach()
endfunction()
