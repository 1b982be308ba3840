// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretsources.h"

#include "core/base/log.h"
#include "core/secrets/privatefile.h"

#include <QtCore/QDir>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Gatehouse::Secrets {

namespace {

constexpr qint64 sizeLimit = 64 * 1024;

Result<Secret> readTrimmed(const QString &path)
{
    Result<Secret> content = readPrivateFile(path, sizeLimit);
    if (!content)
        return content;
    QByteArrayView value = content->reveal();
    if (value.endsWith('\n'))
        value.chop(value.endsWith("\r\n") ? 2 : 1);
    if (value.isEmpty())
        return Error{ErrorCode::NotFound, u"%1 is empty"_s.arg(path), path};
    return value.size() == content->reveal().size() ? *content : Secret(value);
}

} // namespace

Result<Secret> readEnvironment(const QString &name)
{
    // getenv() and not qgetenv(), which would leave a copy on the heap.
    const char *value = std::getenv(name.toLocal8Bit().constData());
    if (!value || !*value)
        return Error{ErrorCode::NotFound, u"the environment variable %1 is not set"_s.arg(name)};
    return Secret(QByteArrayView(value));
}

Result<Secret> readSecretFile(const QString &path, const QString &baseFolder)
{
    const QString file = QDir::cleanPath(QDir(baseFolder).absoluteFilePath(path));
    Result<Secret> secret = readTrimmed(file);
    if (secret && isReadableByOthers(file))
        qCWarning(lcSecrets).noquote()
            << "others may read the secret file" << file << "- set its mode to 0600";
    return secret;
}

Result<Secret> readCredential(const QString &name)
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (folder.isEmpty())
        return Error{ErrorCode::Unavailable,
                     u"the service manager passed no credentials ($CREDENTIALS_DIRECTORY)"_s};
    return readTrimmed(folder + u'/' + name);
}

} // namespace Gatehouse::Secrets
