// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/keyrows.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct KeyRows {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::KeysSection)
};

CellsModel::Cell stateCell(const DraftKey &draft)
{
    if (draft.key.disabled)
        return {.text = KeyRows::tr("Disabled"), .tone = Tone::Neutral, .icon = u"pause"_s};
    if (!draft.value.isEmpty())
        return {.text = KeyRows::tr("New"),
                .tone = Tone::Accent,
                .icon = u"plus"_s,
                .toolTip = KeyRows::tr("Tested and stored when you save.")};
    if (draft.state == "active"_L1)
        return {.text = KeyRows::tr("Active"), .tone = Tone::Ok, .icon = u"check"_s};
    if (draft.state == "parked"_L1)
        return {.text = KeyRows::tr("Refused"),
                .tone = Tone::Err,
                .icon = u"circle-x"_s,
                .toolTip = KeyRows::tr("The provider refused this key. It is tried again after "
                                       "five minutes, or at once after it is rotated.")};
    if (draft.state == "locked"_L1)
        return {.text = KeyRows::tr("Locked"),
                .tone = Tone::Warn,
                .icon = u"lock"_s,
                .toolTip = KeyRows::tr("The key store is locked.")};
    if (draft.state == "missing"_L1)
        return {.text = KeyRows::tr("Missing"),
                .tone = Tone::Err,
                .icon = u"triangle-alert"_s,
                .toolTip = KeyRows::tr("The key store has no such key. Rotate it to give it a "
                                       "value again.")};
    return {.text = KeyRows::tr("Not saved"), .tone = Tone::Neutral, .icon = u"pencil"_s};
}

CellsModel::Cell addedCell(const DraftKey &draft)
{
    const QDate day = QDate::fromString(draft.key.added, Qt::ISODate);
    if (!draft.value.isEmpty() || !day.isValid())
        return {.text = Format::unknown(),
                .toolTip = KeyRows::tr("Keys of a file and those stored before this was "
                                       "written down have no day.")};
    return {.text = Format::day(day), .value = day};
}

CellsModel::Cell usedCell(const DraftKey &draft)
{
    if (!draft.lastUsed.isValid() || !draft.value.isEmpty())
        return {.text = Format::unknown(),
                .toolTip = KeyRows::tr("Not since the gateway started.")};
    return {.text = Format::age(draft.lastUsed, QDateTime::currentDateTimeUtc(),
                                QTimeZone::systemTimeZone()),
            .toolTip = Format::moment(draft.lastUsed.toLocalTime()),
            .value = draft.lastUsed};
}

} // namespace

CellsModel::Row keyRow(const DraftKey &draft)
{
    const QString name =
        draft.key.label.isEmpty() ? KeyRows::tr("Key %1").arg(draft.key.id) : draft.key.label;
    const QString place =
        draft.value.isEmpty() ? draft.key.secret : KeyRows::tr("stored when you save");
    const QString print = draft.value.isEmpty() ? draft.fingerprint : u"…"_s + draft.value.right(4);
    return {draft.key.id,
            {{.text = name, .toolTip = place, .detail = place},
             {.text = print.isEmpty() ? u"–"_s : print},
             addedCell(draft),
             usedCell(draft),
             stateCell(draft),
             {.text = QLocale().toString(draft.key.weight)}}};
}

QList<CellsModel::Column> keyColumns()
{
    return {{u"key"_s, KeyRows::tr("Key"), CellKind::TwoLine},
            {u"fingerprint"_s, KeyRows::tr("Ends in"), CellKind::Code},
            {u"added"_s, KeyRows::tr("Added"), CellKind::Text},
            {u"last_used"_s, KeyRows::tr("Last used"), CellKind::Text},
            {u"state"_s, KeyRows::tr("State"), CellKind::Pill},
            {u"weight"_s, KeyRows::tr("Weight"), CellKind::Number}};
}

} // namespace Gatehouse::Ui
