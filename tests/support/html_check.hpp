// A small check that a page is well formed: tags balance, attributes are quoted, ids are unique, links lead somewhere.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup::testing {

/// What is wrong with `html`; empty when nothing is. Elements without an end tag: meta only.
inline std::vector<std::string> html_faults(std::string_view html) {
  std::vector<std::string> faults, open;
  std::set<std::string> ids, links;
  std::size_t at = 0;
  while ((at = html.find('<', at)) != std::string_view::npos) {
    std::size_t end = at + 1;
    char quote = 0;
    while (end < html.size() && (quote != 0 || html[end] != '>')) {
      if (html[end] == '"') quote = quote == 0 ? '"' : 0;
      ++end;
    }
    const std::string_view tag = html.substr(at + 1, end - at - 1);
    at = end;
    if (tag.starts_with("!doctype")) continue;
    const std::string name(tag.substr(0, tag.find_first_of(" />", 1)));
    if (name.starts_with('/')) {
      if (open.empty() || "/" + open.back() != name)
        faults.push_back("closes " + name + " inside " + (open.empty() ? "nothing" : open.back()));
      else
        open.pop_back();
    } else if (!tag.ends_with('/') && name != "meta") {
      open.push_back(name);
    }
    if (const std::size_t id = tag.find(" id=\""); id != std::string_view::npos) {
      const std::string value(tag.substr(id + 5, tag.find('"', id + 5) - id - 5));
      if (!ids.insert(value).second) faults.push_back("id twice: " + value);
    }
    if (const std::size_t href = tag.find("href=\"#"); href != std::string_view::npos)
      links.insert(std::string(tag.substr(href + 7, tag.find('"', href + 7) - href - 7)));
    if (tag.find("&lt;") == std::string_view::npos && tag.find('<') != std::string_view::npos)
      faults.push_back("a tag inside a tag: " + std::string(tag.substr(0, 60)));
    if (name == "style") at = html.find("</style", at);
  }
  for (const std::string& name : open)
    faults.push_back("never closed: " + name);
  for (const std::string& link : links)
    if (!ids.contains(link)) faults.push_back("leads nowhere: " + link);
  return faults;
}

inline std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

} // namespace joinedup::testing
