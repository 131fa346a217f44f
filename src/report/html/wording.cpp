#include "report/html/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace joinedup {

int Wording::level(Band band, bool low_is_good) const {
  if (band == Band::none) return 0;
  const int good = static_cast<int>(band) - static_cast<int>(Band::as_expected);
  return neutral_ && low_is_good ? -good : good;
}

std::vector<int> Wording::levels() const {
  if (seven_) return {3, 2, 1, 0, -1, -2, -3};
  return {3, 2, 0, -2, -3};
}

std::string Wording::of_level(int level, Question question) const {
  if (level == 0) return question == Question::sampling ? "no clear difference" : "within";
  const int far = std::abs(level);
  return fmt::format("{}{}", far == 3 ? "much " : far == 1 ? "somewhat " : "", level > 0 ? up() : down());
}

std::string Wording::band(Band band, Question question, bool low_is_good) const {
  return band == Band::none ? "not compared" : of_level(level(band, low_is_good), question);
}

std::string_view level_class(int level) {
  constexpr std::array<std::string_view, 7> classes = {"vlo", "lo", "lo", "no", "hi", "hi", "vhi"};
  return classes.at(static_cast<std::size_t>(level + 3));
}

std::string_view level_shape(int level) { return level > 0 ? "up" : level < 0 ? "down" : "dot"; }

std::string band_html(const Wording& wording, Band band, Question question, bool low_is_good) {
  const int level = wording.level(band, low_is_good);
  const std::string word = wording.band(band, question, low_is_good);
  if (level == 0) return fmt::format("<span class=\"q\">{}</span>", word);
  return fmt::format("<span class=\"w {}\"><svg class=\"g\" aria-hidden=\"true\"><use href=\"#{}\"/></svg>{}</span>",
                     level_class(level), level_shape(level), word);
}

} // namespace joinedup
