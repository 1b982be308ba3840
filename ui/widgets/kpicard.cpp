// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kpicard.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/plaintextlabel.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString deltaTone(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"deltaOk"_s;
    case Tone::Warn:
        return u"deltaWarn"_s;
    case Tone::Err:
        return u"deltaErr"_s;
    case Tone::Neutral:
    case Tone::Accent:
    case Tone::Info:
        break;
    }
    return u"section"_s;
}

} // namespace

KpiCard::KpiCard(const QString &title, QWidget *parent)
    : Card(parent)
    , m_title(new PlainTextLabel(title, u"muted"_s, this))
    , m_delta(makeLabel({}, u"section"_s, this))
    , m_number(makeLabel(u"–"_s, u"kpi"_s, this))
    , m_suffix(new PlainTextLabel({}, u"muted"_s, this))
    , m_caption(new PlainTextLabel({}, u"caption"_s, this))
    , m_middle(new QStackedLayout)
    , m_spark(new Sparkline(this))
    , m_meter(new Meter(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buildLayout();
    refreshFonts();
    updateName();
}

void KpiCard::buildLayout()
{
    content()->setContentsMargins(17, 13, 17, 13);
    content()->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title, 1);
    top->addWidget(m_delta);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(6);
    middle->addWidget(m_number);
    middle->addWidget(m_suffix, 1);
    m_middle->addWidget(m_spark);
    auto *meterPlace = new QWidget(this);
    auto *meterLayout = new QVBoxLayout(meterPlace);
    meterLayout->setContentsMargins(0, 8, 0, 0);
    meterLayout->addWidget(m_meter);
    m_middle->addWidget(meterPlace);
    auto *graphic = new QWidget(this);
    graphic->setLayout(m_middle);
    graphic->setFixedHeight(32);
    content()->addLayout(top);
    content()->addLayout(middle);
    content()->addSpacing(4);
    content()->addWidget(graphic);
    content()->addSpacing(3);
    content()->addWidget(m_caption);
    for (QWidget *child : findChildren<QWidget *>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void KpiCard::setNumber(const QString &number, const QString &suffix)
{
    m_number->setText(number);
    m_suffix->setFullText(suffix);
    updateName();
}

void KpiCard::setDelta(const QString &delta, Tone tone)
{
    m_delta->setText(delta);
    setStyleProperty(m_delta, "tone", deltaTone(tone));
}

void KpiCard::setCaption(const QString &caption)
{
    m_caption->setFullText(caption);
    updateName();
}

void KpiCard::setCaptionLink(const QString &text, const QString &objectName)
{
    if (!text.isEmpty() && !m_link) {
        m_link = makeButton({}, u"captionLink"_s, objectName, this);
        content()->addWidget(m_link, 0, Qt::AlignLeft);
        connect(m_link, &QPushButton::clicked, this, &KpiCard::captionActivated);
    }
    m_caption->setVisible(text.isEmpty());
    if (!m_link)
        return;
    m_link->setText(text);
    m_link->setAccessibleName(text);
    m_link->setVisible(!text.isEmpty());
}

void KpiCard::setSpark(const QList<double> &values, int series)
{
    m_middle->setCurrentIndex(0);
    m_spark->setValues(values, series);
}

Meter *KpiCard::showMeter()
{
    m_middle->setCurrentIndex(1);
    return m_meter;
}

void KpiCard::setStale(bool stale)
{
    setStyleProperty(m_number, "tone", stale ? u"kpiStale"_s : u"kpi"_s);
    setProperty("stale", stale);
}

QString KpiCard::number() const
{
    return m_number->text();
}

QString KpiCard::caption() const
{
    return m_caption->fullText();
}

QColor KpiCard::borderColour() const
{
    return m_hovered ? colours().borderStrong : colours().border;
}

void KpiCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space)
        Q_EMIT activated();
    else
        Card::keyPressEvent(event);
}

void KpiCard::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void KpiCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
}

void KpiCard::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void KpiCard::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

void KpiCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        refreshFonts();
    Card::changeEvent(event);
}

void KpiCard::refreshFonts()
{
    const QFont font = roleFont(FontRole::Kpi);
    if (m_number->font() != font)
        m_number->setFont(font);
}

void KpiCard::updateName()
{
    setAccessibleName(m_title->fullText());
    setAccessibleDescription(
        QStringList{QString(m_number->text() + u' ' + m_suffix->fullText()), m_caption->fullText()}
            .join(u", "_s));
}

} // namespace Gatehouse::Ui
