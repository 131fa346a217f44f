#include "exports/survey_file.hpp"

#include "base/text.hpp"
#include "exports/container/container.hpp"
#include "exports/dialect.hpp"
#include "exports/heading_rows.hpp"
#include "exports/reader_checks.hpp"
#include "exports/survey_file_impl.hpp"
#include "exports/survey_tool/survey_tool.hpp"
#include "exports/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace joinedup {

namespace {

constexpr std::size_t first_look = 256 * 1024;
constexpr std::size_t longest_header = 16 * 1024 * 1024;
constexpr std::size_t encoding_look = 4 * 1024 * 1024; ///< as far as this for a first byte above ASCII
constexpr std::size_t tool_rows = 5;                   ///< heading rows that a survey tool may write

class Opener {
public:
  Opener(std::unique_ptr<ByteSource> source, std::string name, const ReaderOptions& options, SurveyFile::Impl& out)
      : options_(options), out_(out) {
    out_.source = std::move(source);
    out_.name = std::move(name);
  }

  Diagnostics run() {
    diagnostics_.merge(check_reader_options(options_));
    if (diagnostics_.has_errors() || !read_more(first_look)) return std::move(diagnostics_);
    const ContainerKind kind = container_kind(text_);
    if (kind != ContainerKind::none ? open_table(kind) : decode()) look();
    return std::move(diagnostics_);
  }

private:
  Position place(std::uint64_t line) const { return {out_.name, line, 0, ""}; }

  bool read_more(std::size_t wanted) {
    const std::size_t before = text_.size();
    if (wanted <= before) return true;
    text_.resize(wanted);
    std::size_t filled = before;
    while (filled < wanted && !out_.ended) {
      std::size_t got = 0;
      try {
        got = out_.source->read(text_.data() + filled, wanted - filled);
      } catch (const std::runtime_error& failure) {
        diagnostics_.error("J304", place(0), fmt::format("reading stopped: {}", failure.what()),
                           "fetch the file again");
        text_.resize(filled);
        return false;
      }
      filled += got;
      out_.ended = got == 0;
    }
    text_.resize(filled);
    return true;
  }

  /// Begins again, with what was read already in front of the source.
  void rewind() {
    out_.source = with_head(std::move(text_), std::move(out_.source));
    text_.clear();
    out_.ended = false;
  }

  bool open_table(ContainerKind kind) {
    rewind();
    auto table = open_container(kind, std::move(out_.source), out_.name, options_.sheet);
    diagnostics_.merge(table.diagnostics);
    if (!table) return false;
    table_ = std::move(*table);
    const std::string ending = lower(out_.name.substr(std::min(out_.name.size(), out_.name.rfind('.'))));
    if (ending == ".csv" || ending == ".txt" || ending == ".tsv")
      diagnostics_.note("J255", place(0),
                        fmt::format("this is no text, whatever its name says: it is read as {}", table_->format));
    out_.source = std::move(table_->text);
    return read_more(first_look);
  }

  /// From here on, all text is UTF-8 or at fault.
  bool decode() {
    for (std::size_t seen = 0; !out_.ended && text_.size() < encoding_look;) {
      if (has_high_byte(std::string_view(text_).substr(seen))) break;
      seen = text_.size();
      if (!read_more(text_.size() * 2)) return false;
    }
    found_ = find_encoding(text_);
    if (const auto asked = encoding_named(options_.encoding)) {
      found_.marked = found_.marked && found_.encoding == *asked;
      found_.encoding = *asked;
      found_.evidence = "as given";
    }
    const bool replace = options_.encoding_errors == "replace";
    const bool wide = found_.encoding == Encoding::utf16le || found_.encoding == Encoding::utf16be;
    if (!wide && !is_readable_text(text_, out_.name, diagnostics_)) return false;
    if (found_.encoding == Encoding::utf8 && !replace) return true;
    announce_encoding();
    rewind();
    out_.source = as_utf8(std::move(out_.source), found_.encoding);
    if (replace) {
      out_.replaced = std::make_shared<ReplacedBytes>();
      out_.source = with_replacements(std::move(out_.source), out_.replaced);
    }
    return read_more(first_look) && (!wide || is_readable_text(text_, out_.name, diagnostics_));
  }

  void announce_encoding() {
    if (encoding_named(options_.encoding)) return;
    if (found_.encoding == Encoding::windows_1252)
      diagnostics_.note("J220", place(0), "this is no UTF-8, so it is read as Windows-1252",
                        "if names and accents look wrong, save the file as UTF-8");
    else if (found_.encoding != Encoding::utf8 && !found_.marked)
      diagnostics_.note("J241", place(0),
                        fmt::format("every other byte is NUL, so it is read as {}", words(found_.encoding)),
                        "--encoding locks what is right");
  }

