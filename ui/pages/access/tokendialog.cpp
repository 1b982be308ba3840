// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/tokendialog.h"

#include "ui/pages/access/arealist.h"
#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
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
constexpr QStringView dialogName = u"access.tokenDialog";
constexpr QStringView chosenAreas = u"areas"; //!< in place of a role

QString partName(QStringView part)
{
    return u"%1.%2"_s.arg(dialogName, part);
}

} // namespace

TokenDialog::TokenDialog(PeopleModel &people, Owner owner, QString address, QWidget *parent)
    : FormDialog(dialogName.toString(), tr("Invite “%1”").arg(owner.name), tr("Make token"),
                 partName(u"createButton"), parent)
    , m_people(people)
    , m_owner(std::move(owner))
    , m_address(std::move(address))
    , m_where(new QLineEdit(this))
    , m_role(new QComboBox(this))
    , m_areas(new AreaList(dialogName.toString(), m_owner.role, this))
    , m_expiry(new QComboBox(this))
    , m_secret(new QLineEdit(this))
    , m_copy(new CopyButton(tr("Copy the token"), this))
    , m_copyInvitation(new CopyButton(tr("Copy an invitation with address and token"), this))
    , m_saved(new QCheckBox(tr("I have saved the token"), this))
    , m_issued(makeIssued())
    , m_fields(makeFields())
{
    content()->addWidget(m_fields);
    content()->addWidget(m_issued);
    m_issued->hide();
    showAreas();
    m_where->setFocus();
}

QWidget *TokenDialog::makeFields()
{
    m_where->setObjectName(partName(u"nameField"));
    m_where->setMaxLength(longestName);
    m_where->setMinimumWidth(fieldWidth);
    m_role->setObjectName(partName(u"roleCombo"));
    fillRoles();
    connect(m_role, &QComboBox::currentIndexChanged, this, &TokenDialog::showAreas);
    m_expiry->setObjectName(partName(u"expiryCombo"));
    m_expiry->addItem(tr("In 7 days"), 7);
    m_expiry->addItem(tr("In 30 days"), 30);
    m_expiry->addItem(tr("In 90 days"), 90);
    m_expiry->addItem(tr("In a year"), 365);
    m_expiry->setCurrentIndex(2);
    auto *all = new QWidget(this);
    auto *fields = new QVBoxLayout(all);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(12);
    fields->addWidget(addField(u"name"_s, tr("Used on"), m_where,
                               tr("For example laptop. Each place gets its own token, to be "
                                  "revoked by itself.")));
    fields->addWidget(addField(u"role"_s, tr("May do"), m_role,
                               tr("Never more than the person may, also when that becomes less.")));
    m_areasField = addField(u"areas"_s, tr("Areas"), m_areas);
    fields->addWidget(m_areasField);
    fields->addWidget(addField(u"expires"_s, tr("Expires"), m_expiry));
    return all;
}

//! Everything that the person may, the roles within it, or single areas.
void TokenDialog::fillRoles()
{
    m_role->addItem(tr("All that the role %1 may").arg(roleName(m_owner.role)), QString());
    for (const Api::Role role : Api::allRoles()) {
        if (role != m_owner.role && Api::covers(m_owner.role, role))
            m_role->addItem(tr("Only what the role %1 may").arg(roleName(role)),
                            Api::roleWord(role));
    }
    m_role->addItem(tr("Only chosen areas"), chosenAreas.toString());
}

void TokenDialog::showAreas()
{
    m_areasField->setVisible(m_role->currentData().toString() == chosenAreas);
}

QWidget *TokenDialog::makeIssued()
{
    auto *all = new QWidget(this);
    m_secret->setObjectName(partName(u"secretField"));
    m_secret->setAccessibleName(tr("The new token"));
    m_secret->setReadOnly(true);
    m_secret->setMinimumWidth(fieldWidth);
    m_secret->setProperty("kind", u"code"_s);
    m_copy->setObjectName(partName(u"copyButton"));
    m_copyInvitation->setObjectName(partName(u"invitationButton"));
    m_saved->setObjectName(partName(u"savedCheck"));
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
    invitation->addWidget(makeLabel(tr("Invitation"), u"strong"_s, all));
    invitation->addWidget(m_copyInvitation);
    invitation->addStretch(1);
    invitation->addWidget(m_saved);
    auto *issued = new QVBoxLayout(all);
    issued->setContentsMargins(0, 0, 0, 0);
    issued->setSpacing(12);
    QLabel *advice = makeLabel(tr("Copy the token now: it cannot be shown again. The clipboard is "
                                  "cleared after a minute."),
                               u"muted"_s, all);
    advice->setWordWrap(true);
    issued->addWidget(advice);
    issued->addLayout(line);
    issued->addLayout(invitation);
    return all;
}

bool TokenDialog::check()
{
    Api::Findings findings;
    if (m_where->text().trimmed().isEmpty())
        findings.append(errorAt(u"name"_s, tr("Say where the token is used.")));
    if (m_role->currentData().toString() == chosenAreas && m_areas->areas().isEmpty())
        findings.append(errorAt(u"areas"_s, tr("Tick at least one area.")));
    form().show(findings);
    return findings.isEmpty();
}

QJsonObject TokenDialog::draft() const
{
    const QDateTime expires =
        QDateTime::currentDateTimeUtc().addDays(m_expiry->currentData().toInt());
    QJsonObject body{{"person"_L1, m_owner.id},
                     {"name"_L1, m_where->text().trimmed()},
                     {"expires"_L1, expires.toString(Qt::ISODateWithMs)}};
    const QString role = m_role->currentData().toString();
    if (role == chosenAreas)
        body.insert("areas"_L1, QJsonArray::fromStringList(m_areas->areas()));
    else if (!role.isEmpty())
        body.insert("role"_L1, role);
    return body;
}

void TokenDialog::submit()
{
    if (!m_secret->text().isEmpty()) {
        reject();
        return;
    }
    hideProblem();
    if (!check() || !submitButton()->isEnabled())
        return;
    submitButton()->setEnabled(false);
    m_people.send("POST", u"/tokens"_s, draft(), this,
                  [this](const QJsonObject &answer, const std::optional<Error> &error) {
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
