// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/requestrows.h"

#include "core/ledger/priceterms.h"
#include "core/ledger/recordcodec.h"

namespace Gatehouse::Ledger {

namespace {

//! Reads a row's columns one after the other.
class Columns
{
public:
    Columns(const Store::Statement &row, int first)
        : m_row(row)
        , m_next(first)
    {
    }
    QByteArray text() { return m_row.text(m_next++); }
    qint64 integer() { return m_row.integer(m_next++); }
    int small() { return static_cast<int>(integer()); }
    bool flag() { return integer() != 0; }
    qint64 orMinusOne() { return m_row.integerOrNull(m_next++).value_or(-1); }
    std::optional<Money> money()
    {
        const std::optional<qint64> nano = m_row.integerOrNull(m_next++);
        return nano ? std::optional(Money{*nano}) : std::nullopt;
    }
    Outcome outcome() { return outcomeFromName(text()).value_or(Outcome::Interrupted); }

private:
    const Store::Statement &m_row;
    int m_next;
};

Usage usageFrom(Columns &columns)
{
    Usage usage;
    usage.known = columns.flag();
    usage.estimated = columns.flag();
    usage.promptTokens = columns.integer();
    usage.cachedTokens = columns.integer();
    usage.cacheWriteTokens = columns.integer();
    usage.cacheWriteHourTokens = columns.integer();
    usage.completionTokens = columns.integer();
    usage.reasoningTokens = columns.integer();
    usage.audioInTokens = columns.integer();
    usage.audioOutTokens = columns.integer();
    return usage;
}

void readUnits(Columns &columns, Usage &usage)
{
    usage.imageInTokens = columns.integer();
    usage.images = columns.integer();
    usage.audioMs = columns.integer();
    usage.characters = columns.integer();
    usage.queries = columns.integer();
}

Result<bool> readStory(Store::Database &database, qint64 row, RequestRecord &record)
{
    auto select = database.prepare("SELECT story FROM requests WHERE n = ? AND story IS NOT NULL");
    if (!select)
        return select.error();
    select->bindAll(row);
    const Result<bool> found = select->step();
    if (!found || !*found)
        return found;
    return decodeStory(select->blob(0), record);
}

Result<std::vector<AttemptRecord>> attemptsOf(Store::Database &database, qint64 row)
{
    auto select =
        database.prepare("SELECT provider, model, key, result, status, started_us,"
                         " duration_us, connected_us, head_us, first_token_us,"
                         " upstream_id, detail, cost FROM attempts WHERE request = ? ORDER BY n");
    if (!select)
        return select.error();
    select->bindAll(row);
    std::vector<AttemptRecord> attempts;
    for (;;) {
        const Result<bool> found = select->step();
        if (!found)
            return found.error();
        if (!*found)
            return attempts;
        Columns columns(*select, 0);
        AttemptRecord attempt;
        attempt.provider = columns.text();
        attempt.model = columns.text();
        attempt.providerKey = columns.text();
        attempt.result = columns.outcome();
        attempt.status = columns.small();
        attempt.startedUs = columns.integer();
        attempt.durationUs = columns.integer();
        attempt.connectedUs = columns.orMinusOne();
        attempt.headUs = columns.orMinusOne();
        attempt.firstTokenUs = columns.orMinusOne();
        attempt.upstreamId = columns.text();
        attempt.detail = columns.text();
        attempt.cost = columns.money();
        attempts.push_back(std::move(attempt));
    }
}

Result<QByteArray> traceOf(Store::Database &database, qint64 row)
{
    auto select = database.prepare("SELECT trace FROM traces WHERE request = ?");
    if (!select)
        return select.error();
    select->bindAll(row);
    const Result<bool> found = select->step();
    if (!found)
        return found.error();
    return *found ? select->text(0) : QByteArray();
}

} // namespace

QByteArrayView requestColumns()
{
    return "n, id, ts, status, outcome, front, route, model_asked, provider, model, key, key_name,"
           " team, client, usage_known, usage_estimated, tokens_in, tokens_cached,"
           " tokens_cache_write, tokens_cache_write_hour, tokens_out, tokens_reasoning,"
           " tokens_audio_in, tokens_audio_out, cost, list_cost, price_version, first_token_us,"
           " total_us, gateway_us, cache, streamed, tags, error_code, error_detail, revision,"
           " tokens_image_in, images, audio_ms, characters, queries, queued_us, cache_saved,"
           " (SELECT terms FROM terms WHERE terms.request = requests.n)";
}

RequestRecord recordFrom(const Store::Statement &select)
{
    Columns columns(select, 1);
    RequestRecord record;
    record.id = columns.text();
    record.time = WallTime(std::chrono::microseconds(columns.integer()));
    record.status = columns.small();
    record.outcome = columns.outcome();
    record.front = columns.text();
    record.route = columns.text();
    record.modelAsked = columns.text();
    record.provider = columns.text();
    record.model = columns.text();
    record.keyId = columns.text();
    record.keyName = columns.text();
    record.team = columns.text();
    record.clientAddress = columns.text();
    record.usage = usageFrom(columns);
    record.cost = columns.money();
    record.listCost = columns.money();
    record.priceVersion = columns.text();
    record.firstTokenUs = columns.orMinusOne();
    record.totalUs = columns.integer();
    record.gatewayUs = columns.integer();
    record.cache = columns.text();
    record.streamed = columns.flag();
    record.tags = columns.text();
    record.errorCode = columns.text();
    record.errorDetail = columns.text();
    record.revision = columns.integer();
    readUnits(columns, record.usage);
    record.queuedUs = columns.integer();
    record.cacheSaved = Money{columns.integer()};
    record.terms = columns.text();
    if (!record.terms.isEmpty()) {
        if (const auto terms = PriceTerms::fromText(record.terms))
            terms->applyTo(record.usage);
    }
    return record;
}

QByteArrayView copyColumns()
{
    return "id, ts, original, route, provider, model, tokens_in, tokens_cached,"
           " tokens_cache_write, tokens_out, tokens_reasoning, cost, list_cost";
}

RequestRecord copyFrom(const Store::Statement &select)
{
    Columns columns(select, 0);
    RequestRecord copy;
    copy.id = columns.text();
    copy.time = WallTime(std::chrono::microseconds(columns.integer()));
    copy.copyOf = columns.text();
    copy.route = columns.text();
    copy.provider = columns.text();
    copy.model = columns.text();
    copy.usage.promptTokens = columns.integer();
    copy.usage.cachedTokens = columns.integer();
    copy.usage.cacheWriteTokens = columns.integer();
    copy.usage.completionTokens = columns.integer();
    copy.usage.reasoningTokens = columns.integer();
    copy.cost = columns.money();
    copy.listCost = columns.money();
    copy.usage.known = copy.cost.has_value();
    return copy;
}

Result<void> readDetails(Store::Database &database, qint64 row, RequestRecord &record)
{
    const Result<bool> story = readStory(database, row, record);
    if (!story)
        return story.error();
    if (*story)
        return {};
    Result<std::vector<AttemptRecord>> attempts = attemptsOf(database, row);
    if (!attempts)
        return attempts.error();
    record.attempts = std::move(*attempts);
    Result<QByteArray> trace = traceOf(database, row);
    if (!trace)
        return trace.error();
    record.trace = std::move(*trace);
    return {};
}

} // namespace Gatehouse::Ledger