  Beginning find(std::string_view text, bool whole, Diagnostics& found) const {
    if (!table_) return find_beginning(text, whole, out_.name, options_, found);
    const Separators known{',', table_->newline};
    if (table_->has_headings_as_row) return find_beginning_of_table(text, whole, out_.name, options_, known, found);
    Beginning named;
    named.dialect.newline = table_->newline;
    named.dialect.header_line = 0;
    return named;
  }

  char line_end(std::string_view text) const {
    if (table_) return table_->newline;
    return text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos ? '\r' : '\n';
  }

  void look() {
    const std::size_t rows =
        std::max<std::size_t>(tool_rows, static_cast<std::size_t>(options_.header_rows.value_or(1)));
    for (std::size_t wanted = first_look;; wanted *= 4) {
      if (!read_more(wanted)) return;
      Diagnostics found;
      std::string_view text = std::string_view(text_).substr(0, wanted);
      const bool whole = out_.ended && text.size() == text_.size();
      // Without a line end at its very end the last record would be lost: lend it one while looking.
      const char end = line_end(text);
      std::string lent;
      if (whole && !text.ends_with(end)) {
        lent = std::string(text) + end;
        text = lent;
      }
      Beginning beginning = find(text, whole, found);
      const std::string_view rest = text.substr(beginning.header_at);
      const Separators separators{beginning.dialect.delimiter, beginning.dialect.newline};
      HeadRecords head = head_records(rest, separators, rows);
      if (head.rows.size() < rows && !whole && wanted < longest_header) continue;
      diagnostics_.merge(found);
      if (!diagnostics_.has_errors()) settle(std::move(beginning), std::move(head), rest);
      return;
    }
  }

