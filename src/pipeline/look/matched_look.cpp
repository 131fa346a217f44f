#include "pipeline/look/matched_look.hpp"

#include "exports/headings.hpp"
#include "pipeline/look/answer_match.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/survey_setup.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace joinedup {

namespace {

InstrumentMatch match_of(const AdministrationPlan& plan, const Instrument& instrument) {
  InstrumentMatch out{&instrument, plan.wave, std::vector<ItemMatch>(plan.items.size()), {}, {}};
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (plan.items[i].columns.empty()) continue;
    if (plan.items[i].digit) out.profile = plan.items[i].columns.front();
    out.items[i] = {plan.items[i].columns, Confidence::high, "by " + plan.matched_by, {}};
  }
  return out;
}

/// What to read: the map's administrations, else those found by item id, else also those found by headings.
class Asking {
public:
  Asking(const Scorers& scorers, bool by_number, MissingColumns missing, ReadingRequest request)
      : scorers_(scorers), by_number_(by_number), missing_(missing), request_(std::move(request)) {}

  /// For a second look at the file, with what its answers say.
  void take_answers(std::vector<InstrumentMatch> by_answers) { by_answers_ = std::move(by_answers); }

  ReadingRequest ask(const SurveyFile& file) {
    if (!request_.map.administrations.empty()) {
      if (missing_ == MissingColumns::are_left_out) leave_out(Headings(file));
      return request_;
    }
    for (const Instrument* i : request_.instruments)
      if (!counts) counts = find_count_columns(file, *i);
    ReadingRequest request = request_;
    request.refuse_counts = false; // said by the plan that follows
    const Outcome<ReadingPlan> plain = plan_reading(file, request);
    if (plain) take_plain(*plain, request);
    const std::vector<std::string>& headings = file.header().headings;
    std::vector<InstrumentMatch> all =
        match_headings(file.header(), not_found(request), by_number_, request.known_instruments);
    std::move(by_answers_.begin(), by_answers_.end(), std::back_inserter(all));
    for (InstrumentMatch& match : all) {
      Administration a = administration_of(match, headings);
      if (a.items.empty() && a.profile.empty()) {
        if (match.items.size() > 1 || !match.items.front().how.empty())
          undecided.push_back(std::move(match)); // one question alone proves nothing
        continue;
      }
      request.map.administrations.push_back(std::move(a));
      found_.push_back(std::move(match));
    }
    if (found_.empty()) request.map.administrations.clear(); // the plain way says it all
    return request;
  }

  /// For each administration of the plan, in order: those found by headings come last.
  std::vector<InstrumentMatch> matches(const ReadingPlan& plan) const {
    std::vector<InstrumentMatch> out;
    const std::size_t plain = plan.administrations.size() - std::min(plan.administrations.size(), found_.size());
    for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
      const AdministrationPlan& admin = plan.administrations[a];
      out.push_back(a < plain ? match_of(admin, scorers_.instrument(admin.instrument)) : found_[a - plain]);
    }
    return out;
  }

  std::vector<InstrumentMatch> undecided;
  std::optional<CountColumns> counts;

private:
  void leave_out(const Headings& headings) {
    const auto lacks = [&](const std::string& name) {
      Diagnostics unheard;
      return !headings.find(name, "", {}, unheard);
    };
    ColumnMap& map = request_.map;
    for (Administration& a : map.administrations) {
      for (auto& [item, columns] : a.items)
        std::erase_if(columns, lacks);
      std::erase_if(a.items, [](const auto& item) { return item.second.empty(); });
      if (!a.profile.empty() && lacks(a.profile)) a.profile.clear();
      std::erase_if(a.compare, [&](const auto& entry) { return lacks(entry.second); });
    }
    std::erase_if(map.administrations, [](const Administration& a) { return a.items.empty() && a.profile.empty(); });
    std::erase_if(map.rows, [&](const auto& row) { return lacks(row.first); });
    std::erase_if(map.columns, lacks);
    for (std::string* name : {&map.record, &map.weight, &map.count, &map.wave})
      if (!name->empty() && lacks(*name)) name->clear();
  }

  static void take_plain(const ReadingPlan& plan, ReadingRequest& request) {
    for (const AdministrationPlan& a : plan.administrations)
      if (a.matched_by == "item ids") request.map.administrations.push_back({a.instrument, a.wave, {}, {}, {}, {}});
  }

  std::vector<const Instrument*> not_found(const ReadingRequest& request) const {
    std::vector<const Instrument*> out;
    for (const Instrument* i : request.instruments) {
      const auto& all = request.map.administrations;
      const bool found = std::any_of(all.begin(), all.end(), [&](const auto& a) { return a.instrument == i->id; });
      if (!found) out.push_back(i);
    }
    return out;
  }

  const Scorers& scorers_;
  bool by_number_;
  MissingColumns missing_;
  ReadingRequest request_;
  std::vector<InstrumentMatch> found_, by_answers_;
};

} // namespace

Outcome<MatchedLook> look_for_instruments(const std::string& path, const SurveyRequest& request, FileStore& files,
                                          MissingColumns missing) {
  const Library library(files);
  SurveyRequest one = request;
  one.files = {path};
  Outcome<SurveySetup> setup = set_up_survey(one, nullptr, "", files);
  Diagnostics diagnostics = std::move(setup.diagnostics);
  if (!setup) return Outcome<MatchedLook>::failure(std::move(diagnostics));
  Outcome<Scorers> scorers = Scorers::load(instruments_to_look_for(one, *setup, library), library, *setup);
  diagnostics.merge(scorers.diagnostics);
  if (!scorers) return Outcome<MatchedLook>::failure(std::move(diagnostics));
  const ColumnMap& map = setup->inputs.front().map;
  ReadingRequest reading;
  reading.map = map;
  reading.instruments = scorers->instruments();
  reading.known_instruments = scorers->known_instruments();
  reading.where = setup->where;
  Asking asking(*scorers, !request.instruments.empty(), missing, std::move(reading));
  const auto look_once = [&] {
    return look_at(
        path, map.reader, {request.threads, request.block_bytes},
        [&](const SurveyFile& file) { return asking.ask(file); }, files);
  };
  Outcome<FileLook> look = look_once();
  if (look && look->plan.administrations.empty() && asking.undecided.empty() && !asking.counts && path != "-") {
    if (auto by_answers = match_answers(*look, scorers->instruments()); !by_answers.empty()) {
      asking.take_answers(std::move(by_answers));
      look = look_once();
    }
  }
  diagnostics.merge(look.diagnostics);
  if (!look) return Outcome<MatchedLook>::failure(std::move(diagnostics));
  std::vector<InstrumentMatch> matches = asking.matches(look->plan);
  return {MatchedLook{std::move(*scorers), map, std::move(*look), std::move(matches), std::move(asking.undecided),
                      std::move(asking.counts)},
          std::move(diagnostics)};
}

} // namespace joinedup
