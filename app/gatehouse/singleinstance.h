// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLockFile>
#include <QtCore/QObject>
#include <QtNetwork/QLocalServer>

#include <memory>

namespace Gatehouse {

//! One window for a data folder: a second start hands its wish to the first and ends. A socket that
//! a killed window left is no obstacle; where nothing can be written, there is simply no hand-over.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! True when another window has this data folder and has taken over. Waits for it, at most
    //! three seconds; to be called before there is a window of one's own.
    bool handOver(const QString &page);
    //! The socket, for tests.
    QString socketPath() const { return m_socket; }

Q_SIGNALS:
    //! A later start wants the window, and in it \a page when that is not empty.
    void raiseRequested(const QString &page);

private:
    void listen();
    void take();
    bool send(const QString &page) const;

    QString m_socket;
    std::unique_ptr<QLockFile> m_lock; //!< held by the first window while it lives
    QLocalServer m_server;
};

} // namespace Gatehouse
