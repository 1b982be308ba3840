// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/settingssection.h"

namespace Gatehouse::Ui {

class Preferences;

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
    void addTest();

    Preferences &m_preferences;
};

} // namespace Gatehouse::Ui
