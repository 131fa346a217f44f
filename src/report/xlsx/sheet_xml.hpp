// One sheet as XML, with the texts that all sheets share.
#pragma once

#include "report/xlsx/book.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// A text as XML holds it: what XML cannot hold becomes U+FFFD, `_x0041_` is no escape, and it is cut at the 32,767
/// characters of a cell.
std::string xml_text(std::string_view text);

/// Each text once, in order of first use.
class SharedTexts {
public:
  std::size_t place(const std::string& text);
  std::string xml() const; ///< xl/sharedStrings.xml

private:
  std::map<std::string, std::size_t> places_;
  std::vector<std::string> texts_;
  std::size_t uses_ = 0;
};

/// xl/worksheets/sheetN.xml. `first`: the sheet that opens.
std::string sheet_xml(const BookSheet& sheet, bool first, SharedTexts& texts);

/// xl/tables/tableN.xml
std::string table_xml(const BookSheet& sheet, std::size_t number);

} // namespace joinedup
