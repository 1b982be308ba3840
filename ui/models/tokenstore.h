// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include <functional>

namespace Gatehouse::Ui {

//! Where the administration tokens of gateways elsewhere are kept: never among the preferences. The
//! answers come later, on the same thread, and not when \a context has died.
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    //! Empty when there is none, or no one may read it now: it is asked for again.
    virtual void read(const QString &gateway, QObject *context,
                      std::function<void(const QString &token)> answer) = 0;
    //! One that cannot be kept is asked for again the next time.
    virtual void write(const QString &gateway, const QString &token) = 0;
    virtual void remove(const QString &gateway) = 0;
};

} // namespace Gatehouse::Ui
