// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFileSystemWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace Gatehouse::Config {

//! Watches the file that manages the configuration and tells its text when that changes, also when
//! an editor replaces the file by another or it appears only later. Whether the text is any good is
//! the receiver's business.
class FileWatcher : public QObject
{
    Q_OBJECT

public:
    explicit FileWatcher(const QString &fileName, QObject *parent = nullptr);

    const QString &fileName() const { return m_fileName; }
    //! Tells the text at the next turn of the event loop even when it did not change (SIGHUP).
    void reload();

Q_SIGNALS:
    //! \a text as read, cut one byte past the size that is accepted.
    void changed(const QByteArray &text);
    //! The file is there but cannot be read; or reload() did not find it.
    void failed(const QString &reason);

private:
    void watch();
    void read();

    QString m_fileName;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; //!< editors write in several steps: wait for the last
    QByteArray m_known;
    bool m_force = false;
};

} // namespace Gatehouse::Config
