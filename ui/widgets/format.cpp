// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui::Format {

namespace {

constexpr qint64 nanoPerDollar = 1'000'000'000;
constexpr qint64 nanoPerCent = nanoPerDollar / 100;
constexpr qint64 smallestShown = nanoPerDollar / 10'000;
constexpr QChar narrowSpace(0x202f);

// Rounded half up in whole numbers, so that no amount passes through a binary fraction first.
QString dollars(qint64 nanoUsd, int decimals)
{
    qint64 step = nanoPerDollar;
    double scale = 1;
    for (int i = 0; i < decimals; ++i) {
        step /= 10;
        scale *= 10;
    }
    const qint64 units = (nanoUsd + step / 2) / step;
    return QLocale().toCurrencyString(double(units) / scale, u"$"_s, decimals);
}

QString withSign(qint64 nanoUsd, QString (*positive)(qint64))
{
    if (nanoUsd < 0)
        return QString(QLocale().negativeSign() + positive(-nanoUsd));
    return positive(nanoUsd);
}

QString positiveMoney(qint64 nanoUsd)
{
    if (nanoUsd == 0 || nanoUsd >= nanoPerDollar)
        return dollars(nanoUsd, 2);
    if (nanoUsd < smallestShown)
        return QCoreApplication::translate("Format", "< %1").arg(dollars(smallestShown, 4));
    return dollars(nanoUsd, 4);
}

QString positiveMoneyShort(qint64 nanoUsd)
{
    if (nanoUsd >= 10 * nanoPerDollar || nanoUsd % nanoPerDollar == 0)
        return dollars(nanoUsd, 0);
    return nanoUsd >= nanoPerCent ? dollars(nanoUsd, 2) : positiveMoney(nanoUsd);
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

QString money(qint64 nanoUsd)
{
    return withSign(nanoUsd, positiveMoney);
}

QString money(std::optional<qint64> nanoUsd)
{
    return nanoUsd ? money(*nanoUsd) : unknown();
}

QString moneyShort(qint64 nanoUsd)
{
    return withSign(nanoUsd, positiveMoneyShort);
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
    return QString(number(ratio * 100, decimals) + narrowSpace + QLocale().percent());
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
    return QLocale().toString(date, QCoreApplication::translate("Format", "d MMM"));
}

} // namespace Gatehouse::Ui::Format
