#include "definitions/study.hpp"

#include "base/text.hpp"
#include "definitions/checks.hpp"
#include "definitions/fields.hpp"
#include "definitions/study_comparison.hpp"
#include "definitions/study_estimation.hpp"
#include "definitions/study_sensitivity.hpp"
#include "definitions/study_who_answered.hpp"
#include "definitions/target.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

/// The options of one input, and of the study where it says nothing.
ReaderOptions laid_over(const ReaderOptions& study, ReaderOptions input) {
  if (input.from == "auto") input.from = study.from;
  if (input.encoding.empty()) input.encoding = study.encoding;
  if (input.delimiter.empty()) input.delimiter = study.delimiter;
  if (input.decimal.empty()) input.decimal = study.decimal;
  if (!input.header_rows) input.header_rows = study.header_rows;
  if (!input.skip) input.skip = study.skip;
  if (input.sheet.empty()) input.sheet = study.sheet;
  if (input.dictionary.empty()) input.dictionary = study.dictionary;
  if (!input.include_partial) input.include_partial = study.include_partial;
  if (!input.dedupe) input.dedupe = study.dedupe;
  if (input.encoding_errors.empty()) input.encoding_errors = study.encoding_errors;
  if (input.duplicate_headers.empty()) input.duplicate_headers = study.duplicate_headers;
  return input;
}

void read_inputs(Fields& fields, StudySpec& out) {
  const ReaderOptions shared = read_reader_options(fields);
  const std::string shared_map = fields.text_or("map", "");
  // An index of tables alone needs no survey; that one is missing otherwise is said when the index is known.
  for (Fields& input : fields.has("inputs") ? fields.objects("inputs") : std::vector<Fields>{}) {
    StudyInput one;
    one.where = input.where();
    one.file = input.text("file");
    one.map = input.text_or("map", shared_map);
    one.reader = laid_over(shared, read_reader_options(input));
    input.done();
    out.inputs.push_back(std::move(one));
  }
}

/// What decides how the records count: columns, population, survey design.
void read_design(Fields& fields, StudySpec& out) {
  out.area = read_area_column(fields, &out.geography);
  out.weight = fields.text_or("weight", "");
  out.strata = fields.text_or("strata", "");
  out.cluster = fields.text_or("cluster", "");
  out.count = fields.text_or("count", "");
  out.id = fields.text_or("id", "");
  out.wave = fields.text_or("wave", "");
  out.age_band = fields.text_or("age_band", "");
  out.sex = fields.text_or("sex", "");
  out.where = fields.text_or("where", "");
  out.keep = fields.text_or_texts_if("keep");
  out.instruments = fields.text_or_texts_if("instrument");
  if (const auto missing = fields.find("missing")) out.missing = read_missing(*missing);
}

/// A preset's name, numbers of one's own, or both. What another preset than the default says is 0 here until that is
/// read.
void read_disclosure(Fields& fields, DisclosureSpec& out) {
  const auto value = fields.find("disclosure");
  if (!value) return;
  const DisclosureSpec standard = out;
  const auto choose = [&](const std::string& preset) {
    out.preset = preset;
    if (preset != standard.preset) out.minimum = out.caution = 0;
  };
  if (value->is_text()) return choose(value->text().value_or(standard.preset));
  Fields rules(*value);
  choose(rules.text_or("preset", standard.preset));
  out.minimum = count_or(rules, "minimum", out.minimum);
  out.caution = count_or(rules, "caution", out.caution == 0 ? 0 : std::max(out.minimum, out.caution));
  if (out.preset == standard.preset && out.minimum < standard.minimum)
    rules.faults().warning(
        "J506", rules.where("minimum"),
        fmt::format("\"minimum\" is {}: less is hidden than under the default of {}", out.minimum, standard.minimum),
        "check with whoever answers for the data before you publish");
  if (out.caution > 0 && out.caution < out.minimum)
    rules.error("J506", "caution",
                fmt::format("\"caution\" is {}, expected \"minimum\" ({}) or more", out.caution, out.minimum));
  rules.done();
}

