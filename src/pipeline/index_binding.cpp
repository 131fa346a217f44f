#include "pipeline/index_binding.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

template <typename Visit> void each_indicator(IndexSpec& index, Visit visit) {
  for (Domain& domain : index.domains) {
    for (Indicator& indicator : domain.indicators)
      visit(indicator, domain.id);
  }
  for (Indicator& indicator : index.companions)
    visit(indicator, std::string());
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

class Binder {
public:
  Binder(IndexSpec index, SurveySetup& setup, Scorers& scorers, FileStore& files)
      : setup_(setup), scorers_(scorers), files_(files) {
    out_.index = std::move(index);
  }

  Outcome<IndexBinding> run() {
    replace_scores();
    choose_value_sets();
    compile();
    if (!diagnostics_.has_errors()) {
      each_indicator(out_.index, [this](Indicator& i, const std::string& domain) { bind(i, domain); });
      for (const BoundIndicator& b : out_.indicators)
        out_.index_indicators += b.domain.empty() ? 0U : 1U;
      drop_unbound_companions();
    }
    if (diagnostics_.has_errors()) return Outcome<IndexBinding>::failure(std::move(diagnostics_));
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  /// R22: another score may stand in only when the user says so, and the title then names it.
  void replace_scores() {
    const auto found = setup_.choices.find("index");
    if (found == setup_.choices.end()) return;
    for (const auto& [from, to] : found->second) {
      bool used = false;
      each_indicator(out_.index, [&, from = from, to = to](Indicator& i, const std::string&) {
        if (!i.score.ends_with("." + from)) return;
        i.score = i.score.substr(0, i.score.size() - from.size()) + to;
        used = true;
      });
      if (used) {
        out_.index.title += fmt::format(" ({} in place of {})", to, from);
        setup_.settings.push_back({"index." + from, to, "option"});
      } else {
        diagnostics_.error("J122", {},
                           fmt::format("--set index.{}: no indicator of {} uses that score", from, out_.index.id),
                           "joinedup instruments show ID lists the scores of an instrument");
      }
    }
    setup_.choices.erase(found);
  }

  void choose_value_sets() {
    std::map<std::string, std::vector<std::string>> of_index;
    each_indicator(out_.index, [&](Indicator& i, const std::string&) {
      const auto name = split_score_name(i.score);
      if (!name || i.value_set.empty()) return;
      const auto chosen = setup_.value_sets.find(name->instrument);
      if (chosen == setup_.value_sets.end()) {
        add_once(of_index[name->instrument], i.value_set);
        return;
      }
      const auto& sets = chosen->second;
      if (std::find(sets.begin(), sets.end(), i.value_set) != sets.end() || sets.empty()) return;
      diagnostics_.warning("J601", i.where,
                           fmt::format("indicator {} is scored with {} as asked, its definition names {}", i.id,
                                       sets.front(), i.value_set),
                           "value sets are part of an index's identity: do not compare this run with others");
      i.value_set = sets.front();
    });
    for (auto& [id, sets] : of_index)
      setup_.value_sets[id] = std::move(sets);
  }

  void compile() {
    std::map<std::string, std::vector<std::string>> wanted;
    each_indicator(out_.index, [&](Indicator& i, const std::string&) {
      for (const std::string& text : {i.score, i.change_from}) {
        if (const auto name = split_score_name(text)) add_once(wanted[name->instrument], name->score);
      }
    });
    for (const auto& [id, scores] : wanted) {
      const Instrument& instrument = scorers_.instrument(id);
      std::vector<std::string> known;
      for (const ScoreDefinition& s : instrument.scores)
        known.push_back(s.id);
      bool all_known = true;
      for (const std::string& score : scores) {
        if (std::find(known.begin(), known.end(), score) != known.end()) continue;
        all_known = false;
        diagnostics_.error("J506", {out_.index.file, 0, 0, ""}, fmt::format("{} has no score \"{}\"", id, score),
                           suggestion(score, known));
      }
      if (all_known) diagnostics_.merge(scorers_.compile(id, setup_, files_, scores));
    }
  }

  /// The column of a plan that a score name means, or -1.
  const ScoreColumn* column_of(BoundScore& name, const std::string& value_set) const {
    for (const ScoreColumn& c : scorers_.plan(name.instrument).columns()) {
      if (c.id != name.score && c.id != name.score + "[" + value_set + "]") continue;
      name.column = c.id;
      return &c;
    }
    return nullptr;
  }

  void bind(Indicator& i, const std::string& domain) {
    BoundIndicator bound{i, domain, {}, {}, 0, 1};
    if (!i.column.empty() || i.table) {
      if (!i.table) add_once(out_.numeric_columns, i.column);
      bound.low = i.goalposts ? i.goalposts->first : 0;
      bound.high = i.goalposts ? i.goalposts->second : 1;
      if (!i.goalposts)
        diagnostics_.error("J507", i.where,
                           fmt::format("indicator {} is a {} and needs goalposts", i.id, i.table ? "table" : "column"),
                           "for example \"goalposts\": [0, 100]");
      out_.indicators.push_back(std::move(bound));
      return;
    }
    bound.score = {*split_score_name(i.score), {}};
    const ScoreColumn* column = column_of(bound.score, i.value_set);
    if (column == nullptr || !column->unsupported.empty()) return unsupported(i, domain);
    if (!i.change_from.empty()) {
      bound.change_from = BoundScore{*split_score_name(i.change_from), {}};
      if (column_of(*bound.change_from, i.value_set) == nullptr) return unsupported(i, domain);
    }
    take_goalposts(i, *column, bound);
    out_.indicators.push_back(std::move(bound));
  }

  void unsupported(const Indicator& i, const std::string& domain) {
    const std::string what = fmt::format("{} cannot be scored: it needs a value set or a licensed table", i.score);
    const std::string instrument = split_score_name(i.score)->instrument;
    if (domain.empty()) {
      diagnostics_.note("J602", i.where, fmt::format("companion {} is left out: {}", i.id, what),
                        fmt::format("--table {0}=FILE or --value-set {0}=SET", instrument));
    } else {
      diagnostics_.error(
          "J603", i.where, fmt::format("indicator {}: {}", i.id, what),
          fmt::format(
              "--table {0}=FILE (your licensed table), --value-set {0}=SET, or --set "
              "index.{1}=OTHER to put another score of the instrument in its place, which goes into the index's title",
              instrument, split_score_name(i.score)->score));
    }
  }

  void take_goalposts(const Indicator& i, const ScoreColumn& column, BoundIndicator& bound) {
    if (i.goalposts) {
      bound.low = i.goalposts->first;
      bound.high = i.goalposts->second;
      const bool differs = column.low && column.high && i.change_from.empty() &&
                           (*column.low != bound.low || *column.high != bound.high);
      if (differs)
        diagnostics_.warning("J604", i.where,
                             fmt::format("indicator {} has goalposts {} to {}, the score's range is {} to {}", i.id,
                                         shortest(bound.low), shortest(bound.high), shortest(*column.low),
                                         shortest(*column.high)),
                             "leave goalposts out to use the range");
      return;
    }
    if (!i.change_from.empty() || !column.low || !column.high) {
      diagnostics_.error("J507", i.where, fmt::format("indicator {} needs goalposts", i.id),
                         "a change has no range of its own; for example \"goalposts\": [-1.594, 1.594]");
      return;
    }
    bound.low = *column.low;
    bound.high = *column.high;
  }

  void drop_unbound_companions() {
    auto& companions = out_.index.companions;
    std::erase_if(companions, [this](const Indicator& i) {
      return std::none_of(out_.indicators.begin(), out_.indicators.end(),
                          [&](const BoundIndicator& b) { return b.domain.empty() && b.spec.id == i.id; });
    });
  }

  SurveySetup& setup_;
  Scorers& scorers_;
  FileStore& files_;
  IndexBinding out_;
  Diagnostics diagnostics_;
};

} // namespace

std::vector<std::string> instruments_of(const IndexSpec& index) {
  std::vector<std::string> out;
  IndexSpec copy = index;
  each_indicator(copy, [&](Indicator& i, const std::string&) {
    for (const std::string& text : {i.score, i.change_from}) {
      if (const auto name = split_score_name(text)) add_once(out, name->instrument);
    }
  });
  return out;
}

std::map<std::string, Position> places_of_instruments(const IndexSpec& index) {
  std::map<std::string, Position> out;
  IndexSpec copy = index;
  each_indicator(copy, [&](Indicator& i, const std::string&) {
    for (const std::string& text : {i.score, i.change_from}) {
      if (const auto name = split_score_name(text)) out.emplace(name->instrument, i.where);
    }
  });
  return out;
}

Outcome<IndexBinding> bind_index(IndexSpec index, SurveySetup& setup, Scorers& scorers, FileStore& files) {
  return Binder(std::move(index), setup, scorers, files).run();
}

} // namespace joinedup
