// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportstate.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>

namespace Gatehouse::Ui {

namespace {

struct ReportState {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::ReportState)
};

//! Why nothing was read yet.
void setReason(StatePanel &panel, int status)
{
    constexpr int forbidden = 403;
    constexpr int notFound = 404;
    if (status == notFound)
        panel.setError(ReportState::tr("This needs a newer gateway"),
                       ReportState::tr("The gateway is older than this window and cannot answer "
                                       "what is asked here."));
    else if (status == forbidden)
        panel.setError(ReportState::tr("Your role may not see this"),
                       ReportState::tr("An administrator of the gateway can change that."));
    else
        panel.setError(ReportState::tr("The gateway does not answer"),
                       ReportState::tr("Nothing could be read from it yet. It is asked again "
                                       "every few seconds."));
}

//! Of a report that was read once.
StatePanel::State stateOf(bool failed, bool isEmpty, bool isPartial)
{
    using State = StatePanel::State;
    if (failed && !isEmpty)
        return State::Stale;
    if (isPartial) // what is missing may be all there is
        return State::Partial;
    return isEmpty ? State::Empty : State::Ready;
}

} // namespace

bool showReportState(StatePanel &panel, const ReportModel &model, bool isEmpty,
                     const QString &missing)
{
    const bool failed = model.state() == ReportModel::State::Failed;
    if (!model.hasData()) {
        setReason(panel, model.failure());
        panel.setState(failed ? StatePanel::State::Error : StatePanel::State::Loading);
        return failed;
    }
    const QString gaps = missing.isEmpty() ? model.missing() : missing;
    panel.setNotice(failed ? ReportState::tr("As of %1. The gateway does not answer now.")
                                 .arg(Format::timeOfDay(model.loadedAt(), model.zone()))
                           : gaps);
    panel.setState(stateOf(failed, isEmpty, !gaps.isEmpty()));
    return true;
}

} // namespace Gatehouse::Ui
