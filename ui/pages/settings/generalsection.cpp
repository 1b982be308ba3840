// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/generalsection.h"

#include "ui/models/preferences.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/switch.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

GeneralSection::GeneralSection(Preferences &preferences, Autostart autostart, QWidget *parent)
    : SettingsSection(u"general"_s, tr("General"), u"sliders-horizontal"_s, parent)
    , m_preferences(preferences)
    , m_autostart(std::move(autostart))
{
    addGroup();
    addLanguage();
    addGroup(tr("Start and end"));
    addStart();
    addClose();
    addGroup(tr("Sample data"));
    addSampleData();
    showOffered();
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
