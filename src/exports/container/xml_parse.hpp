// XML as a stream of elements, for files that nobody vouches for: no document types and so no entities of one's own, a
// bound on depth and on the length of a tag.
#pragma once

#include "exports/byte_source.hpp"

#include <string>
#include <string_view>

namespace joinedup {

/// Names and values in turn, ended by a null pointer; names with their prefix.
class XmlAttributes {
public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// By the name without its prefix; an empty text where there is none.
  std::string_view get(std::string_view local) const;

private:
  const char** pairs_;
};

class XmlHandler {
public:
  virtual ~XmlHandler() = default;
  /// `name` without its prefix. Whatever is thrown reaches the caller of parse.
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view) {}
  /// True = the rest is not needed.
  virtual bool done() const { return false; }
};

/// Throws std::runtime_error when the text is no sound XML, has a document type, or passes a bound.
void parse_xml(ByteSource& source, XmlHandler& handler);

} // namespace joinedup
