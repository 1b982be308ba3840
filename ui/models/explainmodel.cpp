// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explainmodel.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/tracewords.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! About what a token of English text has (OpenAI, "What are tokens", help.openai.com).
constexpr int charactersPerToken = 4;
constexpr int mostCharacters = 4'000'000;

QJsonArray content(const ExplainShape &shape, bool anthropic)
{
    const auto length = qint64(shape.promptTokens) * charactersPerToken;
    const QString text(int(qBound(qint64(1), length, qint64(mostCharacters))), u'x');
    QJsonArray parts{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}};
    if (!shape.images)
        return parts;
    if (anthropic)
        parts.append(QJsonObject{
            {u"type"_s, u"image"_s},
            {u"source"_s,
             QJsonObject{{u"type"_s, u"url"_s}, {u"url"_s, u"https://example.com/image.png"_s}}}});
    else
        parts.append(QJsonObject{
            {u"type"_s, u"image_url"_s},
            {u"image_url"_s, QJsonObject{{u"url"_s, u"https://example.com/image.png"_s}}}});
    return parts;
}

QJsonObject exampleTool(bool anthropic)
{
    const QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject()}};
    if (anthropic)
        return {{u"name"_s, u"example"_s}, {u"input_schema"_s, schema}};
    return {{u"type"_s, u"function"_s},
            {u"function"_s, QJsonObject{{u"name"_s, u"example"_s}, {u"parameters"_s, schema}}}};
}

} // namespace

Explanation parseExplanation(const QJsonObject &object)
{
    Explanation out;
    for (const QJsonValue &item : object.value("steps"_L1).toArray())
        out.steps.append({.name = traceStep(item["name"_L1].toString()),
                          .text = stepText(item["name"_L1].toString(), item["text"_L1].toString()),
                          .ok = item["ok"_L1].toBool()});
    for (const QJsonValue &item : object.value("candidates"_L1).toArray()) {
        Explanation::Candidate candidate{.provider = item["provider"_L1].toString(),
                                         .model = item["model"_L1].toString(),
                                         .fits = item["fit"_L1].toBool(),
                                         .score = {},
                                         .why = traceText(item["why"_L1].toString())};
        if (item["score"_L1].isDouble())
            candidate.score = item["score"_L1].toDouble();
        out.candidates.append(candidate);
    }
    for (const QJsonValue &item : object.value("plan"_L1).toArray())
        out.plan.append(item.toString());
    const QJsonObject refusal = object.value("refusal"_L1).toObject();
    out.refusal = refusal.value("message"_L1).toString();
    out.refusalStatus = refusal.value("status"_L1).toInt();
    return out;
}

QJsonObject ExplainShape::body(bool anthropic) const
{
    QJsonObject out{{u"model"_s, model},
                    {u"messages"_s,
                     QJsonArray{QJsonObject{{u"role"_s, u"user"_s},
                                            {u"content"_s, content(*this, anthropic)}}}}};
    if (anthropic)
        out.insert(u"max_tokens"_s, 1024);
    if (tools)
        out.insert(u"tools"_s, QJsonArray{exampleTool(anthropic)});
    return out;
}

ExplainModel::ExplainModel(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void ExplainModel::ask(const ExplainRequest &request, const std::optional<QList<Api::Route>> &draft)
{
    QJsonObject body{{u"path"_s, request.path}, {u"body"_s, request.body}};
    if (!request.key.isEmpty())
        body.insert(u"key"_s, request.key);
    const int round = ++m_round;
    m_open = draft ? 2 : 1;
    m_draft.reset();
    const auto take = [this, round](bool isDraft) {
        return [this, round, isDraft](Api::AdminCall *call) {
            if (round == m_round)
                finish(call, isDraft);
        };
    };
    connect(m_client.post(u"/explain"_s, body), &Api::AdminCall::finished, this, take(false));
    if (!draft)
        return;
    QJsonArray routes;
    for (const Api::Route &route : *draft)
        routes.append(Api::toJson(route));
    body.insert(u"routes"_s, routes);
    connect(m_client.post(u"/explain"_s, body), &Api::AdminCall::finished, this, take(true));
}

void ExplainModel::finish(Api::AdminCall *call, bool isDraft)
{
    Explanation explanation = parseExplanation(call->reply().body);
    if (!call->succeeded())
        explanation.error = call->error().detail;
    if (isDraft)
        m_draft = explanation;
    else
        m_live = explanation;
    if (--m_open == 0)
        Q_EMIT answered();
}

void ExplainModel::readRequest(const QString &id)
{
    connect(m_client.get(u"/requests/"_s + id), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                const QJsonObject &row = call->reply().body;
                if (call->succeeded())
                    Q_EMIT requestRead(row.value("model_asked"_L1).toString(),
                                       row.value("key"_L1).toString(),
                                       row.value("tokens_in"_L1).toInteger());
                else
                    Q_EMIT requestMissing(call->error().detail);
            });
}

} // namespace Gatehouse::Ui
