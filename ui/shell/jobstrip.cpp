// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobstrip.h"

#include "ui/models/joblist.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/plaintextlabel.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto shownAfter = 2s; // shorter work only has its mark at the control
constexpr int meterWidth = 160;

QString textOf(const Job &job)
{
    if (!job.progress())
        return job.title();
    const QString percent = Format::percent(*job.progress());
    const auto left = job.remaining();
    if (!left)
        return JobStrip::tr("%1 %2").arg(job.title(), percent);
    if (*left < 10s)
        return JobStrip::tr("%1 %2 · a few seconds left").arg(job.title(), percent);
    return JobStrip::tr("%1 %2 · %3 left")
        .arg(job.title(), percent, Format::duration(double(left->count())));
}

} // namespace

JobStrip::JobStrip(JobList &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_title(new PlainTextLabel({}, u"muted"_s, this))
    , m_meter(new Meter(this))
    , m_cancel(makeButton(tr("Cancel"), u"ghost"_s, u"jobs.cancelButton"_s, this))
{
    setObjectName(u"jobs.strip"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("kind", u"jobStrip"_s);
    m_title->setObjectName(u"jobs.titleLabel"_s);
    m_meter->setObjectName(u"jobs.progressMeter"_s);
    m_meter->setFixedWidth(meterWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 5, 24, 5);
    layout->setSpacing(12);
    layout->addWidget(m_meter);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_cancel);
    m_patience.setSingleShot(true);
    m_patience.setInterval(shownAfter);
    connect(&m_patience, &QTimer::timeout, this, &JobStrip::show);
    connect(&jobs, &JobList::changed, this, &JobStrip::showJobs);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (!m_jobs.isIdle())
            m_jobs.running().constFirst()->cancel();
    });
    hide();
}

QString JobStrip::text() const
{
    return m_title->fullText();
}

void JobStrip::showJobs()
{
    if (m_jobs.isIdle()) {
        m_patience.stop();
        hide();
        return;
    }
    if (!isVisible() && !m_patience.isActive())
        m_patience.start();
    const Job &job = *m_jobs.running().constFirst();
    const auto others = int(m_jobs.running().size()) - 1;
    m_title->setFullText(others == 0 ? textOf(job)
                                     : tr("%1, %n more", nullptr, others).arg(textOf(job)));
    m_meter->setValue(job.progress().value_or(0));
    m_meter->setAccessibleName(m_title->fullText());
    m_cancel->setVisible(job.canCancel());
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(job.title()));
}

} // namespace Gatehouse::Ui
