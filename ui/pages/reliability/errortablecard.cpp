// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/errortablecard.h"

#include "ui/models/errorkinds.h"
#include "ui/widgets/format.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int cellPadding = 14;

} // namespace

ErrorTableCard::ErrorTableCard(QWidget *parent)
    : Card(tr("Kinds of errors"), parent)
    , m_rows({{u"kind"_s, tr("Error"), CellKind::Pill},
              {u"count"_s, tr("Count"), CellKind::Number},
              {u"meaning"_s, tr("What it means"), CellKind::Text}})
    , m_table(new TableView(this))
{
    setObjectName(u"reliability.errorTableCard"_s);
    setFlush();
    m_table->setObjectName(u"reliability.errorTable"_s);
    m_table->setAccessibleName(tr("Kinds of errors"));
    m_table->setModel(&m_rows);
    m_table->setColumnText(1, u"888,888"_s);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    content()->addWidget(m_table, 1);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT kindActivated(index.data(CellRole::Id).toString());
    });
}

void ErrorTableCard::setErrors(const QJsonArray &errors)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &error : errors) {
        const QString name = error["kind"_L1].toString();
        const ErrorKind kind = errorKind(name);
        const qint64 total = error["total"_L1].toInteger();
        rows.append({.id = name,
                     .cells = {{.text = kind.title, .tone = Tone::Neutral, .icon = kind.icon},
                               {.text = Format::count(total), .sort = total},
                               {.text = kind.meaning,
                                .toolTip = QString(kind.meaning + u'\n' + kind.remedy)}}});
    }
    m_rows.setRows(rows);
    sizeKinds();
}

//! As wide as the widest kind there is: what they mean needs the room.
void ErrorTableCard::sizeKinds()
{
    int widest = 0;
    for (int row = 0; row < m_rows.rowCount(); ++row)
        widest =
            std::max(widest, Pill::sizeFor(m_rows.index(row, 0).data().toString(), true).width());
    if (widest != m_widestKind && widest > 0)
        m_table->setColumnWidth(0, widest + cellPadding);
    m_widestKind = widest;
}

} // namespace Gatehouse::Ui
