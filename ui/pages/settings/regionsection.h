// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/gatewaysettingssection.h"
#include "ui/pages/settings/ratefile.h"
#include "ui/widgets/format.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Preferences;

//! The reporting time zone, the start of weeks, the currency amounts are shown in, and how numbers
//! and times are written.
class RegionSection : public GatewaySettingsSection
{
    Q_OBJECT

public:
    RegionSection(GatewayDraft &draft, Preferences &preferences, QWidget *parent = nullptr);

    //! Takes the rates of a list of the European Central Bank.
    void importRates(const QString &fileName);

Q_SIGNALS:
    //! Another way of writing numbers is in the preferences.
    void numberFormatChosen();

protected:
    void showDraft() override;
    bool isOffered(const QWidget *part) const override;

private:
    void addZone();
    void addCurrency();
    void addRate();
    void addRateFile();
    void addNumberFormat();
    void addPreview();
    void chooseCurrency(const QString &code);
    void setRate(double rate, const QString &date, const QString &source);
    void chooseRateFile();
    void chooseNumberFormat(const QString &locale);
    //! The currency as the draft has it.
    Format::Currency currency() const;

    Preferences &m_preferences;
    QComboBox *m_zone = nullptr;
    QComboBox *m_currency = nullptr;
    QDoubleSpinBox *m_rate = nullptr;
    FormField *m_rateRow = nullptr;
    FormField *m_fileRow = nullptr;
    QPushButton *m_file = nullptr;
    RateFile m_rates; //!< as imported; empty before
    QLabel *m_preview = nullptr;
};

} // namespace Gatehouse::Ui
