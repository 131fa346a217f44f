#include "cli/definition_check.hpp"

#include "definitions/geography.hpp"
#include "definitions/index.hpp"
#include "definitions/instrument.hpp"
#include "definitions/json_source.hpp"
#include "definitions/map.hpp"
#include "definitions/study.hpp"
#include "definitions/value_set.hpp"
#include "pipeline/library.hpp"
#include "scoring/scoring_plan.hpp"

#include <fmt/format.h>

#include <array>

namespace joinedup {

namespace {

enum class Kind : unsigned char { unknown, instrument, index, study, map, geography, value_set };

struct KindKeys {
  Kind kind;
  std::array<std::string_view, 2> keys; ///< either tells; "" = none
};

// Most telling first: a study may hold `index`, an index never holds `inputs`.
constexpr std::array kinds{
    KindKeys{Kind::study, {"inputs", "study"}},
    KindKeys{Kind::index, {"domains", ""}},
    KindKeys{Kind::map, {"administrations", "record"}},
    KindKeys{Kind::geography, {"areas", "regions"}},
    KindKeys{Kind::value_set, {"model", "transition"}},
    KindKeys{Kind::instrument, {"items", "scores"}},
    KindKeys{Kind::map, {"reader", "rows"}},
    KindKeys{Kind::value_set, {"levels", "target_set"}},
};

Kind kind_of(const Json& root) {
  if (!root.is_object()) return Kind::unknown;
  for (const KindKeys& candidate : kinds) {
    for (const std::string_view key : candidate.keys) {
      if (!key.empty() && root.contains(std::string(key))) return candidate.kind;
    }
  }
  return Kind::unknown;
}

template <typename T, typename Name> Outcome<std::string> named(Outcome<T> read, Name name) {
  if (!read || read.diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(read.diagnostics));
  std::string text = name(*read);
  return {std::move(text), std::move(read.diagnostics)};
}

Outcome<std::string> check_instrument(const std::string& text, const std::string& file, FileStore& files) {
  Outcome<Instrument> read = read_instrument(text, file);
  Diagnostics diagnostics = read.diagnostics;
  if (!read || diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(diagnostics));
  const std::vector<ValueSet> sets = Library(files).value_sets(diagnostics);
  const Outcome<ScoringPlan> plan = ScoringPlan::compile(*read, {}, sets);
  for (const Diagnostic& d : plan.diagnostics.all()) {
    if (d.severity == Severity::error) diagnostics.add(d); // warnings are about what a user has not chosen yet
  }
  if (!plan || diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(diagnostics));
  return {fmt::format("instrument {}", read->id), std::move(diagnostics)};
}

Outcome<std::string> check_text(const std::string& text, const std::string& file, Kind kind, FileStore& files) {
  switch (kind) {
  case Kind::instrument:
    return check_instrument(text, file, files);
  case Kind::index:
    return named(read_index(text, file), [](const IndexSpec& s) { return fmt::format("index {}", s.id); });
  case Kind::study:
    return named(read_study(text, file), [](const StudySpec& s) {
      return s.study.empty() ? std::string("study") : fmt::format("study \"{}\"", s.study);
    });
  case Kind::map:
    return named(read_map(text, file), [](const ColumnMap&) { return std::string("map"); });
  case Kind::geography:
    return named(read_geography(text, file), [](const Geography& g) { return fmt::format("geography {}", g.id); });
  case Kind::value_set:
    return named(read_value_set(text, file), [](const ValueSet& v) { return fmt::format("value set {}", v.id); });
  case Kind::unknown:
    break;
  }
  Diagnostics faults;
  faults.error("J504", {file, 0, 0, ""}, "no kind of definition has these keys",
               "items and scores make an instrument, domains an index, inputs a study, administrations a map, areas a "
               "geography, model a value set");
  return Outcome<std::string>::failure(std::move(faults));
}

} // namespace

Outcome<std::string> check_definition(const std::string& path, FileStore& files) {
  const std::string file = file_name(path);
  const auto text = files.text(path);
  if (!text) {
    Diagnostics faults;
    faults.error("J301", {file, 0, 0, ""}, "cannot read this definition", "check the path and that it may be read");
    return Outcome<std::string>::failure(std::move(faults));
  }
  Outcome<JsonSource> source = parse_json(*text, file);
  if (!source) return Outcome<std::string>::failure(std::move(source.diagnostics));
  return check_text(*text, file, kind_of(source->root()), files);
}

} // namespace joinedup
