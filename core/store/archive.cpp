// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <algorithm>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Store {

namespace {

constexpr qint64 block = 512;
constexpr qint64 chunk = 1024 * 1024;
constexpr qsizetype mostEntries = 64;
constexpr qint64 largestOctal = 077777777777; // eleven digits
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// Places of the fields in a head, POSIX.1-1988 "ustar interchange format".
constexpr qsizetype namePlace = 0;
constexpr qsizetype nameRoom = 100;
constexpr qsizetype modePlace = 100;
constexpr qsizetype sizePlace = 124;
constexpr qsizetype sizeRoom = 12;
constexpr qsizetype timePlace = 136;
constexpr qsizetype sumPlace = 148;
constexpr qsizetype sumRoom = 8;
constexpr qsizetype typePlace = 156;
constexpr qsizetype magicPlace = 257;
constexpr char base256 = char(0x80);

Error fileError(const QFileDevice &file, const QString &path, const QString &action)
{
    return {ErrorCode::Io, u"%1 cannot be %2: %3"_s.arg(path, action, file.errorString()), path};
}

Error corrupt(const QString &path, const QString &why)
{
    return {ErrorCode::Corrupt, u"%1 is no backup of Gatehouse: %2"_s.arg(path, why)};
}

qint64 padding(qint64 bytes)
{
    return (block - bytes % block) % block;
}

QByteArray octal(qint64 value, int digits)
{
    return QByteArray::number(value, 8).rightJustified(digits, '0');
}

void putSize(QByteArray &head, qint64 bytes)
{
    if (bytes <= largestOctal) {
        head.replace(sizePlace, sizeRoom - 1, octal(bytes, sizeRoom - 1));
        return;
    }
    head[sizePlace] = base256;
    for (qsizetype i = sizeRoom - 1; i > 0 && bytes > 0; --i, bytes >>= 8)
        head[sizePlace + i] = char(bytes & 0xff);
}

std::optional<qint64> sizeIn(const QByteArray &head)
{
    if (head.at(sizePlace) != base256) {
        bool ok = false;
        const qint64 bytes = head.mid(sizePlace, sizeRoom - 1).trimmed().toLongLong(&ok, 8);
        return ok && bytes >= 0 ? std::optional(bytes) : std::nullopt;
    }
    qint64 bytes = 0;
    for (qsizetype i = 1; i < sizeRoom; ++i) {
        if (bytes > (qint64(1) << 54)) // the next step would not fit
            return std::nullopt;
        bytes = (bytes << 8) | quint8(head.at(sizePlace + i));
    }
    return bytes;
}

//! The sum of a head's bytes, its own field as blanks.
qint64 checkSum(QByteArray head)
{
    head.replace(sumPlace, sumRoom, QByteArray(sumRoom, ' '));
    return std::accumulate(head.cbegin(), head.cend(), qint64(0),
                           [](qint64 sum, char byte) { return sum + quint8(byte); });
}

QByteArray makeHead(const QString &name, qint64 bytes)
{
    QByteArray head(block, '\0');
    head.replace(namePlace, name.toUtf8().size(), name.toUtf8());
    for (const qsizetype place : {modePlace, modePlace + 8, modePlace + 16}) // mode, owner, group
        head.replace(place, 7, octal(place == modePlace ? 0600 : 0, 7));
    putSize(head, bytes);
    head.replace(timePlace, 11, octal(0, 11));
    head[typePlace] = '0';
    head.replace(magicPlace, 8, QByteArray("ustar\00000", 8));
    head.replace(sumPlace, 7, QByteArray(octal(checkSum(head), 6) + '\0'));
    head[sumPlace + 7] = ' ';
    return head;
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name.toUtf8().size() < nameRoom && !name.startsWith(u'.')
        && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
               return c.unicode() > 0x20 && c.unicode() < 0x7f && c != u'/' && c != u'\\';
           });
}

//! Copies \a bytes of \a from to \a to, if any, and to \a hash, if any.
bool pump(QIODevice &from, qint64 bytes, QIODevice *to, QCryptographicHash *hash)
{
    while (bytes > 0) {
        const QByteArray part = from.read(std::min(bytes, chunk));
        if (part.isEmpty() || (to && to->write(part) != part.size()))
            return false;
        if (hash)
            hash->addData(part);
        bytes -= part.size();
    }
    return true;
}

