// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/amountspin.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int groupDigits = 3;

//! Where the decimals of \a digits begin: the place of a separator, -1 for none.
qsizetype decimalPlace(const QString &digits, const QLocale &locale)
{
    const qsizetype point = digits.lastIndexOf(u'.');
    const qsizetype comma = digits.lastIndexOf(u',');
    if (point >= 0 && comma >= 0)
        return std::max(point, comma);
    const qsizetype place = std::max(point, comma);
    if (place < 0)
        return -1;
    if (digits.count(digits.at(place)) > 1)
        return -1; // groups
    const bool mayGroup = digits.size() - place - 1 == groupDigits && place > 0;
    return mayGroup && digits.at(place) == locale.groupSeparator() ? -1 : place;
}

} // namespace

std::optional<double> amountIn(const QString &text, const QLocale &locale)
{
    static const QRegularExpression beside(u"^(?:US)?[$€£¥]|USD|EUR|[$€£¥]$|[\\s']"_s);
    static const QRegularExpression shape(u"^-?\\d[\\d.,]*$|^-?[.,]\\d+$"_s);
    const QString digits = QString(text.simplified()).remove(beside);
    if (!shape.match(digits).hasMatch())
        return {};
    const qsizetype place = decimalPlace(digits, locale);
    QString plain = digits.left(place < 0 ? digits.size() : place);
    plain.remove(u'.').remove(u',');
    if (place >= 0)
        plain += u'.' + digits.mid(place + 1);
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

QString AmountSpin::bare(const QString &text) const
{
    QString number = text;
    if (!prefix().isEmpty() && number.startsWith(prefix()))
        number.remove(0, prefix().size());
    if (!suffix().isEmpty() && number.endsWith(suffix()))
        number.chop(suffix().size());
    return number;
}

double AmountSpin::valueFromText(const QString &text) const
{
    return amountIn(bare(text), locale()).value_or(QDoubleSpinBox::valueFromText(text));
}

QValidator::State AmountSpin::validate(QString &input, int &position) const
{
    const std::optional<double> amount = amountIn(bare(input), locale());
    if (!amount)
        return QDoubleSpinBox::validate(input, position);
    return *amount >= minimum() && *amount <= maximum() ? QValidator::Acceptable
                                                        : QValidator::Intermediate;
}

} // namespace Gatehouse::Ui
