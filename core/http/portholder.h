// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Http {

//! A process that listens on a port.
struct PortHolder {
    qint64 pid = 0;
    QString program; //!< "node"; "?" when its name cannot be read
};

//! Who listens on a TCP port of this machine; nothing when that cannot be seen, as with another
//! user's process. Reads /proc; slow.
std::optional<PortHolder> findPortHolder(quint16 port);

//! The same in words, for error messages: "process 8123 (node)", empty when unknown.
QString holderOfPort(quint16 port);

} // namespace Gatehouse::Http
