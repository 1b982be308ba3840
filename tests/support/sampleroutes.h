// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeadmintransport.h"

#include <QtCore/QJsonArray>

namespace Gatehouse {

inline QJsonObject sampleTarget(const QString &provider, const QString &model, double weight = 1)
{
    return {{QStringLiteral("provider"), provider},
            {QStringLiteral("model"), model},
            {QStringLiteral("weight"), weight}};
}

//! Two providers, a weighted route "fast" that falls back to "careful", and "careful".
inline QJsonObject sampleRoutesDocument(double fastWeight = 60)
{
    using namespace Qt::StringLiterals;
    const auto provider = [](const QString &id, const QString &region) {
        return QJsonObject{{u"id"_s, id},
                           {u"dialect"_s, u"openai"_s},
                           {u"base_url"_s, u"http://127.0.0.1:9/v1"_s},
                           {u"self_hosted"_s, true},
                           {u"region"_s, QJsonArray{region}}};
    };
    const QJsonObject fast{{u"id"_s, u"fast"_s},
                           {u"strategy"_s, u"weighted"_s},
                           {u"targets"_s,
                            QJsonArray{sampleTarget(u"openai"_s, u"gpt-4o-mini"_s, fastWeight),
                                       sampleTarget(u"gpu"_s, u"llama-3.1-8b"_s, 30)}},
                           {u"fallback"_s, QJsonArray{u"careful"_s}}};
    const QJsonObject careful{{u"id"_s, u"careful"_s},
                              {u"targets"_s,
                               QJsonArray{sampleTarget(u"openai"_s, u"gpt-4o"_s),
                                          sampleTarget(u"gpu"_s, u"llama-3.1-70b"_s)}}};
    return {{u"version"_s, 1},
            {u"providers"_s,
             QJsonArray{provider(u"openai"_s, u"us"_s), provider(u"gpu"_s, u"on-prem"_s)}},
            {u"routes"_s, QJsonArray{fast, careful}}};
}

inline QJsonObject sampleRoutesConfig(qint64 revision, double fastWeight = 60)
{
    using namespace Qt::StringLiterals;
    return {{u"document"_s, sampleRoutesDocument(fastWeight)}, {u"revision"_s, revision}};
}

//! Everything the routes page asks for at first.
inline void answerRoutes(FakeAdminTransport &engine)
{
    using namespace Qt::StringLiterals;
    engine.answer("GET /config", sampleRoutesConfig(7), 200, 7);
    engine.answer("GET /status", {{u"state"_s, u"running"_s}, {u"managed_by"_s, QJsonValue()}});
    const auto model = [](const QString &provider, const QString &name, bool priced) {
        return QJsonObject{{u"id"_s, QString(provider + u'/' + name)},
                           {u"provider"_s, provider},
                           {u"model"_s, name},
                           {u"priced"_s, priced}};
    };
    const QJsonObject route{{u"id"_s, u"fast"_s}, {u"provider"_s, u""_s}, {u"model"_s, u""_s}};
    engine.answer("GET /models",
                  {{u"items"_s,
                    QJsonArray{route, model(u"openai"_s, u"gpt-4o"_s, true),
                               model(u"openai"_s, u"gpt-4o-mini"_s, true),
                               model(u"gpu"_s, u"llama-3.1-8b"_s, true),
                               model(u"gpu"_s, u"llama-3.1-70b"_s, false)}}});
    const auto provider = [](const QString &id, const QString &name, const QString &region,
                             const QString &health) {
        return QJsonObject{{u"id"_s, id},
                           {u"name"_s, name},
                           {u"region"_s, QJsonArray{region}},
                           {u"health"_s, health}};
    };
    engine.answer("GET /providers",
                  {{u"items"_s,
                    QJsonArray{provider(u"openai"_s, u"OpenAI"_s, u"us"_s, u"healthy"_s),
                               provider(u"gpu"_s, u"Rack GPU"_s, u"on-prem"_s, u"healthy"_s)}}});
    const auto usage = [](const QString &route_, const QString &provider_, const QString &name,
                          int requests) {
        return QJsonObject{{u"route"_s, route_},
                           {u"provider"_s, provider_},
                           {u"model"_s, name},
                           {u"requests"_s, requests}};
    };
    engine.answer("GET /usage",
                  {{u"items"_s,
                    QJsonArray{usage(u"fast"_s, u"openai"_s, u"gpt-4o-mini"_s, 750),
                               usage(u"fast"_s, u"gpu"_s, u"llama-3.1-8b"_s, 250)}}});
    const QJsonObject key{{u"id"_s, u"key_7"_s},
                          {u"name"_s, u"design"_s},
                          {u"declared"_s, false},
                          {u"routes"_s, QJsonArray{u"careful"_s}}};
    engine.answer("GET /keys", {{u"items"_s, QJsonArray{key}}});
    const auto revision = [](int number, const QString &who, const QString &summary) {
        return QJsonObject{{u"revision"_s, number},
                           {u"time"_s, u"2026-11-20T10:00:00.000Z"_s},
                           {u"who"_s, who},
                           {u"reason"_s, u"Black Friday"_s},
                           {u"summary"_s, summary}};
    };
    engine.answer(
        "GET /revisions",
        {{u"items"_s,
          QJsonArray{revision(7, u"m.ortiz"_s,
                              u"Weight of openai/gpt-4o-mini in fast changed from 70 to 60"_s),
                     revision(6, u"local user 1000"_s, u"Route careful added"_s)}}});
    const QJsonObject sentence{
        {u"sentence"_s, u"Weight of openai/gpt-4o-mini in fast changed from 70 to 60"_s}};
    engine.answer("GET /revisions/diff", {{u"diff"_s, QJsonArray{sentence}}});
}

} // namespace Gatehouse
