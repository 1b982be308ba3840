// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

namespace Gatehouse::Config {

//! Header fields that tell callers that a model name ends at \a end, as text: Deprecation (RFC
//! 9745), Sunset (RFC 8594) and, where there is a \a successor, a Link to it.
QByteArray farewellFields(WallTime end, QByteArrayView successor = {});

} // namespace Gatehouse::Config
