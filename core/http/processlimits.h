// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace Gatehouse::Http {

//! What a process needs before it starts threads: the descriptor limit raised to the hard one, the
//! kernel's descriptor table grown at once (growing it later stalls every thread for milliseconds),
//! and SIGPIPE ignored. Returns the number of descriptors the process may open.
Result<qint64> prepareProcessForSockets();

//! How many descriptors may still be opened, best effort; at most \a enough is counted.
qint64 descriptorsLeft(qint64 enough);

} // namespace Gatehouse::Http
