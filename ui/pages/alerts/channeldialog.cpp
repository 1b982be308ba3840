// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alerts/channeldialog.h"

#include "core/api/documents/validation.h"
#include "ui/models/alertwords.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/dialogheight.h"
#include "ui/widgets/labels.h"

#include <QtCore/QRandomGenerator>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 480;

//! Stands for a secret that will be stored, so that the rest can be checked before.
const auto laterReference = "vault:later"_L1;

QVBoxLayout *dialogLayout(QDialog &dialog)
{
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(dialog.windowTitle(), u"dialogTitle"_s, &dialog));
    return layout;
}

} // namespace

ChannelDialog::ChannelDialog(const Api::AlertChannel &channel, QStringList taken, QWidget *parent)
    : QDialog(parent)
    , m_channel(channel)
    , m_taken(std::move(taken))
    , m_id(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
{
    setObjectName(u"alerts.channelDialog"_s);
    const bool isNew = channel.kind.isEmpty();
    setWindowTitle(isNew ? tr("New channel") : tr("Edit channel"));
    QVBoxLayout *layout = dialogLayout(*this);
    buildFields();
    auto *cancel = makeButton(tr("Cancel"), {}, u"alerts.channelDialog.cancelButton"_s, this);
    auto *save = makeButton(isNew ? tr("Create channel") : tr("Save"), u"primary"_s,
                            u"alerts.channelDialog.saveButton"_s, this);
    cancel->setAutoDefault(false);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ChannelDialog::submit);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ChannelDialog::showKind);
    setFixedWidth(dialogWidth);
    m_id->setText(channel.id);
    m_id->setEnabled(isNew);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(channel.kind)));
    m_url->setText(channel.url);
    m_user->setText(channel.user);
    m_from->setText(channel.from);
    m_to->setText(channel.to.join(u", "_s));
    m_caFile->setText(channel.caFile);
    showKind();
}

void ChannelDialog::buildFields()
{
    const auto add = [this](const QString &path, const QString &label, QWidget *control,
                            const QString &name) {
        control->setObjectName(u"alerts.channelDialog.%1"_s.arg(name));
        auto *field = new FormField(label, control, {}, this);
        m_form.add(path, field);
        layout()->addWidget(field);
    };
    for (const QString &kind : {u"webhook"_s, u"chat"_s, u"email"_s})
        m_kind->addItem(channelKind(kind), kind);
    m_secret->setEchoMode(QLineEdit::Password);
    m_id->setPlaceholderText(u"ops"_s);
    add(u"kind"_s, tr("Kind"), m_kind, u"kindCombo"_s);
    add(u"id"_s, tr("Short name"), m_id, u"idField"_s);
    add(u"url"_s, tr("Address"), m_url, u"urlField"_s);
    add(u"user"_s, tr("Name at the mail server (optional)"), m_user, u"userField"_s);
    add(u"secret"_s, tr("Secret"), m_secret, u"secretField"_s);
    add(u"from"_s, tr("Sender"), m_from, u"fromField"_s);
    add(u"to"_s, tr("Recipients"), m_to, u"toField"_s);
    add(u"ca_file"_s, tr("Certificate authority (optional)"), m_caFile, u"caField"_s);
    m_form.field(u"ca_file"_s)
        ->setHelp(tr("A PEM file on the gateway's computer, where the system's are not enough."));
    m_form.field(u"to"_s)->setHelp(tr("Separated by commas."));
}

void ChannelDialog::showKind()
{
    const QString kind = m_kind->currentData().toString();
    const bool isMail = kind == "email"_L1;
    const bool isChat = kind == "chat"_L1;
    const bool isKept = !m_channel.secret.isEmpty();
    for (const QString &path : {u"user"_s, u"from"_s, u"to"_s})
        m_form.field(path)->setVisible(isMail);
    m_form.field(u"url"_s)->setVisible(!isChat);
    FormField *secret = m_form.field(u"secret"_s);
    secret->setLabel(isMail       ? tr("Password (optional)")
                         : isChat ? tr("Address of the chat's webhook")
                                  : tr("Signing secret (optional)"));
    const QString kept = isKept ? tr("One is stored; leave it empty to keep it.") : QString();
    secret->setHelp(isKept       ? kept
                        : isChat ? tr("Who knows it may write there, so it is stored as a secret. "
                                      "Slack, Teams and Mattermost make one for a channel.")
                        : isMail ? QString()
                                 : tr("Leave it empty to have one made; it is shown once."));
    m_url->setPlaceholderText(isMail ? u"smtps://mail.example.com"_s
                                     : u"https://hooks.example.com/gatehouse"_s);
    m_form.field(u"url"_s)->setHelp(
        isMail ? tr("smtps:// for TLS from the start, smtp:// for STARTTLS. Nothing is sent "
                    "without TLS.")
               : tr("Each message is a POST with JSON, signed in x-gatehouse-signature."));
    fitHeight(*this, dialogWidth);
}

