// `joinedup man [COMMAND]`: the manual as roff, for the build that installs it and where it is not installed.
#include "cli/man.hpp"
#include "cli/commands.hpp"

#include "base/edit_distance.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

namespace joinedup {

namespace {

int run_man_command(const Arguments& arguments, DiskStore& /*files*/, Talk& talk) {
  if (arguments.words.empty()) {
    talk.print(man_overview(commands(), global_options(), version));
    return 0;
  }
  const std::string name = arguments.words.front();
  const Command* command = arguments.words.size() == 1 ? find_command(name) : nullptr;
  if (command != nullptr) {
    talk.print(man_page(*command, global_options(), version));
    return 0;
  }
  Diagnostics faults;
  if (arguments.words.size() > 1) {
    faults.error("J104", {}, "one command at most was expected", "joinedup man COMMAND");
  } else {
    std::vector<std::string> names;
    for (const Command& known : commands())
      names.emplace_back(known.name);
    faults.error("J106", {}, fmt::format("no command \"{}\"", name), suggestion(name, names));
  }
  talk.diagnostics(faults);
  return exit_code(faults);
}

} // namespace

const Command man_command{"man",
                          "Help",
                          "the manual page of the program, or of one command",
                          "man [COMMAND]",
                          "Prints the page as roff, for man -l. It is made from the same tables as this help.",
                          "joinedup man | man -l -\njoinedup man benchmark > joinedup-benchmark.1",
                          {},
                          run_man_command};

} // namespace joinedup
