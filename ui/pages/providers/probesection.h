// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/pages/providers/editorsection.h"

class QLabel;

namespace Gatehouse::Ui {

class OptionalSpin;

//! How the health of a provider is found out, what that costs, and when it is left alone.
class ProbeSection : public EditorSection
{
    Q_OBJECT

public:
    ProbeSection(Api::AdminClient &client, Form &form, QWidget *parent = nullptr);

    void showDraft(const ProviderDraft &draft) override;
    void readDraft(ProviderDraft &draft) const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addProbe();
    void addBreaker();
    void loadPrices();
    void showCost();

    Api::AdminClient &m_client;
    QPointer<Api::AdminCall> m_priceCall;
    QHash<QString, QJsonObject> m_prices; //!< of this provider, by model
    QString m_provider;
    QStringList m_models;
    QComboBox *m_mode = nullptr;
    QDoubleSpinBox *m_interval = nullptr;
    QWidget *m_tokenBox = nullptr;
    QLineEdit *m_model = nullptr;
    OptionalSpin *m_dailyLimit = nullptr;
    QLabel *m_cost = nullptr;
    QSpinBox *m_failures = nullptr;
    QDoubleSpinBox *m_share = nullptr;
    QSpinBox *m_least = nullptr;
    QDoubleSpinBox *m_window = nullptr;
    QDoubleSpinBox *m_rest = nullptr;
    QDoubleSpinBox *m_longestRest = nullptr;
    QDoubleSpinBox *m_slowStart = nullptr;
};

} // namespace Gatehouse::Ui
