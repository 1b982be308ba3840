// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgermarker.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace Gatehouse::Ledger {

LedgerMarker::State LedgerMarker::found() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Absent;
    return file.readLine().trimmed() == "clean" ? Clean : Open;
}

void LedgerMarker::set(State state) const
{
    if (state == Absent) {
        QFile::remove(m_path);
        return;
    }
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(state == Clean ? "clean\n" : "open\n");
        file.commit();
    }
}

} // namespace Gatehouse::Ledger
