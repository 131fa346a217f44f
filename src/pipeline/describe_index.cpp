#include "base/text.hpp"
#include "pipeline/index_binding.hpp"
#include "pipeline/question_weights.hpp"

#include <algorithm>

namespace joinedup {

namespace {

double weight_sum(const std::vector<Domain>& domains) {
  double sum = 0;
  for (const Domain& d : domains)
    sum += d.weight;
  return sum;
}

/// Share of the whole index: the product of shares up the tree.
double effective_weight(const IndexSpec& index, const std::string& domain_id, const Indicator& indicator) {
  for (const Domain& d : index.domains) {
    if (d.id != domain_id) continue;
    double within = 0;
    for (const Indicator& i : d.indicators)
      within += i.weight;
    return d.weight / weight_sum(index.domains) * indicator.weight / within;
  }
  return 0;
}

std::string label_of(const BoundIndicator& b, const Scorers& scorers) {
  if (!b.spec.label.empty()) return b.spec.label;
  if (!b.spec.column.empty()) return b.spec.column;
  for (const ScoreColumn& c : scorers.plan(b.score.instrument).columns()) {
    if (c.id == b.score.column) return c.label;
  }
  return b.spec.id;
}

/// As the index definition says, else as the score's own definition says.
Direction direction_of(const BoundIndicator& b, const Scorers& scorers) {
  if (b.spec.direction_given || b.spec.score.empty()) return b.spec.direction;
  for (const ScoreColumn& c : scorers.plan(b.score.instrument).columns()) {
    if (c.id == b.score.column && c.direction != Direction::none) return c.direction;
  }
  return b.spec.direction;
}

std::string sources_of(const Instrument& instrument) {
  std::string out;
  for (const Source& s : instrument.sources) {
    if (!out.empty()) out += "; ";
    out += s.citation;
  }
  return out;
}

void describe_table(const AreaTable& table, IndicatorInfo& info) {
  info.score = file_name(table.file);
  info.source = table.source;
  info.statistic = words(table.kind);
  if (table.per != 1) info.statistic += " per " + shortest(table.per);
  info.method = table.kind == TableKind::proportion ? "wilson" : table.counts() ? "byar" : "as published";
}

} // namespace

std::vector<IndicatorInfo> describe(const IndexBinding& binding, const Scorers& scorers) {
  std::vector<IndicatorInfo> out;
  for (const BoundIndicator& b : binding.indicators) {
    IndicatorInfo info;
    info.id = b.spec.id;
    info.label = label_of(b, scorers);
    info.domain = b.domain;
    info.low = b.low;
    info.high = b.high;
    info.low_is_good = direction_of(b, scorers) == Direction::lower;
    info.weight = effective_weight(binding.index, b.domain, b.spec);
    info.value_set = b.spec.value_set;
    info.method = "linearised";
    info.notice = b.spec.notice;
    info.statistic = b.change_from ? "mean change" : b.low == 0 && b.high == 1 ? "proportion" : "mean";
    const auto& unranked = binding.index.unranked_companions;
    info.banded = std::find(unranked.begin(), unranked.end(), b.spec.id) == unranked.end();
    if (b.spec.table) {
      describe_table(*b.spec.table, info);
    } else if (b.spec.column.empty()) {
      const Instrument& instrument = scorers.instrument(b.score.instrument);
      info.score = b.spec.score;
      info.source = sources_of(instrument);
      if (info.weight > 0)
        info.question_weights = question_weights(instrument, scorers.plan(instrument.id), b.score.column, info.weight);
    } else {
      info.score = b.spec.column;
    }
    out.push_back(std::move(info));
  }
  return out;
}

} // namespace joinedup
