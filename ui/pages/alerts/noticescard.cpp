// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alerts/noticescard.h"

#include "ui/models/noticelog.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QList<CellsModel::Column> tableColumns()
{
    return {{u"what"_s, NoticesCard::tr("Notification"), CellKind::TwoLine},
            {u"when"_s, NoticesCard::tr("Told"), CellKind::Text}};
}

} // namespace

NoticesCard::NoticesCard(const NoticeLog &notices, QWidget *parent)
    : Card(tr("Notifications on this computer"), parent)
    , m_notices(notices)
    , m_rows(tableColumns())
    , m_table(new TableView(this))
{
    setObjectName(u"alerts.notices"_s);
    setCaption(tr("The %1 newest").arg(Format::count(qint64(NoticeLog::mostKept))));
    setFlush();
    m_table->setObjectName(u"alerts.noticesTable"_s);
    m_table->setAccessibleName(tr("Notifications on this computer"));
    m_table->setModel(&m_rows);
    m_table->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_table->setColumnText(When, Format::moment(QDateTime({2028, 12, 28}, {20, 48})));
    content()->addWidget(m_table);
    connect(m_table, &TableView::rowActivated, this, &NoticesCard::open);
    connect(&notices, &NoticeLog::changed, this, &NoticesCard::showNotices);
    showNotices();
}

void NoticesCard::showNotices()
{
    QList<CellsModel::Row> rows;
    for (const Notice &notice : m_notices.notices())
        rows.append({.id = QString::number(rows.size()),
                     .cells = {{.text = notice.title,
                                .tone = notice.isBad ? Tone::Warn : Tone::Neutral,
                                .toolTip = notice.text,
                                .detail = notice.text},
                               {.text = Format::moment(notice.time)}}});
    m_rows.setRows(rows);
    setVisible(!rows.isEmpty());
}

void NoticesCard::open(const QModelIndex &index)
{
    const Notice notice = m_notices.notices().value(index.row());
    if (!notice.page.isEmpty())
        Q_EMIT openRequested(notice.page, notice.filter);
}

} // namespace Gatehouse::Ui
