#include "cli/survey_options.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr std::array reader{
    OptionSpec{"--from", 0, "TOOL", "survey tool that wrote the file, csv, or auto (default: found out)"},
    OptionSpec{"--encoding", 0, "auto|utf-8|windows-1252|utf-16le|utf-16be",
               "letters outside ASCII (default: found out)"},
    OptionSpec{"--encoding-errors", 0, "stop|replace", "bytes that are no text: a fault, or a replacement character"},
    OptionSpec{"--delimiter", 0, "CHARACTER",
               "comma, semicolon, tab or pipe, by name or as itself (default: found out)"},
    OptionSpec{"--decimal", 0, "point|comma", "decimal sign of numbers (default: found out)"},
    OptionSpec{"--header-rows", 0, "N", "rows of headings (default: found out)", false, true},
    OptionSpec{"--no-header", 0, {}, "the file has no headings: columns are named by number (--header-rows 0)"},
    OptionSpec{"--duplicate-headers", 0, "refuse|number",
               "a heading that stands twice: a fault where it is meant, or NAME and NAME#2"},
    OptionSpec{"--skip", 0, "N", "lines before the headings to pass over", false, true},
    OptionSpec{"--dictionary", 0, "FILE", "data dictionary that a survey tool exports beside the data (REDCap)"},
    OptionSpec{
        "--include-partial", 0, {}, "score unfinished responses too (default: dropped where the tool marks them)"},
    OptionSpec{"--dedupe", 0, {}, "drop records that repeat an earlier one (default: a warning)"},
    OptionSpec{"--sheet", 0, "NAME", "sheet of a workbook (default: the first that holds cells)"},
};

constexpr std::array columns{
    OptionSpec{"--map", 'm', "MAP.json", "column map; an option beats it"},
    OptionSpec{"--id", 0, "COL", "column that names the record"},
    OptionSpec{"--area", 0, "COL", "column that holds the area's code"},
    OptionSpec{"--wave", 0, "COL", "column that names the wave"},
    OptionSpec{"--weight", 0, "COL", "column of survey weights"},
    OptionSpec{"--age-band", 0, "COL", "column of age bands or ages, for a value set that needs them"},
    OptionSpec{"--sex", 0, "COL", "column of sex, for a value set that needs it"},
    OptionSpec{"--count", 0, "COL", "a row stands for that many identical records"},
    OptionSpec{"--where", 0, "EXPR",
               "study population, such as \"mode = 'paper' and age >= 18\"; others count as outside it"},
    OptionSpec{"--keep", 0, "COL,...|all|none", "columns to keep (default: record, area, wave and weight)"},
    OptionSpec{"--rejects", 0, "FILE", "set records with a structural fault aside there and go on (mode 0600)"},
};

constexpr std::array scoring{
    OptionSpec{"--instrument", 'i', "ID", "questionnaire to look for (repeatable; default: all that match)", true},
    OptionSpec{"--missing", 0, "[COL=]VALUE[:REASON]", "a cell text that means no answer (repeatable)", true},
    OptionSpec{"--value-set", 0, "INSTRUMENT=SET[,SET]", "value sets of an index (repeatable)", true},
    OptionSpec{"--missing-rule", 0, "INSTRUMENT=RULE", "missing rule by name (repeatable)", true},
    OptionSpec{"--set", 0, "INSTRUMENT.CHOICE=VALUE", "another choice that a definition offers (repeatable)", true},
    OptionSpec{"--table", 0, "INSTRUMENT=FILE", "your licensed score table (repeatable)", true},
};

const std::vector<std::string>& reasons() {
  static const std::vector<std::string> all{"missing",        "not_shown",  "unanswered",
                                            "not_applicable", "suppressed", "user_missing"};
  return all;
}

std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view part : split(text, ',')) {
    if (!trim(part).empty()) out.emplace_back(trim(part));
  }
  return out;
}

/// NAME=VALUE cut at the first "="; a fault where either is empty.
std::optional<std::pair<std::string, std::string>> pair_of(std::string_view option, const std::string& text,
                                                           std::string_view form, Diagnostics& diagnostics) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    diagnostics.error("J108", {}, fmt::format("{} {}: {} was expected", option, text, form));
    return std::nullopt;
  }
  return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

void read_missing(const Arguments& arguments, SurveyRequest& request, Diagnostics& diagnostics) {
  for (const std::string& text : arguments.all("--missing")) {
    MissingValue value;
    std::string rest = text;
    if (const std::size_t equals = rest.find('='); equals != std::string::npos) {
      value.column = rest.substr(0, equals);
      rest.erase(0, equals + 1);
    }
    if (const std::size_t colon = rest.rfind(':'); colon != std::string::npos) {
      value.reason = rest.substr(colon + 1);
      rest.resize(colon);
    }
    value.value = rest;
    const bool known =
        value.reason.empty() || std::find(reasons().begin(), reasons().end(), value.reason) != reasons().end();
    if (!known)
      diagnostics.error("J108", {}, fmt::format("--missing {}: no reason \"{}\"", text, value.reason),
                        suggestion(value.reason, reasons()));
    if (rest.empty())
      diagnostics.error("J108", {}, fmt::format("--missing {}: [COL=]VALUE[:REASON] was expected", text));
    request.missing.push_back(std::move(value));
  }
}

