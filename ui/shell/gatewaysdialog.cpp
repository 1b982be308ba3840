// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaysdialog.h"

#include "ui/models/gatewaylist.h"
#include "ui/models/peoplemodel.h"
#include "ui/models/statusmodel.h"
#include "ui/shell/gatewaycolours.h"
#include "ui/shell/gatewaycontacts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize usualSize(900, 380);
constexpr int nameCharacters = 18;

enum Column { Name, Address, Kind, State, Version, Role, Seen };

QString roleText(const QString &word)
{
    const auto role = Api::parseRole(word);
    return role ? roleName(*role) : Format::unknown();
}

CellsModel::Cell stateCell(GatewayStatus::State state)
{
    using State = GatewayStatus::State;
    switch (state) {
    case State::Unknown:
        return {.text = GatewaysDialog::tr("Connecting"), .tone = Tone::Neutral};
    case State::Starting:
        return {.text = GatewaysDialog::tr("Starting"), .tone = Tone::Neutral};
    case State::Running:
        return {.text = GatewaysDialog::tr("Running"), .tone = Tone::Ok};
    case State::Degraded:
        return {.text = GatewaysDialog::tr("Degraded"), .tone = Tone::Warn};
    case State::Stopping:
        return {.text = GatewaysDialog::tr("Stopping"), .tone = Tone::Neutral};
    case State::Stopped:
        return {.text = GatewaysDialog::tr("Stopped"), .tone = Tone::Neutral};
    }
    return {};
}

CellsModel::Cell stateCell(const GatewayContact &contact)
{
    switch (contact.answer) {
    case GatewayContact::Answer::Pending:
        return stateCell(GatewayStatus::State::Unknown);
    case GatewayContact::Answer::Told:
        if (contact.state == GatewayStatus::State::Unknown) // a word of a newer one
            return {.text = GatewaysDialog::tr("Reachable"), .tone = Tone::Ok};
        return stateCell(contact.state);
    case GatewayContact::Answer::Refused:
        return {.text = GatewaysDialog::tr("Wants a token"),
                .tone = Tone::Warn,
                .toolTip = GatewaysDialog::tr(
                    "It answers, but takes no token that is kept here. Show it to enter one.")};
    case GatewayContact::Answer::None:
        return {.text = GatewaysDialog::tr("Not reachable"),
                .tone = Tone::Err,
                .toolTip = contact.detail.isEmpty()
                    ? GatewaysDialog::tr("No gateway answers at its address.")
                    : contact.detail};
    }
    return {};
}

} // namespace

