#include "definitions/checks.hpp"

#include "base/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

std::string read_id(Fields& fields, const std::string& name) {
  std::string id = fields.text(name);
  const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!plain)
    fields.error("J506", name, fmt::format("\"{}\" is \"{}\", expected letters, digits, - and _ only", name, id));
  return id;
}

void Names::add(const std::string& name, const Position& where, Faults& faults) {
  if (name.empty()) return;
  const auto [it, is_new] = seen_.emplace(name, where);
  if (!is_new)
    faults.error("J507", where,
                 fmt::format("{} \"{}\" is given twice, first in line {}", what_, name, it->second.line));
}

std::uint64_t count_or(Fields& fields, const std::string& name, std::uint64_t fallback) {
  constexpr int most = 1000000;
  const auto given = fields.integer_if(name, 1, most);
  return given ? static_cast<std::uint64_t>(*given) : fallback;
}

const std::vector<std::string>& missing_reasons() {
  static const std::vector<std::string> reasons{"missing",        "not_shown",  "unanswered",
                                                "not_applicable", "suppressed", "user_missing"};
  return reasons;
}

std::map<std::string, std::string> read_missing(const Value& value, bool may_be_null) {
  std::map<std::string, std::string> out;
  for (const auto& [cell, word] : value.members()) {
    if (may_be_null && word.json().is_null()) continue;
    const auto reason = word.text();
    if (!reason) continue;
    if (std::find(missing_reasons().begin(), missing_reasons().end(), *reason) == missing_reasons().end())
      word.error("J506",
                 fmt::format("no reason \"{}\", expected one of {}", *reason, fmt::join(missing_reasons(), ", ")),
                 nearest(*reason, missing_reasons()).empty() ? "" : suggestion(*reason, missing_reasons()));
    out[cell] = *reason;
  }
  return out;
}

std::optional<AreaColumn> read_area_column(Fields& fields, std::string* geography) {
  const auto value = fields.find("area");
  if (!value) return std::nullopt;
  AreaColumn out;
  out.where = value->where();
  if (value->is_text()) {
    out.column = value->text().value_or("");
    return out;
  }
  if (!value->is_object()) {
    value->wrong_type("a column's name or an object");
    return std::nullopt;
  }
  Fields area(*value);
  // a study may leave the column to its maps
  out.column = geography != nullptr ? area.text_or("column", "") : area.text("column");
  if (auto lookup = area.object_if("lookup")) {
    out.lookup = ColumnLookup{lookup->text("file"), lookup->text("from"), lookup->text("to"), lookup->where()};
    lookup->done();
  }
  if (geography != nullptr) *geography = area.text_or("geography", "");
  area.done();
  return out;
}

ReaderOptions read_reader_options(Fields& fields) {
  ReaderOptions out;
  out.from = fields.text_or("from", "auto");
  out.encoding = fields.text_or("encoding", "");
  out.delimiter = fields.text_or("delimiter", "");
  out.decimal = fields.word_if("decimal", {"point", "comma"});
  out.header_rows = fields.integer_if("header_rows", 0, 100);
  out.skip = fields.integer_if("skip", 0, 1000000);
  out.sheet = fields.text_or("sheet", "");
  out.encoding_errors = fields.word_if("encoding_errors", {"stop", "replace"});
  out.duplicate_headers = fields.word_if("duplicate_headers", {"refuse", "number"});
  out.dictionary = fields.text_or("dictionary", "");
  if (fields.find("include_partial")) out.include_partial = fields.flag_or("include_partial", false);
  if (fields.find("dedupe")) out.dedupe = fields.flag_or("dedupe", false);
  return out;
}

void not_supported(Fields& fields, const std::string& name, std::string_view what, std::string_view hint) {
  if (const auto value = fields.find(name))
    value->error("J505", fmt::format("\"{}\": this release does not {}", name, what),
                 hint.empty() ? fmt::format("take \"{}\" out", name) : std::string(hint));
}

void only_method(Fields& fields, const std::string& name, const std::string& only, std::string_view what) {
  const auto value = fields.find(name);
  if (!value) return;
  std::string method;
  Position where = value->where();
  if (value->is_text()) {
    method = value->text().value_or(only);
  } else {
    Fields object(*value);
    if (!object.good()) return;
    method = object.text("method");
    where = object.where("method");
    if (method == only) object.done();
    if (method.empty()) return;
  }
  if (method != only)
    fields.faults().error("J505", where, fmt::format("{} \"{}\": this release has \"{}\" only", what, method, only),
                          fmt::format("write \"{}\" or take \"{}\" out", only, name));
}

} // namespace joinedup
