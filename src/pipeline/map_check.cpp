#include "pipeline/map_check.hpp"

#include "base/text.hpp"
#include "definitions/map.hpp"
#include "exports/headings.hpp"
#include "pipeline/inspect/inspection.hpp"
#include "pipeline/map_columns.hpp"
#include "pipeline/open_input.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

using Path = std::vector<std::string>;

std::string cells_words(std::uint64_t n) { return with_thousands(n) + (n == 1 ? " cell" : " cells"); }

std::string uncovered(const ItemAnswers& answers) {
  std::vector<std::string> parts;
  for (const auto* texts : {&answers.outside, &answers.marks})
    for (const auto& [text, n] : *texts)
      parts.push_back(fmt::format("{} ({})", text, with_thousands(n)));
  constexpr std::size_t few = 12;
  if (parts.size() > few) {
    const std::size_t more = parts.size() - few;
    parts.resize(few);
    parts.push_back(fmt::format("{} more", more));
  }
  if (answers.other_texts > 0) parts.push_back(fmt::format("other text ({})", with_thousands(answers.other_texts)));
  return join(parts, ", ");
}

class Check {
public:
  Check(const std::string& map_path, const std::string& path, const SurveyRequest& request, FileStore& files)
      : map_path_(map_path), path_(path), request_(request), files_(files) {}

  Outcome<std::vector<std::string>> run() {
    if (!names_fit()) return Outcome<std::vector<std::string>>::failure(std::move(diagnostics_));
    SurveyRequest request = request_;
    request.map = map_path_;
    Outcome<Inspection> inspection = inspect(path_, request, files_);
    diagnostics_.merge(inspection.diagnostics);
    if (!inspection) return Outcome<std::vector<std::string>>::failure(std::move(diagnostics_));
    for (std::size_t a = 0; a < inspection->instruments.size(); ++a)
      check_administration(*inspection, a);
    check_area(*inspection);
    check_record(*inspection);
    return {std::move(lines_), std::move(diagnostics_)};
  }

private:
  bool names_fit() {
    const auto text = files_.text(map_path_);
    if (!text) {
      diagnostics_.error("J301", {file_name(map_path_), 0, 0, ""}, "cannot read this map", "check the path");
      return false;
    }
    Outcome<ColumnMap> map = read_map(*text, file_name(map_path_));
    diagnostics_.merge(map.diagnostics);
    places_.emplace(*text, file_name(map_path_));
    if (!map) return false;
    map_ = std::move(*map);
    Outcome<OpenInput> open = open_input(path_, reader(), files_, Hashing::no);
    diagnostics_.merge(open.diagnostics);
    if (!open) return false;
    diagnostics_ = {}; // opening again says it again
    diagnostics_.merge(check_map_names(map_, *places_, Headings(open->file), Library(files_)));
    return !diagnostics_.has_errors();
  }

  /// Reader options of the map; those of the command line beat them when the file is read in earnest.
  ReaderOptions reader() const { return request_.reader == ReaderOptions{} ? map_.reader : request_.reader; }

  Position item_place(std::size_t a, const std::string& item) const {
    return places_->key({"administrations", std::to_string(a), "items", item});
  }

  void check_administration(const Inspection& in, std::size_t a) {
    const InstrumentFinding& finding = in.instruments[a];
    const Instrument& instrument = *in.found.matches[a].instrument;
    std::vector<std::string> absent;
    for (const Item& item : instrument.items) {
      const bool found = std::any_of(finding.findings.begin(), finding.findings.end(),
                                     [&](const ItemFinding& f) { return f.item == &item; });
      if (!found && item.scored) absent.push_back(item.id);
    }
    if (!absent.empty())
      diagnostics_.warning("J112", places_->value({"administrations", std::to_string(a), "items"}),
                           fmt::format("{}: {} of {} items found, without {}", finding.name, finding.found,
                                       finding.items, join(absent, ", ")),
                           "absent items count as missing in every record");
    for (const ItemFinding& item : finding.findings)
      check_item(a, item);
    lines_.push_back(fmt::format("{}  {} of {} items, {} of {} answers as expected", finding.name, finding.found,
                                 finding.items, with_thousands(finding.answers), with_thousands(finding.filled)));
  }

  void check_item(std::size_t a, const ItemFinding& item) {
    const Position where = item_place(a, item.item->id);
    if (const std::uint64_t n = item.answers.invalid(); n > 0)
      diagnostics_.warning("J280", where,
                           fmt::format("{}: {} not covered, expected {}: {}", item.item->id, cells_words(n),
                                       runs_of(*item.item), uncovered(item.answers)),
                           item.recode.empty()
                               ? "recode or missing in the map says what they mean"
                               : fmt::format("\"recode\": {{{}}}", recode_text(item.item->id, item.recode)));
    const bool other_scale = item.scale.shifted() || item.scale.wider || item.against_the_rest;
    if (other_scale) diagnostics_.warning("J281", where, fmt::format("{}: {}", item.item->id, scale_remark(item)));
    if (item.answers.many)
      diagnostics_.warning("J282", where, fmt::format("{}: too many different texts for answers", item.item->id),
                           "is this the right column?");
  }

  static std::string scale_remark(const ItemFinding& item) {
    const auto tells = [](const std::string& r) { return r.ends_with('?') || r.find("shifted") != std::string::npos; };
    const auto remark = std::find_if(item.remarks.begin(), item.remarks.end(), tells);
    return remark == item.remarks.end() ? "is it on another scale?" : *remark;
  }

  void check_area(const Inspection& in) {
    if (!map_.area || map_.area->lookup) return;
    const std::vector<std::string>& headings = in.found.look.header.headings;
    const auto area = std::find_if(in.areas.begin(), in.areas.end(), [&](const AreaCodes& c) {
      return column_name(headings, c.column) == map_.area->column;
    });
    if (area == in.areas.end() || area->unknown > 0)
      diagnostics_.warning("J283", places_->value({"area", "column"}),
                           area == in.areas.end()
                               ? std::string("area: no geography in reach knows most of the codes of this column")
                               : "area: " + in.area_sentences[static_cast<std::size_t>(area - in.areas.begin())],
                           "without a geography codes are taken as they are; with one, records of unknown areas are "
                           "left out; a look-up translates codes");
  }

  void check_record(const Inspection& in) {
    const FileLook& look = in.found.look;
    if (map_.record.empty() || look.repeated_ids == 0) return;
    diagnostics_.warning("J284", places_->value({"record"}),
                         fmt::format("record: {} an earlier id",
                                     look.repeated_ids == 1 ? std::string("1 record repeats")
                                                            : with_thousands(look.repeated_ids) + " records repeat"),
                         "several rows a person need \"rows\" or a wave; copies count twice");
  }

  const std::string& map_path_;
  const std::string& path_;
  const SurveyRequest& request_;
  FileStore& files_;
  ColumnMap map_;
  std::optional<MapPlaces> places_;
  std::vector<std::string> lines_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<std::vector<std::string>> check_map(const std::string& map, const std::string& file,
                                            const SurveyRequest& request, FileStore& files) {
  return Check(map, file, request, files).run();
}

} // namespace joinedup
