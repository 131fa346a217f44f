#include "cli/parser.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

std::string cli11_name(const OptionSpec& spec) {
  return spec.letter == 0 ? std::string(spec.name) : fmt::format("-{},{}", spec.letter, spec.name);
}

CLI::Option* add(CLI::App& app, const OptionSpec& spec) {
  if (spec.is_flag()) return app.add_flag(cli11_name(spec));
  CLI::Option* option = app.add_option(cli11_name(spec));
  if (spec.repeatable) option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return option;
}

std::string help_hint(std::string_view command) {
  return command.empty() ? "joinedup --help lists commands and options"
                         : fmt::format("joinedup {} --help lists its options", command);
}

void check_value(const OptionSpec& spec, const std::string& value, Diagnostics& diagnostics) {
  if (spec.whole_number && !parse_whole(value))
    diagnostics.error("J107", {}, fmt::format("{} {}: a whole number was expected", spec.name, value));
  if (!spec.is_choice()) return;
  std::vector<std::string> choices;
  for (const std::string_view choice : split(spec.value, '|'))
    choices.emplace_back(choice);
  if (std::find(choices.begin(), choices.end(), value) == choices.end())
    diagnostics.error("J107", {}, fmt::format("{} {}: expected one of {}", spec.name, value, join(choices, ", ")));
}

void report_unknown(std::string_view command, std::span<const OptionGroup> groups,
                    const std::vector<std::string>& extras, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const OptionGroup& group : groups) {
    for (const OptionSpec& spec : group.options)
      names.emplace_back(spec.name);
  }
  for (const std::string& extra : extras) {
    if (extra == "--") continue; // ends the options, and is itself none
    const std::string name = extra.substr(0, extra.find('='));
    const std::string near = nearest(name, names);
    diagnostics.error("J107", {}, fmt::format("unknown option {}", name),
                      near.empty() ? help_hint(command) : fmt::format("did you mean {}?", near));
  }
}

} // namespace

Outcome<Arguments> parse_arguments(std::string_view command, std::span<const OptionGroup> groups,
                                   std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::pair<const OptionSpec*, CLI::Option*>> added;
  for (const OptionGroup& group : groups) {
    for (const OptionSpec& spec : group.options)
      added.emplace_back(&spec, add(app, spec));
  }
  std::vector<std::string> positional;
  app.add_option("words", positional);
  Diagnostics diagnostics;
  try {
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    app.parse(std::move(words));
  } catch (const CLI::ParseError& fault) {
    const std::string what = fault.what();
    const std::string name = what.substr(0, what.find(':'));
    diagnostics.error("J107", {},
                      name.starts_with('-') ? fmt::format("{} needs one value, and takes it once", name) : what,
                      help_hint(command));
    return Outcome<Arguments>::failure(std::move(diagnostics));
  }
  report_unknown(command, groups, app.remaining(), diagnostics);
  Arguments out;
  out.words = std::move(positional);
  for (const auto& [spec, option] : added) {
    if (option->count() == 0) continue;
    std::vector<std::string>& values = out.options[std::string(spec->name)];
    if (spec->is_flag()) continue;
    values = option->results();
    for (const std::string& value : values)
      check_value(*spec, value, diagnostics);
  }
  if (diagnostics.has_errors()) return Outcome<Arguments>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

std::size_t command_position(const std::vector<std::string>& words, std::span<const OptionGroup> global) {
  const auto takes_value = [&](const std::string& word) {
    for (const OptionGroup& group : global) {
      for (const OptionSpec& spec : group.options) {
        const bool named = word == spec.name || (spec.letter != 0 && word == std::string{'-', spec.letter});
        if (named) return !spec.is_flag();
      }
    }
    return false;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with('-') || words[i] == "-") return i;
    if (takes_value(words[i])) ++i;
  }
  return words.size();
}

} // namespace joinedup
