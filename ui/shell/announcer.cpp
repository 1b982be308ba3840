// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/announcer.h"

#include "ui/models/joblist.h"
#include "ui/models/statusmodel.h"
#include "ui/models/updatecheck.h"
#include "ui/widgets/snackbar.h"

namespace Gatehouse::Ui {

Announcer::Announcer(const Sources &sources, Snackbar &snackbar, QObject *parent)
    : QObject(parent)
    , m_snackbar(snackbar)
{
    connect(&sources.jobs, &JobList::jobEnded, this, [this](Job *job) { announce(*job); });
    connect(&sources.status, &StatusModel::commandFailed, this,
            [this](const QString &detail) { m_snackbar.showMessage(detail); });
    connect(&sources.updates, &UpdateCheck::newVersionFound, this, [this](const QString &version) {
        m_snackbar.showMessage(tr("Gatehouse %1 is available").arg(version));
    });
}

void Announcer::announce(const Job &job)
{
    if (job.state() == Job::State::Finished)
        m_snackbar.showMessage(job.result());
    else if (job.state() == Job::State::Failed)
        m_snackbar.showMessage(tr("%1: %2").arg(job.title(), job.result()));
}

} // namespace Gatehouse::Ui
