// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/recordcodec.h"

#include <concepts>
#include <cstring>

namespace Gatehouse::Ledger {

namespace {

//! 2: with units that are not tokens; 3: with the time in a queue; 4: with the cost of attempts
//! nobody read and with copies; 5: with terms of the price; 6: with what the cache saved; 7: with
//! the use of a rotated key's old text; earlier ones are still read.
constexpr quint64 formatVersion = 7;
constexpr quint64 storyVersion = 1;
constexpr int maxVarint = 10; //!< bytes of a 64-bit varint
constexpr int requestNumbers = 36;
constexpr int requestTexts = 19;
constexpr int attemptNumbers = 9;
constexpr int attemptTexts = 5;
constexpr quint64 maxAttempts = 1000;

quint64 zigzag(qint64 value)
{
    return (static_cast<quint64>(value) << 1U) ^ static_cast<quint64>(value >> 63);
}

qint64 unzigzag(quint64 value)
{
    return static_cast<qint64>(value >> 1U) ^ -static_cast<qint64>(value & 1U);
}

//! Appends to memory that is known to be large enough.
class Writer
{
public:
    explicit Writer(char *out)
        : m_out(out)
    {
    }
    char *position() const { return m_out; }

    void operator()(quint64 value)
    {
        while (value >= 0x80) {
            *m_out++ = static_cast<char>(value | 0x80U);
            value >>= 7U;
        }
        *m_out++ = static_cast<char>(value);
    }
    void operator()(qint64 value) { (*this)(zigzag(value)); }
    void operator()(int value) { (*this)(zigzag(value)); }
    void operator()(bool value) { *m_out++ = value ? 1 : 0; }
    void operator()(Outcome value) { (*this)(static_cast<quint64>(value)); }
    void operator()(const QByteArray &text)
    {
        (*this)(static_cast<quint64>(text.size()));
        if (text.isEmpty())
            return;
        memcpy(m_out, text.constData(), static_cast<size_t>(text.size()));
        m_out += text.size();
    }
    void unique(const QByteArray &text) { (*this)(text); }
    void operator()(WallTime time) { (*this)(qint64(time.time_since_epoch().count())); }
    void operator()(const std::optional<Money> &money)
    {
        (*this)(money.has_value());
        if (money)
            (*this)(money->nanoUsd);
    }

private:
    char *m_out;
};

//! Reads what Writer wrote; every read past the end or out of range clears good().
class Reader
{
public:
    Reader(QByteArrayView bytes, TextPool &pool)
        : m_bytes(bytes)
        , m_pool(pool)
    {
    }
    bool good() const { return m_good; }
    bool finished() const { return m_good && m_bytes.isEmpty(); }
    void fail() { m_good = false; }

    void operator()(quint64 &value)
    {
        value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const quint64 byte = next();
            value |= (byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return;
        }
        fail();
    }
    void operator()(qint64 &value)
    {
        quint64 raw = 0;
        (*this)(raw);
        value = unzigzag(raw);
    }
    void operator()(int &value)
    {
        qint64 wide = 0;
        (*this)(wide);
        value = static_cast<int>(wide);
        if (value != wide)
            fail();
    }
    void operator()(bool &value)
    {
        const quint64 byte = next();
        value = byte == 1;
        if (byte > 1)
            fail();
    }
    void operator()(Outcome &value)
    {
        quint64 raw = 0;
        (*this)(raw);
        if (raw > static_cast<quint64>(Outcome::Interrupted))
            return fail();
        value = static_cast<Outcome>(raw);
    }
    void operator()(QByteArray &text)
    {
        const QByteArrayView read = bytes();
        text = read.isEmpty() ? QByteArray() : m_pool.take(read);
    }
    //! For a text that does not come again.
    void unique(QByteArray &text)
    {
        const QByteArrayView read = bytes();
        if (read.isEmpty()) {
            text = QByteArray();
        } else if (text.isDetached() && text.capacity() >= read.size()) {
            text.resize(read.size());
            memcpy(text.data(), read.data(), static_cast<size_t>(read.size()));
        } else {
            text = read.toByteArray();
        }
    }
    void operator()(WallTime &time)
    {
        qint64 us = 0;
        (*this)(us);
        time = WallTime(std::chrono::microseconds(us));
    }
    void operator()(std::optional<Money> &money)
    {
        bool present = false;
        (*this)(present);
        money.reset();
        if (present)
            (*this)(money.emplace().nanoUsd);
    }

private:
    QByteArrayView bytes()
    {
        quint64 size = 0;
        (*this)(size);
        if (size > static_cast<quint64>(m_bytes.size())) {
            fail();
            return {};
        }
        const QByteArrayView read = m_bytes.first(static_cast<qsizetype>(size));
        m_bytes = m_bytes.sliced(read.size());
        return read;
    }
    quint64 next()
    {
        if (m_bytes.isEmpty()) {
            m_good = false;
            return 0;
        }
        const auto byte = static_cast<unsigned char>(m_bytes.front());
        m_bytes = m_bytes.sliced(1);
        return byte;
    }

