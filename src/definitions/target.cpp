#include "definitions/target.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

const std::vector<std::string> plain_words{"england", "areas", "areas-fixed"};
const std::vector<std::string> methods{"england", "areas", "areas-fixed", "fixed", "table"};

TargetKind kind_of(const std::string& method) {
  constexpr std::array kinds{TargetKind::england, TargetKind::areas, TargetKind::areas_fixed, TargetKind::fixed,
                             TargetKind::table};
  const auto at = std::find(methods.begin(), methods.end(), method);
  return at == methods.end() ? TargetKind::england : kinds.at(static_cast<std::size_t>(at - methods.begin()));
}

TargetSpec of_text(const Value& value) {
  TargetSpec out;
  const std::string text = value.text().value_or("england");
  if (text.ends_with(".csv")) {
    out.kind = TargetKind::table;
    out.table = text;
  } else if (std::find(plain_words.begin(), plain_words.end(), text) != plain_words.end()) {
    out.kind = kind_of(text);
  } else {
    value.error("J506",
                fmt::format("\"target\" is \"{}\", expected {}, a number or the path of a .csv", text,
                            fmt::join(plain_words, ", ")),
                nearest(text, plain_words).empty() ? "" : suggestion(text, plain_words));
  }
  return out;
}

TargetSpec of_object(const Value& value) {
  TargetSpec out;
  Fields fields(value);
  if (fields.need("method", "how the target is made")) out.kind = kind_of(fields.word_if("method", methods));
  if (out.kind == TargetKind::fixed) {
    out.value = fields.number("value");
    out.se = fields.number_or("se", 0);
    if (out.se < 0) fields.error("J506", "se", fmt::format("\"se\" is {}, expected 0 or more", shortest(out.se)));
  }
  if (out.kind == TargetKind::table) out.table = fields.text("file");
  out.label = fields.text_or("label", "");
  fields.done();
  return out;
}

} // namespace

TargetSpec read_target(Fields& study) {
  const auto value = study.find("target");
  if (!value) return {};
  if (value->is_object()) return of_object(*value);
  if (value->is_text()) return of_text(*value);
  TargetSpec out;
  if (value->is_number()) {
    out.kind = TargetKind::fixed;
    out.value = value->number().value_or(0);
  } else {
    value->wrong_type("a word, a number, the path of a table or an object");
  }
  return out;
}

} // namespace joinedup
