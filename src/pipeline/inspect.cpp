#include "pipeline/inspect.hpp"

#include "base/text.hpp"
#include "pipeline/area_columns.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/scorers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace joinedup {

namespace {

using CodeCounts = std::map<AnswerCode, std::uint64_t>;

struct BlockCodes final : BlockProduct {
  std::vector<std::vector<CodeCounts>> codes; ///< [administration][item]
  AreaColumnCounts areas;
};

std::string delimiter_words(char delimiter) {
  switch (delimiter) {
  case ',':
    return "comma";
  case ';':
    return "semicolon";
  case '\t':
    return "tab";
  case '|':
    return "pipe";
  default:
    return std::string("delimiter ") + delimiter;
  }
}

std::string newline_words(const Dialect& d) { return d.newline == '\r' ? "CR" : d.crlf ? "CRLF" : "LF"; }

std::string plural(std::uint64_t n, const std::string& one) {
  return with_thousands(n) + " " + one + (n == 1 ? "" : "s");
}

class Inspection {
public:
  Inspection(const std::string& path, const SurveyRequest& request, FileStore& files)
      : path_(path), request_(request), files_(files), library_(files) {}

  Outcome<std::vector<InspectLine>> run() {
    if (!look()) return Outcome<std::vector<InspectLine>>::failure(std::move(diagnostics_));
    say_file();
    say_instruments();
    say_columns();
    say_answers();
    say_missing();
    say_next();
    return {std::move(lines_), std::move(diagnostics_)};
  }

private:
  bool look() {
    SurveyRequest request = request_;
    request.files = {path_};
    Outcome<SurveySetup> setup = set_up_survey(request, nullptr, "", files_);
    diagnostics_.merge(setup.diagnostics);
    if (!setup) return false;
    Outcome<Scorers> scorers = Scorers::load(instruments_to_look_for(request, *setup, library_), library_);
    diagnostics_.merge(scorers.diagnostics);
    if (!scorers) return false;
    scorers_ = std::move(*scorers);
    const ColumnMap& map = setup->inputs.front().map;
    Outcome<OpenInput> open = open_input(path_, map.reader, files_);
    diagnostics_.merge(open.diagnostics);
    if (!open) return false;
    header_ = open->file.header();
    ReadingRequest reading;
    reading.map = map;
    reading.map.area.reset();
    reading.instruments = scorers_->instruments();
    reading.keep = {"all"};
    reading.where = setup->where;
    reading.set_rejects_aside = true; // faults of structure are listed, the rest is still looked at
    Outcome<ReadingPlan> plan = plan_reading(open->file, reading);
    diagnostics_.merge(plan.diagnostics);
    if (!plan) return false;
    plan_ = std::move(*plan);
    return read(*open);
  }

  bool read(OpenInput& open) {
    codes_.resize(plan_.administrations.size());
    for (std::size_t a = 0; a < codes_.size(); ++a)
      codes_[a].resize(plan_.administrations[a].items.size());
    const KnownAreas known(library_);
    Outcome<ReadSummary> summary = read_records(
        open.file, plan_, {request_.threads, request_.block_bytes},
        [&](RecordBlock& block) { return count(block, known); },
        [&](std::unique_ptr<BlockProduct> product) { merge(static_cast<const BlockCodes&>(*product)); });
    diagnostics_.merge(summary.diagnostics);
    if (!summary) return false;
    summary_ = std::move(*summary);
    return true;
  }

  std::unique_ptr<BlockProduct> count(const RecordBlock& block, const KnownAreas& known) const {
    auto out = std::make_unique<BlockCodes>();
    out->codes.resize(codes_.size());
    for (std::size_t a = 0; a < codes_.size(); ++a) {
      out->codes[a].resize(codes_[a].size());
      for (std::size_t i = 0; i < codes_[a].size(); ++i) {
        for (std::size_t r = 0; r < block.records; ++r) {
          if (block.drop[r] == DropReason::none) ++out->codes[a][i][block.administrations[a].items[i][r]];
        }
      }
    }
    out->areas.see(block, known);
    return out;
  }

  void merge(const BlockCodes& block) {
    for (std::size_t a = 0; a < codes_.size(); ++a) {
      for (std::size_t i = 0; i < codes_[a].size(); ++i) {
        for (const auto& [code, n] : block.codes[a][i])
          codes_[a][i][code] += n;
      }
    }
    areas_.merge(block.areas);
  }

  void line(std::string name, std::string text) { lines_.push_back({std::move(name), std::move(text)}); }

  void say_file() {
    const Dialect& d = header_.dialect;
    line(record_name(path_), fmt::format("{}{}, {}, {}, headings on line {}, {} columns, {} in {}", d.encoding,
                                         d.byte_order_mark ? " with byte order mark" : "", delimiter_words(d.delimiter),
                                         newline_words(d), d.header_line, header_.headings.size(),
                                         plural(summary_.records, "record"), plural(summary_.lines, "line")));
    for (const std::string& evidence : d.evidence)
      line("", evidence);
  }

  void say_instruments() {
    if (plan_.administrations.empty())
      line("instruments", "none: no heading is an item id that joinedup knows, and no map was given");
    for (std::size_t a = 0; a < plan_.administrations.size(); ++a) {
      const AdministrationPlan& admin = plan_.administrations[a];
      const auto found =
          std::count_if(admin.items.begin(), admin.items.end(), [](const ItemPlan& i) { return !i.columns.empty(); });
      line(a == 0 ? "instruments" : "", fmt::format("{}  {} of {} items by {}", administration_name(admin), found,
                                                    admin.items.size(), admin.matched_by));
    }
    const Diagnostics unclear = ambiguous_instruments(record_name(path_), plan_, scorers_->instruments());
    for (const Diagnostic& d : unclear.all())
      line("", d.message + ": " + d.hint);
  }

