// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintextlabel.h"

#include <QtGui/QFontMetrics>

namespace Gatehouse::Ui {

namespace {

constexpr qsizetype leastCaption = 6;
const QLatin1StringView caption("caption");

} // namespace

PlainTextLabel::PlainTextLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainTextLabel::PlainTextLabel(const QString &text, const QString &tone, QWidget *parent)
    : PlainTextLabel(parent)
{
    setProperty("tone", tone);
    setFullText(text);
}

void PlainTextLabel::setFullText(const QString &text)
{
    m_full = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize PlainTextLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full) + 2, QLabel::sizeHint().height()};
}

QSize PlainTextLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'…'), QLabel::minimumSizeHint().height()};
}

void PlainTextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void PlainTextLabel::elide()
{
    QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, width());
    // A caption is a hint: a stump of it says nothing.
    const bool isStump = shown.size() < leastCaption && property("tone").toString() == caption;
    if (shown != m_full && (isStump || m_wholeOrNothing))
        shown.clear();
    setToolTip(shown == m_full ? QString() : m_full);
    if (shown != text())
        setText(shown);
}

} // namespace Gatehouse::Ui
