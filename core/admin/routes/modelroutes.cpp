// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"
#include "core/ledger/catalogue.h"
#include "core/providers/keypurchase.h"
#include "core/providers/modellist.h"
#include "core/providers/probe.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

const QStringList &capabilityNames()
{
    static const QStringList names{
        u"chat"_s,   u"responses"_s, u"messages"_s,   u"tools"_s,  u"structured_output"_s,
        u"images"_s, u"audio"_s,     u"embeddings"_s, u"rerank"_s, u"streaming"_s};
    return names;
}

//! What the built-in list says about a model; it says nothing about what a model cannot do.
QStringList declaredCapabilities(const Ledger::CatalogueModel &model, bool anthropic)
{
    QStringList declared;
    if (model.mode == "chat"_L1)
        declared += {anthropic ? u"messages"_s : u"chat"_s, u"streaming"_s};
    else if (model.mode == "responses"_L1)
        declared += {u"responses"_s, u"streaming"_s};
    else if (model.mode == "embedding"_L1)
        declared += u"embeddings"_s;
    else if (model.mode == "rerank"_L1)
        declared += u"rerank"_s;
    else if (model.mode.startsWith("audio"_L1) || model.mode == "realtime"_L1)
        declared += u"audio"_s;
    if (model.capabilities.contains("tools"_L1))
        declared += u"tools"_s;
    if (model.capabilities.contains("json_schema"_L1))
        declared += u"structured_output"_s;
    if (model.capabilities.contains("vision"_L1))
        declared += u"images"_s;
    return declared;
}

//! What the provider's own document says instead; null where it says nothing.
QJsonValue overrideOf(const Api::Provider &provider, const QString &model,
                      const QString &capability)
{
    const QJsonValue value = provider.other.value("capabilities"_L1)[model][capability];
    return value.isBool() ? value : QJsonValue();
}

QJsonObject capabilityJson(const Services &services, const Api::Provider &provider,
                           const QString &model, const QString &capability, bool isListed)
{
    const QJsonValue own = overrideOf(provider, model, capability);
    const bool isDeclared = own.toBool(isListed);
    const auto finding = services.capabilities.find(provider, model, capability);
    if (finding && finding->state != Providers::CheckState::Skipped) {
        const bool passed = finding->state == Providers::CheckState::Passed;
        return {{u"state"_s, passed ? u"tested"_s : u"failed"_s},
                {u"declared"_s, isDeclared},
                {u"override"_s, own},
                {u"time"_s, isoText(finding->time)},
                {u"reason"_s, finding->reason}};
    }
    return {{u"state"_s, isDeclared ? u"declared"_s : u"not_tested"_s},
            {u"declared"_s, isDeclared},
            {u"override"_s, own},
            {u"time"_s, QJsonValue()},
            {u"reason"_s, finding ? finding->reason : QString()}};
}

void listCapabilities(Services &services, const Ledger::Catalogue &catalogue,
                      const AdminRequest &request, const Responder &responder)
{
    const Api::Provider *provider = findProvider(services, request.id());
    if (!provider) {
        responder.fail(noProvider(request.id()));
        return;
    }
    QStringList models = services.discoveredModels(provider->id) + provider->models;
    models.removeDuplicates();
    models.sort();
    const auto &known = catalogue.models(Ledger::Catalogue::providerName(*provider));
    QJsonArray items;
    for (const QString &model : std::as_const(models)) {
        const auto entry = known.constFind(model.toUtf8());
        const bool isKnown = entry != known.constEnd();
        const QStringList declared = isKnown
            ? declaredCapabilities(*entry, provider->dialect == "anthropic"_L1)
            : QStringList();
        QJsonObject capabilities;
        for (const QString &name : capabilityNames())
            capabilities.insert(
                name, capabilityJson(services, *provider, model, name, declared.contains(name)));
        items.append(
            QJsonObject{{u"model"_s, model},
                        {u"context"_s,
                         isKnown && entry->context > 0 ? QJsonValue(entry->context) : QJsonValue()},
                        {u"capabilities"_s, capabilities}});
    }
    QJsonObject answer = listJson(items);
    answer.insert(u"catalogue"_s, catalogue.version());
    responder.reply(answer);
}

void answerModels(Services &services, const QString &id, const Providers::ProbeReply &reply,
                  const Responder &responder)
{
    if (!reply.succeeded()) {
        responder.fail(Error{ErrorCode::Unavailable,
                             reply.failure ? reply.failure->detail
                                           : u"the provider answered %1 to the question for its "
                                             "models"_s.arg(reply.status)});
        return;
    }
    const Result<QStringList> models = Providers::readModelList(reply.body);
    if (!models) {
        responder.fail(models.error());
        return;
    }
    services.modelsFound(id, *models);
    responder.reply({{u"models"_s, QJsonArray::fromStringList(*models)}});
}

//! Asks the provider for its models; everything keeps itself alive until the answer.
void askModels(Services &services, const std::shared_ptr<const Config::Snapshot> &snapshot,
               const Result<Providers::Credential> &key, const Responder &responder)
{
    const Config::Provider &provider = *snapshot->providers.front();
    if (!key) {
        responder.fail(key.error());
        return;
    }
    const auto question = Providers::modelListQuestion(provider, *key, services.clock.wall());
    if (!question) {
        responder.fail(Error{ErrorCode::Unsupported,
                             u"this kind of provider lists no models; add them by hand"_s});
        return;
    }
    const auto probe = std::make_shared<std::unique_ptr<Providers::Probe>>();
    *probe = std::make_unique<Providers::Probe>(
        services.clock, services.upstream, question->endpoint, question->request,
        [&services, id = provider.document.id, responder,
         probe](const Providers::ProbeReply &reply) {
            answerModels(services, id, reply, responder);
            QMetaObject::invokeMethod(
                &services.secrets, [probe] { probe->reset(); }, Qt::QueuedConnection);
        });
}

void syncModels(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Api::Provider *provider = findProvider(services, request.id());
    if (!provider) {
        responder.fail(noProvider(request.id()));
        return;
    }
    readFirstKey(
        services, *provider,
        [&services, provider = *provider, responder](const Result<Providers::Credential> &key) {
            if (!key) {
                responder.fail(key.error());
                return;
            }
            Api::Document alone;
            alone.providers = {provider};
            const auto snapshot = Config::Snapshot::compile(alone, 0);
            const auto purchase = std::make_shared<std::unique_ptr<Providers::KeyPurchase>>();
            *purchase = std::make_unique<Providers::KeyPurchase>(
                services.clock, services.upstream, *snapshot->providers.front(), *key,
                [&services, snapshot, responder,
                 purchase](const Result<Providers::Credential> &ready) {
                    askModels(services, snapshot, ready, responder);
                    QMetaObject::invokeMethod(
                        &services.secrets, [purchase] { purchase->reset(); }, Qt::QueuedConnection);
                });
        });
}

} // namespace

void addModelRoutes(Router &router, Services &services)
{
    const auto catalogue = Ledger::Catalogue::builtIn();
    router.add("GET", u"/providers/{id}/capabilities"_s,
               [&services, catalogue](const AdminRequest &request, const Responder &responder) {
                   listCapabilities(services, *catalogue, request, responder);
               });
    router.add("POST", u"/providers/{id}/models"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   syncModels(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
