#include "report/tables/data_table.hpp"

#include "report/hide.hpp"

#include <array>

namespace joinedup {
namespace {

std::vector<std::string> band_words(bool neutral) {
  std::vector<std::string> out;
  for (const Band band : {Band::much_worse, Band::worse, Band::somewhat_worse, Band::as_expected, Band::somewhat_better,
                          Band::better, Band::much_better})
    out.emplace_back(words(band, neutral));
  return out;
}

std::vector<std::string> position_words() {
  std::vector<std::string> out = band_words(false);
  for (std::string& word : band_words(true))
    if (word != words(Band::as_expected)) out.push_back(std::move(word));
  return out;
}

} // namespace

bool numeric(FieldKind kind) {
  return kind == FieldKind::whole || kind == FieldKind::number || kind == FieldKind::positive ||
         kind == FieldKind::share;
}

std::vector<std::string> words_of(FieldKind kind) {
  switch (kind) {
  case FieldKind::yes_no:
    return {"yes", "no"};
  case FieldKind::level:
    return {std::string(words(Level::area)), std::string(words(Level::region)), std::string(words(Level::total))};
  case FieldKind::band:
    return band_words(false);
  case FieldKind::position:
    return position_words();
  case FieldKind::basis:
    return {"crude", "adjusted"};
  default:
    return {};
  }
}

bool empty_cell(const TableCell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return std::holds_alternative<std::monostate>(cell) || (text != nullptr && text->empty());
}

std::vector<DataTable> data_tables(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  std::vector<DataTable> out{index_table(results), indicators_table(results)};
  for (const ResultTable& table : results.tables)
    out.push_back(further_table(table));
  return out;
}

} // namespace joinedup
