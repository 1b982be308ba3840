// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/requestjson.h"

#include "core/ledger/pricebook.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

QString text(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonValue textOrNull(const QByteArray &utf8)
{
    return utf8.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text(utf8));
}

QJsonValue moneyOrNull(const std::optional<Money> &money)
{
    return money ? QJsonValue(money->nanoUsd) : QJsonValue(QJsonValue::Null);
}

//! Milliseconds with the microseconds behind the point; null for "not reached".
QJsonValue milliseconds(qint64 us)
{
    return us < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(static_cast<double>(us) / 1000.0);
}

//! What the list of results has no word of its own for.
QJsonValue causeOf(const AttemptRecord &attempt)
{
    const bool isSlow =
        attempt.result == Outcome::TimeoutIdle && attempt.detail.startsWith(slowStreamWords);
    return isSlow ? QJsonValue(u"slow_stream"_s) : QJsonValue(QJsonValue::Null);
}

QJsonObject attemptJson(const AttemptRecord &attempt)
{
    return {{u"provider"_s, text(attempt.provider)},
            {u"model"_s, text(attempt.model)},
            {u"key"_s, textOrNull(attempt.providerKey)},
            {u"result"_s, text(outcomeName(attempt.result))},
            {u"status"_s, attempt.status},
            {u"started_ms"_s, milliseconds(attempt.startedUs)},
            {u"ms"_s, milliseconds(attempt.durationUs)},
            {u"connected_ms"_s, milliseconds(attempt.connectedUs)},
            {u"head_ms"_s, milliseconds(attempt.headUs)},
            {u"first_token_ms"_s, milliseconds(attempt.firstTokenUs)},
            {u"cost_nano_usd"_s, moneyOrNull(attempt.cost)},
            {u"upstream_id"_s, textOrNull(attempt.upstreamId)},
            {u"detail"_s, textOrNull(attempt.detail)},
            {u"cause"_s, causeOf(attempt)}};
}

//! {"a": "b"} of "a=b,c=d".
QJsonObject tagsJson(const QByteArray &tags)
{
    QJsonObject object;
    const QList<QByteArray> pairs = tags.split(',');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            object.insert(text(pair.first(equals)), text(pair.sliced(equals + 1)));
    }
    return object;
}

QJsonValue errorJson(const RequestRecord &record)
{
    if (record.errorCode.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{u"code"_s, text(record.errorCode)},
                       {u"detail"_s, text(record.errorDetail)}};
}

QJsonObject tokenLine(const char *label, qint64 tokens, const std::optional<TokenPrice> &price)
{
    return {{u"label"_s, QString::fromLatin1(label)},
            {u"tokens"_s, tokens},
            {u"nano_per_mtok"_s, price ? QJsonValue(price->nanoUsdPerMillion) : QJsonValue::Null},
            {u"cost_nano_usd"_s,
             moneyOrNull(price ? std::optional(cost(tokens, *price)) : std::nullopt)}};
}

void addTokenLines(const Usage &u, const Price &price, QJsonArray &array)
{
    const PriceTier holds = pricesFor(price, u.promptTokens, u.batch);
    const qint64 plainIn = u.promptTokens - u.cachedTokens - u.cacheWriteTokens
        - u.cacheWriteHourTokens - u.audioInTokens - u.imageInTokens;
    const qint64 plainOut = u.completionTokens - u.reasoningTokens - u.audioOutTokens;
    struct Line {
        const char *label;
        qint64 tokens;
        std::optional<TokenPrice> price;
    };
    const std::array lines{
        Line{"input", plainIn, holds.input},
        Line{"cached input", u.cachedTokens, holds.cacheRead ? holds.cacheRead : holds.input},
        Line{"cache write", u.cacheWriteTokens, holds.cacheWrite},
        Line{"cache write, one hour", u.cacheWriteHourTokens, holds.cacheWriteHour},
        Line{"audio input", u.audioInTokens, price.audioInput},
        Line{"image input", u.imageInTokens, price.imageInput},
        Line{"output", plainOut, holds.output},
        Line{"reasoning", u.reasoningTokens, price.reasoning ? price.reasoning : holds.output},
        Line{"audio output", u.audioOutTokens, price.audioOutput},
    };
    for (const Line &line : lines) {
        if (line.tokens > 0)
            array += tokenLine(line.label, line.tokens, line.price);
    }
}

