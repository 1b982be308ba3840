// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDoubleSpinBox>

#include <optional>

namespace Gatehouse::Ui {

//! The number in what people write and paste: "1,234.50", "1.234,50", "$250", "1 234,5 €". Where a
//! single separator may stand for either, \a locale decides. Nothing when it is no number.
std::optional<double> amountIn(const QString &text, const QLocale &locale);

//! A field for an amount that takes it as amountIn() does.
class AmountSpin : public QDoubleSpinBox
{
    Q_OBJECT

public:
    using QDoubleSpinBox::QDoubleSpinBox;

    double valueFromText(const QString &text) const override;

protected:
    QValidator::State validate(QString &input, int &position) const override;

private:
    //! Without prefix and suffix.
    QString bare(const QString &text) const;
};

} // namespace Gatehouse::Ui
