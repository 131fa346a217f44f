#include "cli/help.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::size_t width = 100, indent = 34;

/// `text` in lines of `width`, all but the first pushed in by `by`.
std::string wrapped(std::string_view text, std::size_t by) {
  std::string out;
  std::size_t column = by;
  for (const std::string_view word : split(text, ' ')) {
    if (column > by && column + 1 + word.size() > width) {
      out += "\n" + std::string(by, ' ');
      column = by;
    } else if (column > by) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

std::string option_lines(const OptionGroup& group) {
  std::string out = fmt::format("\n{}:\n", group.heading);
  for (const OptionSpec& spec : group.options) {
    std::string left = spec.letter == 0 ? std::string("      ") : fmt::format("  -{}, ", spec.letter);
    left += spec.name;
    if (!spec.is_flag()) left += fmt::format(" {}", spec.value);
    if (left.size() + 2 > indent) {
      out += left + "\n" + std::string(indent, ' ');
    } else {
      out += fmt::format("{:<{}}", left, indent);
    }
    out += wrapped(spec.help, indent) + "\n";
  }
  return out;
}

} // namespace

std::string general_help(std::span<const Command> commands, std::span<const OptionGroup> global) {
  std::string out = "joinedup: survey exports -> patient-reported scores -> an Integration Index by area\n\n"
                    "usage: joinedup COMMAND [OPTIONS] [FILE...]\n";
  std::string_view heading;
  for (const Command& command : commands) {
    if (command.heading != heading) out += fmt::format("\n{}:\n", command.heading);
    heading = command.heading;
    out += fmt::format("  {:<14}{}\n", command.name, command.summary);
  }
  for (const OptionGroup& group : global)
    out += option_lines(group);
  return out +
         "\njoinedup COMMAND --help says more, with examples. Exit codes: 0 done, 1 the data have errors, 2 wrong "
         "usage,\n3 cannot read or write, 4 a definition is faulty, 5 a gate was not met, 70 our fault, 130 "
         "interrupted.\n";
}

std::string command_help(const Command& command, std::span<const OptionGroup> global) {
  std::string out = fmt::format("joinedup {}: {}\n\nusage: joinedup {}\n\n{}\n", command.name, command.summary,
                                command.usage, command.details);
  for (const OptionGroup& group : command.options)
    out += option_lines(group);
  for (const OptionGroup& group : global)
    out += option_lines(group);
  out += "\nExamples:\n";
  for (const std::string_view line : split(command.examples, '\n'))
    out += fmt::format("  {}\n", line);
  return out;
}

} // namespace joinedup
