#include "cli/definition_check.hpp"

#include "cli/name_check.hpp"
#include "cli/value_set_check.hpp"
#include "definitions/disclosure.hpp"
#include "definitions/geography.hpp"
#include "definitions/instrument.hpp"
#include "definitions/instrument_doubts.hpp"
#include "definitions/json_source.hpp"
#include "pipeline/library.hpp"
#include "pipeline/value_set_shelf.hpp"
#include "scoring/chain_doubts.hpp"
#include "scoring/scoring_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace joinedup {

namespace {

enum class Kind : unsigned char { unknown, instrument, index, study, map, geography, value_set, mapping, disclosure };

struct KindKeys {
  Kind kind;
  std::array<std::string_view, 2> keys; ///< either tells; "" = none
};

// Most telling first: a study may hold `index`, an index never holds `inputs`.
constexpr std::array kinds{
    KindKeys{Kind::study, {"inputs", "study"}},
    KindKeys{Kind::index, {"domains", "extends"}},
    KindKeys{Kind::map, {"administrations", "record"}},
    KindKeys{Kind::geography, {"areas", "regions"}},
    KindKeys{Kind::value_set, {"model", "method"}},
    KindKeys{Kind::mapping, {"transition", "thresholds"}},
    KindKeys{Kind::mapping, {"respondent", ""}},
    KindKeys{Kind::instrument, {"items", "scores"}},
    KindKeys{Kind::map, {"reader", "rows"}},
    KindKeys{Kind::value_set, {"levels", "target_set"}},
    KindKeys{Kind::disclosure, {"figures", "counts"}}, // an instrument may have `counts` too
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

Diagnostics in_order(const Diagnostics& diagnostics) {
  std::vector<Diagnostic> all = diagnostics.all();
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
  });
  Diagnostics out;
  for (Diagnostic& d : all)
    out.add(std::move(d));
  return out;
}

template <typename T, typename Name> Outcome<std::string> named(Outcome<T> read, Name name) {
  if (!read || read.diagnostics.has_errors()) return Outcome<std::string>::failure(std::move(read.diagnostics));
  std::string text = name(*read);
  return {std::move(text), std::move(read.diagnostics)};
}

/// Faults of the steps: warnings are about what a user has not chosen yet. `sets`: those that the scores may need.
Diagnostics step_faults(const Instrument& instrument, std::span<const ValueSet> sets) {
  Diagnostics out;
  const Outcome<ScoringPlan> plan = ScoringPlan::compile(instrument, {}, sets);
  for (const Diagnostic& d : plan.diagnostics.all()) {
    if (d.severity == Severity::error) out.add(d);
  }
  return out;
}

/// The faults of a definition that cannot be read, and of its steps as far as these can be told apart.
Outcome<std::string> all_faults(Diagnostics faults, const std::string& text, const std::string& file) {
  if (const auto draft = instrument_draft(text, file)) {
    const Diagnostics of_steps = step_faults(*draft, {});
    for (const Diagnostic& d : of_steps.all()) {
      if (d.code.starts_with("J51")) faults.add(d);
    }
  }
  return Outcome<std::string>::failure(in_order(faults));
}

/// Faults, or else what is suspicious too, in the order of the text.
Outcome<std::string> check_instrument(const std::string& text, const std::string& file, FileStore& files) {
  Outcome<Instrument> read = read_instrument(text, file);
  Diagnostics diagnostics = read.diagnostics;
  if (!read || diagnostics.has_errors()) return all_faults(std::move(diagnostics), text, file);
  Diagnostics elsewhere; // faults of value sets are their own files'
  ValueSetShelf shelf{Library(files)};
  std::vector<std::string> in_force;
  if (!read->default_value_set.empty()) in_force.push_back(read->default_value_set);
  shelf.bring(*read, in_force, "", elsewhere);
  const std::vector<ValueSet>& sets = shelf.sets();
  diagnostics.merge(step_faults(*read, sets));
  if (diagnostics.has_errors()) return Outcome<std::string>::failure(in_order(diagnostics));
  const Outcome<JsonSource> source = parse_json(text, file);
  diagnostics.merge(instrument_doubts(*read, *source));
  diagnostics.merge(chain_doubts(*read, sets, [&](std::size_t score, std::string_view member) {
    return source->where(source->member(source->element(source->member(0, "scores"), score), member));
  }));
  return {fmt::format("instrument {}", read->id), in_order(diagnostics)};
}

Diagnostics name_of_file(const JsonSource& source, const std::string& file) {
  Diagnostics out;
  const auto id = source.root().find("id");
  if (id == source.root().end() || !id->is_string()) return out;
  const std::string text = id->get<std::string>();
  if (text + ".json" == file) return out;
  out.warning("J546", source.where(source.member(0, "id")),
              fmt::format("the id is \"{}\", the file is named {}", text, file),
              fmt::format("a definition is looked for by the name of its file: name it {}.json", text));
  return out;
}

Outcome<std::string> check_text(const std::string& text, const std::string& path, Kind kind, FileStore& files) {
  const std::string file = file_name(path);
  switch (kind) {
  case Kind::instrument:
    return check_instrument(text, file, files);
  case Kind::index:
    return named(Library(files).index_of_text(text, path),
                 [](const IndexSpec& s) { return fmt::format("index {}", s.id); });
  case Kind::study:
    return check_study(text, file, files);
  case Kind::map:
    return check_map(text, file, files);
  case Kind::disclosure:
    return named(read_disclosure_rules(text, file),
                 [](const DisclosureRules& d) { return fmt::format("disclosure rules {}", d.id); });
  case Kind::geography:
    return named(read_geography(text, file), [](const Geography& g) { return fmt::format("geography {}", g.id); });
  case Kind::value_set:
    return check_value_set(path, text, files);
  case Kind::mapping:
    return check_value_mapping(path, text);
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
  const Kind kind = kind_of(source->root());
  Outcome<std::string> out = check_text(*text, path, kind, files);
  // These are looked for by the name of their file alone; others may be given by a path.
  if (out && (kind == Kind::instrument || kind == Kind::geography)) {
    out.diagnostics.merge(name_of_file(*source, file));
    out.diagnostics = in_order(out.diagnostics);
  }
  return out;
}

} // namespace joinedup
