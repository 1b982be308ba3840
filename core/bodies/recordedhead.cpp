// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bodies/recordedhead.h"

#include <algorithm>
#include <array>

namespace Gatehouse::Bodies {

namespace {

constexpr QByteArrayView lineEnd("\r\n");

bool namesSecret(const QByteArray &name)
{
    // "x-api-key", "authorization", "proxy-authorization", "x-amz-security-token", "cookie", …
    static constexpr std::array<QByteArrayView, 8> parts{
        "authorization", "api-key", "apikey", "token", "secret", "password", "cookie", "credential",
    };
    return std::ranges::any_of(parts, [&name](QByteArrayView part) { return name.contains(part); });
}

} // namespace

bool carriesCredential(QByteArrayView name)
{
    return namesSecret(name.toByteArray().toLower());
}

void appendRecordedField(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    const QByteArrayView kept = carriesCredential(name) ? redactedMark : value.trimmed();
    if (head.size() + name.size() + kept.size() + 4 > longestHead)
        return;
    head += name;
    head += ": ";
    head += kept;
    head += lineEnd;
}

void appendRecordedFields(QByteArray &head, QByteArrayView lines)
{
    for (const QByteArray &line : lines.toByteArray().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            appendRecordedField(head, line.first(colon), line.sliced(colon + 1));
    }
}

QByteArray recordedTarget(QByteArrayView target)
{
    const QByteArray whole = target.toByteArray();
    const qsizetype mark = whole.indexOf('?');
    if (mark < 0)
        return whole.first(std::min(whole.size(), longestHead / 2));
    QByteArray kept = whole.first(mark);
    char before = '?';
    for (const QByteArray &pair : whole.sliced(mark + 1).split('&')) {
        const QByteArray name = pair.first(std::max<qsizetype>(pair.indexOf('='), 0));
        const bool isSecret = name.toLower() == "key" || carriesCredential(name);
        kept += before;
        kept += isSecret ? QByteArray(name + '=' + redactedMark.toByteArray()) : pair;
        before = '&';
    }
    return kept.first(std::min(kept.size(), longestHead / 2));
}

QByteArray firstLine(QByteArrayView head)
{
    const qsizetype end = head.indexOf(lineEnd);
    return (end < 0 ? head : head.first(end)).toByteArray();
}

std::vector<RecordedField> fieldsOf(QByteArrayView head)
{
    std::vector<RecordedField> fields;
    const qsizetype first = head.indexOf(lineEnd);
    if (first < 0)
        return fields;
    for (const QByteArray &line : head.sliced(first).toByteArray().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            fields.push_back({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    return fields;
}

} // namespace Gatehouse::Bodies
