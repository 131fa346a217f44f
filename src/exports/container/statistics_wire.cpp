#include "exports/container/statistics_wire.hpp"

#include <cstring>
#include <map>
#include <vector>

namespace joinedup {

namespace {

class Writer {
public:
  void number(std::size_t value) {
    const auto small = static_cast<std::uint32_t>(value);
    out_.append(reinterpret_cast<const char*>(&small), sizeof small);
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values)
      text(value);
  }
  void pairs(const std::map<std::string, std::string>& values) {
    number(values.size());
    for (const auto& [key, value] : values) {
      text(key);
      text(value);
    }
  }
  std::string take() { return std::move(out_); }

private:
  std::string out_;
};

class Reader {
public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    if (!take(sizeof value)) return 0;
    std::memcpy(&value, taken_.data(), sizeof value);
    return value;
  }
  std::string text() { return take(number()) ? std::string(taken_) : std::string(); }
  std::vector<std::string> texts() {
    std::vector<std::string> out;
    for (std::uint32_t left = number(); left > 0 && good_; --left)
      out.push_back(text());
    return out;
  }
  std::map<std::string, std::string> pairs() {
    std::map<std::string, std::string> out;
    for (std::uint32_t left = number(); left > 0 && good_; --left) {
      std::string key = text();
      out.emplace_hint(out.end(), std::move(key), text());
    }
    return out;
  }
  bool good() const { return good_; }
  bool done() const { return good_ && bytes_.empty(); }

private:
  bool take(std::size_t count) {
    good_ = good_ && count <= bytes_.size();
    if (!good_) return false;
    taken_ = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return true;
  }

  std::string_view bytes_, taken_;
  bool good_ = true;
};

} // namespace

std::string frame_start(FrameType type, std::size_t length) {
  Writer writer;
  writer.number(length);
  return static_cast<char>(type) + writer.take();
}

std::optional<FrameStart> read_frame_start(std::string_view head) {
  if (head.size() != frame_head) return std::nullopt;
  const auto type = static_cast<std::uint8_t>(head[0]);
  const std::uint32_t length = Reader(head.substr(1)).number();
  if (type < 1 || type > 4 || length > longest_frame) return std::nullopt;
  return FrameStart{static_cast<FrameType>(type), length};
}

std::string encode(const StatisticsDescription& description) {
  Writer writer;
  writer.texts(description.names);
  for (const ColumnInfo& column : description.columns) {
    writer.text(column.text);
    writer.pairs(column.labels);
    writer.pairs(column.missing);
  }
  writer.texts(description.evidence);
  return writer.take();
}

std::optional<StatisticsDescription> decode(std::string_view bytes) {
  Reader reader(bytes);
  StatisticsDescription out;
  out.names = reader.texts();
  for (std::size_t k = 0; k < out.names.size() && reader.good(); ++k) {
    ColumnInfo column;
    column.text = reader.text();
    column.labels = reader.pairs();
    column.missing = reader.pairs();
    out.columns.push_back(std::move(column));
  }
  out.evidence = reader.texts();
  if (!reader.done()) return std::nullopt;
  return out;
}

} // namespace joinedup
