// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QComboBox;
class QListView;
class QStringListModel;
class QToolButton;

namespace Gatehouse::Ui {

class FormField;

//! Which other routes are tried when no target of this one answers, in order. Only routes that
//! close no loop are offered.
class FallbackEditor : public QWidget
{
    Q_OBJECT

public:
    explicit FallbackEditor(QWidget *parent = nullptr);

    void setFallbacks(const QStringList &fallbacks, const QStringList &possible);
    QStringList fallbacks() const;
    void setLocked(const QString &origin);
    FormField *field() const { return m_field; }
    void focusFallback(int row);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChosen();
    void removeCurrent();
    void moveCurrent(int by);
    void take(const QStringList &fallbacks, int current);
    void showButtons();

    QStringListModel *m_model;
    QListView *m_list;
    FormField *m_field;
    QComboBox *m_choice;
    QStringList m_possible;
    QToolButton *m_add;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
