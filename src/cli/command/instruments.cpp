// `joinedup instruments list | show ID | check FILE...`
#include "cli/commands.hpp"
#include "cli/definition_check.hpp"
#include "cli/instrument_text.hpp"
#include "cli/table_text.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "pipeline/library.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

std::vector<std::string> score_names(const Instrument& instrument) {
  std::vector<std::string> out;
  for (const ScoreDefinition& score : instrument.scores)
    out.push_back(score.id);
  return out;
}

/// The first sentence: the whole note is in `show`.
std::string in_short(const std::string& text) { return text.substr(0, std::min(text.find(". "), text.find("; "))); }

/// A file that cannot be read matters only to those who use it.
Diagnostics left_out(const std::string& id, const std::string& folder, const Diagnostics& faults) {
  const auto errors = std::count_if(faults.all().begin(), faults.all().end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::error; });
  Diagnostics out;
  out.warning("J544", {id + ".json", 0, 0, ""},
              fmt::format("this definition has {} and is not listed",
                          errors == 1 ? "a fault" : fmt::format("{} faults", errors)),
              fmt::format("joinedup instruments check {}/{}.json", folder, id));
  return out;
}

/// What of a definition's name and place a reader of the list would miss.
Diagnostics place_of(const std::string& id, const Instrument& instrument, const DiskStore& files) {
  Diagnostics out;
  const Position where{id + ".json", 0, 0, ""};
  if (instrument.id != id)
    out.warning("J546", where, fmt::format("the id is \"{}\", the file is named {}.json", instrument.id, id),
                fmt::format("a definition is looked for by the name of its file: name it {}.json", instrument.id));
  const std::vector<std::string> behind = files.origins(id + ".json");
  if (behind.size() > 1)
    out.note("J547", where,
             fmt::format("the definition from {} stands before that of the same name from {}", behind.front(),
                         join({behind.begin() + 1, behind.end()}, ", ")),
             "give it a name and an id of its own if both are meant");
  return out;
}

int list_all(DiskStore& files, Talk& talk) {
  const Library library(files);
  TextTable table{{{"id", false},
                   {"version", false},
                   {"title", false},
                   {"items", true},
                   {"scores", false},
                   {"from", false},
                   {"licence", false}},
                  {}};
  Diagnostics faults;
  for (const std::string& id : library.instrument_ids()) {
    const Outcome<Instrument> instrument = library.instrument(id);
    if (!instrument) {
      faults.merge(left_out(id, files.origin(id + ".json"), instrument.diagnostics));
      continue;
    }
    faults.merge(place_of(id, *instrument, files));
    table.rows.push_back({instrument->id, instrument->version, instrument->title,
                          std::to_string(instrument->items.size()), join(score_names(*instrument), " "),
                          instrument->origin, in_short(instrument->licence)});
  }
  talk.diagnostics(faults);
  talk.show(table_text(table, talk.console().columns, 0));
  talk.show(fmt::format("\nindices      {}\ngeographies  {}\ndisclosure   {}\n", join(library.index_ids(), " "),
                        join(library.geography_ids(), " "), join(library.disclosure_ids(), " ")));
  return exit_code(faults, talk.strict());
}

int show(const std::vector<std::string>& ids, DiskStore& files, Talk& talk) {
  const Library library(files);
  Diagnostics faults;
  const std::vector<ValueSet> sets = library.value_sets(faults, [](const std::string&) { return false; });
  bool first = true;
  for (const std::string& id : ids) {
    const Outcome<Instrument> instrument = library.instrument(id);
    faults.merge(instrument.diagnostics);
    if (!instrument) continue;
    talk.show((first ? "" : "\n") + instrument_text(*instrument, sets));
    first = false;
  }
  talk.diagnostics(faults);
  return exit_code(faults, talk.strict());
}

int check(const std::vector<std::string>& paths, DiskStore& files, Talk& talk) {
  Diagnostics all;
  for (const std::string& path : paths) {
    const Outcome<std::string> outcome = check_definition(path, files);
    talk.diagnostics(outcome.diagnostics);
    all.merge(outcome.diagnostics);
    if (outcome) talk.show(fmt::format("{}: ok ({})\n", path, *outcome));
  }
  return exit_code(all, talk.strict());
}

int run_instruments_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  const std::vector<std::string> known{"list", "show", "check"};
  const std::string what = arguments.words.empty() ? "list" : arguments.words.front();
  const std::vector<std::string> rest(arguments.words.begin() + (arguments.words.empty() ? 0 : 1),
                                      arguments.words.end());
  Diagnostics faults;
  if (std::find(known.begin(), known.end(), what) == known.end())
    faults.error("J105", {}, fmt::format("instruments does not know \"{}\"", what), suggestion(what, known));
  else if (what != "list" && rest.empty())
    faults.error("J104", {}, fmt::format("instruments {} needs {}", what, what == "show" ? "an ID" : "a FILE"),
                 "joinedup instruments --help");
  else if (what == "list" && !rest.empty())
    faults.error("J104", {}, "instruments list takes no more words", "joinedup instruments show ID says more of one");
  if (faults.has_errors()) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  if (what == "show") return show(rest, files, talk);
  return what == "check" ? check(rest, files, talk) : list_all(files, talk);
}

} // namespace

const Command instruments_command{
    "instruments",
    "Definitions",
    "list, show ID, or check FILE...",
    "instruments list | show ID... | check FILE...",
    "list: the questionnaires in reach, and the names of indices and geographies. show: items, options, scores,\n"
    "missing rules, choices and sources of one. check: reads an instrument, index, study, map, geography or\n"
    "value set and says everything that is wrong with it, with positions.",
    "joinedup instruments list\njoinedup instruments show eq-5d-5l\njoinedup instruments check my_questionnaire.json "
    "study.json",
    {},
    run_instruments_command};

} // namespace joinedup