Api::AlertChannel ChannelDialog::entered() const
{
    Api::AlertChannel channel = m_channel;
    channel.id = m_id->text().trimmed();
    channel.kind = m_kind->currentData().toString();
    const bool isMail = channel.kind == "email"_L1;
    const bool isChat = channel.kind == "chat"_L1;
    channel.url = isChat ? m_channel.url : m_url->text().trimmed();
    channel.user = isMail ? m_user->text().trimmed() : QString();
    channel.from = isMail ? m_from->text().trimmed() : QString();
    channel.to.clear();
    for (const QString &one : m_to->text().split(u',', Qt::SkipEmptyParts)) {
        if (isMail)
            channel.to.append(one.trimmed());
    }
    channel.caFile = m_caFile->text().trimmed();
    return channel;
}

void ChannelDialog::submit()
{
    Api::AlertChannel channel = entered();
    const QString secret = m_secret->text().trimmed();
    const bool isChat = channel.kind == "chat"_L1;
    Api::AlertChannel checked = channel;
    if (!secret.isEmpty())
        checked.secret = laterReference;
    Api::Findings findings = Api::validate(checked);
    findings.removeIf(
        [](const Api::Finding &finding) { return finding.severity != Api::Severity::Error; });
    const auto fail = [&findings](const QString &path, const QString &message) {
        findings.append({.severity = Api::Severity::Error, .path = path, .message = message});
    };
    if (m_taken.contains(channel.id) || channel.id == "desktop"_L1)
        fail(u"id"_s, tr("There is a channel of this name already."));
    for (Api::Finding &finding : findings) {
        if (isChat && finding.path == "url"_L1)
            finding.path = u"secret"_s; // its address is typed there
    }
    if (isChat && !secret.isEmpty() && !secret.startsWith("https://"_L1)
        && !secret.startsWith("http://"_L1))
        fail(u"secret"_s, tr("Paste the whole address, which begins with https://."));
    m_form.show(findings);
    if (Api::hasErrors(findings))
        return;
    Q_EMIT saved(channel, secret);
    accept();
}

// --- the secret, once ---------------------------------------------------------------------------

SigningSecretDialog::SigningSecretDialog(const QString &channel, const QString &secret,
                                         QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"alerts.secretDialog"_s);
    setWindowTitle(tr("Signing secret of %1").arg(channel));
    QVBoxLayout *layout = dialogLayout(*this);
    QLabel *text = makeLabel(
        tr("Give it to the receiver. It is not shown again. A message is genuine when "
           "x-gatehouse-signature is v1= and the HMAC-SHA256 of the x-gatehouse-timestamp, a dot "
           "and the body."),
        u"muted"_s, this);
    text->setWordWrap(true);
    layout->addWidget(text);
    auto *line = new QHBoxLayout;
    auto *shown = new QLineEdit(secret, this);
    shown->setObjectName(u"alerts.secretDialog.secretField"_s);
    shown->setAccessibleName(tr("Signing secret"));
    shown->setReadOnly(true);
    auto *copy = new CopyButton(tr("Copy the signing secret"), this);
    copy->setObjectName(u"alerts.secretDialog.copyButton"_s);
    copy->setCopyText(secret);
    line->addWidget(shown, 1);
    line->addWidget(copy);
    layout->addLayout(line);
    auto *close = makeButton(tr("Done"), u"primary"_s, u"alerts.secretDialog.doneButton"_s, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setFixedWidth(dialogWidth);
    fitHeight(*this, dialogWidth);
}

QString newSigningSecret()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof(bits)).toHex());
}

} // namespace Gatehouse::Ui
