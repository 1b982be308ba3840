// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/requestvalues.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

//! Where the values of a field are: in the sums, which are few, or else in the newest rows.
struct Field {
    QLatin1StringView name;
    const char *values;
};

constexpr std::array fields{
    Field{"provider"_L1, "SELECT provider AS v FROM roll_day_model"},
    Field{"model"_L1, "SELECT model AS v FROM roll_day_model"},
    Field{"route"_L1, "SELECT route AS v FROM roll_day_model"},
    Field{"team"_L1, "SELECT team AS v FROM roll_day_model"},
    Field{"key"_L1, "SELECT name AS v FROM key_names"},
    Field{"client"_L1, "SELECT client AS v FROM requests ORDER BY ts DESC LIMIT 5000"},
    Field{"error"_L1,
          "SELECT error_code AS v FROM requests WHERE ts IN"
          " (SELECT ts FROM requests WHERE outcome <> 'ok' ORDER BY ts DESC"
          " LIMIT 2000)"},
    Field{"tag"_L1, "SELECT tags AS v FROM requests ORDER BY ts DESC LIMIT 5000"},
};

//! "a=1,b=2" and "a=1" are two values, not two lists.
QStringList takenApart(const QStringList &lists)
{
    QStringList values;
    for (const QString &list : lists)
        values += list.split(u',', Qt::SkipEmptyParts);
    values.sort();
    values.removeDuplicates();
    return values;
}

} // namespace

Result<QStringList> requestValues(Store::Database &database, QStringView field, const QString &part,
                                  int limit)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [field](const Field &one) { return one.name == field; });
    if (found == fields.end())
        return Error{ErrorCode::InvalidArgument,
                     u"use provider, model, route, team, key, client, error or tag"_s, u"field"_s};
    const QByteArray sql = "SELECT DISTINCT v FROM (" + QByteArray(found->values)
        + ") WHERE v <> '' AND instr(lower(v), lower(?)) > 0 ORDER BY v LIMIT ?";
    auto select = database.prepare(sql);
    if (!select)
        return select.error();
    select->bindAll(part.toUtf8(), qint64(limit));
    QStringList values;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        values += select->string(0);
    }
    return field == "tag"_L1 ? takenApart(values) : values;
}

} // namespace Gatehouse::Ledger
