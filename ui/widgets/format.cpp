// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtWidgets/QDoubleSpinBox>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui::Format {

namespace {

constexpr qint64 nanoPerUnit = 1'000'000'000;
constexpr qint64 nanoPerHundredth = nanoPerUnit / 100;
constexpr qint64 smallestShown = nanoPerUnit / 10'000;
constexpr QChar narrowSpace(0x202f);
constexpr QChar noBreak(0x00a0);
constexpr QChar almost(0x2248); // ≈

//! As QLocale has its default: one for the program.
Currency &shownCurrency()
{
    static Currency currency;
    return currency;
}

std::optional<QLocale> &chosenWords()
{
    static std::optional<QLocale> locale;
    return locale;
}

// Rounded half up in whole numbers, so that no amount passes through a binary fraction first.
QString amount(qint64 nano, int decimals, const QString &sign)
{
    qint64 step = nanoPerUnit;
    double scale = 1;
    for (int i = 0; i < decimals; ++i) {
        step /= 10;
        scale *= 10;
    }
    const qint64 units = (nano + step / 2) / step;
    return QLocale().toCurrencyString(double(units) / scale, sign, decimals);
}

QString positiveAmount(qint64 nano, const QString &sign)
{
    if (nano == 0 || nano >= nanoPerUnit)
        return amount(nano, 2, sign);
    if (nano < smallestShown)
        return QCoreApplication::translate("Format", "< %1").arg(amount(smallestShown, 4, sign));
    return amount(nano, 4, sign);
}

QString positiveAmountShort(qint64 nano, const QString &sign)
{
    if (nano >= 10 * nanoPerUnit || nano % nanoPerUnit == 0)
        return amount(nano, 0, sign);
    return nano >= nanoPerHundredth ? amount(nano, 2, sign) : positiveAmount(nano, sign);
}

using Writer = QString (*)(qint64 nano, const QString &sign);

QString withSign(qint64 nano, const QString &sign, Writer positive)
{
    if (nano < 0)
        return QString(QLocale().negativeSign() + positive(-nano, sign));
    return positive(nano, sign);
}

//! Marked where it is no dollar.
QString converted(const Currency &shown, qint64 nanoUsd, Writer positive)
{
    if (shown.isDollar())
        return withSign(nanoUsd, shown.sign(), positive);
    const auto nano = static_cast<qint64>(std::llround(double(nanoUsd) * shown.rate));
    return QString(almost + QString(noBreak) + withSign(nano, shown.sign(), positive));
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString unknown()
{
    return u"–"_s;
}

QString Currency::sign() const
{
    static const QHash<QString, QString> signs{
        {u"USD"_s, u"$"_s},   {u"EUR"_s, u"€"_s},   {u"GBP"_s, u"£"_s},   {u"JPY"_s, u"¥"_s},
        {u"CNY"_s, u"CN¥"_s}, {u"INR"_s, u"₹"_s},   {u"KRW"_s, u"₩"_s},   {u"BRL"_s, u"R$"_s},
        {u"AUD"_s, u"A$"_s},  {u"CAD"_s, u"CA$"_s}, {u"MXN"_s, u"MX$"_s}, {u"NZD"_s, u"NZ$"_s},
        {u"HKD"_s, u"HK$"_s}, {u"ILS"_s, u"₪"_s},   {u"PHP"_s, u"₱"_s},   {u"PLN"_s, u"zł"_s},
        {u"CZK"_s, u"Kč"_s},  {u"TRY"_s, u"₺"_s}};
    return signs.value(code, code.size() == 3 ? QString(code + noBreak) : code);
}

QString Currency::rateText() const
{
    const QString number = QLocale().toString(rate, 'g', 6);
    const QDate day = QDate::fromString(date, Qt::ISODate);
    if (!day.isValid())
        return QCoreApplication::translate("Format", "1 USD = %1 %2").arg(number, code);
    const QString when = Format::day(day);
    return source.isEmpty() ? QCoreApplication::translate("Format", "1 USD = %1 %2 (entered on %3)")
                                  .arg(number, code, when)
                            //: rate, currency, who published it, its day
                            : QCoreApplication::translate("Format", "1 USD = %1 %2 (%3, %4)")
                                  .arg(number, code, source, when);
}

void setCurrency(const Currency &currency)
{
    shownCurrency() = currency;
}

const Currency &currency()
{
    return shownCurrency();
}

void setWordLocale(const QLocale &locale)
{
    chosenWords() = locale;
}

QLocale wordLocale()
{
    return chosenWords().value_or(QLocale());
}

QString money(qint64 nanoUsd)
{
    return moneyIn(currency(), nanoUsd);
}

QString moneyIn(const Currency &currency, qint64 nanoUsd)
{
    return converted(currency, nanoUsd, positiveAmount);
}

QString money(std::optional<qint64> nanoUsd)
{
    return nanoUsd ? money(*nanoUsd) : unknown();
}

QString moneyShort(qint64 nanoUsd)
{
    return converted(currency(), nanoUsd, positiveAmountShort);
}

QString dollars(qint64 nanoUsd)
{
    return withSign(nanoUsd, u"$"_s, positiveAmount);
}

QString duration(double milliseconds)
{
    const double seconds = milliseconds / 1000;
    if (milliseconds < 999.5)
        return QCoreApplication::translate("Format", "%1 ms")
            .arg(number(std::round(milliseconds), 0));
    if (seconds < 9.995)
        return QCoreApplication::translate("Format", "%1 s").arg(number(seconds, 2));
    if (seconds < 59.5)
        return QCoreApplication::translate("Format", "%1 s").arg(number(std::round(seconds), 0));
    const qint64 whole = std::llround(seconds);
    if (whole % 60 == 0)
        return QCoreApplication::translate("Format", "%1 min").arg(count(whole / 60));
    return QCoreApplication::translate("Format", "%1 min %2 s")
        .arg(count(whole / 60))
        .arg(whole % 60);
}

QString duration(std::optional<double> milliseconds)
{
    return milliseconds ? duration(*milliseconds) : unknown();
}

QString durationFine(std::optional<double> milliseconds, double millisecondsBelow)
{
    if (!milliseconds)
        return unknown();
    if (*milliseconds < millisecondsBelow)
        return QCoreApplication::translate("Format", "%1 ms")
            .arg(number(std::round(*milliseconds), 0));
    if (*milliseconds < 9950)
        return QCoreApplication::translate("Format", "%1 s").arg(number(*milliseconds / 1000, 1));
    return duration(*milliseconds);
}

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString count(std::optional<qint64> value)
{
    return value ? count(*value) : unknown();
}

QString countShort(qint64 value)
{
    if (std::abs(value) < 1'000'000)
        return count(value);
    if (std::abs(value) < 1'000'000'000)
        return QCoreApplication::translate("Format", "%1 M").arg(number(double(value) / 1e6, 1));
    return QCoreApplication::translate("Format", "%1 G").arg(number(double(value) / 1e9, 1));
}

QString percent(double ratio, int decimals)
{
    const double percent = ratio * 100;
    const bool isNothing = std::abs(percent) < 0.5 * std::pow(10, -decimals); // no "-0"
    return QString(number(isNothing ? 0 : percent, decimals) + narrowSpace + QLocale().percent());
}

QString rate(double perSecond)
{
    return number(perSecond, perSecond < 100 ? 1 : 0);
}

QString age(const QDateTime &then, const QDateTime &now, const QTimeZone &zone)
{
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    if (seconds < 60)
        return QCoreApplication::translate("Format", "now");
    if (seconds < 3600)
        return QCoreApplication::translate("Format", "%1 min").arg(seconds / 60);
    if (seconds < 24 * 3600)
        return QCoreApplication::translate("Format", "%1 h").arg(seconds / 3600);
    return dayAndMonth(then.toTimeZone(zone).date());
}

QString timeOfDay(const QDateTime &time, const QTimeZone &zone)
{
    return QLocale().toString(time.toTimeZone(zone).time(), u"HH:mm"_s);
}

QString dayAndMonth(const QDate &date)
{
    //: Day and short month, as QLocale::toString() reads it: "27 Oct".
    return wordLocale().toString(date, QCoreApplication::translate("Format", "d MMM"));
}

QString day(const QDate &date)
{
    return wordLocale().toString(date, QCoreApplication::translate("Format", "d MMM yyyy"));
}

QString moment(const QDateTime &time)
{
    return wordLocale().toString(time.toLocalTime(),
                                 QCoreApplication::translate("Format", "d MMM yyyy HH:mm"));
}

void setDollars(QDoubleSpinBox &field)
{
    const QStringList around = dollars(1'000'000'000).split(QLocale().toString(1.0, 'f', 2));
    field.setPrefix(around.value(0));
    field.setSuffix(around.value(1));
}

} // namespace Gatehouse::Ui::Format
