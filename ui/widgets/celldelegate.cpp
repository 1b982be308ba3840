// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/legendbar.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/tabulartext.h"
#include "ui/widgets/theme.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int padding = 12;
constexpr int rowHeight = 37;
constexpr double meterWidth = 46;
constexpr double meterHeight = 4;
constexpr double checkSize = 16;
constexpr double sparkWidth = 64;
constexpr double sparkMargin = 10;
constexpr double twoLinesHold = 1.8; //!< of a line's width: words break before its end

QFont weighted(FontRole role, QFont::Weight weight)
{
    QFont font = roleFont(role);
    font.setWeight(weight);
    return font;
}

void drawElided(QPainter *painter, const QRectF &rect, const QString &text,
                Qt::Alignment alignment = Qt::AlignLeft)
{
    painter->drawText(
        rect, int(alignment | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(text, Qt::ElideRight, int(rect.width()) + 1));
}

QColor fillOf(Tone tone)
{
    const Colours &c = colours();
    switch (tone) {
    case Tone::Ok:
        return c.okFill;
    case Tone::Warn:
        return c.warn;
    case Tone::Err:
        return c.errFill;
    case Tone::Neutral:
        return c.seriesOther;
    case Tone::Accent:
    case Tone::Info:
        break;
    }
    return c.accent;
}

void paintSwatchCell(QPainter *painter, QRectF rect, const QModelIndex &index)
{
    const Colours &c = colours();
    if (const QVariant series = index.data(CellRole::Series); series.isValid()) {
        paintSwatch(painter, rect, SwatchShape::Square, c.seriesFill(series.toInt()));
        rect.setLeft(rect.left() + 19);
    }
    const QString name = index.data().toString();
    painter->setFont(weighted(FontRole::TableCell, QFont::DemiBold));
    painter->setPen(c.text);
    drawElided(painter, rect, name);
    rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(name) + 9);
    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(c.text3);
    const QString detail = index.data(CellRole::Detail).toString();
    if (painter->fontMetrics().horizontalAdvance(detail) <= rect.width()) // whole or not at all
        drawElided(painter, rect, detail);
}

void paintMeterCell(QPainter *painter, QRectF rect, const QModelIndex &index)
{
    const QVariant share = index.data(CellRole::Share);
    if (share.isValid()) {
        const QRectF bar(rect.left(), rect.center().y() - meterHeight / 2, meterWidth, meterHeight);
        Meter::paintBar(painter, bar, share.toDouble(),
                        fillOf(Tone(index.data(CellRole::Tone).toInt())));
        rect.setLeft(bar.right() + 10);
    }
    painter->setFont(roleFont(FontRole::TableCell));
    painter->setPen(colours().text);
    drawTabular(painter, rect, index.data().toString(), false);
}

void paintSparkCell(QPainter *painter, QRectF rect, const QModelIndex &index)
{
    const auto points = index.data(CellRole::Points).value<QList<double>>();
    const QRectF line(rect.left(), rect.top() + sparkMargin, sparkWidth,
                      rect.height() - 2 * sparkMargin);
    Sparkline::paintLine(painter, line, points,
                         colours().seriesLine(index.data(CellRole::Series).toInt()));
    rect.setLeft(line.right() + 10);
    painter->setFont(roleFont(FontRole::TableCell));
    painter->setPen(colours().text);
    drawTabular(painter, rect, index.data().toString(), false);
}

void paintTwoLines(QPainter *painter, const QRectF &rect, const QModelIndex &index)
{
    const Colours &c = colours();
    painter->setFont(weighted(FontRole::TableCell, QFont::DemiBold));
    painter->setPen(c.text);
    const QString detail = index.data(CellRole::Detail).toString();
    if (detail.isEmpty()) // in the middle, as the cells beside it
        return drawElided(painter, rect, index.data().toString());
    const double half = rect.height() / 2;
    drawElided(painter, QRectF(rect.left(), rect.top() + 3, rect.width(), half - 2),
               index.data().toString());
    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(c.text3);
    drawElided(painter, QRectF(rect.left(), rect.top() + half, rect.width(), half - 4), detail);
}

