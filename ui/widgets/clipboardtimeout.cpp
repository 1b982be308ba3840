// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboardtimeout.h"

#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace Gatehouse::Ui {

namespace {

constexpr auto timeProperty = "gatehouseClipboardSeconds"; // of the application object

} // namespace

void setSecretClipboardTime(std::chrono::seconds time)
{
    qGuiApp->setProperty(timeProperty, static_cast<int>(time.count()));
}

std::chrono::seconds secretClipboardTime()
{
    const QVariant chosen = qGuiApp->property(timeProperty);
    return chosen.isValid() ? std::chrono::seconds(chosen.toInt()) : usualClipboardTime;
}

void clearClipboardLater(const QString &secret, std::chrono::milliseconds after)
{
    if (after.count() <= 0)
        return;
    QClipboard *clipboard = QGuiApplication::clipboard();
    QTimer::singleShot(after, clipboard, [clipboard, secret] {
        if (clipboard->text() == secret)
            clipboard->clear();
    });
}

} // namespace Gatehouse::Ui
