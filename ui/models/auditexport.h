// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QPointer>
#include <QtCore/QSaveFile>

namespace Gatehouse::Ui {

//! Writes every record that passes a filter to a file, one JSON object with its hash per line,
//! newest first. The file appears only when all is written.
class AuditExport : public QObject
{
    Q_OBJECT

public:
    AuditExport(Api::AdminClient &client, const QString &path, const QUrlQuery &query,
                QObject *parent = nullptr);

    void start();
    void cancel();

Q_SIGNALS:
    //! \a error is empty when the file is complete.
    void finished(qint64 records, const QString &error);

private:
    void ask(const QString &cursor);
    void take(Api::AdminCall *call);
    void end(const QString &error);

    Api::AdminClient &m_client;
    QSaveFile m_file;
    const QUrlQuery m_query;
    qint64 m_records = 0;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
