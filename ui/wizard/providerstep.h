// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/wizard/setup.h"
#include "ui/wizard/wizardpage.h"

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class ProviderTile;

//! Step 1: servers found on this computer, keys found in the environment, then every provider the
//! gateway knows. Choosing one moves on.
class ProviderStep : public WizardPage
{
    Q_OBJECT

public:
    explicit ProviderStep(Api::AdminClient &client, QWidget *parent = nullptr);

    //! Asks the gateway what it knows and finds.
    void load();
    const QList<KnownProvider> &known() const { return m_known; }
    void focusSearch();
    void offerSampleData(bool offered);
    void offerGateways(bool offered);

Q_SIGNALS:
    void sampleDataRequested();
    //! A gateway that runs elsewhere is to be shown instead.
    void gatewayRequested();
    //! A kind that needs more than a key is wanted: the provider form has them all.
    //! The form for every setting; of \a kind, or to be chosen there.
    void formRequested(const QString &kind);
    void chosen(const Gatehouse::Ui::KnownProvider &provider);
    void environmentKeyChosen(const Gatehouse::Ui::KnownProvider &provider,
                              const QString &variable);

private:
    void takeKnown(const QJsonObject &body);
    void takeDiscovery(const QJsonObject &body);
    void addOffer(const QString &kind, const QString &variable);
    void rebuildTiles();
    ProviderTile *makeTile(const KnownProvider &provider, int series);
    ProviderTile *makeFormTile(const KnownProvider &provider, int series);
    const KnownProvider *byKind(const QString &kind) const;

    Api::AdminClient &m_client;
    QList<KnownProvider> m_known;
    QList<KnownProvider> m_found;
    QJsonObject m_discovery;
    QLineEdit *m_search;
    QLabel *m_message;
    QPushButton *m_retry;
    QPushButton *m_sampleData;
    QPushButton *m_gateway;
    QPushButton *m_another;
    QWidget *m_offers;
    QWidget *m_tiles;
    QGridLayout *m_grid;
};

} // namespace Gatehouse::Ui
