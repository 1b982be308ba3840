// SPDX-License-Identifier: GPL-3.0-or-later
//! Sending a recorded request once more, to the same model or another one, and what that would
//! cost. Both read the recording, so both need the right to.
#include "core/admin/routes/routes.h"
#include "core/bodies/recordedhead.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

struct Recording {
    Bodies::RecordedBody body;
    QJsonObject request; //!< its record in the books; empty when they have it no more
};

//! What is recorded of \a id, and then \a go on with it.
void withRecording(Services &services, const QByteArray &id, const Responder &responder,
                   std::function<void(const Recording &)> go)
{
    auto found = std::make_shared<Recording>();
    services.queries.ask(
        [found, id,
         recorder = services.recorder](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
            auto body = loadRecorded(*recorder, id);
            if (!body)
                return body.error();
            found->body = *std::move(body);
            found->request = reader.request(id, nullptr).value_or(QJsonObject());
            return QJsonObject();
        },
        [found, responder, go = std::move(go)](const Result<QJsonObject> &read) {
            if (read)
                go(*found);
            else
                responder.fail(read.error());
        });
}

//! The question "what would happen to it now": its own body with another model's name.
ExplainQuestion questionOf(const Bodies::RecordedBody &recorded, const QString &model)
{
    QByteArray path = Bodies::firstLine(recorded.request.head).split(' ').value(1);
    path = path.split('?').constFirst();
    QJsonObject body = QJsonDocument::fromJson(recorded.request.text).object();
    if (path.contains("/models/")) { // the path names the model: asked in another form
        path = "/v1/chat/completions";
        body = {{u"messages"_s,
                 QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hello"_s}}}}};
    }
    body.insert(u"model"_s, model);
    return {.key = QString::fromUtf8(recorded.key),
            .path = path,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

//! What such a request costs at \a target ("provider/model"), with as many tokens as the recorded
//! one had.
QJsonValue roughCost(const Services &services, const QString &target, const QJsonObject &record)
{
    const QByteArray provider = target.section(u'/', 0, 0).toUtf8();
    const QByteArray model = target.section(u'/', 1).toUtf8();
    const Ledger::Price *price = services.prices()->findAt(provider, model, services.clock.wall());
    const Api::Provider *document = findProvider(services, QString::fromUtf8(provider));
    if (!price || !document || record.isEmpty())
        return QJsonValue::Null;
    const Usage usage{.promptTokens = record.value("tokens_in"_L1).toInteger(),
                      .completionTokens = record.value("tokens_out"_L1).toInteger(),
                      .known = true};
    const auto cost = Ledger::priceOf(usage, *price, document->priceMultiplier);
    return cost ? QJsonValue(cost->paid.nanoUsd) : QJsonValue::Null;
}

QString modelOf(const Recording &recording, const QString &wanted)
{
    return wanted.isEmpty() ? recording.request.value("model_asked"_L1).toString() : wanted;
}

void estimate(Services &services, const AdminRequest &request, const Responder &responder)
{
    withRecording(services, request.id().toLatin1(), responder,
                  [&services, request, responder](const Recording &recording) {
                      const QString model = modelOf(recording, request.parameter(u"model"_s));
                      const auto plan = services.explain(questionOf(recording.body, model));
                      if (!plan) {
                          responder.fail(plan.error());
                          return;
                      }
                      const QString target = plan->value("plan"_L1).toArray().first().toString();
                      responder.reply(
                          {{u"id"_s, request.id()},
                           {u"model"_s, model},
                           {u"target"_s, target.isEmpty() ? QJsonValue() : QJsonValue(target)},
                           {u"refusal"_s, plan->value("refusal"_L1)},
                           {u"key"_s, QString::fromUtf8(recording.body.key)},
                           {u"tokens_in"_s, recording.request.value("tokens_in"_L1)},
                           {u"tokens_out"_s, recording.request.value("tokens_out"_L1)},
                           {u"redactions"_s, recording.body.redactions},
                           {u"cost_nano_usd"_s, roughCost(services, target, recording.request)}});
                  });
}

//! The new request as the books have it, beside both answers.
void tellReplayed(Services &services, const Recording &recording, const Bodies::Replayed &came,
                  const Responder &responder)
{
    services.queries.ask(
        [id = came.id, flush = services.flushLedger,
         prices = services.prices()](Ledger::LedgerReader &reader) {
            if (flush)
                flush();
            return reader.request(id, prices.get());
        },
        [came, recorded = recording.body, responder](const Result<QJsonObject> &request) {
            responder.reply(
                {{u"id"_s, QString::fromLatin1(came.id)},
                 {u"status"_s, came.status},
                 {u"answer"_s, sideJson(came.answer)},
                 {u"recorded"_s, sideJson(recorded.answer)},
                 {u"request"_s, request ? QJsonValue(*request) : QJsonValue(QJsonValue::Null)}});
        });
}

void replay(Services &services, const AdminRequest &request, const Responder &responder)
{
    if (const auto known = checkFields(request.body, {u"model"_s, u"reason"_s}); !known) {
        responder.fail(known.error());
        return;
    }
    const QString model = request.body.value("model"_L1).toString();
    withRecording(
        services, request.id().toLatin1(), responder,
        [&services, request, responder, model](const Recording &recording) {
            const auto record = services.audit.append({request.who,
                                                       request.source,
                                                       u"request.replay"_s,
                                                       QString(u"requests."_s + request.id()),
                                                       {},
                                                       modelOf(recording, model)},
                                                      services.clock.wall());
            if (!record) { // no record, no look
                responder.fail(record.error());
                return;
            }
            services.replay({.tags = "replay_of=" + recording.body.id,
                             .key = recording.body.key,
                             .request = recording.body.request,
                             .model = model.toUtf8()},
                            [&services, recording, responder](Result<Bodies::Replayed> came) {
                                if (came)
                                    tellReplayed(services, recording, *came, responder);
                                else
                                    responder.fail(came.error());
                            });
        });
}

//! The first key, by id, that may ask for \a model now; null when none may.
const Access::KeyEntry *keyFor(const Access::KeyTable &keys, const QByteArray &model, WallTime now)
{
    const Access::KeyEntry *best = nullptr;
    for (const Access::KeyEntry &key : keys.entries()) {
        const bool isUsable = !key.disabled && !(key.expires && *key.expires <= now);
        if (isUsable && key.mayCall(model) && (!best || key.id < best->id))
            best = &key;
    }
    return best;
}

//! A short question as a client would ask it.
Bodies::Side testRequest(const QString &model)
{
    const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"Say hello."_s}};
    Bodies::Side side;
    side.type = "application/json";
    side.head = "POST /v1/chat/completions\r\ncontent-type: application/json\r\n";
    side.append(QJsonDocument(QJsonObject{{u"model"_s, model},
                                          {u"messages"_s, QJsonArray{message}},
                                          {u"max_tokens"_s, 16}})
                    .toJson(QJsonDocument::Compact));
    return side;
}

void tellTested(const Result<Bodies::Replayed> &came, const QString &model, const QByteArray &key,
                const Responder &responder)
{
    if (!came) {
        responder.fail(came.error());
        return;
    }
    const QJsonObject answer = QJsonDocument::fromJson(came->answer.text).object();
    responder.reply({{u"id"_s, QString::fromLatin1(came->id)},
                     {u"status"_s, came->status},
                     {u"model"_s, model},
                     {u"key"_s, QString::fromUtf8(key)},
                     {u"problem"_s, answer["error"_L1]["message"_L1]}});
}

//! One request of the gateway's own, to see whether everything is in place: the first model, the
//! first key that may use it.
void sendTest(Services &services, const AdminRequest &request, const Responder &responder)
{
    if (const auto known = checkFields(request.body, {u"model"_s, u"reason"_s}); !known) {
        responder.fail(known.error());
        return;
    }
    QString model = request.body.value("model"_L1).toString();
    if (model.isEmpty())
        model = services.models().at(0)["id"_L1].toString();
    const auto table = services.keyTable();
    const Access::KeyEntry *key = keyFor(*table, model.toUtf8(), services.clock.wall());
    if (model.isEmpty() || !key) {
        responder.fail(
            Error{ErrorCode::NotFound,
                  model.isEmpty()
                      ? u"there is no model to ask; add a provider first"_s
                      : u"no key may ask for '%1'; create one in Keys & Teams first"_s.arg(model),
                  model.isEmpty() ? u"model"_s : u"key"_s});
        return;
    }
    audit(services, request, u"request.test"_s, QString(u"models."_s + model));
    services.replay(
        {.tags = "test=true", .key = key->id, .request = testRequest(model), .model = {}},
        [model, id = key->id, responder](const Result<Bodies::Replayed> &came) {
            tellTested(came, model, id, responder);
        });
}

} // namespace

void addReplayRoutes(Router &router, Services &services)
{
    if (!services.replay)
        return;
    router.add("POST", u"/requests/test"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   sendTest(services, request, responder);
               });
    if (!services.recorder)
        return;
    router.add("GET", u"/requests/{id}/replay"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   estimate(services, request, responder);
               });
    router.add("POST", u"/requests/{id}/replay"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   replay(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
