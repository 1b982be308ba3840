// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ledger {

//! The file beside the ledger that tells the next start whether this one ended well.
class LedgerMarker
{
public:
    enum State { Absent, Open, Clean };

    explicit LedgerMarker(const QString &databasePath)
        : m_path(databasePath + QStringLiteral(".state"))
    {
    }
    State found() const;
    void set(State state) const;

private:
    const QString m_path;
};

} // namespace Gatehouse::Ledger
