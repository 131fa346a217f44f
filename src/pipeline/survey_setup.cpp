#include "pipeline/survey_setup.hpp"

#include "base/text.hpp"
#include "definitions/map.hpp"
#include "definitions/tables.hpp"
#include "pipeline/sha256.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

class Setup {
public:
  Setup(const SurveyRequest& request, const StudySpec* study, const std::string& study_path, FileStore& files)
      : request_(request), study_(study), study_path_(study_path), files_(files) {}

  Outcome<SurveySetup> run() {
    choose_inputs();
    choose_scoring();
    if (diagnostics_.has_errors()) return Outcome<SurveySetup>::failure(std::move(diagnostics_));
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  void setting(const std::string& name, const std::string& value, const std::string& from) {
    if (value.empty()) return;
    for (const Setting& s : out_.settings) {
      if (s.name == name && s.value == value) return;
    }
    out_.settings.push_back({name, value, from});
  }

  std::string choose(const std::string& name, const std::string& option, const std::string& map,
                     const std::string& study) {
    const std::string& value = !option.empty() ? option : !map.empty() ? map : study;
    setting(name, value, !option.empty() ? "option" : !map.empty() ? "map" : "study");
    if (!option.empty() && !map.empty() && option != map)
      diagnostics_.note("J120", {}, fmt::format("--{} {} overrides {} of the map", name, option, map));
    else if (!option.empty() && !study.empty() && option != study)
      diagnostics_.note("J120", {}, fmt::format("--{} {} overrides {} of the study", name, option, study));
    return value;
  }

  void choose_inputs() {
    if (!request_.files.empty()) {
      for (const std::string& path : request_.files)
        add_input(path, request_.map, {});
    } else if (study_ != nullptr) {
      for (const StudyInput& input : study_->inputs)
        add_input(beside(study_path_, input.file),
                  !request_.map.empty() ? request_.map
                  : input.map.empty()   ? ""
                                        : beside(study_path_, input.map),
                  input.reader);
    }
    out_.where = choose("where", request_.where, "", study_ != nullptr ? study_->where : "");
  }

  void add_input(const std::string& path, const std::string& map_path, const ReaderOptions& study_reader) {
    ColumnMap map;
    if (!map_path.empty()) {
      const auto text = files_.text(map_path);
      if (!text) {
        diagnostics_.error("J301", {file_name(map_path), 0, 0, ""}, "cannot read this map",
                           "check the path; paths in a study are relative to the study file");
        return;
      }
      Outcome<ColumnMap> read = read_map(*text, file_name(map_path));
      diagnostics_.merge(read.diagnostics);
      if (!read) return;
      map = std::move(*read);
      if (!map.reader.dictionary.empty()) map.reader.dictionary = beside(map_path, map.reader.dictionary);
      remember(map_path, *text, "map");
    }
    lay_over(map, map_path, study_reader);
    out_.inputs.push_back({path, std::move(map)});
  }

  void lay_over(ColumnMap& map, const std::string& map_path, const ReaderOptions& study_reader) {
    const StudySpec none;
    const StudySpec& study = study_ != nullptr ? *study_ : none;
    map.record = choose("id", request_.id, map.record, study.id);
    map.wave = choose("wave", request_.wave, map.wave, study.wave);
    map.weight = choose("weight", request_.weight, map.weight, study.weight);
    map.count = choose("count", request_.count, map.count, study.count);
    map.strata = choose("strata", request_.strata, map.strata, study.strata);
    map.cluster = choose("cluster", request_.cluster, map.cluster, study.cluster);
    map.age_band = choose("age-band", request_.age_band, map.age_band, study.age_band);
    map.sex = choose("sex", request_.sex, map.sex, study.sex);
    lay_area(map, map_path, study);
    for (const MissingValue& m : request_.missing)
      (m.column.empty() ? map.missing : column_missing(map, m.column))[m.value] =
          m.reason.empty() ? "missing" : m.reason;
    map.missing.insert(study.missing.begin(), study.missing.end());
    say_records(request_.reader, map.reader, study_reader);
    ReaderOptions reader = study_reader;
    if (!reader.dictionary.empty()) reader.dictionary = beside(study_path_, reader.dictionary);
    lay_reader(reader, map.reader);
    lay_reader(reader, request_.reader);
    map.reader = reader;
    remember_dictionary(reader.dictionary);
  }

  /// `--missing COL=VALUE`: the administrations whose item comes from that column, or is that item.
  std::map<std::string, std::string>& column_missing(ColumnMap& map, const std::string& column) {
    for (Administration& a : map.administrations) {
      for (const auto& [item, columns] : a.items) {
        for (const std::string& c : columns) {
          if (equal_ignoring_case(c, column)) return a.missing[item];
        }
      }
    }
    return map.column_missing[column];
  }

  static void lay_reader(ReaderOptions& under, const ReaderOptions& over) {
    if (over.from != "auto") under.from = over.from;
    if (!over.encoding.empty()) under.encoding = over.encoding;
    if (!over.delimiter.empty()) under.delimiter = over.delimiter;
    if (!over.decimal.empty()) under.decimal = over.decimal;
    if (over.header_rows) under.header_rows = over.header_rows;
    if (over.skip) under.skip = over.skip;
    if (!over.sheet.empty()) under.sheet = over.sheet;
    if (!over.dictionary.empty()) under.dictionary = over.dictionary;
    if (over.include_partial) under.include_partial = over.include_partial;
    if (over.dedupe) under.dedupe = over.dedupe;
    if (!over.encoding_errors.empty()) under.encoding_errors = over.encoding_errors;
    if (!over.duplicate_headers.empty()) under.duplicate_headers = over.duplicate_headers;
  }

  void lay_area(ColumnMap& map, const std::string& map_path, const StudySpec& study) {
    const std::string from_map = map.area ? map.area->column : "";
    const std::string column = choose("area", request_.area, from_map, study.area ? study.area->column : "");
    if (column.empty()) return;
    std::optional<ColumnLookup> lookup;
    std::string base = map_path;
    if (map.area && map.area->lookup && (request_.area.empty() || request_.area == from_map)) {
      lookup = map.area->lookup;
    } else if (study.area && study.area->lookup && column == study.area->column) {
      lookup = study.area->lookup;
      base = study_path_;
    }
    map.area = AreaColumn{column, lookup, map.area ? map.area->where : Position{}};
    if (lookup) read_area_lookup(beside(base, lookup->file), *lookup);
  }

  void read_area_lookup(const std::string& path, const ColumnLookup& lookup) {
    const auto text = files_.text(path);
    if (!text) {
      diagnostics_.error("J301", lookup.where, fmt::format("cannot read the look-up {}", file_name(path)),
                         "its path is relative to the file that names it");
      return;
    }
    auto read = read_lookup(*text, file_name(path), lookup.from, lookup.to);
    diagnostics_.merge(read.diagnostics);
    if (!read) return;
    if (out_.lookup && *out_.lookup != *read)
      diagnostics_.error("J121", lookup.where, "the inputs of one run must use the same area look-up",
                         "put both look-ups in one file");
    if (!out_.lookup) remember(path, *text, "look-up");
    out_.lookup = std::move(*read);
    setting("area look-up", fmt::format("{} ({} to {})", file_name(path), lookup.from, lookup.to), "map");
  }

  void choose_scoring() {
    const StudySpec none;
    const StudySpec& study = study_ != nullptr ? *study_ : none;
    out_.value_sets = study.value_sets;
    for (const auto& [id, sets] : request_.value_sets)
      out_.value_sets[id] = sets;
    out_.missing_rules = study.missing_rules;
    for (const auto& [id, rule] : request_.missing_rules)
      out_.missing_rules[id] = rule;
    out_.choices = study.choices;
    for (const auto& [id, chosen] : request_.choices) {
      for (const auto& [name, value] : chosen)
        out_.choices[id][name] = value;
    }
    for (const auto& [id, path] : study.tables)
      out_.tables[id] = beside(study_path_, path);
    for (const auto& [id, path] : request_.tables)
      out_.tables[id] = path;
  }

  /// Which records take part changes every number, so the run record says it.
  void say_records(const ReaderOptions& option, const ReaderOptions& map, const ReaderOptions& study) {
    const auto say = [&](const std::string& name, std::optional<bool> ReaderOptions::*member) {
      const auto& from = (option.*member) ? option : (map.*member) ? map : study;
      if (!(from.*member)) return;
      setting(name, *(from.*member) ? "yes" : "no", &from == &option ? "option" : &from == &map ? "map" : "study");
    };
    say("include-partial", &ReaderOptions::include_partial);
    say("dedupe", &ReaderOptions::dedupe);
  }

  /// Its own reader says when it cannot be read.
  void remember_dictionary(const std::string& path) {
    if (path.empty()) return;
    if (const auto text = files_.text(path)) remember(path, *text, "data dictionary");
  }

  void remember(const std::string& path, const std::string& text, const std::string& role) {
    InputInfo info{file_name(path), sha256_of(text), role, 0};
    for (const InputInfo& f : out_.files) {
      if (f.name == info.name && f.sha256 == info.sha256) return;
    }
    out_.files.push_back(std::move(info));
  }

  const SurveyRequest& request_;
  const StudySpec* study_;
  const std::string& study_path_;
  FileStore& files_;
  SurveySetup out_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<SurveySetup> set_up_survey(const SurveyRequest& request, const StudySpec* study, const std::string& study_path,
                                   FileStore& files) {
  return Setup(request, study, study_path, files).run();
}

void put_in_order_of_name(std::vector<SurveyInput>& inputs) {
  std::stable_sort(inputs.begin(), inputs.end(), [](const SurveyInput& a, const SurveyInput& b) {
    return std::pair(record_name(a.path), a.path) < std::pair(record_name(b.path), b.path);
  });
}

} // namespace joinedup
