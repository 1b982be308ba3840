// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/eventstream.h"

#include "core/dialects/jsonwriter.h"

#include <QtCore/QtEndian>

#include <array>

namespace Gatehouse::Dialects {

namespace {

constexpr qsizetype preludeSize = 12; //!< two lengths and their checksum
constexpr qsizetype overhead = preludeSize + 4;
constexpr quint8 stringType = 7;

//! Table k gives the checksum of a byte with k zero bytes behind it: eight bytes in one step
//! ("slicing by 8"), for each frame of a stream is summed.
constexpr auto crcTables = [] {
    std::array<std::array<quint32, 256>, 8> tables{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) != 0 ? 0xedb88320U : 0);
        tables[0][i] = value;
    }
    for (std::size_t table = 1; table < 8; ++table) {
        for (std::size_t i = 0; i < 256; ++i) {
            const quint32 before = tables[table - 1][i];
            tables[table][i] = (before >> 8) ^ tables[0][before & 0xff];
        }
    }
    return tables;
}();

quint32 number(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

void appendNumber(QByteArray &out, quint32 value)
{
    const quint32 big = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&big), sizeof big);
}

//! What the headers of a frame say of it.
struct FrameHeaders {
    QByteArrayView messageType;
    QByteArrayView eventType;
    QByteArrayView exceptionType;
    QByteArrayView errorCode;
    QByteArrayView errorMessage;
};

//! Size of a value of fixed size by its type, -1: it carries its length in two bytes.
int fixedSize(quint8 type)
{
    constexpr std::array<int, 10> sizes{0, 0, 1, 2, 4, 8, -1, -1, 8, 16};
    return sizes[type];
}

void keep(FrameHeaders &headers, QByteArrayView name, QByteArrayView value)
{
    if (name == ":message-type")
        headers.messageType = value;
    else if (name == ":event-type")
        headers.eventType = value;
    else if (name == ":exception-type")
        headers.exceptionType = value;
    else if (name == ":error-code")
        headers.errorCode = value;
    else if (name == ":error-message")
        headers.errorMessage = value;
}

//! False when the headers do not fill their bytes exactly.
bool readHeaders(QByteArrayView bytes, FrameHeaders &headers)
{
    qsizetype at = 0;
    const auto has = [&](qsizetype count) { return bytes.size() - at >= count; };
    while (at < bytes.size()) {
        const qsizetype nameSize = quint8(bytes[at++]);
        if (nameSize == 0 || !has(nameSize + 1))
            return false;
        const QByteArrayView name = bytes.sliced(at, nameSize);
        at += nameSize;
        const auto type = quint8(bytes[at++]);
        if (type > 9)
            return false;
        qsizetype size = fixedSize(type);
        if (size < 0) {
            if (!has(2))
                return false;
            size = qFromBigEndian<quint16>(bytes.data() + at);
            at += 2;
        }
        if (!has(size))
            return false;
        if (type == stringType)
            keep(headers, name, bytes.sliced(at, size));
        at += size;
    }
    return true;
}

void deliver(const FrameHeaders &headers, QByteArrayView payload,
             const EventStreamReader::Take &take)
{
    if (headers.messageType == "event") {
        take(headers.eventType, payload);
    } else if (headers.messageType == "exception") {
        take(QByteArray(':' + headers.exceptionType.toByteArray()), payload);
    } else if (headers.messageType == "error") {
        QByteArray body;
        JsonWriter(body).beginObject().member("message", headers.errorMessage).endObject();
        take(QByteArray(':' + headers.errorCode.toByteArray()), body);
    }
}

} // namespace

quint32 crc32(QByteArrayView bytes, quint32 before)
{
    quint32 crc = ~before;
    const char *at = bytes.begin();
    for (; bytes.end() - at >= 8; at += 8) {
        const auto low = crc ^ qFromLittleEndian<quint32>(at);
        const auto high = qFromLittleEndian<quint32>(at + 4);
        crc = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            crc ^= crcTables[7 - i][(low >> (8 * i)) & 0xff];
            crc ^= crcTables[3 - i][(high >> (8 * i)) & 0xff];
        }
    }
    for (; at != bytes.end(); ++at)
        crc = (crc >> 8) ^ crcTables[0][(crc ^ quint8(*at)) & 0xff];
    return ~crc;
}

bool EventStreamReader::feed(QByteArrayView in, const Take &take)
{
    if (m_failed)
        return false;
    if (m_pending.isEmpty()) {
        const qsizetype rest = cut(in, take);
        m_pending.append(in.sliced(rest));
    } else {
        m_pending.append(in);
        m_pending.remove(0, cut(m_pending, take));
    }
    if (m_failed)
        m_pending = {};
    return !m_failed;
}

//! Takes every whole frame of \a bytes; returns the offset of the unfinished rest.
qsizetype EventStreamReader::cut(QByteArrayView bytes, const Take &take)
{
    qsizetype at = 0;
    while (bytes.size() - at >= preludeSize) {
        const qsizetype size = number(bytes, at);
        const qsizetype headersSize = number(bytes, at + 4);
        const quint32 preludeCrc = crc32(bytes.sliced(at, 8));
        m_failed = preludeCrc != number(bytes, at + 8) || size < overhead || size > m_limit
            || headersSize > size - overhead;
        if (m_failed || bytes.size() - at < size)
            return at;
        const QByteArrayView frame = bytes.sliced(at, size);
        const quint32 crc = crc32(frame.sliced(8, size - 12), preludeCrc);
        FrameHeaders headers;
        m_failed = crc != number(frame, size - 4)
            || !readHeaders(frame.sliced(preludeSize, headersSize), headers);
        if (m_failed)
            return at;
        deliver(headers, frame.sliced(preludeSize + headersSize, size - overhead - headersSize),
                take);
        at += size;
    }
    return at;
}

QByteArray eventStreamFrame(std::span<const EventStreamHeader> headers, QByteArrayView payload)
{
    QByteArray fields;
    for (const EventStreamHeader &header : headers) {
        fields += char(header.name.size());
        fields += header.name;
        fields += char(stringType);
        fields += char(header.value.size() >> 8);
        fields += char(header.value.size() & 0xff);
        fields += header.value;
    }
    QByteArray frame;
    appendNumber(frame, quint32(overhead + fields.size() + payload.size()));
    appendNumber(frame, quint32(fields.size()));
    appendNumber(frame, crc32(frame));
    frame += fields;
    frame += payload;
    appendNumber(frame, crc32(frame));
    return frame;
}

QByteArray eventStreamEvent(QByteArrayView type, QByteArrayView payload)
{
    const std::array headers{EventStreamHeader{":event-type", type},
                             EventStreamHeader{":content-type", "application/json"},
                             EventStreamHeader{":message-type", "event"}};
    return eventStreamFrame(headers, payload);
}

QByteArray eventStreamException(QByteArrayView type, QByteArrayView payload)
{
    const std::array headers{EventStreamHeader{":exception-type", type},
                             EventStreamHeader{":content-type", "application/json"},
                             EventStreamHeader{":message-type", "exception"}};
    return eventStreamFrame(headers, payload);
}

} // namespace Gatehouse::Dialects
