// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/spendreport.h"

#include <QtCore/QUrlQuery>

#include <functional>

class QAbstractItemModel;

namespace Gatehouse::Ui {

struct SpendPdf;

//! Writes what a breakdown shows: every row of it as CSV or JSON, asked for anew because a screen
//! has the dearest groups alone, or the screen as a printed report.
class BreakdownExport : public QObject
{
    Q_OBJECT

public:
    using FileChooser = std::function<void(const QString &suggested,
                                           std::function<void(const QString &path)> chosen)>;

    //! What a printed report says beside its table.
    struct Report {
        const SpendReport &spend;
        QString measure;
        QStringList names; //!< of the groups of the report, in order
        QString made;      //!< when and of which span
        QString forecast;  //!< the sentence, or empty
        QStringList warnings;
        QList<double> expected; //!< of the days to come, in dollars
        const QAbstractItemModel &table;
    };

    explicit BreakdownExport(Api::AdminClient &client, QObject *parent = nullptr);

    //! \a query is that of GET /usage.
    void writeRows(const QUrlQuery &query, const QString &path);
    void writeReport(const Report &report, const QString &path);

Q_SIGNALS:
    //! What came of it, in a sentence.
    void done(const QString &text);

private:
    void tell(bool written, const QString &path);

    Api::AdminClient &m_client;
};

} // namespace Gatehouse::Ui
