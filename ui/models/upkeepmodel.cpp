// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/upkeepmodel.h"

#include "ui/models/differencetext.h"
#include "ui/models/knownprovider.h"

#include <QtCore/QHash>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

PortState readPort(const QJsonObject &body, const QString &problem)
{
    static const QHash<QString, PortState::Kind> kinds{
        {u"free"_s, PortState::Kind::Free},
        {u"own"_s, PortState::Kind::Own},
        {u"in_use"_s, PortState::Kind::InUse},
        {u"forbidden"_s, PortState::Kind::Forbidden},
    };
    return {.kind = kinds.value(body.value("state"_L1).toString(), PortState::Kind::Invalid),
            .program = body.value("program"_L1).toString(),
            .pid = body.value("pid"_L1).toInteger(),
            .nextFree = body.value("next_free"_L1).toInt(),
            .detail = problem.isEmpty() ? body.value("detail"_L1).toString() : problem};
}

StorageState readStorage(const QJsonObject &body)
{
    const QJsonObject requests = body.value("requests"_L1).toObject();
    StorageState state{.folder = body.value("data_dir"_L1).toString(),
                       .files = {},
                       .bytes = body.value("bytes"_L1).toInteger(),
                       .freeBytes = body.value("free_bytes"_L1).toInteger(),
                       .requests = requests.value("rows"_L1).toInteger(),
                       .oldest = timeOf(requests.value("oldest"_L1)),
                       .ledgerFolder = body.value("ledger_dir"_L1).toString(),
                       .ledgerFree = body.value("ledger_free_bytes"_L1).toInteger(),
                       .ledgerSchema = body.value("ledger_schema"_L1).toInt()};
    for (const QJsonValue &file : body.value("files"_L1).toArray())
        state.files.append(
            {.name = file["name"_L1].toString(), .bytes = file["bytes"_L1].toInteger()});
    return state;
}

BackupEntry readBackup(const QJsonValue &value)
{
    const QString kind = value["kind"_L1].toString();
    return {.path = value["path"_L1].toString(),
            .time = timeOf(value["time"_L1]),
            .bytes = value["bytes"_L1].toInteger(),
            .kind = kind == "automatic"_L1 ? BackupEntry::Kind::Automatic
                : kind == "scheduled"_L1   ? BackupEntry::Kind::Scheduled
                                           : BackupEntry::Kind::Manual};
}

BackupState readBackups(const QJsonObject &body)
{
    const QJsonValue schedule = body.value("schedule"_L1);
    BackupState state{.entries = {},
                      .nextScheduled = timeOf(schedule["next"_L1]),
                      .lastScheduled = timeOf(schedule["last"_L1]),
                      .problem = schedule["problem"_L1].toString()};
    for (const QJsonValue &item : body.value("items"_L1).toArray())
        state.entries.append(readBackup(item));
    return state;
}

BackupContents readContents(const QJsonObject &body)
{
    BackupContents contents{.path = body.value("path"_L1).toString(),
                            .time = timeOf(body.value("time"_L1)),
                            .version = body.value("version"_L1).toString(),
                            .revision = body.value("revision"_L1).toInteger(),
                            .requests = body.value("requests"_L1).toInteger(),
                            .requestsNow = std::nullopt,
                            .changes = differenceTexts(body)};
    if (body.contains("requests_now"_L1))
        contents.requestsNow = body.value("requests_now"_L1).toInteger();
    return contents;
}

} // namespace

