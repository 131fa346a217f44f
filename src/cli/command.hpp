// A command: its help, its options as data, and what it does.
#pragma once

#include "cli/arguments.hpp"
#include "cli/disk_store.hpp"
#include "cli/option.hpp"
#include "cli/talk.hpp"

#include <span>
#include <string_view>

namespace joinedup {

struct Command {
  std::string_view name;
  std::string_view heading;  ///< group in the list of commands
  std::string_view summary;  ///< one line, no full stop
  std::string_view usage;    ///< after the program's name
  std::string_view details;  ///< paragraphs of the command's help
  std::string_view examples; ///< a command line each
  std::span<const OptionGroup> options;
  /// The exit code. Faults are said through `talk`.
  int (*run)(const Arguments& arguments, DiskStore& files, Talk& talk);
};

} // namespace joinedup
