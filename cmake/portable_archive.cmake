# Puts the folder OUT/NAME together and packs it as OUT/NAME.tar.gz: the same files give the same bytes (SOURCE_DATE_EPOCH
# dates them, 1970 without it). Licences of the libraries come from Debian's packages.
find_program(STRIP strip REQUIRED)
find_program(TAR tar REQUIRED)
find_program(GZIP gzip REQUIRED)
find_program(DPKG_QUERY dpkg-query REQUIRED)

set(folder "${OUT}/${NAME}")
file(REMOVE_RECURSE "${folder}" "${folder}.tar.gz")
file(MAKE_DIRECTORY "${folder}/lib" "${folder}/licences")

# The C library and its loader belong to the machine: one cannot be had from another machine than the other.
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${PROGRAM}" RESOLVED_DEPENDENCIES_VAR libraries
     UNRESOLVED_DEPENDENCIES_VAR missing
     PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread|resolv|util)\\.so")
if(missing)
  message(FATAL_ERROR "libraries that the program needs are not on this machine: ${missing}")
endif()

function(add_licence library)
  file(REAL_PATH "${library}" real)
  set(package "")
  foreach(path IN ITEMS "${library}" "${real}")
    string(REGEX REPLACE "^/lib/" "/usr/lib/" in_usr "${path}")
    string(REGEX REPLACE "^/usr/lib/" "/lib/" in_root "${path}")
    foreach(name IN ITEMS "${in_usr}" "${in_root}")
      if(NOT package)
        execute_process(COMMAND "${DPKG_QUERY}" -S "${name}" OUTPUT_VARIABLE owner ERROR_QUIET RESULT_VARIABLE code)
        if(code EQUAL 0)
          string(REGEX REPLACE "[:,].*" "" package "${owner}")
        endif()
      endif()
    endforeach()
  endforeach()
  if(NOT package OR NOT EXISTS "/usr/share/doc/${package}/copyright")
    message(FATAL_ERROR "no package says under what licence ${library} is")
  endif()
  file(READ "/usr/share/doc/${package}/copyright" text)
  file(WRITE "${folder}/licences/${package}" "${text}")
endfunction()

list(SORT libraries)
foreach(library IN LISTS libraries)
  get_filename_component(name "${library}" NAME)
  file(REAL_PATH "${library}" real)
  configure_file("${real}" "${folder}/lib/${name}" COPYONLY)
  add_licence("${library}")
endforeach()

configure_file("${PROGRAM}" "${folder}/joinedup" COPYONLY)
execute_process(COMMAND "${STRIP}" "${folder}/joinedup" COMMAND_ERROR_IS_FATAL ANY)
foreach(name IN ITEMS README.md CHANGELOG.md LICENSE)
  configure_file("${SOURCE}/${name}" "${folder}/${name}" COPYONLY)
endforeach()
file(COPY "${SOURCE}/docs" "${SOURCE}/examples" DESTINATION "${folder}" PATTERN .gitignore EXCLUDE
     REGEX "quick_start/survey\\.csv$" EXCLUDE)
file(COPY "${SHELL_FILES}/" DESTINATION "${folder}/shell" PATTERN made EXCLUDE)

set(date "$ENV{SOURCE_DATE_EPOCH}")
if(date STREQUAL "")
  set(date 0)
endif()
execute_process(COMMAND "${TAR}" --create --sort=name --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw "--mtime=@${date}"
                        -C "${OUT}" "${NAME}"
                COMMAND "${GZIP}" -9n OUTPUT_FILE "${folder}.tar.gz" COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "${folder}.tar.gz")
