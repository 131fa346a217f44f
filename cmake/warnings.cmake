add_library(joinedup_warnings INTERFACE)
target_compile_options(joinedup_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                       -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of overlaps inside std::string's own operator+ (bug 105329, mended in 13).
  target_compile_options(joinedup_warnings INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # At -O3 GCC takes strings moved out of a std::variant for unset ones. The sanitizers and clang-tidy watch in its place.
  target_compile_options(joinedup_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
if(JOINEDUP_WERROR)
  target_compile_options(joinedup_warnings INTERFACE -Werror)
endif()
