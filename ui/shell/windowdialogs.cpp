// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowdialogs.h"

#include "ui/models/preferences.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettecatalogue.h"
#include "ui/shell/rangedialog.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/windowactions.h"

#include <QtCore/QTimer>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui::WindowDialogs {

namespace {

constexpr std::chrono::milliseconds idlePause{300}; //!< the palette is there first

} // namespace

void openPalette(MainWindow &window, PaletteCatalogue &catalogue)
{
    auto *palette = new CommandPalette(&window);
    const auto fill = [&window, &catalogue, palette] {
        palette->setEntries(catalogue.entries(), window.preferences().recentCommands(),
                            [&catalogue](const QString &id) { return catalogue.requestEntry(id); });
    };
    fill();
    QObject::connect(&catalogue, &PaletteCatalogue::changed, palette, fill);
    QObject::connect(palette, &CommandPalette::chosen, &window,
                     [&window](const QString &id) { window.preferences().addRecentCommand(id); });
    palette->show();
    catalogue.refresh();
    if (!window.findChild<SettingsPage *>()) // its rows are found, too
        QTimer::singleShot(idlePause, palette, [&window, fill] {
            window.makePage(u"settings"_s);
            fill();
        });
}

void openRange(MainWindow &window, const QString &range,
               const std::function<void(const QString &range)> &choose)
{
    const QTimeZone zone = window.status().status().zone;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        window.clock().wall().time_since_epoch());
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(now.count(), zone);
    const QDateTime wallClock(here.date(), here.time(), Qt::UTC);
    auto *dialog =
        new RangeDialog(chosenSpan(range), wallClock, QString::fromLatin1(zone.id()), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &RangeDialog::chosen, &window, choose);
    dialog->open();
}

void openHelp(MainWindow &window, const QString &topic)
{
    auto *dialog = new HelpDialog(topic, &window);
    QObject::connect(dialog, &HelpDialog::shortcutsRequested, &window, [&window, dialog] {
        dialog->accept();
        openShortcuts(window);
    });
    dialog->open();
}

void openShortcuts(MainWindow &window)
{
    (new ShortcutsDialog(window.windowActions().all(), &window))->open();
}

} // namespace Gatehouse::Ui::WindowDialogs
