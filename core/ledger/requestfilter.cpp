// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/requestfilter.h"

#include "core/base/quantities.h"
#include "core/ledger/records.h"
#include "core/ledger/schema.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qsizetype maxWords = 40;
constexpr qsizetype maxLength = 2000;

//! "latency", ">", "2s" of the word latency>2s.
struct Word {
    QString whole;
    QString name;
    QString sign;
    QString value;
};

Error wrong(const QString &word, const QString &advice)
{
    return {ErrorCode::InvalidArgument, advice, word};
}

//! Splits at spaces outside of double quotes.
Result<QStringList> split(QStringView text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted) {
            if (!word.isEmpty())
                words += std::exchange(word, {});
        } else {
            word += c;
        }
    }
    if (quoted)
        return wrong(word, u"a quotation mark is missing at the end"_s);
    if (!word.isEmpty())
        words += word;
    if (words.size() > maxWords)
        return wrong(words[maxWords], u"at most %1 words"_s.arg(maxWords));
    return words;
}

std::optional<Word> takenApart(const QString &text)
{
    qsizetype at = 0;
    while (at < text.size() && (text[at].isLetter() || text[at] == u'_'))
        ++at;
    if (at == 0 || at == text.size())
        return std::nullopt;
    qsizetype end = at + 1;
    if (text[at] == u'>' || text[at] == u'<') {
        if (end < text.size() && text[end] == u'=')
            ++end;
    } else if (text[at] != u':' && text[at] != u'=') {
        return std::nullopt;
    }
    QString value = text.sliced(end);
    value.remove(u'"');
    return Word{text, text.first(at).toLower(), text.sliced(at, end - at), value};
}

struct TextField {
    QLatin1StringView name;
    const char *columns[2]; //!< either may match
};

constexpr std::array textFields{
    TextField{"provider"_L1, {"provider", nullptr}},
    TextField{"model"_L1, {"model", "model_asked"}},
    TextField{"route"_L1, {"route", nullptr}},
    TextField{"key"_L1, {"key", "key_name"}},
    TextField{"team"_L1, {"team", nullptr}},
    TextField{"client"_L1, {"client", nullptr}},
    TextField{"front"_L1, {"front", nullptr}},
    TextField{"error"_L1, {"error_code", nullptr}},
    TextField{"cache"_L1, {"cache", nullptr}},
    TextField{"id"_L1, {"id", nullptr}},
};

enum class Unit { Time, Dollars, Count };

struct NumberField {
    QLatin1StringView name;
    const char *expression;
    Unit unit;
    QLatin1StringView example;
};

constexpr std::array numberFields{
    NumberField{"latency"_L1, "total_us", Unit::Time, "latency>2s"_L1},
    NumberField{"ttft"_L1, "first_token_us", Unit::Time, "ttft>1s"_L1},
    NumberField{"cost"_L1, "cost", Unit::Dollars, "cost>0.05"_L1},
    NumberField{"tokens"_L1, "(tokens_in + tokens_out)", Unit::Count, "tokens>8000"_L1},
    NumberField{"attempts"_L1, "attempt_count", Unit::Count, "attempts>1"_L1},
    NumberField{"gateway"_L1, "gateway_us", Unit::Time, "gateway>5ms"_L1},
    NumberField{"speed"_L1,
                "iif(streamed AND total_us > first_token_us,"
                " tokens_out * 1000000.0 / (total_us - first_token_us), NULL)",
                Unit::Count, "speed<20"_L1},
};

//! Microseconds of "2s", "500ms", "1.5m", "2h", "7d", "1w"; nothing without a unit.
std::optional<qint64> microseconds(QStringView text)
{
    struct Scale {
        QLatin1StringView unit;
        double us;
    };
    static constexpr std::array scales{
        Scale{"ms"_L1, 1e3},      Scale{"us"_L1, 1},     Scale{"s"_L1, 1e6},
        Scale{"m"_L1, 60e6},      Scale{"h"_L1, 3600e6}, Scale{"d"_L1, 86'400e6},
        Scale{"w"_L1, 604'800e6},
    };
    for (const Scale &scale : scales) {
        if (!text.endsWith(scale.unit))
            continue;
        bool ok = false;
        const double number = text.chopped(scale.unit.size()).toDouble(&ok);
        if (!ok || !(number >= 0) || number * scale.us > 1e18)
            return std::nullopt;
        return std::llround(number * scale.us);
    }
    return std::nullopt;
}

std::optional<qint64> wholeNumber(QStringView text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

//! The pattern of LIKE … ESCAPE '\' for a text in which only * is special.
QByteArray likePattern(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        pattern += c == u'*' ? QChar(u'%') : c;
    }
    return pattern.toUtf8();
}

//! "2026-11-20", "today", or "month": the first of this one. Invalid for anything else.
QDate namedDay(const QString &text, qint64 nowUs, const QTimeZone &zone)
{
    if (text != "today"_L1 && text != "month"_L1)
        return text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowUs / 1000, zone).date();
    return text == "today"_L1 ? today : QDate(today.year(), today.month(), 1);
}

} // namespace

