// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factlist.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include <memory>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int nameCharacters = 12;

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
}

void FactList::clear()
{
    while (m_grid->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_grid->takeAt(0));
        item->widget()->hide(); // it goes with the next turn of the event loop
        item->widget()->deleteLater();
    }
    m_rows = 0;
}

void FactList::add(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    QLabel *label = makeLabel(name, u"muted"_s, this);
    QLabel *text = makeLabel(value, u"body"_s, this);
    label->setMinimumWidth(label->fontMetrics().horizontalAdvance(u'0') * nameCharacters);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(name);
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(text, m_rows, 1, Qt::AlignTop);
    ++m_rows;
}

} // namespace Gatehouse::Ui
