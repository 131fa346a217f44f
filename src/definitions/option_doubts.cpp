#include "definitions/option_doubts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace joinedup {

namespace {

/// As people read it: letters and digits in lower case, whatever stands between them.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : lower(text)) {
    const bool is_mark = (c < 'a' || c > 'z') && (c < '0' || c > '9') && static_cast<unsigned char>(c) < 0x80;
    if (!is_mark) out += c;
  }
  return out;
}

/// A text of the definition and its place.
struct Word {
  std::string text;
  std::size_t place = 0;
  int code = 0; ///< of an option
};

/// Texts of the list `name` below the object at `place`.
std::vector<Word> list_of(const JsonSource& source, std::size_t place, const Json& object, const std::string& name) {
  std::vector<Word> out;
  const auto list = object.find(name);
  if (list == object.end() || !list->is_array()) return out;
  for (std::size_t i = 0; i < list->size(); ++i)
    out.push_back({(*list)[i].get<std::string>(), source.element(source.member(place, name), i)});
  return out;
}

std::vector<Word> words_of_options(const JsonSource& source, std::size_t place, const Json& options) {
  std::vector<Word> out;
  for (std::size_t o = 0; o < options.size(); ++o) {
    const std::size_t at = source.element(place, o);
    const int code = options[o].at("code").get<int>();
    out.push_back({options[o].at("label").get<std::string>(), source.member(at, "label"), code});
    for (Word& alias : list_of(source, at, options[o], "aliases")) {
      alias.code = code;
      out.push_back(std::move(alias));
    }
  }
  return out;
}

void doubt_options(const JsonSource& source, std::size_t place, const Json& options, Diagnostics& out) {
  const std::vector<Word> words = words_of_options(source, place, options);
  std::map<std::string, const Word*> seen;
  for (const Word& word : words) {
    const auto [first, added] = seen.emplace(bare(word.text), &word);
    if (!added && first->second->code != word.code && !first->first.empty())
      out.warning("J540", source.where(word.place),
                  fmt::format("\"{}\" (code {}) and \"{}\" (code {}) differ in marks only", word.text, word.code,
                              first->second->text, first->second->code),
                  "a cell with other spaces or punctuation could mean either: tell them apart by a word");
    const auto number = parse_number(word.text);
    const bool other = number && *number != word.code && std::any_of(words.begin(), words.end(), [&](const Word& w) {
                         return static_cast<double>(w.code) == *number;
                       });
    if (other)
      out.warning("J540", source.where(word.place),
                  fmt::format("\"{}\" labels code {} and is the code of another option", word.text, word.code),
                  "a cell that holds it could mean either: take this label out");
  }
}

/// Words that say why there is no answer must not be those of an answer.
void doubt_item(const JsonSource& source, std::size_t place, const Json& json, const Item& item, Diagnostics& out) {
  std::vector<Word> words = list_of(source, place, json, "not_applicable");
  if (const auto catch_all = json.find("catch_all"); catch_all != json.end() && catch_all->is_object()) {
    for (Word& word : list_of(source, source.member(place, "catch_all"), *catch_all, "words"))
      words.push_back(std::move(word));
  }
  for (const Word& word : words) {
    for (const ResponseOption& option : item.options) {
      const bool same = std::any_of(option.labels.begin(), option.labels.end(),
                                    [&](const std::string& label) { return bare(label) == bare(word.text); });
      if (same)
        out.warning("J540", source.where(word.place),
                    fmt::format("\"{}\" of item \"{}\" is a label of code {} too", word.text, item.id, option.code),
                    "keep it in one place: as an answer, or as a word for none");
    }
  }
}

} // namespace

void option_doubts(const Instrument& instrument, const JsonSource& source, Diagnostics& out) {
  const Json& root = source.root();
  if (const auto sets = root.find("option_sets"); sets != root.end() && sets->is_object()) {
    const std::size_t place = source.member(0, "option_sets");
    for (const auto& [name, options] : sets->items())
      doubt_options(source, source.member(place, name), options, out);
  }
  const Json& items = root.at("items");
  for (std::size_t i = 0; i < instrument.items.size(); ++i) {
    const std::size_t place = source.element(source.member(0, "items"), i);
    if (const auto options = items[i].find("options"); options != items[i].end() && options->is_array())
      doubt_options(source, source.member(place, "options"), *options, out);
    doubt_item(source, place, items[i], instrument.items[i], out);
  }
}

} // namespace joinedup
