// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migration.h"

#include "core/base/log.h"
#include "core/store/backup.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Store {

namespace {

Result<void> applyStep(Database &database, QByteArrayView sql, qint64 target)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // Another process may have done it while we waited for the lock.
    const Result<qint64> version = database.version();
    if (!version)
        return version.error();
    if (*version >= target)
        return {};
    if (const Result<void> applied = database.execute(sql); !applied)
        return applied;
    const QByteArray raise = "PRAGMA user_version=" + QByteArray::number(target);
    if (const Result<void> raised = database.execute(raise); !raised)
        return raised;
    return transaction->commit();
}

} // namespace

Result<void> migrate(Database &database, std::span<const QByteArrayView> steps)
{
    const Result<qint64> version = database.version();
    if (!version)
        return version.error();
    const auto target = static_cast<qint64>(steps.size());
    if (*version > target)
        return Error{
            ErrorCode::Unsupported,
            u"%1: made by a newer version (schema %2, this program knows %3)"_s.arg(database.path())
                .arg(*version)
                .arg(target),
            database.path()};
    if (*version > 0 && *version < target) {
        const QString copy = database.path() + u".before-%1"_s.arg(*version);
        if (const Result<void> saved = backup(database, copy); !saved)
            return saved;
        qCInfo(lcStore, "%s: schema %lld becomes %lld, copy in %s", qUtf8Printable(database.path()),
               *version, target, qUtf8Printable(copy));
    }
    for (qint64 number = *version; number < target; ++number) {
        const Result<void> applied =
            applyStep(database, steps[static_cast<size_t>(number)], number + 1);
        if (!applied)
            return applied;
    }
    return {};
}

} // namespace Gatehouse::Store
