// SPDX-License-Identifier: GPL-3.0-or-later
//! From the journals into the database.
#include "core/base/log.h"
#include "core/ledger/ledgerworker.h"

#include <algorithm>

namespace Gatehouse::Ledger {

namespace {

constexpr int partOfBatch = 200; //!< records decoded at a time

} // namespace

//! Writes until nothing is left; false when SQL refused.
bool LedgerWriter::Worker::drain()
{
    for (bool first = true;; first = false) {
        const Written written = writeBatch();
        if (written == Written::Refused)
            return false;
        m_journals.markDone();
        if (first)
            m_emptyPolls = written == Written::Nothing ? m_emptyPolls + 1 : 0;
        if (written != Written::Full)
            return true;
    }
}

//! One transaction, read in parts that stay in the processor's cache between reading and writing.
LedgerWriter::Worker::Written LedgerWriter::Worker::writeBatch()
{
    const bool details = Ballast::freeBytes(m_options.databasePath) >= m_options.lowSpaceBytes;
    const auto part = static_cast<size_t>(std::min(m_options.batch, partOfBatch));
    const auto parts = static_cast<size_t>(m_options.batch) / part;
    std::vector<Rows> rows;
    Result<void> stored;
    bool full = true;
    while (stored && full && rows.size() < parts) {
        const std::shared_ptr<RowPool::Records> records = m_rows.take();
        m_journals.read(*records, part);
        full = records->size() == part;
        if (records->empty())
            break;
        if (rows.empty())
            stored = m_store->begin();
        rows.push_back(records);
        if (stored)
            stored = m_store->put(*records, details);
    }
    if (rows.empty())
        return Written::Nothing;
    if (stored)
        stored = m_store->finish();
    if (!stored)
        return afterFailure(stored.error(), details);
    report(rows);
    return full ? Written::Full : Written::All;
}

//! One bad record must not hold up the others for ever.
LedgerWriter::Worker::Written LedgerWriter::Worker::afterFailure(const Error &error, bool details)
{
    m_journals.rewind();
    if (!isOfOneRecord(error)) {
        refused(error);
        return Written::Refused;
    }
    for (int i = 0; i < m_options.batch; ++i) {
        const std::shared_ptr<RowPool::Records> record = m_rows.take();
        m_journals.read(*record, 1);
        if (record->empty())
            return Written::All;
        const QByteArray id = record->front().id;
        const Result<void> stored = m_store->add(*record, details);
        if (stored) {
            report({record});
        } else if (isOfOneRecord(stored.error())) {
            qCCritical(lcLedger, "request %s cannot be stored: %s", id.constData(),
                       qUtf8Printable(stored.error().detail));
        } else {
            refused(stored.error());
            return Written::Refused;
        }
        m_journals.markDone();
    }
    return Written::Full;
}

bool LedgerWriter::Worker::isOfOneRecord(const Error &error)
{
    return error.code == ErrorCode::Internal || error.code == ErrorCode::Conflict;
}

void LedgerWriter::Worker::report(const std::vector<Rows> &rows)
{
    setProblem(std::nullopt);
    m_lastWrite = Steady::now();
    m_checkpointDue = true;
    for (const Rows &part : rows) {
        if (!part->empty())
            Q_EMIT m_owner.rowsWritten(part);
    }
}

} // namespace Gatehouse::Ledger
