// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/settingssection.h"

namespace Gatehouse::Ui {

//! The way to other gateways. Their list is the window's.
class GatewaysSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit GatewaysSection(QWidget *parent = nullptr);

    //! Nothing is shown where no other gateway can be reached.
    void setOffered(bool offered);

Q_SIGNALS:
    void listRequested();

private:
    bool isOffered(const QWidget *) const override { return m_offered; }

    bool m_offered = false;
};

} // namespace Gatehouse::Ui
