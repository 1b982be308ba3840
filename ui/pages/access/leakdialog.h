// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/keydata.h"

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class CopyButton;
class KeyActions;
class TableView;

//! For a text that got out: which keys stand in it, what they did since, and what to do about it.
//! The text leaves the field as soon as it was looked through.
class LeakDialog : public QDialog
{
    Q_OBJECT

public:
    LeakDialog(Api::AdminClient &client, KeyActions &actions, QWidget *parent = nullptr);

Q_SIGNALS:
    //! A new secret for this key, the old one refused at once.
    void replaceRequested(const Gatehouse::Ui::KeyRow &key);

private:
    //! A key found, and what it did since.
    struct Found {
        KeyRow key;
        QString text; //!< current, previous, former
        qint64 requests = 0;
        qint64 failed = 0;
        qint64 cost = 0;
        QStringList addresses;
    };

    QLayout *makeQuestion();
    QLayout *makeActions();
    void search();
    void take(Api::AdminCall *call);
    void showFound();
    void showActions();
    QList<KeyRow> selected() const;
    QString notice() const;

    Api::AdminClient &m_client;
    KeyActions &m_actions;
    QPlainTextEdit *m_text;
    QComboBox *m_since;
    QPushButton *m_search;
    QLabel *m_outcome;
    CellsModel *m_rows;
    TableView *m_table;
    QPushButton *m_disable;
    QPushButton *m_replace;
    CopyButton *m_copy;
    QList<Found> m_found;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
