// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/singleinstance.h"

#include "core/base/json.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QStandardPaths>
#include <QtCore/QThread>
#include <QtNetwork/QLocalSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse {

namespace {

constexpr qsizetype longestSocketPath = 100; // sockaddr_un holds 108 bytes
constexpr qint64 longestMessage = 4096;
constexpr auto patience = 3s;
constexpr auto answerTime = 1s;
constexpr std::chrono::duration<unsigned long, std::milli> pause = 50ms;
constexpr auto ownerFolder =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QString socketIn(const QString &dataFolder)
{
    const QString own = QDir(dataFolder).absoluteFilePath(u"run/window.sock"_s);
    if (QFile::encodeName(own).size() <= longestSocketPath)
        return own;
    const QByteArray id = QCryptographicHash::hash(QDir(dataFolder).absolutePath().toUtf8(),
                                                   QCryptographicHash::Sha256)
                              .toHex()
                              .first(16);
    const QDir runtime(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    return runtime.filePath(u"gatehouse/%1-window.sock"_s.arg(QLatin1StringView(id)));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_socket(socketIn(dataFolder))
{
    const QString run = QDir(dataFolder).absoluteFilePath(u"run"_s);
    for (const QString &folder : {run, QFileInfo(m_socket).path()}) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, ownerFolder);
    }
    m_lock = std::make_unique<QLockFile>(QDir(run).filePath(u"window.lock"_s));
    m_lock->setStaleLockTime(0); // only a process that is gone makes it stale
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const QString &page)
{
    QElapsedTimer time;
    time.start();
    do {
        if (m_lock->tryLock(0)) {
            listen();
            return false;
        }
        if (m_lock->error() != QLockFile::LockFailedError)
            return false; // a folder that cannot be written is told by the engine
        if (send(page))
            return true;
        QThread::msleep(pause.count()); // the first one is just starting
    } while (std::chrono::milliseconds(time.elapsed()) < patience);
    return false;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socket); // holding the lock, so it is nobody's
    m_server.listen(m_socket);
}

bool SingleInstance::send(const QString &page) const
{
    const auto wait = int(std::chrono::milliseconds(answerTime).count());
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(wait))
        return false;
    socket.write(compactJson({{u"page"_s, page}}) + '\n');
    return socket.waitForBytesWritten(wait) && socket.waitForReadyRead(wait)
        && socket.readAll().startsWith("ok");
}

void SingleInstance::take()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (socket->bytesAvailable() > longestMessage)
                return socket->abort();
            if (!socket->canReadLine())
                return;
            const Result<QJsonObject> message = parseObject(socket->readLine(longestMessage));
            if (!message)
                return socket->abort();
            socket->write("ok\n");
            Q_EMIT raiseRequested(message->value("page"_L1).toString());
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read(); // it may have come before anyone listened
    }
}

} // namespace Gatehouse
