// How many threads of a run's choice this machine gives: TBB warns on standard error where more are asked for.
#pragma once

#include <tbb/info.h>

#include <algorithm>

namespace joinedup {

/// For tbb::task_arena; `threads` 0 = all cores.
inline int arena_threads(unsigned threads) {
  const int all = std::max(1, tbb::info::default_concurrency());
  return threads == 0 ? all : static_cast<int>(std::min(threads, static_cast<unsigned>(all)));
}

} // namespace joinedup
