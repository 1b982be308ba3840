// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rightslock.h"

#include <QtCore/QEvent>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

using P = Api::Permission;

constexpr auto primaryButton = "topbar.primaryButton"_L1;

//! A name, or its beginning where it ends with "*". The first one that fits counts; what begins
//! with a dash only looks, or closes a dialog.
struct Control {
    const char *name;
    std::optional<P> needs;
};

const Control controls[] = {
    {"sidebar.gatewayToggle", P::Operate},

    {"access.leakDialog.closeButton", {}},
    {"access.leakDialog.noticeButton", {}},
    {"access.detail.closeButton", {}},
    {"access.detail.requestsButton", {}},
    {"access.peopleCancelButton", {}},
    {"access.firstPersonButton", P::ManagePeople},
    {"access.newPersonButton", P::ManagePeople},
    {"access.editPersonButton", P::ManagePeople},
    {"access.inviteButton", P::ManagePeople},
    {"access.lockPersonButton", P::ManagePeople},
    {"access.removePersonButton", P::ManagePeople},
    {"access.signOutButton", P::ManagePeople},
    {"access.revokeTokenButton", P::ManagePeople},
    {"access.peopleConfirmButton", P::ManagePeople},
    {"access.newKeyButton", P::ManageKeys},
    {"access.leakButton", P::ManageKeys},
    {"access.leakDialog.*Button", P::ManageKeys},
    {"access.newTeamButton", P::ManageKeys},
    {"access.firstTeamButton", P::ManageKeys},
    {"access.editTeamButton", P::ManageKeys},
    {"access.deleteTeamButton", P::ManageKeys},
    {"access.keyDialog.createButton", P::ManageKeys},
    {"access.teamDialog.saveButton", P::ManageKeys},
    {"access.endOverlapButton", P::ManageKeys},
    {"access.disableButton", P::ManageKeys},
    {"access.enableButton", P::ManageKeys},
    {"access.extendButton", P::ManageKeys},
    {"access.moveButton", P::ManageKeys},
    {"access.rotateButton", P::ManageKeys},
    {"access.deleteButton", P::ManageKeys},
    {"access.restoreButton", P::ManageKeys},
    {"access.detail.*Button", P::ManageKeys},

    {"alerts.newButton", P::Operate},
    {"alerts.editButton", P::Operate},
    {"alerts.acknowledgeButton", P::Operate},
    {"alerts.snoozeButton", P::Operate},
    {"alerts.offButton", P::Operate},
    {"alerts.deleteButton", P::Operate},
    {"alerts.newChannelButton", P::Operate},
    {"alerts.editChannelButton", P::Operate},
    {"alerts.testChannelButton", P::Operate},
    {"alerts.deleteChannelButton", P::Operate},
    {"alerts.editor.saveButton", P::Operate},

    {"overview.emptyTestButton", P::Operate},
    {"requests.emptyTestButton", P::Operate},
    {"overview.addProviderButton", P::ManageSecrets},
    {"overview.finishSetupButton", P::ManageSecrets},

    {"providers.addButton", P::ManageSecrets},
    {"providers.addFoundButton", P::ManageSecrets},
    {"providers.emptyAddButton", P::ManageSecrets},
    {"providers.editor.closeButton", {}},
    {"providers.editor.cancelKeyButton", {}},
    {"providers.editor.discardButton", {}},
    {"providers.editor.requestsButton", {}},
    {"providers.editor.pauseButton", P::Operate},
    {"providers.editor.addKeyButton", P::ManageSecrets},
    {"providers.editor.takeKeyButton", P::ManageSecrets},
    {"providers.editor.rotateKeyButton", P::ManageSecrets},
    {"providers.editor.disableKeyButton", P::ManageSecrets},
    {"providers.editor.removeKeyButton", P::ManageSecrets},
    {"providers.editor.moveKeyButton", P::ManageSecrets},
    {"providers.editor.keyFileButton", P::ManageSecrets},
    {"providers.editor.accountFileButton", P::ManageSecrets},
    {"providers.editor.duplicateButton", P::ManageSecrets},
    {"providers.editor.*Button", P::EditRoutes},

    {"reliability.acknowledgeButton", P::Operate},
    {"reliability.holdBreakerButton", P::Operate},
    {"reliability.resetBreakerButton", P::Operate},
    {"reliability.breakerConfirmButton", P::Operate},
    {"reliability.healthCheckButton", P::Operate},
    {"reliability.objectiveSaveButton", P::EditRoutes},
    {"reliability.objectiveResetButton", P::EditRoutes},

    {"requests.detail.cancelButton", P::Operate},
    {"requests.detail.showBodyButton", P::ReadBodies},
    {"requests.detail.showHeadersButton", P::ReadBodies},
    {"requests.detail.replayButton", P::ReadBodies},
    {"requests.replayDialog.sendButton", P::ReadBodies},
    {"requests.detail.deleteBodyButton", P::ReadBodies},
    {"requests.recordButton", P::ReadBodies},
    {"topbar.recordingButton", P::ReadBodies},

    {"routes.empty.newButton", P::EditRoutes},
    {"routes.publishButton", P::EditRoutes},
    {"routes.publishDialog.publishButton", P::EditRoutes},
    {"routes.deleteButton", P::EditRoutes},
    {"routes.deleteDialog.deleteButton", P::EditRoutes},
    {"routes.duplicateButton", P::EditRoutes},
    {"routes.restoreButton", P::EditRoutes},
    {"routes.routeForModelButton", P::EditRoutes},
    {"routes.conflict.mineButton", P::EditRoutes},
    {"routes.add*Button", P::EditRoutes},
    {"routes.remove*Button", P::EditRoutes},
    {"routes.editConditionButton", P::EditRoutes},

    {"spend.newBudgetButton", P::ManageSpending},
    {"spend.editBudgetButton", P::ManageSpending},
    {"spend.deleteBudgetButton", P::ManageSpending},
    {"spend.raiseBudgetButton", P::ManageSpending},
    {"spend.resetBudgetButton", P::ManageSpending},
    {"spend.pauseButton", P::ManageSpending},
    {"spend.newContractButton", P::ManageSpending},
    {"spend.editContractButton", P::ManageSpending},
    {"spend.deleteContractButton", P::ManageSpending},
    {"spend.invoicePriceButton", P::ManageSpending},
    {"spend.prices.*Button", P::ManageSpending},

    {"settings.restartButton", P::Operate},
    {"settings.saveButton", P::ManageGateway},
    {"settings.backup.backupButton", P::Everything},
    {"settings.backup.backupToButton", P::Everything},
    {"settings.backup.restoreButton", P::Everything},
    {"settings.backup.applyImportButton", P::ManageGateway},
    {"settings.gateway.createCertificateButton", P::ManageGateway},
    {"settings.storage.compactButton", P::ManageGateway},
    {"settings.storage.moveButton", P::ManageGateway},
    {"settings.security.unlockButton", P::ManageSecrets},
    {"settings.security.use*Button", P::ManageSecrets},
    {"settings.security.removeSecretButton", P::ManageSecrets},
    {"settings.prices.cancelButton", {}},
    {"settings.prices.*Button", P::ManageSpending},
};

