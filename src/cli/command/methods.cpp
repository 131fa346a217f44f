// `joinedup methods`: every statistical method in force, with its parameters and source.
#include "cli/commands.hpp"

#include <joinedup/methods.hpp>

#include "base/edit_distance.hpp"
#include "base/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr std::array methods_options{OptionSpec{"--format", 0, "text|json", "for people, or a JSON object a method"}};
const std::array groups{OptionGroup{"Methods", methods_options}};

std::string method_text(const MethodInfo& method) {
  std::string out = fmt::format("{}  ({})\n  {}\n", method.id, method.step, method.summary);
  for (const MethodParameter& parameter : method.parameters)
    out += fmt::format("    {} = {}: {}\n", parameter.name, parameter.fallback, parameter.meaning);
  return out + fmt::format("  source: {}\n", method.source);
}

std::string method_json(const MethodInfo& method) {
  std::string out = fmt::format(R"({{"id":{},"step":{},"summary":{},"parameters":[)", json_quoted(method.id),
                                json_quoted(method.step), json_quoted(method.summary));
  std::string_view comma;
  for (const MethodParameter& parameter : method.parameters) {
    out += fmt::format(R"({}{{"name":{},"default":{},"meaning":{}}})", comma, json_quoted(parameter.name),
                       json_quoted(parameter.fallback), json_quoted(parameter.meaning));
    comma = ",";
  }
  return out + fmt::format("],\"source\":{}}}\n", json_quoted(method.source));
}

int run_methods_command(const Arguments& arguments, DiskStore& /*files*/, Talk& talk) {
  std::vector<std::string> ids;
  for (const MethodInfo& method : methods())
    ids.emplace_back(method.id);
  Diagnostics faults;
  for (const std::string& word : arguments.words) {
    if (std::find(ids.begin(), ids.end(), word) == ids.end())
      faults.error("J105", {}, fmt::format("no method \"{}\"", word), suggestion(word, ids));
  }
  talk.diagnostics(faults);
  if (faults.has_errors()) return exit_code(faults);
  const bool json = arguments.text("--format") == "json";
  std::string out;
  for (const MethodInfo& method : methods()) {
    const bool wanted = arguments.words.empty() ||
                        std::find(arguments.words.begin(), arguments.words.end(), method.id) != arguments.words.end();
    if (!wanted) continue;
    if (!out.empty() && !json) out += "\n";
    out += json ? method_json(method) : method_text(method);
  }
  talk.print(out);
  return 0;
}

} // namespace

const Command methods_command{
    "methods",
    "Definitions",
    "every statistical method with its parameters, defaults and source",
    "methods [ID...] [--format text|json]",
    "Lists what turns answers into a published index, in the order in which it happens. What a run used is in\n"
    "its run.json.",
    "joinedup methods\njoinedup methods overdispersion bands",
    groups,
    run_methods_command};

} // namespace joinedup
