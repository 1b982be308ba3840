// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dialects/classify.h"
#include "core/dialects/errors.h"
#include "core/http/headwriter.h"
#include "core/http/upstream.h"
#include "core/ledger/records.h"

namespace Gatehouse::Gateway {

//! The books' word for a failure class.
Ledger::Outcome outcomeOf(Dialects::FailureClass failure);
//! The books' word for a refusal of our own, by its code and status.
Ledger::Outcome outcomeOf(const Dialects::ClientError &refusal);
//! The class of a call that failed below HTTP.
Dialects::FailureClass classOf(const Http::UpstreamFailure &failure);

//! The code of a caller's mistake that another vendor worded.
QByteArrayView codeOfMistake(Dialects::FailureClass failure);
//! Where a provider does not say what was used, its tokens can be estimated from the texts.
bool isCountedInTokens(Dialects::Format front);

qint64 microseconds(SteadyTime from, SteadyTime to);
using Http::appendField;

//! Words of a provider are kept to this length.
inline constexpr qsizetype maxDetail = 300;
//! Bytes a slow client may owe us before we stop reading the upstream.
inline constexpr qsizetype highWater = 256 * 1024;

//! The content type of an answer that comes as events.
bool isStreamType(QByteArrayView type);

} // namespace Gatehouse::Gateway