  void say_columns() {
    bool first = true;
    for (const std::string& text : areas_.describe(header_.headings, plan_.kept)) {
      line(first ? "areas" : "", text);
      first = false;
    }
    if (first) line("areas", "no column holds codes of a geography that joinedup knows; --area names any column");
  }

  void say_answers() {
    bool first = true;
    for (std::size_t a = 0; a < codes_.size(); ++a) {
      const Instrument& instrument = scorers_->instrument(plan_.administrations[a].instrument);
      std::uint64_t as_expected = 0, cells = 0;
      for (const CodeCounts& counts : codes_[a]) {
        for (const auto& [code, n] : counts) {
          as_expected += is_answer(code) ? n : 0;
          cells += is_answer(code) || code == answer::invalid ? n : 0;
        }
      }
      line(first ? "answers" : "",
           fmt::format("{}  {} of {} answers as expected", administration_name(plan_.administrations[a]),
                       with_thousands(as_expected), with_thousands(cells)));
      first = false;
      for (std::size_t i = 0; i < codes_[a].size(); ++i)
        say_invalid(instrument.items[i], plan_.administrations[a].items[i], codes_[a][i]);
    }
  }

  void say_invalid(const Item& item, const ItemPlan& plan, const CodeCounts& codes) {
    const auto invalid = codes.find(answer::invalid);
    if (invalid == codes.end()) return;
    std::string found;
    if (const auto cells = summary_.invalid_cells.find(plan.instrument + "." + plan.id);
        cells != summary_.invalid_cells.end()) {
      for (const auto& [text, n] : cells->second)
        found += fmt::format("{}{} ({})", found.empty() ? "" : ", ", text, with_thousands(n));
    }
    line("", fmt::format("{}  {} outside, expected {}{}", item.id, plural(invalid->second, "cell"), plan.expected,
                         found.empty() ? "" : ": " + found));
  }

  void say_missing() {
    constexpr std::array<std::pair<AnswerCode, const char*>, 6> reasons = {
        {{answer::missing, "blank"},
         {answer::not_shown, "not shown"},
         {answer::unanswered, "seen and unanswered"},
         {answer::not_applicable, "not applicable"},
         {answer::suppressed, "suppressed"},
         {answer::user_missing, "declared missing"}}};
    std::vector<std::string> parts;
    for (const auto& [reason, text] : reasons) {
      std::uint64_t n = 0;
      std::set<std::vector<std::uint32_t>> seen; // two instruments may read the same column
      for (std::size_t a = 0; a < codes_.size(); ++a) {
        for (std::size_t i = 0; i < codes_[a].size(); ++i) {
          const std::vector<std::uint32_t>& columns = plan_.administrations[a].items[i].columns;
          const auto found = codes_[a][i].find(reason);
          if (found != codes_[a][i].end() && !columns.empty() && seen.insert(columns).second) n += found->second;
        }
      }
      if (n > 0) parts.push_back(fmt::format("{} in {}", text, plural(n, "cell")));
    }
    line("missing", parts.empty() ? "no item cell is missing" : join(parts, ", "));
    for (std::size_t k = 1; k < drop_reasons; ++k) {
      if (summary_.dropped[k] > 0)
        line("records", fmt::format("{} {}", plural(summary_.dropped[k], "record"), words(static_cast<DropReason>(k))));
    }
  }

  /// Share of the answers that an administration's options know, and how many items it has here.
  std::pair<double, std::size_t> fit(std::size_t a) const {
    std::uint64_t known = 0, cells = 0;
    std::size_t items = 0;
    for (std::size_t i = 0; i < codes_[a].size(); ++i) {
      items += plan_.administrations[a].items[i].columns.empty() ? 0U : 1U;
      for (const auto& [code, n] : codes_[a][i]) {
        known += is_answer(code) ? n : 0;
        cells += is_answer(code) || code == answer::invalid ? n : 0;
      }
    }
    return {cells == 0 ? 0.0 : static_cast<double>(known) / static_cast<double>(cells), items};
  }

  /// The instrument whose options know most of the answers, then the one with most items; none of equals.
  void say_next() {
    if (plan_.administrations.empty()) {
      line("next", "write a map that names the column of each item, and give it with -m; a file without headings needs "
                   "--header-rows 0");
      return;
    }
    if (!request_.map.empty()) {
      line("next", fmt::format("joinedup score {} -m {} -o scores.csv", record_name(path_), file_name(request_.map)));
      return;
    }
    std::size_t best = 0;
    bool alone = true;
    for (std::size_t a = 1; a < plan_.administrations.size(); ++a) {
      if (fit(a) > fit(best)) {
        best = a;
        alone = true;
      } else if (fit(a) == fit(best) && plan_.administrations[a].instrument != plan_.administrations[best].instrument) {
        alone = false;
      }
    }
    line("next", fmt::format("joinedup score {} -i {} --id COLUMN -o scores.csv", record_name(path_),
                             alone ? plan_.administrations[best].instrument : "INSTRUMENT"));
  }

  const std::string& path_;
  const SurveyRequest& request_;
  FileStore& files_;
  Library library_;
  std::optional<Scorers> scorers_;
  SurveyHeader header_;
  ReadingPlan plan_;
  ReadSummary summary_;
  std::vector<std::vector<CodeCounts>> codes_;
  AreaColumnCounts areas_;
  std::vector<InspectLine> lines_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<std::vector<InspectLine>> inspect_file(const std::string& path, const SurveyRequest& request,
                                               FileStore& files) {
  return Inspection(path, request, files).run();
}

} // namespace joinedup
