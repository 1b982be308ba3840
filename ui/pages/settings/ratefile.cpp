// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/ratefile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QIODevice>
#include <QtCore/QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qint64 largestFile = 16LL * 1024 * 1024; // the list of all days since 1999 has 9 MiB

struct RateWords {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::RateWords)
};

void takeRate(const QXmlStreamAttributes &cube, RateFile &file)
{
    const QString currency = cube.value("currency"_L1).toString();
    bool isNumber = false;
    const double rate = cube.value("rate"_L1).toDouble(&isNumber);
    if (currency.size() == 3 && isNumber && rate > 0)
        file.rates.insert(currency, rate);
}

} // namespace

std::optional<double> RateFile::forDollar(const QString &currency) const
{
    if (!rates.contains(u"USD"_s) || !rates.contains(currency))
        return std::nullopt;
    return rates.value(currency) / rates.value(u"USD"_s);
}

// <Cube><Cube time="2026-11-20"><Cube currency="USD" rate="1.0512"/>…
RateFile readRateFile(QIODevice &file)
{
    RateFile read;
    if (file.size() > largestFile) {
        read.problem = RateWords::tr("The file is too large for a list of exchange rates.");
        return read;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "Cube"_L1)
            continue;
        const QXmlStreamAttributes cube = xml.attributes();
        if (cube.hasAttribute("time"_L1)) {
            if (!read.date.isEmpty())
                break; // an older day
            read.date = cube.value("time"_L1).toString();
        }
        takeRate(cube, read);
    }
    if (read.rates.isEmpty() && xml.hasError())
        read.problem = RateWords::tr("This is no XML file: %1").arg(xml.errorString());
    else if (!read.rates.contains(u"USD"_s) || !QDate::fromString(read.date, Qt::ISODate).isValid())
        read.problem =
            RateWords::tr("The file holds no rates with a day and a rate of the US dollar. Choose "
                          "eurofxref-daily.xml of the European Central Bank.");
    read.rates.insert(u"EUR"_s, 1);
    return read;
}

} // namespace Gatehouse::Ui
