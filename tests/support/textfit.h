// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/widgetwalk.h"
#include "ui/widgets/celldelegate.h"

#include <QtGui/QTextDocument>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOptionComboBox>
#include <QtWidgets/QStyleOptionHeader>
#include <QtWidgets/QTableView>

//! Whether everything a window says can be read: what is cut, pushed out of its place, or written
//! over something else. Each answer is a sentence for the person who mends it.
namespace Gatehouse::Ui {

namespace TextFit {

constexpr int roundingPixels = 2;

//! A text that does not fit is told whole elsewhere.
inline bool isToldBy(const QString &toolTip, const QString &text)
{
    return !text.isEmpty() && toolTip.contains(text);
}

inline QString sentence(const QWidget &widget, const QString &text, int needed, int has)
{
    return QStringLiteral("%1 “%2” needs %3, has %4")
        .arg(describe(widget), text)
        .arg(needed)
        .arg(has);
}

inline QStringList ofTabs(const QTabBar &bar)
{
    QStringList cut;
    for (int i = 0; i < bar.count(); ++i) {
        const QRect place = bar.tabRect(i);
        const int needed = bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(i)).width();
        const int has = place.intersected(bar.rect()).width();
        if (bar.isTabVisible(i) && (has < needed || has < place.width())
            && !isToldBy(bar.tabToolTip(i), bar.tabText(i)))
            cut.append(sentence(bar, bar.tabText(i), std::max(needed, place.width()), has));
    }
    return cut;
}

inline QStringList ofHeader(const QHeaderView &header)
{
    QStringList cut;
    const QAbstractItemModel *model = header.model();
    const int margin = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
    for (int i = 0; model && i < header.count(); ++i) {
        if (header.isSectionHidden(i) || header.sectionSize(i) == 0)
            continue;
        const QString text = model->headerData(i, header.orientation()).toString();
        const int needed = header.fontMetrics().horizontalAdvance(text) + margin;
        const QString told = model->headerData(i, header.orientation(), Qt::ToolTipRole).toString();
        if (header.sectionSize(i) + roundingPixels < needed && !isToldBy(told, text))
            cut.append(sentence(header, text, needed, header.sectionSize(i)));
    }
    return cut;
}

inline QStringList ofCombo(const QComboBox &combo)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const QRect field = combo.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                      QStyle::SC_ComboBoxEditField, &combo);
    const QString text = combo.currentText();
    const int icon = combo.itemIcon(combo.currentIndex()).isNull() ? 0 : combo.iconSize().width();
    const int needed = combo.fontMetrics().horizontalAdvance(text) + icon;
    if (needed <= field.width() + roundingPixels || isToldBy(combo.toolTip(), text))
        return {};
    return {sentence(combo, text, needed, field.width())};
}

//! Numbers: half of one is another one. Words may end in dots, their tooltips tell them whole.
inline QStringList ofNumbers(const QTableView &table)
{
    constexpr int padding = 2 * 12; // of the cell delegate
    constexpr int mostRows = 30;
    QStringList cut;
    const QAbstractItemModel *model = table.model();
    for (int column = 0; model && column < model->columnCount(); ++column) {
        const int rows = table.isColumnHidden(column) ? 0 : std::min(model->rowCount(), mostRows);
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = model->index(row, column);
            const bool isNumber = CellKind(index.data(CellRole::Kind).toInt()) == CellKind::Number;
            const QString text = index.data().toString();
            const int needed = table.fontMetrics().horizontalAdvance(text) + padding;
            if (isNumber && needed > table.columnWidth(column) + roundingPixels)
                cut.append(sentence(table, text, needed, table.columnWidth(column)));
        }
    }
    return cut;
}

//! What a number or a day says; a line that takes any text scrolls.
inline QStringList ofSpin(const QAbstractSpinBox &spin)
{
    const auto *line = spin.findChild<QLineEdit *>();
    const int needed = line ? line->fontMetrics().horizontalAdvance(spin.text()) : 0;
    if (!line || needed <= line->width() + roundingPixels)
        return {};
    return {sentence(spin, spin.text(), needed, line->width())};
}

