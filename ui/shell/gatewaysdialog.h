// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace Gatehouse::Ui {

class GatewayList;
class StatusModel;
struct GatewayEntry;
class TableView;

//! The gateways this desktop knows; one of them is shown in the window.
class GatewaysDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a status: how the shown one does; not read for the others.
    GatewaysDialog(GatewayList &gateways, const StatusModel *status, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &id);
    void addRequested();
    void removeRequested(const QString &id);

private:
    void fill();
    QString selected() const;
    void choose();
    void showButtons();
    void setProduction(bool isProduction);
    void setColour(int colour);
    CellsModel::Row rowOf(const GatewayEntry &entry, bool isShown) const;

    GatewayList &m_gateways;
    const StatusModel *m_status;
    CellsModel *m_model;
    TableView *m_table;
    QPushButton *m_switch;
    QPushButton *m_remove;
    QCheckBox *m_production;
    QComboBox *m_colour;
};

} // namespace Gatehouse::Ui
