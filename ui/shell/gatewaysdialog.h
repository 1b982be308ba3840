// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace Gatehouse::Ui {

class GatewayContacts;
class GatewayList;
class StatusModel;
struct GatewayEntry;
class TableView;

//! The gateways this desktop knows; one of them is shown in the window.
class GatewaysDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a status: how the shown one does; \a contacts: the others.
    GatewaysDialog(GatewayList &gateways, const GatewayContacts &contacts,
                   const StatusModel *status, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &id);
    void addRequested();
    void removeRequested(const QString &id);

private:
    void fill();
    void followShown();
    QString selected() const;
    void choose();
    void showButtons();
    void setProduction(bool isProduction);
    void setColour(int colour);
    CellsModel::Row rowOf(const GatewayEntry &entry, bool isShown) const;

    CellsModel::Cell stateOf(const GatewayEntry &entry, bool isShown) const;
    QString versionOf(const GatewayEntry &entry, bool isShown) const;

    GatewayList &m_gateways;
    const GatewayContacts &m_contacts;
    const StatusModel *m_status;
    CellsModel *m_model;
    TableView *m_table;
    QPushButton *m_switch;
    QPushButton *m_remove;
    QCheckBox *m_production;
    QComboBox *m_colour;
};

} // namespace Gatehouse::Ui
