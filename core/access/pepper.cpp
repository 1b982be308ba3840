// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/pepper.h"

#include "core/secrets/privatefile.h"

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

Result<Pepper> makePepper(const QString &path)
{
    Pepper pepper{};
    randombytes_buf(pepper.data(), pepper.size());
    const Result<void> written = Secrets::writePrivateFile(
        path, QByteArrayView(pepper.data(), static_cast<qsizetype>(pepper.size())));
    return written ? Result<Pepper>(pepper) : Result<Pepper>(written.error());
}

} // namespace

Result<Pepper> loadPepper(const QString &dataFolder)
{
    const QString path = dataFolder + u"/pepper"_s;
    Pepper pepper{};
    const auto file = Secrets::readPrivateFile(path, static_cast<qint64>(pepper.size()));
    if (!file && file.error().code == ErrorCode::NotFound)
        return makePepper(path);
    if (!file)
        return file.error();
    if (file->reveal().size() != static_cast<qsizetype>(pepper.size()))
        return Error{ErrorCode::Corrupt, u"%1 is damaged; restore it from a backup"_s.arg(path),
                     path};
    std::ranges::copy(file->reveal(), pepper.begin());
    return pepper;
}

} // namespace Gatehouse::Access
