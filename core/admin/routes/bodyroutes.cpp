// SPDX-License-Identifier: GPL-3.0-or-later
//! What clients said word by word, where it was recorded. Every look leaves an audit record, so
//! none of it is a GET.
#include "core/admin/routes/routes.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/bodies/bodytable.h"
#include "core/bodies/recordedhead.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Bodies::BodyTable;
using Bodies::Session;

constexpr int mostRequests = 50;
constexpr int mostMinutes = 15;
constexpr qsizetype longestPreview = 64 * 1024;

Error notRecorded(const QByteArray &id)
{
    return {ErrorCode::NotFound,
            u"nothing of request %1 is recorded: recording was off, or the recording is past its "
            "time"_s.arg(QString::fromLatin1(id)),
            u"id"_s};
}

//! The file with everything that was given so far; nothing when there is none.
Result<std::unique_ptr<BodyTable>> openTable(const Bodies::Recorder &recorder)
{
    recorder.store().flush();
    if (!QFileInfo::exists(recorder.store().path()))
        return Error{ErrorCode::NotFound, u"nothing is recorded"_s};
    return BodyTable::open(recorder.store().path());
}

//! The first line ("POST /v1/messages", "200") and the headers; null where none were kept.
QJsonValue headJson(const QByteArray &head)
{
    if (head.isEmpty())
        return QJsonValue::Null;
    QJsonArray fields;
    for (const Bodies::RecordedField &field : Bodies::fieldsOf(head))
        fields.append(QJsonObject{{u"name"_s, QString::fromLatin1(field.name)},
                                  {u"value"_s, QString::fromUtf8(field.value)},
                                  {u"redacted"_s, field.isRedacted()}});
    return QJsonObject{{u"line"_s, QString::fromUtf8(Bodies::firstLine(head))},
                       {u"fields"_s, fields}};
}

QJsonObject bodyJson(const Bodies::RecordedBody &body, const Bodies::Retention &retention)
{
    return {{u"id"_s, QString::fromLatin1(body.id)},
            {u"time"_s, isoText(body.time)},
            {u"kept_until"_s, isoText(body.time + retention.age)},
            {u"redactions"_s, body.redactions},
            {u"request"_s, sideJson(body.request)},
            {u"answer"_s, sideJson(body.answer)}};
}

QJsonValue sessionJson(const std::optional<Session> &session)
{
    if (!session)
        return QJsonValue::Null;
    QJsonObject json{{u"left"_s, session->left}, {u"until"_s, isoText(session->until)}};
    json.insert(session->key.isEmpty() ? u"route"_s : u"key"_s,
                QString::fromUtf8(session->key.isEmpty() ? session->route : session->key));
    return json;
}

QString objectOf(const Session &session)
{
    return session.key.isEmpty() ? QString(u"routes."_s + QString::fromUtf8(session.route))
                                 : QString(u"keys."_s + QString::fromUtf8(session.key));
}

QString modeWord(Bodies::Mode mode)
{
    switch (mode) {
    case Bodies::Mode::Never:
        return u"never"_s;
    case Bodies::Mode::Errors:
        return u"errors"_s;
    case Bodies::Mode::All:
        break;
    }
    return u"all"_s;
}

void look(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QByteArray id = request.id().toLatin1();
    services.queries.run(
        [id, recorder = services.recorder]() -> Result<QJsonObject> {
            const auto body = loadRecorded(*recorder, id);
            if (!body)
                return body.error();
            return bodyJson(*body, recorder->store().retention());
        },
        [&services, request, responder](const Result<QJsonObject> &shown) {
            if (!shown) {
                responder.fail(shown.error());
                return;
            }
            const auto record = services.audit.append({request.who,
                                                       request.source,
                                                       u"body.read"_s,
                                                       QString(u"requests."_s + request.id()),
                                                       {},
                                                       {}},
                                                      services.clock.wall());
            if (!record) // no record, no look
                responder.fail(record.error());
            else
                responder.reply(*shown);
        });
}

void removeOne(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QByteArray id = request.id().toLatin1();
    services.queries.run(
        [id, recorder = services.recorder]() -> Result<QJsonObject> {
            auto table = openTable(*recorder);
            if (!table)
                return table.error().code == ErrorCode::NotFound ? notRecorded(id) : table.error();
            if (const auto removed = (*table)->remove(id); !removed)
                return removed.error();
            return QJsonObject{{u"id"_s, QString::fromLatin1(id)}};
        },
        [&services, request, responder](const Result<QJsonObject> &removed) {
            if (removed)
                audit(services, request, u"body.delete"_s, QString(u"requests."_s + request.id()));
            responder.answer(removed);
        });
}

