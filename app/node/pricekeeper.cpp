// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/pricekeeper.h"

#include "core/base/log.h"
#include "core/ledger/catalogue.h"
#include "core/ledger/contractvolumes.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr int lookEvery = 30; // ticks
const QString listFile = u"prices.json"_s;
const QString formerFile = u"prices.former.json"_s;
const QString stateFile = u"prices.state"_s;

Result<QByteArray> readAll(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, file.errorString()};
    return file.readAll();
}

Result<void> writeAll(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{ErrorCode::Io, u"%1: %2"_s.arg(name, file.errorString())};
    return {};
}

} // namespace

PriceKeeper::PriceKeeper(Parts parts)
    : m_parts(std::move(parts))
{
    load();
    if (!m_state.contains("checked_on"_L1)) {
        m_state.insert(u"checked_on"_s, today().toString(Qt::ISODate));
        if (const Result<void> saved = save(); !saved)
            qCWarning(lcNode, "%s", qUtf8Printable(saved.error().detail));
    }
}

QString PriceKeeper::file(const QString &name) const
{
    return QDir(m_parts.folder).filePath(name);
}

QDate PriceKeeper::today() const
{
    const auto seconds =
        std::chrono::floor<std::chrono::seconds>(m_parts.clock.wall().time_since_epoch());
    return QDateTime::fromSecsSinceEpoch(seconds.count(), m_parts.zone()).date();
}

void PriceKeeper::load()
{
    if (const auto state = readAll(file(stateFile)))
        m_state = QJsonDocument::fromJson(*state).object();
    m_list.reset();
    if (const auto text = readAll(file(listFile))) {
        auto list = Ledger::Catalogue::check(*text);
        if (list)
            m_list = std::make_shared<const Ledger::Catalogue>(*std::move(list));
        else
            qCWarning(lcNode, "the price list %s is not used: %s: %s",
                      qUtf8Printable(file(listFile)), qUtf8Printable(list.error().path),
                      qUtf8Printable(list.error().detail));
    }
    if (!m_list)
        m_list = Ledger::Catalogue::builtIn();
    noteVersion();
}

//! Also a new built-in list, which comes with a new version of the program.
void PriceKeeper::noteVersion()
{
    QJsonArray versions =
        m_versions.isEmpty() ? m_state.value("versions"_L1).toArray() : m_versions;
    if (versions.isEmpty() || versions.last()["version"_L1].toString() != m_list->version()) {
        const QJsonValue from =
            versions.isEmpty() ? QJsonValue() : QJsonValue(today().toString(Qt::ISODate));
        versions.append(QJsonObject{{u"from"_s, from}, {u"version"_s, m_list->version()}});
    }
    const bool isNew = versions != m_state.value("versions"_L1).toArray();
    m_versions = versions;
    m_state.insert(u"versions"_s, versions);
    if (!isNew)
        return;
    if (const Result<void> saved = save(); !saved)
        qCWarning(lcNode, "%s", qUtf8Printable(saved.error().detail));
}

Result<void> PriceKeeper::save()
{
    return writeAll(file(stateFile), QJsonDocument(m_state).toJson(QJsonDocument::Compact));
}

Result<void> PriceKeeper::take(const QByteArray &json, const QString &source)
{
    if (const auto checked = Ledger::Catalogue::check(json); !checked)
        return checked.error();
    const auto present = readAll(file(listFile));
    QFile::remove(file(formerFile));
    if (present) {
        if (const Result<void> kept = writeAll(file(formerFile), *present); !kept)
            return kept;
    }
    if (const Result<void> written = writeAll(file(listFile), json); !written)
        return written;
    m_state = {{u"source"_s, source},
               {u"taken_on"_s, today().toString(Qt::ISODate)},
               {u"checked_on"_s, today().toString(Qt::ISODate)},
               {u"can_undo"_s, true},
               {u"former"_s, m_state}};
    const Result<void> saved = save();
    load();
    m_parts.changed();
    return saved;
}

Result<void> PriceKeeper::undo()
{
    if (!m_state.value("can_undo"_L1).toBool())
        return Error{ErrorCode::NotFound, u"no list was taken that could be taken back"_s};
    const auto former = readAll(file(formerFile));
    QFile::remove(file(listFile));
    if (former) {
        if (const Result<void> written = writeAll(file(listFile), *former); !written)
            return written;
    }
    m_state = m_state.value("former"_L1).toObject();
    m_state.remove(u"former"_s);
    m_state.insert(u"can_undo"_s, false);
    const Result<void> saved = save();
    load();
    m_parts.changed();
    return saved;
}

void PriceKeeper::confirm()
{
    m_state.insert(u"checked_on"_s, today().toString(Qt::ISODate));
    if (const Result<void> saved = save(); !saved)
        qCWarning(lcNode, "%s", qUtf8Printable(saved.error().detail));
}

QJsonObject PriceKeeper::facts() const
{
    QJsonObject facts = m_state;
    facts.remove(u"former"_s);
    facts.insert(u"can_undo"_s, m_state.value("can_undo"_L1).toBool());
    facts.insert(u"version"_s, m_list->version());
    facts.insert(u"models"_s, m_list->modelCount());
    return facts;
}

QDate PriceKeeper::checkedOn() const
{
    const QDate checked = QDate::fromString(m_state.value("checked_on"_L1).toString(), Qt::ISODate);
    const QDate version = QDate::fromString(m_list->version(), Qt::ISODate);
    return checked.isValid() ? std::max(checked, version) : version;
}

Ledger::ReachedVolumes PriceKeeper::volumes(const Api::Document &document) const
{
    const bool wanted = std::ranges::any_of(document.contracts, [](const Api::Contract &contract) {
        return !Ledger::volumeSteps(contract).isEmpty();
    });
    if (!wanted)
        return {};
    auto database = Store::Database::open(
        m_parts.ledgerFile,
        {.mode = Store::Database::Mode::ReadOnly, .applicationId = Ledger::ledgerApplicationId});
    if (!database)
        return m_volumes;
    auto reached = Ledger::reachedVolumes(**database, Ledger::DayCalendar(m_parts.zone()),
                                          document.contracts, m_parts.clock.wall());
    if (!reached)
        qCWarning(lcNode, "volumes of contracts cannot be read: %s",
                  qUtf8Printable(reached.error().detail));
    return reached ? *std::move(reached) : m_volumes;
}

Ledger::PriceSources PriceKeeper::sources(const Api::Document &document)
{
    m_volumes = volumes(document);
    return {.list = m_list, .volumes = m_volumes, .machines = machineTerms()};
}

QList<Ledger::MachineTerms> PriceKeeper::machineTerms() const
{
    return m_parts.machines.termsAsCorrected(Ledger::DayCalendar(m_parts.zone()));
}

Result<void> PriceKeeper::correctMachine(const Ledger::MachineCorrection &correction)
{
    const Result<void> kept = m_parts.machines.correct(correction);
    if (kept)
        m_parts.changed();
    return kept;
}

void PriceKeeper::noteMachines()
{
    const Result<void> noted =
        m_parts.machines.note(m_parts.document().providers, m_parts.clock.wall());
    if (!noted)
        qCWarning(lcNode, "prices by the hour are not kept: %s",
                  qUtf8Printable(noted.error().detail));
}

void PriceKeeper::tick()
{
    if (++m_ticks % lookEvery == 0)
        recount();
}

void PriceKeeper::recount()
{
    if (volumes(m_parts.document()) != m_volumes)
        m_parts.changed();
}

} // namespace Gatehouse::Node
