// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/preferences.h"
#include "ui/pages/settings/settingssection.h"

class QTimeEdit;

namespace Gatehouse::Ui {

class Switch;

//! What the desktop tells of while nobody looks at the window.
class NotificationsSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit NotificationsSection(Preferences &preferences, QWidget *parent = nullptr);

Q_SIGNALS:
    void testRequested();

private:
    void addKind(const QString &kind, const QString &label, const QString &help);
    void addSound();
    void addQuietHours();
    void addQuietEdit(const QString &label, const QString &help, QTimeEdit *edit,
                      QTime QuietHours::*end);
    void addTest();
    //! As the switch and the two times say.
    void saveQuietHours();

    Preferences &m_preferences;
    Switch *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
};

} // namespace Gatehouse::Ui