void read_scoring(const Arguments& arguments, SurveyRequest& request, Diagnostics& diagnostics) {
  for (const std::string& text : arguments.all("--value-set")) {
    if (auto pair = pair_of("--value-set", text, "INSTRUMENT=SET[,SET]", diagnostics))
      for (std::string& set : list_of(pair->second))
        request.value_sets[pair->first].push_back(std::move(set));
  }
  for (const std::string& text : arguments.all("--missing-rule")) {
    if (auto pair = pair_of("--missing-rule", text, "INSTRUMENT=RULE", diagnostics))
      request.missing_rules[pair->first] = pair->second;
  }
  for (const std::string& text : arguments.all("--table")) {
    if (auto pair = pair_of("--table", text, "INSTRUMENT=FILE", diagnostics))
      request.tables[pair->first] = pair->second;
  }
  for (const std::string& text : arguments.all("--set")) {
    const auto pair = pair_of("--set", text, "INSTRUMENT.CHOICE=VALUE", diagnostics);
    if (!pair) continue;
    const std::size_t dot = pair->first.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == pair->first.size()) {
      diagnostics.error("J108", {}, fmt::format("--set {}: INSTRUMENT.CHOICE=VALUE was expected", text));
      continue;
    }
    request.choices[pair->first.substr(0, dot)][pair->first.substr(dot + 1)] = pair->second;
  }
}

void read_reader(const Arguments& arguments, SurveyRequest& request, Diagnostics& diagnostics) {
  request.reader.from = arguments.text("--from", "auto");
  request.reader.encoding = arguments.text("--encoding");
  request.reader.decimal = arguments.text("--decimal");
  request.reader.encoding_errors = arguments.text("--encoding-errors");
  request.reader.duplicate_headers = arguments.text("--duplicate-headers");
  request.reader.sheet = arguments.text("--sheet");
  request.reader.dictionary = arguments.text("--dictionary");
  if (arguments.has("--include-partial")) request.reader.include_partial = true;
  if (arguments.has("--dedupe")) request.reader.dedupe = true;
  if (arguments.has("--no-header")) request.reader.header_rows = 0;
  if (const auto rows = arguments.number("--header-rows")) request.reader.header_rows = static_cast<int>(*rows);
  if (const auto lines = arguments.number("--skip")) request.reader.skip = static_cast<int>(*lines);
  const std::string given = arguments.text("--delimiter");
  if (given.empty()) return;
  constexpr std::array<std::array<std::string_view, 2>, 5> names{
      {{"comma", ","}, {"semicolon", ";"}, {"tab", "\t"}, {"\\t", "\t"}, {"pipe", "|"}}};
  for (const auto& [name, sign] : names) {
    if (given == name || given == sign) request.reader.delimiter = sign;
  }
  if (request.reader.delimiter.empty())
    diagnostics.error("J108", {}, fmt::format("--delimiter {}: comma, semicolon, tab or pipe was expected", given));
}

} // namespace

std::span<const OptionSpec> reader_options() { return reader; }
std::span<const OptionSpec> column_options() { return columns; }
std::span<const OptionSpec> scoring_options() { return scoring; }

Outcome<SurveyRequest> survey_request(const Arguments& arguments) {
  SurveyRequest request;
  Diagnostics diagnostics;
  request.files = arguments.words;
  request.instruments = arguments.all("--instrument");
  request.map = arguments.text("--map");
  request.where = arguments.text("--where");
  request.id = arguments.text("--id");
  request.area = arguments.text("--area");
  request.wave = arguments.text("--wave");
  request.weight = arguments.text("--weight");
  request.strata = arguments.text("--strata");
  request.cluster = arguments.text("--cluster");
  request.count = arguments.text("--count");
  request.age_band = arguments.text("--age-band");
  request.sex = arguments.text("--sex");
  request.keep = list_of(arguments.text("--keep"));
  request.set_rejects_aside = arguments.has("--rejects");
  request.show_values = arguments.has("--show-values");
  request.threads = static_cast<unsigned>(arguments.number("--threads").value_or(0));
  read_reader(arguments, request, diagnostics);
  read_missing(arguments, request, diagnostics);
  read_scoring(arguments, request, diagnostics);
  if (diagnostics.has_errors()) return Outcome<SurveyRequest>::failure(std::move(diagnostics));
  return {std::move(request), std::move(diagnostics)};
}

} // namespace joinedup
