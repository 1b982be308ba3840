// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/canonical.h"
#include "core/dialects/quirks.h"

namespace Gatehouse::Dialects::Messages {

//! How a Messages request says what is wished about thinking.
struct Thinking {
    enum class Mode { Absent, Disabled, Adaptive, Budget } mode = Mode::Absent;
    qint64 budget = 0;
    QByteArray effort; //!< of output_config
    qint64 maxTokens = 0;
    bool wasDropped = false; //!< a wish for which there is no room in this request

    bool isOn() const { return mode == Mode::Adaptive || mode == Mode::Budget; }
};

//! What \a request wishes, in the words the model takes. Refuses an explicit wish to a model that
//! does not reason.
Result<Thinking> thinkingFor(const Request &request, const ModelPolicy &policy);

} // namespace Gatehouse::Dialects::Messages
