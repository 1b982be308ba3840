// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/providertile.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int tileHeight = 48;
constexpr int tileWidth = 196;
constexpr int markSize = 32;
constexpr int padding = 12;

} // namespace

ProviderTile::ProviderTile(const QString &name, const QString &caption, int series,
                           const QString &iconName, QWidget *parent)
    : QPushButton(parent)
    , m_name(name)
    , m_caption(caption)
    , m_iconName(iconName)
    , m_series(series)
{
    setProperty("kind", u"tile"_s);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(name);
    setAccessibleDescription(caption);
}

void ProviderTile::setFound(const QString &text)
{
    m_found = text;
    setAccessibleDescription(tr("%1, %2").arg(text, m_caption));
    update();
}

QSize ProviderTile::sizeHint() const
{
    const int lines = QFontMetrics(roleFont(FontRole::Body)).height()
        + QFontMetrics(roleFont(FontRole::Caption)).height();
    return {tileWidth, std::max(tileHeight, lines + 16)};
}

void ProviderTile::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF mark(padding, (height() - markSize) / 2.0, markSize, markSize);
    paintMark(&painter, mark);
    QRectF words(mark.right() + 10, 0, width() - mark.right() - 10 - padding, height());
    if (!m_found.isEmpty()) {
        const QSize pill = Pill::sizeFor(m_found, true);
        Pill::paint(&painter, QRectF(width() - padding - pill.width(), 0, pill.width(), height()),
                    m_found, Tone::Ok, u"check"_s);
        words.setRight(words.right() - pill.width() - 8);
    }
    QFont strong = roleFont(FontRole::Body);
    strong.setWeight(QFont::DemiBold);
    const double nameHeight = QFontMetricsF(strong).height();
    const double captionHeight = QFontMetricsF(roleFont(FontRole::Caption)).height();
    const double both = m_caption.isEmpty() ? nameHeight : nameHeight + captionHeight;
    words = QRectF(words.left(), (height() - both) / 2, words.width(), nameHeight);
    painter.setFont(strong);
    painter.setPen(c.text);
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_name, Qt::ElideRight, int(words.width()) + 1));
    painter.setFont(roleFont(FontRole::Caption));
    painter.setPen(c.text3);
    painter.drawText(
        QRectF(words.left(), words.bottom(), words.width(), captionHeight),
        Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, int(words.width()) + 1));
}

void ProviderTile::paintMark(QPainter *painter, const QRectF &rect) const
{
    const Colours &c = colours();
    const QColor colour = m_series < 0 ? c.text2 : c.seriesLine(m_series);
    painter->setPen(Qt::NoPen);
    painter->setBrush(withAlpha(colour, 0.14));
    painter->drawRoundedRect(rect, 8, 8);
    if (!m_iconName.isEmpty()) {
        paintIcon(painter, rect.adjusted(8, 8, -8, -8), m_iconName, colour);
        return;
    }
    QFont letter = roleFont(FontRole::DialogTitle);
    letter.setWeight(QFont::DemiBold);
    painter->setFont(letter);
    painter->setPen(colour);
    painter->drawText(rect, Qt::AlignCenter, m_name.left(1).toUpper());
}

} // namespace Gatehouse::Ui
