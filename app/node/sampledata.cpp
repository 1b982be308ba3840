// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/sampledata.h"

#include "app/node/books.h"
#include "app/node/sampleconversations.h"
#include "core/alerts/alertstore.h"
#include "core/demo/samplehistory.h"
#include "core/demo/sampleoffice.h"
#include "core/ledger/ledgerstore.h"

#include <QtCore/QFile>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

constexpr size_t batch = 5000;
constexpr int peopleDaysAgo = 27;
constexpr std::chrono::days tokensLast{60};

//! The past as it is written: wall time is set, step by step.
class PastClock final : public Clock
{
public:
    WallTime wall() const override { return m_wall; }
    SteadyTime steady() const override { return {}; }
    void setWall(WallTime wall) { m_wall = wall; }

private:
    WallTime m_wall{};
};

QDate dayOf(const SamplePlan &plan)
{
    const auto now = std::chrono::floor<std::chrono::milliseconds>(plan.now).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(now.count(), plan.zone).date();
}

WallTime timeOf(const Demo::SampleRevision &revision, const SamplePlan &plan)
{
    if (revision.daysAgo == 0)
        return plan.now - std::chrono::hours(revision.hour) - std::chrono::minutes(revision.minute);
    return Demo::clockTime(plan.now, plan.zone, revision.daysAgo, revision.hour, revision.minute);
}

//! Writes one sample office into one folder.
class Writer
{
public:
    Writer(const DataFolder &folder, const SamplePlan &plan)
        : m_folder(folder)
        , m_plan(plan)
    {
    }

    Result<SampleData> write();

private:
    struct Step {
        WallTime time{};
        std::function<Result<void>()> run;
    };

    Result<void> writeSetUp();
    void addRevisions(std::vector<Step> &steps);
    void addKeys(std::vector<Step> &steps);
    void addPeople(std::vector<Step> &steps);
    Result<void> publish(size_t index);
    Result<void> createKey(const Demo::SampleKey &sample);
    Result<void> disableKey(const QByteArray &name);
    Result<void> addPerson(const Demo::SamplePerson &sample);
    Result<void> signIn(const Demo::SamplePerson &sample);
    Result<void> audit(const QString &who, const QString &action, const QString &object,
                       const QString &after);
    Result<void> writeHistory();
    void tellSpells(const std::vector<Ledger::RequestRecord> &rows);
    Result<void> writeBreakers();
    Result<void> writeAlerts();
    Result<void> writeSpell(const Demo::Weather::Spell &spell, const QString &model);

    const DataFolder &m_folder;
    const SamplePlan &m_plan;
    PastClock m_clock;
    std::unique_ptr<Books> m_books;
    Demo::HistoryPlan m_history;
    QHash<QString, QByteArray> m_tokens; //!< of people, by name
    SampleData m_data;
};

Result<SampleData> Writer::write()
{
    m_history = {
        .now = m_plan.now, .zone = m_plan.zone, .seed = m_plan.seed, .keys = {}, .revisions = {}};
    m_clock.setWall(timeOf(Demo::sampleRevisions().front(), m_plan) - 10min);
    auto books = Books::open(m_folder, m_clock);
    if (!books)
        return books.error();
    m_books = *std::move(books);
    if (auto written = writeSetUp(); !written)
        return written.error();
    if (auto written = writeHistory(); !written)
        return written.error();
    if (auto written = writeBreakers(); !written)
        return written.error();
    if (auto written = writeAlerts(); !written)
        return written.error();
    std::stable_sort(m_data.events.begin(), m_data.events.end(),
                     [](const SampleEvent &a, const SampleEvent &b) { return a.time < b.time; });
    return std::move(m_data);
}

//! Everything but the requests, in the order it happened.
Result<void> Writer::writeSetUp()
{
    if (auto loaded = m_books->configuration().load(
            {.who = u"system"_s, .source = u"first start"_s, .reason = u"installation"_s});
        !loaded)
        return loaded;
    std::vector<Step> steps;
    addRevisions(steps);
    addKeys(steps);
    addPeople(steps);
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step &a, const Step &b) { return a.time < b.time; });
    for (const Step &step : steps) {
        m_clock.setWall(step.time);
        if (auto done = step.run(); !done)
            return done;
    }
    return {};
}

