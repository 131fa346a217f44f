// Reads a whole survey text through the public functions of src/exports and keeps everything, for tests.
#pragma once

#include "base/render.hpp"
#include "exports/record_reader.hpp"

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace joinedup::testing {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline Item item_of(std::string id, int low, int high, std::vector<std::string> labels = {}) {
  Item item;
  item.id = std::move(id);
  for (int code = low; code <= high; ++code) {
    ResponseOption option;
    option.code = code;
    const auto number = static_cast<std::size_t>(code - low);
    if (number < labels.size()) option.labels.push_back(labels[number]);
    item.options.push_back(option);
  }
  return item;
}

inline Instrument instrument_of(std::string id, std::vector<Item> items) {
  Instrument out;
  out.id = std::move(id);
  out.items = std::move(items);
  return out;
}

struct Everything {
  bool opened = false, planned = false, complete = false;
  Diagnostics diagnostics;
  ReadSummary summary;
  Dialect dialect;
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> kept; ///< [record][column]
  std::vector<DropReason> drop;
  std::vector<std::vector<std::vector<AnswerCode>>> codes; ///< [administration][item][record]
  std::vector<double> weight;
  std::vector<std::uint64_t> count;
  std::vector<std::vector<double>> columns;
  std::vector<std::string> area, stratum; ///< texts; "-" = none

  std::string said() const { return render_text(diagnostics); }
};

struct Reading {
  ReadingRequest request;
  ReaderOptions options;
  const Geography* geography = nullptr;
  const std::map<std::string, std::string>* lookup = nullptr;
  ReadingThreads threads{1, 0};
};

struct KeptRows : BlockProduct {
  Everything rows;
};

inline void append(Everything& to, Everything& from) {
  const auto add = [](auto& a, auto& b) { a.insert(a.end(), b.begin(), b.end()); };
  const auto add_columns = [&](auto& a, auto& b) {
    if (a.size() < b.size()) a.resize(b.size());
    for (std::size_t k = 0; k < b.size(); ++k)
      add(a[k], b[k]);
  };
  add(to.kept, from.kept);
  add(to.drop, from.drop);
  add(to.weight, from.weight);
  add(to.count, from.count);
  add(to.area, from.area);
  add(to.stratum, from.stratum);
  add_columns(to.columns, from.columns);
  if (to.codes.size() < from.codes.size()) to.codes.resize(from.codes.size());
  for (std::size_t a = 0; a < from.codes.size(); ++a)
    add_columns(to.codes[a], from.codes[a]);
}

inline std::unique_ptr<BlockProduct> keep_rows(const RecordBlock& block, const AreaDictionary& areas,
                                               const Dictionary& strata) {
  auto product = std::make_unique<KeptRows>();
  Everything& rows = product->rows;
  rows.kept.resize(block.records);
  for (const auto& column : block.kept) {
    for (std::size_t row = 0; row < block.records; ++row)
      rows.kept[row].emplace_back(column[row]);
  }
  rows.drop = block.drop;
  rows.weight = block.weight;
  rows.count = block.count;
  rows.columns = block.columns;
  for (const std::uint32_t number : block.area)
    rows.area.push_back(number == no_number ? "-" : areas.code(number));
  for (const std::uint32_t number : block.stratum)
    rows.stratum.push_back(strata.text(number));
  for (const AnswerBlock& answers : block.administrations)
    rows.codes.push_back(answers.items);
  return product;
}

inline Everything read_everything(std::unique_ptr<ByteSource> source, Reading reading) {
  Everything out;
  auto file = SurveyFile::open(std::move(source), "survey.csv", reading.options);
  out.diagnostics.merge(file.diagnostics);
  if (!file) return out;
  out.opened = true;
  out.dialect = file->header().dialect;
  out.headings = file->header().headings;
  AreaDictionary areas(reading.geography, reading.lookup);
  Dictionary strata, clusters;
  if (reading.request.map.area) reading.request.areas = &areas;
  reading.request.strata = &strata;
  reading.request.clusters = &clusters;
  auto plan = plan_reading(*file, reading.request);
  out.diagnostics.merge(plan.diagnostics);
  if (!plan) return out;
  out.planned = true;
  auto summary = read_records(
      *file, *plan, reading.threads, [&](RecordBlock& block) { return keep_rows(block, areas, strata); },
      [&](std::unique_ptr<BlockProduct> product) { append(out, static_cast<KeptRows&>(*product).rows); });
  out.diagnostics.merge(summary.diagnostics);
  out.complete = static_cast<bool>(summary);
  if (summary) out.summary = *summary;
  return out;
}

inline Everything read_everything(const std::string& text, Reading reading) {
  return read_everything(text_source(text), std::move(reading));
}

} // namespace joinedup::testing
