// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/pages/providers/editorsection.h"

class QLabel;
class QModelIndex;
class QPushButton;

namespace Gatehouse::Ui {

class CapabilityModel;
class ModelChoiceModel;
class TableView;

//! Which models a provider offers, and what each of them can do.
class ModelsSection : public EditorSection
{
    Q_OBJECT

public:
    ModelsSection(Api::AdminClient &client, Form &form, QWidget *parent = nullptr);

    //! Capabilities and the list are read for this provider; empty for a new one.
    void setProvider(const QString &id);
    //! What the provider lists, from a test or the gateway's own discovery.
    void setListed(const QStringList &models);
    void refreshCapabilities();
    //! The routes that send requests to each of its models.
    void setAliases(const QHash<QString, QStringList> &aliases);

Q_SIGNALS:
    //! A person wants to see or set the prices of a model.
    void pricesRequested(const QString &provider, const QString &model);

public:
    void showDraft(const ProviderDraft &draft) override;
    void readDraft(ProviderDraft &draft) const override;
    void setLocked(bool locked) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addChoice();
    void addByHand();
    void addMatrix();
    //! Offers what the person may say about the model and ability at \a index.
    void askOverride(const QModelIndex &index);
    void sync();
    void takeName();
    void showChoice();
    //! Only once it is looked at: the list is long.
    void loadPrices();
    void showFacts();

    Api::AdminClient &m_client;
    QString m_provider;
    QPointer<Api::AdminCall> m_syncCall;
    QPointer<Api::AdminCall> m_capabilityCall;
    QPointer<Api::AdminCall> m_priceCall;
    QHash<QString, QStringList> m_aliases;
    QHash<QString, double> m_contexts;
    QHash<QString, QJsonObject> m_prices;
    bool m_hasPrices = false;
    ModelChoiceModel *m_models;
    CapabilityModel *m_capabilities;
    QCheckBox *m_all = nullptr;
    QPushButton *m_sync = nullptr;
    QLabel *m_summary = nullptr;
    TableView *m_table = nullptr;
    QLineEdit *m_byHand = nullptr;
    QPushButton *m_addModel = nullptr;
    QWidget *m_matrixBox = nullptr;
    TableView *m_matrix = nullptr;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
