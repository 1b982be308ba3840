// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/messageparser.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <utility>
#include <vector>

namespace Gatehouse::Http {

//! All that a parser told about one message, comparable.
struct MessageRun {
    bool hasHead = false;
    bool isComplete = false;
    bool failed = false;
    int status = 0; //!< of the failure
    QByteArray reason;
    QByteArray head; //!< as describe() words it
    QByteArray body;
    qsizetype consumed = 0; //!< counted only for complete messages

    bool operator==(const MessageRun &) const = default;
};

inline QByteArray describe(const Fields &fields)
{
    QByteArray text;
    for (const Field &field : fields.all())
        text.append(field.name).append('=').append(field.value).append('\n');
    return text;
}

inline QByteArray describe(const RequestHead &head)
{
    QByteArray text;
    text.append(head.methodText).append(' ').append(head.target).append(' ').append(head.path);
    text.append(' ').append(head.query).append(' ').append(head.host);
    text.append(" 1.").append(QByteArray::number(head.minorVersion));
    text.append(" length ").append(QByteArray::number(head.contentLength));
    text.append(head.chunked ? " chunked" : "").append(head.keepAlive ? " keep" : " close");
    text.append(head.expectsContinue ? " continue\n" : "\n").append(describe(head.fields));
    return text;
}

inline QByteArray describe(const ResponseHead &head)
{
    QByteArray text = QByteArray::number(head.status);
    text.append(" 1.").append(QByteArray::number(head.minorVersion));
    text.append(" length ").append(QByteArray::number(head.contentLength));
    text.append(head.chunked ? " chunked" : "").append(head.keepAlive ? " keep\n" : " close\n");
    text.append(describe(head.fields));
    return text;
}

//! Writes down what it hears.
template <typename Parser>
class RecordingSink final : public MessageSink
{
public:
    explicit RecordingSink(const Parser &parser)
        : m_parser(parser)
    {
    }

    bool onHead() override
    {
        run.hasHead = true;
        run.head = describe(m_parser.head());
        return true;
    }
    bool onBody(QByteArrayView bytes) override
    {
        run.body.append(bytes);
        return true;
    }
    void onMessageEnd() override { run.isComplete = true; }

    MessageRun run;

private:
    const Parser &m_parser;
};

//! Calls \a feed with \a bytes cut before each position of \a cuts (ascending) until it returns
//! false. Each piece is alone in its memory, so that reading beyond it is noticed.
template <typename Feed>
void feedInPieces(QByteArrayView bytes, QList<qsizetype> cuts, Feed feed)
{
    cuts.append(bytes.size());
    qsizetype begin = 0;
    for (const qsizetype cut : std::as_const(cuts)) {
        const QByteArrayView piece = bytes.sliced(begin, cut - begin);
        const std::vector<char> memory(piece.begin(), piece.end());
        if (!feed(QByteArrayView(memory.data(), piece.size())))
            return;
        begin = cut;
    }
}

//! Feeds one message to \a parser and tells what came of it.
template <typename Parser>
MessageRun runMessage(Parser &parser, QByteArrayView bytes, const QList<qsizetype> &cuts)
{
    RecordingSink<Parser> sink(parser);
    qsizetype consumed = 0;
    feedInPieces(bytes, cuts, [&](QByteArrayView piece) {
        consumed += parser.feed(piece, sink);
        return !parser.failed() && !sink.run.isComplete;
    });
    sink.run.failed = parser.failed();
    if (parser.failed()) {
        sink.run.status = parser.failure().status;
        sink.run.reason = parser.failure().reason;
    }
    sink.run.consumed = sink.run.isComplete ? consumed : 0;
    return sink.run;
}

inline MessageRun runRequest(QByteArrayView bytes, const QList<qsizetype> &cuts = {},
                             const MessageLimits &limits = {})
{
    RequestParser parser(limits);
    return runMessage(parser, bytes, cuts);
}

inline MessageRun runResponse(QByteArrayView bytes, const QList<qsizetype> &cuts = {},
                              bool toHead = false, const MessageLimits &limits = {})
{
    ResponseParser parser(limits);
    parser.begin(toHead);
    return runMessage(parser, bytes, cuts);
}

//! Cuts between all bytes.
inline QList<qsizetype> everyByte(qsizetype size)
{
    QList<qsizetype> cuts;
    for (qsizetype at = 1; at < size; ++at)
        cuts.append(at);
    return cuts;
}

} // namespace Gatehouse::Http
