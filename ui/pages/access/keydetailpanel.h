// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/keyaccess.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Gatehouse::Ui {

class CellsModel;
class FactList;
class LimitLadder;
class Pill;
class Sparkline;
class TableView;

//! One key: its facts, what it may call and which rule decides that, what it spent, its last
//! requests and its history.
class KeyDetailPanel : public QWidget
{
    Q_OBJECT

public:
    explicit KeyDetailPanel(Api::AdminClient &client, QWidget *parent = nullptr);

    //! Reads spend, requests and history when another key is shown. \a origin says where a declared
    //! key is changed.
    void showKey(const KeyRow &key, const KeyAccess &access, const QString &origin);
    const QString &keyId() const { return m_key.id; }
    //! Reads spend, requests and history again.
    void reload();

Q_SIGNALS:
    void closed();
    void editRequested();
    void rotateRequested();
    void toggleRequested(); //!< disable or enable
    void deleteRequested();
    void restoreRequested();
    void endOverlapRequested();
    //! A filter of the Requests page.
    void requestsRequested(const QString &filter);

private:
    QWidget *makeHeader();
    QLayout *makeActions();
    void addAccess(QVBoxLayout *column);
    void addSpend(QVBoxLayout *column);
    void addRequests(QVBoxLayout *column);
    void addHistory(QVBoxLayout *column);
    TableView *makeTable(const QString &name, const QString &title, CellsModel *model);
    void addSection(QVBoxLayout *layout, const QString &title, QWidget *content);
    void showFacts(const QString &origin);
    void showAccess(const KeyAccess &access);
    void showActions();
    void loadSpend();
    void loadRequests();
    void loadHistory();
    //! Asks, and hands on the answer while the same key is shown.
    void ask(const QString &path, const QUrlQuery &query,
             const std::function<void(const QJsonArray &)> &take);

    Api::AdminClient &m_client;
    KeyRow m_key;
    Pill *m_state = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_toggle = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_endOverlap = nullptr;
    FactList *m_facts = nullptr;
    CellsModel *m_steps = nullptr;
    LimitLadder *m_ladder = nullptr;
    QLabel *m_callable = nullptr;
    Sparkline *m_spark = nullptr;
    QLabel *m_spend = nullptr;
    CellsModel *m_requests = nullptr;
    TableView *m_requestsTable = nullptr;
    QLabel *m_noRequests = nullptr;
    CellsModel *m_history = nullptr;
    TableView *m_historyTable = nullptr;
};

} // namespace Gatehouse::Ui
