// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bodies/bodystore.h"

#include "core/base/log.h"
#include "core/bodies/bodytable.h"
#include "core/bodies/recordedhead.h"
#include "core/store/backup.h"

#include <QtCore/QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Bodies {

namespace {

constexpr auto sweepEvery = 10min;

//! Takes secrets out of \a side; returns how many.
int redact(Side &side, const Redactor &redactor)
{
    const auto before = side.text.count(redactedMark);
    const qsizetype length = side.text.size();
    side.text = redactor.redacted(side.text);
    side.size += side.text.size() - length; // what was taken out was not cut off
    side.text.truncate(longestKept);
    if (!side.head.isEmpty())
        side.head = redactor.redacted(side.head);
    return static_cast<int>(side.text.count(redactedMark) - before);
}

} // namespace

BodyStore::BodyStore(QString path, const Redactor &redactor, const Clock &clock,
                     Retention retention)
    : m_path(std::move(path))
    , m_redactor(redactor)
    , m_clock(clock)
    , m_retention(retention)
{
    if (QFileInfo::exists(m_path)) // what is past its time goes, also when nothing is recorded
        m_thread = std::thread([this] { run(); });
}

BodyStore::~BodyStore()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

Retention BodyStore::retention() const
{
    const std::scoped_lock lock(m_mutex);
    return m_retention;
}

void BodyStore::setRetention(const Retention &retention)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (retention == m_retention)
            return;
        m_retention = retention;
        m_isSweepDue = m_thread.joinable(); // without it there is no file
    }
    m_changed.notify_one();
}

void BodyStore::save(RecordedBody body)
{
    const qint64 bytes = body.request.text.size() + body.answer.text.size();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_retention.age.count() <= 0)
            return;
        if (m_waitingBytes + bytes > mostWaitingBytes) {
            qCWarning(lcStore, "a recorded body is not kept: too many wait for %s",
                      qUtf8Printable(m_path));
            return;
        }
        m_waitingBytes += bytes;
        m_waiting.push_back(std::move(body));
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_changed.notify_one();
}

void BodyStore::flush()
{
    std::unique_lock lock(m_mutex);
    m_written.wait(lock, [this] { return m_waiting.empty() && !m_isSweepDue && !m_isWriting; });
}

void BodyStore::run()
{
    for (bool isLast = false; !isLast;) {
        std::vector<RecordedBody> bodies;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, m_swept == SteadyTime{} ? 0ms : sweepEvery,
                               [this] { return m_stopping || m_isSweepDue || !m_waiting.empty(); });
            if (std::exchange(m_isSweepDue, false))
                m_swept = {};
            bodies.swap(m_waiting);
            m_waitingBytes = 0;
            m_isWriting = true;
            isLast = m_stopping;
        }
        write(std::move(bodies));
        {
            const std::scoped_lock lock(m_mutex);
            m_isWriting = false;
        }
        m_written.notify_all();
    }
}

void BodyStore::write(std::vector<RecordedBody> bodies)
{
    for (RecordedBody &body : bodies)
        body.redactions = redact(body.request, m_redactor) + redact(body.answer, m_redactor);
    if (!bodies.empty()) {
        if (const auto written = writeAll(bodies); !written) {
            qCWarning(lcStore, "bodies are not recorded: %s",
                      qUtf8Printable(written.error().detail));
            m_table.reset();
        }
    }
    const SteadyTime now = m_clock.steady();
    if (m_swept != SteadyTime{} && now - m_swept < sweepEvery)
        return;
    m_swept = now;
    const Result<BodyTable *> table = this->table();
    const Result<void> swept =
        table ? (*table)->sweep(retention(), m_clock.wall()) : Result<void>(table.error());
    if (!swept)
        qCWarning(lcStore, "old recorded bodies stay: %s", qUtf8Printable(swept.error().detail));
}

Result<BodyTable *> BodyStore::table()
{
    if (!m_table) {
        auto opened = BodyTable::open(m_path);
        if (!opened && opened.error().code == ErrorCode::Corrupt) {
            qCCritical(lcStore, "%s; recorded bodies begin anew",
                       qUtf8Printable(opened.error().detail));
            if (const auto aside = Store::moveAside(m_path, m_clock.wall()); aside)
                opened = BodyTable::open(m_path);
        }
        if (!opened)
            return opened.error();
        m_table = *std::move(opened);
    }
    return m_table.get();
}

Result<void> BodyStore::writeAll(const std::vector<RecordedBody> &bodies)
{
    const Result<BodyTable *> table = this->table();
    if (!table)
        return table.error();
    auto transaction = Store::Transaction::begin((*table)->database());
    if (!transaction)
        return transaction.error();
    for (const RecordedBody &body : bodies) {
        if (auto saved = (*table)->save(body); !saved)
            return saved;
    }
    return transaction->commit();
}

} // namespace Gatehouse::Bodies
