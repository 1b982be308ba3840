// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/widgets/banner.h"

#include <functional>

namespace Gatehouse::Ui {

class StatusModel;

//! Says that stored keys are locked, and unlocks them.
class UnlockBanner : public Banner
{
    Q_OBJECT

public:
    UnlockBanner(Api::AdminClient &client, StatusModel &status, QWidget *parent = nullptr);

    //! How many keys of providers are locked. Shown as well when the gateway tells the problem.
    void setLockedKeys(int count);

Q_SIGNALS:
    void unlocked();

private:
    void showLocked();
    void unlock();
    void askPassphrase();
    void send(const QString &passphrase, const std::function<void(const QString &problem)> &done);

    Api::AdminClient &m_client;
    StatusModel &m_status;
    int m_lockedKeys = 0;
    QString m_problem; //!< why the last try failed
};

} // namespace Gatehouse::Ui
