#include "exports/container/statistics_column.hpp"

#include "base/text.hpp"
#include "exports/container/record_text.hpp"
#include "exports/container/statistics_time.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// Of a range such as "lowest to -1" the whole numbers nearest to its finite end are listed; surveys use few.
constexpr double listed = 100;

std::string words_of(double value) {
  std::string out;
  append_plain_number(out, value);
  return out;
}

double as_double(readstat_value_t value) {
  switch (readstat_value_type(value)) {
  case READSTAT_TYPE_INT8:
    return static_cast<double>(static_cast<signed char>(readstat_int8_value(value)));
  case READSTAT_TYPE_INT16:
    return readstat_int16_value(value);
  case READSTAT_TYPE_INT32:
    return readstat_int32_value(value);
  case READSTAT_TYPE_FLOAT:
    return static_cast<double>(readstat_float_value(value));
  default:
    return readstat_double_value(value);
  }
}

bool is_text(readstat_value_t value) { return readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING; }

/// ".a", ".B", "._". In a damaged file the tag may be any byte: that is no answer, and a "?" will be reported as such.
std::string tag_text(readstat_value_t value) {
  const char tag = readstat_value_tag(value);
  const bool known = (tag >= 'a' && tag <= 'z') || (tag >= 'A' && tag <= 'Z') || tag == '_';
  return known ? std::string(".") + tag : "?";
}

/// The whole numbers of a range, as many as are listed; and whether these are all that a survey would use.
std::pair<double, double> whole_numbers(double low, double high) {
  double first = std::ceil(low), last = std::floor(high);
  if (!std::isfinite(last)) last = first + listed - 1;
  if (!std::isfinite(first)) first = last - listed + 1;
  return {first, std::min(last, first + listed - 1)};
}

std::string reason_for(const ColumnInfo& info, const std::string& text) {
  const auto label = info.labels.find(text);
  if (label == info.labels.end()) return "user_missing";
  const std::string words = lower(trim(label->second));
  const bool not_applicable = words.find("not applicable") != std::string::npos ||
                              words.find("does not apply") != std::string::npos || words == "n/a";
  return not_applicable ? "not_applicable" : "user_missing";
}

} // namespace

StatisticsColumn::StatisticsColumn(ContainerKind kind, readstat_variable_t* variable)
    : kind_(kind), text_(readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING) {
  const char* format = readstat_variable_get_format(variable);
  if (!text_ && format != nullptr) scale_ = time_scale(kind, format);
  for (int k = 0; k < readstat_variable_get_missing_ranges_count(variable); ++k) {
    const readstat_value_t low = readstat_variable_get_missing_range_lo(variable, k);
    const readstat_value_t high = readstat_variable_get_missing_range_hi(variable, k);
    if (text_ || is_text(low)) {
      const std::string text = key(low);
      if (!text.empty()) missing_texts_.push_back(text);
      continue;
    }
    const double from = as_double(low), to = as_double(high);
    if (std::isnan(from) || std::isnan(to) || from > to) continue;
    ranges_.emplace_back(from, to);
    unlisted_ = unlisted_ || from < to;
  }
}

std::string StatisticsColumn::key(readstat_value_t value) {
  bool converted = false;
  std::string buffer;
  if (is_text(value)) {
    const char* text = readstat_string_value(value);
    if (text == nullptr) return {};
    std::string_view cell = utf8_or_windows_1252(text, buffer, converted);
    while (cell.ends_with(' '))
      cell.remove_suffix(1);
    return std::string(cell);
  }
  if (readstat_value_is_tagged_missing(value)) return tag_text(value);
  if (readstat_value_is_system_missing(value)) return {};
  return words_of(as_double(value));
}

bool StatisticsColumn::in_unlisted_range(readstat_value_t value) const {
  const double number = as_double(value);
  return std::any_of(ranges_.begin(), ranges_.end(), [number](const auto& range) {
    if (number < range.first || number > range.second || range.first == range.second) return false;
    const auto [first, last] = whole_numbers(range.first, range.second);
    return number != std::floor(number) || number < first || number > last;
  });
}

void StatisticsColumn::append_number(std::string& out, readstat_value_t value) const {
  if (unlisted_ && in_unlisted_range(value)) {
    out += unlisted_missing;
    return;
  }
  if (readstat_value_type(value) == READSTAT_TYPE_FLOAT && scale_.kind == TimeKind::none) {
    append_plain_number(out, readstat_float_value(value));
    return;
  }
  const double number = as_double(value);
  // A missing code in a column of dates stays the code that the file declares.
  const bool declared = std::any_of(ranges_.begin(), ranges_.end(), [number](const auto& range) {
    return number >= range.first && number <= range.second;
  });
  if (declared || !append_time(out, number, scale_)) append_plain_number(out, number);
}

void StatisticsColumn::append(std::string& out, readstat_value_t value, bool& converted) const {
  if (is_text(value)) {
    const char* text = readstat_string_value(value);
    if (text == nullptr) return;
    std::string buffer;
    std::string_view cell = utf8_or_windows_1252(text, buffer, converted);
    while (cell.ends_with(' '))
      cell.remove_suffix(1);
    append_cell(out, cell);
    return;
  }
  if (readstat_value_is_tagged_missing(value)) {
    out += tag_text(value);
    return;
  }
  if (readstat_value_is_system_missing(value) || std::isnan(as_double(value))) return;
  append_number(out, value);
}

void StatisticsColumn::name_missing(ColumnInfo& info) const {
  const auto name = [&info](const std::string& text) { info.missing[text] = reason_for(info, text); };
  for (const std::string& text : missing_texts_)
    name(text);
  for (const auto& [low, high] : ranges_) {
    if (low == high) {
      name(words_of(low));
      continue;
    }
    const auto [first, last] = whole_numbers(low, high);
    // In steps from one end: an end beyond 2^53 cannot be counted up.
    for (double step = 0; step < listed && first + step <= last; ++step)
      name(words_of(first + step));
    info.missing[unlisted_missing] = "user_missing";
  }
  if (text_ || kind_ == ContainerKind::spss) return;
  const char begin = kind_ == ContainerKind::stata ? 'a' : 'A', end = kind_ == ContainerKind::stata ? 'z' : 'Z';
  for (char tag = begin; tag <= end; ++tag)
    name(std::string(".") + tag);
  if (kind_ == ContainerKind::sas_transport) name("._");
}

} // namespace joinedup
