// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/keyjson.h"
#include "core/admin/routes/keyspending.h"
#include "core/admin/routes/routes.h"
#include "core/base/json.h"
#include "core/base/log.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using CreatedKeys = std::vector<Access::CreatedKey>;

//! What \a totals, which the books told, say of the key \a id.
KeyFigures figuresOf(const QJsonObject &totals, const QString &id)
{
    const QJsonObject own = totals.value(id).toObject();
    const QJsonValue lastUsed = own.value("last_used"_L1);
    return {.spent = own.value("spent_nano_usd"_L1).toInteger(),
            .requests = own.value("requests"_L1).toInteger(),
            .lastUsed = lastUsed.isString() ? std::optional(lastUsed.toString()) : std::nullopt,
            .lastClient = own.value("last_client"_L1).toString()};
}

//! What GET /keys lists: the keys in force, or with deleted=1 the ones that can be restored, with
//! what each of them spent and asked.
QByteArray listedKeys(const Services &services, const CreatedKeys &created, bool deleted,
                      const QJsonObject &totals)
{
    const Today now = today(services);
    KeyStandings standings(services);
    QByteArray items;
    const auto append = [&](const QString &id, const auto &key, const auto &moment) {
        KeyFigures figures = figuresOf(totals, id);
        JsonObjectText text;
        standings.writeOwn(id, text);
        if (!deleted) {
            const KeyStandings::Standing standing = standings.of(id, key.team, key.owner);
            text.addJson("standing", standing.json);
            figures.isOverBudget = standing.isOverBudget;
        }
        writeKey(key, moment, figures, text);
        items += items.isEmpty() ? "" : ",";
        items += text.take();
    };
    if (!deleted) {
        for (const Api::DeclaredKey &key : services.configuration.document().keys)
            append(key.id, key, now);
    }
    for (const Access::CreatedKey &key : created)
        append(QString::fromLatin1(key.id), key, now.now);
    return "{\"items\":[" + items + "],\"next\":null}";
}

void listKeys(Services &services, const AdminRequest &request, const Responder &responder)
{
    const bool deleted = request.parameter(u"deleted"_s) == "1"_L1;
    auto found = deleted ? services.keys.listDeleted() : services.keys.list();
    if (!found) {
        responder.fail(found.error());
        return;
    }
    // Most have none that were deleted; nobody waits for the sums of all keys then.
    if (deleted && found->empty()) {
        responder.reply(listJson({}));
        return;
    }
    services.queries.ask([](Ledger::LedgerReader &reader) { return reader.keyTotals(); },
                         [&services, deleted, responder,
                          created = std::make_shared<const CreatedKeys>(*std::move(found))](
                             const Result<QJsonObject> &totals) {
                             responder.replyText(listedKeys(services, *created, deleted,
                                                            totals.value_or(QJsonObject())));
                         });
}

QJsonObject issuedJson(const Access::IssuedKey &issued)
{
    return {{u"id"_s, QString::fromLatin1(issued.key.id)},
            {u"name"_s, issued.key.name},
            {u"secret"_s, QString::fromLatin1(issued.secret.reveal().toByteArray())}};
}

//! Tells screens and the event list; "Key “%1” disabled".
void tellOf(const Services &services, const QString &id, const QString &action,
            const QString &sentence, const QString &name)
{
    services.tell(u"key"_s, u"info"_s, sentence.arg(name), {}, id,
                  {.code = action, .subject = name});
}

//! Everything but the text, as audit records and answers have it.
QJsonObject wholeKey(const Services &services, const Access::CreatedKey &key)
{
    QJsonObject whole = keyJson(key, services.clock.wall());
    insertKeySpending(whole, services.configuration.document());
    return whole;
}

