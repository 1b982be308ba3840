// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routesdraft.h"

#include <QtWidgets/QMessageBox>

namespace Gatehouse::Ui {

//! Who still names a route that is to go. Teams and declared keys keep it from going: the document
//! would have a dangling reference.
class DeleteRouteDialog : public QMessageBox
{
    Q_OBJECT

public:
    //! \a createdKeys: names of keys outside the document that would be refused.
    DeleteRouteDialog(const QString &id, const RoutesDraft::Uses &uses,
                      const QStringList &createdKeys, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace Gatehouse::Ui
