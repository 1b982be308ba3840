// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! A breakdown as people print it.
struct SpendPdf {
    struct Bar {
        QString label;
        QList<double> parts;     //!< one per series
        bool isExpected = false; //!< of a day to come: one part
    };

    QString title;
    QStringList lines; //!< under the title: gateway, span, when it was made, what is missing
    QStringList series;
    QString expected = {}; //!< what the bars of days to come are called
    QList<Bar> bars;
    QStringList head;
    QList<QStringList> rows; //!< the first column is text, the others are numbers; the last: total
};

//! Writes it with chart and table, always in the light colours, to \a path; false when the file
//! cannot be written.
bool writeSpendPdf(const QString &path, const SpendPdf &pdf);

} // namespace Gatehouse::Ui
