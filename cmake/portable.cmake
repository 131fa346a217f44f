# The target `portable`: an archive of one folder for machines where nothing can be installed. It holds the program with its
# definitions inside and, in lib/, every library that it needs but the C library's own; $ORIGIN finds them there. It runs
# where the C library is as new as on the machine that builds it, or newer.
add_executable(joinedup_portable EXCLUDE_FROM_ALL src/main.cpp)
set_target_properties(joinedup_portable PROPERTIES OUTPUT_NAME joinedup RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/portable"
                      BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH "$ORIGIN/lib")
target_link_libraries(joinedup_portable PRIVATE joinedup_cli joinedup_warnings joinedup_sanitizers)
# DT_RPATH, not DT_RUNPATH: the libraries that our libraries need are found in the same folder.
target_link_options(joinedup_portable PRIVATE LINKER:--disable-new-dtags)

set(portable_name "joinedup-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
string(TOLOWER "${portable_name}" portable_name)
add_custom_target(portable
  COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:joinedup_portable> "-DSHELL_FILES=${PROJECT_BINARY_DIR}/shell"
          "-DSOURCE=${PROJECT_SOURCE_DIR}" "-DNAME=${portable_name}" "-DOUT=${PROJECT_BINARY_DIR}/portable"
          -P "${PROJECT_SOURCE_DIR}/cmake/portable_archive.cmake"
  DEPENDS joinedup_portable joinedup_shell_files VERBATIM)
