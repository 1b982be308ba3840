// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/message.h"

#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/scope.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

namespace {

QDateTime dateTime(WallTime time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QJsonValue timeOrNull(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(isoText(*time)) : QJsonValue();
}

//! At most \a digits behind the point, and none that are zero.
QString number(double value, int digits = 2)
{
    QString text = QString::number(value, 'f', digits);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}

//! RFC 2047: words of at most 75 characters, none of which cuts a character.
QByteArray encodedHeader(const QString &text)
{
    const bool isPlain = std::ranges::all_of(
        text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    if (isPlain)
        return text.toLatin1();
    constexpr qsizetype charactersPerWord = 10; // 40 bytes of UTF-8 at most
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = std::min(charactersPerWord, text.size() - at);
        if (text[at + length - 1].isHighSurrogate() && at + length < text.size())
            ++length;
        if (!out.isEmpty())
            out += "\r\n ";
        out += "=?utf-8?B?" + QStringView(text).sliced(at, length).toUtf8().toBase64() + "?=";
        at += length;
    }
    return out;
}

QByteArray base64Lines(const QByteArray &bytes)
{
    constexpr qsizetype lineLength = 76; // RFC 2045 section 6.8
    const QByteArray encoded = bytes.toBase64();
    QByteArray out;
    for (qsizetype at = 0; at < encoded.size(); at += lineLength)
        out += encoded.mid(at, lineLength) + "\r\n";
    return out;
}

//! "team support" for "team:support": a scope as a sentence has it.
QString spokenName(const QString &name)
{
    const auto scope = Api::parseScope(name);
    if (!scope)
        return name;
    return scope->kind == Api::Scope::Kind::Gateway
        ? u"the whole gateway"_s
        : QString(name.section(u':', 0, 0) + u' ' + scope->name);
}

bool isTeamsWorkflow(const QString &host)
{
    return host.endsWith(".logic.azure.com"_L1) || host.endsWith(".powerplatform.com"_L1);
}

} // namespace

QString isoText(WallTime time)
{
    return dateTime(time).toString(Qt::ISODateWithMs);
}

QString valueText(const QString &measure, double value)
{
    using Unit = Api::AlertMeasure::Unit;
    const Api::AlertMeasure *facts = Api::alertMeasure(measure);
    if (!facts)
        return number(value);
    switch (facts->unit) {
    case Unit::Percent:
        return u"%1 %"_s.arg(number(value));
    case Unit::Dollars:
        return u'$' + QString::number(value, 'f', 2);
    case Unit::Times:
        return u"%1 times"_s.arg(number(value, 1));
    case Unit::Milliseconds:
        return u"%1 ms"_s.arg(number(value, 0));
    case Unit::Count:
        return number(value, 0);
    case Unit::Days:
        return u"%1 days"_s.arg(number(value, 0));
    case Unit::YesNo:
        break;
    }
    return {};
}

QString noticeText(const Notice &notice)
{
    const Alert &alert = notice.alert;
    QString text = alert.ruleName;
    if (!alert.name.isEmpty())
        text += u": "_s + spokenName(alert.name);
    const QString value = valueText(alert.measure, alert.value);
    switch (notice.what) {
    case Notice::What::Recovered:
        return u"Over: %1"_s.arg(text);
    case Notice::What::Reminder:
        text = u"Still: %1"_s.arg(text);
        break;
    case Notice::What::Fired:
        break;
    }
    if (!value.isEmpty())
        text += u" at %1"_s.arg(value);
    if (!alert.detail.isEmpty())
        text += u" (%1)"_s.arg(alert.detail);
    return text;
}

QString Message::summary() const
{
    if (notices.size() == 1)
        return noticeText(notices.front());
    return u"%1 alerts of Gatehouse on %2"_s.arg(notices.size()).arg(gateway);
}

QString Message::text() const
{
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(u"[%1] %2"_s.arg(notice.alert.severity, noticeText(notice)));
    return lines.join(u'\n');
}

QJsonObject alertJson(const Alert &alert)
{
    QJsonValue seen;
    if (alert.acknowledged)
        seen = QJsonObject{{u"who"_s, alert.acknowledgedBy},
                           {u"time"_s, isoText(*alert.acknowledged)}};
    return {{u"id"_s, QString::number(alert.id)},
            {u"rule"_s, alert.rule},
            {u"rule_name"_s, alert.ruleName},
            {u"measure"_s, alert.measure},
            {u"severity"_s, alert.severity},
            {u"object"_s, alert.object},
            {u"object_name"_s, alert.name},
            {u"period"_s, alert.period},
            {u"value"_s, alert.value},
            {u"threshold"_s, alert.threshold},
            {u"below"_s, alert.firesBelow},
            {u"detail"_s, alert.detail},
            {u"started"_s, isoText(alert.started)},
            {u"ended"_s, timeOrNull(alert.ended)},
            {u"told"_s, timeOrNull(alert.told)},
            {u"acknowledged"_s, seen}};
}

QJsonObject messageJson(const Message &message)
{
    QJsonArray alerts;
    for (const Notice &notice : message.notices) {
        QJsonObject row = alertJson(notice.alert);
        row.insert(u"what"_s, noticeName(notice.what));
        row.insert(u"text"_s, noticeText(notice));
        alerts.append(row);
    }
    return {{u"type"_s, u"alerts"_s},
            {u"gateway"_s, message.gateway},
            {u"time"_s, isoText(message.time)},
            {u"summary"_s, message.summary()},
            {u"alerts"_s, alerts}};
}

QString textOf(const QJsonObject &message)
{
    QStringList lines;
    for (const QJsonValue &alert : message.value("alerts"_L1).toArray())
        lines.append(
            u"[%1] %2"_s.arg(alert["severity"_L1].toString(), alert["text"_L1].toString()));
    if (lines.isEmpty())
        lines.append(message.value("summary"_L1).toString());
    return lines.join(u'\n');
}

QByteArray chatBody(const QJsonObject &message, const QString &host)
{
    const QString text =
        u"Gatehouse (%1)\n%2"_s.arg(message.value("gateway"_L1).toString(), textOf(message));
    QJsonObject body{{u"text"_s, text}};
    if (isTeamsWorkflow(host)) {
        const QJsonObject block{{u"type"_s, u"TextBlock"_s}, {u"text"_s, text}, {u"wrap"_s, true}};
        const QJsonObject card{
            {u"$schema"_s, u"http://adaptivecards.io/schemas/adaptive-card.json"_s},
            {u"type"_s, u"AdaptiveCard"_s},
            {u"version"_s, u"1.4"_s},
            {u"body"_s, QJsonArray{block}}};
        const QJsonObject attachment{
            {u"contentType"_s, u"application/vnd.microsoft.card.adaptive"_s}, {u"content"_s, card}};
        body = {{u"type"_s, u"message"_s}, {u"attachments"_s, QJsonArray{attachment}}};
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray mailText(const QJsonObject &message, const QString &from, const QStringList &to,
                    qint64 delivery)
{
    const QString gateway = message.value("gateway"_L1).toString();
    const QDateTime time =
        QDateTime::fromString(message.value("time"_L1).toString(), Qt::ISODateWithMs);
    const QString subject = u"Gatehouse: %1"_s.arg(message.value("summary"_L1).toString());
    const QString body = u"%1\r\n\r\nGateway: %2\r\nTime: %3\r\n"_s.arg(
        textOf(message).replace(u'\n', u"\r\n"_s), gateway, time.toString(Qt::ISODate));
    const QString host = from.section(u'@', 1);
    const QByteArray id = QByteArray::number(delivery) + '.'
        + QByteArray::number(time.toMSecsSinceEpoch()) + '@' + host.toLatin1();
    return "From: Gatehouse <" + from.toLatin1() + ">\r\nTo: " + to.join(u", "_s).toLatin1()
        + "\r\nSubject: " + encodedHeader(subject)
        + "\r\nDate: " + QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1()
        + " +0000\r\nMessage-ID: <" + id
        + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
          "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(body.toUtf8());
}

} // namespace Gatehouse::Alerts
