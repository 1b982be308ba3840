// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/headroomcard.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

enum Column { Provider, Key, Kind, Left, Count, Resets, Seen };

constexpr int emptyHeight = 64;

} // namespace

HeadroomCard::HeadroomCard(QWidget *parent)
    : Card(tr("Rate limits of providers"), parent)
    , m_rows(headroomColumns())
    , m_table(new TableView(this))
    , m_none(
          makeLabel(tr("No provider has told how much of its limits is left."), u"muted"_s, this))
{
    setObjectName(u"reliability.headroomCard"_s);
    setCaption(tr("as they last said"));
    setFlush();
    m_table->setObjectName(u"reliability.headroomTable"_s);
    m_table->setAccessibleName(tr("Rate limits of providers"));
    m_table->setModel(&m_rows);
    m_table->setFitsRows(true);
    m_table->setColumnCharacters(Key, 12);
    m_table->setColumnText(Kind, u"Output tokens"_s);
    m_table->setColumnCharacters(Left, 16);
    m_table->setColumnText(Count, u"8,888,888 / 8,888,888"_s);
    m_table->setColumnText(Resets, u"88 min 88 s"_s);
    m_table->setColumnText(Seen, u"88 min"_s);
    m_table->horizontalHeader()->setSectionResizeMode(Provider, QHeaderView::Stretch);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setMinimumHeight(emptyHeight);
    content()->addWidget(m_table);
    content()->addWidget(m_none);
    setHeadroom({}, {});
}

void HeadroomCard::setHeadroom(const QList<Headroom> &all, const QDateTime &now)
{
    m_rows.setRows(headroomRows(all, now));
    m_table->setVisible(!all.isEmpty());
    m_none->setVisible(all.isEmpty());
    m_table->updateGeometry();
}

} // namespace Gatehouse::Ui
