// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! gateway.listen as a person chooses it: who may come, and on which port.
struct ListenChoice {
    enum class Reach { ThisComputer, Chosen, Everyone };

    Reach reach = Reach::ThisComputer;
    int port = 0;      //!< of the first address
    QStringList hosts; //!< of Reach::Chosen, brackets around IPv6; with a port where it is another

    static ListenChoice of(const QStringList &listen);
    //! As the configuration writes it.
    QStringList addresses() const;
    //! True when other computers can reach \a listen.
    static bool isOpen(const QStringList &listen);

    bool operator==(const ListenChoice &) const = default;
};

} // namespace Gatehouse::Ui
