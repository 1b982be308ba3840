// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/bodies/recordedbody.h"

#include <functional>

namespace Gatehouse::Bodies {

//! A request that the gateway sends itself: a recorded one once more, or a test.
struct Replay {
    QByteArray tags;  //!< "replay_of=req_1": how it is found later
    QByteArray key;   //!< whose permissions, limits and budgets hold, and who is charged
    Side request;     //!< whole, with its head
    QByteArray model; //!< instead of the one it names; empty: the same
};

//! What came of it.
struct Replayed {
    QByteArray id; //!< of the new request
    int status = 0;
    Side answer;
};

using ReplayDone = std::function<void(Result<Replayed>)>;

} // namespace Gatehouse::Bodies