bool fits(const char *pattern, const QString &name)
{
    const QLatin1StringView text(pattern);
    const qsizetype star = text.indexOf(u'*');
    return star < 0 ? name == text
                    : name.startsWith(text.first(star)) && name.endsWith(text.sliced(star + 1));
}

} // namespace

std::optional<Api::Permission> RightsLock::neededBy(const QString &objectName)
{
    const auto found = std::ranges::find_if(
        controls, [&objectName](const Control &one) { return fits(one.name, objectName); });
    return found == std::end(controls) ? std::nullopt : found->needs;
}

std::optional<Api::Permission> RightsLock::neededByPrimary(const QString &page)
{
    static const QHash<QString, P> needed{{u"providers"_s, P::ManageSecrets},
                                          {u"routes"_s, P::EditRoutes},
                                          {u"access"_s, P::ManageKeys},
                                          {u"alerts"_s, P::Operate}};
    const auto found = needed.constFind(page);
    return found == needed.constEnd() ? std::nullopt : std::optional(*found);
}

//! A viewer has nothing to set up, but sees what is watched.
bool RightsLock::isPageShown(const Rights &rights, const QString &page)
{
    static const QHash<QString, QList<P>> needed{
        {u"requests"_s, {P::ViewRequests}},
        {u"spend"_s, {P::ViewSpend}},
        {u"audit"_s, {P::ViewAudit}},
        {u"providers"_s, {P::EditRoutes, P::Operate, P::ManageSecrets}},
        {u"routes"_s, {P::EditRoutes, P::Operate}},
        {u"access"_s, {P::ManageKeys, P::ManagePeople, P::EditRoutes, P::Operate}}};
    const QList<P> any = needed.value(page);
    return any.isEmpty()
        || std::ranges::any_of(any, [&rights](P permission) { return rights.may(permission); });
}

