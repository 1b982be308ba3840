// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Http {

//! Who listens on a TCP port of this machine: "process 8123 (node)"; empty when that cannot be
//! seen, as with another user's process. Reads /proc; slow, for error messages.
QString holderOfPort(quint16 port);

} // namespace Gatehouse::Http
