// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settingspage.h"

#include "ui/models/preferences.h"
#include "ui/pages/settings/aboutsection.h"
#include "ui/pages/settings/advancedsection.h"
#include "ui/pages/settings/appearancesection.h"
#include "ui/pages/settings/backupsection.h"
#include "ui/pages/settings/gatewaysection.h"
#include "ui/pages/settings/gatewayssection.h"
#include "ui/pages/settings/generalsection.h"
#include "ui/pages/settings/keyboardsection.h"
#include "ui/pages/settings/listenchoice.h"
#include "ui/pages/settings/notificationssection.h"
#include "ui/pages/settings/pricessection.h"
#include "ui/pages/settings/regionsection.h"
#include "ui/pages/settings/securitysection.h"
#include "ui/pages/settings/storagesection.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/unsavedquestion.h"

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int railWidth = 190;
constexpr int railCharacters = 17;
constexpr int bodyWidth = 820;

} // namespace

SettingsPage::SettingsPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_client(parts.client)
    , m_configuration(parts.configuration)
    , m_preferences(parts.preferences)
    , m_status(parts.status)
    , m_upkeep(new UpkeepModel(parts.client, this))
    , m_draft(new GatewayDraft(parts.configuration, this))
    , m_search(new SearchField(this))
    , m_names(new QStandardItemModel(this))
    , m_list(new QListView(this))
    , m_nothing(makeLabel(tr("No setting is called that."), u"caption"_s, this))
{
    setObjectName(u"page.settings"_s);
    setAccessibleName(tr("Settings"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 16);
    row->setSpacing(20);
    row->addWidget(buildRail());
    row->addWidget(buildBody(), 1);
    addSections(parts);
    connect(m_draft, &GatewayDraft::changed, this, &SettingsPage::showFooter);
    connect(&m_configuration, &ConfigurationModel::changed, this, &SettingsPage::showState);
    connect(&m_status, &StatusModel::changed, this, &SettingsPage::showState);
    connect(m_upkeep, &UpkeepModel::unansweredChanged, this, &SettingsPage::showState);
    connect(m_state, &StatePanel::retryRequested, this, &SettingsPage::refresh);
    showState();
    showFooter();
    const QString last = m_preferences.settingsSection();
    openSection(u"general"_s);
    openSection(last); // also after another language
    search({});
}

QWidget *SettingsPage::buildRail()
{
    auto *rail = new QWidget(this);
    rail->setFixedWidth(std::max(railWidth, fontMetrics().averageCharWidth() * railCharacters));
    m_search->setObjectName(u"settings.search"_s);
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"settings.sectionsList"_s);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setProperty("kind", u"rail"_s);
    m_list->setModel(m_names);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize({18, 18});
    m_nothing->setObjectName(u"settings.nothingLabel"_s);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    auto *column = new QVBoxLayout(rail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    showSection(index.row());
            });
    return rail;
}

QWidget *SettingsPage::buildBody()
{
    m_body = new QWidget(this);
    m_restart = new Banner(Tone::Warn, m_body);
    m_restart->setAction(tr("Restart now"));
    m_restart->setDismissable(false);
    m_restart->setObjectName(u"settings.restartBanner"_s);
    for (auto *button : m_restart->findChildren<QPushButton *>())
        button->setObjectName(u"settings.restartButton"_s);
    connect(m_restart, &Banner::actionTriggered, &m_status, &StatusModel::restartGateway);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_restart);
    column->addWidget(buildFooter()); // sections come between the two
    m_state = new StatePanel(m_body, this);
    m_state->setObjectName(u"settings.state"_s);
    return m_state;
}

QWidget *SettingsPage::buildFooter()
{
    m_footer = new QWidget(m_body);
    m_footerText = makeLabel({}, u"muted"_s, m_footer);
    m_footerText->setObjectName(u"settings.footerLabel"_s);
    m_footerText->setWordWrap(true);
    m_discard = makeButton(tr("Discard"), {}, u"settings.discardButton"_s, m_footer);
    m_save = makeButton(tr("Save"), u"primary"_s, u"settings.saveButton"_s, m_footer);
    m_save->setShortcut(QKeySequence(QKeySequence::Save));
    auto *line = new QHBoxLayout(m_footer);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_footerText, 1);
    line->addWidget(m_discard);
    line->addWidget(m_save);
    m_footer->setMaximumWidth(bodyWidth);
    connect(m_discard, &QPushButton::clicked, m_draft, &GatewayDraft::discard);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    return m_footer;
}

