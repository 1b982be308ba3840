// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! How a failed request or attempt is told: a fixed list.
struct ErrorKind {
    QString title;   //!< "Rate limited"
    QString meaning; //!< one line
    QString remedy;  //!< what usually helps
    QString icon;
    int colour = -1; //!< index of the theme's series
};

//! \a name: "rate_limited". An unknown one is told by its name.
ErrorKind errorKind(const QString &name);

} // namespace Gatehouse::Ui
