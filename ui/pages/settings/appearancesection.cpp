// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/appearancesection.h"

#include "ui/models/preferences.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/theme.h"

#include <QtWidgets/QComboBox>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr std::array textPercents{85, 100, 115, 130, 150};
constexpr int usualPercent = 100;

} // namespace

AppearanceSection::AppearanceSection(Preferences &preferences, QWidget *parent)
    : SettingsSection(u"appearance"_s, tr("Appearance"), u"sun"_s, parent)
    , m_preferences(preferences)
{
    addGroup();
    addTheme();
    addToggle(u"contrastToggle"_s, tr("High contrast"),
              tr("Text in pure black or white, firm borders, no soft fills."),
              &Preferences::highContrast, &Preferences::setHighContrast, &Theme::setHighContrast);
    addTextSize();
    addDensity();
    addToggle(u"patternToggle"_s, tr("Pattern fills in charts"),
              tr("Bars differ by pattern as well as by colour."), &Preferences::patternFills,
              &Preferences::setPatternFills, &Theme::setPatternFills);
    addToggle(u"motionToggle"_s, tr("Reduce motion"),
              tr("Nothing fades, slides or blinks, not even the text cursor."),
              &Preferences::reducedMotion, &Preferences::setReducedMotion,
              &Theme::setReducedMotion);
    addMenuBar();
    addTray();
}

//! The window's own command shows and hides it as well.
void AppearanceSection::refresh()
{
    m_menuBar->setChecked(m_preferences.isMenuBarShown());
    refreshResets();
}

void AppearanceSection::addMenuBar()
{
    m_menuBar = new Switch(this);
    m_menuBar->setObjectName(rowName(u"menuBarToggle"));
    m_menuBar->setChecked(m_preferences.isMenuBarShown());
    FormField *row = addRow(tr("Menu bar"), m_menuBar,
                            tr("Always in view. Without it, Alt shows it for one use."));
    connect(m_menuBar, &Switch::clicked, this, [this](bool on) {
        Q_EMIT menuBarChosen(on);
        refresh();
    });
    makeResettable(
        row, [this] { return !m_preferences.isMenuBarShown(); },
        [this] {
            Q_EMIT menuBarChosen(false);
            refresh();
        });
}

void AppearanceSection::addTray()
{
    using Style = Preferences::TrayStyle;
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(u"trayCombo"));
    combo->addItem(tr("In colour"), int(Style::Coloured));
    combo->addItem(tr("Light, for a dark tray"), int(Style::Light));
    combo->addItem(tr("Dark, for a light tray"), int(Style::Dark));
    combo->addItem(tr("One tone, as the desktop is"), int(Style::Automatic));
    combo->setCurrentIndex(combo->findData(int(m_preferences.trayStyle())));
    FormField *row = addRow(tr("Icon in the tray"), combo,
                            tr("Its shape tells the state of the gateway in every style."));
    const auto choose = [this, combo](int index) {
        m_preferences.setTrayStyle(Style(combo->itemData(index).toInt()));
        refreshResets();
        Q_EMIT trayStyleChosen();
    };
    connect(combo, &QComboBox::activated, this, choose);
    makeResettable(
        row, [this] { return m_preferences.trayStyle() == Style::Coloured; },
        [combo, choose] {
            combo->setCurrentIndex(0);
            choose(0);
        });
}

void AppearanceSection::addTheme()
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(u"themeCombo"));
    combo->addItems({tr("Like the system"), tr("Light"), tr("Dark")});
    combo->setCurrentIndex(int(m_preferences.theme()));
    FormField *row = addRow(tr("Theme"), combo, tr("Light or dark, or as the desktop has it."));
    const auto choose = [this](int index) {
        m_preferences.setTheme(Theme::Choice(index));
        if (Theme *theme = Theme::current())
            theme->setChoice(m_preferences.theme());
        refreshResets();
    };
    connect(combo, &QComboBox::activated, this, choose);
    makeResettable(
        row, [this] { return m_preferences.theme() == Theme::Choice::System; },
        [combo, choose] {
            combo->setCurrentIndex(0);
            choose(0);
        });
}

void AppearanceSection::addTextSize()
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(u"textSizeCombo"));
    for (const int percent : textPercents)
        combo->addItem(tr("%1 %").arg(percent), percent);
    combo->setCurrentIndex(combo->findData(qRound(m_preferences.textScale() * usualPercent)));
    FormField *row = addRow(tr("Text size"), combo, tr("Of everything in the window."));
    const auto choose = [this, combo](int index) {
        m_preferences.setTextScale(combo->itemData(index).toInt() / double(usualPercent));
        if (Theme *theme = Theme::current())
            theme->setTextScale(m_preferences.textScale());
        refreshResets();
    };
    connect(combo, &QComboBox::activated, this, choose);
    makeResettable(
        row, [this] { return qRound(m_preferences.textScale() * usualPercent) == usualPercent; },
        [combo, choose] {
            combo->setCurrentIndex(combo->findData(usualPercent));
            choose(combo->currentIndex());
        });
}

void AppearanceSection::addDensity()
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(u"densityCombo"));
    combo->addItems({tr("Comfortable"), tr("Compact")});
    combo->setCurrentIndex(m_preferences.isCompact() ? 1 : 0);
    FormField *row = addRow(tr("Density"), combo, tr("How high the rows of tables are."));
    const auto choose = [this](int index) {
        m_preferences.setCompact(index == 1);
        if (Theme *theme = Theme::current())
            theme->setCompact(index == 1);
        refreshResets();
    };
    connect(combo, &QComboBox::activated, this, choose);
    makeResettable(
        row, [this] { return !m_preferences.isCompact(); },
        [combo, choose] {
            combo->setCurrentIndex(0);
            choose(0);
        });
}

void AppearanceSection::addToggle(const QString &row, const QString &label, const QString &help,
                                  bool (Preferences::*read)() const,
                                  void (Preferences::*write)(bool), void (Theme::*apply)(bool))
{
    auto *toggle = new Switch(this);
    toggle->setObjectName(rowName(row));
    toggle->setChecked((m_preferences.*read)());
    FormField *field = addRow(label, toggle, help);
    const auto set = [this, write, apply](bool on) {
        (m_preferences.*write)(on);
        if (Theme *theme = Theme::current())
            (theme->*apply)(on);
        refreshResets();
    };
    connect(toggle, &Switch::clicked, this, set);
    makeResettable(
        field, [this, read] { return !(m_preferences.*read)(); },
        [toggle, set] {
            toggle->setChecked(false);
            set(false);
        });
}

} // namespace Gatehouse::Ui
