// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bodysplice.h"

#include "core/base/bytes.h"
#include "core/base/json.h"

#include <QtCore/QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

//! Up to here one copy is cheaper than a second part in the write.
constexpr qsizetype assembledUpTo = 16 * 1024;

struct Edit {
    Span where; //!< replaced; an empty span inserts
    QByteArray text;
};
using Edits = QVarLengthArray<Edit, 2>;

Edit usageEdit(const RequestScan &scan)
{
    if (scan.includeUsageValue.isValid())
        return {scan.includeUsageValue, "true"_ba};
    if (scan.streamOptionsObject) {
        const qsizetype inside = scan.streamOptions.begin + 1;
        return {{inside, inside},
                scan.streamOptionsEmpty ? "\"include_usage\":true"_ba
                                        : "\"include_usage\":true,"_ba};
    }
    if (scan.streamOptions.isValid()) // null
        return {scan.streamOptions, "{\"include_usage\":true}"_ba};
    const qsizetype behind = scan.streamValue.end;
    return {{behind, behind}, ",\"stream_options\":{\"include_usage\":true}"_ba};
}

Edits edits(const QByteArray &body, const RequestScan &scan, QByteArrayView upstreamModel,
            bool includeUsage)
{
    Edits list;
    const QByteArray model = '"' + jsonEscaped(upstreamModel) + '"';
    const Span at = scan.modelValue;
    if (at.isValid() && model != QByteArrayView(body).sliced(at.begin, at.end - at.begin))
        list.append({at, model});
    if (includeUsage && scan.stream)
        list.append(usageEdit(scan));
    std::sort(list.begin(), list.end(),
              [](const Edit &a, const Edit &b) { return a.where.begin < b.where.begin; });
    return list;
}

QByteArray assembled(const QByteArray &body, const Edits &list)
{
    qsizetype size = body.size();
    for (const Edit &edit : list)
        size += edit.text.size();
    QByteArray result;
    result.reserve(size);
    qsizetype at = 0;
    for (const Edit &edit : list) {
        append(result, QByteArrayView(body).sliced(at, edit.where.begin - at));
        append(result, edit.text);
        at = edit.where.end;
    }
    append(result, QByteArrayView(body).sliced(at));
    return result;
}

std::vector<QByteArray> parts(const QByteArray &body, const Edits &list)
{
    std::vector<QByteArray> result;
    qsizetype at = 0;
    for (const Edit &edit : list) {
        if (edit.where.begin > at)
            result.push_back(QByteArray::fromRawData(body.constData() + at, edit.where.begin - at));
        result.push_back(edit.text);
        at = edit.where.end;
    }
    result.push_back(QByteArray::fromRawData(body.constData() + at, body.size() - at));
    return result;
}

} // namespace

bool needsUsageInjected(Format front, const RequestScan &scan)
{
    return (front == Format::OpenAiChat || front == Format::OpenAiCompletions) && scan.stream
        && !scan.includeUsage;
}

std::vector<QByteArray> spliceBody(const QByteArray &body, const RequestScan &scan,
                                   QByteArrayView upstreamModel, bool includeUsage)
{
    const Edits list = edits(body, scan, upstreamModel, includeUsage && !scan.includeUsage);
    if (list.isEmpty())
        return {body};
    if (body.size() <= assembledUpTo)
        return {assembled(body, list)};
    return parts(body, list);
}

} // namespace Gatehouse::Dialects
