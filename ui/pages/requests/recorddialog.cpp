// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/recorddialog.h"

#include "ui/widgets/dialogheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 460;
constexpr int mostRequests = 50;
constexpr int mostMinutes = 15;
constexpr qint64 hoursOfADay = 24;

QSpinBox *makeSpin(const QString &name, const QString &accessible, int most, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setObjectName(u"requests.recordDialog.%1"_s.arg(name));
    spin->setAccessibleName(accessible);
    spin->setRange(1, most);
    spin->setValue(most);
    return spin;
}

} // namespace

RecordDialog::RecordDialog(Api::AdminClient &client, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_scope(new QComboBox(this))
    , m_requests(makeSpin(u"requestsSpin"_s, tr("Requests"), mostRequests, this))
    , m_minutes(makeSpin(u"minutesSpin"_s, tr("Minutes"), mostMinutes, this))
    , m_sample(new QLineEdit(tr("My key is sk-1234567890abcdef1234567890abcdef"), this))
    , m_preview(makeLabel({}, u"muted"_s, this))
    , m_kept(makeLabel({}, u"caption"_s, this))
    , m_problem(makeLabel({}, u"error"_s, this))
{
    setObjectName(u"requests.recordDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Record bodies"));
    setMinimumWidth(dialogWidth);
    m_scope->setObjectName(u"requests.recordDialog.scopeCombo"_s);
    m_scope->setAccessibleName(tr("Requests of"));
    m_sample->setCursorPosition(0);
    m_sample->setObjectName(u"requests.recordDialog.sampleField"_s);
    m_sample->setAccessibleName(tr("Try a text"));
    m_preview->setObjectName(u"requests.recordDialog.previewLabel"_s);
    m_problem->setObjectName(u"requests.recordDialog.problemLabel"_s);
    for (QLabel *label : {m_preview, m_kept, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_problem->hide();
    auto *most = new QHBoxLayout;
    most->setSpacing(12);
    most->addWidget(new FormField(tr("Requests at most"), m_requests, {}, this));
    most->addWidget(new FormField(tr("Minutes at most"), m_minutes, {}, this));
    QLabel *what = makeLabel(tr("What these requests say and are answered is stored word by word "
                                "until it ends by itself. Secrets are taken out first. The audit "
                                "log notes who records and who reads."),
                             u"muted"_s, this);
    what->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(what);
    layout->addWidget(new FormField(tr("Requests of"), m_scope, {}, this));
    layout->addLayout(most);
    layout->addWidget(new FormField(tr("Try a text"), m_sample, {}, this));
    layout->addWidget(m_preview);
    layout->addWidget(m_kept);
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
    connect(m_sample, &QLineEdit::textChanged, this, &RecordDialog::preview);
    loadNames(u"/routes"_s, u"route"_s, tr("Route %1"));
    loadNames(u"/keys"_s, u"key"_s, tr("Key %1"));
    connect(m_client.get(u"/recording"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    showKept(call->reply().body);
            });
    preview();
}

QLayout *RecordDialog::makeButtons()
{
    QPushButton *cancel =
        makeButton(tr("Cancel"), {}, u"requests.recordDialog.cancelButton"_s, this);
    m_start = makeButton(tr("Start recording"), u"primary"_s,
                         u"requests.recordDialog.startButton"_s, this);
    cancel->setAutoDefault(false);
    m_start->setDefault(true);
    m_start->setEnabled(false); // until there is something to record
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &RecordDialog::start);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_start);
    return buttons;
}

//! \a kind is the field that the engine takes the id in.
void RecordDialog::loadNames(const QString &path, const QString &kind, const QString &text)
{
    connect(m_client.get(path), &Api::AdminCall::finished, this,
            [this, kind, text](Api::AdminCall *call) {
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray()) {
                    const QString id = item["id"_L1].toString();
                    const QString name = item["name"_L1].toString();
                    m_scope->addItem(text.arg(name.isEmpty() ? id : name), QStringList{kind, id});
                }
                m_start->setEnabled(m_scope->count() > 0);
            });
}

void RecordDialog::showKept(const QJsonObject &recording)
{
    const QLocale locale;
    const int hours = static_cast<int>(recording.value("keep_hours"_L1).toInteger());
    const QString kept = hours % hoursOfADay == 0
        ? tr("Kept for %n days, of each text at most %1, all together at most %2.", nullptr,
             hours / hoursOfADay)
        : tr("Kept for %n hours, of each text at most %1, all together at most %2.", nullptr,
             hours);
    m_kept->setText(
        kept.arg(locale.formattedDataSize(recording.value("longest_bytes"_L1).toInteger(), 0),
                 locale.formattedDataSize(recording.value("keep_bytes"_L1).toInteger(), 0)));
    fitHeight(*this, width());
}

void RecordDialog::preview()
{
    delete m_previewCall;
    m_previewCall = m_client.post(u"/recording/preview"_s, {{u"text"_s, m_sample->text()}});
    connect(m_previewCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        const QString text = call->reply().body.value("text"_L1).toString();
        m_preview->setText(call->succeeded() ? tr("Recorded as: %1").arg(text)
                                             : call->error().detail);
        fitHeight(*this, width());
    });
}

void RecordDialog::start()
{
    const QStringList scope = m_scope->currentData().toStringList();
    if (scope.size() != 2)
        return;
    m_start->setEnabled(false);
    Api::AdminCall *call = m_client.post(u"/recording"_s,
                                         {{scope.first(), scope.last()},
                                          {u"requests"_s, m_requests->value()},
                                          {u"minutes"_s, m_minutes->value()}});
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *done) {
        m_start->setEnabled(true);
        if (!done->succeeded()) {
            showProblem(done->error().detail);
            return;
        }
        Q_EMIT begun();
        accept();
    });
}

void RecordDialog::showProblem(const QString &text)
{
    m_problem->setText(tr("The recording was not started. The gateway says: %1").arg(text));
    m_problem->show();
    fitHeight(*this, width());
}

} // namespace Gatehouse::Ui
