// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaydialog.h"

#include "ui/widgets/dialogheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSysInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 480;
constexpr qsizetype longestLine = 60;

QLineEdit *makeField(const QString &name, const QString &text)
{
    auto *field = new QLineEdit(text);
    field->setObjectName(u"gateways.addDialog.%1"_s.arg(name));
    return field;
}

//! "K7QM-2F9D"; tokens begin with "gha-" and are longer.
bool isPairingCode(const QString &typed)
{
    QString code = typed;
    code.remove(u'-').remove(u' ');
    return code.size() == 8 && !typed.startsWith("gha-"_L1, Qt::CaseInsensitive);
}

//! In two lines: there is nothing in it that a label could wrap at.
QString written(const QByteArray &fingerprint)
{
    const QString text = QString::fromLatin1(fingerprint.toUpper());
    const qsizetype middle = text.size() / 2;
    return text.size() < longestLine ? text : text.first(middle) + u'\n' + text.sliced(middle + 1);
}

} // namespace

GatewayDialog::GatewayDialog(GatewayEntry entry, Connect connect, QWidget *parent)
    : QDialog(parent)
    , m_entry(std::move(entry))
    , m_connect(std::move(connect))
    , m_address(makeField(u"addressField"_s, m_entry.address))
    , m_token(makeField(u"tokenField"_s, {}))
    , m_name(makeField(u"nameField"_s, m_entry.name))
    , m_addressRow(new FormField(tr("Address"), m_address,
                                 tr("Of its administration, for example https://gw.office:4418."),
                                 this))
    , m_tokenRow(new FormField(
          tr("Pairing code or administration token"), m_token,
          tr("“gatehousectl pair” on that computer shows a code for ten minutes. A token stands "
             "there in Settings, Security."),
          this))
    , m_trust(makeLabel({}, u"warning"_s, this))
    , m_button(makeButton(tr("Connect"), u"primary"_s, u"gateways.addDialog.connectButton"_s, this))
{
    const QString title =
        m_entry.id.isEmpty() ? tr("Connect to a gateway") : tr("Connect to %1").arg(m_entry.name);
    setObjectName(u"gateways.addDialog"_s);
    setWindowTitle(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(textScaled(dialogWidth));
    m_token->setEchoMode(QLineEdit::Password);
    auto *name =
        new FormField(tr("Name"), m_name, tr("Shown in the sidebar; the host if empty."), this);
    m_trust->setObjectName(u"gateways.addDialog.trustLabel"_s);
    m_trust->setWordWrap(true);
    m_trust->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trust->hide();
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"gateways.addDialog.cancelButton"_s, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(title, u"dialogTitle"_s, this));
    for (QWidget *part : {static_cast<QWidget *>(m_addressRow), static_cast<QWidget *>(m_tokenRow),
                          static_cast<QWidget *>(name), static_cast<QWidget *>(m_trust)})
        column->addWidget(part);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_button);
    column->addLayout(buttons);
    m_button->setDefault(true);
    QObject::connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QObject::connect(m_button, &QPushButton::clicked, this, &GatewayDialog::tryIt);
    QObject::connect(m_address, &QLineEdit::textEdited, this, [this] {
        m_offered.clear(); // it spoke of another address
        m_entry.fingerprint.clear();
        m_trust->hide();
        m_button->setText(tr("Connect"));
    });
    (m_entry.address.isEmpty() ? m_address : m_token)->setFocus();
    fitHeight(*this, minimumWidth());
}

void GatewayDialog::tryIt()
{
    if (!m_offered.isEmpty())
        m_entry.fingerprint = std::exchange(m_offered, {});
    m_entry.address = m_address->text().trimmed();
    const Result<Api::AdminAddress> address = m_entry.adminAddress(m_token->text().trimmed());
    for (FormField *row : {m_addressRow, m_tokenRow})
        row->setProblem(FormField::Problem::None, {});
    m_trust->hide();
    if (!address)
        return showProblem(m_addressRow, tr("Enter an address such as https://gw.office:4418."));
    const QString typed = m_token->text().trimmed();
    isPairingCode(typed) ? pair(typed) : askStatus(typed);
}

