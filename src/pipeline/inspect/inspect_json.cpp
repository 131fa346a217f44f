#include "pipeline/inspect/inspect_lines.hpp"

#include "base/visible.hpp"

#include <nlohmann/json.hpp>

namespace joinedup {

namespace {

using Ordered = nlohmann::ordered_json;

Ordered dialect_json(const SurveyHeader& header) {
  const Dialect& d = header.dialect;
  Ordered out;
  if (!d.container.empty()) out["container"] = d.container;
  out["encoding"] = d.encoding;
  out["byte_order_mark"] = d.byte_order_mark;
  out["delimiter"] = std::string(1, d.delimiter);
  out["line_end"] = d.newline == '\r' ? "CR" : d.crlf ? "CRLF" : "LF";
  out["header_line"] = d.header_line;
  out["header_rows"] = header.tool.header_rows;
  out["evidence"] = d.evidence;
  return out;
}

Ordered item_json(const ItemFinding& item, const std::vector<std::string>& headings) {
  Ordered out;
  out["item"] = item.item->id;
  for (const std::uint32_t c : item.columns)
    out["columns"].push_back(headings[c]);
  out["expected"] = runs_of(*item.item);
  out["codes"] = Ordered::object();
  for (const auto& [code, n] : item.answers.codes)
    out["codes"][std::to_string(code)] = n;
  out["outside"] = Ordered::object();
  for (const auto& [text, n] : item.answers.outside)
    out["outside"][text] = n;
  for (const auto& [text, n] : item.answers.marks)
    out["outside"][text] = n;
  out["other_texts"] = item.answers.other_texts;
  out["missing"] = Ordered::object();
  for (const auto& [text, what] : item.answers.missing)
    out["missing"][text] = {{"reason", missing_name(what.first)}, {"cells", what.second}};
  out["remarks"] = item.remarks;
  if (!item.recode.empty()) out["recode"] = item.recode;
  return out;
}

Ordered instruments_json(const Inspection& in) {
  Ordered out = Ordered::array();
  for (const InstrumentFinding& f : in.instruments) {
    Ordered one;
    one["instrument"] = f.name;
    one["matched"] = f.how;
    one["items_found"] = f.found;
    one["items"] = f.items;
    one["answers"] = f.filled;
    one["as_expected"] = f.answers;
    one["doubtful"] = f.doubtful;
    one["findings"] = Ordered::array();
    for (const ItemFinding& item : f.findings)
      one["findings"].push_back(item_json(item, in.found.look.header.headings));
    out.push_back(std::move(one));
  }
  return out;
}

Ordered areas_json(const Inspection& in) {
  Ordered out = Ordered::array();
  for (const AreaCodes& area : in.areas) {
    Ordered one;
    one["column"] = in.found.look.header.headings[area.column];
    one["geographies"] = area.geographies;
    one["codes"] = area.codes;
    one["codes_known"] = area.known_codes;
    one["records_known"] = area.known;
    one["records_unknown"] = area.unknown;
    one["unknown_codes"] = area.unknown_codes;
    out.push_back(std::move(one));
  }
  return out;
}

Ordered records_json(const FileLook& look) {
  Ordered out;
  out["read"] = look.summary.records;
  out["taken"] = look.taken;
  out["dropped"] = Ordered::object();
  for (std::size_t k = 1; k < drop_reasons; ++k)
    if (look.summary.dropped[k] > 0)
      out["dropped"][std::string(words(static_cast<DropReason>(k)))] = look.summary.dropped[k];
  if (look.record) {
    out["id"] = look.header.headings[*look.record];
    out["repeated_ids"] = look.repeated_ids;
  }
  return out;
}

} // namespace

std::string inspect_json(const Inspection& in) {
  const SurveyHeader& header = in.found.look.header;
  Ordered out;
  out["file"] = in.found.look.name;
  out["dialect"] = dialect_json(header);
  out["tool"] = {{"id", header.tool.id.empty() ? "csv" : header.tool.id},
                 {"name", header.tool.name},
                 {"confidence", header.tool.confidence},
                 {"evidence", header.tool.evidence}};
  out["columns"] = header.headings;
  out["instruments"] = instruments_json(in);
  out["unclear"] = in.rivals.question;
  if (in.found.counts) out["counts_of"] = in.found.counts->instrument->id;
  for (const InstrumentMatch& match : in.found.undecided)
    out["undecided"].push_back(match.instrument->id);
  out["areas"] = areas_json(in);
  out["records"] = records_json(in.found.look);
  out["next"] = in.next;
  return visible_json(out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

} // namespace joinedup
