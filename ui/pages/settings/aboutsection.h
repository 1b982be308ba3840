// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/statusmodel.h"
#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/settingssection.h"

class QGridLayout;
class QLabel;

namespace Gatehouse::Ui {

//! Which program this is, under which licences, and what is new in it.
class AboutSection : public SettingsSection
{
    Q_OBJECT

public:
    AboutSection(StatusModel &status, UpkeepModel &upkeep, QWidget *parent = nullptr);

    void refresh() override;

private:
    void addFacts();
    void addTexts();
    void showStatus();

    StatusModel &m_status;
    UpkeepModel &m_upkeep;
    QLabel *m_gateway = nullptr;
    QLabel *m_revision = nullptr;
    QLabel *m_schema = nullptr;
};

} // namespace Gatehouse::Ui
