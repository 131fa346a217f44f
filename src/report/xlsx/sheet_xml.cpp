#include "report/xlsx/sheet_xml.hpp"

#include "base/text.hpp"
#include "report/html/text.hpp"
#include "report/xlsx/book_xml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::size_t longest_text = 32767; // of a cell

bool hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// `_x` and four hexadecimal digits and `_` stand for a character in workbooks (ECMA-376 part 1, 22.9.2.19).
bool escape_at(std::string_view text, std::size_t at) {
  return at + 7 <= text.size() && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_' &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6, hex);
}

/// Bytes are at least characters, so that what fits in bytes fits.
std::string_view cut(std::string_view text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return text.substr(0, end);
}

void append_cell(std::string& out, const BookCell& cell, const std::string& name, SharedTexts& texts) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    out += fmt::format("<c r=\"{}\" s=\"{}\" t=\"s\"><v>{}</v></c>", name, cell.style, texts.place(*text));
    return;
  }
  out += fmt::format("<c r=\"{}\" s=\"{}\"><v>", name, cell.style);
  if (const auto* whole = std::get_if<std::uint64_t>(&cell.value))
    out += std::to_string(*whole);
  else
    append_shortest(out, std::get<double>(cell.value));
  out += "</v></c>";
}

std::size_t column_count(const BookSheet& sheet) {
  std::size_t out = 1;
  for (const BookRow& row : sheet.rows)
    out = std::max(out, row.cells.size());
  return out;
}

void append_rows(std::string& out, const BookSheet& sheet, SharedTexts& texts) {
  out += "<sheetData>";
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const BookRow& row = sheet.rows[r];
    out += fmt::format("<row r=\"{}\"", r + 1);
    if (row.height > 0) out += fmt::format(" ht=\"{}\" customHeight=\"1\"", shortest(row.height));
    out += '>';
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      append_cell(out, row.cells[c], cell_name(r, c), texts);
    out += "</row>";
  }
  out += "</sheetData>";
}

void append_links(std::string& out, const BookSheet& sheet) {
  std::string links;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    for (std::size_t c = 0; c < sheet.rows[r].cells.size(); ++c) {
      const std::string& link = sheet.rows[r].cells[c].link;
      if (link.empty()) continue;
      links += fmt::format("<hyperlink ref=\"{}\" location=\"{}!A1\"/>", cell_name(r, c),
                           escaped(fmt::format("'{}'", link)));
    }
  }
  if (!links.empty()) out += "<hyperlinks>" + links + "</hyperlinks>";
}

} // namespace

std::string xml_text(std::string_view text) {
  const std::string_view kept = cut(text);
  std::string marked;
  for (std::size_t k = 0; k < kept.size(); ++k) {
    if (escape_at(kept, k)) marked += "_x005F";
    marked += kept[k];
  }
  std::string out = escaped(marked);
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) // U+FFFE and U+FFFF are no characters of XML
    for (std::size_t at = out.find(none); at != std::string::npos; at = out.find(none, at))
      out.replace(at, none.size(), "\xEF\xBF\xBD");
  return out;
}

std::size_t SharedTexts::place(const std::string& text) {
  ++uses_;
  const auto [at, fresh] = places_.try_emplace(text, texts_.size());
  if (fresh) texts_.push_back(text);
  return at->second;
}

std::string SharedTexts::xml() const {
  std::string out = fmt::format("{}<sst {} count=\"{}\" uniqueCount=\"{}\">", head, main_names, uses_, texts_.size());
  for (const std::string& text : texts_)
    out += "<si><t xml:space=\"preserve\">" + xml_text(text) + "</t></si>";
  return out + "</sst>";
}

std::string sheet_xml(const BookSheet& sheet, bool first, SharedTexts& texts) {
  std::string out = fmt::format(
      "{}<worksheet {} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:{}\"/>"
      "<sheetViews><sheetView{} workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15.75\"/><cols>",
      head, main_names, cell_name(sheet.rows.size() - 1, column_count(sheet) - 1), first ? " tabSelected=\"1\"" : "");
  for (std::size_t c = 0; c < sheet.widths.size(); ++c)
    out +=
        fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", c + 1, shortest(sheet.widths[c]));
  out += "</cols>";
  append_rows(out, sheet, texts);
  append_links(out, sheet);
  out += "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
         "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>";
  if (!sheet.tables.empty()) out += "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>";
  return out + "</worksheet>";
}

std::string table_xml(const BookSheet& sheet, std::size_t number) {
  const BookTable& table = sheet.tables.front();
  const std::vector<BookCell>& headings = sheet.rows[table.heading].cells;
  std::string out = fmt::format(
      "{}<table {} id=\"{}\" name=\"{}\" displayName=\"{}\" ref=\"{}:{}\" totalsRowShown=\"0\"><tableColumns "
      "count=\"{}\">",
      head, main_names, number, table.name, table.name, cell_name(table.heading, 0),
      cell_name(sheet.rows.size() - 1, headings.size() - 1), headings.size());
  for (std::size_t c = 0; c < headings.size(); ++c)
    out +=
        fmt::format("<tableColumn id=\"{}\" name=\"{}\"/>", c + 1, xml_text(std::get<std::string>(headings[c].value)));
  return out + "</tableColumns><tableStyleInfo showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"0\" "
               "showColumnStripes=\"0\"/></table>";
}

} // namespace joinedup
