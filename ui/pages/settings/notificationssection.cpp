// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/notificationssection.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/switch.h"

#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

NotificationsSection::NotificationsSection(Preferences &preferences, QWidget *parent)
    : SettingsSection(u"notifications"_s, tr("Notifications"), u"bell"_s, parent)
    , m_preferences(preferences)
    , m_quiet(new Switch(this))
    , m_from(new QTimeEdit(this))
    , m_until(new QTimeEdit(this))
{
    addGroup();
    addKind(u"gateway"_s, tr("Gateway"), tr("It cannot start or stopped unexpectedly."));
    addKind(u"provider"_s, tr("Providers"), tr("One is down, or works again."));
    addKind(u"breaker"_s, tr("Models"),
            tr("One is passed over for more than a minute, or takes requests again."));
    addKind(u"alert"_s, tr("Alerts"), tr("A rule of the Alerts page fires or is over."));
    addKind(u"job"_s, tr("Long work"), tr("It ended while the window was hidden."));
    addKind(u"fallback"_s, tr("Fallbacks"), tr("A request was answered by another provider."));
    addKind(u"publish"_s, tr("Changes by others"),
            tr("Someone else changed the configuration of the gateway."));
    addGroup(tr("How"));
    addSound();
    addQuietHours();
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
    const bool usual = Preferences::notifiesAtFirst(kind);
    makeResettable(
        row, [this, kind, usual] { return m_preferences.notifies(kind) == usual; },
        [toggle, set, usual] {
            toggle->setChecked(usual);
            set(usual);
        });
}

void NotificationsSection::addSound()
{
    auto *sound = new Switch(this);
    sound->setObjectName(rowName(u"soundToggle"));
    sound->setChecked(m_preferences.hasNotificationSound());
    FormField *row = addRow(tr("Sound"), sound, tr("The one that this desktop has for it."));
    const auto set = [this](bool on) {
        m_preferences.setNotificationSound(on);
        refreshResets();
    };
    connect(sound, &Switch::clicked, this, set);
    makeResettable(
        row, [this] { return !m_preferences.hasNotificationSound(); },
        [sound, set] {
            sound->setChecked(false);
            set(false);
        });
}

void NotificationsSection::addQuietHours()
{
    const std::optional<QuietHours> hours = m_preferences.quietHours();
    m_quiet->setObjectName(rowName(u"quietToggle"));
    m_quiet->setChecked(hours.has_value());
    FormField *row =
        addRow(tr("Quiet hours"), m_quiet,
               tr("Nothing is shown then. The history of the Alerts page keeps what happens."));
    connect(m_quiet, &Switch::clicked, this, &NotificationsSection::saveQuietHours);
    makeResettable(
        row, [this] { return !m_quiet->isChecked(); },
        [this] {
            m_quiet->setChecked(false);
            saveQuietHours();
        });
    m_from->setObjectName(rowName(u"quietFromEdit"));
    m_until->setObjectName(rowName(u"quietUntilEdit"));
    addQuietEdit(tr("Quiet from"), tr("By the clock of this computer."), m_from, &QuietHours::from);
    addQuietEdit(tr("Quiet until"), tr("It may be on the next morning."), m_until,
                 &QuietHours::until);
    saveQuietHours();
}

void NotificationsSection::addQuietEdit(const QString &label, const QString &help, QTimeEdit *edit,
                                        QTime QuietHours::*end)
{
    edit->setDisplayFormat(u"HH:mm"_s); // as all times of day on the screens
    edit->setTime(m_preferences.quietHours().value_or(QuietHours{}).*end);
    FormField *row = addRow(label, edit, help);
    connect(edit, &QTimeEdit::timeChanged, this, &NotificationsSection::saveQuietHours);
    makeResettable(
        row, [edit, end] { return edit->time() == QuietHours{}.*end; },
        [edit, end] { edit->setTime(QuietHours{}.*end); });
}

void NotificationsSection::saveQuietHours()
{
    const bool isOn = m_quiet->isChecked();
    m_from->setEnabled(isOn);
    m_until->setEnabled(isOn);
    m_preferences.setQuietHours(
        isOn ? std::optional(QuietHours{.from = m_from->time(), .until = m_until->time()})
             : std::nullopt);
    refreshResets();
}

void NotificationsSection::addTest()
{
    QPushButton *test = makeButton(tr("Send"), {}, rowName(u"testButton"), this);
    test->setAccessibleName(tr("Send a test notification"));
    addRow(tr("Test"), test, tr("Shows one now, at most five come in an hour otherwise."));
    connect(test, &QPushButton::clicked, this, &NotificationsSection::testRequested);
}

} // namespace Gatehouse::Ui
