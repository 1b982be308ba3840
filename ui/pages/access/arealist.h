// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/roles.h"

#include <QtWidgets/QScrollArea>

class QCheckBox;

namespace Gatehouse::Ui {

//! Ticks what a token may do, among what a role may. To see how the gateway is doing goes without
//! saying.
class AreaList : public QScrollArea
{
    Q_OBJECT

public:
    //! The boxes are called "<area>.area.<permission>".
    AreaList(const QString &area, Api::Role role, QWidget *parent = nullptr);

    //! Words of the ticked ones.
    QStringList areas() const;

private:
    QList<QCheckBox *> m_boxes;
};

} // namespace Gatehouse::Ui
