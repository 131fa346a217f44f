#include "exports/container/statistics_file.hpp"

#include "exports/container/record_text.hpp"
#include "exports/container/statistics_parse.hpp"
#include "exports/container/statistics_wire.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <stdexcept>

namespace joinedup {

namespace {

std::string_view program_of(ContainerKind kind) {
  return kind == ContainerKind::spss ? "SPSS" : kind == ContainerKind::stata ? "Stata" : "SAS transport";
}

/// In the child: frames into the pipe.
class PipeSink : public StatisticsSink {
public:
  explicit PipeSink(int out) : out_(out) {}
  bool description(const StatisticsDescription& description) override {
    return send(FrameType::description, encode(description));
  }
  bool records(std::string_view text) override { return text.empty() || send(FrameType::records, text); }
  bool send(FrameType type, std::string_view payload) const {
    const std::string start = frame_start(type, payload.size());
    return write_all(out_, start.data(), start.size()) && write_all(out_, payload.data(), payload.size());
  }

private:
  int out_;
};

/// In the caller: the frames' bytes as one stream, faults as exceptions.
class ChildSource : public ByteSource {
public:
  ChildSource(std::unique_ptr<ChildProcess> child, PrivateFile file)
      : child_(std::move(child)), file_(std::move(file)) {}

  /// The next frame's start; throws when the child ends without one.
  FrameStart next() {
    std::array<char, frame_head> head{};
    fill(head.data(), head.size());
    const auto start = read_frame_start({head.data(), head.size()});
    if (!start) throw std::runtime_error("the reading process sent what nobody understands");
    return *start;
  }

  std::string payload(const FrameStart& frame) {
    std::string out(frame.length, '\0');
    fill(out.data(), out.size());
    return out;
  }

  void lead_with(std::string text) { lead_ = std::move(text); }

  std::size_t read(char* into, std::size_t room) override {
    if (at_ < lead_.size()) return read_lead(into, room);
    while (left_ == 0) {
      if (ended_) return 0;
      const FrameStart frame = next();
      if (frame.type == FrameType::records) left_ = frame.length;
      if (frame.type == FrameType::fault) throw std::runtime_error(payload(frame));
      ended_ = frame.type == FrameType::end;
    }
    const std::size_t got = child_->read(into, std::min<std::size_t>(room, left_));
    if (got == 0) came_to_grief();
    left_ -= static_cast<std::uint32_t>(got);
    return got;
  }

private:
  std::size_t read_lead(char* into, std::size_t room) {
    const std::size_t count = std::min(room, lead_.size() - at_);
    std::memcpy(into, lead_.data() + at_, count);
    at_ += count;
    return count;
  }

  void fill(char* into, std::size_t wanted) {
    while (wanted > 0) {
      const std::size_t got = child_->read(into, wanted);
      if (got == 0) came_to_grief();
      into += got;
      wanted -= got;
    }
  }

  [[noreturn]] void came_to_grief() {
    const std::string how = child_->ending();
    throw std::runtime_error("the file's reader stopped: " + (how.empty() ? "it said no more" : how));
  }

  std::unique_ptr<ChildProcess> child_;
  PrivateFile file_; ///< kept while the child reads it
  std::string lead_;
  std::size_t at_ = 0;
  std::uint32_t left_ = 0;
  bool ended_ = false;
};

std::string heading_row(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (k > 0) out += ',';
    append_cell(out, names[k]);
  }
  out += record_end;
  return out;
}

std::string format_of(ContainerKind kind, const PrivateFile& file) {
  std::array<char, 4> start{};
  file.read_at(0, start.data(), start.size());
  if (kind == ContainerKind::spss) return start[3] == '3' ? "SPSS .zsav" : "SPSS .sav";
  return kind == ContainerKind::stata ? "Stata .dta" : "SAS transport .xpt";
}

} // namespace

ChildLimits limits_for(std::uint64_t bytes) {
  ChildLimits limits;
  limits.processor_seconds += 2 * (bytes >> 20);
  return limits;
}

Outcome<ContainedTable> open_statistics_file(ContainerKind kind, PrivateFile file, const std::string& name,
                                             const ChildLimits& limits) {
  Diagnostics found;
  const std::string what = fmt::format("this {} file", program_of(kind));
  const auto fail = [&](const char* code, const std::string& message, const std::string& hint) {
    found.error(code, {name, 0, 0, ""}, message, hint);
    return Outcome<ContainedTable>::failure(std::move(found));
  };
  const int number = file.descriptor();
  ContainedTable table;
  table.format = format_of(kind, file);
  auto child = ChildProcess::start(
      number,
      [number, kind](int out) {
        PipeSink sink(out);
        const std::string fault = parse_statistics_file(number, kind, sink);
        return sink.send(fault.empty() ? FrameType::end : FrameType::fault, fault);
      },
      limits);
  if (!child) return fail("J310", "no process to read this file in could be started", "try again when there is memory");
  auto source = std::make_unique<ChildSource>(std::move(child), std::move(file));
  try {
    const FrameStart frame = source->next();
    const std::string payload = source->payload(frame);
    if (frame.type == FrameType::fault)
      return fail("J230", fmt::format("{} cannot be read: {}", what, payload),
                  "fetch or save the file again, or save it as CSV");
    auto description = frame.type == FrameType::description ? decode(payload) : std::nullopt;
    if (!description) throw std::runtime_error("the reading process sent what nobody understands");
    source->lead_with(heading_row(description->names));
    table.columns = std::move(description->columns);
    table.evidence = std::move(description->evidence);
  } catch (const std::runtime_error& failure) {
    return fail("J231", fmt::format("{} cannot be read: {}", what, failure.what()),
                "the file is damaged, or larger than it can be: save it as CSV");
  }
  table.evidence.insert(table.evidence.begin(), fmt::format("the first bytes are those of {}", table.format));
  table.text = std::move(source);
  table.newline = record_end;
  table.has_headings_as_row = false;
  return {std::move(table), std::move(found)};
}

} // namespace joinedup
