// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/eventwords.h"
#include "core/base/clock.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <deque>

namespace Gatehouse::Node {

//! The newest things that happened, for screens. In memory; what must last is in the audit trail.
class EventLog
{
public:
    //! Makes the row, keeps it and returns it.
    QJsonObject add(WallTime time, const QString &kind, const QString &severity,
                    const QString &title, const QString &detail, const QString &object,
                    const Admin::EventWords &words);
    QJsonArray newestFirst() const;

private:
    std::deque<QJsonObject> m_rows;
};

} // namespace Gatehouse::Node
