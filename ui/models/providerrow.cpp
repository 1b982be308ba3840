// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providerrow.h"

#include "ui/models/healthlook.h"
#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int secondsInAMinute = 60;

struct ProviderText {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::ProviderRow)
};

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QList<ProviderKeyRow> readKeys(const QJsonArray &array)
{
    QList<ProviderKeyRow> keys;
    for (const QJsonValue &item : array)
        keys.append({.id = item["id"_L1].toString(),
                     .label = item["label"_L1].toString(),
                     .secret = item["secret"_L1].toString(),
                     .fingerprint = item["fingerprint"_L1].toString(),
                     .state = item["state"_L1].toString(),
                     .added = QDate::fromString(item["added"_L1].toString(), Qt::ISODate),
                     .lastUsed = time(item["last_used"_L1])});
    return keys;
}

//! "40 s ago", "2 min ago", "at 14:06".
QString checkedWhen(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    return seconds < secondsInAMinute
        ? ProviderText::tr("%1 s ago").arg(seconds)
        : ProviderText::tr("%1 ago", "%1 is an age such as 2 min")
              .arg(Format::age(then, now, QTimeZone::systemTimeZone()));
}

MaybeNumber numberOrNothing(const QJsonValue &value)
{
    return value.isDouble() ? MaybeNumber(value.toDouble()) : MaybeNumber();
}

std::optional<ProviderRow::EngineLoad> readEngineLoad(const QJsonObject &object)
{
    if (object.isEmpty())
        return {};
    ProviderRow::EngineLoad load{.state = object.value("state"_L1).toString(),
                                 .running = numberOrNothing(object.value("running"_L1)),
                                 .waiting = numberOrNothing(object.value("waiting"_L1)),
                                 .cacheUsage = numberOrNothing(object.value("cache_usage"_L1)),
                                 .loadedModels = {}};
    if (const QJsonValue models = object.value("loaded_models"_L1); models.isArray())
        load.loadedModels = strings(models);
    return load;
}

//! Of an engine that runs.
QString loadSentence(const ProviderRow::EngineLoad &load)
{
    if (load.running && load.waiting) {
        const QString running = Format::count(qint64(*load.running));
        const QString waiting = Format::count(qint64(*load.waiting));
        return load.cacheUsage ? ProviderText::tr("%1 running, %2 waiting; cache %3 full")
                                     .arg(running, waiting, Format::percent(*load.cacheUsage, 0))
                               : ProviderText::tr("%1 running, %2 waiting").arg(running, waiting);
    }
    if (load.loadedModels && load.loadedModels->isEmpty())
        return ProviderText::tr("No model loaded; the first request loads its model");
    if (load.loadedModels)
        return ProviderText::tr("Loaded: %1").arg(load.loadedModels->join(u", "_s));
    return ProviderText::tr("Ready");
}

bool isGood(ProviderHealth::Health health)
{
    return health == ProviderHealth::Health::Healthy || health == ProviderHealth::Health::Degraded;
}

ProviderRow::Check readCheck(const QJsonObject &object)
{
    return {.time = time(object.value("time"_L1)),
            .passed = object.value("ok"_L1).toBool(),
            .detail = object.value("detail"_L1).toString(),
            .milliseconds = numberOrNothing(object.value("ms"_L1))};
}

//! \a known, or what \a object tells when that is later.
std::optional<ProviderRow::Check> laterOf(const std::optional<ProviderRow::Check> &known,
                                          const QJsonObject &object)
{
    const QDateTime when = time(object.value("time"_L1));
    if (object.isEmpty() || (known && known->time > when))
        return known;
    return readCheck(object);
}

//! \a breakers hold a row for each key of a model.
QList<ProviderRow::Capacity> readCapacities(const QJsonArray &breakers)
{
    QList<ProviderRow::Capacity> all;
    for (const QJsonValue &value : breakers) {
        const QJsonObject breaker = value.toObject();
        const ProviderRow::Capacity one{.model = breaker.value("model"_L1).toString(),
                                        .running = breaker.value("in_flight"_L1).toInt(),
                                        .most = breaker.value("capacity"_L1).toInt(),
                                        .isLearned = breaker.value("capacity_source"_L1).toString()
                                            == "learned"_L1};
        if (one.most > 0 && !all.contains(one))
            all.append(one);
    }
    return all;
}

//! A person's note, or that of the sample data in the language of the program.
QString retentionText(const QString &note)
{
    return note == "30 days"_L1 ? ProviderText::tr("30 days")
        : note == "Not kept"_L1 ? ProviderText::tr("Not at all")
                                : note;
}

} // namespace

ProviderHealth::Health ProviderRow::shownHealth() const
{
    if (health != ProviderHealth::Health::NotTested || !lastCheck)
        return health;
    return lastCheck->passed ? ProviderHealth::Health::Healthy : ProviderHealth::Health::Down;
}

bool ProviderRow::isDisputed() const
{
    const bool known =
        health != ProviderHealth::Health::NotTested && health != ProviderHealth::Health::Paused;
    return known && recentAttempts > 0 && lastCheck && lastCheck->passed != isGood(health);
}

int ProviderRow::keysIn(const QString &state) const
{
    return int(std::count_if(keys.cbegin(), keys.cend(),
                             [&state](const ProviderKeyRow &key) { return key.state == state; }));
}

