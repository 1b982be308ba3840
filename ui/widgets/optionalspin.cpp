// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optionalspin.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

int decimalsOf(Api::FieldType type)
{
    switch (type) {
    case Api::FieldType::Whole:
        return 0;
    case Api::FieldType::Duration:
        return 3;
    case Api::FieldType::Dollars:
        return 6;
    default:
        return 4;
    }
}

} // namespace

OptionalSpin::OptionalSpin(const Api::Field &field, const QString &absent, QWidget *parent)
    : AmountSpin(parent)
    , m_scale(field.type == Api::FieldType::Duration ? 1000 : 1)
    , m_least(field.minimum / m_scale)
{
    setDecimals(decimalsOf(field.type));
    setRange(m_least - 1, field.maximum / m_scale);
    setGroupSeparatorShown(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the most would be far too wide
    setKeyboardTracking(false);                              // taken on Enter and on leaving
    setSpecialValueText(absent);
    if (field.type == Api::FieldType::Duration)
        setSuffix(tr(" s", "seconds, after a number"));
    if (field.type == Api::FieldType::Percent)
        setSuffix(tr(" %", "percent, after a number"));
    setValue(minimum());
}

std::optional<double> OptionalSpin::chosen() const
{
    return value() < m_least ? std::nullopt : std::optional(value() * m_scale);
}

void OptionalSpin::setChosen(std::optional<double> value)
{
    setValue(value ? *value / m_scale : minimum());
}

QString OptionalSpin::textFromValue(double value) const
{
    return locale().toString(value, 'f', QLocale::FloatingPointShortest);
}

} // namespace Gatehouse::Ui
