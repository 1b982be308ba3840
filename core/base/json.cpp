// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/bytes.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace Gatehouse {

Result<QJsonObject> parseObject(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isNull())
        return Error{ErrorCode::InvalidArgument,
                     u"not valid JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString())};
    if (!document.isObject())
        return Error{ErrorCode::InvalidArgument, u"a JSON object is expected"_s};
    return document.object();
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void appendJsonEscaped(QByteArray &out, QByteArrayView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    const char *run = text.begin(); // what needs no escape is appended in one piece
    for (const char *at = text.begin(); at != text.end(); ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f)
            continue;
        append(out, QByteArrayView(run, at));
        run = at + 1;
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += *at;
        } else if (byte == '\n') {
            out += "\\n";
        } else {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
    append(out, QByteArrayView(run, text.end()));
}

QByteArray jsonEscaped(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 8);
    appendJsonEscaped(out, text);
    return out;
}

} // namespace Gatehouse
