// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/generalsection.h"

#include "ui/models/preferences.h"
#include "ui/models/updatecheck.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/switch.h"

#include <QtCore/QLocale>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int feedCharacters = 34;

QString outcomeText(const UpdateCheck::Finding &found)
{
    using Outcome = UpdateCheck::Outcome;
    switch (found.outcome) {
    case Outcome::Never:
        return GeneralSection::tr("Nobody has looked yet.");
    case Outcome::Newest:
        return GeneralSection::tr("Gatehouse %1 is the newest version.")
            .arg(QStringLiteral(GATEHOUSE_VERSION));
    case Outcome::Newer:
        return GeneralSection::tr("Gatehouse %1 is available; this is %2.")
            .arg(found.version, QStringLiteral(GATEHOUSE_VERSION));
    case Outcome::NoReleases:
        return GeneralSection::tr("The list holds no release.");
    case Outcome::Unreadable:
        return GeneralSection::tr("What came is no list of releases. Check the address.");
    case Outcome::NotFound:
        return GeneralSection::tr("There is nothing at this address (%1). Check it.")
            .arg(found.detail);
    case Outcome::Refused:
        return GeneralSection::tr("The list was refused (%1). Try again later.").arg(found.detail);
    case Outcome::Unreachable:
        return GeneralSection::tr("No answer: %1").arg(found.detail);
    }
    Q_UNREACHABLE();
}

//! With the time of the look.
QString lookText(const UpdateCheck::Finding &found)
{
    if (!found.time.isValid())
        return outcomeText(found);
    //: what came out, when
    return GeneralSection::tr("%1 Looked %2.").arg(outcomeText(found), Format::moment(found.time));
}

} // namespace

GeneralSection::GeneralSection(Preferences &preferences, Autostart autostart, UpdateCheck *updates,
                               QWidget *parent)
    : SettingsSection(u"general"_s, tr("General"), u"sliders-horizontal"_s, parent)
    , m_preferences(preferences)
    , m_autostart(std::move(autostart))
    , m_updates(updates)
{
    addGroup();
    addLanguage();
    addGroup(tr("Start and end"));
    addStart();
    addClose();
    if (m_updates) {
        addGroup(tr("Updates"));
        addUpdates();
        addFeed();
        addCheckNow();
        connect(m_updates, &UpdateCheck::changed, this, &GeneralSection::showUpdates);
        showUpdates();
    }
    addGroup(tr("Sample data"));
    addSampleData();
    showOffered();
}

void GeneralSection::addUpdates()
{
    m_daily = new Switch(this);
    m_daily->setObjectName(rowName(u"updatesToggle"));
    m_daily->setChecked(m_preferences.checksUpdates());
    m_dailyRow = addRow(tr("Check for updates"), m_daily,
                        tr("Once a day. Reads the list of releases; nothing about you or this "
                           "computer is sent."));
    connect(m_daily, &Switch::clicked, this, &GeneralSection::setUpdates);
    makeResettable(
        m_dailyRow, [this] { return !m_preferences.checksUpdates(); },
        [this] { setUpdates(false); });
}

void GeneralSection::setUpdates(bool on)
{
    const bool can = !on || checkFeed();
    m_daily->setChecked(on && can);
    m_preferences.setChecksUpdates(on && can);
    refreshResets();
    m_updates->checkWhenDue();
}

void GeneralSection::addFeed()
{
    m_feed = new QLineEdit(m_preferences.releaseFeed(), this);
    m_feed->setObjectName(rowName(u"feedField"));
    m_feed->setPlaceholderText(u"https://…"_s);
    m_feed->setMinimumWidth(fontMetrics().averageCharWidth() * feedCharacters);
    m_feedRow = addRow(tr("List of releases"), m_feed,
                       tr("Where new versions are announced, in the form that GitHub has."));
    connect(m_feed, &QLineEdit::editingFinished, this, [this] { setFeed(m_feed->text()); });
    makeResettable(
        m_feedRow,
        [this] { return m_preferences.releaseFeed() == Preferences::usualReleaseFeed(); },
        [this] {
            m_feed->setText(Preferences::usualReleaseFeed());
            setFeed(m_feed->text());
        });
}

void GeneralSection::setFeed(const QString &address)
{
    const QString trimmed = address.trimmed();
    if (trimmed == m_preferences.releaseFeed())
        return;
    m_preferences.setReleaseFeed(trimmed);
    if (trimmed.isEmpty())
        setUpdates(false);
    else
        checkFeed();
    refreshResets();
}

bool GeneralSection::checkFeed()
{
    const bool good = UpdateCheck::isFeedAddress(m_preferences.releaseFeed());
    m_feedRow->setProblem(FormField::Problem::Error,
                          good ? QString()
                               : tr("Enter the address of a list of releases, for example "
                                    "https://api.github.com/repos/OWNER/NAME/releases."));
    return good;
}