//! Pictures, seconds, characters, searches: \a units of them for \a each, in nano-dollars. What
//! has no price stands there only when nothing else was charged.
void addUnitLines(const Usage &u, const Price &price, QJsonArray &array)
{
    constexpr double perMillion = 1e-6;
    constexpr double perThousand = 1e-3;
    struct Line {
        const char *label;
        double units;
        std::optional<Money> price;
        double scale;
    };
    const std::array lines{
        Line{"images", double(u.images), price.perImage, 1},
        Line{"seconds", double(u.audioMs) * perThousand, price.perSecond, 1},
        Line{"characters", double(u.characters), price.perCharacterMillion, perMillion},
        Line{"queries", double(u.queries), price.perQuery, 1},
        Line{"request", price.perRequest ? 1.0 : 0.0, price.perRequest, 1},
    };
    const bool hasTokens = !array.isEmpty();
    for (const Line &line : lines) {
        if (line.units <= 0 || (!line.price && hasTokens))
            continue;
        const QJsonValue unknown = QJsonValue::Null;
        const double each = line.price ? double(line.price->nanoUsd) * line.scale : 0;
        array += QJsonObject{
            {u"label"_s, QString::fromLatin1(line.label)},
            {u"tokens"_s, 0},
            {u"units"_s, line.units},
            {u"nano_per_unit"_s, line.price ? QJsonValue(each) : unknown},
            {u"cost_nano_usd"_s,
             line.price ? QJsonValue(qint64(std::llround(line.units * each))) : unknown}};
    }
}

//! The row tells what was paid for its pictures, where that depends on their size and quality.
Price asPaid(const RequestRecord &record, Price price)
{
    if (price.pictures.empty() || record.usage.images <= 0 || !record.listCost || !isByUnits(price))
        return price;
    const Money fee = price.perRequest.value_or(Money());
    price.perImage = Money{(record.listCost->nanoUsd - fee.nanoUsd) / record.usage.images};
    return price;
}

QJsonArray costLines(const RequestRecord &record, const Price *price)
{
    const Price known = price ? asPaid(record, *price) : Price();
    QJsonArray array;
    if (!isByUnits(known))
        addTokenLines(record.usage, known, array);
    addUnitLines(record.usage, known, array);
    return array;
}

//! Whether \a price is the one of then: by its version, or because it makes the same sum, as it
//! does when the configuration was published anew without touching prices.
bool isPriceOf(const RequestRecord &record, const Price &price)
{
    if (price.version == record.priceVersion)
        return true;
    const auto cost = priceOf(record.usage, price, 1);
    return cost && record.listCost && cost->list == *record.listCost;
}

//! What the provider's multiplier was, from the two sums of the row, to six digits.
QJsonValue multiplier(const RequestRecord &record)
{
    if (!record.cost || !record.listCost || record.listCost->nanoUsd == 0)
        return QJsonValue::Null;
    const double ratio =
        static_cast<double>(record.cost->nanoUsd) / static_cast<double>(record.listCost->nanoUsd);
    return std::round(ratio * 1e6) / 1e6;
}

} // namespace