//! Collects the conditions of one line.
class FilterParser
{
public:
    FilterParser(RequestFilter &filter, WallTime now, const QTimeZone &zone,
                 const RequestFilter::KeysOf &keysOf)
        : m_filter(filter)
        , m_now(now)
        , m_zone(zone)
        , m_keysOf(keysOf)
    {
    }

    Result<void> add(const QString &text)
    {
        if (text.startsWith("req_"_L1)) {
            require("id = ?", text.toUtf8());
            return {};
        }
        const std::optional<Word> word = takenApart(text);
        if (!word || word->value.isEmpty())
            return wrong(text, u"say what to look for, for example model:%1 or id:%1"_s.arg(text));
        for (const TextField &field : textFields) {
            if (word->name == field.name)
                return addText(field, *word);
        }
        for (const NumberField &field : numberFields) {
            if (word->name == field.name)
                return addNumber(field, *word);
        }
        return addSpecial(*word);
    }

private:
    using Value = std::variant<qint64, QByteArray>;

    template <typename... Values>
    void require(QByteArrayView condition, Values... values)
    {
        if (!m_filter.m_condition.isEmpty())
            m_filter.m_condition += " AND ";
        m_filter.m_condition += condition;
        (m_filter.m_values.push_back(Value(values)), ...);
    }

    static Result<void> expectColon(const Word &word)
    {
        if (word.sign == u":"_s || word.sign == u"="_s)
            return {};
        return wrong(word.whole, u"%1 is a text: write %1:%2"_s.arg(word.name, word.value));
    }

    Result<void> addText(const TextField &field, const Word &word)
    {
        if (const Result<void> colon = expectColon(word); !colon)
            return colon;
        const bool wild = word.value.contains(u'*');
        const QByteArray value = wild ? likePattern(word.value) : word.value.toUtf8();
        const char *test = wild ? " LIKE ? ESCAPE '\\'" : " = ? COLLATE NOCASE";
        const QByteArray first = QByteArray(field.columns[0]) + test;
        if (!field.columns[1])
            require(first, value);
        else
            require(QByteArray('(' + first + " OR " + field.columns[1] + test + ')'), value, value);
        return {};
    }

    Result<void> addNumber(const NumberField &field, const Word &word)
    {
        if (word.name == "cost"_L1 && word.value == "unpriced"_L1 && word.sign == u":"_s) {
            require("cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out > 0)");
            return {};
        }
        const Result<qint64> value = numberOf(field, word);
        if (!value)
            return value.error();
        const QByteArray sign = word.sign == u":"_s ? "="_ba : word.sign.toLatin1();
        require(QByteArray(QByteArray(field.expression) + ' ' + sign + " ?"), *value);
        return {};
    }

    static Result<qint64> numberOf(const NumberField &field, const Word &word)
    {
        std::optional<qint64> value;
        QString need;
        switch (field.unit) {
        case Unit::Time:
            value = microseconds(word.value);
            need = u"a unit"_s;
            break;
        case Unit::Dollars:
            value = decimalToNano(word.value.startsWith(u'$') ? word.value.sliced(1).toLatin1()
                                                              : word.value.toLatin1());
            need = u"an amount in dollars"_s;
            break;
        case Unit::Count:
            value = wholeNumber(word.value);
            need = u"a whole number"_s;
            break;
        }
        if (value)
            return *value;
        return wrong(word.whole,
                     u"%1 needs %2, for example %3"_s.arg(QString(field.name), need,
                                                          QString(field.example)));
    }

