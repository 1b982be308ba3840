// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/statusmodel.h"
#include "ui/pages/settings/settingssection.h"

class QGridLayout;
class QLabel;

namespace Gatehouse::Ui {

//! Which program this is, under which licences, and what is new in it.
class AboutSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AboutSection(StatusModel &status, QWidget *parent = nullptr);

private:
    void addFacts();
    void addTexts();
    void showStatus();

    StatusModel &m_status;
    QLabel *m_gateway = nullptr;
    QLabel *m_revision = nullptr;
};

} // namespace Gatehouse::Ui
