# cmake --install, in two components: tool (the program and what people read) and dev (the library for other programs).
include(CMakePackageConfigHelpers)

# Manual pages and completions come from the program's own tables.
set(shell_files "${PROJECT_BINARY_DIR}/shell")
add_custom_command(OUTPUT "${shell_files}/made"
  COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:joinedup_tool> "-DOUT=${shell_files}"
          -P "${PROJECT_SOURCE_DIR}/cmake/shell_files.cmake"
  DEPENDS joinedup_tool "${PROJECT_SOURCE_DIR}/cmake/shell_files.cmake" VERBATIM)
add_custom_target(joinedup_shell_files ALL DEPENDS "${shell_files}/made")

install(TARGETS joinedup_tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tool)
install(DIRECTORY instruments/ DESTINATION ${CMAKE_INSTALL_DATADIR}/joinedup/instruments COMPONENT tool)
install(DIRECTORY "${shell_files}/man1" DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT tool)
install(FILES "${shell_files}/joinedup" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT tool)
install(FILES "${shell_files}/_joinedup" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT tool)
install(FILES "${shell_files}/joinedup.fish" DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tool)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tool)
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tool
        PATTERN .gitignore EXCLUDE REGEX "quick_start/survey\\.csv$" EXCLUDE)

# One archive of all modules. Of the libraries behind it only those with code of their own are needed to link.
get_property(objects GLOBAL PROPERTY JOINEDUP_OBJECTS)
add_library(joinedup_core STATIC ${objects})
add_library(joinedup::core ALIAS joinedup_core)
set_target_properties(joinedup_core PROPERTIES OUTPUT_NAME joinedup EXPORT_NAME core LINKER_LANGUAGE CXX)
target_compile_features(joinedup_core INTERFACE cxx_std_20)
target_link_libraries(joinedup_core PRIVATE fmt::fmt TBB::tbb OpenSSL::Crypto ZLIB::ZLIB EXPAT::EXPAT PkgConfig::libzip
                      PkgConfig::zstd Threads::Threads readstat)

install(TARGETS joinedup_core EXPORT joinedupTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/joinedup DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)
install(FILES "${PROJECT_BINARY_DIR}/generated/joinedup/version.hpp" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/joinedup
        COMPONENT dev)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/joinedup)
configure_package_config_file(cmake/joinedupConfig.cmake.in "${PROJECT_BINARY_DIR}/joinedupConfig.cmake"
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/joinedupConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(EXPORT joinedupTargets NAMESPACE joinedup:: DESTINATION ${package_dir} COMPONENT dev)
install(FILES "${PROJECT_BINARY_DIR}/joinedupConfig.cmake" "${PROJECT_BINARY_DIR}/joinedupConfigVersion.cmake"
        DESTINATION ${package_dir} COMPONENT dev)

# From the folder of the .pc file to the prefix, so that an installed tree may be moved.
file(RELATIVE_PATH pc_to_prefix "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
configure_file(cmake/joinedup.pc.in "${PROJECT_BINARY_DIR}/joinedup.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/joinedup.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
install(DIRECTORY selftest/ DESTINATION ${CMAKE_INSTALL_DATADIR}/joinedup/selftest COMPONENT tool)
