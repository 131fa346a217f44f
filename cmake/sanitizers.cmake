add_library(joinedup_sanitizers INTERFACE)
if(JOINEDUP_SANITIZE)
  target_compile_options(joinedup_sanitizers INTERFACE -fsanitize=${JOINEDUP_SANITIZE} -fno-sanitize-recover=all
                         -fno-omit-frame-pointer -g)
  target_link_options(joinedup_sanitizers INTERFACE -fsanitize=${JOINEDUP_SANITIZE})
endif()
