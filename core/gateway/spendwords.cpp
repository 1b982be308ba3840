// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/spendwords.h"

#include "core/gateway/exchangewords.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;
using std::chrono::milliseconds;

namespace {

//! "2026-12-01T00:00:00.000Z"
QByteArray moment(WallTime time)
{
    const auto ms = std::chrono::ceil<milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

//! "6m0s", "1.25s", "12ms": a Go duration, as OpenAI words x-ratelimit-reset-*.
QByteArray duration(milliseconds time)
{
    if (time < std::chrono::seconds(1))
        return QByteArray::number(time.count()) + "ms";
    const auto minutes = std::chrono::floor<std::chrono::minutes>(time);
    QByteArray seconds = QByteArray::number(double((time - minutes).count()) / 1000, 'f', 3);
    while (seconds.endsWith('0'))
        seconds.chop(1);
    if (seconds.endsWith('.'))
        seconds.chop(1);
    return (minutes.count() > 0 ? QByteArray(QByteArray::number(qint64(minutes.count())) + 'm')
                                : QByteArray())
        + seconds + 's';
}

QByteArray limitWords(const Access::LimitRefusal &refusal)
{
    const QByteArray number = QByteArray::number(refusal.limit);
    switch (refusal.what) {
    case Access::LimitRefusal::What::Requests:
        return number + " requests per minute";
    case Access::LimitRefusal::What::Tokens:
        return number + " tokens per minute";
    case Access::LimitRefusal::What::InFlight:
        break;
    }
    return number + " requests at a time";
}

} // namespace

QByteArray scopeWords(QByteArrayView scope)
{
    const qsizetype colon = scope.indexOf(':');
    if (colon < 0)
        return "the gateway"_ba;
    return scope.first(colon).toByteArray() + " '" + scope.sliced(colon + 1).toByteArray() + '\'';
}

QByteArray dollars(Money amount)
{
    constexpr qint64 cent = 10'000'000;
    if (amount.nanoUsd % cent != 0)
        return '$' + amount.toDecimal();
    return '$' + QByteArray::number(amount.nanoUsd / (cent * 100)) + '.'
        + QByteArray::number(std::abs(amount.nanoUsd / cent % 100)).rightJustified(2, '0');
}

ClientError refusalOf(const Access::LimitRefusal &refusal)
{
    const milliseconds wait = refusal.what == Access::LimitRefusal::What::InFlight
        ? milliseconds(1000) // nobody knows when a running request ends
        : std::chrono::ceil<milliseconds>(refusal.wait);
    QByteArray words =
        "The limit of " + scopeWords(refusal.scope) + " is reached: " + limitWords(refusal) + ". ";
    words += refusal.what == Access::LimitRefusal::What::InFlight
        ? QByteArray("Try again when a running request has ended.")
        : QByteArray("Try again in " + duration(wait) + '.');
    ClientError error = clientError(ErrorCase::RateLimitExceeded, words);
    error.retryAfter = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count());
    error.retryAfterMs = wait.count();
    return error;
}

ClientError refusalOf(const Access::BudgetRefusal &refusal, Money needed)
{
    QByteArray words = "The budget of " + scopeWords(refusal.scope)
        + " is used up: " + dollars(refusal.spent) + " of " + dollars(refusal.limit) + " spent";
    if (refusal.reserved.nanoUsd > 0)
        words += ", " + dollars(refusal.reserved) + " reserved by running requests";
    const Money left = refusal.limit - refusal.spent - refusal.reserved;
    if (left.nanoUsd > 0)
        words += "; this request may cost " + dollars(needed);
    words += ". It resets at " + moment(refusal.resets)
        + ". Ask your administrator to raise it, or wait.";
    return clientError(ErrorCase::BudgetExceeded, words);
}

ClientError refusalOf(const Access::SpendingPause &pause)
{
    QByteArray words = "All spending is paused by the administrator";
    if (!pause.reason.isEmpty())
        words += ": " + pause.reason.toUtf8();
    ClientError error = clientError(ErrorCase::BudgetExceeded,
                                    words + ". Requests pass again when the pause is ended.");
    error.code = "spending_paused"_ba;
    return error;
}

ClientError unpricedRefusal(QByteArrayView provider, QByteArrayView model)
{
    return clientError(ErrorCase::BudgetExceeded,
                       "Nobody knows what the model '" + model.toByteArray() + "' costs at '"
                           + provider.toByteArray()
                           + "', and models without a price are refused here. Ask your "
                             "administrator to set its price.",
                       "model");
}

void appendRoom(QByteArray &fields, Dialects::Format front, const Access::LimitRoom &room,
                WallTime wall)
{
    const bool anthropic = Dialects::familyOf(front) == Dialects::Family::Anthropic;
    const auto append = [&](QByteArrayView what, const Access::LimitRoom::Left &left) {
        const auto reset = std::chrono::ceil<milliseconds>(left.reset);
        const auto name = [&](QByteArrayView part) {
            return anthropic
                ? QByteArray("anthropic-ratelimit-" + what.toByteArray() + '-' + part.toByteArray())
                : QByteArray("x-ratelimit-" + part.toByteArray() + '-' + what.toByteArray());
        };
        appendField(fields, name("limit"), QByteArray::number(left.limit));
        appendField(fields, name("remaining"), QByteArray::number(left.remaining));
        appendField(fields, name("reset"), anthropic ? moment(wall + reset) : duration(reset));
    };
    if (room.requests)
        append("requests", *room.requests);
    if (room.tokens)
        append("tokens", *room.tokens);
}

} // namespace Gatehouse::Gateway
