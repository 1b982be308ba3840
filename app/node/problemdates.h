// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

namespace Gatehouse::Node {

//! Remembers since when each problem has been there: one that goes and comes back begins anew.
class ProblemDates
{
public:
    //! \a problems with "since" in those that have none. \a now: when they were found.
    QJsonArray dated(const QJsonArray &problems, WallTime now);

private:
    QHash<QString, WallTime> m_since; //!< by code
};

} // namespace Gatehouse::Node
