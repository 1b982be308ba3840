// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/configurationmodel.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/differencetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

Api::Findings parseFindings(const QJsonArray &array)
{
    Api::Findings findings;
    for (const QJsonValue &item : array)
        findings.append({.severity = item["severity"_L1].toString() == "warning"_L1
                             ? Api::Severity::Warning
                             : Api::Severity::Error,
                         .path = item["path"_L1].toString(),
                         .line = item["line"_L1].toInt(),
                         .message = item["message"_L1].toString()});
    return findings;
}

ConfigurationModel::ConfigurationModel(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                if (kind == "revision"_L1 && data.value("revision"_L1).toInteger() != m_revision)
                    refresh();
            });
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state != Api::AdminClient::State::Connected)
            return;
        m_problem.clear(); // of the time before: the answer is on its way
        refresh();
    });
    refresh();
}

void ConfigurationModel::refresh()
{
    Api::AdminCall *call = m_client.get(u"/config"_s);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *answered) {
        if (answered->succeeded())
            take(answered->reply().body);
        else
            m_problem = answered->error().detail;
        Q_EMIT changed();
    });
}

void ConfigurationModel::take(const QJsonObject &object)
{
    Api::Findings findings; // of a gateway of another version: what it does not know is left out
    m_document = Api::documentFromJson(object.value("document"_L1).toObject(), findings);
    m_revision = object.value("revision"_L1).toInteger();
    m_problem.clear();
}

void ConfigurationModel::ask(Act act, std::function<void()> go, std::function<void()> stay)
{
    if (!m_guard)
        go();
    else
        m_guard(
            act, std::move(go), stay ? std::move(stay) : [] {});
}

void ConfigurationModel::change(const QByteArray &method, const QString &path,
                                const QJsonObject &body, const QString &sentence, QObject *context,
                                Done done)
{
    const QPointer<QObject> alive(context);
    const auto go = [=, this] {
        if (alive)
            send(method, path, body, sentence, alive, done);
    };
    const bool replacesAll = path == "/config"_L1;
    if (method != "DELETE" && !replacesAll)
        return go();
    ask(replacesAll ? Act::Publish : Act::Delete, go, [alive, done] {
        if (alive && done)
            done(Refusal{{ErrorCode::Unavailable, tr("Nothing was changed.")}, {}});
    });
}

void ConfigurationModel::send(const QByteArray &method, const QString &path,
                              const QJsonObject &body, const QString &sentence, QObject *context,
                              const Done &done)
{
    Api::AdminCall *call = nullptr;
    if (method == "POST")
        call = m_client.post(path, body, m_revision);
    else if (method == "PUT")
        call = m_client.put(path, body, m_revision);
    else
        call = m_client.remove(path, m_revision);
    const QPointer<QObject> guard(context);
    finish(call, sentence, [guard, done](const std::optional<Refusal> &refusal) {
        if (guard && done)
            done(refusal);
    });
}

void ConfigurationModel::replace(const Api::Document &document, const QString &sentence,
                                 QObject *context, Done done, const QString &reason)
{
    QJsonObject body{{u"document"_s, Api::toJson(document)}};
    if (!reason.isEmpty())
        body.insert(u"reason"_s, reason);
    change("PUT", u"/config"_s, body, sentence, context, std::move(done));
}

void ConfigurationModel::finish(Api::AdminCall *call, const QString &sentence, const Done &done)
{
    const qint64 before = m_revision;
    connect(call, &Api::AdminCall::finished, this, [=, this](Api::AdminCall *answered) {
        if (!answered->succeeded()) {
            const QJsonObject error = answered->reply().body.value("error"_L1).toObject();
            done(Refusal{answered->error(), parseFindings(error.value("findings"_L1).toArray())});
            return;
        }
        const qint64 revision = answered->reply().body.value("revision"_L1).toInteger(-1);
        const bool made = revision > before;
        if (made) {
            m_undo.append({.sentence = sentence, .before = before, .after = revision});
            m_redo.clear();
            m_head = revision;
        }
        refresh();
        done(std::nullopt);
        if (made)
            Q_EMIT saved(sentence, revision);
    });
}

void ConfigurationModel::check(
    const Api::Document &document, QObject *context,
    const std::function<void(const Api::Findings &, const QStringList &)> &done)
{
    Api::AdminCall *call =
        m_client.post(u"/config/check"_s, {{u"document"_s, Api::toJson(document)}});
    connect(call, &Api::AdminCall::finished, context, [done](Api::AdminCall *answered) {
        const QJsonObject &body = answered->reply().body;
        if (!answered->succeeded()) {
            done({{.message = answered->error().detail}}, {});
            return;
        }
        done(parseFindings(body.value("findings"_L1).toArray()), differenceTexts(body));
    });
}

void ConfigurationModel::undo()
{
    restore(m_undo, m_redo, &Step::before);
}

void ConfigurationModel::redo()
{
    restore(m_redo, m_undo, &Step::after);
}

void ConfigurationModel::restore(QList<Step> &from, QList<Step> &to, qint64 Step::*wanted)
{
    if (from.isEmpty())
        return;
    const Step step = from.takeLast();
    Api::AdminCall *call = m_client.post(u"/revisions/%1/restore"_s.arg(step.*wanted),
                                         {{u"reason"_s, u"undo"_s}}, m_head);
    connect(call, &Api::AdminCall::finished, this, [this, step, &to](Api::AdminCall *answered) {
        if (!answered->succeeded()) {
            m_undo.clear(); // what lies before cannot be reached past someone else's change
            m_redo.clear();
            Q_EMIT undoRefused(answered->error().detail);
            return;
        }
        m_head = answered->reply().body.value("revision"_L1).toInteger(m_head);
        to.append(step);
        refresh();
        Q_EMIT undone(step.sentence);
    });
}

QString ConfigurationModel::providerName(const QString &id) const
{
    const auto found = std::ranges::find(m_document.providers, id, &Api::Provider::id);
    return found == m_document.providers.cend() || found->name.isEmpty() ? id : found->name;
}

} // namespace Gatehouse::Ui