void Writer::addRevisions(std::vector<Step> &steps)
{
    const auto revisions = Demo::sampleRevisions();
    const WallTime first = timeOf(revisions.front(), m_plan);
    for (const Demo::SampleProvider &provider : Demo::sampleProviders())
        steps.push_back({first - 5min, [this, &provider] {
                             return audit(u"sample data"_s, u"secret.set"_s,
                                          u"session:"_s + Demo::sampleSecret(provider.id), {});
                         }});
    for (size_t i = 0; i < revisions.size(); ++i)
        steps.push_back({timeOf(revisions[i], m_plan), [this, i] { return publish(i); }});
}

Result<void> Writer::publish(size_t index)
{
    const Demo::SampleRevision &sample = Demo::sampleRevisions()[index];
    Config::Configuration &configuration = m_books->configuration();
    const auto outcome = configuration.replace(
        Demo::sampleDocument(index + 1, m_plan.ports, QString::fromLatin1(m_plan.zone.id()),
                             dayOf(m_plan)),
        {.who = sample.who, .source = u"desktop"_s, .reason = sample.reason});
    if (outcome.error)
        return *outcome.error;
    if (Api::hasErrors(outcome.findings))
        return Error{ErrorCode::Internal, outcome.findings.front().message,
                     outcome.findings.front().path};
    m_history.revisions.push_back(
        {.from = m_clock.wall(),
         .number = outcome.revision,
         .document = configuration.document(),
         .prices = Ledger::PriceBook::compile(configuration.document(), outcome.revision)});
    m_data.events.push_back({m_clock.wall(),
                             u"revision"_s,
                             u"info"_s,
                             sample.reason,
                             u"Revision %1 by %2"_s.arg(outcome.revision).arg(sample.who),
                             QString::number(outcome.revision),
                             {.code = {},
                              .subject = sample.who,
                              .detailCode = u"revision_by"_s,
                              .count = outcome.revision}});
    return {};
}

void Writer::addKeys(std::vector<Step> &steps)
{
    for (const Demo::SampleKey &sample : Demo::sampleKeys()) {
        steps.push_back({Demo::clockTime(m_plan.now, m_plan.zone, sample.createdDaysAgo, 9, 30),
                         [this, &sample] { return createKey(sample); }});
        if (sample.disabledDaysAgo >= 0)
            steps.push_back(
                {Demo::clockTime(m_plan.now, m_plan.zone, sample.disabledDaysAgo, 16, 45),
                 [this, &sample] { return disableKey(sample.name); }});
    }
}

Result<void> Writer::createKey(const Demo::SampleKey &sample)
{
    const QString name = QString::fromLatin1(sample.name);
    Access::KeyRequest request{.name = name, .team = sample.team, .routes = sample.routes};
    request.owner = sample.owner;
    if (sample.expiresInDays >= 0)
        request.expires = m_plan.now + std::chrono::days(sample.expiresInDays);
    const auto issued = m_books->keys().create(request);
    if (!issued)
        return issued.error();
    m_history.keys.push_back({.id = issued->key.id,
                              .name = sample.name,
                              .team = sample.team.toLatin1(),
                              .from = m_clock.wall()});
    m_data.keys.insert(sample.name, issued->secret.reveal().toByteArray());
    if (request.expires)
        m_data.events.push_back(
            {m_plan.now - 50min,
             u"key"_s,
             u"warning"_s,
             u"Key “%1” expires"_s.arg(name),
             u"In %1 days; team %2"_s.arg(QString::number(sample.expiresInDays), sample.team),
             QString::fromLatin1(issued->key.id),
             {.code = u"key.expires"_s,
              .subject = name,
              .detailCode = u"in_days"_s,
              .count = sample.expiresInDays}});
    return audit(u"m.ortiz"_s, u"key.create"_s, u"keys."_s + QString::fromLatin1(issued->key.id),
                 name);
}

Result<void> Writer::disableKey(const QByteArray &name)
{
    const auto key =
        std::find_if(m_history.keys.begin(), m_history.keys.end(),
                     [&name](const Demo::HistoryKey &one) { return one.name == name; });
    key->disabled = m_clock.wall();
    m_data.keys.remove(name);
    if (auto disabled = m_books->keys().setDisabled(key->id, true); !disabled)
        return disabled;
    return audit(u"j.lind"_s, u"key.disable"_s, u"keys."_s + QString::fromLatin1(key->id), {});
}

