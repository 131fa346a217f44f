// ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.73 (row), 18.18.11 (ST_CellType).
#include "exports/container/sheet.hpp"

#include "base/text.hpp"
#include "exports/container/record_text.hpp"
#include "exports/container/sheet_cell.hpp"
#include "exports/container/xml_parse.hpp"
#include "exports/container/zip_package.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace joinedup {

namespace {

constexpr std::uint64_t most_rows = 1'048'576;                 ///< of Excel, and of every program that follows it
constexpr std::size_t longest_cell = 32'767;                   ///< characters, of Excel
constexpr std::size_t longest_text = std::size_t{1024} * 1024; ///< of a cell as the XML has it: an escape takes 7 bytes
constexpr std::size_t longest_row = std::size_t{16} * 1024 * 1024;

struct RowHead {
  std::uint32_t cells, length;
};

[[noreturn]] void throw_long_cell() { throw SheetTooLong("a cell holds more than the 32,767 characters that fit one"); }

/// Before it is copied: many cells may refer to one long text.
void check_length(std::string_view text) {
  if (text.size() <= longest_cell) return;
  const auto starts_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  if (text.size() > 4 * longest_cell ||
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_letter)) > longest_cell)
    throw_long_cell();
}

class SheetHandler : public XmlHandler {
public:
  explicit SheetHandler(const SheetContext& context) : context_(context) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      begin_row(attributes.get("r"));
    } else if (name == "c" && in_row_) {
      begin_cell(attributes);
    } else if (name == "rPh") {
      aid_ = true;
    } else if (in_cell_ && !aid_ && (name == "v" || name == "t")) {
      taking_ = true;
    }
  }

  void end(std::string_view name) override {
    if (name == "row" && in_row_) {
      end_row();
    } else if (name == "c" && in_cell_) {
      end_cell();
    } else if (name == "rPh") {
      aid_ = false;
    } else if (name == "v" || name == "t") {
      taking_ = false;
    } else if (name == "sheetData") {
      done_ = true;
    }
  }

  void text(std::string_view part) override {
    if (!taking_) return;
    if (cell_.text.size() + part.size() > longest_text) throw_long_cell();
    cell_.text += part;
  }

  bool done() const override { return done_; }

  SheetRows take() {
    rows_.file.flush();
    return std::move(rows_);
  }

