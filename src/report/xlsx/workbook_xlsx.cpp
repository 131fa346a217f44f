// workbook.xlsx: which sheets, in which order, with which notes.
#include "report/hide.hpp"
#include "report/html/text.hpp"
#include "report/tables/data_table.hpp"
#include "report/writers.hpp"
#include "report/xlsx/book_sheets.hpp"
#include "report/xlsx/book_xml.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace joinedup {
namespace {

constexpr std::size_t longest_sheet_name = 31;

struct PlannedSheet {
  DataTable table;
  std::string name;
  std::vector<std::string> notes = {}; ///< numbers
};

std::string sheet_name(const DataTable& table, const std::vector<PlannedSheet>& before) {
  constexpr std::string_view prefix = "table_";
  std::string out = capitalised(table.name.starts_with(prefix) ? table.name.substr(prefix.size()) : table.name);
  const auto taken = [&](const std::string& name) {
    return std::ranges::any_of(before, [&](const PlannedSheet& s) { return equal_ignoring_case(s.name, name); });
  };
  std::string tried = out.substr(0, longest_sheet_name);
  for (int k = 2; taken(tried); ++k) {
    const std::string end = fmt::format("_{}", k);
    tried = out.substr(0, longest_sheet_name - end.size()) + end;
  }
  return tried;
}

std::vector<PlannedSheet> planned(const RunResults& results) {
  std::vector<PlannedSheet> out;
  for (DataTable& table : data_tables(results)) {
    std::string name = sheet_name(table, out);
    out.push_back({std::move(table), std::move(name)});
  }
  out.push_back({measures_table(results), "Measures"});
  out.push_back({records_table(results), "Records"});
  if (!results.suppression_log.empty()) out.push_back({hidden_table(results), "Hidden"});
  if (!results.settings.empty()) out.push_back({settings_table(results), "Settings"});
  return out;
}

DataField text_field(std::string label) { return {{}, std::move(label), {}, FieldKind::text, false, {}}; }

/// All notes, numbered; those of a table are also told to its sheet.
DataTable notes_table(const RunResults& results, std::vector<PlannedSheet>& sheets) {
  DataTable out;
  out.title = "Notes";
  out.fields = {text_field("Note"), text_field("What it says"), text_field("Worksheets")};
  // What several tables say is one note.
  const auto add = [&out](const std::string& text, const std::string& where) {
    const std::string said = sentence(capitalised(text));
    for (auto& row : out.rows) {
      if (std::get<std::string>(row[1].value) != said) continue;
      std::get<std::string>(row[2].value) += ", " + where;
      return std::get<std::string>(row[0].value);
    }
    std::string number = fmt::format("note {}", out.rows.size() + 1);
    out.rows.push_back({{number}, {said}, {where}});
    return number;
  };
  for (const std::string& note : standing_notes(results))
    add(note, "all");
  for (const std::string& notice : results.notices)
    add(notice, "all");
  for (PlannedSheet& sheet : sheets)
    for (const std::string& note : sheet.table.notes)
      sheet.notes.push_back(add(note, sheet.name));
  return out;
}

DataTable columns_table(const std::vector<PlannedSheet>& sheets) {
  DataTable out;
  out.title = "What each column means";
  out.fields = {text_field("Worksheet"), text_field("Column"), text_field("Name in the CSV"),
                text_field("What it means")};
  for (const PlannedSheet& sheet : sheets)
    for (const DataField& field : sheet.table.fields)
      out.rows.push_back({{sheet.name},
                          {field.label},
                          {field.name.empty() ? TableCell{} : TableCell{field.name}, BlankReason::not_applicable},
                          {sentence(field.description)}});
  return out;
}

/// Headings of a table are unique without case, or spreadsheets refuse the file.
void make_labels_unique(DataTable& table) {
  for (std::size_t k = 1; k < table.fields.size(); ++k) {
    const auto before = std::span(table.fields).first(k);
    const auto taken = [&](const std::string& label) {
      return std::ranges::any_of(before, [&](const DataField& f) { return equal_ignoring_case(f.label, label); });
    };
    if (taken(table.fields[k].label)) table.fields[k].label += fmt::format(" ({})", table.fields[k].name);
    const std::string label = table.fields[k].label;
    for (int n = 2; taken(table.fields[k].label); ++n)
      table.fields[k].label = fmt::format("{} {}", label, n);
  }
}

std::string notes_line(const std::vector<std::string>& notes) {
  std::string out = "Shorthand, status and other general notes are explained in the worksheet Notes.";
  for (std::size_t k = 0; k < notes.size(); ++k)
    out += fmt::format("{}[{}]", k == 0 ? " This table has " : " ", notes[k]);
  return notes.empty() ? out : out + ".";
}

std::string rows_line(const DataTable& table) {
  if (table.rows.empty()) return "This worksheet contains no table: there is nothing to show.";
  return fmt::format("This worksheet contains one table of {}.", counted(table.rows.size(), "row", "rows"));
}

BookSheet contents_sheet(const std::vector<PlannedSheet>& sheets, BookStyles& styles) {
  DataTable table;
  table.fields = {text_field("Worksheet"), text_field("What it holds")};
  table.rows.push_back({{std::string("Cover")}, {std::string("What this workbook is about")}});
  table.rows.push_back({{std::string("Notes")}, {std::string("Shorthand, marks and caveats")}});
  for (const PlannedSheet& sheet : sheets)
    table.rows.push_back({{sheet.name}, {sheet.table.title}});
  BookSheet out = table_sheet(table, "Contents", "Table of contents", {rows_line(table)}, styles);
  for (std::size_t k = out.tables.front().heading + 1; k < out.rows.size(); ++k) {
    BookCell& cell = out.rows[k].cells.front();
    cell.link = std::get<std::string>(cell.value);
    cell.style = BookStyles::of(TextRole::link);
  }
  return out;
}

} // namespace

std::string workbook_xlsx(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  std::vector<PlannedSheet> sheets = planned(results);
  for (PlannedSheet& sheet : sheets)
    make_labels_unique(sheet.table);
  const DataTable notes = notes_table(results, sheets);
  sheets.push_back({columns_table(sheets), "Columns"});

  BookStyles styles;
  Book book;
  book.title = results.study.study.empty() ? results.index.title : results.study.study;
  book.sheets.push_back(cover_sheet(results, book.title));
  book.sheets.push_back(contents_sheet(sheets, styles));
  book.sheets.push_back(table_sheet(notes, "Notes", "Notes", {rows_line(notes)}, styles));
  for (const PlannedSheet& sheet : sheets) {
    const DataTable& table = sheet.table;
    const std::string finding = table.finding.empty() ? "" : sentence(table.finding);
    book.sheets.push_back(table_sheet(table, sheet.name, fmt::format("{}: {}", table.title, book.title),
                                      {rows_line(table), finding, notes_line(sheet.notes), shorthand_line(table)},
                                      styles));
  }
  return zipped(book_parts(book, styles));
}

} // namespace joinedup
