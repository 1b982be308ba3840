// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/tokendialog.h"

#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"

#include <QtCore/QDateTime>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldWidth = 440;
constexpr int longestName = 100;

} // namespace

TokenDialog::TokenDialog(PeopleModel &people, const QString &person, const QString &name,
                         QString address, QWidget *parent)
    : FormDialog(u"access.tokenDialog"_s, tr("Invite “%1”").arg(name), tr("Make token"),
                 u"access.tokenDialog.createButton"_s, parent)
    , m_people(people)
    , m_person(person)
    , m_address(std::move(address))
    , m_where(new QLineEdit(this))
    , m_expiry(new QComboBox(this))
    , m_secret(new QLineEdit(this))
    , m_copy(new CopyButton(tr("Copy the token"), this))
    , m_copyInvitation(new CopyButton(tr("Copy an invitation with address and token"), this))
    , m_saved(new QCheckBox(tr("I have saved the token"), this))
    , m_issued(new QWidget(this))
    , m_fields(new QWidget(this))
{
    m_where->setObjectName(u"access.tokenDialog.nameField"_s);
    m_where->setMaxLength(longestName);
    m_where->setMinimumWidth(fieldWidth);
    m_expiry->setObjectName(u"access.tokenDialog.expiryCombo"_s);
    m_expiry->addItem(tr("In 7 days"), 7);
    m_expiry->addItem(tr("In 30 days"), 30);
    m_expiry->addItem(tr("In 90 days"), 90);
    m_expiry->addItem(tr("In a year"), 365);
    m_expiry->setCurrentIndex(2);
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(12);
    fields->addWidget(addField(u"name"_s, tr("Used on"), m_where,
                               tr("For example laptop. Each place gets its own token, to be "
                                  "revoked by itself.")));
    fields->addWidget(addField(u"expires"_s, tr("Expires"), m_expiry));
    m_secret->setObjectName(u"access.tokenDialog.secretField"_s);
    m_secret->setAccessibleName(tr("The new token"));
    m_secret->setReadOnly(true);
    m_secret->setMinimumWidth(fieldWidth);
    m_secret->setProperty("kind", u"code"_s);
    m_copy->setObjectName(u"access.tokenDialog.copyButton"_s);
    m_copyInvitation->setObjectName(u"access.tokenDialog.invitationButton"_s);
    m_saved->setObjectName(u"access.tokenDialog.savedCheck"_s);
    m_saved->setAccessibleName(m_saved->text());
    for (CopyButton *copy : {m_copy, m_copyInvitation})
        connect(copy, &CopyButton::copied, this, [this, copy] {
            m_copied = true;
            clearClipboardLater(copy->copyText());
        });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_secret, 1);
    line->addWidget(m_copy);
    auto *invitation = new QHBoxLayout;
    invitation->setSpacing(8);
    invitation->addWidget(makeLabel(tr("Invitation"), u"strong"_s, m_issued));
    invitation->addWidget(m_copyInvitation);
    invitation->addStretch(1);
    invitation->addWidget(m_saved);
    auto *issued = new QVBoxLayout(m_issued);
    issued->setContentsMargins(0, 0, 0, 0);
    issued->setSpacing(12);
    QLabel *advice = makeLabel(tr("Copy the token now: it cannot be shown again. The clipboard is "
                                  "cleared after a minute."),
                               u"muted"_s, m_issued);
    advice->setWordWrap(true);
    issued->addWidget(advice);
    issued->addLayout(line);
    issued->addLayout(invitation);
    m_issued->hide();
    content()->addWidget(m_fields);
    content()->addWidget(m_issued);
    m_where->setFocus();
}

void TokenDialog::submit()
{
    if (!m_secret->text().isEmpty()) {
        reject();
        return;
    }
    hideProblem();
    const QString where = m_where->text().trimmed();
    form().show(where.isEmpty()
                    ? Api::Findings{errorAt(u"name"_s, tr("Say where the token is used."))}
                    : Api::Findings());
    if (where.isEmpty() || !submitButton()->isEnabled())
        return;
    submitButton()->setEnabled(false);
    const QDateTime expires =
        QDateTime::currentDateTimeUtc().addDays(m_expiry->currentData().toInt());
    m_people.send("POST", u"/tokens"_s,
                  {{"person"_L1, m_person},
                   {"name"_L1, where},
                   {"expires"_L1, expires.toString(Qt::ISODateWithMs)}},
                  this, [this](const QJsonObject &answer, const std::optional<Error> &error) {
                      submitButton()->setEnabled(true);
                      if (error)
                          showFindings({errorAt(error->path, error->detail)},
                                       tr("The token was not made. %1"));
                      else
                          showSecret(answer.value("secret"_L1).toString());
                  });
}

void TokenDialog::showSecret(const QString &secret)
{
    m_secret->setText(secret);
    m_secret->setCursorPosition(0);
    m_copy->setCopyText(secret);
    const QString address =
        m_address.isEmpty() ? tr("(the administrator tells the address)") : m_address;
    m_copyInvitation->setCopyText(
        tr("You may administer our AI gateway.\nAddress: %1\nToken: %2\nIn Gatehouse choose "
           "Settings, Gateways, Connect, and enter both.")
            .arg(address, secret));
    m_fields->hide();
    m_issued->show();
    setSubmitText(tr("Done"));
    m_copy->setFocus();
}

void TokenDialog::reject()
{
    if (m_secret->text().isEmpty() || m_copied || m_saved->isChecked())
        QDialog::reject();
    else
        showProblem(tr("Copy the token first, or tick that you have saved it: it cannot be shown "
                       "again."));
}

} // namespace Gatehouse::Ui
