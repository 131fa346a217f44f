#include "evaluate/profile_change.hpp"

#include <limits>
#include <numeric>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::size_t at(ProfileChange change) { return static_cast<std::size_t>(change); }

ProfileChange change_of(bool better, bool worse, bool at_best) {
  if (better && worse) return ProfileChange::mixed_change;
  if (better) return ProfileChange::improve;
  if (worse) return ProfileChange::worsen;
  return at_best ? ProfileChange::no_problems : ProfileChange::no_change;
}

double percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? none : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::string_view words(ProfileChange change) {
  switch (change) {
  case ProfileChange::no_change:
    return "no_change";
  case ProfileChange::improve:
    return "improve";
  case ProfileChange::worsen:
    return "worsen";
  case ProfileChange::mixed_change:
    return "mixed_change";
  case ProfileChange::no_problems:
    return "no_problems";
  }
  return "";
}

ChangeShares change_shares(const ChangeCounts& counts) {
  ChangeShares out;
  out.all = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  const std::size_t no_problems = at(ProfileChange::no_problems), no_change = at(ProfileChange::no_change);
  out.with_problems = out.all - counts[no_problems];
  for (std::size_t c = 0; c < profile_changes; ++c) {
    out.split[c] = percent(counts[c], c == no_problems ? out.all : out.with_problems);
    out.plain[c] = percent(c == no_problems ? 0 : counts[c] + (c == no_change ? counts[no_problems] : 0), out.all);
  }
  return out;
}

void ProfileChanges::add(std::size_t before, std::size_t after, std::uint64_t people) {
  const std::vector<std::size_t> a = shape_.digits(before), b = shape_.digits(after);
  bool better = false, worse = false;
  for (std::size_t d = 0; d < a.size(); ++d) {
    better = better || b[d] < a[d];
    worse = worse || b[d] > a[d];
    by_dimension_[d][at(change_of(b[d]<a[d], b[d]> a[d], a[d] == 0 && b[d] == 0))] += people;
  }
  counts_[at(change_of(better, worse, before == 0 && after == 0))] += people;
}

std::uint64_t ProfileChanges::n() const { return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0}); }

double ProfileChanges::superiority(std::size_t dimension) const {
  const ChangeCounts& c = by_dimension_[dimension];
  const std::uint64_t all = n();
  if (all == 0) return none;
  const auto unchanged = static_cast<double>(c[at(ProfileChange::no_change)] + c[at(ProfileChange::no_problems)]);
  return (static_cast<double>(c[at(ProfileChange::improve)]) + unchanged / 2) / static_cast<double>(all);
}

} // namespace joinedup