//! The text in the empty field: half a hint helps nobody.
inline QStringList ofHint(const QLineEdit &line)
{
    const int frame = 2 * 4; // Qt's own margins beside the text
    const int needed = line.fontMetrics().horizontalAdvance(line.placeholderText()) + frame;
    const int has =
        line.contentsRect().width() - line.textMargins().left() - line.textMargins().right();
    const bool shows = line.text().isEmpty() && !line.placeholderText().isEmpty();
    if (!shows || needed <= has || isToldBy(line.toolTip(), line.placeholderText()))
        return {};
    return {sentence(line, line.placeholderText(), needed, has)};
}

//! A field that is pressed flat loses its border, then its text.
inline bool isFlat(const QWidget &widget)
{
    const bool isField = qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget);
    return isField && !isPartOfAnother(widget)
        && widget.height() + roundingPixels < widget.minimumSizeHint().height();
}

inline QStringList cutIn(const QWidget &widget)
{
    if (isFlat(widget))
        return {describe(widget) + QStringLiteral(" is pressed flat")};
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        return ofTabs(*bar);
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return header->orientation() == Qt::Horizontal ? ofHeader(*header) : QStringList();
    if (const auto *table = qobject_cast<const QTableView *>(&widget))
        return ofNumbers(*table);
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->isEditable() ? QStringList() : ofCombo(*combo);
    if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(&widget))
        return ofSpin(*spin);
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return isPartOfAnother(widget) ? QStringList() : ofHint(*line);
    if (!isPartOfAnother(widget) && isCut(widget))
        return {QStringLiteral("%1 needs %2x%3, has %4x%5")
                    .arg(describe(widget))
                    .arg(widget.sizeHint().width())
                    .arg(widget.sizeHint().height())
                    .arg(widget.width())
                    .arg(widget.height())};
    return {};
}

//! What a widget says; empty for one that says nothing.
inline QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->currentText();
    const auto *line = qobject_cast<const QLineEdit *>(&widget);
    return line ? line->text() + line->placeholderText() : QString();
}

//! A parent ends before the text does. Where the parent scrolls, it can be brought into view.
inline bool isPushedOut(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    if (!parent || widget.isWindow())
        return false;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
    const bool scrolls = area && area->viewport() == parent;
    return !scrolls
        && !parent->rect()
                .adjusted(-roundingPixels, -roundingPixels, roundingPixels, roundingPixels)
                .contains(widget.geometry());
}

} // namespace TextFit

//! All of \a shown that cannot be read whole, and whose tooltip does not tell it whole either.
inline QStringList cutTexts(const QWidget &shown)
{
    QStringList all;
    for (const QWidget *widget : shown.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        all += TextFit::cutIn(*widget);
        const QString text = TextFit::textOf(*widget);
        if (!text.isEmpty() && !isPartOfAnother(*widget) && TextFit::isPushedOut(*widget))
            all.append(
                QStringLiteral("%1 “%2” lies outside its parent").arg(describe(*widget), text));
    }
    return all;
}

//! Pairs of neighbours with text that lie over each other.
inline QStringList overlappingTexts(const QWidget &shown)
{
    QStringList all;
    QHash<const QWidget *, QList<const QWidget *>> neighbours;
    for (const QWidget *widget : shown.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isPartOfAnother(*widget) || widget->isWindow()
            || TextFit::textOf(*widget).isEmpty())
            continue;
        QList<const QWidget *> &others = neighbours[widget->parentWidget()];
        for (const QWidget *other : std::as_const(others))
            if (other->geometry().intersects(widget->geometry()))
                all.append(
                    QStringLiteral("%1 “%2” lies over “%3”")
                        .arg(describe(*widget), TextFit::textOf(*widget), TextFit::textOf(*other)));
        others.append(widget);
    }
    return all;
}

} // namespace Gatehouse::Ui