UpkeepModel::UpkeepModel(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void UpkeepModel::follow(Api::AdminCall *call, QObject *context, const Read &read)
{
    connect(call, &Api::AdminCall::finished, context, [read](Api::AdminCall *done) {
        read(done->reply().body, done->succeeded() ? QString() : done->error().detail);
    });
}

void UpkeepModel::ask(const QString &path, QObject *context, const Read &read)
{
    const QPointer<UpkeepModel> self(this);
    const auto noting = [self, path, read](const QJsonObject &body, const QString &problem) {
        if (self)
            self->note(path, problem);
        read(body, problem);
    };
    follow(m_client.get(path), context, noting);
}

void UpkeepModel::note(const QString &path, const QString &problem)
{
    if (m_unanswered.value(path) == problem)
        return;
    if (problem.isEmpty())
        m_unanswered.remove(path);
    else
        m_unanswered.insert(path, problem);
    Q_EMIT unansweredChanged();
}

void UpkeepModel::forgetUnanswered()
{
    m_unanswered.clear();
}

void UpkeepModel::checkPort(const QString &address, QObject *context,
                            const Answer<PortState> &answer)
{
    QUrlQuery query;
    query.addQueryItem(u"address"_s, QString::fromLatin1(QUrl::toPercentEncoding(address)));
    follow(m_client.get(u"/gateway/port-check"_s, query), context,
           [answer](const QJsonObject &body, const QString &problem) {
               answer(readPort(body, problem), problem);
           });
}

void UpkeepModel::checkCertificate(const QString &certificate, const QString &key, QObject *context,
                                   const Answer<CertificateState> &answer)
{
    const QJsonObject files{{u"certificate"_s, certificate}, {u"key"_s, key}};
    follow(m_client.post(u"/tls/check"_s, files), context,
           [answer](const QJsonObject &body, const QString &problem) {
               answer({.isUsable = body.value("ok"_L1).toBool(),
                       .problem = problem.isEmpty() ? body.value("problem"_L1).toString() : problem,
                       .subject = body.value("subject"_L1).toString(),
                       .issuer = body.value("issuer"_L1).toString(),
                       .notAfter = timeOf(body.value("not_after"_L1))},
                      problem);
           });
}

void UpkeepModel::createCertificate(QObject *context, const Answer<OfficeCertificate> &answer)
{
    follow(m_client.post(u"/tls/create"_s), context,
           [answer](const QJsonObject &body, const QString &problem) {
               answer({.certificate = body.value("certificate"_L1).toString(),
                       .key = body.value("key"_L1).toString(),
                       .authority = body.value("authority"_L1).toString(),
                       .fingerprint = body.value("fingerprint"_L1).toString(),
                       .names = body.value("names"_L1).toVariant().toStringList()},
                      problem);
           });
}

void UpkeepModel::storage(QObject *context, const Answer<StorageState> &answer)
{
    ask(u"/storage"_s, context, [answer](const QJsonObject &body, const QString &problem) {
        answer(readStorage(body), problem);
    });
}

void UpkeepModel::compact(QObject *context, const Answer<StorageState> &answer)
{
    follow(m_client.post(u"/storage/compact"_s), context,
           [answer](const QJsonObject &body, const QString &problem) {
               answer(readStorage(body), problem);
           });
}

void UpkeepModel::moveLedger(const QString &folder, QObject *context,
                             const Answer<StorageState> &answer)
{
    follow(m_client.post(u"/storage/move"_s, {{u"folder"_s, folder}}), context,
           [answer](const QJsonObject &body, const QString &problem) {
               answer(readStorage(body), problem);
           });
}

void UpkeepModel::backups(QObject *context, const Answer<BackupState> &answer)
{
    ask(u"/backups"_s, context, [answer](const QJsonObject &body, const QString &problem) {
        answer(readBackups(body), problem);
    });
}

void UpkeepModel::makeBackup(const QString &file, QObject *context,
                             const Answer<BackupEntry> &answer)
{
    follow(m_client.post(u"/backups"_s, {{u"path"_s, file}}), context,
           [answer](const QJsonObject &body, const QString &problem) {
               answer(readBackup(body), problem);
           });
}

void UpkeepModel::inspectBackup(const QString &file, QObject *context,
                                const Answer<BackupContents> &answer)
{
    follow(m_client.post(u"/backups/inspect"_s, {{u"path"_s, file}}), context,
           [answer](const QJsonObject &body, const QString &problem) {
               answer(readContents(body), problem);
           });
}

void UpkeepModel::restoreBackup(const QString &file, QObject *context, const Done &done)
{
    follow(m_client.post(u"/backups/restore"_s, {{u"path"_s, file}, {u"restart"_s, true}}), context,
           [done](const QJsonObject &, const QString &problem) { done(problem); });
}

void UpkeepModel::secrets(QObject *context, const Answer<QList<StoredSecret>> &answer)
{
    ask(u"/secrets"_s, context, [answer](const QJsonObject &body, const QString &problem) {
        QList<StoredSecret> secrets;
        for (const QJsonValue &item : body.value("items"_L1).toArray())
            secrets.append({.name = item["name"_L1].toString(),
                            .reference = item["ref"_L1].toString(),
                            .fingerprint = item["fingerprint"_L1].toString(),
                            .usedBy = item["used_by"_L1].toVariant().toStringList(),
                            .state = item["state"_L1].toString()});
        answer(secrets, problem);
    });
}

void UpkeepModel::removeSecret(const QString &reference, QObject *context, const Done &done)
{
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(reference));
    follow(m_client.remove(u"/secrets/%1"_s.arg(id)), context,
           [done](const QJsonObject &, const QString &problem) { done(problem); });
}

