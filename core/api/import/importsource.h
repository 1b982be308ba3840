// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/import/importreport.h"

#include <QtCore/QSet>

#include <optional>

namespace Gatehouse::Api {

//! An object of a foreign configuration: remembers which members were read, so that the others can
//! be named as left out.
class ImportSource
{
public:
    ImportSource(const QJsonValue &value, QString path, ImportReport &report);

    QString path(const QString &key) const;
    bool has(const QString &key) const;
    QJsonValue take(const QString &key);
    //! Absent or no text: empty, the latter with a note. Numbers count as their text.
    QString text(const QString &key);
    //! Numbers and texts that are numbers, at least 0.
    std::optional<double> number(const QString &key);
    //! Names \a key, when it is there, as left out because of \a why.
    void leaveOut(const QString &key, const QString &why);
    //! Names everything that nobody took; with \a why, or as without a counterpart.
    void leaveOutRest(const QString &why = {});

private:
    QJsonObject m_object;
    QString m_path;
    ImportReport &m_report;
    QSet<QString> m_taken;
};

//! The member \a key of \a source; empty, with a note, when it is there and no object.
QJsonObject objectOf(ImportSource &source, const QString &key, ImportReport &report);
//! \a value with YAML's merge keys ("<<": one object or several) put into effect, as PyYAML does:
//! what an object says itself holds, then what stands first.
QJsonValue withMerges(const QJsonValue &value);
//! \a text as an id: small letters, digits, dots, hyphens and underscores, at most 60.
QString importedId(const QString &text);
//! \a wish, or with the first number behind it that \a taken does not have.
QString freeId(const QString &wish, const QStringList &taken);
//! Seconds as a time of ours, within a millisecond and a day.
std::chrono::milliseconds importedTime(double seconds);
//! At least 1 and no more than a limit may be.
int importedCount(double number);

} // namespace Gatehouse::Api
