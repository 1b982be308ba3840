// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QCheckBox;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class GatewayList;
class TableView;

//! The gateways this desktop knows; one of them is shown in the window.
class GatewaysDialog : public QDialog
{
    Q_OBJECT

public:
    GatewaysDialog(GatewayList &gateways, QWidget *parent);

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

    GatewayList &m_gateways;
    CellsModel *m_model;
    TableView *m_table;
    QPushButton *m_switch;
    QPushButton *m_remove;
    QCheckBox *m_production;
};

} // namespace Gatehouse::Ui