ProviderRow parseProviderRow(const QJsonObject &object)
{
    ProviderRow row;
    row.id = object.value("id"_L1).toString();
    row.name = object.value("name"_L1).toString();
    if (row.name.isEmpty())
        row.name = row.id;
    row.dialect = object.value("dialect"_L1).toString();
    row.engine = object.value("engine"_L1).toString();
    row.engineLoad = readEngineLoad(object.value("engine_load"_L1).toObject());
    row.region = strings(object.value("region"_L1));
    row.health = parseHealth(object.value("health"_L1).toString());
    row.since = time(object.value("since"_L1));
    row.recentAttempts = object.value("recent_attempts"_L1).toInt();
    if (const QJsonValue success = object.value("success"_L1); success.isDouble())
        row.success = success.toDouble();
    row.lastSuccess = time(object.value("last_success"_L1));
    row.lastCheck = laterOf({}, object.value("last_check"_L1).toObject());
    row.isFromCheck = object.value("health_from_check"_L1).toBool();
    if (row.isFromCheck || object.value("check_disagrees"_L1).toBool())
        row.lastCheck = laterOf(row.lastCheck, object.value("health_check"_L1).toObject());
    for (const QJsonValue &check : object.value("health_checks"_L1).toArray())
        row.checks.append(readCheck(check.toObject()));
    row.personalData = object.value("personal_data"_L1).toBool();
    row.retention = object.value("retention"_L1).toString();
    row.inFlight = object.value("in_flight"_L1).toInt();
    row.maxInFlight = object.value("max_in_flight"_L1).toInt();
    row.paused = object.value("paused"_L1).toBool();
    row.listed = strings(object.value("models_discovered"_L1));
    row.models = strings(object.value("models"_L1));
    if (row.models.isEmpty())
        row.models = row.listed;
    row.usedBy = strings(object.value("used_by"_L1));
    row.keys = readKeys(object.value("keys"_L1).toArray());
    row.headroom = parseHeadroom(object.value("headroom"_L1).toArray());
    row.capacities = readCapacities(object.value("breakers"_L1).toArray());
    return row;
}

QString healthSource(const ProviderRow &provider, const QDateTime &now)
{
    const bool byTraffic =
        provider.health != ProviderHealth::Health::NotTested && !provider.isFromCheck;
    QString check;
    if (provider.lastCheck) {
        const QString when = checkedWhen(provider.lastCheck->time, now);
        check = provider.lastCheck->passed ? ProviderText::tr("From a check, %1: passed.").arg(when)
                                           : ProviderText::tr("From a check, %1: failed. %2")
                                                 .arg(when, provider.lastCheck->detail);
    }
    if (!byTraffic)
        return check.isEmpty() ? ProviderText::tr("No traffic yet, and no check.") : check;
    const QString traffic = provider.recentAttempts > 0
        ? ProviderText::tr("From traffic, %n attempts in 5 min.", nullptr, provider.recentAttempts)
        : ProviderText::tr("From traffic, none in the last 5 min.");
    return provider.isDisputed()
        ? ProviderText::tr("%1 The last check disagrees. %2").arg(traffic, check)
        : traffic;
}

QString healthSentence(const ProviderRow &provider, const QTimeZone &zone)
{
    const QString word = lookOf(provider.shownHealth()).word;
    return provider.since.isValid()
        ? ProviderText::tr("%1 since %2").arg(word, Format::timeOfDay(provider.since, zone))
        : word;
}

QString engineSentence(const ProviderRow &provider)
{
    if (!provider.engineLoad)
        return {};
    const QString &state = provider.engineLoad->state;
    if (state == "asleep"_L1)
        return ProviderText::tr("Asleep until a request needs it");
    if (state == "waking"_L1)
        return ProviderText::tr("Waking up");
    if (state == "loading"_L1)
        return ProviderText::tr("Loading its model");
    if (state == "unreachable"_L1)
        return ProviderText::tr("Does not tell its load");
    if (state == "unknown"_L1)
        return ProviderText::tr("Not asked yet");
    return loadSentence(*provider.engineLoad);
}

QString capacitySentence(const ProviderRow::Capacity &capacity)
{
    const QString sentence = capacity.isLearned ? ProviderText::tr("%1: %2 of %3 running, learned")
                                                : ProviderText::tr("%1: %2 of %3 running, as set");
    return sentence.arg(capacity.model, Format::count(capacity.running),
                        Format::count(capacity.most));
}

QString dataSentence(const ProviderRow &provider)
{
    QStringList parts;
    if (provider.personalData)
        parts.append(ProviderText::tr("What is sent to it may hold personal data."));
    if (!provider.retention.isEmpty())
        parts.append(ProviderText::tr("Kept: %1.").arg(retentionText(provider.retention)));
    return parts.join(u' ');
}

QString keysSummary(const ProviderRow &provider)
{
    if (provider.keys.isEmpty())
        return ProviderText::tr("No key");
    QStringList parts;
    const auto add = [&](const QString &state, const char *text) {
        if (const int count = provider.keysIn(state))
            parts.append(ProviderText::tr(text, nullptr, count));
    };
    add(u"active"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::ProviderRow", "%n active"));
    add(u"locked"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::ProviderRow", "%n locked"));
    add(u"parked"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::ProviderRow", "%n refused"));
    add(u"missing"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::ProviderRow", "%n missing"));
    add(u"disabled"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::ProviderRow", "%n disabled"));
    return parts.join(u", "_s);
}

QString kindName(const QString &dialect, const QString &engine)
{
    if (!engine.isEmpty())
        return engine == "ollama"_L1 ? u"Ollama"_s : engine == "vllm"_L1 ? u"vLLM"_s : engine;
    return dialect == "anthropic"_L1 ? u"Anthropic"_s
        : dialect == "openai"_L1     ? ProviderText::tr("OpenAI")
                                     : dialect;
}

} // namespace Gatehouse::Ui
