// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/settings/settingssection.h"

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

//! Help when something is wrong.
class AdvancedSection : public SettingsSection
{
    Q_OBJECT

public:
    AdvancedSection(ConfigurationModel &configuration, StatusModel &status,
                    QWidget *parent = nullptr);

    //! Facts for a report about a fault. Hosts, names and secrets are left out: versions, counts,
    //! states and problems only.
    QString diagnostics() const;

Q_SIGNALS:
    void windowResetRequested();

private:
    QPushButton *addAction(const QString &row, const QString &label, const QString &help,
                           const QString &button);
    void showFolder();

    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    QPushButton *m_openFolder;
};

} // namespace Gatehouse::Ui
