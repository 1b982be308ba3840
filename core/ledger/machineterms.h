// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/provider.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Ledger {

//! What a machine paid by the hour costs from a moment on.
struct MachineTerms {
    QString provider;
    qint64 sinceUs = 0;
    qint64 nanoPerHour = 0; //!< 0: no longer paid by the hour
    QString schedule;       //!< as Api::WeekSchedule reads it; empty: always
    QString from;           //!< the first day it is paid for; empty: that of its first request
    QString corrected = {}; //!< the day its price was corrected afterwards; empty: as agreed

    bool isSameAgreement(const MachineTerms &other) const
    {
        return nanoPerHour == other.nanoPerHour && schedule == other.schedule && from == other.from;
    }
    bool operator==(const MachineTerms &) const = default;
};

//! What \a provider says of its machine; of one that is not paid by the hour without a price.
MachineTerms termsOf(const Api::Provider &provider);

} // namespace Gatehouse::Ledger