Result<void> append(QSaveFile &archive, const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file, file.fileName(), u"read"_s);
    const qint64 bytes = file.size();
    if (archive.write(makeHead(name, bytes)) != block || !pump(file, bytes, &archive, nullptr)
        || archive.write(QByteArray(padding(bytes), '\0')) < 0)
        return fileError(archive, archive.fileName(), u"written"_s);
    return {};
}

} // namespace

Result<void> Archive::write(const QString &target, const QString &folder, const QStringList &names)
{
    QSaveFile archive(target);
    if (!archive.open(QIODevice::WriteOnly) || !archive.setPermissions(ownerOnly))
        return fileError(archive, target, u"written"_s);
    for (const QString &name : names)
        if (auto appended = append(archive, QDir(folder), name); !appended)
            return appended;
    // Two empty blocks end it.
    if (archive.write(QByteArray(2 * block, '\0')) < 0 || !archive.commit())
        return fileError(archive, target, u"written"_s);
    return {};
}

Result<Archive> Archive::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file, path, u"read"_s);
    Archive archive;
    archive.m_path = path;
    while (true) {
        const QByteArray head = file.read(block);
        if (head.size() < block)
            return corrupt(path, u"it is cut short"_s);
        if (head.count('\0') == block)
            return archive;
        const QString name = QString::fromLatin1(head.left(nameRoom).constData());
        const std::optional<qint64> bytes = sizeIn(head);
        const bool isSound = head.mid(magicPlace, 5) == "ustar" && head.at(typePlace) == '0'
            && head.mid(sumPlace, 6).trimmed().toLongLong(nullptr, 8) == checkSum(head);
        if (!isSound || !bytes || !isPlainName(name) || archive.find(name)
            || archive.m_entries.size() == mostEntries)
            return corrupt(path, u"its list of files makes no sense"_s);
        archive.m_entries.append({.name = name, .offset = file.pos(), .bytes = *bytes});
        if (*bytes > file.size() - file.pos() - padding(*bytes)
            || !file.seek(file.pos() + *bytes + padding(*bytes)))
            return corrupt(path, u"it is cut short"_s);
    }
}

const ArchiveEntry *Archive::find(const QString &name) const
{
    const auto found =
        std::find_if(m_entries.cbegin(), m_entries.cend(),
                     [&name](const ArchiveEntry &entry) { return entry.name == name; });
    return found == m_entries.cend() ? nullptr : &*found;
}

Result<QByteArray> Archive::contents(const QString &name, qint64 most) const
{
    const ArchiveEntry *entry = find(name);
    if (!entry || entry->bytes > most)
        return corrupt(m_path, u"%1 is missing"_s.arg(name));
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(entry->offset))
        return fileError(file, m_path, u"read"_s);
    const QByteArray bytes = file.read(entry->bytes);
    if (bytes.size() != entry->bytes)
        return corrupt(m_path, u"it is cut short"_s);
    return bytes;
}

Result<QByteArray> Archive::extract(const QString &name, const QString &folder) const
{
    const ArchiveEntry *entry = find(name);
    if (!entry)
        return corrupt(m_path, u"%1 is missing"_s.arg(name));
    QFile from(m_path);
    if (!from.open(QIODevice::ReadOnly) || !from.seek(entry->offset))
        return fileError(from, m_path, u"read"_s);
    QSaveFile to(QDir(folder).filePath(name));
    if (!to.open(QIODevice::WriteOnly) || !to.setPermissions(ownerOnly))
        return fileError(to, to.fileName(), u"written"_s);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!pump(from, entry->bytes, &to, &hash) || !to.commit())
        return fileError(to, to.fileName(), u"written"_s);
    return hash.result();
}

Result<QByteArray> fileHash(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !pump(file, file.size(), nullptr, &hash))
        return fileError(file, path, u"read"_s);
    return hash.result();
}

} // namespace Gatehouse::Store
