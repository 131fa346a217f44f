// Headings and question texts as words, and which item of an instrument they speak of.
#pragma once

#include <joinedup/instrument.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Lower-case runs of letters and runs of digits (without leading zeros): "ABC[SQ001]" -> abc sq 1.
std::vector<std::string> words_of(std::string_view text);

/// How surely a heading speaks of an item, best last.
enum class Evidence : unsigned char { none, words, part_of_name, name };

struct ItemEvidence {
  std::size_t item = 0;
  Evidence kind = Evidence::none;
  double covered = 0;    ///< words: share of the item's own words that the heading holds
  std::size_t first = 0; ///< number of the first word that speaks of the instrument or item
};

/// Names by which headings may call an instrument, and the words of its items.
class InstrumentWords {
public:
  explicit InstrumentWords(const Instrument& instrument);
  /// The item that a heading speaks of; none where two items would do.
  std::optional<ItemEvidence> item_in(const std::vector<std::string>& heading) const;
  const Instrument& instrument() const { return *instrument_; }

private:
  struct ItemWords {
    std::vector<std::string> suffix; ///< words of the id after what all ids share
    std::vector<std::string> label;
  };
  struct Named {
    std::size_t first = 0, after = 0; ///< words [first, after) are the instrument's name
    bool whole = false;
  };
  std::optional<Named> name_in(const std::vector<std::string>& heading) const;
  std::optional<ItemEvidence> by_suffix(const std::vector<std::string>& heading, const Named& named) const;
  std::optional<ItemEvidence> by_label(const std::vector<std::string>& heading,
                                       const std::optional<Named>& named) const;

  const Instrument* instrument_;
  std::vector<std::string> names_; ///< squeezed: abc13
  std::vector<ItemWords> items_;
};

} // namespace joinedup
