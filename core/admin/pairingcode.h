// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Admin {

//! The code with which a program elsewhere gets its first token: shown on the gateway's own
//! computer, typed there. One at a time, good for ten minutes and one use; five wrong tries end it.
class PairingCode
{
public:
    static constexpr std::chrono::minutes life{10};
    static constexpr int mostTries = 5;

    explicit PairingCode(const Clock &clock)
        : m_clock(clock)
    {
    }

    struct Offer {
        QString code; //!< "K7QM-2F9D", as people read it
        WallTime expires{};
    };
    //! A new code that gives a token to \a person; the one before is void.
    Offer offer(const QString &person);
    //! The person of the code, which is used up; nothing when \a typed is another, in any letter
    //! case and with or without its dash. Takes as long for a wrong code as for the right one.
    std::optional<QString> take(const QString &typed);
    bool isOffered() const;

private:
    const Clock &m_clock;
    QByteArray m_code; //!< without the dash; empty: none
    QString m_person;
    SteadyTime m_until{};
    int m_tries = 0;
};

} // namespace Gatehouse::Admin
