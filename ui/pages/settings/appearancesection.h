// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/settingssection.h"

namespace Gatehouse::Ui {

class Preferences;
class Switch;
class Theme;

//! How this desktop looks; every choice is in force at once.
class AppearanceSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSection(Preferences &preferences, QWidget *parent = nullptr);

    void refresh() override;

Q_SIGNALS:
    void menuBarChosen(bool shown);
    //! Another style is in the preferences.
    void trayStyleChosen();

private:
    void addMenuBar();
    void addTray();
    void addTheme();
    void addTextSize();
    void addDensity();
    //! A switch of a preference that the theme follows.
    void addToggle(const QString &row, const QString &label, const QString &help,
                   bool (Preferences::*read)() const, void (Preferences::*write)(bool),
                   void (Theme::*apply)(bool));

    Preferences &m_preferences;
    Switch *m_menuBar = nullptr;
};

} // namespace Gatehouse::Ui
