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
    , m_watch(client)
{
    setObjectName(u"topbar.recordingButton"_s);
    setAccessibleName(tr("Recording of bodies runs; end it"));
    setStyleProperty(this, "kind", u"danger"_s);
    hide();
    connect(this, &QPushButton::clicked, this, &RecordingChip::askToEnd);
    connect(&m_watch, &RecordingWatch::changed, this, [this] { showSession(m_watch.session()); });
}

void RecordingChip::showSession(const QJsonObject &session)
{
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
    connect(end, &QPushButton::clicked, &m_watch, &RecordingWatch::end);
    openQuestion(*box);
}

} // namespace Gatehouse::Ui
