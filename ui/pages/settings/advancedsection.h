// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/settings/gatewaysettingssection.h"

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

//! Help when something is wrong.
class AdvancedSection : public GatewaySettingsSection
{
    Q_OBJECT

public:
    AdvancedSection(GatewayDraft &draft, ConfigurationModel &configuration, StatusModel &status,
                    QWidget *parent = nullptr);

    //! Help is needed most when the gateway does not answer.
    bool needsGateway() const override { return false; }

    //! Facts for a report about a fault. Hosts, names and secrets are left out: versions, counts,
    //! states and problems only.
    QString diagnostics() const;

Q_SIGNALS:
    void windowResetRequested();

private:
    QPushButton *addAction(const QString &row, const QString &label, const QString &help,
                           const QString &button);
    void addLogLevel();
    void showFolder();
    bool isOffered(const QWidget *part) const override;

    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    QPushButton *m_openFolder;
    const QWidget *m_logLevel = nullptr; //!< its row
};

} // namespace Gatehouse::Ui
