// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/isoday.h"

#include "ui/widgets/format.h"

#include <QtCore/QDate>

namespace Gatehouse::Ui {

QString dayOfIso(const QString &iso)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return day.isValid() ? Format::day(day) : iso;
}

} // namespace Gatehouse::Ui
