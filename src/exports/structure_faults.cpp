#include "exports/structure_faults.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr std::string_view set_aside_hint = "mend the line, or set such records aside with --rejects FILE";

std::string ragged_hint(const RecordFault& fault, const TableShape& shape, std::string_view record) {
  if (record.find("\xE2\x80\x9C") != std::string_view::npos)
    return "curly quotes are no CSV quotes: put straight ones round the text";
  if (fault.detail > shape.columns)
    return fmt::format("is there {} in a text without quotes? {}",
                       shape.separators.delimiter == '\t' ? "a tab"
                                                          : fmt::format("a \"{}\"", shape.separators.delimiter),
                       set_aside_hint);
  return fmt::format("is there a line break in a text without quotes? {}", set_aside_hint);
}

} // namespace

FaultKind fault_kind(RecordFaultKind kind) {
  switch (kind) {
  case RecordFaultKind::ragged:
    return FaultKind::ragged;
  case RecordFaultKind::unclosed:
    return FaultKind::unclosed;
  case RecordFaultKind::text_after_quote:
    return FaultKind::text_after_quote;
  case RecordFaultKind::nul:
    return FaultKind::nul;
  case RecordFaultKind::undecodable:
    return FaultKind::undecodable;
  case RecordFaultKind::repeated_header:
    return FaultKind::repeated_header;
  case RecordFaultKind::closing_line:
    return FaultKind::closing_line;
  }
  return FaultKind::ragged;
}

CellFault describe(const RecordFault& fault, const TableShape& shape, std::string_view record,
                   std::uint64_t text_offset) {
  CellFault out{fault_kind(fault.kind), fault.row, fault.column, fault.at, {}, std::string(set_aside_hint)};
  switch (fault.kind) {
  case RecordFaultKind::ragged:
    out.message =
        fmt::format("{} field{}, the header has {}", fault.detail, fault.detail == 1 ? "" : "s", shape.columns);
    out.hint = ragged_hint(fault, shape, record);
    break;
  case RecordFaultKind::unclosed:
    out.message = "the quote that opens here is never closed, so all that follows is one cell";
    out.hint = "close the quote, or double it if it is part of the text";
    break;
  case RecordFaultKind::text_after_quote:
    out.message = "text after a closing quote, a delimiter or the line's end was expected";
    out.hint = fmt::format("quotes inside a quoted text are doubled (\"\"), not written \\\"; {}", set_aside_hint);
    break;
  case RecordFaultKind::nul:
    out.message = fmt::format("a NUL byte at byte {} of the text, which no text holds", text_offset + fault.detail);
    out.hint = "the file is damaged, or is no text: export it again";
    break;
  case RecordFaultKind::undecodable:
    out.message = fmt::format("byte 0x{:02X} is not UTF-8", fault.detail);
    out.hint = "save the file as UTF-8; if all of it is Windows-1252, say --encoding windows-1252";
    break;
  case RecordFaultKind::repeated_header:
    out.message = "the headings stand here once more; the line is no record";
    out.hint = "were files joined end to end?";
    break;
  case RecordFaultKind::closing_line:
    out.message = closing_line_words;
    out.hint = closing_line_hint;
    break;
  }
  return out;
}

} // namespace joinedup
