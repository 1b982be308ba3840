// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/noticelog.h"

#include "ui/models/preferences.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject toJson(const Notice &notice)
{
    return {{"time"_L1, notice.time.toUTC().toString(Qt::ISODateWithMs)},
            {"title"_L1, notice.title},
            {"text"_L1, notice.text},
            {"bad"_L1, notice.isBad},
            {"page"_L1, notice.page},
            {"filter"_L1, notice.filter}};
}

Notice fromJson(const QJsonObject &object)
{
    return {.time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs),
            .title = object.value("title"_L1).toString(),
            .text = object.value("text"_L1).toString(),
            .isBad = object.value("bad"_L1).toBool(),
            .page = object.value("page"_L1).toString(),
            .filter = object.value("filter"_L1).toString()};
}

QList<Notice> keptIn(const Preferences &preferences)
{
    QList<Notice> notices;
    for (const QJsonValue &value : preferences.notices())
        notices.append(fromJson(value.toObject()));
    return notices;
}

} // namespace

NoticeLog::NoticeLog(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_notices(keptIn(preferences))
{
}

void NoticeLog::add(const Notice &notice)
{
    m_notices = keptIn(m_preferences); // another window may have added some
    m_notices.prepend(notice);
    m_notices.resize(std::min<qsizetype>(m_notices.size(), mostKept));
    QJsonArray all;
    for (const Notice &kept : std::as_const(m_notices))
        all.append(toJson(kept));
    m_preferences.setNotices(all);
    Q_EMIT changed();
}

} // namespace Gatehouse::Ui
