// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/notificationssection.h"

#include "ui/models/preferences.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/switch.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

NotificationsSection::NotificationsSection(Preferences &preferences, QWidget *parent)
    : SettingsSection(u"notifications"_s, tr("Notifications"), u"bell"_s, parent)
    , m_preferences(preferences)
{
    addGroup();
    addKind(u"gateway"_s, tr("Gateway"), tr("It cannot start or stopped unexpectedly."));
    addKind(u"provider"_s, tr("Providers"), tr("One is down, or works again."));
    addKind(u"breaker"_s, tr("Models"),
            tr("One is passed over for more than a minute, or takes requests again."));
    addKind(u"alert"_s, tr("Alerts"), tr("A rule of the Alerts page fires or is over."));
    addKind(u"job"_s, tr("Long work"), tr("It ended while the window was hidden."));
    addTest();
}

void NotificationsSection::addKind(const QString &kind, const QString &label, const QString &help)
{
    auto *toggle = new Switch(this);
    toggle->setObjectName(rowName(u"%1Toggle"_s.arg(kind)));
    toggle->setChecked(m_preferences.notifies(kind));
    FormField *row = addRow(label, toggle, help);
    const auto set = [this, kind](bool on) {
        m_preferences.setNotifies(kind, on);
        refreshResets();
    };
    connect(toggle, &Switch::clicked, this, set);
    makeResettable(
        row, [this, kind] { return m_preferences.notifies(kind); },
        [toggle, set] {
            toggle->setChecked(true);
            set(true);
        });
}

void NotificationsSection::addTest()
{
    QPushButton *test = makeButton(tr("Send"), {}, rowName(u"testButton"), this);
    test->setAccessibleName(tr("Send a test notification"));
    addRow(tr("Test"), test, tr("Shows one now, at most five come in an hour otherwise."));
    connect(test, &QPushButton::clicked, this, &NotificationsSection::testRequested);
}

} // namespace Gatehouse::Ui