void SettingsPage::addSections(const Parts &parts)
{
    m_general = new GeneralSection(parts.preferences, parts.autostart, parts.updates, this);
    m_gateways = new GatewaysSection(this);
    auto *notifications = new NotificationsSection(parts.preferences, this);
    connect(notifications, &NotificationsSection::testRequested, this,
            &SettingsPage::testNotificationRequested);
    auto *appearance = new AppearanceSection(parts.preferences, this);
    auto *region = new RegionSection(*m_draft, parts.preferences, this);
    auto *keyboard = new KeyboardSection(parts.actions, parts.preferences, this);
    auto *advanced = new AdvancedSection(*m_draft, m_configuration, m_status, this);
    connect(m_general, &GeneralSection::languageChosen, this, &SettingsPage::languageChosen);
    connect(m_general, &GeneralSection::sampleDataRequested, this,
            &SettingsPage::sampleDataRequested);
    connect(m_gateways, &GatewaysSection::listRequested, this, &SettingsPage::gatewaysRequested);
    connect(appearance, &AppearanceSection::menuBarChosen, this, &SettingsPage::menuBarChosen);
    connect(appearance, &AppearanceSection::trayStyleChosen, this, &SettingsPage::trayStyleChosen);
    connect(region, &RegionSection::numberFormatChosen, this, &SettingsPage::numberFormatChosen);
    connect(keyboard, &KeyboardSection::keysChanged, this, &SettingsPage::keysChanged);
    connect(advanced, &AdvancedSection::windowResetRequested, this,
            &SettingsPage::windowResetRequested);
    addSection(m_general);
    addSection(appearance);
    addSection(region);
    addSection(new GatewaySection(*m_draft, m_status, *m_upkeep, this));
    auto *security = new SecuritySection(*m_draft, m_status, *m_upkeep, parts.preferences, this);
    connect(security, &SecuritySection::peopleRequested, this, &SettingsPage::peopleRequested);
    addSection(security);
    addSection(new StorageSection(*m_draft, *m_upkeep, this));
    addSection(new PricesSection(m_configuration, m_status, *m_upkeep, this));
    addSection(m_gateways);
    addSection(new BackupSection(*m_draft, m_configuration, m_status, *m_upkeep, this));
    addSection(notifications);
    addSection(keyboard);
    addSection(advanced);
    addSection(new AboutSection(m_status, *m_upkeep, this));
}

void SettingsPage::addSection(SettingsSection *section)
{
    auto *item = new QStandardItem(themeIcon(section->iconName()), section->title());
    item->setData(section->id(), Qt::UserRole);
    m_names->appendRow(item);
    auto *inner = new QWidget;
    inner->setProperty("kind", u"page"_s);
    inner->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QHBoxLayout(inner);
    column->setContentsMargins(0, 0, 8, 0);
    section->setMaximumWidth(bodyWidth);
    column->addWidget(section, 1);
    column->addStretch(0);
    auto *area = new QScrollArea(m_body);
    area->setObjectName(u"settings.%1.area"_s.arg(section->id()));
    area->setAccessibleName(section->title());
    area->setProperty("kind", u"page"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inner);
    area->hide();
    auto *body = qobject_cast<QVBoxLayout *>(m_body->layout());
    body->insertWidget(body->indexOf(m_footer), area, 1);
    m_sections.append(section);
    m_areas.append(area);
}

bool SettingsPage::isReady() const
{
    return property("ready").toBool();
}

void SettingsPage::refresh()
{
    m_configuration.refresh();
    m_status.refresh();
    currentSection()->refresh();
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    currentSection()->refresh();
}

SettingsSection *SettingsPage::currentSection() const
{
    return m_sections.at(m_current);
}

void SettingsPage::openSection(const QString &id)
{
    m_search->clear();
    for (int i = 0; i < m_sections.size(); ++i)
        if (m_sections.at(i)->id() == id.section(u'.', 0, 0))
            m_list->setCurrentIndex(m_names->index(i, 0));
    if (auto *control = id.contains(u'.') ? findChild<QWidget *>(u"settings."_s + id) : nullptr) {
        m_areas.at(m_current)->ensureWidgetVisible(control);
        control->setFocus(Qt::OtherFocusReason);
    }
}

QList<SettingsPage::Row> SettingsPage::rows() const
{
    QList<Row> all;
    for (const SettingsSection *section : m_sections) {
        for (const SettingsSection::Row &row : section->rows())
            all.append({row.id, row.label, section->title()});
    }
    return all;
}

void SettingsPage::showSection(int index)
{
    m_current = index;
    m_upkeep->forgetUnanswered();
    m_preferences.setSettingsSection(m_sections.at(index)->id());
    for (int i = 0; i < m_areas.size(); ++i)
        m_areas.at(i)->setVisible(i == index);
    showState();
    if (isVisible())
        currentSection()->refresh();
}

//! Keeps the sections with a finding and shows the first; each shows only what was found.
void SettingsPage::search(const QString &text)
{
    int first = -1;
    for (int i = 0; i < m_sections.size(); ++i) {
        const bool found = m_sections.at(i)->filter(text.trimmed());
        m_list->setRowHidden(i, !found);
        if (found && first < 0)
            first = i;
    }
    m_nothing->setVisible(first < 0);
    if (first >= 0 && m_list->isRowHidden(m_current))
        m_list->setCurrentIndex(m_names->index(first, 0));
}

