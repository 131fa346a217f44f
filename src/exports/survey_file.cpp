#include "exports/survey_file.hpp"

#include "base/text.hpp"
#include "exports/cell.hpp"
#include "exports/dialect.hpp"
#include "exports/survey_file_impl.hpp"
#include "exports/utf8.hpp"
#include "exports/windows_1252.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace joinedup {

namespace {

constexpr std::size_t first_look = 256 * 1024;
constexpr std::size_t longest_header = 16 * 1024 * 1024;

/// The heading record: where it ends, and whether a quote in it is never closed.
struct HeaderRecord {
  std::vector<std::string> headings;
  std::size_t end = 0; ///< offset after its line end
  bool found = false;
  std::vector<QuoteFault> faults;
};

HeaderRecord read_header(std::string_view text, Separators separators) {
  Marks marks;
  walk_cells(text, separators, marks);
  HeaderRecord out;
  std::uint32_t start = 0;
  for (std::size_t k = 0; k < marks.count; ++k) {
    out.headings.push_back(std::string(trim(cell_string(text.substr(start, marks.at[k] - start)))));
    start = marks.at[k] + 1;
    if (text[marks.at[k]] != separators.newline) continue;
    out.found = true;
    out.end = start;
    break;
  }
  for (const QuoteFault& fault : marks.quote_faults)
    if (!out.found || fault.at < out.end) out.faults.push_back(fault);
  return out;
}

class Opener {
public:
  Opener(std::unique_ptr<ByteSource> source, std::string name, const ReaderOptions& options, SurveyFile::Impl& out)
      : options_(options), out_(out) {
    out_.source = std::move(source);
    out_.name = std::move(name);
    out_.decimal_comma = options.decimal == "comma" || options.decimal == ",";
  }

  Diagnostics run() {
    check_options();
    if (!diagnostics_.has_errors()) look();
    return std::move(diagnostics_);
  }

private:
  Position place(std::uint64_t line) const { return {out_.name, line, 0, ""}; }

  void check_options() {
    const std::string encoding = lower(options_.encoding);
    windows_ = encoding == "windows-1252" || encoding == "cp1252";
    guess_encoding_ = encoding.empty() || encoding == "auto";
    if (!windows_ && !guess_encoding_ && encoding != "utf-8" && encoding != "utf8")
      diagnostics_.error("J116", {},
                         fmt::format("--encoding {}: utf-8 or windows-1252 was expected", options_.encoding),
                         "save the file as UTF-8, or convert it with iconv");
    if (options_.from != "auto" && options_.from != "csv" && !options_.from.empty())
      diagnostics_.error("J116", {}, fmt::format("--from {}: auto or csv was expected", options_.from));
    if (options_.header_rows.value_or(1) < 0 || options_.skip.value_or(0) < 0)
      diagnostics_.error("J116", {}, "--header-rows and --skip take 0 or more");
  }

  bool read_more(std::size_t wanted) {
    const std::size_t before = text_.size();
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

  void look() {
    for (std::size_t wanted = first_look;; wanted *= 4) {
      if (!read_more(wanted)) return;
      if (!is_readable_text(text_, out_.name, diagnostics_)) return;
      decode();
      Diagnostics found;
      Beginning beginning = find_beginning(text_, out_.ended, out_.name, options_, found);
      // Without a line end at its very end the last record would be lost: lend it one while looking.
      std::string_view rest = std::string_view(text_).substr(beginning.header_at);
      const Separators separators{beginning.dialect.delimiter, beginning.dialect.newline};
      std::string lent;
      if (out_.ended && !rest.ends_with(separators.newline)) {
        lent = std::string(rest) + separators.newline;
        rest = lent;
      }
      HeaderRecord header = read_header(rest, separators);
      if (!header.found && !out_.ended && wanted < longest_header) continue;
      diagnostics_.merge(found);
      if (!diagnostics_.has_errors()) settle(std::move(beginning), std::move(header), rest);
      return;
    }
  }

  /// From here on, all text is UTF-8 or at fault.
  void decode() {
    if (converted_ || (!windows_ && !(guess_encoding_ && looks_like_windows_1252(text_)))) return;
    converted_ = true;
    text_ = from_windows_1252(text_);
    out_.source = windows_1252_source(std::move(out_.source));
    if (!windows_)
      diagnostics_.note("J220", place(0), "this is no UTF-8, so it is read as Windows-1252",
                        "if names and accents look wrong, save the file as UTF-8");
  }

  void settle(Beginning beginning, HeaderRecord header, std::string_view rest) {
    Dialect& dialect = beginning.dialect;
    check_header(dialect, header, rest);
    if (diagnostics_.has_errors()) return;
    if (converted_) dialect.encoding = "Windows-1252";
    dialect.evidence.push_back(fmt::format("the encoding is {}", dialect.encoding));
    const int rows = options_.header_rows.value_or(1);
    std::size_t used = 0;
    dialect.first_data_line = dialect.header_line;
    if (rows == 0) {
      for (std::size_t k = 0; k < header.headings.size(); ++k)
        header.headings[k] = std::to_string(k + 1);
      dialect.evidence.emplace_back("there are no headings: columns are named by number");
    } else {
      out_.header_record = std::string(rest.substr(0, header.end - 1));
      if (out_.header_record.ends_with('\r')) out_.header_record.pop_back();
    }
    for (int row = 0; row < rows && used < rest.size(); ++row) {
      const HeaderRecord record = read_header(rest.substr(used), {dialect.delimiter, dialect.newline});
      if (!record.found) break;
      const std::string_view text = rest.substr(used, record.end);
      dialect.first_data_line += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), dialect.newline));
      used += record.end;
    }
    text_.erase(0, std::min(text_.size(), beginning.header_at + used));
    out_.read_ahead = std::move(text_);
    out_.header = {std::move(header.headings), {}, {}, std::move(dialect)};
  }

  void check_header(const Dialect& dialect, const HeaderRecord& header, std::string_view rest) {
    const Position where = place(dialect.header_line);
    if (!header.found) {
      diagnostics_.error("J203", where, "a quote in the headings is never closed", "check the quotes of this line");
      return;
    }
    for (const QuoteFault& fault : header.faults) {
      if (fault.kind == QuoteFaultKind::text_after)
        diagnostics_.error("J207", where, "text after a closing quote in the headings",
                           "check the quotes of this line");
    }
    const std::size_t bad = first_bad_byte(rest.substr(0, header.end));
    if (bad == std::string_view::npos) return;
    const auto byte = static_cast<unsigned char>(rest[bad]);
    if (byte == 0)
      diagnostics_.error("J205", where, "a NUL byte in the headings", "the file is damaged: export it again");
    else
      diagnostics_.error("J206", where, fmt::format("byte 0x{:02X} in the headings is not UTF-8", byte),
                         "save the file as UTF-8");
  }

  const ReaderOptions& options_;
  SurveyFile::Impl& out_;
  std::string text_;
  bool windows_ = false, guess_encoding_ = true, converted_ = false;
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
