// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

#include <memory>

namespace Gatehouse::Node {

//! The data folder, held by this process: one engine per folder. Released by the destructor.
class DataFolder
{
public:
    //! Makes the folder (mode 0700) and takes its lock. Errors: ReadOnly, DiskFull, and InUse with
    //! the holder's process.
    static Result<std::unique_ptr<DataFolder>> open(const QString &path);
    ~DataFolder();
    DataFolder(const DataFolder &) = delete;
    DataFolder &operator=(const DataFolder &) = delete;

    QString path() const { return m_path; }
    QString file(const QString &name) const;

    //! Writes run/admin.json (mode 0600), which says how to reach the admin API.
    Result<void> announce(const QString &socket, const QString &url, const QString &token) const;
    void withdraw() const;
    //! The socket in the folder's run/, or a shorter place when that path is too long for the
    //! system.
    QString socketPath() const;

private:
    DataFolder(QString path, int lock);

    QString m_path;
    int m_lock;
};

} // namespace Gatehouse::Node
