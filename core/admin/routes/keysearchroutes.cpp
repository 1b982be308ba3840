// SPDX-License-Identifier: GPL-3.0-or-later
//! Which keys stand in a text, and what they did: for keys that leaked and for keys at hand.
#include "core/access/keyfinder.h"
#include "core/admin/routes/keyjson.h"
#include "core/admin/routes/routes.h"
#include "core/ledger/requestfilter.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr qsizetype longestText = 8 * 1024 * 1024;

QString wordOf(Access::FoundKey::Text text)
{
    switch (text) {
    case Access::FoundKey::Text::Current:
        return u"current"_s;
    case Access::FoundKey::Text::Previous:
        return u"previous"_s;
    case Access::FoundKey::Text::Former:
        return u"former"_s;
    }
    return {};
}

Result<std::vector<Access::CreatedKey>> allCreated(const Services &services)
{
    auto keys = services.keys.list();
    if (!keys)
        return keys;
    auto deleted = services.keys.listDeleted();
    if (!deleted)
        return deleted;
    std::ranges::move(*deleted, std::back_inserter(*keys));
    return keys;
}

QJsonObject foundJson(const Services &services, const Access::FoundKey &found,
                      const std::vector<Access::CreatedKey> &created)
{
    QJsonObject key;
    const auto own = std::ranges::find(created, found.id, &Access::CreatedKey::id);
    if (own != created.end())
        key = keyJson(*own, services.clock.wall());
    else
        key = keyById(services, QString::fromUtf8(found.id)).value_or(QJsonObject());
    key.insert(u"text"_s, wordOf(found.text));
    return key;
}

//! The text is searched and forgotten: it is neither logged, audited nor answered.
void findInText(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QByteArray text = request.body.value("text"_L1).toString().toUtf8();
    const auto fail = [&responder](const QString &message, const QString &field) {
        responder.fail(Error{ErrorCode::InvalidArgument, message, field});
    };
    if (text.trimmed().isEmpty())
        return fail(u"paste the text to look through"_s, u"text"_s);
    if (text.size() > longestText)
        return fail(u"the text has more than 8 MiB; paste the part with the keys"_s, u"text"_s);
    const auto since =
        Ledger::RequestFilter::parseMoment(request.body.value("since"_L1).toString(u"7d"_s),
                                           services.clock.wall(), services.timeZone());
    if (!since)
        return fail(since.error().detail, u"since"_s);
    const auto created = allCreated(services);
    if (!created) {
        responder.fail(created.error());
        return;
    }
    QJsonArray keys;
    for (const Access::FoundKey &found :
         Access::findKeys(text, *services.keyTable(), *created, services.clock.wall()))
        keys.append(foundJson(services, found, *created));
    services.queries.ask(
        [keys, since = *since](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
            QJsonArray items;
            for (const QJsonValue &one : keys) {
                QJsonObject key = one.toObject();
                const auto activity =
                    reader.keyActivity(key.value("id"_L1).toString().toUtf8(), since);
                key.insert(u"activity"_s, activity ? QJsonValue(*activity) : QJsonValue());
                items.append(key);
            }
            return listJson(items);
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

} // namespace

void addKeySearchRoutes(Router &router, Services &services)
{
    router.add("POST", u"/keys/find"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   findInText(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
