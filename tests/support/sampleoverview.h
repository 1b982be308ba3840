// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>

namespace Gatehouse {

//! An answer of GET /overview: 22 November 2026, 14:00 UTC, six providers, 30 days. The same
//! numbers every time.
QJsonObject sampleOverview();

//! An answer of GET /status that goes with it: running, one provider degraded.
QJsonObject sampleStatus();

} // namespace Gatehouse
