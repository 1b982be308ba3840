// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/providers/editorsection.h"

namespace Gatehouse::Ui {

class PowerFields;

//! How much a provider is given to do, where it is, and what it costs.
class PolicySection : public EditorSection
{
    Q_OBJECT

public:
    explicit PolicySection(Form &form, QWidget *parent = nullptr);

    void showDraft(const ProviderDraft &draft) override;
    void readDraft(ProviderDraft &draft) const override;
    Api::Findings findings() const override;
    void setLocked(bool locked) override;

private:
    void addLimits();
    void addRegion();
    void addPrice();
    QWidget *makeHostedBox();
    void showSelfHosted();

    QSpinBox *m_maxInFlight = nullptr;
    QCheckBox *m_adaptive = nullptr;
    QSpinBox *m_maxWaiting = nullptr;
    QDoubleSpinBox *m_maxWait = nullptr;
    QLineEdit *m_region = nullptr;
    QCheckBox *m_personalData = nullptr;
    QLineEdit *m_retention = nullptr;
    QCheckBox *m_selfHosted = nullptr;
    QComboBox *m_engine = nullptr;
    QDoubleSpinBox *m_multiplier = nullptr;
    QDoubleSpinBox *m_hourly = nullptr;
    QLineEdit *m_schedule = nullptr;
    QLineEdit *m_hourlyFrom = nullptr;
    QComboBox *m_costBy = nullptr;
    QSpinBox *m_retryBudget = nullptr;
    PowerFields *m_power = nullptr;
    QWidget *m_hostedBox = nullptr;
};

} // namespace Gatehouse::Ui