void Writer::addPeople(std::vector<Step> &steps)
{
    for (const Demo::SamplePerson &sample : Demo::samplePeople()) {
        steps.push_back({Demo::clockTime(m_plan.now, m_plan.zone, peopleDaysAgo, 10, 15),
                         [this, &sample] { return addPerson(sample); }});
        if (sample.seenMinutes > 0)
            steps.push_back({m_plan.now - std::chrono::minutes(sample.seenMinutes),
                             [this, &sample] { return signIn(sample); }});
    }
}

Result<void> Writer::addPerson(const Demo::SamplePerson &sample)
{
    const auto person = m_books->people().add(sample.name, sample.role);
    if (!person)
        return person.error();
    if (!sample.place.isEmpty()) {
        const auto issued =
            m_books->people().issue(person->id, sample.place, m_plan.now + tokensLast);
        if (!issued)
            return issued.error();
        m_tokens.insert(sample.name, issued->secret.reveal().toByteArray());
    }
    return audit(u"m.ortiz"_s, u"person.create"_s, u"people."_s + person->id, sample.name);
}

Result<void> Writer::signIn(const Demo::SamplePerson &sample)
{
    const auto signedIn = m_books->people().signIn(m_tokens.value(sample.name), sample.address);
    if (!signedIn.person || !sample.lockedOut)
        return {};
    Access::Person locked = *signedIn.person;
    locked.disabled = true;
    return m_books->people().update(locked);
}

Result<void> Writer::audit(const QString &who, const QString &action, const QString &object,
                           const QString &after)
{
    const auto record = m_books->audit().append({.who = who,
                                                 .source = u"desktop"_s,
                                                 .action = action,
                                                 .object = object,
                                                 .before = {},
                                                 .after = after},
                                                m_clock.wall());
    return record ? Result<void>() : Result<void>(record.error());
}

Result<void> Writer::writeHistory()
{
    const std::vector<Ledger::RequestRecord> rows = Demo::makeHistory(m_history);
    std::vector<Ledger::RequestRecord> copies = Demo::makeCopies(m_history, rows);
    auto store =
        Ledger::LedgerStore::open({.path = m_folder.file(u"ledger.db"_s), .zone = m_plan.zone});
    if (!store)
        return store.error();
    for (size_t done = 0; done < rows.size(); done += batch) {
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(done);
        const size_t count = std::min(batch, rows.size() - done);
        std::vector<Ledger::RequestRecord> some(first, first + static_cast<std::ptrdiff_t>(count));
        if (const Result<void> added = (*store)->add(some); !added)
            return added;
    }
    if (const Result<void> added = (*store)->add(copies); !added)
        return added;
    if (auto written = writeSampleConversations(m_folder, rows); !written)
        return written;
    QHash<QByteArray, Access::KeyUse> uses;
    for (const Ledger::RequestRecord &row : rows)
        uses[row.keyId].add(row.time, row.formerSecret);
    tellSpells(rows);
    return m_books->keys().recordUse(uses);
}

//! What the breakers did in the outage and the overloads, and the provider that is paused.
Result<void> Writer::writeBreakers()
{
    for (const Demo::SampleProvider &provider : Demo::sampleProviders()) {
        if (!provider.paused)
            continue;
        const auto written = m_books->reliability().addBreakerChange(
            {.time = timeOf(Demo::sampleRevisions().front(), m_plan),
             .provider = provider.id,
             .model = {},
             .state = u"paused"_s});
        if (!written)
            return written;
    }
    const Demo::Weather weather(m_plan.now, m_plan.zone);
    for (const Demo::Weather::Spell &spell : weather.spells()) {
        for (const Demo::SampleModel &model : Demo::sampleModels()) {
            if (model.provider != spell.provider)
                continue;
            if (auto written = writeSpell(spell, QString::fromLatin1(model.model)); !written)
                return written;
        }
    }
    return {};
}

