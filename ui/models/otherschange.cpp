// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/otherschange.h"

#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int secondsInAMinute = 60;

} // namespace

OthersChange::OthersChange(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

QString OthersChange::sentence(const QString &who, const QDateTime &time)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString age = Format::age(time, now, QTimeZone::systemTimeZone());
    if (time.addSecs(secondsInAMinute) > now)
        return tr("Changed by %1 just now.").arg(who);
    if (time.addDays(1) <= now)
        return tr("Changed by %1 on %2.", "a name and a day: 27 Oct").arg(who, age);
    return tr("Changed by %1 %2 ago.", "a name and an age: 2 min").arg(who, age);
}

void OthersChange::ask(qint64 base)
{
    const QUrlQuery newest{{u"limit"_s, u"1"_s}};
    connect(m_client.get(u"/revisions"_s, newest), &Api::AdminCall::finished, this,
            [this, base](Api::AdminCall *call) {
                const QJsonValue row = call->reply().body.value("items"_L1).toArray().at(0);
                askDifference(base, row["who"_L1].toString(),
                              QDateTime::fromString(row["time"_L1].toString(), Qt::ISODate));
            });
}

void OthersChange::askDifference(qint64 base, const QString &who, const QDateTime &time)
{
    const QUrlQuery since{{u"from"_s, QString::number(base)}};
    connect(m_client.get(u"/revisions/diff"_s, since), &Api::AdminCall::finished, this,
            [this, who, time](Api::AdminCall *call) {
                QStringList lines;
                for (const QJsonValue &item : call->reply().body.value("diff"_L1).toArray())
                    lines.append(item["sentence"_L1].toString());
                Q_EMIT read(who, time, lines);
            });
}

} // namespace Gatehouse::Ui
