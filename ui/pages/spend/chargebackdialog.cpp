// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/chargebackdialog.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QSaveFile>
#include <QtCore/QUrlQuery>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 440;
constexpr int months = 24;

} // namespace

ChargebackDialog::ChargebackDialog(Api::AdminClient &client, const QDate &today,
                                   const QList<Api::Team> &teams, const QString &folder,
                                   FileChooser chooseFile, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_chooseFile(std::move(chooseFile))
    , m_month(new QComboBox(this))
    , m_team(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_problem(makeLabel({}, u"error"_s, this))
    , m_write(makeButton(tr("Write report…"), u"primary"_s, u"spend.chargebackDialog.writeButton"_s,
                         this))
{
    setObjectName(u"spend.chargebackDialog"_s);
    setWindowTitle(tr("Chargeback report"));
    m_month->setObjectName(u"spend.chargebackDialog.monthCombo"_s);
    const QDate first(today.year(), today.month(), 1);
    for (int back = 0; back < months; ++back) {
        const QDate month = first.addMonths(-back);
        //: A month with its year, as QLocale::toString() reads it: "October 2026".
        m_month->addItem(QLocale().toString(month, tr("MMMM yyyy")), month.toString(u"yyyy-MM"_s));
    }
    m_month->setCurrentIndex(1); // the last one that is over
    m_team->setObjectName(u"spend.chargebackDialog.teamCombo"_s);
    m_team->addItem(tr("All teams"), QString());
    for (const Api::Team &team : teams)
        m_team->addItem(team.name.isEmpty() ? team.id : team.name, team.id);
    m_format->setObjectName(u"spend.chargebackDialog.formatCombo"_s);
    m_format->addItem(tr("PDF, for people"), u"pdf"_s);
    m_format->addItem(tr("CSV, for spreadsheets"), u"csv"_s);
    m_problem->setObjectName(u"spend.chargebackDialog.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *cancel = makeButton(tr("Cancel"), {}, u"spend.chargebackDialog.cancelButton"_s, this);
    cancel->setAutoDefault(false);
    m_write->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_write);
    QLabel *schedule = makeLabel(
        folder.isEmpty() ? tr(
            "To have it written each month, set the folder for reports (gateway.report_folder) "
            "in the configuration.")
                         : tr("After each month the gateway writes both files to %1.").arg(folder),
        u"caption"_s, this);
    schedule->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(new FormField(tr("Month"), m_month, {}, this));
    layout->addWidget(new FormField(tr("Team"), m_team, {}, this));
    layout->addWidget(new FormField(tr("File"), m_format, {}, this));
    layout->addWidget(schedule);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    setFixedWidth(dialogWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &ChargebackDialog::write);
}

void ChargebackDialog::write()
{
    QUrlQuery query;
    query.addQueryItem(u"month"_s, m_month->currentData().toString());
    query.addQueryItem(u"team"_s, m_team->currentData().toString());
    query.addQueryItem(u"format"_s, m_format->currentData().toString());
    m_problem->hide();
    m_write->setEnabled(false);
    connect(m_client.get(u"/reports/chargeback"_s, query), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_write->setEnabled(true);
                if (call->succeeded()) {
                    save(call->reply().body);
                    return;
                }
                m_problem->setText(call->error().detail);
                m_problem->show();
            });
}

void ChargebackDialog::save(const QJsonObject &report)
{
    const QByteArray content = report.contains("content_base64"_L1)
        ? QByteArray::fromBase64(report.value("content_base64"_L1).toString().toLatin1())
        : report.value("content"_L1).toString().toUtf8();
    m_chooseFile(report.value("name"_L1).toString(), [this, content](const QString &path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0 || !file.commit()) {
            m_problem->setText(file.errorString());
            m_problem->show();
            return;
        }
        Q_EMIT done(tr("Exported to %1").arg(path));
        accept();
    });
}

} // namespace Gatehouse::Ui