  void settle(Beginning beginning, HeadRecords head, std::string_view rest) {
    Dialect& dialect = beginning.dialect;
    if (head.rows.empty()) {
      diagnostics_.error("J203", place(dialect.header_line), "a quote in the headings is never closed",
                         "check the quotes of this line; fields that spaces part are not read: write them with commas");
      return;
    }
    describe_encoding(dialect);
    SurveyHeader header = named_columns(dialect, head.rows);
    const std::size_t rows = std::min<std::size_t>(header.tool.header_rows, head.rows.size());
    if (diagnostics_.has_errors() || !check_rows(dialect, head.rows, std::max<std::size_t>(rows, 1), rest)) return;
    std::size_t used = 0;
    dialect.first_data_line = dialect.header_line == 0 ? 1 : dialect.header_line;
    for (std::size_t k = 0; k < rows; ++k) {
      std::string_view text = rest.substr(head.rows[k].begin, head.rows[k].end - head.rows[k].begin);
      if (dialect.header_line > 0)
        dialect.first_data_line += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), dialect.newline));
      text.remove_suffix(1);
      if (text.ends_with('\r')) text.remove_suffix(1);
      if (!table_) out_.header_records.emplace_back(text);
      used = head.rows[k].end;
    }
    find_decimal_sign(dialect, rest.substr(used));
    out_.first_byte = beginning.header_at + used;
    text_.erase(0, std::min(text_.size(), beginning.header_at + used));
    out_.read_ahead = std::move(text_);
    if (options_.duplicate_headers == "number")
      number_headings(header.headings, place(dialect.header_line), diagnostics_);
    header.dialect = std::move(dialect);
    out_.header = std::move(header);
  }

  /// Headings and columns by the survey tool, by --header-rows, and by the container.
  SurveyHeader named_columns(Dialect& dialect, const std::vector<HeadRecord>& head) {
    SurveyHeader out;
    out.tool.id = "csv";
    if (options_.header_rows == 0) {
      for (std::size_t k = 0; k < head.front().cells.size(); ++k)
        out.headings.push_back(std::to_string(k + 1));
      out.tool.header_rows = 0;
      dialect.evidence.emplace_back("there are no headings: columns are named by number");
      return out;
    }
    std::vector<std::vector<std::string>> rows;
    for (const HeadRecord& record : head)
      rows.push_back(record.cells);
    RecognisedTool tool =
        recognise_tool(std::span(rows).first(std::min(rows.size(), tool_rows)), options_, out_.name, diagnostics_);
    const auto asked = static_cast<std::uint32_t>(options_.header_rows.value_or(0));
    out.tool = std::move(tool.tool);
    if (asked > 0 && asked != out.tool.header_rows) {
      rows.resize(std::min<std::size_t>(rows.size(), asked));
      out.headings = joined_headings(rows);
      out.tool.header_rows = asked;
    } else {
      out.headings = std::move(tool.headings);
      out.columns = std::move(tool.columns);
    }
    add_container_columns(out);
    return out;
  }

  /// What the container says of its columns goes over what was read from the headings.
  void add_container_columns(SurveyHeader& out) const {
    if (!table_ || table_->columns.empty()) return;
    if (out.columns.size() != out.headings.size()) out.columns.resize(out.headings.size());
    for (std::size_t k = 0; k < std::min(out.columns.size(), table_->columns.size()); ++k) {
      const ColumnInfo& from = table_->columns[k];
      ColumnInfo& to = out.columns[k];
      if (!from.text.empty()) to.text = from.text;
      if (!from.tool_code.empty()) to.tool_code = from.tool_code;
      if (!from.labels.empty()) to.labels = from.labels;
      to.missing.insert(from.missing.begin(), from.missing.end());
    }
  }

  void find_decimal_sign(Dialect& dialect, std::string_view records) {
    out_.numbers = {options_.decimal == "comma", !options_.decimal.empty(), dialect.delimiter};
    if (table_ || !options_.decimal.empty()) return;
    if (dialect.delimiter == ',')
      out_.decimal_commas = columns_of_decimal_commas(records, {dialect.delimiter, dialect.newline});
    const DecimalEvidence evidence = decimal_evidence(records, {dialect.delimiter, dialect.newline});
    out_.numbers.decimal_comma = evidence.comma();
    if (!evidence.comma()) return;
    dialect.evidence.push_back(
        fmt::format("the decimal sign is a comma: {} cells of the first records can be nothing else", evidence.commas));
    diagnostics_.note("J243", place(0), "numbers are written with a decimal comma, such as 8,5 for eight and a half",
                      "--decimal point reads them otherwise");
  }

  void describe_encoding(Dialect& dialect) const {
    if (table_) {
      dialect.container = table_->format;
      dialect.evidence.insert(dialect.evidence.begin(), table_->evidence.begin(), table_->evidence.end());
      return;
    }
    dialect.encoding = words(found_.encoding);
    dialect.byte_order_mark = dialect.byte_order_mark || found_.marked;
    dialect.evidence.push_back(found_.evidence.empty()
                                   ? fmt::format("the encoding is {}", dialect.encoding)
                                   : fmt::format("the encoding is {}: {}", dialect.encoding, found_.evidence));
  }

  bool check_rows(const Dialect& dialect, const std::vector<HeadRecord>& rows, std::size_t count,
                  std::string_view rest) {
    const Position where = place(dialect.header_line);
    for (std::size_t k = 0; k < count; ++k) {
      for (const QuoteFault& fault : rows[k].faults) {
        if (fault.kind == QuoteFaultKind::text_after)
          diagnostics_.error("J207", where, "text after a closing quote in the headings",
                             "check the quotes of this line");
      }
    }
    const std::size_t bad = first_bad_byte(rest.substr(0, rows[count - 1].end));
    if (bad == std::string_view::npos) return !diagnostics_.has_errors();
    const auto byte = static_cast<unsigned char>(rest[bad]);
    if (byte == 0)
      diagnostics_.error("J205", where, "a NUL byte in the headings", "the file is damaged: export it again");
    else
      diagnostics_.error("J206", where, fmt::format("byte 0x{:02X} in the headings is not UTF-8", byte),
                         "save the file as UTF-8");
    return false;
  }

  const ReaderOptions& options_;
  SurveyFile::Impl& out_;
  std::string text_;
  std::optional<ContainedTable> table_;
  FoundEncoding found_;
  Diagnostics diagnostics_;
};

} // namespace

SurveyFile::SurveyFile() : impl_(std::make_unique<Impl>()) {}
SurveyFile::SurveyFile(SurveyFile&&) noexcept = default;
SurveyFile& SurveyFile::operator=(SurveyFile&&) noexcept = default;
SurveyFile::~SurveyFile() = default;

const std::string& SurveyFile::name() const { return impl_->name; }
const SurveyHeader& SurveyFile::header() const { return impl_->header; }

Outcome<SurveyFile> SurveyFile::open(std::unique_ptr<ByteSource> source, std::string name,
                                     const ReaderOptions& options) {
  SurveyFile file;
  Diagnostics found = Opener(std::move(source), std::move(name), options, file.impl()).run();
  if (found.has_errors()) return Outcome<SurveyFile>::failure(std::move(found));
  return {std::move(file), std::move(found)};
}

} // namespace joinedup
