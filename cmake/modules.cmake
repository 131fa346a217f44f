# joinedup_module(NAME USES target...): one static library per folder of src/, its sources found by name.
function(joinedup_module NAME)
  cmake_parse_arguments(M "" "" "USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${NAME}/*.cpp")
  if(NOT sources)
    message(FATAL_ERROR "src/${NAME} holds no source")
  endif()
  add_library(joinedup_${NAME} STATIC ${sources})
  target_include_directories(joinedup_${NAME} PUBLIC
    "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>" "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>"
    "$<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/generated>")
  target_link_libraries(joinedup_${NAME} PUBLIC ${M_USES} PRIVATE joinedup_warnings joinedup_sanitizers)
  set_property(GLOBAL APPEND PROPERTY JOINEDUP_OBJECTS "$<TARGET_OBJECTS:joinedup_${NAME}>") # for the archive of all
endfunction()
