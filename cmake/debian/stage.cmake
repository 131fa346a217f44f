# Between installing into the staging folder and packing it: what Debian's policy wants beside `cmake --install`.
find_program(GZIP gzip REQUIRED)
find_program(STRIP strip REQUIRED)

# The time stamp of the changelog, and so of nothing else: SOURCE_DATE_EPOCH where it is set.
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)

function(compress)
  foreach(file IN LISTS ARGN)
    execute_process(COMMAND "${GZIP}" -9nf "${file}" COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
endfunction()

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(package "${CPACK_DEBIAN_${upper}_PACKAGE_NAME}")
  set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}/usr")
  set(doc "${root}/share/doc/${package}")
  file(MAKE_DIRECTORY "${doc}")
  configure_file("${JOINEDUP_SOURCE}/cmake/debian/copyright" "${doc}/copyright" COPYONLY)
  file(WRITE "${doc}/changelog.Debian"
"${package} (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Built by cpack from the source; changelog.gz says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
  configure_file("${JOINEDUP_SOURCE}/CHANGELOG.md" "${doc}/changelog" COPYONLY)
  file(REMOVE "${doc}/CHANGELOG.md" "${doc}/LICENSE") # changelog.gz and copyright are these
  file(GLOB pages "${root}/share/man/man1/*.1")
  compress("${doc}/changelog" "${doc}/changelog.Debian" ${pages})
  file(GLOB_RECURSE archives "${root}/lib/*.a")
  foreach(archive IN LISTS archives)
    execute_process(COMMAND "${STRIP}" --strip-debug --enable-deterministic-archives "${archive}" COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
endforeach()

# Debian's zsh looks for the completions of packages in a folder of its own.
set(zsh "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/tool/usr/share/zsh")
file(RENAME "${zsh}/site-functions" "${zsh}/vendor-completions")
