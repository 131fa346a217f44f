#include "pipeline/compare_names.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace joinedup {

namespace {

class Names {
public:
  Names(const CompareRequest& request, const std::vector<std::string>& waves) : request_(request), waves_(waves) {}

  Outcome<ComparedNames> find() {
    find_sides();
    find_arms();
    if (!request_.overlap.empty() && request_.links.empty())
      faults_.error("J104", {}, "--overlap has a use with --link alone", "--link OLD=NEW");
    if (!request_.links.empty() && !request_.by.empty())
      faults_.error("J104", {}, "--link moves a score from wave to wave, and --by has no waves",
                    "--wave COL, or a map that names waves, in place of --by");
    if (!request_.overlap.empty()) check_wave("--overlap", request_.overlap);
    if (faults_.has_errors()) return Outcome<ComparedNames>::failure(std::move(faults_));
    return out_;
  }

private:
  void find_sides() {
    std::vector<std::string> names = request_.between;
    if (names.empty() && waves_.size() == 2) names = waves_;
    if (names.size() != 2 || names[0] == names[1]) {
      faults_.error("J104", {}, "compare needs two waves or groups, and the order in which they are compared",
                    waves_.empty() ? "--wave COL or --by COL, with --between FIRST,SECOND"
                                   : fmt::format("--between two of {}", join(waves_, ", ")));
      return;
    }
    out_.sides = {names[0], names[1]};
    for (const std::string& name : names)
      check_wave("--between", name);
  }

  void check_wave(const char* option, const std::string& name) {
    if (!waves_.empty() && std::find(waves_.begin(), waves_.end(), name) == waves_.end())
      faults_.error("J104", {}, fmt::format("{} names \"{}\", which is no wave of the map", option, name),
                    fmt::format("waves: {}", join(waves_, ", ")));
  }

  /// COL=TREATED,UNTREATED.
  void find_arms() {
    if (!request_.earlier.empty() && request_.arms.empty())
      faults_.error("J104", {}, "--earlier has a use with --arms alone", "--arms COL=TREATED,UNTREATED");
    if (request_.arms.empty()) return;
    const std::size_t equals = request_.arms.find('=');
    out_.arm_column = std::string(trim(request_.arms.substr(0, std::min(equals, request_.arms.size()))));
    std::vector<std::string> cells;
    for (const std::string_view cell :
         split(std::string_view(request_.arms).substr(equals == std::string::npos ? request_.arms.size() : equals + 1),
               ','))
      cells.emplace_back(trim(cell));
    if (out_.arm_column.empty() || cells.size() != 2 || cells[0].empty() || cells[1].empty() || cells[0] == cells[1]) {
      faults_.error("J104", {}, "--arms names a column and two of its cells: COL=TREATED,UNTREATED",
                    "for example --arms arm=pilot,usual");
      return;
    }
    out_.arms = {cells[1], cells[0]};
    if (!request_.by.empty())
      faults_.error("J104", {}, "--arms holds the change of two groups side by side, and --by has no change",
                    "--wave COL, or a map that names waves, in place of --by");
    if (!request_.earlier.empty()) check_wave("--earlier", request_.earlier);
  }

  const CompareRequest& request_;
  const std::vector<std::string>& waves_;
  ComparedNames out_;
  Diagnostics faults_;
};

} // namespace

Outcome<std::vector<std::array<std::size_t, 2>>> linked_scores(const CompareRequest& request,
                                                               const std::vector<ComparedScore>& scores) {
  Diagnostics faults;
  std::vector<std::string> known;
  for (const ComparedScore& one : scores)
    if (one.dimensions.empty()) known.push_back(one.id);
  const auto place_of = [&](const std::string& name) {
    const auto found = std::find_if(scores.begin(), scores.end(),
                                    [&](const ComparedScore& one) { return one.id == name && one.dimensions.empty(); });
    if (found == scores.end()) {
      const std::string near = suggestion(name, known);
      faults.error("J104", {}, fmt::format("--link names {}, which is no number that is compared", name),
                   near.empty() ? "scores: " + join(known, ", ") : near);
    }
    return static_cast<std::size_t>(found - scores.begin());
  };
  std::vector<std::array<std::size_t, 2>> out;
  for (const auto& [from, to] : request.links)
    out.push_back({place_of(from), place_of(to)});
  if (faults.has_errors()) return Outcome<std::vector<std::array<std::size_t, 2>>>::failure(std::move(faults));
  return out;
}

std::vector<std::string> waves_of_maps(std::span<const SurveyInput> inputs) {
  std::vector<std::string> out;
  for (const SurveyInput& input : inputs)
    for (const Administration& a : input.map.administrations)
      if (!a.wave.empty() && std::find(out.begin(), out.end(), a.wave) == out.end()) out.push_back(a.wave);
  return out;
}

Outcome<ComparedNames> compared_names(const CompareRequest& request, const std::vector<std::string>& waves) {
  return Names(request, waves).find();
}

} // namespace joinedup
