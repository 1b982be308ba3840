// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr qsizetype maxSecret = 64 * 1024;

//! Every reference the configuration makes to secrets, with who makes it.
QMultiHash<QString, QString> uses(const Api::Document &document)
{
    QMultiHash<QString, QString> all;
    for (const Api::Provider &provider : document.providers) {
        for (const Api::ProviderKey &key : provider.keys)
            all.insert(key.secret, u"providers."_s + provider.id);
        for (const QString &value : provider.headers)
            all.insert(value, u"providers."_s + provider.id);
    }
    for (const Api::DeclaredKey &key : document.keys)
        all.insert(key.secret, u"keys."_s + key.id);
    for (const Api::AlertChannel &channel : document.channels)
        all.insert(channel.secret, u"channels."_s + channel.id);
    return all;
}

void listSecrets(Services &services, const AdminRequest &, const Responder &responder)
{
    const QMultiHash<QString, QString> used = uses(services.configuration.document());
    QJsonArray items;
    for (const Secrets::SecretInfo &info : services.secrets.list()) {
        const QString reference = info.reference.toString();
        QStringList users = used.values(reference);
        users.removeDuplicates();
        items.append(
            QJsonObject{{u"name"_s, info.reference.name},
                        {u"ref"_s, reference},
                        {u"store"_s, reference.section(u':', 0, 0)},
                        {u"fingerprint"_s,
                         info.fingerprint.isEmpty() ? QJsonValue() : QJsonValue(info.fingerprint)},
                        {u"used_by"_s, QJsonArray::fromStringList(users)},
                        {u"state"_s, Secrets::stateName(info.state)}});
    }
    responder.reply(listJson(items));
}

Result<Secrets::Secret> readValue(const QJsonObject &body)
{
    if (body.contains("from_environment"_L1)) {
        const QString variable = body.value("from_environment"_L1).toString();
        const QByteArray value = qgetenv(variable.toLatin1().constData());
        if (value.isEmpty())
            return Error{ErrorCode::NotFound,
                         u"the environment variable %1 is not set here"_s.arg(variable),
                         u"from_environment"_s};
        return Secrets::Secret(value);
    }
    QByteArray value = body.value("value"_L1).toString().toUtf8();
    if (value.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"send the secret as \"value\""_s, u"value"_s};
    if (value.size() > maxSecret)
        return Error{ErrorCode::InvalidArgument, u"a secret is at most 64 KiB"_s, u"value"_s};
    for (const char c : std::as_const(value)) {
        if (c == '\r' || c == '\n' || c == '\0')
            return Error{ErrorCode::InvalidArgument,
                         u"a secret is one line; this one has a line break"_s, u"value"_s};
    }
    Secrets::Secret secret(value);
    value.fill('\0');
    return secret;
}

//! Those of all stored secrets, by reference.
QHash<QString, QString> fingerprints(const Services &services)
{
    QHash<QString, QString> all;
    for (const Secrets::SecretInfo &info : services.secrets.list())
        all.insert(info.reference.toString(), info.fingerprint);
    return all;
}

void putSecret(Services &services, const AdminRequest &request, const Responder &responder)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9._-]{1,64}$"_s);
    const QString name = request.id();
    if (!allowed.match(name).hasMatch()) {
        responder.fail(
            Error{ErrorCode::InvalidArgument,
                  u"a secret's name is 1 to 64 letters, digits, dots, hyphens or underscores"_s,
                  u"name"_s});
        return;
    }
    const Result<Secrets::Secret> value = readValue(request.body);
    if (!value) {
        responder.fail(value.error());
        return;
    }
    const QString fingerprint = QString::fromUtf8(value->fingerprint());
    services.secrets.write(
        name, *value, &services.secrets,
        [&services, request, responder, fingerprint,
         before = fingerprints(services)](const Result<QString> &reference) {
            if (!reference) {
                responder.fail(reference.error());
                return;
            }
            audit(services, request, u"secret.set"_s, *reference, fingerprint,
                  before.value(*reference));
            services.secretsChanged();
            responder.reply({{u"ref"_s, *reference}, {u"fingerprint"_s, fingerprint}});
        });
}

void removeSecret(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QMultiHash<QString, QString> used = uses(services.configuration.document());
    for (const Secrets::SecretInfo &info : services.secrets.list()) {
        const QString reference = info.reference.toString();
        if (info.reference.name != request.id() && reference != request.id())
            continue;
        if (used.contains(reference)) {
            responder.fail(Error{ErrorCode::InUse,
                                 u"%1 is used by %2"_s.arg(reference, used.value(reference))});
            return;
        }
        services.secrets.remove(reference, &services.secrets,
                                [&services, request, responder, reference,
                                 before = info.fingerprint](const Result<void> &removed) {
                                    if (!removed) {
                                        responder.fail(removed.error());
                                        return;
                                    }
                                    audit(services, request, u"secret.remove"_s, reference, {},
                                          before);
                                    services.secretsChanged();
                                    responder.reply({{u"ref"_s, reference}});
                                });
        return;
    }
    responder.fail(Error{ErrorCode::NotFound, u"there is no secret '%1'"_s.arg(request.id())});
}

//! The stored secret with this name or reference; several places may hold the same name.
std::optional<Secrets::SecretReference> findStored(const Services &services, const QString &id)
{
    for (const Secrets::SecretInfo &info : services.secrets.list())
        if (info.reference.toString() == id || info.reference.name == id)
            return info.reference;
    return std::nullopt;
}

