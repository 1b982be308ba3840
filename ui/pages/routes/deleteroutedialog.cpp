// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/deleteroutedialog.h"

#include "ui/widgets/question.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

DeleteRouteDialog::DeleteRouteDialog(const QString &id, const RoutesDraft::Uses &uses,
                                     const QStringList &createdKeys, QWidget *parent)
    : QMessageBox(parent)
{
    const bool blocked = !uses.teams.isEmpty() || !uses.keys.isEmpty();
    const QStringList keys = uses.keys + createdKeys;
    QStringList lines;
    if (!uses.fallbackOf.isEmpty())
        lines.append(tr("It is a fallback of %1 and is taken out there.")
                         .arg(uses.fallbackOf.join(u", "_s)));
    if (!uses.teams.isEmpty())
        lines.append(tr("Teams that may use it: %1.").arg(uses.teams.join(u", "_s)));
    if (!keys.isEmpty())
        lines.append(tr("Keys that name it, and would be refused: %1.").arg(keys.join(u", "_s)));
    if (blocked)
        lines.append(tr("Take it out of the teams and declared keys first."));
    askQuestion(*this, u"routes.deleteDialog"_s,
                blocked ? tr("“%1” cannot be deleted yet").arg(id) : tr("Delete “%1”?").arg(id),
                lines.join(u'\n'));
    QPushButton *keep = addAnswer(*this, blocked ? tr("Close") : tr("Keep it"), RejectRole,
                                  u"routes.deleteDialog.keepButton"_s);
    setDefaultButton(keep);
    if (blocked)
        return;
    QPushButton *remove = addAnswer(*this, tr("Delete route"), DestructiveRole,
                                    u"routes.deleteDialog.deleteButton"_s);
    connect(remove, &QPushButton::clicked, this, &DeleteRouteDialog::confirmed);
}

} // namespace Gatehouse::Ui
