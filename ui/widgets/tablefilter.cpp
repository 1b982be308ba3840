// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablefilter.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int usualWidth = 320;

} // namespace

TableFilter::TableFilter(QTableView *table)
    : QWidget(table)
    , m_table(table)
    , m_field(new SearchField(this))
    , m_count(makeLabel({}, u"caption"_s, this))
{
    setObjectName(table->objectName() + u".filter"_s);
    m_field->setObjectName(table->objectName() + u".filterField"_s);
    m_field->setPlaceholderText(tr("Filter rows"));
    m_field->setAccessibleName(tr("Filter rows"));
    m_count->setObjectName(table->objectName() + u".filterCountLabel"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 8, 1);
    layout->setSpacing(8);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    connect(m_field, &QLineEdit::textChanged, this, &TableFilter::apply);
    connect(m_field, &QLineEdit::returnPressed, this, &TableFilter::goToRows);
    hide();
}

void TableFilter::open()
{
    place();
    show();
    raise();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    apply();
}

void TableFilter::close()
{
    m_field->clear();
    hide();
    m_table->setFocus(Qt::OtherFocusReason);
}

void TableFilter::place()
{
    const int width = std::min(usualWidth, m_table->width());
    setGeometry(m_table->width() - width, 0, width, m_table->horizontalHeader()->height());
}

bool TableFilter::passes(int row) const
{
    QString text;
    for (int column = 0; column < m_table->model()->columnCount(); ++column)
        if (!m_table->isColumnHidden(column))
            text += m_table->model()->index(row, column).data().toString() + u'\n';
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void TableFilter::apply()
{
    const int rows = m_table->model() ? m_table->model()->rowCount() : 0;
    const bool isNew = !m_words.isEmpty() || !m_field->text().isEmpty();
    m_words = m_field->text().split(u' ', Qt::SkipEmptyParts);
    if (!isNew)
        return;
    int shown = 0;
    for (int row = 0; row < rows; ++row) {
        const bool fits = passes(row);
        m_table->setRowHidden(row, !fits);
        shown += fits ? 1 : 0;
    }
    m_count->setText(m_words.isEmpty()
                         ? QString()
                         //: rows
                         : tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(rows)));
    Q_EMIT applied();
}

void TableFilter::goToRows()
{
    m_table->setFocus(Qt::OtherFocusReason);
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && !m_table->isRowHidden(current.row()))
        return;
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        if (!m_table->isRowHidden(row))
            return m_table->setCurrentIndex(m_table->model()->index(row, 0));
    }
}

void TableFilter::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Down)
        goToRows();
    else
        QWidget::keyPressEvent(event);
}

void TableFilter::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().surface);
}

} // namespace Gatehouse::Ui
