// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/joblist.h"
#include "ui/models/requestexport.h"

#include <QtCore/QPointer>

#include <functional>

class QPushButton;
class QWidget;

namespace Gatehouse::Ui {

class RequestsModel;

//! "Export" with its formats, and "Cancel export" while one runs: writes everything that passes the
//! model's filter, not only the rows loaded.
class ExportControl : public QObject
{
    Q_OBJECT

public:
    using FileChooser = std::function<void(const QString &suggestedName,
                                           std::function<void(const QString &path)> chosen)>;

    ExportControl(Api::AdminClient &client, RequestsModel &model, QWidget *parent);

    QPushButton *button() const { return m_button; }
    QPushButton *cancelButton() const { return m_cancel; }
    //! How the place of an export is asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }
    //! Where an export shows its progress besides the page, and of how many rows; \a jobs must
    //! outlive this.
    void setJobs(JobList &jobs, std::function<qint64()> expectedRows);

Q_SIGNALS:
    //! How far the export is, or how it ended.
    void progressed(const QString &text);

private:
    void addFormats();
    void exportAs(RequestExport::Format format);
    void start(const QString &path, RequestExport::Format format);
    void beginJob();
    void end(qint64 rows, const QString &error);

    Api::AdminClient &m_client;
    RequestsModel &m_model;
    QPushButton *m_button;
    QPushButton *m_cancel;
    FileChooser m_chooseFile;
    QPointer<RequestExport> m_export;
    JobList *m_jobs = nullptr;
    std::function<qint64()> m_expectedRows;
    QPointer<Job> m_job;
};

} // namespace Gatehouse::Ui
