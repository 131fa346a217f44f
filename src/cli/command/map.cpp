// `joinedup map propose | check | diff`: the map of a survey export, made, tested and kept up to date.
#include "cli/commands.hpp"
#include "cli/survey_options.hpp"

#include "base/edit_distance.hpp"
#include "pipeline/map_check.hpp"
#include "pipeline/map_diff.hpp"
#include "pipeline/map_propose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr int drift_found = 5;

constexpr std::array map_options{
    OptionSpec{"--instrument", 'i', "ID", "propose, diff: questionnaire to look for (repeatable; default: all)", true},
    OptionSpec{"--map", 'm', "MAP.json", "diff: compare the items of this map"},
    OptionSpec{"--format", 0, "text|json", "diff: a line a change, or one JSON object"},
};

const std::array groups{OptionGroup{"Map", map_options}, OptionGroup{"Reading", reader_options()}};

int propose(const SurveyRequest& request, DiskStore& files, Talk& talk) {
  const Outcome<std::string> map = propose_map(request.files.front(), request, files);
  talk.diagnostics(map.diagnostics);
  if (map) talk.print(*map);
  return exit_code(map.diagnostics, talk.strict());
}

int check(const SurveyRequest& request, DiskStore& files, Talk& talk) {
  const auto lines = check_map(request.files[0], request.files[1], request, files);
  talk.diagnostics(lines.diagnostics);
  if (lines) {
    for (const std::string& line : *lines)
      talk.show(line + "\n");
  }
  return exit_code(lines.diagnostics, talk.strict());
}

int diff(const SurveyRequest& request, bool json, DiskStore& files, Talk& talk) {
  const auto changes = diff_exports(request.files[0], request.files[1], request, files);
  talk.diagnostics(changes.diagnostics);
  if (!changes) return exit_code(changes.diagnostics);
  if (json) talk.print(changes_json(request.files[0], request.files[1], *changes));
  for (const Change& change : *changes) {
    if (!json)
      talk.show(fmt::format("{:<10}  {}{}{}\n", change.kind, change.subject, change.subject.empty() ? "" : "  ",
                            change.what));
  }
  const bool drift = std::any_of(changes->begin(), changes->end(), [](const Change& c) { return c.drift; });
  if (!json && !drift) talk.print("no drift: the map of the first file fits the second\n");
  const int code = exit_code(changes.diagnostics, talk.strict());
  return code != 0 ? code : drift ? drift_found : 0;
}

/// What is wrong with the words of the command.
void check_words(const Arguments& arguments, Diagnostics& faults) {
  const std::vector<std::string> known{"propose", "check", "diff"};
  const std::string what = arguments.words.empty() ? "" : arguments.words.front();
  const std::size_t files = arguments.words.empty() ? 0 : arguments.words.size() - 1;
  if (what.empty())
    faults.error("J104", {}, "map needs propose, check or diff", "joinedup map --help");
  else if (std::find(known.begin(), known.end(), what) == known.end())
    faults.error("J105", {}, fmt::format("map does not know \"{}\"", what), suggestion(what, known));
  else if (what == "propose" && files != 1)
    faults.error("J104", {}, "map propose needs one FILE", "joinedup map propose FILE > map.json");
  else if (what == "check" && files != 2)
    faults.error("J104", {}, "map check needs a MAP and a FILE", "joinedup map check MAP.json FILE");
  else if (what == "diff" && files != 2)
    faults.error("J104", {}, "map diff needs two files, OLD and NEW", "joinedup map diff OLD NEW -m MAP.json");
  if (faults.has_errors()) return;
  if (what != "diff" && (arguments.has("--map") || arguments.has("--format")))
    faults.error("J104", {}, fmt::format("--map and --format are for map diff, not map {}", what));
  if (what == "check" && arguments.has("--instrument"))
    faults.error("J104", {}, "--instrument is for map propose and map diff: the map says what to check");
}

int run_map_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Outcome<SurveyRequest> request = survey_request(arguments);
  Diagnostics faults = request.diagnostics;
  check_words(arguments, faults);
  if (!request || faults.has_errors()) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  request->files.erase(request->files.begin());
  if (arguments.words.front() == "propose") return propose(*request, files, talk);
  if (arguments.words.front() == "check") return check(*request, files, talk);
  return diff(*request, arguments.text("--format", "text") == "json", files, talk);
}

} // namespace

const Command map_command{
    "map",
    "Everyday",
    "propose, check or diff a column map",
    "map propose [OPTIONS] FILE > MAP.json | map check MAP.json FILE | map diff OLD NEW [-m MAP.json]",
    "propose: a map for a file with a confidence for each column; what cannot be known is null, with a note. check: a\n"
    "map tested against a file, every fault at once with its place in the map. diff: what changed between last "
    "month's\n"
    "export and this one; exit 5 when a map would have to follow.",
    "joinedup map propose export.csv > map.json\njoinedup map check map.json export.csv\njoinedup map diff may.csv "
    "june.csv -m map.json",
    groups,
    run_map_command};

} // namespace joinedup
