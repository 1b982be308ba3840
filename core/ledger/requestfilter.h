// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/statement.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringView>
#include <QtCore/QTimeZone>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace Gatehouse::Ledger {

//! A filter line of the requests page, compiled to SQL:
//!
//!     status:error provider:anthropic model:*sonnet* key:"design" team:ops route:x latency>2s
//!     ttft>1s gateway>5ms speed<20 cost>0.05 tokens>8000 attempts>1 attempt:anthropic/overloaded
//!     served:fallback cache:hit tag:invoice id:req_… since:2h person:ines no:team no:tag=project
//!
//! All words must hold. Texts match whole and without regard to case; * stands for any characters.
//! A bare "req_…" is an id.
class RequestFilter
{
public:
    //! The ids of the keys of a person, by the person's id or name; of every person for an
    //! empty name. The books do not know people.
    using KeysOf = std::function<QList<QByteArray>(const QString &person)>;

    //! The empty text is a filter that everything passes. Errors: InvalidArgument with the failing
    //! word as path and advice as detail. \a zone: for dates in since: and until:.
    static Result<RequestFilter> parse(QStringView text, WallTime now,
                                       const QTimeZone &zone = QTimeZone::utc(),
                                       const KeysOf &keysOf = {});

    //! "2h", "30m", "7d" (before \a now), "2026-11-20", "today", "month" (the start of that day, of
    //! this month in \a zone), "2026-11-20T08:00:00Z". Microseconds since 1970.
    static Result<qint64> parseMoment(QStringView text, WallTime now, const QTimeZone &zone);

    bool isEmpty() const { return !hasCondition() && !m_since && !m_until; }
    //! It asks for more than a span of time.
    bool hasCondition() const { return !m_condition.isEmpty(); }
    std::optional<qint64> since() const { return m_since; }
    std::optional<qint64> until() const { return m_until; }
    //! Narrows the span: the later since and the earlier until hold.
    void limitTo(std::optional<qint64> since, std::optional<qint64> until);

    //! "ts >= ? AND …" over the columns of requests, "1" when everything passes.
    QByteArray sql() const;
    //! Binds the values of sql() from position \a first on; returns the next position.
    int bind(Store::Statement &statement, int first) const;

private:
    friend class FilterParser;
    QByteArray m_condition;
    std::vector<std::variant<qint64, QByteArray>> m_values;
    std::optional<qint64> m_since;
    std::optional<qint64> m_until;
};

} // namespace Gatehouse::Ledger