    QByteArrayView m_bytes;
    TextPool &m_pool;
    bool m_good = true;
};

// One list of fields serves both directions, so that they cannot drift apart.

template <typename Visitor, typename UsageLike>
void visitUsage(Visitor &visit, UsageLike &usage)
{
    visit(usage.promptTokens);
    visit(usage.cachedTokens);
    visit(usage.cacheWriteTokens);
    visit(usage.cacheWriteHourTokens);
    visit(usage.completionTokens);
    visit(usage.reasoningTokens);
    visit(usage.audioInTokens);
    visit(usage.audioOutTokens);
    visit(usage.estimated);
    visit(usage.known);
}

template <typename Visitor, typename UsageLike>
void visitUnits(Visitor &visit, UsageLike &usage)
{
    visit(usage.imageInTokens);
    visit(usage.images);
    visit(usage.audioMs);
    visit(usage.characters);
    visit(usage.queries);
}

template <typename Visitor, typename AttemptLike>
void visitAttempt(Visitor &visit, AttemptLike &attempt)
{
    visit(attempt.provider);
    visit(attempt.model);
    visit(attempt.providerKey);
    visit(attempt.result);
    visit(attempt.status);
    visit(attempt.startedUs);
    visit(attempt.durationUs);
    visit(attempt.connectedUs);
    visit(attempt.headUs);
    visit(attempt.firstTokenUs);
    visit.unique(attempt.upstreamId);
    visit(attempt.detail);
}

template <typename Visitor, typename RecordLike>
void visitRecord(Visitor &visit, RecordLike &record)
{
    visit.unique(record.id);
    visit(record.time);
    visit(record.status);
    visit(record.outcome);
    visit(record.front);
    visit(record.route);
    visit(record.modelAsked);
    visit(record.provider);
    visit(record.model);
    visit(record.keyId);
    visit(record.keyName);
    visit(record.team);
    visit(record.clientAddress);
    visitUsage(visit, record.usage);
    visit(record.cost);
    visit(record.listCost);
    visit(record.priceVersion);
    visit(record.firstTokenUs);
    visit(record.totalUs);
    visit(record.gatewayUs);
    visit(record.cache);
    visit(record.streamed);
    visit(record.tags);
    visit(record.errorCode);
    visit(record.errorDetail);
    visit(record.revision);
    visit.unique(record.trace);
}

template <typename... Texts>
qsizetype lengths(const Texts &...texts)
{
    return (texts.size() + ...);
}

qsizetype attemptsSizeBound(const RequestRecord &record)
{
    qsizetype size = maxVarint;
    for (const AttemptRecord &a : record.attempts) {
        size += maxVarint * (attemptNumbers + attemptTexts);
        size += lengths(a.provider, a.model, a.providerKey, a.upstreamId, a.detail);
    }
    return size;
}

void writeAttempts(Writer &write, const std::vector<AttemptRecord> &attempts)
{
    write(static_cast<quint64>(attempts.size()));
    for (const AttemptRecord &attempt : attempts)
        visitAttempt(write, attempt);
}

void readAttempts(Reader &read, std::vector<AttemptRecord> &attempts)
{
    quint64 count = 0;
    read(count);
    if (!read.good() || count > maxAttempts)
        return read.fail();
    attempts.resize(static_cast<size_t>(count));
    for (AttemptRecord &attempt : attempts)
        visitAttempt(read, attempt);
}

} // namespace

QByteArray TextPool::take(QByteArrayView text)
{
    constexpr qsizetype longestShared = 64; // longer ones do not come again
    if (text.size() > longestShared)
        return text.toByteArray();
    const size_t place =
        (static_cast<size_t>(text.size()) * 31 + static_cast<unsigned char>(text.front()) * 7
         + static_cast<unsigned char>(text.back()))
        % m_texts.size();
    QByteArray &known = m_texts.at(place);
    if (known != text)
        known = text.toByteArray();
    return known;
}

qsizetype encodedSizeBound(const RequestRecord &r)
{
    qsizetype size = maxVarint * (1 + requestNumbers + requestTexts);
    size += lengths(r.id, r.front, r.route, r.modelAsked, r.provider, r.model, r.keyId, r.keyName,
                    r.team, r.clientAddress, r.priceVersion, r.cache, r.tags, r.errorCode,
                    r.errorDetail, r.trace, r.copyOf, r.terms);
    return size + attemptsSizeBound(r);
}

qsizetype encodeRecord(const RequestRecord &record, std::span<char> out)
{
    Q_ASSERT(static_cast<qsizetype>(out.size()) >= encodedSizeBound(record));
    Writer write(out.data());
    write(formatVersion);
    visitRecord(write, record);
    writeAttempts(write, record.attempts);
    visitUnits(write, record.usage);
    write(record.queuedUs);
    for (const AttemptRecord &attempt : record.attempts)
        write(attempt.cost);
    write.unique(record.copyOf);
    write.unique(record.terms);
    write(record.cacheSaved.nanoUsd);
    write(record.formerSecret);
    return write.position() - out.data();
}

std::optional<RequestRecord> decodeRecord(QByteArrayView bytes)
{
    TextPool pool;
    RequestRecord record;
    return decodeRecord(bytes, pool, record) ? std::optional(std::move(record)) : std::nullopt;
}

bool decodeRecord(QByteArrayView bytes, TextPool &pool, RequestRecord &record)
{
    Reader read(bytes, pool);
    quint64 version = 0;
    read(version);
    if (version < 1 || version > formatVersion)
        return false;
    if (version < formatVersion)
        record = RequestRecord(); // some of its fields will not be read
    visitRecord(read, record);
    readAttempts(read, record.attempts);
    if (version >= 2)
        visitUnits(read, record.usage);
    if (version >= 3)
        read(record.queuedUs);
    if (version >= 4) {
        for (AttemptRecord &attempt : record.attempts)
            read(attempt.cost);
        read.unique(record.copyOf);
    }
    if (version >= 5)
        read.unique(record.terms);
    if (version >= 6)
        read(record.cacheSaved.nanoUsd);
    if (version >= 7)
        read(record.formerSecret);
    record.usage.batch = false; // the terms tell these
    record.usage.machineUs = 0;
    return read.finished();
}

void encodeStory(const RequestRecord &record, bool details, QByteArray &out)
{
    out.resize(2 * maxVarint + attemptsSizeBound(record) + record.trace.size());
    Writer write(out.data());
    write(storyVersion);
    if (details) {
        write(record.trace);
        writeAttempts(write, record.attempts);
    } else {
        std::vector<AttemptRecord> bare = record.attempts;
        for (AttemptRecord &attempt : bare)
            attempt.detail.clear();
        write(QByteArray());
        writeAttempts(write, bare);
    }
    out.resize(write.position() - out.constData());
}

bool decodeStory(QByteArrayView bytes, RequestRecord &record)
{
    TextPool pool;
    Reader read(bytes, pool);
    quint64 version = 0;
    read(version);
    if (version != storyVersion)
        return false;
    read(record.trace);
    readAttempts(read, record.attempts);
    return read.finished();
}

} // namespace Gatehouse::Ledger
