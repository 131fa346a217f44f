// The words, shapes and colours of a position. NOTES: higher and lower where outcomes are crude (RULINGS R9), else
// better and worse; the middle reads differently for the two questions; no word of praise or blame.
#pragma once

#include <joinedup/results.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Which of the two questions a band answers: different from the target, or outside the usual spread of areas?
enum class Question : std::uint8_t { sampling, spread };

/// Words of one report. `neutral`: higher and lower.
class Wording {
public:
  explicit Wording(const RunResults& results)
      : neutral_(results.crude_outcomes), seven_(results.study.comparison.scheme == "seven") {}

  std::vector<int> levels() const; ///< of the scheme, highest first

  bool neutral() const { return neutral_; }
  std::string_view up() const { return neutral_ ? "higher" : "better"; }
  std::string_view down() const { return neutral_ ? "lower" : "worse"; }
  /// -3 much lower (worse) to 3 much higher (better); 1 is somewhat, which only a scheme of seven bands has. A neutral
  /// word tells the value's own direction, so it turns round where low values are good.
  int level(Band band, bool low_is_good = false) const;
  std::string band(Band band, Question question, bool low_is_good = false) const;
  std::string of_level(int level, Question question) const;

private:
  bool neutral_, seven_;
};

/// `vhi`, `hi`, `no`, `lo`, `vlo` for much, less than that, 0 and the same downwards.
std::string_view level_class(int level);
/// Id of the symbol: `up`, `down` or `dot`.
std::string_view level_shape(int level);

/// A word with its icon, as a table cell holds it: the icon is hidden from screen readers, the word speaks.
std::string band_html(const Wording& wording, Band band, Question question, bool low_is_good = false);

} // namespace joinedup
