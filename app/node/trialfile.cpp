// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/trialfile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <fcntl.h>

#include <array>
#include <cstring>
#include <new>

namespace Gatehouse::Node {

namespace {

//! Of this machine alone: never moved, never read by another version.
struct Content {
    std::array<char, 32> print{}; //!< of the canary it belongs to, and of this layout
    Routing::KeptTrial counts;
};

QByteArray printOf(const QByteArray &key)
{
    const QByteArray layout = QByteArray::number(qsizetype(sizeof(Content)));
    return QCryptographicHash::hash(QByteArray(layout + '\n' + key), QCryptographicHash::Sha256);
}

} // namespace

std::shared_ptr<Routing::KeptTrial> openTrialFile(const QString &path, const QByteArray &key)
{
    const QByteArray print = printOf(key);
    const auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadWrite))
        return {};
    const bool isNew = file->read(print.size()) != print;
    if (isNew) { // the one before may still count in its own
        file->close();
        file->remove();
        if (!file->open(QIODevice::ReadWrite))
            return {};
    }
    // Its place on the disk is taken first: a write to mapped memory without any ends the process.
    if (::posix_fallocate(file->handle(), 0, sizeof(Content)) != 0)
        return {};
    uchar *const memory = file->map(0, sizeof(Content));
    if (!memory)
        return {};
    auto *const content =
        isNew ? new (memory) Content : std::launder(reinterpret_cast<Content *>(memory));
    std::memcpy(content->print.data(), print.constData(), content->print.size());
    return {file, &content->counts}; // unmapped with the file
}

} // namespace Gatehouse::Node
