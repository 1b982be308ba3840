// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/overviewdata.h"

namespace Gatehouse::Ui {

//! What a provider last said is left of one allowance of one key.
struct Headroom {
    QString provider; //!< as people call it
    QString key;      //!< label, else id
    QString kind;     //!< "requests", "tokens", "input_tokens", "output_tokens"
    qint64 remaining = 0;
    std::optional<qint64> limit;
    MaybeNumber left; //!< 0 to 1
    QDateTime resets; //!< invalid: not said, or over
    QDateTime seen;

    bool operator==(const Headroom &) const = default;
};

//! Of the answers that tell it; nothing of keys that were not used since the gateway started.
QList<Headroom> parseHeadroom(const QJsonArray &rows);
//! "950 of 1,000 requests left, full again in 12 s".
QString headroomSentence(const Headroom &headroom, const QDateTime &now);

QList<CellsModel::Column> headroomColumns();
//! The fullest first.
QList<CellsModel::Row> headroomRows(QList<Headroom> all, const QDateTime &now);

} // namespace Gatehouse::Ui
