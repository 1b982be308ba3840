// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"

#include <QtWidgets/QWidget>

class QTabWidget;

namespace Gatehouse::Ui {

class AlertChannelsPane;
class AlertHistoryPane;
class AlertRulesPane;
class ConfigurationModel;
class NoticeLog;

//! What people are told of: the rules, what has fired, and through which channels.
class AlertsPage : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    //! Everything handed in outlives the page.
    AlertsPage(Api::AdminClient &client, ConfigurationModel &configuration, const Clock &clock,
               const NoticeLog &notices, QWidget *parent = nullptr);

    bool isReady() const { return m_ready; }
    void refresh();
    //! "history", "channels": that tab; else the rule of this id.
    void open(const QString &id);
    void createNew();
    //! False while the gateway does not answer.
    void setEditable(bool editable);

Q_SIGNALS:
    void readyChanged();
    //! Something was done: a sentence for a short message.
    void done(const QString &text);
    //! A notification leads to another page.
    void openRequested(const QString &page, const QString &filter);

private:
    void addShortcuts();
    void setReady();

    QTabWidget *m_tabs;
    AlertRulesPane *m_rules;
    AlertHistoryPane *m_history;
    AlertChannelsPane *m_channels;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
