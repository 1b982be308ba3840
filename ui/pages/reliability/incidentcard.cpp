// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/incidentcard.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int noneHeight = 64;
constexpr int outcomeCharacters = 40;

} // namespace

IncidentCard::IncidentCard(Api::AdminClient &client, SeriesColours &colours, QWidget *parent)
    : Card(tr("Incidents"), parent)
    , m_client(client)
    , m_rows(colours)
    , m_table(new TableView(this))
    , m_none(makeLabel(tr("No incidents in this range."), u"muted"_s, this))
    , m_acknowledge(
          makeButton(tr("Acknowledge"), u"ghost"_s, u"reliability.acknowledgeButton"_s, this))
{
    setObjectName(u"reliability.incidentCard"_s);
    setFlush();
    m_acknowledge->setToolTip(tr("Acknowledge the chosen incident (A)"));
    addHeaderWidget(m_acknowledge);
    m_table->setObjectName(u"reliability.incidentsTable"_s);
    m_table->setAccessibleName(tr("Incidents"));
    m_table->setModel(&m_rows);
    m_table->setFitsRows(true);
    sizeColumns();
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setMinimumHeight(noneHeight);
    content()->addWidget(m_table);
    content()->addWidget(m_none);
    connect(m_acknowledge, &QPushButton::clicked, this, &IncidentCard::acknowledge);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequests(m_rows.filterOf(index.data(CellRole::Id).toString()));
    });
}

void IncidentCard::sizeColumns()
{
    m_table->setColumnCharacters(IncidentRows::Provider, 18);
    const QString day = Format::dayAndMonth(QDate(2026, 11, 28)); // as wide as days are
    m_table->setColumnText(IncidentRows::Started, u"%1, 88:88"_s.arg(day));
    m_table->setColumnText(IncidentRows::Lasted, tr("%1, goes on").arg(u"888 min 88 s"_s));
    m_table->setColumnText(IncidentRows::Peak, u"100 %"_s);
    m_table->setColumnText(IncidentRows::Failed, u"8,888"_s);
    m_table->setColumnText(IncidentRows::Keys, u"888"_s);
    m_table->setColumnWidth(IncidentRows::Seen,
                            Pill::sizeFor(tr("Acknowledged"), true).width() + 20);
    m_table->setYielding(IncidentRows::Outcome, outcomeCharacters,
                         {IncidentRows::Started, IncidentRows::Lasted, IncidentRows::Failed,
                          IncidentRows::Peak, IncidentRows::Seen, IncidentRows::Keys});
}

void IncidentCard::setReport(const QJsonObject &report, const QTimeZone &zone)
{
    m_rows.setReport(report, zone);
    m_table->setVisible(m_rows.rowCount() > 0);
    m_none->setVisible(m_rows.rowCount() == 0);
    m_table->updateGeometry();
    showButton();
}

void IncidentCard::setEditable(bool editable)
{
    m_editable = editable;
    showButton();
}

void IncidentCard::showButton()
{
    m_acknowledge->setEnabled(m_editable && m_rows.unseenCount() > 0);
}

void IncidentCard::acknowledge()
{
    QString id = m_table->currentIndex().data(CellRole::Id).toString();
    for (int row = 0; id.isEmpty() && row < m_rows.rowCount(); ++row) {
        const QString candidate = m_rows.index(row, 0).data(CellRole::Id).toString();
        if (!m_rows.isAcknowledged(candidate))
            id = candidate;
    }
    if (id.isEmpty() || !m_editable || m_rows.isAcknowledged(id))
        return;
    Q_EMIT changeAsked(m_client.post(u"/reliability/incidents/%1/acknowledge"_s.arg(
                           QString::fromLatin1(QUrl::toPercentEncoding(id)))),
                       tr("Incident acknowledged."));
}

} // namespace Gatehouse::Ui
