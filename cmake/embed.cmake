# embed_folder(NAME n FOLDER dir): every file below dir as a named text inside the library embedded_n:
#   joinedup::embedded::n() -> sorted list of {name, text}. Made again when a file changes.
function(embed_folder)
  cmake_parse_arguments(E "" "NAME;FOLDER" "" ${ARGN})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${E_FOLDER}" "${E_FOLDER}/*")
  list(SORT files)
  set(paths "")
  foreach(f IN LISTS files)
    list(APPEND paths "${E_FOLDER}/${f}")
  endforeach()
  set(dir "${PROJECT_BINARY_DIR}/generated/embedded")
  file(MAKE_DIRECTORY "${dir}")
  file(WRITE "${dir}/${E_NAME}.hpp" "// Generated.\n#pragma once\n#include <span>\n#include <string_view>\n\nnamespace joinedup::embedded {\nstruct File {\n  std::string_view name, text;\n};\nstd::span<const File> ${E_NAME}();\n} // namespace joinedup::embedded\n")
  add_custom_command(OUTPUT "${dir}/${E_NAME}.cpp"
    COMMAND ${CMAKE_COMMAND} -DNAME=${E_NAME} "-DFOLDER=${E_FOLDER}" "-DFILES=${files}" "-DOUT=${dir}/${E_NAME}.cpp"
            -P "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
    DEPENDS ${paths} "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake" VERBATIM)
  add_library(embedded_${E_NAME} STATIC "${dir}/${E_NAME}.cpp")
  target_include_directories(embedded_${E_NAME} PUBLIC "${PROJECT_BINARY_DIR}/generated")
  set_property(GLOBAL APPEND PROPERTY JOINEDUP_OBJECTS "$<TARGET_OBJECTS:embedded_${E_NAME}>")
endfunction()