private:
  void begin_row(std::string_view number) {
    const std::uint64_t row = number.empty() ? last_row_ + 1 : parse_whole(number).value_or(0);
    if (row <= last_row_ || row > most_rows) throw std::runtime_error("the rows of its sheet are out of order");
    last_row_ = row;
    in_row_ = true;
    used_ = next_column_ = row_bytes_ = 0;
  }

  void begin_cell(const XmlAttributes& attributes) {
    const std::string_view place = attributes.get("r");
    const auto column = place.empty() ? std::optional(next_column_) : column_of(place);
    if (!column || *column >= most_sheet_columns) throw std::runtime_error("a cell of its sheet stands nowhere");
    cell_.column = *column;
    cell_.type = cell_type(attributes.get("t"));
    const std::uint64_t style = parse_whole(attributes.get("s")).value_or(0);
    cell_.format = style < context_.styles.size() ? context_.styles[style] : CellFormat{};
    cell_.text.clear();
    in_cell_ = true;
    taking_ = aid_ = false;
  }

  void end_cell() {
    in_cell_ = taking_ = false;
    next_column_ = cell_.column + 1;
    value_.clear();
    if (cell_.type == CellType::shared) check_length(shared_text(cell_, context_));
    append_value(value_, cell_, context_);
    if (value_.empty()) return;
    check_length(value_);
    row_bytes_ += value_.size();
    if (row_bytes_ > longest_row) throw SheetTooLong("a row holds more than 16 MiB of text");
    ++filled_;
    if (cells_.size() < next_column_) cells_.resize(next_column_);
    for (; used_ < next_column_; ++used_)
      cells_[used_].clear();
    std::swap(cells_[cell_.column], value_);
  }

  void end_row() {
    in_row_ = false;
    if (used_ == 0) return;
    for (; rows_.rows + 1 < last_row_; ++rows_.rows)
      put({0, 0}, {});
    line_.clear();
    for (std::size_t k = 0; k < used_; ++k) {
      if (k > 0) line_ += ',';
      append_cell(line_, cells_[k]);
    }
    put({static_cast<std::uint32_t>(used_), static_cast<std::uint32_t>(line_.size())}, line_);
    ++rows_.rows;
    ++with_cells_;
    rows_.width = std::max(rows_.width, used_);
    if (rows_.width * with_cells_ > filled_ + context_.most_blanks)
      throw ZipBomb("its sheet is nearly all blank: a cell far out makes every row as wide");
    held_bytes_ += row_bytes_;
    if (held_bytes_ <= longest_row) return;
    cells_.clear(); // texts keep their room otherwise, and every column may once have held a long one
    value_.clear();
    value_.shrink_to_fit();
    line_.clear();
    line_.shrink_to_fit();
    held_bytes_ = 0;
  }

  void put(const RowHead& head, std::string_view text) {
    rows_.file.write({reinterpret_cast<const char*>(&head), sizeof head});
    rows_.file.write(text);
    if (rows_.file.size() > context_.most_bytes) throw ZipBomb("its sheet holds far more text than the file can");
  }

  const SheetContext& context_;
  SheetRows rows_;
  SheetCell cell_;
  std::vector<std::string> cells_; ///< of this row, by column; the first `used_` mean something
  std::string value_, line_;
  std::size_t used_ = 0, next_column_ = 0;
  std::size_t row_bytes_ = 0, held_bytes_ = 0; ///< of texts: in this row, and since cells_ was last emptied
  std::uint64_t with_cells_ = 0, filled_ = 0;  ///< rows that hold a cell, and cells that hold a text
  std::uint64_t last_row_ = 0;
  bool in_row_ = false, in_cell_ = false, taking_ = false, aid_ = false, done_ = false;
};

class RowsSource : public ByteSource {
public:
  explicit RowsSource(SheetRows rows) : rows_(std::move(rows)) {}

  std::size_t read(char* into, std::size_t room) override {
    if (at_ == ready_.size()) refill();
    const std::size_t count = std::min(room, ready_.size() - at_);
    std::memcpy(into, ready_.data() + at_, count);
    at_ += count;
    return count;
  }

private:
  void refill() {
    ready_.clear();
    at_ = 0;
    while (ready_.size() < std::size_t{64} * 1024 && place_ < rows_.file.size()) {
      RowHead head{};
      fetch(reinterpret_cast<char*>(&head), sizeof head);
      const std::size_t before = ready_.size();
      ready_.resize(before + head.length);
      fetch(ready_.data() + before, head.length);
      if (head.cells > 0) ready_.append(rows_.width - head.cells, ',');
      ready_ += record_end;
    }
  }

  /// Reads ahead: a row is short, and a call to the system is not.
  void fetch(char* into, std::size_t wanted) {
    while (wanted > 0) {
      if (ahead_at_ == ahead_.size()) {
        ahead_.resize(std::size_t{256} * 1024);
        ahead_.resize(rows_.file.read_at(read_to_, ahead_.data(), ahead_.size()));
        read_to_ += ahead_.size();
        ahead_at_ = 0;
        if (ahead_.empty()) throw std::runtime_error("the temporary file has shrunk");
      }
      const std::size_t count = std::min(wanted, ahead_.size() - ahead_at_);
      std::memcpy(into, ahead_.data() + ahead_at_, count);
      ahead_at_ += count;
      place_ += count;
      into += count;
      wanted -= count;
    }
  }

  SheetRows rows_;
  std::string ready_, ahead_;
  std::size_t at_ = 0, ahead_at_ = 0;
  std::uint64_t read_to_ = 0, place_ = 0;
};

} // namespace

SheetRows read_sheet(ByteSource& source, const SheetContext& context) {
  SheetHandler handler(context);
  parse_xml(source, handler);
  return handler.take();
}

std::unique_ptr<ByteSource> sheet_source(SheetRows rows) { return std::make_unique<RowsSource>(std::move(rows)); }

} // namespace joinedup