void removeAll(Services &services, const AdminRequest &request, const Responder &responder)
{
    services.queries.run(
        [recorder = services.recorder]() -> Result<QJsonObject> {
            auto table = openTable(*recorder);
            if (!table && table.error().code == ErrorCode::NotFound)
                return QJsonObject{{u"deleted"_s, 0}};
            if (!table)
                return table.error();
            const auto count = (*table)->clear();
            if (!count)
                return count.error();
            return QJsonObject{{u"deleted"_s, *count}};
        },
        [&services, request, responder](const Result<QJsonObject> &removed) {
            if (removed)
                audit(services, request, u"body.purge"_s, u"bodies"_s,
                      QString::number(removed->value("deleted"_L1).toInteger()));
            responder.answer(removed);
        });
}

//! What is recorded, for how long it stays, and what runs.
void show(Services &services, const AdminRequest &, const Responder &responder)
{
    services.queries.run(
        [recorder = services.recorder]() -> Result<QJsonObject> {
            BodyTable::Facts facts;
            auto table = openTable(*recorder);
            if (table) {
                const auto counted = (*table)->facts();
                if (!counted)
                    return counted.error();
                facts = *counted;
            }
            const Bodies::Retention retention = recorder->store().retention();
            return QJsonObject{
                {u"mode"_s, modeWord(recorder->policy().gateway)},
                {u"session"_s, sessionJson(recorder->session())},
                {u"recorded"_s, facts.count},
                {u"bytes"_s, facts.bytes},
                {u"oldest"_s, facts.oldest ? QJsonValue(isoText(*facts.oldest)) : QJsonValue()},
                {u"keep_hours"_s,
                 qint64(std::chrono::floor<std::chrono::hours>(retention.age).count())},
                {u"keep_s"_s,
                 qint64(std::chrono::floor<std::chrono::seconds>(retention.age).count())},
                {u"keep_bytes"_s, retention.bytes},
                {u"longest_bytes"_s, qint64(Bodies::longestKept)}};
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

Result<void> checkScope(const Services &services, const Session &session)
{
    if (services.recorder->store().retention().age.count() <= 0)
        return Error{ErrorCode::PermissionDenied,
                     u"this gateway keeps nothing that is recorded (gateway.keep_bodies is 0); set "
                     "a time first"_s,
                     u"keep_bodies"_s};
    if (session.key.isEmpty() == session.route.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     u"name what is to be recorded: either \"key\" or \"route\""_s, u"key"_s};
    if (!session.key.isEmpty()) {
        if (!services.keyTable()->byId(session.key))
            return Error{ErrorCode::NotFound,
                         u"there is no key '%1'"_s.arg(QString::fromUtf8(session.key)), u"key"_s};
        if (services.recorder->policy().keys.value(session.key, Bodies::Mode::All)
            == Bodies::Mode::Never)
            return Error{ErrorCode::PermissionDenied,
                         u"requests of key '%1' are never recorded: its setting \"Body recording\" "
                         "says so; change that first"_s.arg(QString::fromUtf8(session.key)),
                         u"key"_s};
        return {};
    }
    const auto &routes = services.configuration.document().routes;
    const QString route = QString::fromUtf8(session.route);
    if (std::ranges::find(routes, route, &Api::Route::id) == routes.end())
        return Error{ErrorCode::NotFound, u"there is no route '%1'"_s.arg(route), u"route"_s};
    return {};
}

Result<int> wholeOf(const QJsonObject &body, const QString &name, int most)
{
    const int value = body.contains(name) ? body.value(name).toInt(-1) : most;
    if (value < 1 || value > most)
        return Error{ErrorCode::InvalidArgument, u"must be a whole number from 1 to %1"_s.arg(most),
                     name};
    return value;
}

void begin(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto known =
        checkFields(request.body, {u"key"_s, u"route"_s, u"requests"_s, u"minutes"_s, u"reason"_s});
    const Result<int> requests = wholeOf(request.body, u"requests"_s, mostRequests);
    const Result<int> minutes = wholeOf(request.body, u"minutes"_s, mostMinutes);
    Session session{.key = request.body.value("key"_L1).toString().toUtf8(),
                    .route = request.body.value("route"_L1).toString().toUtf8()};
    const auto scope = checkScope(services, session);
    if (!known || !requests || !minutes || !scope) {
        responder.fail(!known          ? known.error()
                           : !scope    ? scope.error()
                           : !requests ? requests.error()
                                       : minutes.error());
        return;
    }
    session.left = *requests;
    session.until = services.clock.wall() + std::chrono::minutes(*minutes);
    audit(services, request, u"recording.start"_s, objectOf(session),
          u"the next %1 requests, for at most %2 minutes"_s.arg(*requests).arg(*minutes));
    services.recorder->begin(session);
    services.tell(u"recording"_s, u"warning"_s, u"Bodies are being recorded"_s, {},
                  objectOf(session), {.code = u"recording_begun"_s});
    responder.reply({{u"session"_s, sessionJson(session)}}, 201);
}

void end(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto ended = services.recorder->end();
    if (!ended) {
        responder.fail(Error{ErrorCode::NotFound, u"no recording is running"_s});
        return;
    }
    audit(services, request, u"recording.end"_s, objectOf(*ended), {},
          u"%1 requests were still to come"_s.arg(ended->left));
    services.tell(u"recording"_s, u"info"_s, u"Recording of bodies has ended"_s, {},
                  objectOf(*ended), {.code = u"recording_ended"_s});
    responder.reply({{u"session"_s, QJsonValue::Null}});
}

//! For how long and how much of it stays, as one revision; the document's own names and words.
void keep(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QStringList names{u"keep_bodies"_s, u"keep_body_bytes"_s};
    if (const auto known = checkFields(request.body, names + QStringList{u"reason"_s}); !known) {
        responder.fail(known.error());
        return;
    }
    QJsonObject gateway = Api::gatewayTable().write(services.configuration.document().gateway);
    for (const QString &name : names) {
        if (request.body.contains(name))
            gateway.insert(name, request.body.value(name));
    }
    Api::Findings findings;
    const Api::GatewaySettings wanted = Api::gatewayTable().read(gateway, {}, findings);
    findings += Api::validate(wanted);
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return;
    }
    const auto outcome = services.configuration.edit(
        [&wanted](Api::Document &document) -> Result<void> {
            document.gateway.keepBodies = wanted.keepBodies;
            document.gateway.keepBodyBytes = wanted.keepBodyBytes;
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome);
}

//! How a text would be stored: for trying before recording.
void preview(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QByteArray text = request.body.value("text"_L1).toString().toUtf8();
    if (const auto known = checkFields(request.body, {u"text"_s}); !known) {
        responder.fail(known.error());
        return;
    }
    if (text.size() > longestPreview) {
        responder.fail(Error{ErrorCode::LimitExceeded, u"must be at most 64 KiB"_s, u"text"_s});
        return;
    }
    responder.reply({{u"text"_s, QString::fromUtf8(services.redactor.redacted(text))}});
}

} // namespace

Result<Bodies::RecordedBody> loadRecorded(const Bodies::Recorder &recorder, const QByteArray &id)
{
    auto table = openTable(recorder);
    if (!table)
        return table.error().code == ErrorCode::NotFound ? notRecorded(id) : table.error();
    return (*table)->load(id);
}

QJsonObject sideJson(const Bodies::Side &side)
{
    return {{u"text"_s, QString::fromUtf8(side.text)},
            {u"bytes"_s, side.size},
            {u"kept_bytes"_s, qint64(side.text.size())},
            {u"content_type"_s, QString::fromLatin1(side.type)},
            {u"head"_s, headJson(side.head)}};
}

bool isBodyRecorded(const Bodies::Recorder *recorder, const QByteArray &id)
{
    if (!recorder)
        return false;
    auto table = openTable(*recorder);
    return table && (*table)->has(id).value_or(false);
}

void addBodyRoutes(Router &router, Services &services)
{
    if (!services.recorder)
        return;
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("POST", u"/requests/{id}/body"_s, bind(look));
    router.add("DELETE", u"/requests/{id}/body"_s, bind(removeOne));
    router.add("DELETE", u"/bodies"_s, bind(removeAll));
    router.add("GET", u"/recording"_s, bind(show));
    router.add("POST", u"/recording"_s, bind(begin));
    router.add("PUT", u"/recording"_s, bind(keep));
    router.add("DELETE", u"/recording"_s, bind(end));
    router.add("POST", u"/recording/preview"_s, bind(preview));
}

} // namespace Gatehouse::Admin
