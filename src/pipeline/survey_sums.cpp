#include "pipeline/survey_sums.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace joinedup {

namespace {

/// What is packed of a dictionary: its texts in order. `text_of` by number of the run; `number_of` gives the number of
/// a text that was read, or no_number.
template <typename TextOf, typename NumberOf>
std::vector<std::uint32_t> pack_texts(Pack& pack, std::size_t size, TextOf text_of, NumberOf number_of) {
  std::vector<std::string> texts;
  std::vector<std::uint32_t> out;
  if (!pack.reading()) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    for (std::uint32_t number = 0; number < size; ++number)
      texts.push_back(text_of(number));
    std::ranges::sort(order, {}, [&](std::uint32_t number) -> const std::string& { return texts[number]; });
    out.resize(size);
    for (std::uint32_t rank = 0; rank < size; ++rank)
      out[order[rank]] = rank;
    std::ranges::sort(texts);
  }
  pack.texts(texts);
  if (!pack.reading()) return out;
  if (std::ranges::adjacent_find(texts, std::ranges::greater_equal()) != texts.end()) pack.refuse();
  for (const std::string& text : texts) {
    if (!pack.ok()) return {};
    out.push_back(number_of(text));
    if (out.back() == no_number) pack.refuse();
  }
  return out;
}

std::vector<std::uint32_t> pack_dictionary(Pack& pack, Dictionary& dictionary) {
  return pack_texts(
      pack, dictionary.size(), [&](std::uint32_t number) { return dictionary.text(number); },
      [&](const std::string& text) { return dictionary.number(text); });
}

std::uint32_t place_in(const std::vector<std::uint32_t>& numbers, std::uint32_t number) {
  return numbers.empty() ? 0 : numbers[number];
}

} // namespace

SurveyNames::Numbers SurveyNames::pack(Pack& pack) {
  Numbers out;
  out.of.area = pack_texts(
      pack, areas.size(), [this](std::uint32_t number) { return areas.code(number); },
      [this](const std::string& code) { return areas.number_of_code(code); });
  std::vector<std::string> ended = areas.succeeded();
  pack.texts(ended);
  for (const std::string& code : ended)
    if (!areas.meet_ended(code)) pack.refuse();
  out.of.stratum = pack_dictionary(pack, strata);
  out.of.cluster = pack_dictionary(pack, clusters);
  out.of.category = pack_dictionary(pack, levels);
  for (std::size_t c = 0; c < by.columns(); ++c)
    out.groups.push_back(pack_dictionary(pack, by.values(c)));
  for (std::size_t c = 0; c < answered.columns(); ++c)
    out.answered.push_back(pack_dictionary(pack, answered.values(c)));
  return out;
}

SurveySums::SurveySums(const BenchmarkSetup& setup, const SurveyNames& names)
    : sums(setup.design()), catch_all(setup.cases), by(names.by.empty_sums(setup.design())),
      answered(names.answered.empty_counts()), scores(setup.bins) {
  if (setup.keep)
    kept.emplace(setup.binding.indicators.size(), setup.keep->numbers.size(), setup.keep->categories.size());
}

void SurveySums::merge(SurveySums&& other) {
  sums.merge(other.sums);
  tally.merge(other.tally);
  catch_all.merge(other.catch_all);
  if (kept) kept->merge(std::move(*other.kept));
  by.merge(other.by);
  answered.merge(other.answered);
  scores.merge(other.scores);
}

void SurveySums::pack(Pack& pack, const SurveyNames::Numbers& numbers) {
  auto& [all, counts, caught, records, groups, people, values] =
      *this; // a further member that is not packed does not compile
  all.pack(pack, numbers.of);
  counts.pack(pack);
  caught.pack(pack, numbers.of.area);
  for (std::size_t c = 0; c < groups.columns.size(); ++c) {
    PackedNumbers of_group = numbers.of;
    of_group.area = numbers.groups[c];
    groups.columns[c].pack(pack, of_group);
  }
  people.pack(pack, numbers.of.area, numbers.answered);
  values.pack(pack);
  if (!records) return;
  if (!pack.reading())
    records->put_in_order([&](std::uint32_t n) { return place_in(numbers.of.area, n); },
                          [&](std::uint32_t n) { return place_in(numbers.of.stratum, n); },
                          [&](std::uint32_t n) { return place_in(numbers.of.cluster, n); },
                          [&](std::uint32_t n) { return place_in(numbers.of.category, n); });
  records->pack(pack, numbers.of);
}

} // namespace joinedup
