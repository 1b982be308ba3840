// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replays.h"

#include "core/dialects/bodysplice.h"
#include "core/gateway/endpoints.h"
#include "core/gateway/worker.h"

#include <QtCore/QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

namespace {

//! What belongs to the client's own connection, and what says who it is.
bool isOfConnection(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 9> names{
        "host",    "connection",      "content-length", "transfer-encoding", "expect",
        "upgrade", "accept-encoding", "keep-alive",     "x-gatehouse-tags",
    };
    return std::ranges::find(names, name.toLower()) != names.end();
}

std::vector<Bodies::RecordedField> fieldsToSend(const Bodies::Replay &replay)
{
    std::vector<Bodies::RecordedField> fields = Bodies::fieldsOf(replay.request.head);
    std::erase_if(fields, [](const Bodies::RecordedField &field) {
        return field.isRedacted() || isOfConnection(field.name);
    });
    fields.push_back({"x-gatehouse-tags", replay.tags});
    return fields;
}

QByteArray targetOf(const Bodies::Replay &replay)
{
    return Bodies::firstLine(replay.request.head).split(' ').value(1);
}

EndpointMatch endpointOf(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView all(target);
    return mark < 0 ? matchEndpoint(all) : matchEndpoint(all.first(mark), all.sliced(mark + 1));
}

Error cannot(const QString &why)
{
    return {ErrorCode::Unsupported, why, u"id"_s};
}

//! ".../models/NAME:generateContent" with another name.
QByteArray withModel(const QByteArray &target, const QByteArray &model)
{
    static constexpr QByteArrayView before("/models/");
    const qsizetype mark = target.indexOf('?');
    const qsizetype colon = target.lastIndexOf(':', mark < 0 ? -1 : mark);
    const qsizetype begin = target.indexOf(before) + before.size();
    return target.first(begin) + QUrl::toPercentEncoding(QString::fromUtf8(model))
        + target.sliced(colon);
}

} // namespace

Result<Bodies::Replay> readyToReplay(Bodies::Replay replay)
{
    if (replay.request.head.isEmpty())
        return cannot(u"its headers are not recorded: the recording is of an earlier version"_s);
    if (replay.request.isCut())
        return cannot(u"only the beginning of its body is kept"_s);
    const QByteArray target = targetOf(replay);
    const EndpointMatch endpoint = endpointOf(target);
    if (endpoint.kind != EndpointKind::Inference)
        return cannot(u"it passed through to a provider untouched"_s);
    if (!replay.request.type.toLower().startsWith("application/json"))
        return cannot(u"its body is not JSON"_s);
    Dialects::RequestScanner scanner;
    const auto scan = scanner.scan(endpoint.front, replay.request.text);
    if (!scan)
        return cannot(u"its body cannot be read: %1"_s.arg(scan.error().detail));
    if (replay.model.isEmpty())
        return replay;
    if (!endpoint.model.isEmpty()) {
        const QByteArray line = "POST " + withModel(target, replay.model);
        replay.request.head.replace(0, Bodies::firstLine(replay.request.head).size(), line);
        return replay;
    }
    QByteArray body;
    for (const QByteArray &part :
         Dialects::spliceBody(replay.request.text, *scan, replay.model, false))
        body += part;
    replay.request.text = body;
    replay.request.size = body.size();
    return replay;
}

ReplayClient::ReplayClient(Bodies::Replay replay, SteadyTime now, std::function<void()> ended)
    : m_replay(std::move(replay))
    , m_started(now)
    , m_ended(std::move(ended))
    , m_target(targetOf(m_replay))
    , m_fields(fieldsToSend(m_replay))
{
    const qsizetype mark = m_target.indexOf('?');
    const QByteArrayView target(m_target);
    m_head.method = Http::Method::Post;
    m_head.methodText = "POST";
    m_head.target = target;
    m_head.path = mark < 0 ? target : target.first(mark);
    m_head.query = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
    m_head.contentLength = m_replay.request.text.size();
    for (const Bodies::RecordedField &field : m_fields)
        m_head.fields.m_fields.push_back({field.name, field.value});
}

void ReplayClient::reply(int status, QByteArrayView contentType, QByteArrayView fields,
                         QByteArrayView body)
{
    beginReply(status, contentType, fields, body);
    end();
}

void ReplayClient::beginReply(int status, QByteArrayView contentType, QByteArrayView fields,
                              QByteArrayView firstPiece)
{
    m_isStarted = true;
    m_answer.status = status;
    m_answer.answer.type = contentType.toByteArray();
    m_answer.answer.head = QByteArray::number(status) + "\r\n";
    Bodies::appendRecordedFields(m_answer.answer.head, fields);
    m_answer.answer.append(firstPiece);
}

void ReplayClient::endReply(QByteArrayView lastPiece)
{
    m_answer.answer.append(lastPiece);
    end();
}

void ReplayClient::abortReply()
{
    end();
}

//! The exchange goes, as its owner's contract says; who asked is told later.
void ReplayClient::end()
{
    m_hasEnded = true;
    m_ended();
    m_state.reset();
}

Replays::Replays(Worker &worker)
    : m_worker(worker)
    , m_ended([this] { tellEnded(); })
{
}

Replays::~Replays()
{
    for (const auto &client : m_clients) {
        if (client->hasEnded())
            client->done(client->answer());
        else
            client->done(Error{ErrorCode::Unavailable, u"the gateway stopped"_s});
    }
}

ReplayClient &Replays::add(Bodies::Replay replay, Bodies::ReplayDone done)
{
    m_clients.push_back(
        std::make_unique<ReplayClient>(std::move(replay), m_worker.clock().steady(),
                                       [this] { m_ended.start(m_worker.io().timers, 1ms); }));
    m_clients.back()->done = std::move(done);
    return *m_clients.back();
}

void Replays::tellEnded()
{
    std::list<std::unique_ptr<ReplayClient>> ended;
    for (auto client = m_clients.begin(); client != m_clients.end();) {
        const auto next = std::next(client);
        if ((*client)->hasEnded())
            ended.splice(ended.end(), m_clients, client);
        client = next;
    }
    for (const auto &client : ended)
        client->done(client->answer());
}

} // namespace Gatehouse::Gateway
