// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/incidents.h"

#include "core/ledger/requestjson.h"
#include "core/ledger/rowquery.h"

#include <QtCore/QJsonObject>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 usPerSlot = usPerHour / 4;
constexpr qint64 longestPause = 3;  //!< slots without trouble inside one incident
constexpr double badShare = 0.05;   //!< of a slot or an hour
constexpr double leastShare = 0.03; //!< of the whole
constexpr qint64 leastFailures = 5;
constexpr qint64 leastForPeak = 4;          //!< attempts of a slot that has a share worth telling
constexpr qint64 goesOnFor = 2 * usPerSlot; //!< after its last failure

struct Slot {
    qint64 failed = 0;
    qint64 answered = 0;

    double share() const
    {
        return failed == 0 ? 0
                           : static_cast<double>(failed) / static_cast<double>(failed + answered);
    }
};

struct Failure {
    qint64 ts = 0;
    qint64 request = 0;
    QByteArray result;
    QByteArray key;
    QByteArray keyName;
    bool answered = false;
    QByteArray servedBy;
};

struct Trouble {
    std::map<qint64, Slot> slots;  //!< by number since 1970
    std::vector<Failure> failures; //!< oldest first
};
using Troubles = std::map<QByteArray, Trouble>;

//! Hours in which some provider failed more than now and then, as spans of hours.
Result<std::vector<std::pair<qint64, qint64>>> badHours(Store::Database &database,
                                                        const ReportRange &range)
{
    std::vector<std::pair<qint64, qint64>> spans;
    const Result<void> read = query(
        database,
        "SELECT DISTINCT hour FROM (SELECT hour, provider, sum(iif(class = 1, n, 0)) AS failed,"
        " sum(n) AS tried FROM roll_hour_outcome WHERE counted = 1 AND class < 2 AND hour >= ?"
        " AND hour < ? GROUP BY 1, 2) WHERE failed > 0 AND failed >= tried * 0.05 ORDER BY 1",
        [&spans](const Store::Statement &row) {
            const qint64 hour = row.integer(0);
            if (!spans.empty() && spans.back().second == hour)
                ++spans.back().second;
            else
                spans.emplace_back(hour, hour + 1);
        },
        range.firstHour(), range.endHour());
    if (!read)
        return read.error();
    return spans;
}

Result<void> readSpan(Store::Database &database, qint64 from, qint64 to, Troubles &troubles)
{
    const Result<void> answered = query(
        database,
        "SELECT provider, ts / ?3, count(*) FROM requests WHERE ts >= ?1 AND ts < ?2"
        " AND outcome = 'ok' AND attempt_count > 0 GROUP BY 1, 2",
        [&troubles](const Store::Statement &row) {
            troubles[row.text(0)].slots[row.integer(1)].answered += row.integer(2);
        },
        from, to, usPerSlot);
    if (!answered)
        return answered;
    return query(
        database,
        "SELECT a.provider, r.ts, r.n, a.result, r.key, r.key_name, r.outcome = 'ok', r.provider"
        " FROM requests r JOIN attempts a ON a.request = r.n WHERE r.ts >= ?1 AND r.ts < ?2"
        " AND a.result NOT IN ('ok', 'bad_request', 'context_too_long', 'content_refused',"
        " 'region_not_allowed', 'limit_reached', 'key_refused', 'cancelled', 'interrupted')"
        " ORDER BY r.ts",
        [&troubles](const Store::Statement &row) {
            Trouble &trouble = troubles[row.text(0)];
            ++trouble.slots[row.integer(1) / usPerSlot].failed;
            trouble.failures.push_back({.ts = row.integer(1),
                                        .request = row.integer(2),
                                        .result = row.text(3),
                                        .key = row.text(4),
                                        .keyName = row.text(5),
                                        .answered = row.integer(6) != 0,
                                        .servedBy = row.text(7)});
        },
        from, to);
}

//! First and last bad slot of each run.
std::vector<std::pair<qint64, qint64>> runsOf(const Trouble &trouble)
{
    std::vector<std::pair<qint64, qint64>> runs;
    for (const auto &[number, slot] : trouble.slots) {
        if (slot.share() < badShare)
            continue;
        if (!runs.empty() && number - runs.back().second <= longestPause + 1)
            runs.back().second = number;
        else
            runs.emplace_back(number, number);
    }
    return runs;
}

