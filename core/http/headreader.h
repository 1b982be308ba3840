// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/messageparser.h"

#include <vector>

namespace Gatehouse::Http {

//! Collects a message head as its bytes arrive and splits it into lines, strictly: every line ends
//! with CRLF, no folded lines, names are tokens right before the colon, values hold no control
//! characters (RFC 9112 sections 2.2 and 5, none of the leniencies). Limits are checked per byte,
//! so memory never exceeds them by more than one piece. What the lines mean is for the caller.
class HeadReader
{
public:
    enum class State { Reading, Complete, Failed };

    //! \a emptyLines: how many empty lines before the start line are skipped.
    explicit HeadReader(int emptyLines);

    //! Takes bytes up to the head's end; returns how many belonged to it.
    qsizetype take(QByteArrayView bytes, const MessageLimits &limits);
    State state() const { return m_state; }
    const ParseFailure &failure() const { return m_failure; }
    //! A byte of the start line has arrived.
    bool hasBegun() const { return m_text.size() > m_startBegin; }

    //! Without CRLF; valid until reset(), like every view from here.
    QByteArrayView startLine() const;
    void copyFields(Fields &fields) const;

    //! Ready for the next head; keeps its memory unless that had grown beyond the usual.
    void reset();

private:
    struct Span {
        qsizetype name = 0;
        qsizetype nameSize = 0;
        qsizetype value = 0;
        qsizetype valueSize = 0;
    };

    void readLines(const MessageLimits &limits);
    bool isWithinLimits(qsizetype end, const MessageLimits &limits);
    void readLine(qsizetype begin, qsizetype end, const MessageLimits &limits);
    void readField(qsizetype begin, QByteArrayView line, const MessageLimits &limits);
    void skipEmptyLine(qsizetype end);
    void fail(int status, const QByteArray &reason);

    State m_state = State::Reading;
    ParseFailure m_failure;
    QByteArray m_text;
    std::vector<Span> m_fields;
    qsizetype m_startBegin = 0;
    qsizetype m_fieldsBegin = 0; //!< 0 until the start line is complete
    qsizetype m_lineBegin = 0;
    qsizetype m_scanned = 0;
    int m_emptyLines = 0;
    int m_emptyLinesLeft = 0;
};

} // namespace Gatehouse::Http
