// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboardtimeout.h"

#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace Gatehouse::Ui {

void clearClipboardLater(const QString &secret, std::chrono::milliseconds after)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    QTimer::singleShot(after, clipboard, [clipboard, secret] {
        if (clipboard->text() == secret)
            clipboard->clear();
    });
}

} // namespace Gatehouse::Ui