//! The request carries no token: the code is in its body.
void GatewayDialog::pair(const QString &code)
{
    showTrying();
    m_client = std::make_unique<Api::AdminClient>(m_connect(*m_entry.adminAddress({})));
    const QJsonObject body{{u"code"_s, code}, {u"name"_s, QSysInfo::machineHostName()}};
    QObject::connect(m_client->post(u"/pair"_s, body), &Api::AdminCall::finished, this,
                     [this](Api::AdminCall *call) { takeToken(*call); });
}

void GatewayDialog::takeToken(const Api::AdminCall &call)
{
    if (!call.succeeded())
        return takeRefusal(call);
    const QJsonObject paired = call.reply().body;
    m_entry.role = paired.value("role"_L1).toString();
    m_token->setText(paired.value("token"_L1).toString()); // the code is used up
    QMetaObject::invokeMethod(
        this, [this] { askStatus(m_token->text()); }, Qt::QueuedConnection); // not within the call
}

void GatewayDialog::askStatus(const QString &token)
{
    showTrying();
    m_secret = token;
    m_client = std::make_unique<Api::AdminClient>(m_connect(*m_entry.adminAddress(token)));
    QObject::connect(m_client->get(u"/status"_s), &Api::AdminCall::finished, this,
                     [this](Api::AdminCall *call) { take(*call); });
}

void GatewayDialog::showTrying()
{
    m_button->setEnabled(false);
    m_button->setText(tr("Connecting…"));
}

void GatewayDialog::take(const Api::AdminCall &call)
{
    if (!call.succeeded())
        return takeRefusal(call);
    const QString name = m_name->text().trimmed();
    m_entry.name = name.isEmpty() ? QUrl::fromUserInput(m_entry.address).host() : name;
    m_entry.version = call.reply().body.value("version"_L1).toString();
    m_entry.lastSeen = QDateTime::currentDateTimeUtc();
    Q_EMIT connected(m_entry, m_secret);
    accept();
}

void GatewayDialog::takeRefusal(const Api::AdminCall &call)
{
    m_button->setEnabled(true);
    m_button->setText(tr("Connect"));
    const QJsonObject error = call.reply().body.value("error"_L1).toObject();
    const bool isCode = isPairingCode(m_token->text().trimmed());
    if (const QString print = error.value("fingerprint"_L1).toString(); !print.isEmpty()) {
        askTrust(print.toLatin1());
    } else if (call.reply().status == 429) {
        showProblem(m_tokenRow, tr("Too many wrong tries from this computer. Wait a minute."));
    } else if (isCode && (call.reply().status == 401 || call.reply().status == 404)) {
        showProblem(
            m_tokenRow,
            call.reply().status == 404
                ? tr("That gateway is too old for pairing codes. Use a token.")
                : tr("This code is wrong, used or older than ten minutes. Run “gatehousectl "
                     "pair” again."));
    } else if (call.reply().status == 401 || call.reply().status == 403) {
        showProblem(m_tokenRow, tr("The gateway does not accept this token."));
    } else {
        showProblem(m_addressRow,
                    tr("No gateway answers at this address. %1").arg(call.error().detail));
    }
}

void GatewayDialog::askTrust(const QByteArray &fingerprint)
{
    m_offered = fingerprint;
    const QString known = m_entry.fingerprint.isEmpty()
        ? QString()
        : tr("The certificate is another than the one that was trusted before.") + u'\n';
    m_trust->setText(known
                     + tr("No authority vouches for its certificate. Compare the fingerprint with "
                          "the one on the gateway's own screen before you trust it:\n%1")
                           .arg(written(fingerprint)));
    m_trust->show();
    m_button->setText(tr("Trust and connect"));
    adjustSize();
    m_button->setFocus();
}

void GatewayDialog::showProblem(FormField *field, const QString &text)
{
    field->setProblem(FormField::Problem::Error, text);
    field->control()->setFocus();
}

} // namespace Gatehouse::Ui
