// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/legendbar.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/theme.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int swatchWidth = 10;
constexpr int nameGap = 6;
constexpr int totalGap = 6;
constexpr int leastHeight = 28; //!< for the pointer

QFont totalFont()
{
    QFont font = roleFont(FontRole::Legend);
    font.setWeight(QFont::DemiBold);
    return font;
}

class LegendItem : public QAbstractButton
{
public:
    LegendItem(LegendEntry entry, QWidget *parent)
        : QAbstractButton(parent)
        , m_entry(std::move(entry))
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(u"%1 %2"_s.arg(m_entry.name, m_entry.total));
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(roleFont(FontRole::Legend));
        return {nameLeft() + metrics.horizontalAdvance(m_entry.name) + totalGap
                    + QFontMetrics(totalFont()).horizontalAdvance(m_entry.total) + 2,
                std::max(leastHeight, metrics.height() + 4)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(isChecked() ? 1.0 : 0.4);
        const QColor colour = m_entry.shape == SwatchShape::Square ? c.seriesFill(m_entry.series)
                                                                   : c.seriesLine(m_entry.series);
        paintSwatch(&painter, QRectF(0, 0, nameLeft() - nameGap, height()), m_entry.shape, colour);
        painter.setFont(roleFont(FontRole::Legend));
        painter.setPen(underMouse() ? c.text : c.text2);
        const int nameWidth = painter.fontMetrics().horizontalAdvance(m_entry.name);
        painter.drawText(rect().adjusted(nameLeft(), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         m_entry.name);
        painter.setFont(totalFont());
        painter.setPen(c.text);
        painter.drawText(rect().adjusted(nameLeft() + nameWidth + totalGap, 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, m_entry.total);
    }

private:
    int nameLeft() const { return swatchWidth + nameGap; }

    LegendEntry m_entry;
};

} // namespace

void paintSwatch(QPainter *painter, const QRectF &rect, SwatchShape shape, const QColor &colour)
{
    const double middle = rect.center().y();
    switch (shape) {
    case SwatchShape::Square:
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawRoundedRect(QRectF(rect.left() + 0.5, middle - 4.5, 9, 9), 2.5, 2.5);
        break;
    case SwatchShape::Line:
        painter->setPen(QPen(colour, 2.4, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(rect.left() + 1.2, middle), QPointF(rect.left() + 9, middle));
        break;
    case SwatchShape::Dashes:
        painter->setPen(QPen(withAlpha(colour, 0.85), 1.8, Qt::SolidLine, Qt::FlatCap));
        painter->drawLine(QPointF(rect.left(), middle), QPointF(rect.left() + 4, middle));
        painter->drawLine(QPointF(rect.left() + 6, middle), QPointF(rect.left() + 10, middle));
        break;
    }
}

LegendBar::LegendBar(QWidget *parent)
    : QWidget(parent)
{
    new FlowLayout(this, 18, 0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
}

void LegendBar::setEntries(const QList<LegendEntry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    QSet<QString> known;
    for (const LegendEntry &entry : entries)
        known.insert(entry.id);
    m_hidden.intersect(known);
    rebuild();
}

void LegendBar::rebuild()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem>(item).reset();
    }
    for (const LegendEntry &entry : m_entries) {
        auto *item = new LegendItem(entry, this);
        item->setObjectName(objectName() + u'.' + entry.id);
        item->setChecked(!m_hidden.contains(entry.id));
        layout()->addWidget(item);
        item->show();
        const QString id = entry.id;
        connect(item, &QAbstractButton::clicked, this, [this, id] {
            choose(id, QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
        });
    }
    updateGeometry();
}

void LegendBar::choose(const QString &id, bool toggle)
{
    QSet<QString> others;
    for (const LegendEntry &entry : m_entries)
        if (entry.id != id)
            others.insert(entry.id);
    if (toggle) {
        if (!m_hidden.remove(id))
            m_hidden.insert(id);
    } else {
        m_hidden = m_hidden == others ? QSet<QString>() : others;
    }
    for (int i = 0; i < layout()->count(); ++i)
        static_cast<QAbstractButton *>(layout()->itemAt(i)->widget())
            ->setChecked(!m_hidden.contains(m_entries.at(i).id));
    Q_EMIT hiddenChanged(m_hidden);
}

} // namespace Gatehouse::Ui