RightsLock::RightsLock(Rights &rights, QObject *parent)
    : QObject(parent)
    , m_rights(rights)
{
    connect(&rights, &Rights::changed, this, &RightsLock::lookAgain);
    qApp->installEventFilter(this);
}

void RightsLock::setOffline(bool offline)
{
    if (std::exchange(m_isOffline, offline) != offline)
        lookAgain();
}

void RightsLock::setPage(const QString &page)
{
    m_page = page;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->objectName() == primaryButton)
            look(widget);
    }
}

std::optional<Api::Permission> RightsLock::needs(const QWidget &widget) const
{
    const QString name = widget.objectName();
    return name == primaryButton ? neededByPrimary(m_page) : neededBy(name);
}

//! A widget is polished before it is first seen; some get their name only later.
bool RightsLock::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isDue = type == QEvent::Polish || type == QEvent::Show
        || type == QEvent::EnabledChange || type == QEvent::ToolTipChange;
    const bool locksAny = m_rights.isKnown() || m_isOffline;
    if (isDue && !m_isChanging && locksAny && watched->isWidgetType())
        look(static_cast<QWidget *>(watched));
    return false;
}

void RightsLock::look(QWidget *widget)
{
    const auto needed = needs(*widget);
    if (needed && (m_isOffline || !m_rights.may(*needed)))
        lock(widget, *needed);
    else if (m_locked.contains(widget))
        release(widget);
}

void RightsLock::lock(QWidget *widget, Api::Permission permission)
{
    const QScopedValueRollback changing(m_isChanging, true);
    if (!m_locked.contains(widget)) {
        m_locked.insert(widget, {widget, widget->toolTip(), widget->isEnabled()});
        connect(widget, &QObject::destroyed, this, [this, widget] { m_locked.remove(widget); });
    } else if (widget->isEnabled()) {
        m_locked[widget].wasEnabled = true;
    }
    const QString reason = m_isOffline
        ? tr("The gateway does not answer, so nothing can be changed now.")
        : m_rights.reason(permission);
    if (widget->toolTip() != reason)
        m_locked[widget].toolTip = widget->toolTip();
    widget->setEnabled(false);
    widget->setToolTip(reason);
}

void RightsLock::release(QWidget *widget)
{
    const QScopedValueRollback changing(m_isChanging, true);
    const Locked locked = m_locked.take(widget);
    widget->setToolTip(locked.toolTip);
    if (locked.wasEnabled)
        widget->setEnabled(true);
}

void RightsLock::lookAgain()
{
    for (QWidget *widget : QApplication::allWidgets())
        look(widget);
}

} // namespace Gatehouse::Ui
