// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screensetup.h"

#include <QtCore/QCryptographicHash>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

QString screenSetup()
{
    constexpr int digits = 12;
    QStringList screens;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect place = screen->geometry();
        screens.append(u"%1 %2,%3 %4x%5"_s.arg(screen->name())
                           .arg(place.x())
                           .arg(place.y())
                           .arg(place.width())
                           .arg(place.height()));
    }
    screens.sort();
    const QByteArray text = screens.join(u'\n').toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(digits));
}

} // namespace Gatehouse::Ui
