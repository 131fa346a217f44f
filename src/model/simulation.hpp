// What a synthetic survey is drawn from (instruments/simulation.json). All amounts are whole numbers: traits in
// thousandths of a standard deviation, loadings in thousandths, rates in ten-thousandths, so that the same bytes come
// out on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

/// How strongly a trait counts: `loading` thousandths of it.
struct TraitLoading {
  std::size_t trait = 0;
  int loading = 0;
};

/// A latent trait of a person: a sum of earlier traits, of draws of person, practice and area, and of age.
struct SimulatedTrait {
  std::string id;
  std::vector<TraitLoading> from;
  int person = 0, practice = 0, area = 0; ///< standard deviations of the three draws
  std::vector<int> by_age;                ///< shift for each age band; empty = none
};

/// An answer on a wide numeric scale: centre + spread x trait, cut off at the ends, often a multiple of `step`.
struct NumericAnswer {
  int low = 0, high = 0, centre = 0, spread = 0;
  int step = 1, stepped = 0; ///< rate at which people answer a multiple of `step`
};

/// A follow-up is asked only of those who gave `code` to an earlier item of the same block.
struct AskedWhen {
  std::size_t item = 0;
  int code = 0;
};

/// One item: the answer is codes[number of thresholds at or below the person's trait mix plus noise].
struct SimulatedItem {
  std::string id;
  std::vector<TraitLoading> from;
  int noise = 0;
  std::vector<int> thresholds, codes; ///< thresholds rise; one code more than thresholds
  std::optional<NumericAnswer> numeric;
  std::optional<AskedWhen> asked_when;
  std::optional<std::pair<int, int>> aside; ///< code, rate: an answer that no trait drives, such as "don't know"
};

/// The items of one questionnaire and how often they stay without an answer.
struct SimulatedBlock {
  std::string instrument;
  int skipped = 0;                                  ///< rate of people who leave out the whole questionnaire
  int missing = 0, not_applicable = 0, invalid = 0; ///< rates per cell
  std::vector<std::string> not_applicable_words, invalid_cells;
  std::vector<SimulatedItem> items;
};

struct SimulatedCategory {
  std::string label;
  int share = 0;     ///< relative to the sum of shares
  int weight = 1000; ///< mean survey weight in thousandths
};

/// Sizes of areas by their position in the geography: `few` as they stand, the others fall like 1 / (rank + flatness),
/// with ranks spread over positions. Sizes hold for every `period` records.
struct SimulatedSizes {
  int period = 0, flatness = 0, stride = 1;
  std::vector<std::pair<std::size_t, int>> few; ///< position, records a period
};

/// An area, by position, that is made to differ.
struct StandingOut {
  std::size_t area = 0;
  std::vector<TraitLoading> shift; ///< loading = the shift itself
};

/// Columns beside the items: their headings, and how often their cells are blank or unknown.
struct SimulatedColumns {
  std::string record, area, practice, stratum, weight, age_band, sex, comment;
};

struct SimulatedComments {
  int given = 0;   ///< rate of people who write something
  int formula = 0; ///< rate, among these, of texts from `formulas`
  int most = 1;    ///< phrases in a comment
  std::vector<std::string> phrases, separators, formulas;
};

struct SimulationSpec {
  std::string id, version, title;
  std::string geography; ///< whose areas are surveyed unless another is asked for
  std::vector<std::string> notes;
  SimulatedColumns columns;
  SimulatedSizes sizes;
  int practice_records = 40;                  ///< of a practice in a period
  int practice_least = 2, practice_most = 10; ///< practices of an area
  std::vector<std::string> strata;            ///< kinds of practice; a stratum is a region and a kind
  std::vector<SimulatedCategory> age_bands, sexes;
  int age_tilt = 0;      ///< how far areas differ in age, thousandths
  int weight_spread = 0; ///< weights vary by up to this, thousandths either way
  int blank_area = 0, unknown_area = 0, blank_weight = 0;
  std::vector<std::string> unknown_areas;
  std::vector<SimulatedTrait> traits;
  std::vector<StandingOut> standing_out;
  std::vector<SimulatedBlock> blocks;
  SimulatedComments comments;
  std::string file, sha256;
};

} // namespace joinedup
