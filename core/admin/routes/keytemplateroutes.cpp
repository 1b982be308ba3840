// SPDX-License-Identifier: GPL-3.0-or-later
//! Named sets of fields that new keys can start from.
#include "core/admin/routes/keyjson.h"
#include "core/admin/routes/keyspending.h"
#include "core/admin/routes/routes.h"
#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr qsizetype longestName = 60;

QJsonObject templateJson(const Access::KeyTemplate &saved)
{
    return {{u"name"_s, saved.name},
            {u"fields"_s, parseObject(saved.fields).value_or(QJsonObject())}};
}

//! The fields of a template as they are now, empty when there is none.
QString auditedTemplate(const Services &services, const QString &name)
{
    const auto all = services.keys.templates();
    if (!all)
        return {};
    const auto found = std::ranges::find(*all, name, &Access::KeyTemplate::name);
    return found == all->end() ? QString() : QString::fromUtf8(found->fields);
}

//! The body as a key would take it, with a name that every key made from it replaces.
Result<void> check(const Services &services, const QJsonObject &fields)
{
    for (const QString &name : {u"name"_s, u"reason"_s, u"template"_s}) {
        if (fields.contains(name))
            return Error{ErrorCode::InvalidArgument,
                         u"is of each key its own; leave it out of the template"_s, name};
    }
    QJsonObject body = fields;
    body.insert(u"name"_s, u"new"_s);
    const auto key = readKeyRequest(services.configuration.document(), body, today(services));
    if (!key)
        return key.error();
    const auto spending = readKeySpending(fields);
    return spending ? Result<void>() : Result<void>(spending.error());
}

void list(Services &services, const AdminRequest &, const Responder &responder)
{
    const auto all = services.keys.templates();
    if (!all) {
        responder.fail(all.error());
        return;
    }
    QJsonArray items;
    for (const Access::KeyTemplate &saved : *all)
        items.append(templateJson(saved));
    responder.reply(listJson(items));
}

void save(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Access::KeyTemplate saved{.name = request.id().trimmed(),
                                    .fields = compactJson(request.body)};
    if (saved.name.isEmpty() || saved.name.size() > longestName) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"a template needs a name of at most %1 characters"_s.arg(longestName),
                             u"name"_s});
        return;
    }
    const QString before = auditedTemplate(services, saved.name);
    auto done = check(services, request.body);
    if (done)
        done = services.keys.saveTemplate(saved);
    if (!done) {
        responder.fail(done.error());
        return;
    }
    audit(services, request, u"key_template.save"_s, u"key-templates."_s + saved.name,
          QString::fromUtf8(saved.fields), before);
    responder.reply(templateJson(saved));
}

void remove(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString name = request.id();
    const QString before = auditedTemplate(services, name);
    if (const auto removed = services.keys.removeTemplate(name); !removed) {
        responder.fail(removed.error());
        return;
    }
    audit(services, request, u"key_template.delete"_s, u"key-templates."_s + name, {}, before);
    responder.reply({{u"name"_s, name}});
}

} // namespace

Result<QJsonObject> withTemplate(const Services &services, const QJsonObject &body)
{
    const QString name = body.value("template"_L1).toString();
    if (name.isEmpty())
        return body;
    const auto all = services.keys.templates();
    if (!all)
        return all.error();
    const auto found = std::ranges::find(*all, name, &Access::KeyTemplate::name);
    if (found == all->end())
        return Error{ErrorCode::InvalidArgument, u"there is no key template '%1'"_s.arg(name),
                     u"template"_s};
    QJsonObject whole = parseObject(found->fields).value_or(QJsonObject());
    for (auto it = body.begin(); it != body.end(); ++it)
        whole.insert(it.key(), it.value());
    return whole;
}

void addKeyTemplateRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/key-templates"_s, bind(list));
    router.add("PUT", u"/key-templates/{name}"_s, bind(save));
    router.add("DELETE", u"/key-templates/{name}"_s, bind(remove));
}

} // namespace Gatehouse::Admin
