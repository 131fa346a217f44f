#include "model/codings.hpp"

#include <algorithm>

namespace joinedup {

namespace {

bool is_number(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string in_force(const Choice& choice, const std::map<std::string, std::string>& given) {
  const auto found = given.find(choice.id);
  const bool known = found != given.end() &&
                     std::find(choice.values.begin(), choice.values.end(), found->second) != choice.values.end();
  return known ? found->second : choice.fallback;
}

std::vector<std::string> own_words(const Item& item) {
  std::vector<std::string> out;
  for (const ResponseOption& option : item.options) {
    for (const std::string& label : option.labels)
      out.push_back(lower_case(label));
  }
  return out;
}

std::vector<std::string> words_of(const CodedCells& cells) {
  std::vector<std::string> out = cells.catch_all;
  for (const auto& [text, code] : cells.codes)
    out.push_back(text);
  return out;
}

/// Numbers tell nothing: the same ones stand in every coding.
void add_elsewhere(Item& item, const std::vector<std::string>& words, const std::string& setting) {
  for (const std::string& word : words) {
    if (!is_number(word)) item.elsewhere.emplace(word, setting);
  }
}

} // namespace

void apply_codings(Instrument& instrument, const std::map<std::string, std::string>& given) {
  for (const Choice& choice : instrument.choices) {
    const std::string value = in_force(choice, given);
    for (Item& item : instrument.items) {
      bool replaced = false;
      for (const Coding& coding : instrument.codings) {
        const auto cells = coding.items.find(item.id);
        if (coding.choice != choice.id || cells == coding.items.end()) continue;
        if (coding.value == value) {
          item.cells = cells->second;
          replaced = true;
        } else {
          add_elsewhere(item, words_of(cells->second), choice.id + "=" + coding.value);
        }
      }
      if (replaced && !choice.fallback.empty()) add_elsewhere(item, own_words(item), choice.id + "=" + choice.fallback);
    }
  }
  for (Item& item : instrument.items) {
    for (const std::string& word : item.cells.empty() ? own_words(item) : words_of(item.cells))
      item.elsewhere.erase(word);
  }
}

} // namespace joinedup