void GeneralSection::addCheckNow()
{
    m_checkNow = makeButton(tr("Check now"), {}, rowName(u"checkNowButton"), this);
    m_release = makeButton(tr("What is new"), {}, rowName(u"releaseButton"), this);
    m_checkRow = addRow(tr("Last look"), m_checkNow, {});
    m_checkRow->addBefore(m_release);
    connect(m_checkNow, &QPushButton::clicked, this, [this] {
        setFeed(m_feed->text());
        if (checkFeed())
            m_updates->checkNow();
        else
            m_feed->setFocus();
    });
    connect(m_release, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl(m_updates->last().page)); });
}

void GeneralSection::showUpdates()
{
    const UpdateCheck::Finding &found = m_updates->last();
    m_checkNow->setEnabled(!m_updates->isChecking());
    m_checkNow->setText(m_updates->isChecking() ? tr("Checking…") : tr("Check now"));
    m_release->setVisible(found.outcome == UpdateCheck::Outcome::Newer && !found.page.isEmpty());
    m_checkRow->setHelp(lookText(found));
}

void GeneralSection::addSampleData()
{
    m_sample = makeButton({}, {}, rowName(u"sampleDataButton"), this);
    m_sampleRow = addRow(tr("Sample data"), m_sample,
                         tr("Simulated providers and 30 days of made-up requests, kept apart from "
                            "your own gateway. Nothing leaves this computer."));
    connect(m_sample, &QPushButton::clicked, this,
            [this] { Q_EMIT sampleDataRequested(!m_canRemoveSample); });
}

void GeneralSection::offerSampleData(bool canShow, bool canRemove)
{
    m_canShowSample = canShow;
    m_canRemoveSample = canRemove;
    m_sample->setText(canRemove ? tr("Remove sample data") : tr("Start with sample data"));
    m_sample->setAccessibleName(m_sample->text());
    showOffered();
}

bool GeneralSection::isOffered(const QWidget *part) const
{
    return part != m_sampleRow || m_canShowSample || m_canRemoveSample;
}

void GeneralSection::addLanguage()
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(u"languageCombo"));
    combo->addItem(tr("Like the system"), QString());
    combo->addItem(u"English"_s, u"en"_s); // languages are named in themselves
    combo->addItem(u"Deutsch"_s, u"de"_s);
    combo->addItem(u"简体中文"_s, u"zh_CN"_s);
    combo->setCurrentIndex(std::max(0, combo->findData(m_preferences.language())));
    FormField *row = addRow(tr("Language"), combo, tr("Of the windows, messages and reports."));
    const auto choose = [this, combo](int index) {
        m_preferences.setLanguage(combo->itemData(index).toString());
        refreshResets();
        Q_EMIT languageChosen(m_preferences.language());
    };
    connect(combo, &QComboBox::activated, this, choose);
    makeResettable(
        row, [this] { return m_preferences.language().isEmpty(); },
        [combo, choose] {
            combo->setCurrentIndex(0);
            choose(0);
        });
}

void GeneralSection::addStart()
{
    m_login = new Switch(this);
    m_login->setObjectName(rowName(u"loginToggle"));
    m_login->setChecked(m_autostart.isOn());
    m_loginRow = addRow(tr("Start at login"), m_login,
                        tr("Opens minimised when you log in to this computer."));
    connect(m_login, &Switch::clicked, this, &GeneralSection::setLogin);

    auto *serve = new Switch(this);
    serve->setObjectName(rowName(u"serveToggle"));
    serve->setChecked(m_preferences.startsGateway());
    FormField *row = addRow(tr("Start the gateway with the program"), serve,
                            tr("Otherwise it waits for the switch in the sidebar."));
    const auto set = [this](bool on) {
        m_preferences.setStartsGateway(on);
        refreshResets();
    };
    connect(serve, &Switch::clicked, this, set);
    makeResettable(
        row, [this] { return m_preferences.startsGateway(); },
        [serve, set] {
            serve->setChecked(true);
            set(true);
        });
}

void GeneralSection::setLogin(bool on)
{
    const Result<void> done = m_autostart.set(on);
    m_login->setChecked(m_autostart.isOn());
    m_loginRow->setProblem(FormField::Problem::Error, done ? QString() : done.error().detail);
}

void GeneralSection::addClose()
{
    using Action = Preferences::CloseAction;
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(u"closeCombo"));
    combo->addItem(tr("Ask"), int(Action::Ask));
    combo->addItem(tr("Keep the gateway running"), int(Action::Keep));
    combo->addItem(tr("Quit"), int(Action::Quit));
    combo->setCurrentIndex(combo->findData(int(m_preferences.closeAction())));
    FormField *row = addRow(tr("When the window closes"), combo,
                            tr("Apps stay connected as long as the gateway runs."));
    const auto choose = [this, combo](int index) {
        m_preferences.setCloseAction(Action(combo->itemData(index).toInt()));
        refreshResets();
    };
    connect(combo, &QComboBox::activated, this, choose);
    makeResettable(
        row, [this] { return m_preferences.closeAction() == Action::Ask; },
        [combo, choose] {
            combo->setCurrentIndex(0);
            choose(0);
        });
}

} // namespace Gatehouse::Ui