//! What the outages and overloads of the past fired.
Result<void> Writer::writeAlerts()
{
    Alerts::AlertStore store(m_books->database());
    if (auto made = store.create(); !made)
        return made;
    const auto add = [&store](const Alerts::Alert &alert) -> Result<void> {
        const Result<qint64> added = store.add(alert);
        return added ? Result<void>() : Result<void>(added.error());
    };
    const Demo::Weather weather(m_plan.now, m_plan.zone);
    auto spells = weather.spells();
    std::sort(spells.begin(), spells.end(),
              [](const auto &a, const auto &b) { return a.from < b.from; });
    for (const Demo::Weather::Spell &spell : spells) {
        const QString provider = QString::fromLatin1(spell.provider);
        const WallTime end = spell.down ? spell.to : spell.from + 4min;
        Alerts::Alert alert{.rule = spell.down ? u"provider-down"_s : u"breaker-open"_s,
                            .ruleName = spell.down ? u"Provider down"_s : u"Model passed over"_s,
                            .measure = spell.down ? u"provider_down"_s : u"breaker_open"_s,
                            .object = provider,
                            .name = provider,
                            .severity = spell.down ? u"critical"_s : u"warning"_s,
                            .value = 1,
                            .threshold = 1,
                            .started = spell.from + 3min};
        if (end >= m_plan.now)
            continue;
        alert.ended = end;
        alert.told = alert.started;
        alert.endTold = true;
        if (spell.down) {
            alert.acknowledged = alert.started + 6min;
            alert.acknowledgedBy = u"j.lind"_s;
        }
        if (auto added = add(alert); !added)
            return added;
    }
    return {};
}

//! Down: open, with a vain attempt every minute, until it is over. Overloaded: open for a moment.
Result<void> Writer::writeSpell(const Demo::Weather::Spell &spell, const QString &model)
{
    const QString provider = QString::fromLatin1(spell.provider);
    const auto add = [&](WallTime time, const QString &state) {
        return m_books->reliability().addBreakerChange(
            {.time = time, .provider = provider, .model = model, .state = state});
    };
    Result<void> written = add(spell.from + 2min, u"open"_s);
    const WallTime end = spell.down ? spell.to : spell.from + 4min;
    for (WallTime trial = spell.from + 3min; written && spell.down && trial < end; trial += 1min) {
        written = add(trial, u"half_open"_s);
        if (written)
            written = add(trial + 1s, u"open"_s);
    }
    if (written)
        written = add(end - 1s, u"half_open"_s);
    return written ? add(end, u"closed"_s) : written;
}

//! The latest outage and overload as events, with the number of requests that were mended.
void Writer::tellSpells(const std::vector<Ledger::RequestRecord> &rows)
{
    const Demo::Weather weather(m_plan.now, m_plan.zone);
    for (const Demo::Weather::Spell &spell : weather.spells()) {
        const auto mended =
            std::count_if(rows.begin(), rows.end(), [&spell](const Ledger::RequestRecord &row) {
                return row.time >= spell.from && row.time < spell.to && row.attempts.size() > 1
                    && row.outcome == Ledger::Outcome::Ok
                    && row.attempts.front().provider == spell.provider;
            });
        const QString id = QString::fromLatin1(spell.provider);
        const auto providers = Demo::sampleProviders();
        const QString name =
            std::find_if(providers.begin(), providers.end(),
                         [&id](const Demo::SampleProvider &one) { return one.id == id; })
                ->name;
        m_data.events.push_back({spell.from,
                                 u"provider"_s,
                                 u"warning"_s,
                                 u"%1 is %2"_s.arg(name, spell.down ? u"down"_s : u"degraded"_s),
                                 u"Requests answered by other targets: %1"_s.arg(mended),
                                 id,
                                 {.code = spell.down ? u"provider_down"_s : u"provider_degraded"_s,
                                  .subject = name,
                                  .detailCode = u"answered_elsewhere"_s,
                                  .count = qint64(mended)}});
        if (spell.to < m_plan.now)
            m_data.events.push_back(
                {spell.to,
                 u"provider"_s,
                 u"info"_s,
                 u"%1 is healthy"_s.arg(name),
                 u"from traffic"_s,
                 id,
                 {.code = u"provider_healthy"_s, .subject = name, .detailCode = u"traffic"_s}});
    }
}

} // namespace

Result<SampleData> writeSampleData(const DataFolder &folder, const SamplePlan &plan)
{
    for (const QString &name : {u"gatehouse.db"_s, u"ledger.db"_s, u"vault"_s}) {
        if (QFile::exists(folder.file(name)))
            return Error{ErrorCode::InvalidArgument,
                         u"the folder %1 holds data already; --demo takes an empty folder, or none "
                         u"for a throw-away one"_s.arg(folder.path())};
    }
    return Writer(folder, plan).write();
}

} // namespace Gatehouse::Node
