// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/draftflow.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/otherschange.h"
#include "ui/models/routeproblems.h"
#include "ui/models/routesmodel.h"
#include "ui/pages/routes/draftbar.h"
#include "ui/pages/routes/publishdialog.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

DraftFlow::DraftFlow(RoutesModel &model, ConfigurationModel &configuration, DraftBar &bar)
    : QObject(&bar)
    , m_model(model)
    , m_configuration(configuration)
    , m_bar(bar)
{
    RoutesDraft &draft = model.draft();
    connect(&bar, &DraftBar::checkRequested, this, [this] { check(Next::Nothing); });
    connect(&bar, &DraftBar::publishRequested, this, [this] { check(Next::Publish); });
    connect(&bar, &DraftBar::discardRequested, &draft, &RoutesDraft::discard);
    connect(&bar, &DraftBar::findingChosen, this, &DraftFlow::openFinding);
    connect(&draft, &RoutesDraft::conflictingChanged, this, &DraftFlow::showConflict);
    connect(&draft, &RoutesDraft::changed, this, [this] {
        m_findings.clear(); // they speak of the draft before
        m_bar.forgetFindings();
    });
    connect(&model, &RoutesModel::conflictRead, this,
            [this](const QString &who, const QDateTime &time, const QStringList &difference) {
                if (!who.isEmpty())
                    m_bar.showConflict(OthersChange::sentence(who, time), difference);
            });
}

void DraftFlow::setLocked(bool locked)
{
    m_locked = locked;
    m_bar.setLocked(locked);
}

bool DraftFlow::mayPublish() const
{
    return !m_locked && m_model.draft().isDirty() && !m_model.draft().isConflicting();
}

void DraftFlow::check(Next next)
{
    if (!m_configuration.isLoaded() || (next == Next::Publish && !mayPublish()))
        return;
    m_bar.setBusy(true);
    m_configuration.check(
        m_model.draft().document(), this,
        [this, next](const Api::Findings &findings, const QStringList &difference) {
            m_bar.setBusy(false);
            take(findings, difference, next);
        });
}

void DraftFlow::take(const Api::Findings &findings, const QStringList &difference, Next next)
{
    m_findings = merged(findings, routeProblems(m_model.draft().document(), m_model.facts()));
    m_bar.showFindings(m_findings);
    Q_EMIT checked(m_findings);
    if (next == Next::Publish && mayPublish() && !Api::hasErrors(m_findings))
        ask(difference);
}

Api::Findings DraftFlow::findingsOf(const QString &route, const Api::Findings &findings,
                                    const Api::Document &document)
{
    Api::Findings own;
    for (Api::Finding finding : findings) {
        const ProblemPlace place = placeOf(finding, document);
        finding.path = place.field;
        if (place.route == route)
            own.append(finding);
    }
    return own;
}

void DraftFlow::ask(const QStringList &difference)
{
    auto *dialog = new PublishDialog(difference, int(m_findings.size()), m_bar.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, difference] { publish(difference, dialog->reason()); });
    dialog->open();
}

void DraftFlow::publish(const QStringList &difference, const QString &reason)
{
    const QString sentence = difference.size() == 1
        ? difference.first()
        : tr("Published %n changes", nullptr, int(difference.size()));
    const auto done = [this](const std::optional<Refusal> &refusal) {
        m_bar.setBusy(false);
        if (!refusal)
            return; // the draft follows the configuration that comes back
        if (refusal->error.code == ErrorCode::Conflict) {
            m_configuration.forgetConflict(); // the draft has its own banner
            catchUp();
        } else if (!refusal->findings.isEmpty()) {
            take(refusal->findings, {}, Next::Nothing);
        } else {
            m_bar.showError(tr("Not published. %1").arg(refusal->error.detail));
        }
    };
    m_bar.setBusy(true);
    m_configuration.replace(m_model.draft().document(), sentence, this, done, reason);
}

//! Someone else was first. When it was about something else than routes, the draft goes on top of
//! it and may be published again.
void DraftFlow::catchUp()
{
    const auto tell = [this] {
        if (m_model.draft().isDirty() && !m_model.draft().isConflicting())
            m_bar.showError(tr("Another part of the configuration was changed meanwhile. Your "
                               "draft is on top of it now: publish again."));
    };
    connect(&m_configuration, &ConfigurationModel::changed, this, tell, Qt::SingleShotConnection);
    m_configuration.refresh();
}

void DraftFlow::showConflict()
{
    if (!m_model.draft().isConflicting())
        return;
    m_bar.showConflict(tr("The configuration was changed by someone else."), {});
    m_model.askConflict();
}

void DraftFlow::openFinding(int index)
{
    if (index < 0 || index >= m_findings.size())
        return;
    const ProblemPlace place = placeOf(m_findings.at(index), m_model.draft().document());
    if (!place.route.isEmpty())
        Q_EMIT placeChosen(place.route, place.field);
}

} // namespace Gatehouse::Ui
