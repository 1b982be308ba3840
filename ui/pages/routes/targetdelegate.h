// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! Edits the targets of a route in place: providers by a list, models by name with completion,
//! weights by number.
class TargetDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void setProviders(const QStringList &providers) { m_providers = providers; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

private:
    QStringList m_providers;
};

} // namespace Gatehouse::Ui
