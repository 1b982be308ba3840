// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recordingchip.h"

#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtWidgets/QMessageBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

RecordingChip::RecordingChip(Api::AdminClient &client, QWidget *parent)
    : QPushButton(tr("Recording"), parent)
    , m_client(client)
{
    setObjectName(u"topbar.recordingButton"_s);
    setAccessibleName(tr("Recording of bodies runs; end it"));
    setStyleProperty(this, "kind", u"danger"_s);
    hide();
    connect(this, &QPushButton::clicked, this, &RecordingChip::askToEnd);
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected)
            refresh();
    });
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &status) {
                if (kind == "status"_L1 && status.contains("recording"_L1))
                    take(status.value("recording"_L1));
            });
}

void RecordingChip::refresh()
{
    connect(m_client.get(u"/status"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body.value("recording"_L1));
            });
}

void RecordingChip::take(const QJsonValue &recording)
{
    const QJsonObject session = recording.toObject();
    setVisible(!session.isEmpty());
    if (session.isEmpty())
        return;
    const QString key = session.value("key"_L1).toString();
    const QDateTime until =
        QDateTime::fromString(session.value("until"_L1).toString(), Qt::ISODateWithMs);
    const QString what = key.isEmpty() ? tr("Route %1").arg(session.value("route"_L1).toString())
                                       : tr("Key %1").arg(key);
    setToolTip(
        tr("%1: at most %n more requests, until %2. Activate to end it.", nullptr,
           session.value("left"_L1).toInt())
            .arg(what,
                 Format::wordLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat)));
}

void RecordingChip::askToEnd()
{
    QMessageBox *box =
        makeQuestion(window(), u"topbar.endRecordingDialog"_s, tr("End the recording?"),
                     tr("Nothing more is recorded. What was recorded stays until "
                        "it is deleted or past its time."));
    QPushButton *end = addAnswer(*box, tr("End recording"), QMessageBox::AcceptRole,
                                 u"topbar.endRecordingDialog.endButton"_s);
    addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
              u"topbar.endRecordingDialog.cancelButton"_s);
    connect(end, &QPushButton::clicked, this, [this] {
        connect(m_client.remove(u"/recording"_s), &Api::AdminCall::finished, this,
                &RecordingChip::refresh);
    });
    openQuestion(*box);
}

} // namespace Gatehouse::Ui
