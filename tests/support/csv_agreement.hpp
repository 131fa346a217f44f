// The law of the survey reader: whatever follows the headings, the fast reader and the naive one see the same records,
// and neither threads nor block size change anything. Used by the property test and by the fuzzer.
#pragma once

#include "exports/container/container.hpp"
#include "exports/utf8.hpp"
#include "support/naive_csv.hpp"
#include "support/survey_reading.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace joinedup::testing {

inline Everything read_body(std::string_view body, char delimiter, ReadingThreads threads) {
  Reading reading;
  reading.options.delimiter = std::string(1, delimiter);
  reading.options.encoding = "utf-8"; // other bytes are faults here, not Windows-1252
  reading.options.skip = 0;           // the headings are the first line, however the records look
  reading.request.keep = {"all"};
  reading.request.set_rejects_aside = true;
  reading.threads = threads;
  std::string text = std::string("h1") + delimiter + "h2" + delimiter + "h3\n";
  text += body;
  return read_everything(text, reading);
}

/// Encrypted or damaged bytes are refused whole: text has hardly a control character beside line ends and tabs.
inline bool is_refused_as_no_text(const Everything& fast, std::string_view body) {
  const auto is_control = [](char c) { return (c >= 0 && c < '\t') || (c > '\r' && c < ' ') || c == 0x7F; };
  return fast.said().find("[J257]") != std::string::npos && std::count_if(body.begin(), body.end(), is_control) >= 16;
}

/// Empty when both agree, else what differs.
inline std::string disagreement(const Everything& fast, const std::vector<naive::Record>& plain) {
  if (!fast.complete) return "the fast reader did not finish: " + fast.said();
  if (fast.drop.size() != plain.size()) return "number of records";
  if (fast.summary.rows != plain.size()) return "number of rows in the summary";
  for (std::size_t row = 0; row < plain.size(); ++row) {
    const bool faulty = plain[row].fault != naive::Fault::none;
    if (faulty && fast.drop[row] == DropReason::none) return "a faulty record passed, number " + std::to_string(row);
    if (fast.drop[row] != DropReason::none) continue; // no text, the headings again, a note below the table
    if (fast.kept[row] != plain[row].cells) return "cells of record " + std::to_string(row);
  }
  return {};
}

inline bool same(const Everything& a, const Everything& b) {
  return a.kept == b.kept && a.drop == b.drop && a.said() == b.said() && a.summary.rejects == b.summary.rejects &&
         a.summary.lines == b.summary.lines && a.summary.records == b.summary.records;
}

/// Empty when the law holds for `body`. Starting threads costs far more than reading, so a fuzzer may leave them out.
inline std::string broken_law(std::string_view body, char delimiter, bool with_threads = true) {
  const Everything once = read_body(body, delimiter, {1, 0});
  if (is_refused_as_no_text(once, body)) return {};
  const std::string differs = disagreement(once, naive::records(body, 3, delimiter));
  if (!differs.empty()) return differs;
  std::vector<ReadingThreads> ways = {{1, 1}, {1, 7}, {1, 64}};
  if (with_threads) ways.insert(ways.end(), {{2, 16}, {4, 100}});
  for (const ReadingThreads threads : ways) {
    if (!same(once, read_body(body, delimiter, threads)))
      return "other results with " + std::to_string(threads.threads) + " threads and blocks of " +
             std::to_string(threads.block_bytes);
  }
  return {};
}

/// UTF-8 as UTF-16; text that is no UTF-8 gives none.
inline std::string utf16_of(std::string_view text, bool big_endian) {
  std::string out;
  const auto unit = [&](unsigned value) {
    const char high = static_cast<char>(value >> 8), low = static_cast<char>(value & 0xFFU);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(text[at + k])); };
    const unsigned lead = byte(0);
    const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    unsigned point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k)
      point = (point << 6) | (byte(k) & 0x3FU);
    at += length;
    if (point < 0x10000U) {
      unit(point);
    } else {
      unit(0xD800U + ((point - 0x10000U) >> 10));
      unit(0xDC00U + ((point - 0x10000U) & 0x3FFU));
    }
  }
  return out;
}

/// Empty when `text`, the whole of a file in UTF-8, is the same table in UTF-16.
inline std::string broken_encoding_law(const std::string& text, bool big_endian) {
  if (first_bad_byte(text) != std::string_view::npos || text.starts_with("\xEF\xBB\xBF")) return {};
  if (container_kind(text) != ContainerKind::none) return {}; // as UTF-16 it is text, as bytes it is a zip file
  Reading reading;
  reading.options.skip = 0;
  reading.request.keep = {"all"};
  reading.request.set_rejects_aside = true;
  const Everything plain = read_everything(text, reading);
  reading.options.encoding = big_endian ? "utf-16be" : "utf-16le";
  const Everything wide = read_everything(utf16_of(text, big_endian), reading);
  return plain.opened == wide.opened && same(plain, wide) ? std::string() : "UTF-16 reads otherwise";
}

/// Empty when a file of any tool's headings and any bytes after them reads the same whatever the blocks.
inline std::string broken_block_law(const std::string& text) {
  Reading reading;
  reading.request.keep = {"all"};
  reading.request.set_rejects_aside = true;
  const Everything once = read_everything(text, reading);
  for (const std::size_t bytes : {std::size_t{1}, std::size_t{50}}) {
    reading.threads = {1, bytes};
    const Everything again = read_everything(text, reading);
    if (once.opened && again.opened && !same(once, again)) return "other results with other blocks";
  }
  return {};
}

inline constexpr std::array<std::string_view, 10> tool_headings = {
    "StartDate,Status,Finished,ResponseId,Q1\nStart Date,Response Type,Finished,Response ID,How?\n"
    "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":"
    "\"\"finished\"\"}\","
    "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n",
    "Respondent ID,Collector ID,Start Date,End Date,How?,\n,,,,Response,Other\n",
    "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"q1\"\n",
    "record_id,redcap_event_name,redcap_repeat_instrument,q1,form_complete\n",
    "ID;Start time;Completion time;Email;Name;How?\n",
    "\"Timestamp\",\"How? [a]\"\n",
    "start,end,q1,_id,_uuid,_submission_time\n",
    "Title,,,\nPeriod,,,\n,,,\nOrg code,Org name,1 Very Good,6 Dont Know\n",
    "sep=;\n\xEF\xBB\xBF",
    ""};

/// What the fuzzer asks of an input: `choice` below 0x80 names a delimiter by its last two bits, above a tool's
/// headings.
inline std::string broken_csv_law(unsigned choice, std::string_view body, bool with_threads) {
  constexpr std::string_view delimiters = ",;\t|";
  if (choice < 0x80U) return broken_law(body, delimiters[choice % delimiters.size()], with_threads);
  const std::string text = std::string(tool_headings.at((choice & 0x3FU) % tool_headings.size())) + std::string(body);
  return choice < 0xC0U ? broken_block_law(text) : broken_encoding_law(text, choice % 2 == 1);
}

} // namespace joinedup::testing
