// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keyactions.h"
#include "ui/models/keysfilter.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QSplitter;

namespace Gatehouse::Ui {

class Banner;
class ConfigurationModel;
class KeyDetailPanel;
class KeyDialogs;
class KeysModel;
class KeysTable;
class SearchField;
class SegmentedControl;
class StatePanel;
class StatusModel;

//! The tab of keys: finding them, acting on one or several, and one in detail at the right.
class KeysPane : public QWidget
{
    Q_OBJECT

public:
    KeysPane(Api::AdminClient &client, KeysModel &keys, ConfigurationModel &configuration,
             StatusModel &status, QWidget *parent = nullptr);

    void newKey();
    void openKey(const QString &id);
    //! Reads the names that keys may call again.
    void refreshNames();
    const QStringList &names() const { return m_names; }
    //! Whether something was closed or cleared.
    bool escape();

Q_SIGNALS:
    void requestsRequested(const QString &filter);
    void undoOffered(const QString &sentence, const std::function<void()> &undo);

private:
    QLayout *makeToolbar();
    QLayout *makeActionLine();
    QWidget *makeContent();
    QWidget *makeTable();
    void connectModel();
    void addShortcuts();

    void applySearch();
    void findPasted(const QString &text);
    void takeFound(const QJsonObject &found);
    void applyQuick(const QString &id);
    void showState();
    QString nothingText() const;
    void showSummary();
    void showDetail();
    void closeDetail();
    void showProblem(const QString &text);

    void rotate();
    void toggle();
    void remove();

    Api::AdminClient &m_client;
    KeysModel &m_keys;
    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    KeyActions *m_actions;
    KeyDialogs *m_dialogs;
    KeysFilter *m_filter;
    QStringList m_names;
    QString m_openWhenLoaded;
    qsizetype m_searchLength = 0; //!< before the last change: a paste adds a whole key at once
    SearchField *m_search = nullptr;
    SegmentedControl *m_quick = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_disable = nullptr;
    QPushButton *m_enable = nullptr;
    QPushButton *m_extend = nullptr;
    QPushButton *m_move = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_restore = nullptr;
    Banner *m_problem = nullptr;
    StatePanel *m_state = nullptr;
    KeysTable *m_table = nullptr;
    QLabel *m_nothing = nullptr;
    QSplitter *m_splitter = nullptr;
    KeyDetailPanel *m_detail = nullptr;
};

} // namespace Gatehouse::Ui
