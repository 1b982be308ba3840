// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QSaveFile>

namespace Gatehouse::Ui {

//! Writes every request that passes a filter to a file, page by page, newest first. The file
//! appears only when all is written; deleting the export, or cancel(), leaves none.
class RequestExport : public QObject
{
    Q_OBJECT

public:
    //! Both are independent of the language of the program: dot decimals, ISO times in UTC, UTF-8.
    enum class Format { Csv, JsonLines };

    RequestExport(Api::AdminClient &client, const QString &path, Format format,
                  QObject *parent = nullptr);

    void start(const QString &filter, const QString &range);
    void cancel();

    //! The header line of the CSV form.
    static QByteArray csvHeader();
    //! One request as a line. Texts that a spreadsheet would run (= + - @ first) get an apostrophe.
    static QByteArray csvLine(const QJsonObject &row);

Q_SIGNALS:
    void progressed(qint64 rows);
    //! \a error is empty when the file is complete.
    void finished(qint64 rows, const QString &error);

private:
    void askPage(const QString &cursor);
    void takePage(Api::AdminCall *call);
    void end(const QString &error);

    Api::AdminClient &m_client;
    QSaveFile m_file;
    Format m_format;
    QString m_filter;
    QString m_range;
    qint64 m_rows = 0;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
