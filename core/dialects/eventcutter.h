// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/wireformat.h"

#include <optional>
#include <string_view>

namespace Gatehouse::Dialects {

//! Cuts a stream of events or lines that arrives in any pieces into whole messages. What lies whole
//! in the fed bytes is looked at in place; only a cut message is kept, at most the limit.
class EventCutter
{
public:
    EventCutter(Framing framing, qsizetype limit)
        : m_framing(framing)
        , m_limit(limit)
    {
    }

    //! take(QByteArrayView raw, const StreamEvent &event, bool inOneLine) for each complete
    //! message; \a raw has its line ends, event.data is empty for comments, views hold during the
    //! call. False: a message was longer than the limit; nothing is taken any more.
    template <typename Take>
    bool feed(QByteArrayView in, Take take)
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
        if (m_pending.size() > m_limit) {
            m_failed = true;
            m_pending = {};
        }
        return !m_failed;
    }

    //! The stream is over: a message without its end counts.
    template <typename Take>
    void finish(Take take)
    {
        if (m_pending.isEmpty() || m_failed)
            return;
        const QByteArray last = std::exchange(m_pending, {});
        message(last, take);
    }

private:
    //! Where a line ends: {end of its text, begin of the next}; next is -1 when the text ends
    //! before, or right behind a CR that may belong to a CRLF.
    struct LineEnd {
        qsizetype end = 0;
        qsizetype next = -1;
    };

    static LineEnd findLineEnd(QByteArrayView text, qsizetype from)
    {
        const std::string_view view(text.data(), static_cast<std::size_t>(text.size()));
        const auto start = static_cast<std::size_t>(from);
        const std::size_t feed = view.find('\n', start);
        const std::size_t limit = std::min(feed, view.size());
        const std::size_t carriage = view.substr(0, limit).find('\r', start);
        if (carriage == std::string_view::npos) {
            if (feed == std::string_view::npos)
                return {text.size(), -1};
            return {qsizetype(feed), qsizetype(feed) + 1};
        }
        const auto end = qsizetype(carriage);
        if (end + 1 == text.size())
            return {end, -1};
        return {end, text[end + 1] == '\n' ? end + 2 : end + 1};
    }

    //! The value of a line "field: value"; nothing when the line is another field.
    static std::optional<QByteArrayView> fieldValue(QByteArrayView line, QByteArrayView field)
    {
        if (!line.startsWith(field))
            return {};
        QByteArrayView rest = line.sliced(field.size());
        if (rest.isEmpty())
            return rest;
        if (rest.front() != ':')
            return {};
        rest = rest.sliced(1);
        return rest.startsWith(' ') ? rest.sliced(1) : rest;
    }

    //! Takes every complete message of \a bytes; returns the offset of the unfinished rest.
    template <typename Take>
    qsizetype cut(QByteArrayView bytes, Take &take)
    {
        qsizetype begin = 0;
        qsizetype search = m_searchedUpTo;
        while (true) {
            const LineEnd line = findLineEnd(bytes, search);
            if (line.next < 0) {
                m_searchedUpTo = line.end - begin;
                break;
            }
            const bool isComplete = m_framing == Framing::Lines || line.end == m_lineBegin;
            if (isComplete) {
                message(bytes.sliced(begin, line.next - begin), take);
                begin = line.next;
            }
            m_lineBegin = search = line.next;
        }
        m_lineBegin -= begin;
        return begin;
    }

    template <typename Take>
    void message(QByteArrayView raw, Take &take)
    {
        StreamEvent event;
        if (m_framing == Framing::Lines) {
            event.data = raw.trimmed();
            take(raw, event, true);
            return;
        }
        int dataLines = 0;
        qsizetype at = m_atStart && raw.startsWith("\xef\xbb\xbf") ? 3 : 0;
        m_atStart = false;
        while (at < raw.size()) {
            const LineEnd end = findLineEnd(raw, at);
            const QByteArrayView line = raw.sliced(at, end.end - at);
            if (const auto data = fieldValue(line, "data")) {
                if (++dataLines == 1)
                    event.data = *data;
                else
                    m_joined =
                        (dataLines == 2 ? event.data.toByteArray() : m_joined) + '\n' + *data;
            } else if (const auto name = fieldValue(line, "event")) {
                event.name = *name;
            }
            at = end.next < 0 ? raw.size() : end.next;
        }
        if (dataLines > 1)
            event.data = m_joined;
        take(raw, event, dataLines == 1);
    }

    Framing m_framing;
    qsizetype m_limit;
    QByteArray m_pending;         //!< a message that is not complete yet
    qsizetype m_lineBegin = 0;    //!< in m_pending: of the last, unfinished line
    qsizetype m_searchedUpTo = 0; //!< in m_pending: no line ends before
    QByteArray m_joined;          //!< data of an event that came in several lines
    bool m_atStart = true;        //!< a byte order mark may still come
    bool m_failed = false;
};

} // namespace Gatehouse::Dialects
