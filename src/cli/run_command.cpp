#include "cli/run_command.hpp"

#include "base/edit_distance.hpp"
#include "base/render.hpp"
#include "base/visible.hpp"
#include "cli/commands.hpp"
#include "cli/faults.hpp"
#include "cli/help.hpp"
#include "cli/parser.hpp"
#include "cli/progress_line.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>

namespace joinedup {

namespace {

bool wants_colour(const std::string& mode, const Console& console) {
  if (mode == "always") return true;
  return mode != "never" && console.err_is_terminal && !console.no_color;
}

/// Machines read JSON, and quiet means it.
bool wants_progress(const Arguments& arguments, const Console& console) {
  const std::string mode = arguments.text("--progress", "auto");
  if (mode == "always") return true;
  return mode != "never" && console.err_is_terminal && !arguments.has("--quiet") &&
         arguments.text("--diagnostics") != "json";
}

/// Before options are parsed: how shall faults of usage be said?
bool asks_for_json(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--diagnostics=json") return true;
    if (words[i] == "--diagnostics" && i + 1 < words.size() && words[i + 1] == "json") return true;
  }
  return false;
}

TalkOptions talk_options(const Arguments& arguments, const Console& console) {
  TalkOptions out;
  out.quiet = arguments.has("--quiet");
  out.verbose = arguments.has("--verbose");
  out.json = arguments.text("--diagnostics") == "json";
  out.strict = arguments.has("--strict");
  out.colour = wants_colour(arguments.text("--color", "auto"), console);
  return out;
}

Diagnostics unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands())
    names.emplace_back(command.name);
  Diagnostics out;
  out.error("J106", {}, fmt::format("no command \"{}\"", name), suggestion(name, names));
  return out;
}

std::vector<OptionGroup> all_groups(const Command* command) {
  std::vector<OptionGroup> out;
  if (command != nullptr) out.assign(command->options.begin(), command->options.end());
  out.insert(out.end(), global_options().begin(), global_options().end());
  return out;
}

DiskStore disk_store(const Arguments& arguments, const Console& console) {
  std::vector<std::string> folders = arguments.all("--instrument-dir");
  folders.insert(folders.end(), console.definition_folders.begin(), console.definition_folders.end());
  return DiskStore(std::move(folders));
}

/// A folder that the user names and that is not there is a slip; those of the environment are shared by many machines.
Diagnostics folders_not_there(const Arguments& arguments) {
  Diagnostics out;
  for (const std::string& folder : arguments.all("--instrument-dir")) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
      out.error("J545", {folder, 0, 0, ""}, "no folder of that name to look for definitions in",
                "--instrument-dir takes a folder that holds instruments at its top");
  }
  return out;
}

int run_parsed(const Command* command, const Arguments& arguments, Console& console) {
  if (arguments.has("--version")) {
    console.out(fmt::format("joinedup {}\n", version));
    return 0;
  }
  if (command == nullptr) {
    const std::string help = general_help(commands(), global_options());
    if (arguments.has("--help")) {
      console.out(help);
      return 0;
    }
    console.err(help);
    return exit_usage;
  }
  if (arguments.has("--help")) {
    console.out(command_help(*command, global_options()));
    return 0;
  }
  DiskStore files = disk_store(arguments, console);
  Talk talk(console, talk_options(arguments, console));
  if (const Diagnostics faults = folders_not_there(arguments); faults.has_errors()) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  std::optional<ProgressLine> line;
  if (wants_progress(arguments, console)) line.emplace(console, *files.progress());
  return command->run(arguments, files, talk);
}

int dispatch(std::vector<std::string> words, Console& console, const Diagnostics*& said, Diagnostics& faults) {
  if (!words.empty() && words.front() == "help") words.front() = "--help";
  const std::size_t at = command_position(words, global_options());
  const Command* command = nullptr;
  if (at < words.size()) {
    command = find_command(words[at]);
    if (command == nullptr) {
      faults = unknown_command(words[at]);
      said = &faults;
      return exit_usage;
    }
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  }
  const std::vector<OptionGroup> groups = all_groups(command);
  Outcome<Arguments> arguments = parse_arguments(command == nullptr ? "" : command->name, groups, std::move(words));
  if (!arguments) {
    faults = std::move(arguments.diagnostics);
    said = &faults;
    return exit_usage;
  }
  return run_parsed(command, *arguments, console);
}

Diagnostics written_fault(const OutputFault& fault) {
  Diagnostics out;
  out.error("J305", {fault.path(), 0, 0, ""}, fault.what(),
            "no file was left half-written: mend the cause and run it again");
  return out;
}

} // namespace

int run_command(std::vector<std::string> words, Console& console) {
  const bool json = asks_for_json(words);
  const auto say = [&](const Diagnostics& faults) {
    console.err(json ? render_json_lines(faults) : render_text(faults));
  };
  try {
    Diagnostics faults;
    const Diagnostics* said = nullptr;
    const int code = dispatch(std::move(words), console, said, faults);
    if (said != nullptr) say(*said);
    return code;
  } catch (const OutputFault& fault) {
    if (fault.error() != EPIPE) say(written_fault(fault)); // a reader that went away needs no message
    return exit_files;
  } catch (const std::exception& fault) {
    console.err(fmt::format("joinedup: our fault, please report it with the command: {}\n", visible(fault.what())));
    return exit_our_fault;
  }
}

} // namespace joinedup
