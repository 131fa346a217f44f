#include "pipeline/map_places.hpp"

#include "base/text.hpp"

namespace joinedup {

MapPlaces::MapPlaces(std::string_view text, const std::string& file) : file_(file) {
  Outcome<JsonSource> source = parse_json(text, file);
  if (source) source_ = std::move(*source);
}

std::size_t MapPlaces::place(const std::vector<std::string>& path) const {
  std::size_t at = 0;
  for (const std::string& name : path) {
    std::size_t next = source_->member(at, name);
    const auto number = parse_whole(name);
    if (next == 0 && number) next = source_->element(at, static_cast<std::size_t>(*number));
    if (next == 0) break;
    at = next;
  }
  return at;
}

Position MapPlaces::value(const std::vector<std::string>& path) const {
  return source_ ? source_->where(place(path)) : Position{file_, 0, 0, ""};
}

Position MapPlaces::key(const std::vector<std::string>& path) const {
  return source_ ? source_->key_where(place(path)) : Position{file_, 0, 0, ""};
}

} // namespace joinedup