//! What of a key stands in the audit record of a change.
QString auditedFields(const QJsonObject &key)
{
    QJsonObject fields;
    for (const QString &name :
         {u"name"_s, u"team"_s, u"state"_s, u"last4"_s, u"old_until"_s, u"routes"_s, u"expires"_s,
          u"note"_s, u"tags"_s, u"owner"_s, u"residency"_s, u"targets"_s, u"addresses"_s,
          u"priority"_s, u"record_bodies"_s, u"limits"_s, u"budget"_s})
        fields.insert(name, key.value(name));
    return QString::fromUtf8(compactJson(fields));
}

//! The same of a key as it is now; empty when there is none, deleted ones included.
QString auditedKey(const Services &services, const QString &id)
{
    if (const auto key = services.keys.find(id.toLatin1()))
        return auditedFields(wholeKey(services, *key));
    if (const auto key = services.keys.findDeleted(id.toLatin1()))
        return auditedFields(wholeKey(services, *key));
    return {};
}

//! What everybody hears after a change of a created key, and the answer. \a before is what the
//! audit record has of the key as it was.
void finishChange(Services &services, const AdminRequest &request, const Responder &responder,
                  const QString &action, const QString &sentence, const QString &before)
{
    const QString id = request.id();
    const Result<QJsonObject> key = keyById(services, id);
    audit(services, request, action, u"keys."_s + id, auditedKey(services, id), before);
    services.keysChanged();
    if (key)
        tellOf(services, id, action, sentence, key->value("name"_L1).toString());
    responder.answer(key);
}

//! Two keys of one name could not be told apart on screens and in books.
Result<void> checkNameIsFree(const Services &services, const QString &name, const QByteArray &id)
{
    const auto created = services.keys.list();
    if (!created)
        return created.error();
    const bool taken = std::ranges::any_of(*created,
                                           [&](const Access::CreatedKey &key) {
                                               return key.id != id && key.name == name;
                                           })
        || std::ranges::any_of(services.configuration.document().keys,
                               [&name](const Api::DeclaredKey &key) { return key.id == name; });
    if (!taken)
        return {};
    return Error{ErrorCode::AlreadyExists,
                 u"a key is called '%1' already; choose another name"_s.arg(name), u"name"_s};
}

//! Limits and budget of a key as one revision; nothing to do when the body names none.
Config::ChangeOutcome changeSpending(Services &services, const AdminRequest &request,
                                     const QString &key, const KeySpendingChange &change)
{
    if (change.isEmpty())
        return {};
    return services.configuration.edit(
        [&](Api::Document &document) -> Result<void> {
            applySpending(document, {Api::Scope::Kind::Key, key}, change);
            return {};
        },
        changeInfo(request));
}

void createKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<QJsonObject> body = withTemplate(services, request.body);
    if (!body) {
        responder.fail(body.error());
        return;
    }
    const Api::Document &document = services.configuration.document();
    const Result<Access::KeyRequest> wanted = readKeyRequest(document, *body, today(services));
    if (!wanted) {
        responder.fail(wanted.error());
        return;
    }
    Result<KeySpendingChange> spending = readKeySpending(*body);
    if (!spending) {
        responder.fail(spending.error());
        return;
    }
    if (!spending->limits)
        spending->limits = startingLimits(document, wanted->team);
    if (const auto isFree = checkNameIsFree(services, wanted->name, {}); !isFree) {
        responder.fail(isFree.error());
        return;
    }
    const Api::Findings warnings = keySpendingWarnings(document, wanted->team, *spending);
    const auto issued = services.keys.create(*wanted);
    if (!issued) {
        responder.fail(issued.error());
        return;
    }
    const QString id = QString::fromLatin1(issued->key.id);
    if (const auto outcome = changeSpending(services, request, id, *spending);
        !outcome.succeeded()) {
        if (const auto gone = services.keys.discard(issued->key.id); !gone)
            qCWarning(lcAdmin, "a key that was not wanted stays: %s",
                      qUtf8Printable(gone.error().detail));
        services.keysChanged();
        answerChange(responder, services, outcome);
        return;
    }
    audit(services, request, u"key.create"_s, u"keys."_s + id,
          auditedFields(wholeKey(services, issued->key)));
    services.keysChanged();
    tellOf(services, id, u"key.create"_s, u"Key “%1” created"_s, issued->key.name);
    QJsonObject answer = issuedJson(*issued);
    if (!warnings.isEmpty())
        answer.insert(u"findings"_s, findingsJson(warnings));
    responder.reply(answer, 201);
}

void rotateKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto known = checkFields(request.body, {u"overlap_s"_s, u"reason"_s});
    const qint64 overlap = request.body.contains("overlap_s"_L1)
        ? request.body.value("overlap_s"_L1).toInteger(-1)
        : 0;
    if (!known || overlap < 0 || overlap > 30LL * 24 * 3600) {
        responder.fail(known ? Error{ErrorCode::InvalidArgument,
                                     u"must be whole seconds; the old key may stay valid for at "
                                     "most 30 days"_s,
                                     u"overlap_s"_s}
                             : known.error());
        return;
    }
    const QString before = auditedKey(services, request.id());
    const auto issued =
        services.keys.rotate(request.id().toLatin1(), std::chrono::seconds(overlap));
    if (!issued) {
        responder.fail(issued.error());
        return;
    }
    audit(services, request, u"key.rotate"_s, u"keys."_s + request.id(),
          auditedFields(wholeKey(services, issued->key)), before);
    services.keysChanged();
    tellOf(services, request.id(), u"key.rotate"_s, u"Key “%1” has a new secret"_s,
           issued->key.name);
    responder.reply(issuedJson(*issued));
}

//! Declared keys change by their configuration, created ones in the database.
bool isDeclared(const Services &services, const QString &id)
{
    return std::ranges::any_of(services.configuration.document().keys,
                               [&id](const auto &key) { return key.id == id; });
}

//! True for a key that the configuration declares: the refusal is answered.
bool refuseDeclared(const Services &services, const QString &id, const Responder &responder)
{
    if (!isDeclared(services, id))
        return false;
    responder.fail(
        Error{ErrorCode::InUse,
              u"the key '%1' is declared in the configuration; change it there"_s.arg(id)});
    return true;
}

void updateKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    if (refuseDeclared(services, id, responder))
        return;
    const auto before = services.keys.find(id.toLatin1());
    if (!before) {
        responder.fail(before.error());
        return;
    }
    const QString auditedBefore = auditedFields(wholeKey(services, *before));
    const auto wanted = readKeyRequest(services.configuration.document(), request.body,
                                       today(services), Access::requestOf(*before));
    if (!wanted) {
        responder.fail(wanted.error());
        return;
    }
    const Result<KeySpendingChange> spending = readKeySpending(request.body);
    if (!spending) {
        responder.fail(spending.error());
        return;
    }
    if (const auto isFree = wanted->name == before->name
            ? Result<void>()
            : checkNameIsFree(services, wanted->name, before->id);
        !isFree) {
        responder.fail(isFree.error());
        return;
    }
    if (const auto outcome = changeSpending(services, request, id, *spending);
        !outcome.succeeded()) {
        answerChange(responder, services, outcome);
        return;
    }
    if (const auto changed = services.keys.update(id.toLatin1(), *wanted); !changed) {
        responder.fail(changed.error());
        return;
    }
    const Result<QJsonObject> key = keyById(services, id);
    audit(services, request, u"key.update"_s, u"keys."_s + id,
          auditedFields(key.value_or(QJsonObject())), auditedBefore);
    services.keysChanged();
    tellOf(services, id, u"key.edit"_s, u"Key “%1” changed"_s, wanted->name);
    responder.answer(key);
}

