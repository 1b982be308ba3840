// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requestactions.h"

#include "ui/models/filterwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct Actions {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::RequestActions)
};

QString shellQuoted(const QString &text)
{
    return u'\'' + QString(text).replace(u"'"_s, u"'\\''"_s) + u'\'';
}

//! What a caller sends to an endpoint under /v1, and in which member its text is.
struct Endpoint {
    QString path;
    QString member;
    bool asMessages = false;
};

Endpoint endpointOf(const QString &front)
{
    static const QHash<QString, Endpoint> endpoints{
        {u"anthropic-messages"_s, {u"/messages"_s, u"messages"_s, true}},
        {u"anthropic-count-tokens"_s, {u"/messages/count_tokens"_s, u"messages"_s, true}},
        {u"openai-completions"_s, {u"/completions"_s, u"prompt"_s, false}},
        {u"openai-embeddings"_s, {u"/embeddings"_s, u"input"_s, false}},
        {u"openai-responses"_s, {u"/responses"_s, u"input"_s, false}},
    };
    return endpoints.value(front, {u"/chat/completions"_s, u"messages"_s, true});
}

QJsonObject bodyLike(const RequestRow &row)
{
    const Endpoint endpoint = endpointOf(row.front);
    const QJsonObject message{{"role"_L1, u"user"_s}, {"content"_L1, u"Hello"_s}};
    QJsonObject body{
        {"model"_L1, row.modelAsked},
        {endpoint.member, endpoint.asMessages ? QJsonValue(QJsonArray{message}) : u"Hello"_s}};
    if (row.streamed)
        body.insert("stream"_L1, true);
    if (endpoint.path == "/messages"_L1)
        body.insert("max_tokens"_L1, 1024);
    return body;
}

} // namespace

QList<FilterChoice> filterChoices(const RequestRow &row)
{
    QList<FilterChoice> choices;
    const auto add = [&choices](const QString &field, const QString &text, const QString &value) {
        if (!value.isEmpty())
            choices.append({field, text.arg(value), filterWord(field, value)});
    };
    add(u"key"_s, Actions::tr("Only key %1"), row.keyName);
    add(u"model"_s, Actions::tr("Only model %1"), row.model);
    add(u"provider"_s, Actions::tr("Only provider %1"), row.provider);
    add(u"route"_s, Actions::tr("Only route %1"), row.route);
    add(u"team"_s, Actions::tr("Only team %1"), row.team);
    add(u"client"_s, Actions::tr("Only client %1"), row.client);
    add(u"error"_s, Actions::tr("Only error %1"), row.errorCode);
    return choices;
}

void addFilterActions(QMenu *menu, const RequestRow &row,
                      const std::function<void(const QString &word)> &chosen)
{
    for (const FilterChoice &choice : filterChoices(row)) {
        QAction *action = menu->addAction(QString(choice.text).replace(u'&', u"&&"_s));
        action->setObjectName(u"action.filterBy.%1"_s.arg(choice.name));
        QObject::connect(action, &QAction::triggered, menu,
                         [chosen, word = choice.word] { chosen(word); });
    }
}

QString alertScope(const RequestRow &row)
{
    if (!row.route.isEmpty())
        return u"route:%1"_s.arg(row.route);
    return row.provider.isEmpty() ? QString() : u"provider:%1"_s.arg(row.provider);
}

QString auditObject(const RequestRow &row)
{
    return row.route.isEmpty() ? row.provider : row.route;
}

QString curlCommand(const RequestRow &row, const QString &baseUrl)
{
    const Endpoint endpoint = endpointOf(row.front);
    const bool anthropic = endpoint.path.startsWith("/messages"_L1);
    const QString json =
        QString::fromUtf8(QJsonDocument(bodyLike(row)).toJson(QJsonDocument::Compact));
    const QString key =
        anthropic ? u"x-api-key: $GATEHOUSE_KEY"_s : u"Authorization: Bearer $GATEHOUSE_KEY"_s;
    const QString version = anthropic ? u"  -H 'anthropic-version: 2023-06-01' \\\n"_s : QString();
    return u"curl %1 \\\n  -H \"%2\" \\\n%3  -H 'Content-Type: application/json' \\\n  -d %4\n"_s
        .arg(shellQuoted(baseUrl + endpoint.path), key, version, shellQuoted(json));
}

QJsonObject explainQuestion(const RequestRow &row)
{
    return {{"key"_L1, row.key},
            {"path"_L1, QString(u"/v1"_s + endpointOf(row.front).path)},
            {"body"_L1, bodyLike(row)}};
}

} // namespace Gatehouse::Ui