QJsonArray keysOf(const std::map<QByteArray, QByteArray> &names)
{
    QJsonArray keys;
    for (const auto &[id, name] : names)
        keys += QJsonObject{{u"id"_s, QString::fromUtf8(id)}, {u"name"_s, QString::fromUtf8(name)}};
    return keys;
}

QJsonArray kindsOf(const std::map<QByteArray, qint64> &counts)
{
    std::vector<std::pair<QByteArray, qint64>> ordered(counts.begin(), counts.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    QJsonArray kinds;
    for (const auto &[kind, count] : ordered)
        kinds += QJsonObject{{u"kind"_s, QString::fromLatin1(kind)}, {u"count"_s, count}};
    return kinds;
}

//! Null when it is too little to speak of.
QJsonObject incident(const QByteArray &provider, const Trouble &trouble, qint64 first, qint64 last,
                     qint64 now)
{
    Slot all;
    double peakShare = 0;
    qint64 peak = first;
    for (auto at = trouble.slots.lower_bound(first); at != trouble.slots.end() && at->first <= last;
         ++at) {
        all.failed += at->second.failed;
        all.answered += at->second.answered;
        const bool tells = at->second.failed + at->second.answered >= leastForPeak;
        if (tells && at->second.share() > peakShare) {
            peakShare = at->second.share();
            peak = at->first;
        }
    }
    if (all.failed < leastFailures || all.share() < leastShare)
        return {};
    std::map<QByteArray, qint64> kinds;
    std::map<QByteArray, QByteArray> keys;
    std::set<qint64> requests;
    std::set<QByteArray> servedBy;
    qint64 rescued = 0;
    qint64 begin = 0;
    qint64 end = 0;
    for (const Failure &failure : trouble.failures) {
        const qint64 slot = failure.ts / usPerSlot;
        if (slot < first || slot > last)
            continue;
        begin = begin == 0 ? failure.ts : begin;
        end = failure.ts;
        ++kinds[failure.result];
        if (!failure.key.isEmpty())
            keys[failure.key] = failure.keyName;
        if (!requests.insert(failure.request).second)
            continue;
        rescued += failure.answered ? 1 : 0;
        if (failure.answered)
            servedBy.insert(failure.servedBy);
    }
    QJsonArray served;
    for (const QByteArray &one : servedBy)
        served += QString::fromUtf8(one);
    const auto affected = static_cast<qint64>(requests.size());
    return {{u"id"_s, QString(QString::fromUtf8(provider) + u'@' + isoTime(first * usPerSlot))},
            {u"provider"_s, QString::fromUtf8(provider)},
            {u"start"_s, isoTime(begin)},
            {u"end"_s, now - end < goesOnFor ? QJsonValue() : QJsonValue(isoTime(end))},
            {u"attempts"_s, all.failed + all.answered},
            {u"failed"_s, all.failed},
            {u"peak_share"_s, std::max(peakShare, all.share())},
            {u"peak"_s, isoTime(peak * usPerSlot)},
            {u"kinds"_s, kindsOf(kinds)},
            {u"keys"_s, keysOf(keys)},
            {u"requests"_s, affected},
            {u"rescued"_s, rescued},
            {u"lost"_s, affected - rescued},
            {u"served_by"_s, served}};
}

} // namespace

Result<QJsonArray> findIncidents(Store::Database &database, const ReportRange &range, qint64 now)
{
    const auto spans = badHours(database, range);
    if (!spans)
        return spans.error();
    Troubles troubles;
    for (const auto &[first, end] : *spans) {
        const Result<void> read = readSpan(database, std::max(first * usPerHour, range.from),
                                           std::min(end * usPerHour, range.to), troubles);
        if (!read)
            return read.error();
    }
    std::vector<QJsonObject> found;
    for (const auto &[provider, trouble] : troubles) {
        for (const auto &[first, last] : runsOf(trouble)) {
            QJsonObject one = incident(provider, trouble, first, last, now);
            if (!one.isEmpty())
                found.push_back(std::move(one));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("start"_L1).toString() > b.value("start"_L1).toString();
    });
    QJsonArray incidents;
    for (const QJsonObject &one : found)
        incidents += one;
    return incidents;
}

} // namespace Gatehouse::Ledger
