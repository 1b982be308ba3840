// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alert.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <vector>

namespace Gatehouse::Alerts {

//! What a channel carries at once: one notice, or those of a minute.
struct Message {
    QString gateway; //!< this computer's name
    WallTime time{};
    std::vector<Notice> notices;

    //! One line: the only notice, or how many there are.
    QString summary() const;
    //! One line for each notice.
    QString text() const;
};

//! "80.1 %", "$12.50", "3.4 times", "5200 ms", "6 days"; empty for what is or is not.
QString valueText(const QString &measure, double value);
//! One line: "Budget used to 80 %: research at 80.1 % ($80.10 of $100.00)".
QString noticeText(const Notice &notice);
//! "2026-11-22T12:00:00.000Z"
QString isoText(WallTime time);

//! {"id","rule","rule_name","measure","severity","object","object_name","period","value",
//! "threshold","below","detail","started","ended","acknowledged": {"who","time"} or null}
QJsonObject alertJson(const Alert &alert);
//! {"type": "alerts","gateway","time","summary","alerts": [alertJson() with "what" and "text"]}
QJsonObject messageJson(const Message &message);

//! The body a chat's webhook takes: {"text": …} for Slack, Mattermost, Rocket.Chat and Teams'
//! connectors, an adaptive card for the workflows of Teams.
QByteArray chatBody(const QJsonObject &message, const QString &host);
//! The message as a mail by RFC 5322, text in UTF-8.
QByteArray mailText(const QJsonObject &message, const QString &from, const QStringList &to,
                    qint64 delivery);
//! The lines of messageJson().
QString textOf(const QJsonObject &message);

} // namespace Gatehouse::Alerts
