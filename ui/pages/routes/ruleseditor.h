// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rulesmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace Gatehouse::Ui {

class FormField;
class TableView;

//! The rules of a route in plain sentences, with buttons to add, edit, remove and reorder (also
//! Enter, Del, Alt+Up and Alt+Down).
class RulesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RulesEditor(QWidget *parent = nullptr);

    //! \a routes: the other routes that a rule may lead to.
    void setRules(const QList<Api::RouteRule> &rules, const QStringList &routes);
    const QList<Api::RouteRule> &rules() const { return m_model->rules(); }
    void setLocked(const QString &origin);
    //! The row of the form, for findings.
    FormField *field() const { return m_field; }
    void focusRule(int row);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *makeButtons();
    void openDialog(int row);
    void removeCurrent();
    void moveCurrent(int by);
    void showButtons();

    RulesModel *m_model;
    TableView *m_table;
    FormField *m_field;
    QLabel *m_none;
    QToolButton *m_add;
    QToolButton *m_edit;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
    QStringList m_routes;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