//! Where a secret may be moved from \a from, as "to" of the body says it.
Result<Secrets::SecretReference> readPlace(const Services &services, const QJsonObject &body,
                                           const Secrets::SecretReference &from)
{
    const QString to = body.value("to"_L1).toString();
    if (to != "keychain"_L1 && to != "vault"_L1)
        return Error{ErrorCode::InvalidArgument, u"to must be keychain or vault"_s, u"to"_s};
    const QString wanted = to + u':' + from.name;
    const Result<Secrets::SecretReference> place = Secrets::SecretReference::parse(wanted);
    if (place && *place == from)
        return Error{ErrorCode::Conflict, u"%1 is there already"_s.arg(from.toString()), u"to"_s};
    if (place && findStored(services, place->toString()))
        return Error{ErrorCode::Conflict,
                     u"%1 holds another secret; remove it first"_s.arg(place->toString()), u"to"_s};
    return place;
}

//! Every reference to \a before names \a after.
void redirect(Api::Document &document, const QString &before, const QString &after)
{
    for (Api::Provider &provider : document.providers) {
        for (Api::ProviderKey &key : provider.keys)
            if (key.secret == before)
                key.secret = after;
        for (QString &value : provider.headers)
            if (value == before)
                value = after;
    }
    for (Api::DeclaredKey &key : document.keys)
        if (key.secret == before)
            key.secret = after;
}

//! The copy is there: the configuration follows, and then the first one goes.
void finishMove(Services &services, const AdminRequest &request, const Responder &responder,
                const QString &before, const QString &after)
{
    if (uses(services.configuration.document()).contains(before)) {
        const Config::ChangeOutcome outcome = services.configuration.edit(
            [&](Api::Document &document) -> Result<void> {
                redirect(document, before, after);
                return {};
            },
            changeInfo(request));
        if (outcome.error || Api::hasErrors(outcome.findings)) {
            services.secrets.remove(after, &services.secrets, [](const Result<void> &) {});
            answerChange(responder, services, outcome);
            return;
        }
    }
    audit(services, request, u"secret.move"_s, before, after);
    services.secretsChanged();
    services.secrets.remove(
        before, &services.secrets, [responder, before, after](const Result<void> &removed) {
            responder.reply(
                {{u"ref"_s, after}, {u"moved_from"_s, before}, {u"left_behind"_s, !removed}});
        });
}

//! Between the keychain and the vault; the value never leaves the engine.
void moveSecret(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto from = findStored(services, request.id());
    if (!from) {
        responder.fail(Error{ErrorCode::NotFound, u"there is no secret '%1'"_s.arg(request.id())});
        return;
    }
    const Result<Secrets::SecretReference> to = readPlace(services, request.body, *from);
    if (!to) {
        responder.fail(to.error());
        return;
    }
    services.secrets.read(
        from->toString(), &services.secrets,
        [&services, request, responder, from = *from,
         to = *to](const Result<Secrets::Secret> &value) {
            if (!value) {
                responder.fail(value.error());
                return;
            }
            services.secrets.write(
                to, *value, &services.secrets,
                [&services, request, responder, from](const Result<QString> &written) {
                    if (!written)
                        responder.fail(written.error());
                    else
                        finishMove(services, request, responder, from.toString(), *written);
                });
        });
}

void unlock(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Secrets::Secret passphrase(request.body.value("passphrase"_L1).toString().toUtf8());
    services.secrets.unlock(passphrase, &services.secrets,
                            [&services, request, responder](const Result<void> &unlocked) {
                                audit(services, request, u"secret.unlock"_s, u"secrets"_s,
                                      unlocked ? u"unlocked"_s : unlocked.error().detail);
                                if (!unlocked) {
                                    responder.fail(unlocked.error());
                                    return;
                                }
                                services.secretsChanged();
                                responder.reply(services.status());
                            });
}

void chooseStore(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString wanted = request.body.value("store"_L1).toString();
    std::optional<Secrets::StoreKind> kind;
    if (wanted == "keychain"_L1)
        kind = Secrets::StoreKind::Keychain;
    else if (wanted == "vault"_L1)
        kind = Secrets::StoreKind::Vault;
    else if (wanted == "session"_L1)
        kind = Secrets::StoreKind::Session;
    if (!kind) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"store must be keychain, vault or session"_s, u"store"_s});
        return;
    }
    const QString before = Secrets::storeName(services.secrets.status().store);
    const Secrets::Secret passphrase(request.body.value("passphrase"_L1).toString().toUtf8());
    const Result<void> chosen = services.secrets.choose(*kind, passphrase);
    if (!chosen) {
        responder.fail(chosen.error());
        return;
    }
    audit(services, request, u"secret.store"_s, u"secrets"_s, wanted, before);
    responder.reply(services.status());
}

} // namespace

void addSecretRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/secrets"_s, bind(listSecrets));
    router.add("POST", u"/secrets/unlock"_s, bind(unlock));
    router.add("POST", u"/secrets/store"_s, bind(chooseStore));
    router.add("POST", u"/secrets/{name}/move"_s, bind(moveSecret));
    router.add("PUT", u"/secrets/{name}"_s, bind(putSecret));
    router.add("DELETE", u"/secrets/{name}"_s, bind(removeSecret));
}

} // namespace Gatehouse::Admin
