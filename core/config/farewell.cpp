// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/farewell.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

QByteArray farewellFields(WallTime end, QByteArrayView successor)
{
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(end.time_since_epoch()).count();
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc());
    const QString date = QLocale::c().toString(moment, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    QByteArray fields = "Deprecation: @" + QByteArray::number(qint64(seconds))
        + "\r\nSunset: " + date.toLatin1() + "\r\n";
    if (!successor.isEmpty())
        fields += "Link: </v1/models/" + successor.toByteArray().toPercentEncoding()
            + ">; rel=\"successor-version\"\r\n";
    return fields;
}

} // namespace Gatehouse::Config
