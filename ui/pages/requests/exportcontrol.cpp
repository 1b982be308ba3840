// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/exportcontrol.h"

#include "ui/models/requestsmodel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

void askForFile(QWidget *parent, const QString &suggested,
                const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, ExportControl::tr("Export requests"));
    dialog->setObjectName(u"requests.exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace

ExportControl::ExportControl(Api::AdminClient &client, RequestsModel &model, QWidget *parent)
    : QObject(parent)
    , m_client(client)
    , m_model(model)
    , m_button(makeButton(tr("Export"), {}, u"requests.exportButton"_s, parent))
    , m_cancel(makeButton(tr("Cancel export"), u"link"_s, u"requests.cancelExportButton"_s, parent))
{
    m_chooseFile = [parent](const QString &name,
                            const std::function<void(const QString &)> &chosen) {
        askForFile(parent, name, chosen);
    };
    m_cancel->hide();
    addFormats();
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_export)
            m_export->cancel();
    });
}

void ExportControl::addFormats()
{
    m_button->setIcon(themeIcon(u"download"_s));
    m_button->setProperty("menued", true);
    auto *menu = new QMenu(m_button);
    menu->setObjectName(u"requests.exportMenu"_s);
    QAction *csv = menu->addAction(tr("CSV file…"));
    csv->setObjectName(u"action.exportRequestsCsv"_s);
    QAction *json = menu->addAction(tr("JSON lines file…"));
    json->setObjectName(u"action.exportRequestsJson"_s);
    m_button->setMenu(menu);
    connect(csv, &QAction::triggered, this, [this] { exportAs(RequestExport::Format::Csv); });
    connect(json, &QAction::triggered, this,
            [this] { exportAs(RequestExport::Format::JsonLines); });
}

void ExportControl::setJobs(JobList &jobs, std::function<qint64()> expectedRows)
{
    m_jobs = &jobs;
    m_expectedRows = std::move(expectedRows);
}

void ExportControl::beginJob()
{
    if (!m_jobs)
        return;
    m_job = m_jobs->start(tr("Exporting requests"), [this] {
        if (m_export)
            m_export->cancel();
    });
    const qint64 total = m_expectedRows();
    connect(m_export, &RequestExport::progressed, m_job, [this, total](qint64 rows) {
        if (total > 0)
            m_job->setProgress(double(rows) / double(total));
    });
}

void ExportControl::exportAs(RequestExport::Format format)
{
    const QString name =
        format == RequestExport::Format::Csv ? u"requests.csv"_s : u"requests.jsonl"_s;
    m_chooseFile(name, [this, format](const QString &path) { start(path, format); });
}

void ExportControl::start(const QString &path, RequestExport::Format format)
{
    if (path.isEmpty())
        return;
    delete m_export;
    m_export = new RequestExport(m_client, path, format, this);
    m_button->setEnabled(false);
    m_cancel->setVisible(true);
    connect(m_export, &RequestExport::progressed, this, [this](qint64 rows) {
        Q_EMIT progressed(tr("%1 requests exported so far").arg(Format::count(rows)));
    });
    connect(m_export, &RequestExport::finished, this, &ExportControl::end);
    beginJob();
    m_export->start(m_model.filter(), m_model.range());
}

void ExportControl::end(qint64 rows, const QString &error)
{
    m_export->deleteLater();
    m_button->setEnabled(true);
    m_cancel->setVisible(false);
    const QString done = tr("%1 requests exported").arg(Format::count(rows));
    Q_EMIT progressed(error.isEmpty() ? done
                                      : tr("The export ended without a file. %1").arg(error));
    if (m_job && error.isEmpty())
        m_job->finish(done);
    else if (m_job)
        m_job->fail(error);
}

} // namespace Gatehouse::Ui
