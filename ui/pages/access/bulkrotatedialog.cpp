// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/bulkrotatedialog.h"

#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int secretsWidth = 600;
constexpr int hour = 3600;

} // namespace

BulkRotateDialog::BulkRotateDialog(Api::AdminClient &client, QList<KeyRow> keys, QWidget *parent)
    : FormDialog(u"access.bulkRotateDialog"_s, tr("Rotate %n keys", nullptr, int(keys.size())),
                 tr("Rotate keys"), u"access.bulkRotateDialog.rotateButton"_s, parent)
    , m_client(client)
    , m_keys(std::move(keys))
    , m_overlapField(nullptr)
    , m_overlap(new QComboBox(this))
    , m_secrets(new QPlainTextEdit(this))
    , m_copy(new CopyButton(tr("Copy all new secrets"), this))
    , m_saved(new QCheckBox(tr("I have saved the keys"), this))
{
    m_overlap->setObjectName(u"access.bulkRotateDialog.overlapCombo"_s);
    m_overlap->addItem(tr("They are refused at once"), 0);
    m_overlap->addItem(tr("They work for 1 more hour"), hour);
    m_overlap->addItem(tr("They work for 24 more hours"), 24 * hour);
    m_overlap->addItem(tr("They work for 7 more days"), 7 * 24 * hour);
    m_overlap->setCurrentIndex(2);
    m_overlapField = addField(u"overlap_s"_s, tr("Old secrets"), m_overlap);
    m_secrets->setObjectName(u"access.bulkRotateDialog.secretsField"_s);
    m_secrets->setAccessibleName(tr("New secrets, a line each"));
    m_secrets->setReadOnly(true);
    m_secrets->setTabChangesFocus(true);
    m_secrets->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_secrets->setProperty("kind", u"code"_s);
    m_secrets->setMinimumWidth(secretsWidth);
    m_secrets->hide();
    m_copy->setObjectName(u"access.bulkRotateDialog.copyButton"_s);
    m_saved->setObjectName(u"access.bulkRotateDialog.savedCheck"_s);
    m_saved->setAccessibleName(m_saved->text());
    m_copy->hide();
    m_saved->hide();
    connect(m_copy, &CopyButton::copied, this, [this] {
        m_copied = true;
        clearClipboardLater(m_copy->copyText());
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_copy);
    line->addWidget(m_saved);
    line->addStretch(1);
    content()->addWidget(m_overlapField);
    content()->addWidget(m_secrets, 1);
    content()->addLayout(line);
    m_overlap->setFocus();
}

void BulkRotateDialog::submit()
{
    if (!m_lines.isEmpty()) {
        reject();
        return;
    }
    if (m_missing > 0)
        return;
    submitButton()->setEnabled(false);
    m_problems.clear();
    m_missing = m_keys.size();
    for (const KeyRow &key : std::as_const(m_keys)) {
        Api::AdminCall *call = m_client.post(u"/keys/%1/rotate"_s.arg(key.id),
                                             {{"overlap_s"_L1, m_overlap->currentData().toInt()}});
        connect(call, &Api::AdminCall::finished, this,
                [this, key](Api::AdminCall *finished) { take(key, finished); });
    }
}

void BulkRotateDialog::take(const KeyRow &key, Api::AdminCall *call)
{
    if (call->succeeded())
        m_lines.append(u"%1\t%2"_s.arg(key.name, call->reply().body.value("secret"_L1).toString()));
    else
        m_problems.append(u"%1: %2"_s.arg(key.name, call->error().detail));
    if (--m_missing > 0)
        return;
    submitButton()->setEnabled(true);
    if (!m_problems.isEmpty())
        showProblem(tr("Not rotated: %1").arg(m_problems.join(u"; "_s)));
    Q_EMIT rotated();
    if (!m_lines.isEmpty())
        showSecrets();
}

void BulkRotateDialog::showSecrets()
{
    m_lines.sort();
    m_overlapField->hide();
    m_secrets->setPlainText(m_lines.join(u'\n'));
    m_copy->setCopyText(m_secrets->toPlainText());
    for (QWidget *part : {static_cast<QWidget *>(m_secrets), static_cast<QWidget *>(m_copy),
                          static_cast<QWidget *>(m_saved)})
        part->show();
    setSubmitText(tr("Done"));
    m_copy->setFocus();
}

void BulkRotateDialog::reject()
{
    if (m_lines.isEmpty() || m_copied || m_saved->isChecked())
        QDialog::reject();
    else
        showProblem(tr("Copy the new secrets first, or tick that you have saved them: they cannot "
                       "be shown again."));
}

} // namespace Gatehouse::Ui
