#include "report/tables/field_words.hpp"

namespace joinedup {
namespace {

bool matches(std::string_view pattern, std::string_view name) {
  if (!pattern.ends_with('*')) return pattern == name;
  pattern.remove_suffix(1);
  return name.size() > pattern.size() && name.starts_with(pattern);
}

/// `with` in the place of {}.
std::string filled(std::string_view text, std::string_view with) {
  std::string out(text);
  if (const std::size_t at = out.find("{}"); at != std::string::npos) out.replace(at, 2, with);
  return out;
}

/// A field that every row fills, whatever is hidden in it.
bool always_filled(FieldKind kind, std::string_view name) {
  return kind == FieldKind::level || kind == FieldKind::status || kind == FieldKind::basis || name == "area_code" ||
         name == "indicator";
}

} // namespace

const FieldWords* field_words(std::span<const FieldWords> all, std::string_view table, std::string_view name) {
  const FieldWords* anywhere = nullptr;
  for (const FieldWords& one : all) {
    if (!matches(one.name, name)) continue;
    if (!one.table.empty() && matches(one.table, table)) return &one;
    if (one.table.empty() && anywhere == nullptr) anywhere = &one;
  }
  return anywhere;
}

DataField field_of(const FieldWords& words, std::string_view name) {
  const std::string_view rest = words.name.ends_with('*') ? name.substr(words.name.size() - 1) : std::string_view();
  return {std::string(name), filled(words.label, rest),       filled(words.description, rest),
          words.kind,        always_filled(words.kind, name), words_of(words.kind)};
}

} // namespace joinedup
