// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/bodytape.h"

#include "core/bodies/recordedhead.h"

#include <algorithm>

namespace Gatehouse::Gateway {

BodyTape::~BodyTape()
{
    if (!m_body.id.isEmpty())
        m_recorder.offer(std::move(m_body), m_failed);
}

void BodyTape::hearHead(const Http::RequestHead &head)
{
    m_body.request.type = head.fields.value("content-type").toByteArray();
    QByteArray &kept = m_body.request.head;
    kept = head.methodText + ' ' + Bodies::recordedTarget(head.target) + "\r\n";
    for (const Http::Field &field : head.fields.all())
        Bodies::appendRecordedField(kept, field.name, field.value);
}

void BodyTape::noteAnswer(int status, QByteArrayView contentType, QByteArrayView fields)
{
    m_body.answer.type = contentType.toByteArray();
    m_body.answer.head = QByteArray::number(status) + "\r\n";
    if (!contentType.isEmpty())
        Bodies::appendRecordedField(m_body.answer.head, "content-type", contentType);
    Bodies::appendRecordedFields(m_body.answer.head, fields);
}

void BodyTape::booked(const Ledger::RequestRecord &record)
{
    m_body.id = record.id;
    m_body.time = record.time;
    m_body.key = record.keyId;
    m_body.route = record.route;
    m_failed = record.outcome != Ledger::Outcome::Ok;
}

void BodyTape::reply(int status, QByteArrayView contentType, QByteArrayView fields,
                     QByteArrayView body)
{
    noteAnswer(status, contentType, fields);
    m_body.answer.append(body);
    m_client.reply(status, contentType, fields, body); // may be the end of this tape
}

void BodyTape::beginReply(int status, QByteArrayView contentType, QByteArrayView fields,
                          QByteArrayView firstPiece)
{
    noteAnswer(status, contentType, fields);
    m_body.answer.append(firstPiece);
    m_client.beginReply(status, contentType, fields, firstPiece);
}

void BodyTape::writePiece(QByteArrayView bytes)
{
    m_body.answer.append(bytes);
    m_client.writePiece(bytes);
}

void BodyTape::endReply(QByteArrayView lastPiece)
{
    m_body.answer.append(lastPiece);
    m_client.endReply(lastPiece); // the end of this tape
}

std::unique_ptr<BodyTape> BodyTapes::tape(Http::ServerExchange &client) const
{
    return isOn() ? std::make_unique<BodyTape>(client, *m_recorder) : nullptr;
}

void BodyTapes::keep(const Exchange &exchange, const QByteArray &id, std::unique_ptr<BodyTape> tape)
{
    if (tape)
        m_tapes.insert_or_assign(&exchange, Entry{.id = id, .tape = std::move(tape)});
}

void BodyTapes::hear(const Exchange &exchange, QByteArrayView request)
{
    const auto found = m_tapes.find(&exchange);
    if (found != m_tapes.end())
        found->second.tape->hear(request);
}

void BodyTapes::booked(const Ledger::RequestRecord &record)
{
    if (m_tapes.empty())
        return;
    const auto found =
        std::ranges::find(m_tapes, record.id, [](const auto &entry) { return entry.second.id; });
    if (found != m_tapes.end())
        found->second.tape->booked(record);
}

void BodyTapes::forget(const Exchange &exchange)
{
    if (!m_tapes.empty())
        m_tapes.erase(&exchange);
}

} // namespace Gatehouse::Gateway
