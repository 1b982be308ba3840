// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/datafolder.h"
#include "core/base/result.h"
#include "core/ledger/records.h"

#include <vector>

namespace Gatehouse::Node {

//! Writes what was said in the newest of \a rows that the help desk's key asked, as if somebody had
//! it recorded.
Result<void> writeSampleConversations(const DataFolder &folder,
                                      const std::vector<Ledger::RequestRecord> &rows);

} // namespace Gatehouse::Node
