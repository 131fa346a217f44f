#include "exports/record_reader.hpp"

#include "exports/block_feed.hpp"
#include "exports/block_reader.hpp"
#include "exports/repeated_records.hpp"
#include "exports/report_merger.hpp"

#include <algorithm>
#include <mutex>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>
#include <thread>
#include <vector>

namespace joinedup {

namespace {

using Work = std::function<std::unique_ptr<BlockProduct>(RecordBlock&)>;
using Finish = std::function<void(std::unique_ptr<BlockProduct>)>;

struct Slot {
  BlockText text;
  BlockScratch scratch;
  std::unique_ptr<BlockProduct> product;
};

class Run {
public:
  Run(SurveyFile& file, const ReadingPlan& plan, const ReadingThreads& threads, const Work& work, const Finish& finish)
      : feed_(file.impl(), threads.block_bytes), reader_(file.impl(), plan), merger_(file.impl(), plan, reader_),
        repeated_(plan), plan_(plan), name_(file.name()), watched_(file.impl().watched), work_(work), finish_(finish) {}

  Outcome<ReadSummary> run(unsigned threads) {
    if (threads == 1 || feed_.one_block())
      on_one_thread();
    else
      on_threads(threads);
    Outcome<ReadSummary> out = merger_.finish(feed_.failure());
    if (!plan_.keep_names) out.diagnostics.merge(repeated_.said(name_));
    if (out) out->names = repeated_.take_names();
    return out;
  }

private:
  void read(Slot& slot) const {
    slot.scratch.text_offset = slot.text.offset;
    slot.scratch.names_wanted = repeated_.wants_names();
    reader_.read(slot.text.view(), slot.scratch);
  }

  void work(Slot& slot) const {
    reader_.count_no_answer(slot.scratch);
    if (slot.scratch.block.records > 0) slot.product = work_(slot.scratch.block);
  }

  void hand_over(Slot& slot) {
    if (!repeated_.drops()) repeated_.look(slot.scratch);
    merger_.add(slot.scratch.report);
    if (watched_ != nullptr) watched_->add_records(slot.scratch.block.records);
    if (slot.scratch.block.records > 0) finish_(std::move(slot.product));
  }

  void on_one_thread() {
    Slot slot;
    while (feed_.next(slot.text)) {
      read(slot);
      if (repeated_.drops()) repeated_.look(slot.scratch);
      work(slot);
      hand_over(slot);
    }
  }

  void on_threads(unsigned threads) {
    namespace tbb = oneapi::tbb;
    const std::size_t tokens = std::size_t{threads} + 1; // one is handed over while the others are worked on
    const auto cut = [this](tbb::flow_control& control) -> Slot* {
      Slot* slot = borrow();
      if (feed_.next(slot->text)) return slot;
      control.stop();
      return nullptr;
    };
    const auto decode = [this](Slot* slot) {
      read(*slot);
      return slot;
    };
    const auto drop_repeated = [this](Slot* slot) {
      repeated_.look(slot->scratch);
      return slot;
    };
    const auto make = [this](Slot* slot) {
      work(*slot);
      return slot;
    };
    const auto decode_and_make = [this](Slot* slot) {
      read(*slot);
      work(*slot);
      return slot;
    };
    const auto in_order = [this](Slot* slot) {
      hand_over(*slot);
      give_back(slot);
    };
    // The user's number stands, even above the number of cores.
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    // Which record is the repeated one depends on the order of the file, and work wants to know: a stage of its own.
    auto middle = tbb::make_filter<Slot*, Slot*>(tbb::filter_mode::parallel, decode_and_make);
    if (repeated_.drops())
      middle = tbb::make_filter<Slot*, Slot*>(tbb::filter_mode::parallel, decode) &
               tbb::make_filter<Slot*, Slot*>(tbb::filter_mode::serial_in_order, drop_repeated) &
               tbb::make_filter<Slot*, Slot*>(tbb::filter_mode::parallel, make);
    arena.execute([&] {
      tbb::parallel_pipeline(tokens, tbb::make_filter<void, Slot*>(tbb::filter_mode::serial_in_order, cut) & middle &
                                         tbb::make_filter<Slot*, void>(tbb::filter_mode::serial_in_order, in_order));
    });
  }

  Slot* borrow() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return slots_.emplace_back(std::make_unique<Slot>()).get();
    Slot* slot = free_.back();
    free_.pop_back();
    return slot;
  }

  void give_back(Slot* slot) {
    const std::lock_guard lock(mutex_);
    free_.push_back(slot);
  }

  BlockFeed feed_;
  BlockReader reader_;
  ReportMerger merger_;
  RepeatedRecords repeated_;
  const ReadingPlan& plan_;
  std::string name_;
  ReadingProgress* watched_;
  const Work& work_;
  const Finish& finish_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Slot>> slots_;
  std::vector<Slot*> free_;
};

} // namespace

Outcome<ReadSummary> read_records(SurveyFile& file, const ReadingPlan& plan, const ReadingThreads& threads,
                                  const Work& work, const Finish& finish) {
  const unsigned all = std::max(1U, std::thread::hardware_concurrency());
  return Run(file, plan, threads, work, finish).run(threads.threads == 0 ? all : threads.threads);
}

} // namespace joinedup
