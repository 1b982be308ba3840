// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/peoplemodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Banner;
class CellsModel;
class StatePanel;
class TableView;

//! The tab of people who may administer the gateway: roles, tokens, and what each role may do.
class PeoplePane : public QWidget
{
    Q_OBJECT

public:
    explicit PeoplePane(Api::AdminClient &client, QWidget *parent = nullptr);

    void newPerson();
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeContent();
    QLayout *makeActions();
    TableView *makeTable(const QString &name, const QString &title, CellsModel *model,
                         const QList<int> &widths);
    QWidget *makeRoles();
    void showState();
    void showTokens();
    void showActions();
    void editPerson();
    void toggle();
    void askToSignOut();
    void askToRemove();
    void revoke();
    void invite(const QString &person, const QString &name, Api::Role role);
    //! Asks before \a verb; then sends.
    void ask(const QString &title, const QString &text, const QString &verb,
             const QByteArray &method, const QString &path);
    void send(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    const PersonRow *current() const;
    QString currentToken() const;

    Api::AdminClient &m_client;
    PeopleModel *m_people;
    StatePanel *m_state = nullptr;
    Banner *m_problem = nullptr;
    CellsModel *m_rows = nullptr;
    CellsModel *m_tokenRows = nullptr;
    TableView *m_table = nullptr;
    TableView *m_tokens = nullptr;
    QLabel *m_tokensTitle = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_toggle = nullptr;
    QPushButton *m_invite = nullptr;
    QPushButton *m_signOut = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_revoke = nullptr;
    QString m_address;   //!< of the administration over TCP
    QStringList m_shown; //!< ids of the rows
};

} // namespace Gatehouse::Ui
