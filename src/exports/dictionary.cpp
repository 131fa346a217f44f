#include "exports/dictionary.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/closing_lines.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <unordered_map>

namespace joinedup {

namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

} // namespace

struct Dictionary::Impl {
  mutable std::shared_mutex mutex;
  std::deque<std::string> texts;                                                          ///< addresses stay
  std::unordered_map<std::string_view, std::uint32_t, TextHash, std::equal_to<>> numbers; ///< keys live in `texts`
};

Dictionary::Dictionary() : impl_(std::make_unique<Impl>()) {}
Dictionary::~Dictionary() = default;

std::uint32_t Dictionary::number(std::string_view text) {
  {
    const std::shared_lock lock(impl_->mutex);
    if (const auto found = impl_->numbers.find(text); found != impl_->numbers.end()) return found->second;
  }
  const std::unique_lock lock(impl_->mutex);
  if (const auto found = impl_->numbers.find(text); found != impl_->numbers.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(impl_->texts.size());
  impl_->numbers.emplace(impl_->texts.emplace_back(text), number);
  return number;
}

std::string Dictionary::text(std::uint32_t number) const {
  const std::shared_lock lock(impl_->mutex);
  return impl_->texts.at(number);
}

std::size_t Dictionary::size() const {
  const std::shared_lock lock(impl_->mutex);
  return impl_->texts.size();
}

struct AreaDictionary::Impl {
  bool open = true; ///< without geography: any text is an area
  bool has_lookup = false;
  std::map<std::string, std::string, std::less<>> lookup;
  std::map<std::string, std::uint32_t, std::less<>> known; ///< every code of a geography -> its area
  struct Ended {
    std::uint32_t heir = 0;
    std::string code; ///< as the geography writes it
    std::atomic<bool> met = false;
  };
  std::map<std::string, Ended, std::less<>> ended; ///< codes of areas that went whole into one that is known
  std::vector<std::string> codes;                  ///< of the geography
  std::set<std::string, std::less<>> forms;        ///< of the look-up's keys, else of the codes
  std::string whole_code, whole_name;              ///< of the geography
  Dictionary found;
};

namespace {

/// E54000008 -> A99999999.
std::string form_of(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    const char small = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') c = '9';
    if (small >= 'a' && small <= 'z') c = 'A';
  }
  return out;
}

} // namespace

AreaDictionary::AreaDictionary(const Geography* geography, const std::map<std::string, std::string>* lookup)
    : impl_(std::make_unique<Impl>()) {
  if (lookup != nullptr) {
    impl_->has_lookup = true;
    for (const auto& [from, to] : *lookup)
      impl_->lookup.emplace(trim(from), trim(to));
    for (const auto& [from, to] : impl_->lookup)
      impl_->forms.insert(form_of(from));
  }
  if (geography == nullptr) return;
  impl_->open = false;
  impl_->whole_code = geography->total_code;
  impl_->whole_name = geography->total_name;
  for (const Area& area : geography->areas) {
    const auto number = static_cast<std::uint32_t>(impl_->codes.size());
    impl_->codes.push_back(area.code);
    impl_->known.emplace(lower(area.code), number);
    for (const std::string& code : area.codes)
      impl_->known.emplace(lower(code), number);
  }
  for (const auto& [code, heir] : geography->succeeded_by) {
    Impl::Ended& ended = impl_->ended[lower(code)];
    ended.heir = impl_->known.at(lower(heir));
    ended.code = code;
  }
  for (const auto& [code, number] : impl_->known) {
    if (lookup == nullptr) impl_->forms.insert(form_of(code));
  }
}

AreaDictionary::~AreaDictionary() = default;

std::uint32_t AreaDictionary::number(std::string_view cell) {
  std::string_view code = trim(cell);
  if (impl_->has_lookup) {
    const auto found = impl_->lookup.find(code);
    if (found == impl_->lookup.end() || found->second.empty()) return no_number;
    code = found->second;
  }
  if (impl_->open) return impl_->found.number(code);
  const std::string wanted = lower(code);
  if (const auto found = impl_->known.find(wanted); found != impl_->known.end()) return found->second;
  const auto ended = impl_->ended.find(wanted);
  if (ended == impl_->ended.end()) return no_number;
  ended->second.met = true;
  return ended->second.heir;
}

std::uint32_t AreaDictionary::number_of_code(std::string_view code) {
  if (impl_->open) return impl_->found.number(code);
  const auto found = impl_->known.find(lower(code));
  return found == impl_->known.end() ? no_number : found->second;
}

bool AreaDictionary::meet_ended(std::string_view code) {
  const auto found = impl_->ended.find(lower(code));
  if (found == impl_->ended.end()) return false;
  found->second.met = true;
  return true;
}

std::string AreaDictionary::near(std::string_view cell) const {
  constexpr std::size_t long_enough = 6; // any short code is a slip away from some other
  const std::string wanted(trim(cell));
  if (impl_->open || wanted.size() < long_enough) return {};
  std::vector<std::string> known = impl_->codes;
  if (impl_->has_lookup) {
    known.clear();
    for (const auto& [from, to] : impl_->lookup)
      known.push_back(from);
  }
  const std::string found = nearest(wanted, known);
  return !found.empty() && edit_distance(wanted, found) == 1 ? found : "";
}

std::vector<std::string> AreaDictionary::succeeded() const {
  std::vector<std::string> out;
  for (const auto& [text, ended] : impl_->ended)
    if (ended.met) out.push_back(ended.code);
  std::sort(out.begin(), out.end());
  return out;
}

bool AreaDictionary::is_whole(std::string_view cell) const {
  const std::string_view text = trim(cell);
  const auto names_it = [this](std::string_view name) {
    return !impl_->open && !name.empty() &&
           (equal_ignoring_case(name, impl_->whole_code) || equal_ignoring_case(name, impl_->whole_name));
  };
  if (const auto found = impl_->lookup.find(text); found != impl_->lookup.end()) return names_it(found->second);
  bool alone = false;
  return names_it(text) || (is_total_label(text, alone) && !impl_->known.contains(lower(text)));
}

bool AreaDictionary::has_known_form(std::string_view cell) const { return impl_->forms.contains(form_of(trim(cell))); }

std::string AreaDictionary::code(std::uint32_t number) const {
  return impl_->open ? impl_->found.text(number) : impl_->codes.at(number);
}

bool AreaDictionary::takes_codes_as_found() const { return impl_->open; }

std::size_t AreaDictionary::size() const { return impl_->open ? impl_->found.size() : impl_->codes.size(); }

} // namespace joinedup
