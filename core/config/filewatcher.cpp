// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/filewatcher.h"

#include "core/config/treebuilder.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Gatehouse::Config {

namespace {

constexpr std::chrono::milliseconds settleTime = 200ms;

//! One byte more than is accepted, so that a larger file is refused and not cut.
QByteArray textOf(QFile &file)
{
    const qint64 most = ReadLimits{}.bytes;
    return file.read((file.isSequential() ? most : std::min(file.size(), most)) + 1);
}

} // namespace

FileWatcher::FileWatcher(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_fileName(QFileInfo(fileName).absoluteFilePath())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &FileWatcher::read);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    QFile file(m_fileName);
    if (file.open(QIODevice::ReadOnly))
        m_known = textOf(file);
    watch();
}

//! A file that was replaced is no longer watched; its folder tells of the new one.
void FileWatcher::watch()
{
    const QFileInfo info(m_fileName);
    if (info.exists() && !m_watcher.files().contains(m_fileName))
        m_watcher.addPath(m_fileName);
    if (!m_watcher.directories().contains(info.absolutePath()))
        m_watcher.addPath(info.absolutePath());
}

void FileWatcher::reload()
{
    m_force = true;
    QMetaObject::invokeMethod(this, &FileWatcher::read, Qt::QueuedConnection);
}

void FileWatcher::read()
{
    const bool force = std::exchange(m_force, false);
    watch();
    QFile file(m_fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        // Between the two steps of a replacement there is no file; the next event brings it.
        if (force || file.exists())
            Q_EMIT failed(file.errorString());
        return;
    }
    const QByteArray text = textOf(file);
    if (text == m_known && !force)
        return;
    m_known = text;
    Q_EMIT changed(text);
}

} // namespace Gatehouse::Config
