#include "cli/man.hpp"

#include "base/text.hpp"
#include "cli/exit_status.hpp"
#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace joinedup {

namespace {

struct Variable {
  std::string_view name, meaning;
};

constexpr std::array environment{
    Variable{"JOINEDUP_INSTRUMENTS", "folders of definitions, separated by colons, looked through after those of "
                                     "--instrument-dir and before what comes with the program"},
    Variable{"JOINEDUP_PLAIN_PROCESSOR",
             "1 leaves out the code for newer processors, which gives the same results faster"},
    Variable{"NO_COLOR", "when it is set, messages have no colour unless --color always asks for it"},
    Variable{"TMPDIR", "folder of the temporary files that hold output back until a run has succeeded"},
};

/// Text as roff prints it: signs that would be commands, quotes or typographer's dashes stand for themselves.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
    case '\\':
      out += "\\e";
      break;
    case '-':
      out += "\\-";
      break;
    case '\'':
      out += "\\(aq";
      break;
    case '`':
      out += "\\(ga";
      break;
    case '^':
      out += "\\(ha";
      break;
    case '~':
      out += "\\(ti";
      break;
    case '"':
      out += "\\(dq";
      break;
    default:
      out += c;
    }
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", roff(text)); }
std::string slanted(std::string_view text) { return fmt::format("\\fI{}\\fR", roff(text)); }

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

std::string page_name(const Command& command) { return fmt::format("joinedup-{}", command.name); }

/// Head and name. No date: the same source gives the same bytes. Lines are neither stretched nor hyphenated, since most
/// long words are options and file names.
std::string head(std::string_view name, std::string_view summary, std::string_view version) {
  return fmt::format(".TH {} 1 \"\" \"joinedup {}\" \"User Commands\"\n.ad l\n.nh\n.SH NAME\n{} \\- {}\n",
                     roff(upper(name)), version, roff(name), roff(summary));
}

/// A usage of several lines gives as many, each with the program's name in front.
std::string synopsis(std::string_view usage) {
  constexpr std::string_view program = "joinedup ";
  std::string out = ".SH SYNOPSIS\n";
  bool first = true;
  for (const std::string_view line : split(usage, '\n')) {
    std::string_view words = trim(line);
    if (words.starts_with(program)) words.remove_prefix(program.size());
    if (!first) out += ".br\n";
    first = false;
    out += fmt::format("{} {}\n", bold("joinedup"), roff(words));
  }
  return out;
}

/// Filled again: the help's own line ends are for a terminal.
std::string paragraph(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n'))
    out += roff(trim(line)) + "\n";
  return out;
}

std::string options(const OptionGroup& group) {
  std::string out = fmt::format(".SS {}\n", roff(group.heading));
  for (const OptionSpec& spec : group.options) {
    out += ".TP\n";
    if (spec.letter != 0) out += fmt::format("{}, ", bold(std::string{'-', spec.letter}));
    out += bold(spec.name);
    if (!spec.is_flag()) out += " " + slanted(spec.value);
    out += "\n" + roff(spec.help) + "\n";
  }
  return out;
}

std::string examples(std::string_view lines) {
  std::string out = ".SH EXAMPLES\n.nf\n";
  for (const std::string_view line : split(lines, '\n'))
    out += roff(line) + "\n";
  return out + ".fi\n";
}

std::string exit_status_and_environment() {
  std::string out = ".SH EXIT STATUS\n";
  for (const ExitStatus& status : exit_statuses)
    out += fmt::format(".TP\n{}\n{}\n", bold(fmt::format("{}", status.code)), roff(status.meaning));
  out += ".SH ENVIRONMENT\n";
  for (const Variable& variable : environment)
    out += fmt::format(".TP\n{}\n{}\n", bold(variable.name), roff(variable.meaning));
  return out;
}

} // namespace

std::string man_overview(std::span<const Command> commands, std::span<const OptionGroup> global,
                         std::string_view version) {
  std::string out = head("joinedup", program_summary, version) + synopsis("COMMAND [OPTIONS] [FILE...]");
  out += ".SH COMMANDS\n";
  std::string_view heading;
  for (const Command& command : commands) {
    if (command.heading != heading) out += fmt::format(".SS {}\n", roff(command.heading));
    heading = command.heading;
    out += fmt::format(".TP\n{}(1)\n{}\n", bold(page_name(command)), roff(command.summary));
  }
  out += ".SH OPTIONS\n";
  for (const OptionGroup& group : global)
    out += options(group);
  return out + exit_status_and_environment();
}

std::string man_page(const Command& command, std::span<const OptionGroup> global, std::string_view version) {
  std::string out = head(page_name(command), command.summary, version) + synopsis(command.usage);
  out += ".SH DESCRIPTION\n" + paragraph(command.details) + ".SH OPTIONS\n";
  for (const OptionGroup& group : command.options)
    out += options(group);
  for (const OptionGroup& group : global)
    out += options(group);
  return out + examples(command.examples) + exit_status_and_environment() +
         fmt::format(".SH SEE ALSO\n{}(1)\n", bold("joinedup"));
}

} // namespace joinedup
