// Plain values to bytes and back. One function describes a type for both ways, so that what is read is what was
// written.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// The way is known only to the two below. Bytes that are read are not trusted: they never make a list longer than what
/// is left of them can fill, and the first value that cannot be ends the reading: ok() is false then, and all values
/// after it are zero or empty.
class Pack {
public:
  Pack() = default;
  Pack(const Pack&) = delete;
  Pack& operator=(const Pack&) = delete;
  virtual ~Pack() = default;

  virtual bool reading() const = 0;
  virtual bool ok() const = 0;
  virtual void refuse() = 0; ///< what was read cannot be
  /// Seven bits a byte, the lowest first.
  virtual void whole(std::uint64_t& value) = 0;
  /// Eight bytes, the lowest first.
  virtual void word(std::uint64_t& value) = 0;
  virtual void text(std::string& value) = 0;
  /// How many entries a list has; each takes `least` bytes or more.
  virtual std::size_t length(std::size_t given, std::size_t least) = 0;

  template <std::unsigned_integral T> void number(T& value) {
    std::uint64_t wide = value;
    whole(wide);
    if (wide > std::numeric_limits<T>::max()) return fail(value);
    value = static_cast<T>(wide);
  }
  void real(double& value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    word(bits);
    value = std::bit_cast<double>(bits);
  }
  void flag(bool& value) {
    std::uint64_t number = value ? 1 : 0;
    whole(number);
    if (number > 1) return fail(value);
    value = number == 1;
  }

  template <typename T, typename Each> void list(std::vector<T>& values, std::size_t least, Each each) {
    values.resize(length(values.size(), least));
    for (T& value : values) {
      if (!ok()) return values.clear();
      each(value);
    }
  }
  void numbers(std::vector<std::uint64_t>& values) {
    list(values, 1, [this](std::uint64_t& value) { whole(value); });
  }
  void texts(std::vector<std::string>& values) {
    list(values, 1, [this](std::string& value) { text(value); });
  }
  /// In order of key; keys that are read in another order or twice are refused.
  template <typename T, typename Each> void map(std::map<std::string, T>& values, Each each) {
    const std::size_t size = length(values.size(), 2);
    if (!reading()) {
      for (auto& [key, value] : values) {
        std::string name = key;
        text(name);
        each(value);
      }
      return;
    }
    values.clear();
    for (std::size_t k = 0; k < size && ok(); ++k) {
      std::string key;
      text(key);
      if (!values.empty() && !(values.rbegin()->first < key)) return refuse();
      each(values[key]);
    }
  }

private:
  template <typename T> void fail(T& value) {
    value = {};
    refuse();
  }
};

class PackWriter final : public Pack {
public:
  bool reading() const override { return false; }
  bool ok() const override { return true; }
  void refuse() override {}
  void whole(std::uint64_t& value) override;
  void word(std::uint64_t& value) override;
  void text(std::string& value) override;
  std::size_t length(std::size_t given, std::size_t least) override;

  const std::string& bytes() const { return bytes_; }

private:
  std::string bytes_;
};

class PackReader final : public Pack {
public:
  /// The bytes must outlive it.
  explicit PackReader(std::string_view bytes) : left_(bytes) {}

  bool reading() const override { return true; }
  bool ok() const override { return ok_; }
  void refuse() override;
  void whole(std::uint64_t& value) override;
  void word(std::uint64_t& value) override;
  void text(std::string& value) override;
  std::size_t length(std::size_t given, std::size_t least) override;

  bool at_end() const { return ok_ && left_.empty(); }
  std::size_t left() const { return left_.size(); } ///< bytes that are not read yet

private:
  std::string_view left_;
  bool ok_ = true;
};

} // namespace joinedup
