// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/targetsmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace Gatehouse::Ui {

class FormField;
class TableView;
class TargetDelegate;

//! The targets of a route as a table that is edited in place, with buttons to add, remove and
//! reorder (also Del, Alt+Up and Alt+Down).
class TargetsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit TargetsEditor(QWidget *parent = nullptr);

    void setRoute(const Api::Route &route, const RouteFacts &facts, const QStringList &providers);
    const QList<Api::RouteTarget> &targets() const { return m_model->targets(); }
    void setLocked(const QString &origin);
    //! The row of the form, for findings.
    FormField *field() const { return m_field; }
    //! Puts the focus on a cell; the table when there is none such.
    void focusTarget(int row, int column = TargetsModel::Provider);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addTarget();
    void removeCurrent();
    void moveCurrent(int by);
    void showButtons();
    void fitColumns();

    TargetsModel *m_model;
    TableView *m_table;
    TargetDelegate *m_delegate;
    FormField *m_field;
    QLabel *m_hint;
    QToolButton *m_add;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
    QStringList m_providers;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
