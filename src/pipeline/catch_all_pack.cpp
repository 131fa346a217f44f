#include "base/pack.hpp"
#include "estimate/packed_numbers.hpp"
#include "pipeline/catch_all.hpp"

#include <algorithm>

namespace joinedup {

void CatchAllSums::Cell::pack(Pack& pack, std::size_t indicators) {
  constexpr std::size_t least = 2 * (2 * ExactSum::packed_bytes + 1);
  pack.whole(caught);
  pack.whole(answers);
  pack.whole(people);
  pack.list(shifts, least, [&](Shift& shift) {
    for (Sum* sum : {&shift.now, &shift.other}) {
      sum->weight.pack(pack);
      sum->value.pack(pack);
      pack.whole(sum->people);
    }
  });
  if (!shifts.empty() && shifts.size() != indicators) pack.refuse();
}

void CatchAllSums::CaseSums::pack(Pack& pack, const CatchAllCase& the_case, const std::vector<std::uint32_t>& numbers) {
  pack.numbers(caught);
  pack.numbers(answers);
  const auto fits = [&](std::size_t size) { return size == 0 || size == the_case.items.size(); };
  if (!fits(caught.size()) || caught.size() != answers.size()) {
    caught.clear();
    answers.clear();
    pack.refuse();
  }
  std::vector<std::uint32_t> met; ///< areas in which somebody answered, in the order of the file
  for (std::uint32_t area = 0; area < areas.size(); ++area)
    if (areas[area].answers > 0) met.push_back(area);
  std::ranges::sort(met, {}, [&](std::uint32_t area) { return numbers[area]; });
  constexpr std::size_t least = 5;
  pack.list(met, least, [&](std::uint32_t& area) {
    pack_number(pack, area, numbers);
    if (area >= areas.size()) areas.resize(area + std::size_t{1});
    if (pack.reading() && areas[area].answers > 0) return pack.refuse();
    areas[area].pack(pack, the_case.indicators.size());
    if (areas[area].answers == 0) pack.refuse();
  });
}

void CatchAllSums::pack(Pack& pack, const std::vector<std::uint32_t>& areas) {
  for (std::size_t c = 0; c < sums_.size(); ++c)
    sums_[c].pack(pack, (*cases_)[c], areas);
}

} // namespace joinedup
