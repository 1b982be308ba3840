// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/probestrip.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double gapShare = 0.3;
constexpr double widestStep = 12; //!< a few checks do not fill the width
constexpr double passedShare = 0.45;
constexpr int stripHeight = 28;
constexpr int usualWidth = 240;

} // namespace

ProbeStrip::ProbeStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"providers.editor.probeStrip"_s);
    setAccessibleName(tr("Latest checks"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ProbeStrip::sizeHint() const
{
    return {usualWidth, stripHeight};
}

void ProbeStrip::setChecks(const QList<ProviderRow::Check> &checks)
{
    if (checks == m_checks)
        return;
    m_checks = checks;
    m_current = std::min(m_current, m_checks.size() - 1);
    setVisible(!checks.isEmpty());
    describe();
    update();
}

QString ProbeStrip::sentence(const ProviderRow::Check &check)
{
    const QString when =
        Format::wordLocale().toString(check.time.toLocalTime(), tr("d MMM yyyy HH:mm:ss"));
    const QString took = Format::duration(check.milliseconds);
    if (check.passed)
        return check.milliseconds ? tr("%1: passed in %2").arg(when, took)
                                  : tr("%1: passed").arg(when);
    return check.detail.isEmpty() ? tr("%1: failed").arg(when)
                                  : tr("%1: failed. %2").arg(when, check.detail);
}

void ProbeStrip::describe()
{
    const auto failed = std::count_if(m_checks.cbegin(), m_checks.cend(),
                                      [](const auto &check) { return !check.passed; });
    const QString all = tr("%1 of the latest %2 checks passed.")
                            .arg(Format::count(qint64(m_checks.size() - failed)),
                                 Format::count(qint64(m_checks.size())));
    setAccessibleDescription(
        m_current < 0 ? all : QString(all + u' ' + sentence(m_checks.at(m_current))));
}

QRectF ProbeStrip::barAt(qsizetype index) const
{
    const double step = std::min(widestStep, double(width()) / double(m_checks.size()));
    const double full = height() - 2.0;
    const double high = m_checks.at(index).passed ? full * passedShare : full;
    return {step * double(index) + 1, height() - 1 - high, std::max(1.0, step * (1 - gapShare)),
            high};
}

void ProbeStrip::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_checks.size(); ++i) {
        painter.setPen(hasFocus() && i == m_current ? QPen(c.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(m_checks.at(i).passed ? c.okFill : c.errFill);
        painter.drawRoundedRect(barAt(i), 1, 1);
    }
}

void ProbeStrip::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_checks.isEmpty())
        return QWidget::keyPressEvent(event);
    m_current = std::clamp<qsizetype>(m_current + step, 0, m_checks.size() - 1);
    describe();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(mapToGlobal(barAt(m_current).bottomLeft().toPoint()),
                       sentence(m_checks.at(m_current)), this);
    update();
}

void ProbeStrip::focusInEvent(QFocusEvent *event)
{
    if (m_current < 0)
        m_current = m_checks.size() - 1;
    describe();
    update();
    QWidget::focusInEvent(event);
}

void ProbeStrip::focusOutEvent(QFocusEvent *event)
{
    update();
    QWidget::focusOutEvent(event);
}

bool ProbeStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_checks.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const double step = std::min(widestStep, double(width()) / double(m_checks.size()));
    const auto index =
        std::clamp<qsizetype>(qsizetype(double(help->pos().x()) / step), 0, m_checks.size() - 1);
    QToolTip::showText(help->globalPos(), sentence(m_checks.at(index)), this);
    return true;
}

} // namespace Gatehouse::Ui
