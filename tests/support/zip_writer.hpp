// Zip files and small workbooks made in memory, for tests.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace joinedup::testing {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const ZipParts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(whole);
  zip_t* archive = zip_open_from_source(whole, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no zip file");
  const auto give_up = [&](const char* why) {
    zip_discard(archive);
    zip_source_free(whole);
    throw std::runtime_error(why);
  };
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
    if (zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) >= 0) continue;
    zip_source_free(part);
    give_up("no part");
  }
  if (zip_close(archive) != 0) give_up("zip file not written");
  zip_stat_t about;
  zip_source_stat(whole, &about);
  std::string out(about.size, '\0');
  zip_source_open(whole);
  zip_source_read(whole, out.data(), out.size());
  zip_source_close(whole);
  zip_source_free(whole);
  return out;
}

/// What a workbook needs beside its sheets. `sheets` are rows of XML: <row>...</row>.
struct TestWorkbook {
  std::vector<std::pair<std::string, std::string>> sheets; ///< name and state="..." or nothing; sheetData's content
  std::string shared, styles, workbook_attributes;
  std::string name_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  ZipParts parts() const {
    std::string list, relations;
    ZipParts out;
    for (std::size_t k = 0; k < sheets.size(); ++k) {
      const std::string number = std::to_string(k + 1);
      list += "<sheet " + sheets[k].first + " sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
      relations += relation(number, "worksheet", "worksheets/sheet" + number + ".xml");
      out.emplace_back("xl/worksheets/sheet" + number + ".xml", "<worksheet xmlns=\"" + name_space + "\"><sheetData>" +
                                                                    sheets[k].second + "</sheetData></worksheet>");
    }
    if (!shared.empty()) {
      relations += relation("S", "sharedStrings", "sharedStrings.xml");
      out.emplace_back("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
    }
    if (!styles.empty()) {
      relations += relation("T", "styles", "styles.xml");
      out.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
    }
    out.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    out.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr " + workbook_attributes + "/><sheets>" +
                                            list + "</sheets></workbook>");
    return out;
  }
  std::string bytes() const { return zip_of(parts()); }

private:
  static std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"rId" + id + "\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/" + kind +
           "\" Target=\"" + target + "\"/>";
  }
};

/// A workbook of one sheet.
inline std::string workbook_of(const std::string& rows) {
  TestWorkbook book;
  book.sheets.emplace_back("name=\"Sheet1\"", rows);
  return book.bytes();
}

} // namespace joinedup::testing
