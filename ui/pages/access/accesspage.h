// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"

#include <QtWidgets/QWidget>

#include <functional>

class QTabWidget;

namespace Gatehouse::Ui {

class ConfigurationModel;
class KeysModel;
class KeysPane;
class PeoplePane;
class StatusModel;
class TeamsPane;

//! Keys for apps and the teams they belong to.
class AccessPage : public QWidget
{
    Q_OBJECT
    //! True after the first keys, or the reason why there are none, are shown.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    AccessPage(Api::AdminClient &client, ConfigurationModel &configuration, StatusModel &status,
               const Clock &clock, QWidget *parent = nullptr);
    ~AccessPage() override;

    bool isReady() const { return m_ready; }

public Q_SLOTS:
    //! A new key, or on the other tabs a new team or person.
    void createNew();
    void openKey(const QString &id);
    void openPeople();
    void refresh();

Q_SIGNALS:
    void readyChanged();
    //! A filter of the Requests page.
    void openRequests(const QString &filter);
    //! Something was done that \a undo takes back; an empty one when nothing does.
    void undoOffered(const QString &sentence, const std::function<void()> &undo);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    KeysModel *m_keys;
    QTabWidget *m_tabs;
    KeysPane *m_keysPane;
    TeamsPane *m_teamsPane;
    PeoplePane *m_peoplePane;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
