// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/books.h"

#include "app/node/isotime.h"
#include "core/api/documents/documentjson.h"
#include "core/base/json.h"
#include "core/base/log.h"
#include "core/store/backup.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr qsizetype copiesKept = 7;

QStringList copiesIn(const QString &folder)
{
    return QDir(folder).entryList({u"gatehouse-*.db"_s}, QDir::Files, QDir::Name);
}

//! Puts the newest sound copy of \a folder in the place of \a target; its name, empty when none is.
QString restoreNewestCopy(const QString &folder, const QString &target)
{
    QStringList copies = copiesIn(folder);
    while (!copies.isEmpty()) {
        const QString name = copies.takeLast();
        if (!QFile::copy(QDir(folder).filePath(name), target))
            continue;
        auto database = Store::Database::open(
            target, {.applicationId = Config::booksApplicationId, .mustExist = true});
        if (database && (*database)->quickCheck())
            return name;
        QFile::remove(target);
    }
    return {};
}

} // namespace

Books::Books(const DataFolder &folder, const Clock &clock)
    : m_folder(folder)
    , m_clock(clock)
{
}

Result<std::unique_ptr<Books>> Books::open(const DataFolder &folder, const Clock &clock)
{
    auto books = std::unique_ptr<Books>(new Books(folder, clock));
    if (auto opened = books->openDatabase(); !opened)
        return opened.error();
    if (auto opened = books->openContents(); !opened)
        return opened.error();
    books->backUp();
    return books;
}

Result<void> Books::openDatabase()
{
    // The pepper is made with the database: where it is, an absent database is damage, not a new
    // start.
    const bool wasThere = QFile::exists(m_folder.file(u"pepper"_s));
    auto database =
        Store::Database::open(m_folder.file(u"gatehouse.db"_s),
                              {.applicationId = Config::booksApplicationId, .mustExist = wasThere});
    if (database) {
        if (const auto sound = (*database)->quickCheck(); !sound)
            database = sound.error();
    }
    if (!database)
        return database.error().code == ErrorCode::Corrupt ? replaceDamaged(database.error())
                                                           : Result<void>(database.error());
    m_database = *std::move(database);
    return {};
}

Result<void> Books::replaceDamaged(const Error &damage)
{
    const QString path = m_folder.file(u"gatehouse.db"_s);
    QString aside;
    if (QFile::exists(path)) {
        const Result<QString> moved = Store::moveAside(path, m_clock.wall());
        if (!moved)
            return moved.error();
        aside = *moved;
    }
    const QString copy = restoreNewestCopy(m_folder.file(u"backups"_s), path);
    m_damageReport = copy.isEmpty()
        ? u"%1. There was no backup: the configuration and the created keys begin anew."_s.arg(
            damage.detail)
        : u"%1. The backup %2 was restored; later changes are lost."_s.arg(damage.detail, copy);
    if (!aside.isEmpty())
        m_damageReport += u" The damaged file is kept as %1."_s.arg(aside);
    qCCritical(lcNode, "%s", qUtf8Printable(m_damageReport));
    auto database = Store::Database::open(path, {.applicationId = Config::booksApplicationId});
    if (!database)
        return database.error();
    m_database = *std::move(database);
    return {};
}

Result<void> Books::openContents()
{
    const Result<Access::Pepper> pepper = Access::loadPepper(m_folder.path());
    if (!pepper)
        return pepper.error();
    m_pepper = *pepper;
    m_audit = std::make_unique<Ledger::AuditTrail>(*m_database);
    if (auto made = m_audit->create(); !made)
        return made;
    m_reliability = std::make_unique<Ledger::ReliabilityBook>(*m_database);
    if (auto made = m_reliability->create(); !made)
        return made;
    m_trials = std::make_unique<Ledger::TrialBook>(*m_database);
    if (auto made = m_trials->create(); !made)
        return made;
    m_machines = std::make_unique<Ledger::MachineBook>(*m_database);
    if (auto made = m_machines->create(); !made)
        return made;
    auto keys = Access::KeyStore::open(*m_database, m_pepper, m_clock);
    if (!keys)
        return keys.error();
    m_keys = *std::move(keys);
    auto people = Access::People::open(*m_database, m_pepper, m_clock);
    if (!people)
        return people.error();
    m_people = *std::move(people);
    auto budgets = Access::BudgetStore::open(*m_database);
    if (!budgets)
        return budgets.error();
    m_budgets = *std::move(budgets);
    const auto audit = [this](const Config::Revision &revision, const QByteArray &before,
                              const QByteArray &after) -> Result<void> {
        const auto record =
            m_audit->append({revision.who, revision.source, u"configuration.change"_s,
                             u"revision %1"_s.arg(revision.number), QString::fromUtf8(before),
                             QString::fromUtf8(after)},
                            m_clock.wall());
        return record ? Result<void>() : Result<void>(record.error());
    };
    m_revisions = std::make_unique<Config::RevisionStore>(*m_database, m_clock, audit);
    if (auto made = m_revisions->create(); !made)
        return made;
    m_configuration = std::make_unique<Config::Configuration>(*m_revisions);
    return {};
}

//! One copy a day, made while the file is known to be sound.
void Books::backUp()
{
    const QDir folder(m_folder.file(u"backups"_s));
    folder.mkpath(u"."_s);
    const QString today =
        folder.filePath(u"gatehouse-%1.db"_s.arg(isoTime(m_clock.wall()).left(10)));
    if (QFile::exists(today))
        return;
    if (const auto made = Store::backup(*m_database, today); !made)
        qCWarning(lcNode, "no backup was made: %s", qUtf8Printable(made.error().detail));
    const QStringList copies = copiesIn(folder.path());
    for (qsizetype i = 0; i + copiesKept < copies.size(); ++i)
        QFile::remove(folder.filePath(copies[i]));
}

} // namespace Gatehouse::Node