//! Digit by digit: lists have a time or more in each of ten thousand rows.
QString isoTime(qint64 us)
{
    namespace chrono = std::chrono;
    const chrono::sys_time<chrono::microseconds> exact{chrono::microseconds(us)};
    const auto time = chrono::floor<chrono::milliseconds>(exact);
    const auto day = chrono::floor<chrono::days>(time);
    const chrono::year_month_day date(day);
    const chrono::hh_mm_ss clock(time - day);
    QString text(u"0000-00-00T00:00:00.000Z"_s);
    QChar *const begin = text.data();
    const auto write = [begin](int place, int digits, qint64 value) {
        for (; digits > 0; value /= 10)
            begin[place + --digits] = QChar(static_cast<char16_t>(u'0' + value % 10));
    };
    write(0, 4, static_cast<int>(date.year()));
    write(5, 2, static_cast<unsigned>(date.month()));
    write(8, 2, static_cast<unsigned>(date.day()));
    write(11, 2, clock.hours().count());
    write(14, 2, clock.minutes().count());
    write(17, 2, clock.seconds().count());
    write(20, 3, clock.subseconds().count());
    return text;
}

QJsonObject rowJson(const RequestRecord &r)
{
    QJsonArray attempts;
    for (const AttemptRecord &attempt : r.attempts)
        attempts += attemptJson(attempt);
    if (!attempts.isEmpty() && !r.provider.isEmpty() && r.cost) {
        QJsonObject served = attempts.last().toObject();
        served.insert(u"cost_nano_usd"_s, (*r.cost - r.costOfUnused()).nanoUsd);
        attempts.replace(attempts.size() - 1, served);
    }
    return {{u"id"_s, text(r.id)},
            {u"time"_s, isoTime(toUs(r.time))},
            {u"status"_s, r.status},
            {u"outcome"_s, text(outcomeName(r.outcome))},
            {u"front"_s, text(r.front)},
            {u"route"_s, textOrNull(r.route)},
            {u"model_asked"_s, text(r.modelAsked)},
            {u"provider"_s, textOrNull(r.provider)},
            {u"model"_s, textOrNull(r.model)},
            {u"key"_s, textOrNull(r.keyId)},
            {u"key_name"_s, textOrNull(r.keyName)},
            {u"team"_s, textOrNull(r.team)},
            {u"client"_s, text(r.clientAddress)},
            {u"tokens_in"_s, r.usage.promptTokens},
            {u"tokens_cached"_s, r.usage.cachedTokens},
            {u"tokens_cache_write"_s, r.usage.cacheWriteTokens + r.usage.cacheWriteHourTokens},
            {u"tokens_out"_s, r.usage.completionTokens},
            {u"tokens_reasoning"_s, r.usage.reasoningTokens},
            {u"tokens_estimated"_s, r.usage.estimated},
            {u"images"_s, r.usage.images},
            {u"audio_seconds"_s, static_cast<double>(r.usage.audioMs) / 1000.0},
            {u"characters"_s, r.usage.characters},
            {u"queries"_s, r.usage.queries},
            {u"cost_nano_usd"_s, moneyOrNull(r.cost)},
            {u"first_token_ms"_s, milliseconds(r.firstTokenUs)},
            {u"total_ms"_s, milliseconds(r.totalUs)},
            {u"gateway_us"_s, r.gatewayUs},
            {u"queued_ms"_s, milliseconds(r.queuedUs)},
            {u"attempts"_s, attempts},
            {u"cache"_s, textOrNull(r.cache)},
            {u"streamed"_s, r.streamed},
            {u"tags"_s, tagsJson(r.tags)},
            {u"error"_s, errorJson(r)},
            {u"revision"_s, r.revision}};
}

QJsonObject detailJson(const RequestRecord &record, const Price *price)
{
    QJsonObject object = rowJson(record);
    const QJsonObject trace = QJsonDocument::fromJson(record.trace).object();
    const bool same = price && isPriceOf(record, *price);
    object.insert(u"trace"_s, trace.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(trace));
    object.insert(u"cost_lines"_s, costLines(record, same ? price : nullptr));
    object.insert(u"multiplier"_s, multiplier(record));
    object.insert(u"list_cost_nano_usd"_s, moneyOrNull(record.listCost));
    object.insert(u"cache_saved_nano_usd"_s, record.cacheSaved.nanoUsd);
    object.insert(u"price_version"_s, textOrNull(record.priceVersion));
    return object;
}

} // namespace Gatehouse::Ledger