    Result<void> addSpecial(const Word &word)
    {
        struct Special {
            QLatin1StringView name;
            Result<void> (FilterParser::*add)(const Word &word);
        };
        static constexpr std::array specials{Special{"status"_L1, &FilterParser::addStatus},
                                             Special{"served"_L1, &FilterParser::addServed},
                                             Special{"tag"_L1, &FilterParser::addTag},
                                             Special{"streamed"_L1, &FilterParser::addStreamed},
                                             Special{"attempt"_L1, &FilterParser::addAttempt},
                                             Special{"person"_L1, &FilterParser::addPerson},
                                             Special{"no"_L1, &FilterParser::addMissing},
                                             Special{"since"_L1, &FilterParser::addSpan},
                                             Special{"until"_L1, &FilterParser::addSpan}};
        for (const Special &special : specials) {
            if (word.name != special.name)
                continue;
            const Result<void> colon = expectColon(word);
            return colon ? (this->*special.add)(word) : colon;
        }
        return wrong(
            word.whole,
            u"%1 is not known; use status, provider, model, route, key, team, person, "
            "client, front, error, cache, id, latency, ttft, gateway, speed, cost, tokens, "
            "attempts, attempt, served, streamed, tag, no, since or until"_s.arg(word.name));
    }

    //! Of any of a person's keys; of none when nobody has this name.
    Result<void> addPerson(const Word &word)
    {
        requireKeys("key IN (", word.value);
        return {};
    }

    void requireKeys(QByteArrayView test, const QString &person)
    {
        const QList<QByteArray> keys = m_keysOf ? m_keysOf(person) : QList<QByteArray>();
        QByteArray marks = QByteArray("?,").repeated(keys.size());
        marks.chop(1);
        require(QByteArray(test.toByteArray() + marks + ')'));
        for (const QByteArray &key : keys)
            m_filter.m_values.emplace_back(key);
    }

    //! "no:team", "no:tag", "no:tag=project": what the requests do not have.
    Result<void> addMissing(const Word &word)
    {
        const QString what = word.value.toLower();
        for (const QLatin1StringView column : {"team"_L1, "key"_L1, "provider"_L1, "route"_L1}) {
            if (what != column)
                continue;
            require(QByteArray(what.toLatin1() + " = ''"));
            return {};
        }
        if (what == "person"_L1) {
            requireKeys("key NOT IN (", {});
            return {};
        }
        if (what == "tag"_L1) {
            require("tags = ''");
            return {};
        }
        if (what.startsWith("tag="_L1)) {
            require("',' || tags NOT LIKE ? ESCAPE '\\'",
                    QByteArray("%," + likePattern(word.value.sliced(4)) + "=%"));
            return {};
        }
        return wrong(word.whole,
                     u"write no:team, no:key, no:person, no:provider, no:route, no:tag or, for one "
                     "tag, "
                     "no:tag=project"_s);
    }

    Result<void> addStatus(const Word &word)
    {
        const QString value = word.value.toLower().replace(u'-', u'_');
        if (value == "error"_L1) {
            require("outcome <> 'ok' AND outcome <> 'cancelled'");
            return {};
        }
        if (value == "failed"_L1) { // what the success rate counts: no mistake of a caller
            require("class = ?", qint64(RequestClass::Failed));
            return {};
        }
        const QByteArray name = value.toUtf8();
        if (outcomeFromName(name)) {
            require(name == "ok" ? "outcome = ?" : "outcome <> 'ok' AND outcome = ?", name);
            return {};
        }
        if (value.size() == 3 && value[0] >= u'1' && value[0] <= u'5' && value.endsWith("xx"_L1)) {
            const qint64 low = (value[0].unicode() - u'0') * 100;
            require("status >= ? AND status < ?", low, low + 100);
            return {};
        }
        const std::optional<qint64> number = wholeNumber(value);
        if (!number || *number < 100 || *number > 599)
            return wrong(
                word.whole,
                u"status is error, failed, ok, cancelled, a number such as 429 or 5xx, or a kind "
                "such as rate_limited"_s);
        require("status = ?", *number);
        return {};
    }

    Result<void> addServed(const Word &word)
    {
        if (word.value.compare("fallback"_L1, Qt::CaseInsensitive) != 0)
            return wrong(word.whole, u"write served:fallback"_s);
        require("outcome = 'ok' AND attempt_count > 1 AND EXISTS(SELECT 1 FROM attempts a"
                " WHERE a.request = requests.n AND a.n = 0"
                " AND (a.provider <> requests.provider OR a.model <> requests.model))");
        return {};
    }

    //! "rate_limited", "anthropic/failed": any attempt that ended so, at that provider.
    Result<void> addAttempt(const Word &word)
    {
        const QByteArray provider = word.value.section(u'/', 0, -2).toUtf8();
        const QByteArray result =
            word.value.section(u'/', -1).toLower().replace(u'-', u'_').toUtf8();
        if (result != "failed" && (result == "ok" || !outcomeFromName(result)))
            return wrong(word.whole,
                         u"attempt is failed or a kind such as rate_limited, behind a provider "
                         "if one is meant: attempt:anthropic/overloaded"_s);
        // Attempts that failed stand in their table; only answered ones do not.
        QByteArray condition = "EXISTS(SELECT 1 FROM attempts a WHERE a.request = requests.n AND ";
        condition += result == "failed" ? "a.result <> ?" : "a.result = ?";
        const QByteArray value = result == "failed" ? QByteArray("ok") : result;
        if (provider.isEmpty())
            require(QByteArray(condition + ')'), value);
        else
            require(QByteArray(condition + " AND a.provider = ? COLLATE NOCASE)"), value, provider);
        return {};
    }

