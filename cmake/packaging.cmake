# cpack -G DEB: joinedup (the program) and libjoinedup-dev (the library for other programs), for the Debian or Ubuntu
# that builds them. What Debian wants beside `cmake --install` is put there by debian/stage.cmake. With
# SOURCE_DATE_EPOCH set, the same source gives the same packages. Configure with -DCMAKE_INSTALL_PREFIX=/usr, which
# chooses the library folder of the architecture; .ci/run package does all of it.
set(CPACK_PACKAGE_NAME joinedup)
set(CPACK_PACKAGE_VENDOR "the joinedup contributors")
set(CPACK_PACKAGE_CONTACT "the joinedup contributors <joinedup@users.noreply.github.com>" CACHE STRING "Maintainer of packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "patient-reported scores and Integration Index benchmarks")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL tool dev)
set(CPACK_COMPONENTS_GROUPING IGNORE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0upstream1) # lower than any that Debian itself would make
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_TOOL_PACKAGE_NAME joinedup)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION science)
set(CPACK_DEBIAN_TOOL_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_TOOL_DESCRIPTION
"Turns survey exports into scores of P3CEQ, EQ-5D, WEMWBS, SWEMWBS, PAM-13
and the Friends and Family Test, and into an Integration Index of areas with
sampling errors, bands, rank intervals, suppression of small numbers and a
report. Works without a network, gives the same bytes every time.")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libjoinedup-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
    "libfmt-dev, libtbb-dev, libssl-dev, zlib1g-dev, libexpat1-dev, libzip-dev, libzstd-dev, libreadstat-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION
"Headers, archive, CMake package and pkg-config file for programs that score
surveys or benchmark areas without a command line.")
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/debian/stage.cmake")
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_BINARY_DIR}/packaging_facts.cmake")
file(WRITE "${CPACK_PROJECT_CONFIG_FILE}" "set(JOINEDUP_SOURCE \"${PROJECT_SOURCE_DIR}\")\n")
include(CPack)
