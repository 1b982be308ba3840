// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/autostart.h"
#include "ui/pages/settings/settingssection.h"

class QComboBox;

namespace Gatehouse::Ui {

class Preferences;
class Switch;

//! Language, and how the program starts and ends.
class GeneralSection : public SettingsSection
{
    Q_OBJECT

public:
    //! \a autostart: where starting at login is written; tests give another folder.
    GeneralSection(Preferences &preferences, Autostart autostart, QWidget *parent = nullptr);

Q_SIGNALS:
    //! "de", "zh_CN", "en"; empty for the system's.
    void languageChosen(const QString &language);

private:
    void addLanguage();
    void addStart();
    void addClose();
    void setLogin(bool on);

    Preferences &m_preferences;
    Autostart m_autostart;
    FormField *m_loginRow = nullptr;
    Switch *m_login = nullptr;
};

} // namespace Gatehouse::Ui