    Result<void> addTag(const Word &word)
    {
        // Tags are "a=b,c=d"; a word is a name, a value or a pair.
        const QByteArray pattern = likePattern(word.value);
        if (word.value.contains(u'=')) {
            require("',' || tags || ',' LIKE ? ESCAPE '\\'", QByteArray("%," + pattern + ",%"));
            return {};
        }
        require("(',' || tags || ',' LIKE ? ESCAPE '\\' OR ',' || tags || ',' LIKE ? ESCAPE '\\')",
                QByteArray("%," + pattern + "=%"), QByteArray("%=" + pattern + ",%"));
        return {};
    }

    Result<void> addStreamed(const Word &word)
    {
        const bool yes = word.value == "yes"_L1 || word.value == "true"_L1;
        if (!yes && word.value != "no"_L1 && word.value != "false"_L1)
            return wrong(word.whole, u"write streamed:yes or streamed:no"_s);
        require("streamed = ?", qint64(yes));
        return {};
    }

    Result<void> addSpan(const Word &word)
    {
        const Result<qint64> moment = RequestFilter::parseMoment(word.value, m_now, m_zone);
        if (!moment)
            return wrong(word.whole, moment.error().detail);
        if (word.name == "since"_L1)
            m_filter.limitTo(*moment, std::nullopt);
        else
            m_filter.limitTo(std::nullopt, *moment);
        return {};
    }

    RequestFilter &m_filter;
    WallTime m_now;
    const QTimeZone &m_zone;
    const RequestFilter::KeysOf &m_keysOf;
};

Result<RequestFilter> RequestFilter::parse(QStringView text, WallTime now, const QTimeZone &zone,
                                           const KeysOf &keysOf)
{
    if (text.size() > maxLength)
        return wrong(text.first(20).toString(), u"the filter is too long"_s);
    const Result<QStringList> words = split(text);
    if (!words)
        return words.error();
    RequestFilter filter;
    FilterParser parser(filter, now, zone, keysOf);
    for (const QString &word : *words) {
        if (const Result<void> added = parser.add(word); !added)
            return added.error();
    }
    return filter;
}

Result<qint64> RequestFilter::parseMoment(QStringView text, WallTime now, const QTimeZone &zone)
{
    const auto nowUs = static_cast<qint64>(now.time_since_epoch().count());
    if (const std::optional<qint64> ago = microseconds(text))
        return nowUs - *ago;
    const QString moment = text.toString();
    if (const QDate day = namedDay(moment, nowUs, zone); day.isValid())
        return day.startOfDay(zone).toMSecsSinceEpoch() * 1000;
    QDateTime time =
        moment.size() > 10 ? QDateTime::fromString(moment, Qt::ISODateWithMs) : QDateTime();
    if (!time.isValid())
        return wrong(moment,
                     u"a time is an age such as 2h, 30m or 7d, today, month, or a date such as "
                     "2026-11-20"_s);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(zone);
    return time.toMSecsSinceEpoch() * 1000;
}

void RequestFilter::limitTo(std::optional<qint64> since, std::optional<qint64> until)
{
    if (since)
        m_since = std::max(m_since.value_or(*since), *since);
    if (until)
        m_until = std::min(m_until.value_or(*until), *until);
}

QByteArray RequestFilter::sql() const
{
    QByteArray sql;
    const auto add = [&sql](QByteArrayView condition) {
        if (!sql.isEmpty())
            sql += " AND ";
        sql += condition;
    };
    if (m_since)
        add("ts >= ?");
    if (m_until)
        add("ts < ?");
    if (!m_condition.isEmpty())
        add(m_condition);
    return sql.isEmpty() ? "1"_ba : sql;
}

int RequestFilter::bind(Store::Statement &statement, int first) const
{
    int index = first;
    if (m_since)
        statement.bind(index++, *m_since);
    if (m_until)
        statement.bind(index++, *m_until);
    for (const std::variant<qint64, QByteArray> &value : m_values) {
        std::visit([&](const auto &bound) { statement.bind(index, bound); }, value);
        ++index;
    }
    return index;
}

} // namespace Gatehouse::Ledger
