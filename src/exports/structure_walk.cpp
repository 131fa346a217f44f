#include "exports/structure.hpp"

#include <algorithm>
#include <cstring>

namespace joinedup {

namespace {

class Walk {
public:
  Walk(std::string_view text, Separators separators, Marks& marks)
      : text_(text), separators_(separators), marks_(marks) {}

  void run() {
    while (at_ < text_.size())
      cell();
  }

private:
  bool ends_cell(std::size_t place) const {
    const char c = text_[place];
    return c == separators_.delimiter || c == separators_.newline;
  }

  void fault(QuoteFaultKind kind, std::size_t place) {
    marks_.quote_faults.push_back({kind, static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(marks_.count)});
  }

  void cell() {
    std::size_t start = at_;
    while (start < text_.size() && text_[start] == ' ')
      ++start;
    if (start < text_.size() && text_[start] == '"') {
      if (!quoted(start)) return;
    } else {
      literal(start, true);
    }
  }

  /// From the opening quote to the cell's end; false when no quote closes it.
  bool quoted(std::size_t open) {
    std::size_t place = open + 1;
    for (;;) {
      place = text_.find('"', place);
      if (place == std::string_view::npos) {
        fault(QuoteFaultKind::unclosed, open);
        at_ = text_.size();
        return false;
      }
      if (place + 1 == text_.size() || text_[place + 1] != '"') break;
      place += 2;
    }
    ++place;
    while (place < text_.size() && text_[place] == ' ')
      ++place;
    std::size_t end = place; // CR LF, and the CR CR LF of a program that turns line ends into CR LF twice
    while (end < text_.size() && text_[end] == '\r')
      ++end;
    const bool carriage = end > place && end < text_.size() && text_[end] == separators_.newline;
    if (place < text_.size() && !ends_cell(place) && !carriage) fault(QuoteFaultKind::text_after, place);
    literal(place, false);
    return true;
  }

  /// Up to the next separator, whatever stands before it.
  void literal(std::size_t place, bool report) {
    bool stray = false;
    for (; place < text_.size() && !ends_cell(place); ++place) {
      if (text_[place] != '"' || stray || !report) continue;
      stray = true;
      fault(QuoteFaultKind::stray, place);
    }
    at_ = place + 1;
    if (place >= text_.size()) return;
    marks_.at[marks_.count++] = static_cast<std::uint32_t>(place);
    if (text_[place] == separators_.newline) ++marks_.records;
  }

  std::string_view text_;
  Separators separators_;
  Marks& marks_;
  std::size_t at_ = 0;
};

} // namespace

void walk_cells(std::string_view text, Separators separators, Marks& marks) {
  if (marks.at.size() < text.size() + scan_padding) marks.at.resize(text.size() + scan_padding);
  marks.count = 0;
  marks.records = 0;
  marks.looked_for_unplain = false;
  marks.quote_faults.clear();
  marks.lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), separators.newline));
  Walk(text, separators, marks).run();
}

} // namespace joinedup
