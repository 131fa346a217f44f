#include "pipeline/verify/reasons.hpp"

#include "model/results_form.hpp"
#include "pipeline/file_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace joinedup {

namespace {

using Key = std::pair<std::string, std::string>; ///< name without folders, role
using Hashes = std::multimap<Key, std::string>;

Hashes hashes_of(const std::vector<InputInfo>& inputs) {
  Hashes out;
  for (const InputInfo& input : inputs)
    out.emplace(Key(file_name(input.name), input.role), input.sha256);
  return out;
}

std::string_view origin_words(std::string_view origin) {
  return origin == built_in_word ? "that of the program" : "that of a user's folder";
}

std::string beginning(const std::string& hash) {
  constexpr std::size_t enough = 12;
  return hash.substr(0, enough);
}

void take_out_common(Hashes& a, Hashes& b) {
  for (auto one = a.begin(); one != a.end();) {
    const auto [from, to] = b.equal_range(one->first);
    const auto same = std::find_if(from, to, [&](const auto& other) { return other.second == one->second; });
    if (same == to) {
      ++one;
    } else {
      b.erase(same);
      one = a.erase(one);
    }
  }
}

void compare_inputs(const RunRecord& then, const RunResults& now, std::vector<std::string>& out) {
  Hashes before = hashes_of(then.inputs), after = hashes_of(now.inputs);
  take_out_common(before, after);
  for (const auto& [key, hash] : before) {
    const auto changed = after.find(key);
    if (changed == after.end()) {
      out.push_back(fmt::format("{} ({}) was read then and is not read now", key.first, key.second));
      continue;
    }
    out.push_back(fmt::format("{} ({}) has changed: SHA-256 began {}, begins {}", key.first, key.second,
                              beginning(hash), beginning(changed->second)));
    after.erase(changed);
  }
  for (const auto& [key, hash] : after)
    out.push_back(fmt::format("{} ({}) is read now and was not read then", key.first, key.second));
}

/// Of the same bytes, whether they came with the program or from a folder of the user's.
void compare_origins(const RunRecord& then, const RunResults& now, std::vector<std::string>& out) {
  std::map<Key, std::string> before;
  for (const InputInfo& input : then.inputs)
    before[Key(file_name(input.name), input.role)] = input.origin;
  for (const InputInfo& input : now.inputs) {
    const auto found = before.find(Key(file_name(input.name), input.role));
    if (input.origin.empty() || found == before.end() || found->second.empty()) continue;
    const std::string origin(input.origin == built_in ? built_in_word : user_folder_word);
    if (found->second != origin)
      out.push_back(fmt::format("{} ({}) was {} then, and is {} now", found->first.first, found->first.second,
                                origin_words(found->second), origin_words(origin)));
  }
}

void compare_settings(const RunRecord& then, const RunResults& now, std::vector<std::string>& out) {
  std::map<std::string, std::string> before, after;
  for (const Setting& s : then.settings)
    before[s.name] = s.value;
  for (const Setting& s : now.settings)
    after[s.name] = s.value;
  for (const auto& [name, value] : before) {
    const auto found = after.find(name);
    if (found == after.end())
      out.push_back(fmt::format("setting {} was {}, and is not made now", name, value));
    else if (found->second != value)
      out.push_back(fmt::format("setting {} was {}, is {}", name, value, found->second));
  }
  for (const auto& [name, value] : after)
    if (!before.contains(name)) out.push_back(fmt::format("setting {} is {}, and was not made then", name, value));
}

} // namespace

std::vector<std::string> reasons_to_differ(const RunRecord& then, const RunResults& now) {
  std::vector<std::string> out;
  if (then.version != now.version)
    out.push_back(fmt::format("another version: joinedup {} made the run, this is {}", then.version, now.version));
  compare_inputs(then, now, out);
  compare_origins(then, now, out);
  compare_settings(then, now, out);
  return out;
}

} // namespace joinedup
