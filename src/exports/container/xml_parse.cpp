#include "exports/container/xml_parse.hpp"

#include <exception>
#include <expat.h>
#include <memory>
#include <stdexcept>
#include <type_traits>

namespace joinedup {

namespace {

constexpr int chunk = 64 * 1024;
constexpr int deepest = 100;
constexpr std::int64_t longest_token = 4 * 1024 * 1024; ///< bytes of one tag, which expat keeps whole

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct ParserDeleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserDeleter>;

/// Carries what handlers throw past expat, which is C.
struct Run {
  XML_Parser parser;
  XmlHandler& handler;
  int depth = 0;
  std::exception_ptr thrown;

  template <typename Do> void guarded(Do&& call) {
    if (thrown) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
};

void XMLCALL on_start(void* self, const char* name, const char** attributes) {
  auto& run = *static_cast<Run*>(self);
  run.guarded([&] {
    if (++run.depth > deepest) throw std::runtime_error("its XML is nested too deep");
    run.handler.start(local_name(name), XmlAttributes(attributes));
  });
}

void XMLCALL on_end(void* self, const char* name) {
  auto& run = *static_cast<Run*>(self);
  run.guarded([&] {
    --run.depth;
    run.handler.end(local_name(name));
  });
}

void XMLCALL on_text(void* self, const char* text, int length) {
  auto& run = *static_cast<Run*>(self);
  run.guarded([&] { run.handler.text({text, static_cast<std::size_t>(length)}); });
}

void XMLCALL on_document_type(void* self, const char*, const char*, const char*, int) {
  auto& run = *static_cast<Run*>(self);
  run.guarded([] { throw std::runtime_error("its XML declares a document type, which no workbook does"); });
}

} // namespace

std::string_view XmlAttributes::get(std::string_view local) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_name(pair[0]) == local) return pair[1];
  return {};
}

void parse_xml(ByteSource& source, XmlHandler& handler) {
  const Parser parser(XML_ParserCreate(nullptr));
  if (!parser) throw std::bad_alloc();
  Run run{parser.get(), handler, 0, nullptr};
  XML_SetUserData(parser.get(), &run);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  std::int64_t fed = 0;
  for (bool last = false; !last && !handler.done();) {
    void* room = XML_GetBuffer(parser.get(), chunk);
    if (room == nullptr) throw std::bad_alloc();
    const auto got = static_cast<int>(source.read(static_cast<char*>(room), chunk));
    last = got == 0;
    fed += got;
    const XML_Status status = XML_ParseBuffer(parser.get(), got, last ? XML_TRUE : XML_FALSE);
    if (run.thrown) std::rethrow_exception(run.thrown);
    if (status != XML_STATUS_OK)
      throw std::runtime_error(std::string("its XML is damaged: ") + XML_ErrorString(XML_GetErrorCode(parser.get())));
    if (!last && fed - XML_GetCurrentByteIndex(parser.get()) > longest_token)
      throw std::runtime_error("its XML has a tag without end");
  }
}

} // namespace joinedup
