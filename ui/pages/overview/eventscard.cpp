// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/eventscard.h"

#include "ui/models/eventlistmodel.h"
#include "ui/widgets/eventdelegate.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

EventsCard::EventsCard(EventListModel &model, QWidget *parent)
    : Card(tr("Recent events"), parent)
    , m_model(model)
    , m_list(new QListView(this))
    , m_empty(makeLabel(tr("Nothing has happened yet."), u"caption"_s, this))
{
    setObjectName(u"overview.eventsCard"_s);
    m_list->setObjectName(u"overview.eventsList"_s);
    m_list->setAccessibleName(tr("Recent events"));
    m_list->setModel(&model);
    m_list->setItemDelegate(new EventDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust); // a long title takes a second line
    m_list->setMinimumHeight(200);
    content()->setContentsMargins(18, 12, 14, 10);
    content()->addWidget(m_empty);
    content()->addWidget(m_list, 1);
    showWhetherEmpty();
    connect(m_list, &QListView::clicked, this, &EventsCard::open);
    connect(m_list, &QListView::activated, this, &EventsCard::open); // by Enter
    connect(&model, &QAbstractItemModel::modelReset, this, &EventsCard::showWhetherEmpty);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &EventsCard::showWhetherEmpty);
}

void EventsCard::open(const QModelIndex &index)
{
    const GatewayEvent &event = m_model.event(index.row());
    Q_EMIT activated(event.kind, event.object);
}

void EventsCard::showWhetherEmpty()
{
    m_empty->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
}

} // namespace Gatehouse::Ui
