// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/quirks.h"

namespace Gatehouse::Dialects {

//! The format in which a provider with these ways is asked what a client asks in \a front: the same
//! one where it has it, else its own for the task. Nothing: it cannot do this task. \a model is the
//! provider's name of it, for clouds that serve several makers' models each in its own format.
std::optional<Format> upstreamFormat(const Quirks &quirks, Format front, QByteArrayView model = {});

//! A request of \a front goes to the provider byte for byte, but for the model's name: it speaks
//! the format, and none of the members \a seen is one it wants otherwise.
bool passesUnchanged(const Quirks &quirks, Format front, Format upstream, Touchy seen);

} // namespace Gatehouse::Dialects
