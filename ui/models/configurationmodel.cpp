// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/configurationmodel.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/differencetext.h"
#include "ui/models/documentmerge.h"
#include "ui/models/unknownsettings.h"

#include <QtCore/QRegularExpression>

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
    Api::Findings findings; // of a gateway of another version
    m_told = object.value("document"_L1).toObject();
    m_document = Api::documentFromJson(m_told, findings);
    static const QRegularExpression afterNoun(u"[\\[.].*"_s);
    m_unknown.clear();
    for (const Api::Finding &finding : std::as_const(findings))
        m_unknown.insert(QString(finding.path).remove(afterNoun));
    m_revision = object.value("revision"_L1).toInteger();
    m_problem.clear();
}

std::optional<QJsonObject> ConfigurationModel::completed(const QString &path,
                                                         const QJsonObject &body) const
{
    const QString noun = path.section(u'/', 1, 1);
    const QJsonObject known = m_unknown.isEmpty() ? QJsonObject() : Api::toJson(m_document);
    if (noun == "config"_L1 && !m_unknown.isEmpty()) {
        const auto whole = withUnknown(known, m_told, body.value("document"_L1));
        QJsonObject all = body;
        all.insert(u"document"_s, whole.value_or(QJsonValue()));
        return whole ? std::optional(all) : std::nullopt;
    }
    if (!m_unknown.contains(noun))
        return body;
    const QString id = path.section(u'/', 2, 2);
    const auto itemOf = [&](const QJsonObject &document) {
        if (id.isEmpty())
            return document.value(noun);
        const QJsonArray all = document.value(noun).toArray();
        const auto found = std::ranges::find_if(
            all, [&id](const QJsonValue &item) { return item["id"_L1].toString() == id; });
        return found == all.end() ? QJsonValue() : QJsonValue(*found);
    };
    const auto item = withUnknown(itemOf(known), itemOf(m_told), body);
    return item ? std::optional(item->toObject()) : std::nullopt;
}

QString ConfigurationModel::unknownIn(const QString &path) const
{
    const QString noun = path.section(u'/', 1, 1);
    QStringList places = noun == "config"_L1 ? m_unknown.values() : QStringList{noun};
    places.sort();
    return tr("This gateway is newer and has settings under %1 that this window does not know. "
              "They "
              "would be lost, so nothing was changed.")
        .arg(places.join(u", "_s));
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
    if (method == "PUT" && !completed(path, body)) {
        const auto refuse = [why = unknownIn(path), done] {
            if (done)
                done(Refusal{{ErrorCode::Unavailable, why}, {}});
        };
        QMetaObject::invokeMethod(context, refuse, Qt::QueuedConnection);
        return;
    }
    const auto go = [=, this] {
        if (!alive)
            return;
        send({.method = method,
              .path = path,
              .body = body,
              .done =
                  [alive, done](const std::optional<Refusal> &refusal) {
                      if (alive && done)
                          done(refusal);
                  },
              .conflict = {.sentence = sentence, .base = m_revision, .context = alive},
              .base = {}});
    };
    const bool replacesAll = path == "/config"_L1 || path.startsWith("/revisions/"_L1);
    if (method != "DELETE" && !replacesAll)
        return go();
    ask(replacesAll ? Act::Publish : Act::Delete, go, [alive, done] {
        if (alive && done)
            done(Refusal{{ErrorCode::Unavailable, tr("Nothing was changed.")}, {}});
    });
}

void ConfigurationModel::send(Sent sent)
{
    if (sent.body.contains("document"_L1))
        sent.base = Api::toJson(m_document);
    sent.conflict.base = m_revision;
    const auto body = sent.method == "PUT" ? completed(sent.path, sent.body) : sent.body;
    if (!body)
        return sent.done(Refusal{{ErrorCode::Unavailable, unknownIn(sent.path)}, {}});
    Api::AdminCall *call = nullptr;
    if (sent.method == "POST")
        call = m_client.post(sent.path, sent.body, m_revision);
    else if (sent.method == "PUT")
        call = m_client.put(sent.path, *body, m_revision);
    else
        call = m_client.remove(sent.path, m_revision);
    finish(call, sent);
}

void ConfigurationModel::replace(const Api::Document &document, const QString &sentence,
                                 QObject *context, Done done, const QString &reason)
{
    QJsonObject body{{u"document"_s, Api::toJson(document)}};
    if (!reason.isEmpty())
        body.insert(u"reason"_s, reason);
    change("PUT", u"/config"_s, body, sentence, context, std::move(done));
}

void ConfigurationModel::finish(Api::AdminCall *call, const Sent &sent)
{
    connect(call, &Api::AdminCall::finished, this, [=, this](Api::AdminCall *answered) {
        if (!answered->succeeded()) {
            const QJsonObject error = answered->reply().body.value("error"_L1).toObject();
            const bool isConflict = answered->error().code == ErrorCode::Conflict;
            if (isConflict)
                m_refused = sent;
            sent.done(
                Refusal{answered->error(), parseFindings(error.value("findings"_L1).toArray())});
            if (isConflict && m_refused)
                Q_EMIT conflicted();
            return;
        }
        const QString &sentence = sent.conflict.sentence;
        const qint64 before = sent.conflict.base;
        const qint64 revision = answered->reply().body.value("revision"_L1).toInteger(-1);
        const bool made = revision > before;
        if (made) {
            m_undo.append({.sentence = sentence, .before = before, .after = revision});
            m_redo.clear();
            m_head = revision;
        }
        forgetConflict();
        refresh();
        sent.done(std::nullopt);
        if (made)
            Q_EMIT saved(sentence, revision);
    });
}

void ConfigurationModel::forgetConflict()
{
    if (m_refused) {
        m_refused.reset();
        Q_EMIT conflictSettled();
    }
}

void ConfigurationModel::takeTheirs()
{
    Q_EMIT theirsTaken();
    forgetConflict();
    refresh();
}

//! The newest first, whatever this window knows of it by now.
void ConfigurationModel::applyMineAgain()
{
    if (!m_refused)
        return;
    const Sent sent = *m_refused;
    forgetConflict();
    connect(m_client.get(u"/config"_s), &Api::AdminCall::finished, this,
            [this, sent](Api::AdminCall *answered) {
                if (!answered->succeeded()) {
                    sent.done(Refusal{answered->error(), {}});
                    return;
                }
                take(answered->reply().body);
                sendAgain(sent);
            });
}

void ConfigurationModel::sendAgain(const Sent &sent)
{
    Sent again = sent;
    if (const QJsonValue mine = sent.body.value("document"_L1); mine.isObject())
        again.body.insert(u"document"_s,
                          mergedDocument(sent.base, mine.toObject(), Api::toJson(m_document)));
    send(std::move(again));
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
    if (canUndo())
        ask(Act::Publish, [this] { restore(m_undo, m_redo, &Step::before); });
}

void ConfigurationModel::redo()
{
    if (canRedo())
        ask(Act::Publish, [this] { restore(m_redo, m_undo, &Step::after); });
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
