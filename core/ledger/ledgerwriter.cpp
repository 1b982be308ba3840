// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerwriter.h"

#include "core/ledger/ledgerworker.h"

namespace Gatehouse::Ledger {

LedgerWriter::LedgerWriter(Options options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(*this, std::move(options), clock))
{
    qRegisterMetaType<Rows>();
}

LedgerWriter::~LedgerWriter() = default;

Result<void> LedgerWriter::start()
{
    return m_worker->start();
}

bool LedgerWriter::flush(std::chrono::milliseconds timeout)
{
    return m_worker->flush(timeout);
}

void LedgerWriter::wake()
{
    m_worker->wake();
}

LedgerWriter::State LedgerWriter::state() const
{
    return m_worker->state();
}

void LedgerWriter::compact()
{
    m_worker->compact();
}

void LedgerWriter::moveTo(const QString &folder)
{
    m_worker->moveTo(folder);
}

void LedgerWriter::setRetention(const LedgerStore::Retention &retention)
{
    m_worker->setRetention(retention);
}

} // namespace Gatehouse::Ledger
