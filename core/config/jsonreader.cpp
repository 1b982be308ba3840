// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/jsonreader.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

namespace {

//! Walks a text that QJsonDocument has accepted, so that only lines and keys need care here.
class Walker
{
public:
    Walker(const QByteArray &text, TreeBuilder &builder)
        : m_text(text)
        , m_builder(builder)
    {
    }

    void run()
    {
        while (m_at < m_text.size() && !m_builder.hasFailed())
            token(m_text[m_at]);
    }

private:
    void token(char c)
    {
        switch (c) {
        case '{':
            m_builder.beginObject(m_line);
            break;
        case '[':
            m_builder.beginList(m_line);
            break;
        case '}':
        case ']':
            m_builder.end();
            break;
        case '\n':
            ++m_line;
            break;
        case ' ':
        case '\t':
        case '\r':
        case ',':
        case ':':
            break;
        default:
            scalar(c == '"' ? stringLength() : wordLength());
            return;
        }
        ++m_at;
    }

    qsizetype stringLength() const
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != '"')
            end += m_text[end] == '\\' ? 2 : 1;
        return end + 1 - m_at;
    }

    qsizetype wordLength() const
    {
        constexpr QByteArrayView ends = " \t\r\n,:]}";
        const auto isEnd = [&](char c) { return ends.contains(c); };
        return std::distance(m_text.begin() + m_at,
                             std::find_if(m_text.begin() + m_at, m_text.end(), isEnd));
    }

    //! Decodes one literal by Qt's parser, which takes arrays and objects only.
    void scalar(qsizetype length)
    {
        const QByteArray list = '[' + m_text.sliced(m_at, length) + ']';
        const QJsonValue value = QJsonDocument::fromJson(list).array().at(0);
        m_at += length;
        if (m_builder.expectsKey())
            m_builder.key(value.toString(), m_line);
        else
            m_builder.value(value, m_line);
    }

    const QByteArray &m_text;
    TreeBuilder &m_builder;
    qsizetype m_at = 0;
    int m_line = 1;
};

Error syntaxError(const QByteArray &text, const QJsonParseError &error)
{
    const QByteArrayView before =
        QByteArrayView(text).first(std::clamp<qsizetype>(error.offset, 0, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return {ErrorCode::InvalidArgument,
            u"line %1, column %2: %3"_s.arg(line).arg(column).arg(error.errorString())};
}

} // namespace

Result<SourceTree> readJson(const QByteArray &text, const ReadLimits &limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorCode::LimitExceeded,
                     u"the configuration is larger than %1 MiB"_s.arg(limits.bytes / 1'048'576)};
    constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
    const QByteArray body =
        text.startsWith(byteOrderMark) ? text.sliced(byteOrderMark.size()) : text;
    QJsonParseError error;
    QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return syntaxError(body, error);
    TreeBuilder builder(limits);
    Walker(body, builder).run();
    return builder.take();
}

} // namespace Gatehouse::Config