void UpkeepModel::unlock(const QString &passphrase, QObject *context, const Done &done)
{
    Api::AdminCall *call = m_client.post(u"/secrets/unlock"_s, {{u"passphrase"_s, passphrase}});
    connect(call, &Api::AdminCall::finished, context, [done](Api::AdminCall *answered) {
        done(answered->succeeded() ? QString() : unlockProblem(answered->error(), {}));
    });
}

void UpkeepModel::chooseStore(const QString &store, const QString &passphrase, QObject *context,
                              const Done &done)
{
    const QJsonObject body{{u"store"_s, store}, {u"passphrase"_s, passphrase}};
    follow(m_client.post(u"/secrets/store"_s, body), context,
           [done](const QJsonObject &, const QString &problem) { done(problem); });
}

void UpkeepModel::adminAccess(
    QObject *context,
    const std::function<void(const QString &address, const QString &token)> &answer)
{
    ask(u"/admin-access"_s, context, [answer](const QJsonObject &body, const QString &) {
        answer(body.value("tcp"_L1).toString(), body.value("token"_L1).toString());
    });
}

void UpkeepModel::adminTokens(QObject *context, const Answer<int> &answer)
{
    ask(u"/tokens"_s, context, [answer](const QJsonObject &body, const QString &problem) {
        answer(int(body.value("items"_L1).toArray().size()), problem);
    });
}

void UpkeepModel::prices(QObject *context, const Answer<PriceFacts> &answer)
{
    const QPointer<QObject> guard(context);
    const auto withModels = [this, guard, answer](const QJsonObject &body, const QString &problem) {
        const QJsonObject list = body.value("list"_L1).toObject();
        PriceFacts facts{.listVersion = list.value("version"_L1).toString(),
                         .listModels = list.value("models"_L1).toInt(),
                         .unpriced = {}};
        if (!problem.isEmpty() || !guard)
            return answer(facts, problem);
        ask(u"/models"_s, guard,
            [facts, answer](const QJsonObject &models, const QString &trouble) {
                PriceFacts whole = facts;
                for (const QJsonValue &item : models.value("items"_L1).toArray())
                    if (!item["priced"_L1].toBool())
                        whole.unpriced.append({.provider = item["provider"_L1].toString(),
                                               .model = item["model"_L1].toString()});
                answer(whole, trouble);
            });
    };
    ask(u"/prices"_s, context, withModels);
}

void UpkeepModel::checkImport(const QString &text, bool json, QObject *context,
                              const Answer<QStringList> &answer)
{
    const QJsonObject body{{u"text"_s, text}, {u"format"_s, json ? u"json"_s : u"yaml"_s}};
    follow(m_client.post(u"/config/check"_s, body), context,
           [answer](const QJsonObject &checked, const QString &problem) {
               QStringList errors;
               for (const QJsonValue &finding : checked.value("findings"_L1).toArray())
                   if (finding["severity"_L1].toString() == "error"_L1)
                       errors.append(finding["message"_L1].toString());
               const QString wrong = problem.isEmpty() ? errors.join(u'\n') : problem;
               answer(checked.value("diff"_L1).toVariant().toStringList(), wrong);
           });
}

} // namespace Gatehouse::Ui
