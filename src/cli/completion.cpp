#include "cli/completion.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace joinedup {

namespace {

std::vector<OptionSpec> all_options(const Command& command, std::span<const OptionGroup> global) {
  std::vector<OptionSpec> out;
  for (const OptionGroup& group : command.options)
    out.insert(out.end(), group.options.begin(), group.options.end());
  for (const OptionGroup& group : global)
    out.insert(out.end(), group.options.begin(), group.options.end());
  return out;
}

std::string spaced(std::string_view choices) {
  std::string out(choices);
  std::replace(out.begin(), out.end(), '|', ' ');
  return out;
}

/// Inside single quotes of any of the three shells.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

/// Inside '...[...]' of zsh, where brackets and colons mean something.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out;
}

std::string option_words(const std::vector<OptionSpec>& options) {
  std::vector<std::string> words;
  for (const OptionSpec& spec : options) {
    words.emplace_back(spec.name);
    if (spec.letter != 0) words.push_back({'-', spec.letter});
  }
  return join(words, " ");
}

/// Cases of `$command:$before` that have a list of words to choose from.
std::string bash_choices(const std::vector<OptionSpec>& options) {
  std::string out;
  for (const OptionSpec& spec : options) {
    if (!spec.is_choice()) continue;
    const std::string letter = spec.letter == 0 ? "" : fmt::format("|-{}", spec.letter);
    out += fmt::format("        {}{}) words='{}' ;;\n", spec.name, letter, spaced(spec.value));
  }
  return out;
}

std::string zsh_option(const OptionSpec& spec) {
  const std::string value = spec.is_flag()
                                ? ""
                                : fmt::format(":{}:{}", zsh_text(spec.value),
                                              spec.is_choice() ? fmt::format("({})", spaced(spec.value)) : "_files");
  const std::string help = fmt::format("[{}]{}", zsh_text(spec.help), value);
  const std::string star = spec.repeatable ? "*" : "";
  if (spec.letter == 0) return fmt::format(" '{}{}{}'", star, spec.name, help);
  return fmt::format(" '{0}{1}{2}' '{0}-{3}{2}'", star, spec.name, help, spec.letter);
}

std::string fish_option(const OptionSpec& spec, std::string_view when) {
  std::string out = fmt::format("complete -c joinedup{} -l {}", when, spec.name.substr(2));
  if (spec.letter != 0) out += fmt::format(" -s {}", spec.letter);
  if (spec.is_choice()) {
    out += fmt::format(" -x -a {}", quoted(spaced(spec.value)));
  } else if (!spec.is_flag()) {
    out += " -r";
  }
  return out + fmt::format(" -d {}\n", quoted(spec.help));
}

std::string names(std::span<const Command> commands) {
  std::vector<std::string> out;
  for (const Command& command : commands)
    out.emplace_back(command.name);
  return join(out, " ");
}

} // namespace

std::string bash_completion(std::span<const Command> commands, std::span<const OptionGroup> global) {
  std::string out =
      fmt::format("# Completion of joinedup for bash: source it, or put it in a folder of completions.\n"
                  "_joinedup() {{\n"
                  "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}\n"
                  "  local command= words= i\n"
                  "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
                  "    case \" {0} \" in *\" ${{COMP_WORDS[i]}} \"*) command=${{COMP_WORDS[i]}}; break ;; "
                  "esac\n"
                  "  done\n"
                  "  case $command in\n"
                  "    '') words='{0}' ;;\n",
                  names(commands));
  for (const Command& command : commands) {
    const std::vector<OptionSpec> options = all_options(command, global);
    out += fmt::format("    {})\n      case $before in\n{}        *) case $word in -*) words='{}' ;; esac ;;\n"
                       "      esac ;;\n",
                       command.name, bash_choices(options), option_words(options));
  }
  return out + "  esac\n"
               "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
               "}\n"
               "complete -o default -F _joinedup joinedup\n";
}

std::string zsh_completion(std::span<const Command> commands, std::span<const OptionGroup> global) {
  std::string out = "#compdef joinedup\n"
                    "# Completion of joinedup for zsh: put it as _joinedup in a folder of $fpath.\n"
                    "_joinedup() {\n"
                    "  local -a commands=(\n";
  for (const Command& command : commands)
    out += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.summary));
  out += "  )\n"
         "  if ((CURRENT == 2)); then\n"
         "    _describe command commands\n"
         "    return\n"
         "  fi\n"
         "  case $words[2] in\n";
  for (const Command& command : commands) {
    out += fmt::format("    {}) _arguments", command.name);
    for (const OptionSpec& spec : all_options(command, global))
      out += zsh_option(spec);
    out += " '*:file:_files' ;;\n";
  }
  return out + "  esac\n}\n_joinedup \"$@\"\n";
}

std::string fish_completion(std::span<const Command> commands, std::span<const OptionGroup> global) {
  std::string out = "# Completion of joinedup for fish: put it as joinedup.fish in a folder of completions.\n";
  for (const Command& command : commands)
    out += fmt::format("complete -c joinedup -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                       quoted(command.summary));
  for (const OptionGroup& group : global) {
    for (const OptionSpec& spec : group.options)
      out += fish_option(spec, "");
  }
  for (const Command& command : commands) {
    const std::string when = fmt::format(" -n '__fish_seen_subcommand_from {}'", command.name);
    for (const OptionGroup& group : command.options) {
      for (const OptionSpec& spec : group.options)
        out += fish_option(spec, when);
    }
  }
  return out;
}

} // namespace joinedup
