// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

class QIODevice;

namespace Gatehouse::Ui {

//! Exchange rates of one day, as a bank publishes them.
struct RateFile {
    QString date;                 //!< "2026-11-20"
    QHash<QString, double> rates; //!< of each currency for one euro; "EUR" is 1
    QString problem;              //!< why nothing was read; empty when all is well

    //! How much of \a currency a dollar is; nothing when the file has not both.
    std::optional<double> forDollar(const QString &currency) const;
};

//! Reads the daily list of the European Central Bank, eurofxref-daily.xml; of a list of several
//! days the first, which is the newest.
RateFile readRateFile(QIODevice &file);

} // namespace Gatehouse::Ui