void disableDeclared(Services &services, const AdminRequest &request, const Responder &responder,
                     bool disabled)
{
    const auto outcome = services.configuration.edit(
        [&](Api::Document &document) -> Result<void> {
            for (Api::DeclaredKey &key : document.keys) {
                if (key.id == request.id())
                    key.disabled = disabled;
            }
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome);
}

void setDisabled(Services &services, const AdminRequest &request, const Responder &responder,
                 bool disabled)
{
    const QString id = request.id();
    if (isDeclared(services, id)) {
        disableDeclared(services, request, responder, disabled);
        return;
    }
    const QString before = auditedKey(services, id);
    if (const auto changed = services.keys.setDisabled(id.toLatin1(), disabled); !changed) {
        responder.fail(changed.error());
        return;
    }
    finishChange(services, request, responder, disabled ? u"key.disable"_s : u"key.enable"_s,
                 disabled ? u"Key “%1” disabled"_s : u"Key “%1” enabled"_s, before);
}

void endOverlap(Services &services, const AdminRequest &request, const Responder &responder)
{
    if (refuseDeclared(services, request.id(), responder))
        return;
    const QString before = auditedKey(services, request.id());
    const auto ended = services.keys.endOverlap(request.id().toLatin1());
    if (!ended) {
        responder.fail(ended.error());
        return;
    }
    finishChange(services, request, responder, u"key.end_overlap"_s,
                 u"The old secret of key “%1” is refused now"_s, before);
}

void removeKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    if (refuseDeclared(services, id, responder))
        return;
    const auto key = services.keys.find(id.toLatin1());
    const QString before = auditedKey(services, id);
    if (const auto removed = services.keys.remove(id.toLatin1()); !removed) {
        responder.fail(removed.error());
        return;
    }
    audit(services, request, u"key.delete"_s, u"keys."_s + id, auditedKey(services, id), before);
    services.keysChanged();
    tellOf(services, id, u"key.delete"_s, u"Key “%1” deleted"_s, key ? key->name : id);
    responder.reply({{u"id"_s, id}});
}

void restoreKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QByteArray id = request.id().toLatin1();
    const auto deleted = services.keys.findDeleted(id);
    if (!deleted) {
        responder.fail(deleted.error());
        return;
    }
    const auto &teams = services.configuration.document().teams;
    if (!deleted->team.isEmpty()
        && std::ranges::find(teams, deleted->team, &Api::Team::id) == teams.end()) {
        responder.fail(Error{
            ErrorCode::InUse,
            u"the key belongs to the team '%1', which does not exist; create the team again first"_s
                .arg(deleted->team),
            u"team"_s});
        return;
    }
    const QString before = auditedFields(wholeKey(services, *deleted));
    if (const auto restored = services.keys.restore(id); !restored) {
        responder.fail(restored.error());
        return;
    }
    finishChange(services, request, responder, u"key.restore"_s, u"Key “%1” restored"_s, before);
}

} // namespace

Result<QJsonObject> keyById(const Services &services, const QString &id)
{
    for (const Api::DeclaredKey &declared : services.configuration.document().keys) {
        if (declared.id != id)
            continue;
        QJsonObject key = keyJson(declared, today(services));
        insertKeySpending(key, services.configuration.document());
        return key;
    }
    const auto created = services.keys.find(id.toLatin1());
    if (!created)
        return created.error();
    return wholeKey(services, *created);
}

void addKeyRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/keys"_s, bind(listKeys));
    router.add("POST", u"/keys"_s, bind(createKey));
    router.add("GET", u"/keys/{id}"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   responder.answer(keyById(services, request.id()));
               });
    router.add("DELETE", u"/keys/{id}"_s, bind(removeKey));
    router.add("POST", u"/keys/{id}/rotate"_s, bind(rotateKey));
    router.add("POST", u"/keys/{id}/disable"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   setDisabled(services, request, responder, true);
               });
    router.add("POST", u"/keys/{id}/enable"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   setDisabled(services, request, responder, false);
               });
    router.add("PUT", u"/keys/{id}"_s, bind(updateKey));
    router.add("POST", u"/keys/{id}/end-overlap"_s, bind(endOverlap));
    router.add("POST", u"/keys/{id}/restore"_s, bind(restoreKey));
}

} // namespace Gatehouse::Admin
