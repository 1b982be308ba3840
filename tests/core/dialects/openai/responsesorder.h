// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/dialects/anthropic/codecprobe.h"

namespace Gatehouse::Dialects::Probe {

//! A strict reader of a response's events, written from the vendor's description of their order:
//! sequence_number from 0 without gaps, items by rising output_index one after the other, each
//! with its parts opened and closed, the pieces adding up to what ".done" says, and a last event
//! whose output holds just the items that were done.
class ResponsesOrder
{
public:
    //! What is wrong; empty when nothing is.
    static QByteArray problem(const QByteArray &stream)
    {
        ResponsesOrder order;
        const QList<Event> events = eventsOf(stream);
        for (qsizetype i = 0; i < events.size(); ++i) {
            const QByteArray wrong = order.take(events[i], i, i == events.size() - 1);
            if (!wrong.isEmpty())
                return wrong + " at event " + QByteArray::number(i) + ' ' + events[i].name;
        }
        return order.m_isOver ? QByteArray() : QByteArray("no last event");
    }

private:
    using Object = QJsonObject;

    static QString text(const Object &object, const char *key)
    {
        return object[QLatin1String(key)].toString();
    }
    static int number(const Object &object, const char *key)
    {
        return object[QLatin1String(key)].toInt(-1);
    }
    static Object inner(const Object &object, const char *key)
    {
        return object[QLatin1String(key)].toObject();
    }

    QByteArray take(const Event &event, qsizetype index, bool isLast)
    {
        const Object &data = event.data;
        if (text(data, "type").toLatin1() != event.name)
            return "name differs from type";
        if (number(data, "sequence_number") != index)
            return "sequence_number";
        if (event.name == "response.created" || event.name == "response.in_progress")
            return begin(data, index, event.name);
        if (index < 2)
            return "the beginning";
        if (event.name == "response.output_item.added")
            return openItem(data);
        if (event.name == "response.output_item.done")
            return closeItem(data);
        if (event.name == "response.completed" || event.name == "response.incomplete"
            || event.name == "response.failed")
            return isLast ? end(data, event.name) : QByteArray("not the last event");
        return insideItem(data, event.name.sliced(event.name.indexOf('.') + 1));
    }

    static QByteArray begin(const Object &data, qsizetype index, const QByteArray &name)
    {
        const Object response = inner(data, "response");
        if (index != (name == "response.created" ? 0 : 1))
            return "order of the beginning";
        const bool isSound = text(response, "status") == QLatin1String("in_progress")
            && text(response, "object") == QLatin1String("response")
            && response.contains(QLatin1String("tools")) && inner(response, "usage").isEmpty()
            && response[QLatin1String("output")].toArray().isEmpty();
        return isSound ? QByteArray() : QByteArray("the response object");
    }

    QByteArray openItem(const Object &data)
    {
        if (m_isItemOpen || number(data, "output_index") != m_items.size())
            return "an item begins too early";
        m_isItemOpen = true;
        m_isPartOpen = m_isTextDone = m_isPartDone = false;
        m_words.clear();
        m_item = inner(data, "item");
        return text(m_item, "id").isEmpty() ? "an item without id" : QByteArray();
    }

    bool isOfItem(const Object &data) const
    {
        return m_isItemOpen && text(data, "item_id") == text(m_item, "id")
            && number(data, "output_index") == m_items.size();
    }

    //! The part events of messages and summaries, the words of all.
    QByteArray insideItem(const Object &data, const QByteArray &name)
    {
        if (!isOfItem(data))
            return "not of the open item";
        const QString type = text(m_item, "type");
        const bool hasParts =
            type == QLatin1String("message") || type == QLatin1String("reasoning");
        if (name == "content_part.added" || name == "reasoning_summary_part.added")
            return step(!m_isPartOpen && hasParts, m_isPartOpen, true, "a part begins");
        if (name == "content_part.done" || name == "reasoning_summary_part.done")
            return step(m_isTextDone && !m_isPartDone
                            && m_words == text(inner(data, "part"), partKey(type, data)),
                        m_isPartDone, true, "a part ends");
        if (hasParts && !m_isPartOpen)
            return "words outside of a part";
        if (name == "output_text.annotation.added")
            return m_isTextDone ? "a late annotation" : QByteArray();
        if (name.endsWith(".delta")) {
            m_words += text(data, "delta");
            return m_isTextDone || text(data, "delta").isEmpty() ? "late or empty words"
                                                                 : QByteArray();
        }
        if (name.endsWith(".done"))
            return step(!m_isTextDone && m_words == doneWords(data), m_isTextDone, true,
                        "words end");
        return "an unknown event";
    }

    static const char *partKey(const QString &, const Object &data)
    {
        return text(inner(data, "part"), "type") == QLatin1String("refusal") ? "refusal" : "text";
    }

    static QString doneWords(const Object &data)
    {
        for (const char *key : {"text", "refusal", "arguments", "input"})
            if (data.contains(QLatin1String(key)))
                return text(data, key);
        return QLatin1String("?");
    }

    static QByteArray step(bool isAllowed, bool &state, bool next, const char *what)
    {
        state = next;
        return isAllowed ? QByteArray() : QByteArray(what);
    }

    QByteArray closeItem(const Object &data)
    {
        const Object item = inner(data, "item");
        if (!m_isItemOpen || text(item, "id") != text(m_item, "id")
            || number(data, "output_index") != m_items.size())
            return "the end of an item that is not open";
        const bool isEmptyThought =
            text(item, "type") == QLatin1String("reasoning") && !m_isPartOpen;
        if (!m_isTextDone && !isEmptyThought)
            return "an item ends before its words";
        if (m_isPartOpen != m_isPartDone)
            return "an item ends before its part";
        m_isItemOpen = false;
        m_items.append(item);
        return {};
    }

    QByteArray end(const Object &data, const QByteArray &name)
    {
        const Object response = inner(data, "response");
        m_isOver = true;
        if (m_isItemOpen)
            return "an item is still open";
        if ("response." + text(response, "status").toLatin1() != name)
            return "status differs from the event";
        if (!response[QLatin1String("usage")].isObject())
            return "no usage";
        return response[QLatin1String("output")].toArray() == m_items
            ? QByteArray()
            : QByteArray("output differs from the items");
    }

    bool m_isItemOpen = false;
    bool m_isPartOpen = false;
    bool m_isTextDone = false;
    bool m_isPartDone = false;
    bool m_isOver = false;
    Object m_item;
    QString m_words;
    QJsonArray m_items;
};

} // namespace Gatehouse::Dialects::Probe
