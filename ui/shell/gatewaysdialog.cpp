// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaysdialog.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/gatewaylist.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize usualSize(720, 360);

CellsModel::Row rowOf(const GatewayEntry &entry, bool isShown)
{
    const QString seen = entry.lastSeen.isValid() ? Format::moment(entry.lastSeen) : QString();
    return {
        .id = entry.id,
        .cells = {{.text = entry.title()},
                  {.text = entry.isBuiltIn() ? GatewaysDialog::tr("This computer") : entry.address},
                  {.text = entry.version},
                  {.text = isShown ? GatewaysDialog::tr("Shown now") : seen}}};
}

} // namespace

GatewaysDialog::GatewaysDialog(GatewayList &gateways, QWidget *parent)
    : QDialog(parent)
    , m_gateways(gateways)
    , m_model(new CellsModel({{u"name"_s, tr("Name"), CellKind::Strong},
                              {u"address"_s, tr("Address"), CellKind::Code},
                              {u"version"_s, tr("Version"), CellKind::Text},
                              {u"seen"_s, tr("Last contact"), CellKind::Text}},
                             this))
    , m_table(new TableView(this))
    , m_switch(makeButton(tr("Show this gateway"), u"primary"_s, u"gateways.switchButton"_s, this))
    , m_remove(makeButton(tr("Remove"), {}, u"gateways.removeButton"_s, this))
    , m_production(new QCheckBox(tr("In production: ask before it is stopped"), this))
{
    setObjectName(u"gateways.dialog"_s);
    setWindowTitle(tr("Gateways"));
    setAccessibleName(tr("Gateways"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize);
    m_table->setObjectName(u"gateways.table"_s);
    m_table->setAccessibleName(tr("Gateways"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnCharacters(0, 18);
    m_table->setColumnCharacters(2, 9);
    m_table->setColumnText(3, Format::moment(QDateTime::currentDateTime()));
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
    column->addWidget(m_production, 0, Qt::AlignLeft);
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
    fill();
    m_table->setFocus();
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
    m_remove->setEnabled(!selected().isEmpty() && selected() != shown);
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
