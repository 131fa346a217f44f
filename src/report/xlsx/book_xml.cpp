#include "report/xlsx/book_xml.hpp"

#include "report/html/text.hpp"
#include "report/xlsx/sheet_xml.hpp"

#include <fmt/format.h>

namespace joinedup {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

std::string content_types(const Book& book) {
  std::string out = fmt::format(
      "{0}<Types xmlns=\"{1}/content-types\"><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
      "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{2}.sheet.main+xml\"/>",
      head, package, kinds);
  for (std::size_t k = 0; k < book.sheets.size(); ++k)
    out += fmt::format("<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"{}.worksheet+xml\"/>", k + 1,
                       kinds);
  for (std::size_t k = 0; k < book.sheets.size(); ++k)
    if (!book.sheets[k].tables.empty())
      out += fmt::format("<Override PartName=\"/xl/tables/table{}.xml\" ContentType=\"{}.table+xml\"/>", k + 1, kinds);
  return out +
         fmt::format("<Override PartName=\"/xl/styles.xml\" ContentType=\"{0}.styles+xml\"/><Override "
                     "PartName=\"/xl/sharedStrings.xml\" ContentType=\"{0}.sharedStrings+xml\"/><Override "
                     "PartName=\"/docProps/core.xml\" "
                     "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override "
                     "PartName=\"/docProps/app.xml\" "
                     "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>",
                     kinds);
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string out = fmt::format("{}<Relationships xmlns=\"{}/relationships\">", head, package);
  for (std::size_t k = 0; k < targets.size(); ++k)
    out += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}\" Target=\"{}\"/>", k + 1, targets[k].first,
                       targets[k].second);
  return out + "</Relationships>";
}

std::string package_relationships() {
  return relationships({{fmt::format("{}/officeDocument", office), "xl/workbook.xml"},
                        {fmt::format("{}/relationships/metadata/core-properties", package), "docProps/core.xml"},
                        {fmt::format("{}/extended-properties", office), "docProps/app.xml"}});
}

std::string workbook_relationships(const Book& book) {
  std::vector<std::pair<std::string, std::string>> targets;
  for (std::size_t k = 0; k < book.sheets.size(); ++k)
    targets.emplace_back(fmt::format("{}/worksheet", office), fmt::format("worksheets/sheet{}.xml", k + 1));
  targets.emplace_back(fmt::format("{}/styles", office), "styles.xml");
  targets.emplace_back(fmt::format("{}/sharedStrings", office), "sharedStrings.xml");
  return relationships(targets);
}

/// The heading row of each table comes again on every printed page.
std::string print_titles(const Book& book) {
  std::string out;
  for (std::size_t k = 0; k < book.sheets.size(); ++k)
    for (const BookTable& table : book.sheets[k].tables)
      out += fmt::format("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{0}\">{1}!${2}:${2}</definedName>", k,
                         escaped(fmt::format("'{}'", book.sheets[k].name)), table.heading + 1);
  return out.empty() ? out : "<definedNames>" + out + "</definedNames>";
}

std::string workbook(const Book& book) {
  std::string out = fmt::format("{}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                                "xmlns:r=\"{}\"><bookViews><workbookView/></bookViews><sheets>",
                                head, office);
  for (std::size_t k = 0; k < book.sheets.size(); ++k)
    out +=
        fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>", escaped(book.sheets[k].name), k + 1, k + 1);
  return out + "</sheets>" + print_titles(book) + "</workbook>";
}

/// Title and language, as WCAG 2.4.2 and 3.1.1 ask. No dates and no author: a run knows neither.
std::string core_properties(const Book& book) {
  return fmt::format("{}<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" "
                     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>en-GB"
                     "</dc:language></cp:coreProperties>",
                     head, package, xml_text(book.title));
}

std::string app_properties() {
  return fmt::format(
      "{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
      "<Application>joinedup</Application></Properties>",
      head);
}

} // namespace

std::string cell_name(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row + 1);
}

BookParts book_parts(const Book& book, const BookStyles& styles) {
  SharedTexts texts;
  BookParts out{{"[Content_Types].xml", content_types(book)},
                {"_rels/.rels", package_relationships()},
                {"docProps/app.xml", app_properties()},
                {"docProps/core.xml", core_properties(book)},
                {"xl/workbook.xml", workbook(book)},
                {"xl/_rels/workbook.xml.rels", workbook_relationships(book)},
                {"xl/styles.xml", styles.xml()}};
  for (std::size_t k = 0; k < book.sheets.size(); ++k) {
    const BookSheet& sheet = book.sheets[k];
    out.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", k + 1), sheet_xml(sheet, k == 0, texts));
    if (sheet.tables.empty()) continue;
    out.emplace_back(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", k + 1),
                     relationships({{fmt::format("{}/table", office), fmt::format("../tables/table{}.xml", k + 1)}}));
    out.emplace_back(fmt::format("xl/tables/table{}.xml", k + 1), table_xml(sheet, k + 1));
  }
  out.emplace_back("xl/sharedStrings.xml", texts.xml());
  return out;
}

} // namespace joinedup
