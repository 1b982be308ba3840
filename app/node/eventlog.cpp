// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/eventlog.h"

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr std::size_t kept = 100;

} // namespace

QJsonObject EventLog::add(WallTime time, const QString &kind, const QString &severity,
                          const QString &title, const QString &detail, const QString &object,
                          const Admin::EventWords &words)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    QJsonObject row{
        {u"time"_s, QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"kind"_s, kind},
        {u"severity"_s, severity},
        {u"title"_s, title},
        {u"detail"_s, detail},
        {u"object"_s, object}};
    if (!words.code.isEmpty())
        row.insert(u"code"_s, words.code);
    if (!words.code.isEmpty() || !words.subject.isEmpty())
        row.insert(u"subject"_s, words.subject);
    if (!words.detailCode.isEmpty()) {
        row.insert(u"detail_code"_s, words.detailCode);
        row.insert(u"count"_s, words.count);
    }
    m_rows.push_front(row);
    if (m_rows.size() > kept)
        m_rows.pop_back();
    return row;
}

QJsonArray EventLog::newestFirst() const
{
    QJsonArray rows;
    for (const QJsonObject &row : m_rows)
        rows.append(row);
    return rows;
}

} // namespace Gatehouse::Node
