// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/widgets/banner.h"

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
    void unlock(const QString &passphrase);
    void askPassphrase(const QString &why);

    Api::AdminClient &m_client;
    StatusModel &m_status;
    int m_lockedKeys = 0;
};

} // namespace Gatehouse::Ui
