// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/arealist.h"

#include "ui/models/peoplemodel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int shownLines = 6;

} // namespace

AreaList::AreaList(const QString &area, Api::Role role, QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(area + u".areaList"_s);
    setAccessibleName(tr("What the token may do"));
    setFocusPolicy(Qt::NoFocus); // its boxes have it
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    auto *boxes = new QWidget;
    auto *column = new QVBoxLayout(boxes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (const Api::Permission permission : Api::allPermissions()) {
        if (permission == Api::Permission::ViewStatus || !Api::may(role, permission))
            continue;
        auto *box = new QCheckBox(permissionName(permission), boxes);
        box->setObjectName(area + u".area."_s + Api::permissionWord(permission));
        box->setAccessibleName(box->text());
        box->setProperty("word", Api::permissionWord(permission));
        column->addWidget(box, 0, Qt::AlignLeft);
        m_boxes.append(box);
    }
    column->addStretch(1);
    setWidget(boxes);
    boxes->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    const int line =
        (m_boxes.isEmpty() ? fontMetrics().height() : m_boxes.first()->sizeHint().height())
        + column->spacing();
    setFixedHeight(line * int(qMin<qsizetype>(shownLines, qMax<qsizetype>(m_boxes.size(), 1))));
}

QStringList AreaList::areas() const
{
    QStringList words;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked())
            words.append(box->property("word").toString());
    }
    return words;
}

} // namespace Gatehouse::Ui
