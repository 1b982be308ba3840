// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonobjecttext.h"

#include "core/base/json.h"

#include <utility>

namespace Gatehouse {

void JsonObjectText::begin(QByteArrayView name)
{
    m_text += m_text.isEmpty() ? "{\"" : ",\"";
    m_text += name;
    m_text += "\":";
}

void JsonObjectText::write(const QString &text)
{
    m_text += '"';
    appendJsonEscaped(m_text, text.toUtf8());
    m_text += '"';
}

void JsonObjectText::add(QByteArrayView name, const QString &text)
{
    begin(name);
    write(text);
}

void JsonObjectText::add(QByteArrayView name, const QStringList &texts)
{
    begin(name);
    m_text += '[';
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            m_text += ',';
        write(texts[i]);
    }
    m_text += ']';
}

void JsonObjectText::add(QByteArrayView name, qint64 number)
{
    addJson(name, QByteArray::number(number));
}

void JsonObjectText::add(QByteArrayView name, bool flag)
{
    addJson(name, flag ? "true" : "false");
}

void JsonObjectText::addJson(QByteArrayView name, QByteArrayView json)
{
    begin(name);
    m_text += json;
}

void JsonObjectText::add(QByteArrayView name, const std::optional<QString> &text)
{
    if (text)
        add(name, *text);
    else
        addJson(name, "null");
}

QByteArray JsonObjectText::take()
{
    m_text += m_text.isEmpty() ? "{}" : "}";
    return std::exchange(m_text, {});
}

} // namespace Gatehouse
