// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/problemdates.h"

#include "app/node/isotime.h"

#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

QJsonArray ProblemDates::dated(const QJsonArray &problems, WallTime now)
{
    QHash<QString, WallTime> since;
    QJsonArray all;
    for (const QJsonValue &value : problems) {
        QJsonObject problem = value.toObject();
        const QString code = problem.value("code"_L1).toString();
        since.insert(code, m_since.value(code, now));
        if (!problem.contains("since"_L1))
            problem.insert(u"since"_s, isoTime(since.value(code)));
        all.append(problem);
    }
    m_since = std::move(since);
    return all;
}

} // namespace Gatehouse::Node