void SettingsPage::showState()
{
    const bool needs = currentSection()->needsGateway();
    const bool offline = m_status.connection() == Api::AdminClient::State::Offline;
    // Before the first contact a failure only says that the gateway is still starting.
    const bool connecting = m_status.connection() == Api::AdminClient::State::Connecting;
    const bool failed = !m_configuration.problem().isEmpty() && !connecting;
    const QMap<QString, QString> &unanswered = m_upkeep->unanswered();
    if (needs && m_configuration.isLoaded() && !offline && !unanswered.isEmpty()) {
        m_state->setNotice(tr("Not everything here could be read. %1").arg(unanswered.first()));
        m_state->setState(StatePanel::State::Partial);
    } else if (!needs || (m_configuration.isLoaded() && !offline)) {
        m_state->setState(StatePanel::State::Ready);
    } else if (m_configuration.isLoaded()) {
        const QDateTime heard = m_status.lastContact();
        m_state->setNotice(tr("The gateway has not answered since %1. You see its last settings.")
                               .arg(Format::timeOfDay(heard, m_status.status().zone)));
        m_state->setState(StatePanel::State::Stale);
    } else if (failed) {
        m_state->setError(tr("The settings cannot be read"), m_configuration.problem());
        m_state->setState(StatePanel::State::Error);
    } else {
        m_state->setState(StatePanel::State::Loading);
    }
    const QString &file = m_status.status().managedBy;
    if (file.isEmpty())
        m_lines.clear();
    else if (m_linesOf != m_configuration.revision() && m_configuration.isLoaded())
        askLines();
    m_draft->setFile(file, m_lines);
    setProperty("ready", m_configuration.isLoaded() || failed);
    showRestart();
}

//! Where the managing file says what.
void SettingsPage::askLines()
{
    m_linesOf = m_configuration.revision();
    connect(m_client.get(u"/config/lines"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                const QJsonObject lines = call->reply().body.value("lines"_L1).toObject();
                m_lines.clear();
                for (auto it = lines.begin(); it != lines.end(); ++it)
                    m_lines.insert(it.key(), it.value().toInt());
                m_draft->setFile(m_status.status().managedBy, m_lines);
            });
}

void SettingsPage::showRestart()
{
    const GatewayStatus &status = m_status.status();
    m_restart->setVisible(status.restartNeeded);
    m_restart->setText(tr("New settings apply after restarting the gateway."),
                       status.inFlight > 0 ? tr("%n requests are running; they end first.", nullptr,
                                                status.inFlight)
                                           : tr("No requests are running."));
}

void SettingsPage::showFooter()
{
    m_footer->setVisible(m_draft->isDirty() || !m_draft->problem().isEmpty());
    const bool refused = !m_draft->problem().isEmpty();
    m_footerText->setText(refused ? m_draft->problem() : tr("Unsaved changes to the gateway"));
    setStyleProperty(m_footerText, "tone", refused ? u"error"_s : u"muted"_s);
    m_save->setEnabled(!m_draft->isSaving());
    Q_EMIT draftChanged();
}

void SettingsPage::offerSampleData(bool canShow, bool canRemove)
{
    m_general->offerSampleData(canShow, canRemove);
}

void SettingsPage::offerGateways()
{
    m_gateways->setOffered(true);
    search(m_search->text()); // the section has something now
}

void SettingsPage::leave(std::function<void()> go)
{
    if (!hasUnsavedChanges())
        return go();
    askUnsaved(window(),
               {.objectName = u"settings.leaveDialog"_s,
                .title = tr("Save the changed settings?"),
                .text = tr("They are not in force until they are saved."),
                .save = [this, go] { save(go); },
                .discard =
                    [this, go] {
                        m_draft->discard();
                        go();
                    }});
}

void SettingsPage::save(const std::function<void()> &then)
{
    const bool opens = ListenChoice::isOpen(m_draft->settings().listen)
        && !ListenChoice::isOpen(m_draft->saved().listen);
    if (opens)
        confirmOpening(then);
    else
        m_draft->save(then);
}

void SettingsPage::confirmOpening(const std::function<void()> &then)
{
    const QString reach = m_draft->settings().listen.join(u", "_s);
    const QString text = m_draft->settings().tls
        ? tr("Every computer that can reach %1 can then send requests. A key stays required.")
              .arg(reach)
        : tr("Every computer that can reach %1 can then send requests. A key stays required, "
             "but without TLS keys and prompts can be read on the network.")
              .arg(reach);
    QMessageBox *box =
        makeQuestion(window(), u"settings.openDialog"_s, tr("Let other computers in?"), text);
    QPushButton *open = addAnswer(*box, tr("Let them in"), QMessageBox::AcceptRole,
                                  u"settings.openDialog.openButton"_s);
    QPushButton *cancel = addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
                                    u"settings.openDialog.cancelButton"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(open, &QPushButton::clicked, m_draft, [this, then] { m_draft->save(then); });
    openQuestion(*box);
}

} // namespace Gatehouse::Ui
