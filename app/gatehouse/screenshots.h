// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/scenes.h"
#include "app/gatehouse/windowhost.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

namespace Gatehouse {

//! Renders pages to files one after another, each when its data is there, then tells done(): the
//! pictures of the manual. "wizard" is the first-run wizard; other dialogs and parts of pages are
//! scenes(), by name.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    //! \a wanted: "overview=overview.png" each.
    //! Begins when \a client is connected.
    Screenshots(WindowHost &host, Api::AdminClient &client, QStringList wanted,
                QObject *parent = nullptr);

Q_SIGNALS:
    //! \a problem is empty when every file was written.
    void done(const QString &problem);

private:
    void next();
    void show();
    void attempt();
    QWidget *shown() const;

    WindowHost &m_host;
    Api::AdminClient &m_client;
    QStringList m_wanted;
    QString m_file;
    QString m_page;
    const Scene *m_scene = nullptr; //!< still to be opened on its page
    int m_polls = 0;                //!< since the page is as wanted
    QTimer m_poll;
    QTimer m_patience;
};

} // namespace Gatehouse
