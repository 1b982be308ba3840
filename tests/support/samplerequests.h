// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace Gatehouse {

//! A row of GET /requests: answered by openai, one attempt. Number n is n seconds older than the
//! newest possible one.
inline QJsonObject sampleRequest(int number)
{
    using namespace Qt::StringLiterals;
    const QDateTime newest(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const QJsonObject attempt{
        {"provider"_L1, u"openai"_s}, {"model"_L1, u"gpt-4o-mini"_s}, {"result"_L1, u"ok"_s},
        {"status"_L1, 200},           {"started_ms"_L1, 2.0},         {"ms"_L1, 610.0},
        {"connected_ms"_L1, 30.0},    {"head_ms"_L1, 280.0},          {"first_token_ms"_L1, 300.0}};
    return {{"id"_L1, u"req_%1"_s.arg(number)},
            {"time"_L1, newest.addSecs(-number).toString(Qt::ISODateWithMs)},
            {"status"_L1, 200},
            {"outcome"_L1, u"ok"_s},
            {"front"_L1, u"chat"_s},
            {"model_asked"_L1, u"chat-default"_s},
            {"provider"_L1, u"openai"_s},
            {"model"_L1, u"gpt-4o-mini"_s},
            {"key"_L1, u"key_1"_s},
            {"key_name"_L1, u"design"_s},
            {"team"_L1, u"ops"_s},
            {"client"_L1, u"127.0.0.1"_s},
            {"tokens_in"_L1, 1204},
            {"tokens_out"_L1, 318},
            {"cost_nano_usd"_L1, 371'400},
            {"first_token_ms"_L1, 300.0},
            {"total_ms"_L1, 612.0},
            {"attempts"_L1, QJsonArray{attempt}},
            {"streamed"_L1, true},
            {"error"_L1, QJsonValue::Null}};
}

//! {"items": rows first … last, "next": cursor or null}.
inline QJsonObject sampleRequestPage(int first, int last, const QString &next = {})
{
    using namespace Qt::StringLiterals;
    QJsonArray items;
    for (int number = first; number <= last; ++number)
        items.append(sampleRequest(number));
    return {{"items"_L1, items}, {"next"_L1, next.isEmpty() ? QJsonValue() : QJsonValue(next)}};
}

} // namespace Gatehouse
