#include "exports/container/shared_strings.hpp"

#include "exports/container/xml_parse.hpp"

#include <charconv>
#include <stdexcept>
#include <sys/mman.h>

namespace joinedup {

namespace {

/// A string item may hold runs of rich text, and a reading aid (rPh) that is none of it.
class StringsHandler : public XmlHandler {
public:
  explicit StringsHandler(SharedStrings& out) : out_(out) {}

  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") text_.clear();
    if (name == "rPh") aid_ = true;
    within_ = name == "t" && !aid_;
  }
  void end(std::string_view name) override {
    if (name == "t") within_ = false;
    if (name == "rPh") aid_ = false;
    if (name != "si") return;
    undo_escapes(text_);
    out_.add(text_);
  }
  void text(std::string_view part) override {
    if (!within_) return;
    if (text_.size() + part.size() > 16U * 1024 * 1024) throw std::runtime_error("a text in it is too long");
    text_ += part;
  }

private:
  SharedStrings& out_;
  std::string text_;
  bool within_ = false, aid_ = false;
};

void append_utf8(std::string& out, unsigned point) {
  if (point < 0x80U) {
    out += static_cast<char>(point);
  } else if (point < 0x800U) {
    out += static_cast<char>(0xC0U | (point >> 6));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | (point >> 12));
    out += static_cast<char>(0x80U | ((point >> 6) & 0x3FU));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  }
}

/// The code point of "_xHHHH_" at the text's start; 0 = none, a surrogate or NUL.
unsigned escaped_point(std::string_view text) {
  if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return 0;
  unsigned point = 0;
  const auto end = std::from_chars(text.data() + 2, text.data() + 6, point, 16);
  return end.ptr == text.data() + 6 && (point < 0xD800U || point > 0xDFFFU) ? point : 0;
}

} // namespace

SharedStrings::~SharedStrings() {
  if (bytes_ != nullptr) ::munmap(const_cast<char*>(bytes_), starts_.back());
}

void SharedStrings::add(std::string_view text) {
  file_.write(text);
  starts_.push_back(file_.size());
}

void SharedStrings::finish() {
  file_.flush();
  if (file_.size() == 0) return;
  void* mapped = ::mmap(nullptr, file_.size(), PROT_READ, MAP_PRIVATE, file_.descriptor(), 0);
  if (mapped == MAP_FAILED) throw TemporaryFileFailure("the temporary file cannot be read");
  bytes_ = static_cast<const char*>(mapped);
}

std::string_view SharedStrings::at(std::size_t number) const {
  return {bytes_ + starts_[number], static_cast<std::size_t>(starts_[number + 1] - starts_[number])};
}

void read_shared_strings(ByteSource& source, SharedStrings& out) {
  StringsHandler handler(out);
  parse_xml(source, handler);
  out.finish();
}

void undo_escapes(std::string& text) {
  std::size_t from = text.find("_x");
  if (from == std::string::npos) return;
  std::string out = text.substr(0, from);
  while (from < text.size()) {
    const unsigned point = escaped_point(std::string_view(text).substr(from));
    if (point == 0) {
      out += text[from++];
    } else {
      append_utf8(out, point);
      from += 7;
    }
  }
  text = std::move(out);
}

} // namespace joinedup
