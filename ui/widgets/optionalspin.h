// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/fieldof.h"
#include "ui/widgets/amountspin.h"

#include <optional>

namespace Gatehouse::Ui {

//! A number of the configuration that may be absent: one step below the least, in words.
class OptionalSpin : public AmountSpin
{
    Q_OBJECT

public:
    //! Limits and decimals come from \a field; durations, kept in milliseconds, are shown in
    //! seconds. \a absent is shown when there is no value.
    OptionalSpin(const Api::Field &field, const QString &absent, QWidget *parent = nullptr);

    //! In the unit of the field.
    std::optional<double> chosen() const;
    void setChosen(std::optional<double> value);

protected:
    QString textFromValue(double value) const override;

private:
    double m_scale;
    double m_least;
};

} // namespace Gatehouse::Ui
