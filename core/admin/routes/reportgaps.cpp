// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/reportgaps.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

QJsonObject withGaps(const Services &services, QJsonObject report)
{
    QJsonArray missing;
    for (const QJsonValue &problem : services.status().value("problems"_L1).toArray()) {
        const QString code = problem["code"_L1].toString();
        if (code == "ledger"_L1 || code == "records_lost"_L1)
            missing.append(problem);
    }
    report.insert(u"missing"_s, missing);
    return report;
}

} // namespace Gatehouse::Admin