GatewaysDialog::GatewaysDialog(GatewayList &gateways, const GatewayContacts &contacts,
                               const StatusModel *status, QWidget *parent)
    : QDialog(parent)
    , m_gateways(gateways)
    , m_contacts(contacts)
    , m_status(status)
    , m_model(new CellsModel({{u"name"_s, tr("Name"), CellKind::Swatch},
                              {u"address"_s, tr("Address"), CellKind::Code},
                              {u"kind"_s, tr("Kind"), CellKind::Text},
                              {u"state"_s, tr("State"), CellKind::Pill},
                              {u"version"_s, tr("Version"), CellKind::Text},
                              {u"role"_s, tr("Your role"), CellKind::Text},
                              {u"seen"_s, tr("Last contact"), CellKind::Text}},
                             this))
    , m_table(new TableView(this))
    , m_switch(makeButton(tr("Show this gateway"), u"primary"_s, u"gateways.switchButton"_s, this))
    , m_remove(makeButton(tr("Remove"), {}, u"gateways.removeButton"_s, this))
    , m_production(new QCheckBox(
          tr("In production: ask before it is stopped and before deleting or publishing"), this))
    , m_colour(new QComboBox(this))
{
    setObjectName(u"gateways.dialog"_s);
    setWindowTitle(tr("Gateways"));
    setAccessibleName(tr("Gateways"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize);
    m_table->setObjectName(u"gateways.table"_s);
    m_table->setAccessibleName(tr("Gateways"));
    m_table->setModel(m_model);
    m_table->setColumnCharacters(Address, 22);
    m_table->setColumnCharacters(Kind, 12);
    m_table->setColumnCharacters(State, 15);
    m_table->setColumnCharacters(Version, 8);
    m_table->setColumnCharacters(Role, 12);
    m_table->setColumnText(Seen, Format::moment(QDateTime::currentDateTime()));
    m_table->setYielding(Name, nameCharacters, {Address, State, Seen, Version, Role, Kind});
    m_colour->setObjectName(u"gateways.colourCombo"_s);
    m_colour->setAccessibleName(tr("Colour label"));
    m_colour->addItem(tr("No colour"));
    const QStringList names = gatewayColourNames();
    for (int colour = 0; colour < names.size(); ++colour)
        m_colour->addItem(QIcon(colourLabel(colour, devicePixelRatioF())), names.at(colour));
    connect(m_colour, &QComboBox::activated, this, [this](int index) { setColour(index - 1); });
    QPushButton *add =
        makeButton(tr("Connect to another gateway…"), {}, u"gateways.addButton"_s, this);
    QPushButton *close = makeButton(tr("Close"), {}, u"gateways.closeButton"_s, this);
    m_production->setObjectName(u"gateways.productionCheck"_s);
    m_production->setAccessibleName(m_production->text());
    connect(m_production, &QCheckBox::clicked, this, &GatewaysDialog::setProduction);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_switch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Gateways"), u"dialogTitle"_s, this));
    column->addWidget(m_table, 1);
    auto *label = makeLabel(tr("Colour label"), {}, this);
    label->setBuddy(m_colour);
    auto *look = new QHBoxLayout;
    look->setSpacing(8);
    look->addWidget(label);
    look->addWidget(m_colour);
    look->addSpacing(12);
    look->addWidget(m_production);
    look->addStretch(1);
    column->addLayout(look);
    column->addLayout(buttons);
    connect(m_table, &TableView::rowActivated, this, &GatewaysDialog::choose);
    connect(m_switch, &QPushButton::clicked, this, &GatewaysDialog::choose);
    connect(add, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT addRequested();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(selected()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &GatewaysDialog::showButtons);
    connect(&gateways, &GatewayList::changed, this, &GatewaysDialog::fill);
    connect(&contacts, &GatewayContacts::changed, this, &GatewaysDialog::fill);
    if (status)
        connect(status, &StatusModel::changed, this, &GatewaysDialog::followShown);
    fill();
    m_table->setFocus();
}

CellsModel::Row GatewaysDialog::rowOf(const GatewayEntry &entry, bool isShown) const
{
    const auto known = [](const QString &text) {
        return text.isEmpty() ? Format::unknown() : text;
    };
    const QString seen = entry.lastSeen.isValid() ? Format::moment(entry.lastSeen) : QString();
    return {.id = entry.id,
            .cells = {{.text = entry.title(),
                       .series = entry.colour < 0 ? std::nullopt : std::optional(entry.colour)},
                      {.text = entry.isBuiltIn() ? tr("This computer") : entry.address},
                      {.text = entry.isBuiltIn() ? tr("This computer") : tr("Remote")},
                      stateOf(entry, isShown),
                      {.text = known(versionOf(entry, isShown))},
                      {.text = entry.isBuiltIn() ? tr("Owner") : roleText(entry.role)},
                      {.text = isShown ? tr("Shown now") : known(seen),
                       .value = isShown ? QVariant() : QVariant(entry.lastSeen)}}};
}

CellsModel::Cell GatewaysDialog::stateOf(const GatewayEntry &entry, bool isShown) const
{
    if (!isShown || !m_status)
        return stateCell(m_contacts.contact(entry.id));
    if (m_status->connection() == Api::AdminClient::State::Offline)
        return stateCell(GatewayContact{.answer = GatewayContact::Answer::None});
    return stateCell(m_status->status().state);
}

QString GatewaysDialog::versionOf(const GatewayEntry &entry, bool isShown) const
{
    const QString now =
        isShown && m_status ? m_status->status().version : m_contacts.contact(entry.id).version;
    return now.isEmpty() ? entry.version : now;
}

QString GatewaysDialog::selected() const
{
    return m_table->currentIndex().data(CellRole::Id).toString();
}

void GatewaysDialog::fill()
{
    const QString shown = m_gateways.current().id;
    const QString chosen = m_table->currentIndex().isValid() ? selected() : shown;
    QList<CellsModel::Row> rows;
    int current = 0;
    for (const GatewayEntry &entry : m_gateways.entries()) {
        if (entry.id == chosen)
            current = int(rows.size());
        rows.append(rowOf(m_gateways.entry(entry.id), entry.id == shown));
    }
    m_model->setRows(rows);
    m_table->selectRow(current);
    showButtons();
}

//! Its status comes every second, mostly the same.
void GatewaysDialog::followShown()
{
    const GatewayEntry shown = m_gateways.current();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool isShown = m_model->index(row, 0).data(CellRole::Id).toString() == shown.id;
        if (isShown && m_model->index(row, State).data().toString() != stateOf(shown, true).text)
            return fill();
    }
}

void GatewaysDialog::choose()
{
    if (!m_table->currentIndex().isValid())
        return;
    const QString id = selected();
    accept();
    if (id != m_gateways.current().id)
        Q_EMIT chosen(id);
}

void GatewaysDialog::showButtons()
{
    const QString shown = m_gateways.current().id;
    m_switch->setEnabled(m_table->currentIndex().isValid() && selected() != shown);
    m_production->setEnabled(!selected().isEmpty());
    m_production->setChecked(m_gateways.entry(selected()).isProduction);
    m_colour->setEnabled(!selected().isEmpty());
    m_colour->setCurrentIndex(m_gateways.entry(selected()).colour + 1);
    m_remove->setEnabled(!selected().isEmpty() && selected() != shown);
}

void GatewaysDialog::setColour(int colour)
{
    GatewayEntry entry = m_gateways.entry(selected());
    if (entry.isBuiltIn())
        return;
    entry.colour = colour;
    m_gateways.put(std::move(entry));
}

void GatewaysDialog::setProduction(bool isProduction)
{
    GatewayEntry entry = m_gateways.entry(selected());
    if (entry.isBuiltIn())
        return;
    entry.isProduction = isProduction;
    m_gateways.put(std::move(entry));
}

} // namespace Gatehouse::Ui
