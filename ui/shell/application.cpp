// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/application.h"

#include "ui/models/preferences.h"
#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>
#include <QtWidgets/QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

void setUpApplication(QApplication &app, const Preferences &preferences)
{
    QApplication::setApplicationName(u"gatehouse"_s);
    QApplication::setApplicationDisplayName(u"Gatehouse"_s);
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QGuiApplication::setDesktopFileName(u"gatehouse"_s);
    // Without a locale ("C", as services and pictures have it) money and numbers are written as in
    // the language of the interface.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Format::setCurrency(preferences.currency());
    auto *theme = new Theme(app);
    theme->setTextScale(preferences.textScale());
    theme->setHighContrast(preferences.highContrast());
    theme->setCompact(preferences.isCompact());
    theme->setPatternFills(preferences.patternFills());
    theme->setReducedMotion(preferences.reducedMotion());
    theme->setChoice(preferences.theme());
    setSecretClipboardTime(preferences.clipboardTime());
    QApplication::setWindowIcon(QIcon(u":/gatehouse.svg"_s));
}

bool isReady(const QWidget &window)
{
    static const QRegularExpression pageName(u"^page\\."_s);
    const QList<QWidget *> pages = window.findChildren<QWidget *>(pageName);
    return std::none_of(pages.cbegin(), pages.cend(), [](const QWidget *page) {
        const QVariant ready = page->property("ready");
        return page->isVisible() && ready.isValid() && !ready.toBool();
    });
}

bool grabWindow(QWidget &window, const QString &file)
{
    return isReady(window) && window.grab().save(file);
}

} // namespace Gatehouse::Ui
