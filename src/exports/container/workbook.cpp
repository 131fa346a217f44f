#include "exports/container/workbook.hpp"

#include "base/text.hpp"
#include "exports/container/record_text.hpp"
#include "exports/container/sheet.hpp"
#include "exports/container/workbook_parts.hpp"
#include "exports/container/zip_package.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <new>
#include <optional>
#include <stdexcept>

namespace joinedup {

namespace {

constexpr std::uint64_t free_text = std::uint64_t{1} << 30;
constexpr std::uint64_t most_times = 1000;
constexpr std::uint64_t free_blanks = std::uint64_t{1} << 28; ///< every row of a sheet and 256 columns
constexpr std::uint64_t most_blanks = 100;                    ///< more for a byte of the file
constexpr const char* save_as = "open it in a spreadsheet and save it again, or save the sheet as CSV UTF-8";

class Opener {
public:
  Opener(const PrivateFile& file, std::string name, std::string sheet)
      : file_(file), name_(std::move(name)), sheet_(std::move(sheet)) {}

  Outcome<ContainedTable> run() {
    try {
      return open();
    } catch (const ZipBomb& failure) {
      return fail("J235", fmt::format("this workbook (.xlsx) is not read: {}", failure.what()), save_as);
    } catch (const SheetTooLong& failure) {
      return fail("J236", fmt::format("this workbook (.xlsx) is not read: {}", failure.what()),
                  "shorten or delete that text, or save the sheet as CSV UTF-8");
    } catch (const std::bad_alloc&) {
      return fail("J235", "this workbook (.xlsx) is not read: there is not enough memory for it", save_as);
    } catch (const TemporaryFileFailure& failure) {
      return fail("J311", failure.what(),
                  "make room in the folder for temporary files, or name another folder in TMPDIR");
    } catch (const NoWorkbook& failure) {
      return fail("J234", fmt::format("this is no workbook (.xlsx) that can be read: {}", failure.what()), save_as);
    } catch (const std::runtime_error& failure) {
      return fail("J230", fmt::format("this workbook (.xlsx) cannot be read: {}", failure.what()), save_as);
    } catch (const std::length_error&) {
      return fail("J230", "this workbook (.xlsx) cannot be read: its sizes make no sense", save_as);
    }
  }

private:
  Outcome<ContainedTable> fail(const char* code, const std::string& message, const std::string& hint) {
    found_.error(code, {name_, 0, 0, ""}, message, hint);
    return Outcome<ContainedTable>::failure(std::move(found_));
  }

  Outcome<ContainedTable> open() {
    const ZipPackage package(file_);
    parts_ = read_workbook_parts(package);
    if (parts_.sheets.empty()) throw NoWorkbook("it has no sheets of cells");
    SharedStrings strings;
    if (!parts_.strings.empty() && package.has(parts_.strings))
      read_shared_strings(*package.open(parts_.strings), strings);
    std::vector<CellFormat> styles;
    if (!parts_.styles.empty() && package.has(parts_.styles)) styles = read_cell_styles(*package.open(parts_.styles));
    const SheetContext context{strings, std::move(styles), parts_.from_1904, free_text + most_times * file_.size(),
                               free_blanks + most_blanks * file_.size()};
    return sheet_.empty() ? first_with_cells(package, context) : named(package, context);
  }

  Outcome<ContainedTable> named(const ZipPackage& package, const SheetContext& context) {
    for (const bool with_case : {true, false})
      for (const SheetEntry& entry : parts_.sheets)
        if (with_case ? entry.name == sheet_ : equal_ignoring_case(trim(entry.name), trim(sheet_)))
          return table(entry, read_sheet(*package.open(entry.part), context));
    return fail("J232", fmt::format("the workbook has no sheet \"{}\"; it has {}", sheet_, names()),
                "name one of its sheets with --sheet");
  }

  Outcome<ContainedTable> first_with_cells(const ZipPackage& package, const SheetContext& context) {
    for (const bool hidden : {false, true})
      for (const SheetEntry& entry : parts_.sheets) {
        if (entry.hidden != hidden) continue;
        SheetRows rows = read_sheet(*package.open(entry.part), context);
        if (rows.width == 0) continue;
        if (parts_.sheets.size() > 1)
          found_.note("J233", {name_, 0, 0, ""},
                      fmt::format("the sheet \"{}\" is read; the workbook has {}", entry.name, names()),
                      "another one is chosen with --sheet");
        return table(entry, std::move(rows));
      }
    return fail("J201", "the workbook has no cells, a line of headings was expected", "");
  }

  std::string names() const {
    constexpr std::size_t shown = 12;
    std::string out;
    for (std::size_t k = 0; k < std::min(shown, parts_.sheets.size()); ++k)
      out += fmt::format("{}\"{}\"", k == 0 ? "" : ", ", parts_.sheets[k].name);
    if (parts_.sheets.size() > shown) out += fmt::format(" and {} more", parts_.sheets.size() - shown);
    return out;
  }

  Outcome<ContainedTable> table(const SheetEntry& entry, SheetRows rows) {
    ContainedTable out;
    out.newline = record_end;
    out.format = fmt::format("workbook sheet \"{}\"", entry.name);
    out.evidence.emplace_back("the first bytes are those of a zip file, and it holds a workbook (.xlsx)");
    out.evidence.push_back(
        fmt::format("the sheet \"{}\" has {} rows and {} columns", entry.name, rows.rows, rows.width));
    if (parts_.from_1904) out.evidence.emplace_back("dates are counted from 1904");
    out.text = sheet_source(std::move(rows));
    return {std::move(out), std::move(found_)};
  }

  const PrivateFile& file_;
  std::string name_, sheet_;
  WorkbookParts parts_;
  Diagnostics found_;
};

} // namespace

Outcome<ContainedTable> open_workbook(PrivateFile file, const std::string& name, const std::string& sheet) {
  return Opener(file, name, sheet).run();
}

} // namespace joinedup
