#include "pipeline/record_tally.hpp"

#include "base/pack.hpp"

namespace joinedup {

void RecordTally::finish(std::uint64_t count) {
  const auto seen = [this](ScoreStatus status) { return seen_[static_cast<std::size_t>(status)]; };
  const std::uint32_t lacking =
      seen(ScoreStatus::missing) + seen(ScoreStatus::invalid) + seen(ScoreStatus::not_applicable);
  const std::uint32_t valued = seen(ScoreStatus::ok) + seen(ScoreStatus::prorated);
  if (valued > 0) {
    (seen(ScoreStatus::prorated) > 0 ? prorated_ : lacking > 0 ? part_ : full_) += count;
  } else if (seen(ScoreStatus::invalid) > 0) {
    invalid_ += count;
  } else if (seen(ScoreStatus::missing) > 0) {
    missing_ += count;
  } else if (seen(ScoreStatus::not_applicable) > 0) {
    not_applicable_ += count;
  } else {
    unsupported_ += count;
  }
  seen_.fill(0);
}

void RecordTally::merge(const RecordTally& other) {
  full_ += other.full_;
  part_ += other.part_;
  prorated_ += other.prorated_;
  invalid_ += other.invalid_;
  not_applicable_ += other.not_applicable_;
  missing_ += other.missing_;
  unsupported_ += other.unsupported_;
}

void RecordTally::pack(Pack& pack) {
  for (std::uint64_t* count : {&full_, &part_, &prorated_, &invalid_, &not_applicable_, &missing_, &unsupported_})
    pack.whole(*count);
}

void RecordTally::add_to(Reconciliation& r) const {
  r.scored_full += full_;
  r.scored_part += part_;
  r.scored_prorated += prorated_;
  const auto add = [&r](const char* reason, std::uint64_t n) {
    if (n > 0) r.not_scored[reason] += n;
  };
  add("too few items", missing_);
  add("invalid answers", invalid_);
  add("not applicable", not_applicable_);
  add("no value set or table chosen", unsupported_);
}

} // namespace joinedup