void paintCheck(QPainter *painter, QRectF rect, const QModelIndex &index)
{
    const Colours &c = colours();
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRectF box(rect.left() + 0.5, rect.center().y() - checkSize / 2, checkSize, checkSize);
    const bool enabled = index.flags() & Qt::ItemIsUserCheckable;
    painter->setPen(QPen(!enabled ? c.border : checked ? c.accent : c.inputBorder, 1));
    painter->setBrush(!enabled ? c.track : checked ? c.accent : c.surface);
    painter->drawRoundedRect(box, 5, 5);
    if (checked)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), u"check"_s,
                  enabled ? c.accentText : c.text3);
    rect.setLeft(box.right() + 9);
    painter->setFont(roleFont(FontRole::TableCell));
    painter->setPen(c.text);
    drawElided(painter, rect, index.data().toString());
}

void paintText(QPainter *painter, const QRectF &rect, const QModelIndex &index, const QFont &font)
{
    const QVariant tone = index.data(CellRole::Tone);
    painter->setFont(font);
    painter->setPen(tone.isValid() ? colours().toneText(Tone(tone.toInt())) : colours().text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    drawElided(painter, rect, index.data().toString(),
               alignment & Qt::AlignHorizontal_Mask ? alignment & Qt::AlignHorizontal_Mask
                                                    : Qt::AlignLeft);
}

void paintSentence(QPainter *painter, const QRectF &rect, const QModelIndex &index)
{
    const QFont font = roleFont(FontRole::TableCell);
    const QFontMetricsF metrics(font);
    const QString text = index.data().toString();
    if (metrics.horizontalAdvance(text) <= rect.width() || rect.height() < 2 * metrics.height())
        return paintText(painter, rect, index, font);
    painter->setFont(font);
    painter->setPen(colours().text);
    painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap),
                      metrics.elidedText(text, Qt::ElideRight, rect.width() * twoLinesHold));
}

void paintContent(QPainter *painter, const QRectF &rect, const QModelIndex &index)
{
    const auto text = index.data().toString();
    switch (CellKind(index.data(CellRole::Kind).toInt())) {
    case CellKind::Text:
        return paintText(painter, rect, index, roleFont(FontRole::TableCell));
    case CellKind::Strong:
        return paintText(painter, rect, index, weighted(FontRole::TableCell, QFont::DemiBold));
    case CellKind::Sentence:
        return paintSentence(painter, rect, index);
    case CellKind::Number: {
        const QVariant tone = index.data(CellRole::Tone);
        painter->setFont(roleFont(FontRole::TableCell));
        painter->setPen(tone.isValid() ? colours().toneText(Tone(tone.toInt())) : colours().text);
        return drawTabular(painter, rect, text);
    }
    case CellKind::Swatch:
        return paintSwatchCell(painter, rect, index);
    case CellKind::Pill:
        if (text.isEmpty())
            return;
        return Pill::paint(painter, rect, text, Tone(index.data(CellRole::Tone).toInt()),
                           index.data(CellRole::Icon).toString());
    case CellKind::Meter:
        return paintMeterCell(painter, rect, index);
    case CellKind::Spark:
        return paintSparkCell(painter, rect, index);
    case CellKind::TwoLine:
        return paintTwoLines(painter, rect, index);
    case CellKind::Check:
        return paintCheck(painter, rect, index);
    case CellKind::Code: {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(roleFont(FontRole::Caption).pointSizeF());
        return paintText(painter, rect, index, font);
    }
    }
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Colours &c = colours();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, c.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, c.surface2);
    const bool lastRow = index.row() == index.model()->rowCount(index.parent()) - 1;
    if (!lastRow)
        painter->fillRect(QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          c.border);
    if (view && view->hasFocus() && view->currentIndex() == index) {
        painter->setPen(QPen(c.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 4, 4);
    }
}

} // namespace

CellDelegate::CellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    paintGround(painter, option, index);
    painter->setOpacity(option.state & QStyle::State_Enabled ? 1.0 : 0.5);
    const auto kind = CellKind(index.data(CellRole::Kind).toInt());
    const bool leftOnly = kind == CellKind::Swatch || kind == CellKind::Pill;
    paintContent(painter, QRectF(option.rect).adjusted(padding, 0, leftOnly ? 0 : -padding, -1),
                 index);
    painter->restore();
}

bool CellDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (CellKind(index.data(CellRole::Kind).toInt()) != CellKind::Check)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const bool clicked = event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    const bool pressed = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!(clicked || pressed) || !(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(roleFont(FontRole::TableCell));
    const int text = metrics.horizontalAdvance(index.data().toString());
    const bool twoLines = CellKind(index.data(CellRole::Kind).toInt()) == CellKind::TwoLine;
    return {text + 2 * padding, std::max(rowHeight, metrics.height() * (twoLines ? 2 : 1) + 12)};
}

} // namespace Gatehouse::Ui
