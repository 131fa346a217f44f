// The law of the survey reader: whatever follows the headings, the fast reader and the naive one see the same records,
// and neither threads nor block size change anything. Used by the property test and by the fuzzer.
#pragma once

#include "support/naive_csv.hpp"
#include "support/survey_reading.hpp"

#include <string>
#include <string_view>

namespace joinedup::testing {

inline Everything read_body(std::string_view body, char delimiter, ReadingThreads threads) {
  Reading reading;
  reading.options.delimiter = std::string(1, delimiter);
  reading.options.encoding = "utf-8"; // other bytes are faults here, not Windows-1252
  reading.request.keep = {"all"};
  reading.request.set_rejects_aside = true;
  reading.threads = threads;
  std::string text = std::string("h1") + delimiter + "h2" + delimiter + "h3\n";
  text += body;
  return read_everything(text, reading);
}

/// Empty when both agree, else what differs.
inline std::string disagreement(const Everything& fast, const std::vector<naive::Record>& plain) {
  if (!fast.complete) return "the fast reader did not finish: " + fast.said();
  if (fast.drop.size() != plain.size()) return "number of records";
  if (fast.summary.rows != plain.size()) return "number of rows in the summary";
  for (std::size_t row = 0; row < plain.size(); ++row) {
    const bool faulty = plain[row].fault != naive::Fault::none;
    if (faulty && fast.drop[row] != DropReason::rejected)
      return "a faulty record passed, number " + std::to_string(row);
    if (fast.drop[row] != DropReason::none) continue; // bytes that are no text, or the headings again
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

} // namespace joinedup::testing
