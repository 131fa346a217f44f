add_library(joinedup_warnings INTERFACE)
target_compile_options(joinedup_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                       -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual -Wnull-dereference)
if(JOINEDUP_WERROR)
  target_compile_options(joinedup_warnings INTERFACE -Werror)
endif()