void read_statistics(Fields& fields, StudySpec& out) {
  read_estimation(fields, out);
  out.target = read_target(fields);
  out.sensitivity = read_sensitivity(fields);
  out.coherence = fields.flag_or("coherence", false);
  out.comparison = read_comparison(fields);
  out.peers = read_peers(fields);
  out.funnel = fields.flag_or("funnel", false);
  out.reliability = fields.flag_or("reliability", false);
  read_disclosure(fields, out.disclosure);
  out.partial_levels = fields.word_if("partial", {"deviations", "levels"}) == "levels";
  out.show_ranks = fields.flag_or("show_ranks", false);
  if (const auto seed = fields.find("seed")) {
    const auto whole = seed->whole();
    if (whole && *whole < 0) seed->error("J506", fmt::format("\"seed\" is {}, expected 0 or more", *whole));
    if (whole && *whole >= 0) out.seed = static_cast<std::uint64_t>(*whole);
  }
}

std::string read_weights_by(Fields& fields) {
  const auto value = fields.find("weights_by");
  if (!value) return {};
  if (value->is_text()) return value->text().value_or("");
  Fields by(*value);
  std::vector<std::string> parts;
  for (const char* name : {"who", "when", "how"}) {
    if (std::string part = by.text_or(name, ""); !part.empty()) parts.push_back(std::move(part));
  }
  by.done();
  return join(parts, "; ");
}

void carried_only(Fields& fields, const std::string& name, std::string_view what) {
  if (fields.has(name))
    fields.faults().warning("J505", fields.where(name),
                            fmt::format("\"{}\" is carried in the run record: this release does not {}", name, what));
}

/// What the run record and the report carry, and no figure depends on.
void read_description(Fields& fields, StudySpec& out) {
  out.study = fields.text_or("study", "");
  out.purpose = fields.text_or("purpose", "");
  out.population = fields.text_or("population", "");
  out.fieldwork = fields.text_or("fieldwork", "");
  read_who_answered(fields, out);
  out.weights_by = read_weights_by(fields);
  out.person = fields.text_or("person", "");
  carried_only(fields, "person", "follow people across waves of different files");
  out.against = fields.text_or("against", "");
  if (const std::string wave = fields.text_or("last_wave", ""); !wave.empty()) out.last_wave = LastWave{wave};
}

template <typename Take>
void read_choice_members(Fields& fields, const std::string& name, const std::string& dashed, Take take) {
  for (const std::string& spelling : name == dashed ? std::vector{name} : std::vector{name, dashed}) {
    if (const auto value = fields.find(spelling)) {
      for (const auto& [key, member] : value->members())
        take(key, member);
    }
  }
}

void read_set(const std::string& key, const Value& value, StudySpec& out) {
  const std::size_t dot = key.find('.');
  const auto text = value.text();
  if (dot == std::string::npos || dot == 0 || dot + 1 == key.size()) {
    value.faults().error("J506", value.key_where(), fmt::format("\"{}\", expected INSTRUMENT.CHOICE", key));
  } else if (text) {
    out.choices[key.substr(0, dot)][key.substr(dot + 1)] = *text;
  }
}

/// Options of scoring, under the names of the command line without dashes in front.
void read_scoring(Fields& fields, StudySpec& out) {
  read_choice_members(fields, "value_set", "value-set", [&](const std::string& instrument, const Value& value) {
    out.value_sets[instrument] = value.text_or_texts();
  });
  read_choice_members(fields, "missing_rule", "missing-rule", [&](const std::string& instrument, const Value& value) {
    if (const auto rule = value.text()) out.missing_rules[instrument] = *rule;
  });
  read_choice_members(fields, "set", "set",
                      [&](const std::string& key, const Value& value) { read_set(key, value, out); });
  read_choice_members(fields, "table", "table", [&](const std::string& instrument, const Value& value) {
    if (const auto file = value.text()) out.tables[instrument] = *file;
  });
}

StudySpec read(Fields& fields) {
  StudySpec out;
  read_description(fields, out);
  out.index = fields.text("index");
  read_inputs(fields, out);
  read_design(fields, out);
  read_scoring(fields, out);
  read_statistics(fields, out);
  return out;
}

} // namespace

Outcome<StudySpec> read_study(std::string_view text, const std::string& file) {
  return read_definition<StudySpec>(text, file, read);
}

} // namespace joinedup
