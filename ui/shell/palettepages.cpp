// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettepages.h"

#include "ui/pages/settings/settingspage.h"
#include "ui/shell/mainwindow.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! As the page itself calls them, in their order.
struct Tabs {
    QLatin1StringView page;
    const char *context;
    QList<const char *> titles;
};

const QList<Tabs> &tabs()
{
    static const QList<Tabs> all{
        {"spend"_L1,
         "Gatehouse::Ui::SpendPage",
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::SpendPage", "Breakdown"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::SpendPage", "Budgets"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::SpendPage", "Commitments"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::SpendPage", "What if"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::SpendPage", "Prices"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::SpendPage", "Invoice check")}},
        {"access"_L1,
         "Gatehouse::Ui::AccessPage",
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::AccessPage", "Keys"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::AccessPage", "Teams"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::AccessPage", "People & roles")}},
        {"alerts"_L1,
         "Gatehouse::Ui::AlertsPage",
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertsPage", "Rules"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertsPage", "History"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertsPage", "Channels")}},
        {"routes"_L1,
         "Gatehouse::Ui::RoutesPage",
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::RoutesPage", "Routes"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::RoutesPage", "Versions"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::RoutesPage", "Explain a request")}},
    };
    return all;
}

void showTab(MainWindow &window, const QString &page, int index)
{
    window.showPage(page);
    const QString name = u"%1.tabs"_s.arg(page);
    if (auto *widget = window.findChild<QTabWidget *>(name))
        widget->setCurrentIndex(index);
    else if (auto *bar = window.findChild<QTabBar *>(name))
        bar->setCurrentIndex(index);
}

} // namespace

QList<PaletteEntry> tabEntries(MainWindow &window, const QString &page, const QString &title)
{
    QList<PaletteEntry> entries;
    for (const Tabs &one : tabs()) {
        if (one.page != page)
            continue;
        for (int i = 0; i < one.titles.size(); ++i)
            entries.append({.kind = PaletteEntry::Kind::Page,
                            .id = u"tab/%1/%2"_s.arg(page).arg(i),
                            .iconName = u"list"_s,
                            .name = QCoreApplication::translate(one.context, one.titles.at(i)),
                            .english = QString::fromUtf8(one.titles.at(i)),
                            .where = title,
                            .run = [window = &window, page, i] { showTab(*window, page, i); },
                            .choices = {}});
    }
    return entries;
}

QList<PaletteEntry> settingEntries(MainWindow &window)
{
    QList<PaletteEntry> entries;
    const auto *settings = window.findChild<SettingsPage *>();
    if (!settings)
        return entries;
    for (const SettingsPage::Row &row : settings->rows())
        entries.append(
            {.kind = PaletteEntry::Kind::Setting,
             .id = u"setting/%1"_s.arg(row.id),
             .iconName = u"sliders-horizontal"_s,
             .name = row.label,
             .english = QString(row.id).replace(u'.', u' '),
             .where = MainWindow::tr("Settings ▸ %1").arg(row.section),
             .run = [window = &window, id = row.id] { window->showObject(u"settings"_s, id); },
             .choices = {}});
    return entries;
}

} // namespace Gatehouse::Ui
