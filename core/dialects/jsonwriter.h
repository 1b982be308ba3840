// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QtCore/QByteArrayView>

#include <optional>

namespace Gatehouse::Dialects {

//! Appends compact JSON to a byte array; commas come by themselves.
//!
//!     JsonWriter json(out);
//!     json.beginObject().member("model", model).key("stop").beginList().string("END").endList();
//!     json.endObject();
class JsonWriter
{
public:
    explicit JsonWriter(QByteArray &out)
        : m_out(out)
    {
    }

    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginList() { return open('['); }
    JsonWriter &endList() { return close(']'); }

    JsonWriter &key(QByteArrayView name)
    {
        comma();
        m_out += '"';
        appendJsonEscaped(m_out, name);
        m_out += "\":";
        m_needsComma = false;
        return *this;
    }
    JsonWriter &string(QByteArrayView text)
    {
        comma();
        m_out += '"';
        appendJsonEscaped(m_out, text);
        m_out += '"';
        return done();
    }
    JsonWriter &number(qint64 value)
    {
        comma();
        m_out += QByteArray::number(value);
        return done();
    }
    JsonWriter &boolean(bool value) { return raw(value ? "true" : "false"); }
    JsonWriter &null() { return raw("null"); }
    //! \a json is one sound value.
    JsonWriter &raw(QByteArrayView json)
    {
        comma();
        m_out += json;
        return done();
    }

    JsonWriter &member(QByteArrayView name, QByteArrayView text) { return key(name).string(text); }
    JsonWriter &member(QByteArrayView name, const char *text) { return key(name).string(text); }
    JsonWriter &member(QByteArrayView name, const QByteArray &text)
    {
        return key(name).string(text);
    }
    JsonWriter &member(QByteArrayView name, qint64 value) { return key(name).number(value); }
    JsonWriter &member(QByteArrayView name, int value) { return key(name).number(value); }
    JsonWriter &member(QByteArrayView name, bool value) { return key(name).boolean(value); }
    JsonWriter &rawMember(QByteArrayView name, QByteArrayView json) { return key(name).raw(json); }

    //! These write nothing when the value is not given (empty, no value).
    JsonWriter &ifGiven(QByteArrayView name, const QByteArray &text)
    {
        return text.isEmpty() ? *this : member(name, text);
    }
    JsonWriter &ifGiven(QByteArrayView name, const std::optional<qint64> &value)
    {
        return value ? member(name, *value) : *this;
    }
    JsonWriter &ifGiven(QByteArrayView name, const std::optional<bool> &value)
    {
        return value ? member(name, *value) : *this;
    }
    JsonWriter &rawIfGiven(QByteArrayView name, const QByteArray &json)
    {
        return json.isEmpty() ? *this : rawMember(name, json);
    }

private:
    void comma()
    {
        if (m_needsComma)
            m_out += ',';
    }
    JsonWriter &done()
    {
        m_needsComma = true;
        return *this;
    }
    JsonWriter &open(char bracket)
    {
        comma();
        m_out += bracket;
        m_needsComma = false;
        return *this;
    }
    JsonWriter &close(char bracket)
    {
        m_out += bracket;
        return done();
    }

    QByteArray &m_out;
    bool m_needsComma = false;
};

} // namespace Gatehouse::Dialects
