// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/autostart.h"
#include "ui/pages/settings/settingssection.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class Preferences;
class Switch;
class UpdateCheck;

//! Language, and how the program starts and ends.
class GeneralSection : public SettingsSection
{
    Q_OBJECT

public:
    //! \a autostart: where starting at login is written; tests give another folder. \a updates
    //! outlives the section; null: nothing looks for them here.
    GeneralSection(Preferences &preferences, Autostart autostart, UpdateCheck *updates,
                   QWidget *parent = nullptr);

    //! Nothing of it is shown when both are false.
    void offerSampleData(bool canShow, bool canRemove);

Q_SIGNALS:
    //! True: shows sample data; false: removes it.
    void sampleDataRequested(bool on);
    //! "de", "zh_CN", "en"; empty for the system's.
    void languageChosen(const QString &language);

private:
    void addLanguage();
    void addStart();
    void addClose();
    void addSampleData();
    void addUpdates();
    void addFeed();
    void addCheckNow();
    void setUpdates(bool on);
    void setFeed(const QString &address);
    //! Says under the feed what is wrong with it; false then.
    bool checkFeed();
    void showUpdates();
    void setLogin(bool on);
    bool isOffered(const QWidget *part) const override;

    Preferences &m_preferences;
    Autostart m_autostart;
    FormField *m_loginRow = nullptr;
    Switch *m_login = nullptr;
    FormField *m_sampleRow = nullptr;
    QPushButton *m_sample = nullptr;
    UpdateCheck *m_updates;
    Switch *m_daily = nullptr;
    FormField *m_dailyRow = nullptr;
    QLineEdit *m_feed = nullptr;
    FormField *m_feedRow = nullptr;
    QPushButton *m_checkNow = nullptr;
    FormField *m_checkRow = nullptr;
    QPushButton *m_release = nullptr;
    bool m_canShowSample = false;
    bool m_canRemoveSample = false;
};

} // namespace Gatehouse::Ui
