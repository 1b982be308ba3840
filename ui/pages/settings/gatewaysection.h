// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/statusmodel.h"
#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/gatewaysettingssection.h"
#include "ui/pages/settings/listenchoice.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace Gatehouse::Ui {

class PortLine;
class TlsPanel;

//! Where the gateway listens, how it encrypts, and its limits.
class GatewaySection : public GatewaySettingsSection
{
    Q_OBJECT

public:
    GatewaySection(GatewayDraft &draft, StatusModel &status, UpkeepModel &upkeep,
                   QWidget *parent = nullptr);

    void refresh() override;

protected:
    void showDraft() override;
    bool isOffered(const QWidget *part) const override;

private:
    void addListening(UpkeepModel &upkeep);
    void addBaseUrls();
    void addTls(UpkeepModel &upkeep);
    void addLimits();
    void addImages();
    FormField *addHosts(QStringList Api::ImageFetching::*member, const QString &key,
                        const QString &row, const QString &label, const QString &help,
                        const QString &sample);
    ListenChoice shownChoice() const;
    void chooseReach();
    void storeListening();
    void showBaseUrls();
    void showOrigin();
    bool isListeningLocked() const;

    StatusModel &m_status;
    QComboBox *m_reach = nullptr;
    QLineEdit *m_hosts = nullptr;
    QSpinBox *m_port = nullptr;
    FormField *m_reachRow = nullptr;
    FormField *m_hostsRow = nullptr;
    FormField *m_portRow = nullptr;
    QLabel *m_warning = nullptr;
    PortLine *m_portLine = nullptr;
    QVBoxLayout *m_urls = nullptr;
    QStringList m_shownUrls;
    TlsPanel *m_tls = nullptr;
    QList<const QWidget *> m_imageRows; //!< offered while images are fetched
};

} // namespace Gatehouse::Ui
