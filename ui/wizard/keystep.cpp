// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/keystep.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretfield.h"

#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QLabel *makeFieldLabel(const QString &text, QWidget *buddy)
{
    QLabel *label = makeLabel(text, u"strong"_s);
    label->setBuddy(buddy);
    return label;
}

QLabel *makeErrorLabel(const QString &objectName, QWidget *parent)
{
    QLabel *label = makeLabel({}, u"error"_s, parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->hide();
    return label;
}

QVBoxLayout *makeColumn(QWidget *parent)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    return column;
}

} // namespace

KeyStep::KeyStep(Api::AdminClient &client, QWidget *parent)
    : WizardPage(u"wizard.key"_s, parent)
    , m_client(client)
    , m_addressBox(new QWidget(this))
    , m_address(new QLineEdit(m_addressBox))
    , m_addressError(makeErrorLabel(u"wizard.key.addressErrorLabel"_s, m_addressBox))
    , m_placeText(makeLabel({}, u"caption"_s, this))
    , m_region(new QLineEdit(this))
{
    m_address->setObjectName(u"wizard.key.addressField"_s);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(u"https://models.example.com/v1"_s);
    QVBoxLayout *address = makeColumn(m_addressBox);
    address->addWidget(makeFieldLabel(tr("Address"), m_address));
    address->addWidget(m_address);
    address->addWidget(m_addressError);

    m_region->setObjectName(u"wizard.key.regionField"_s);
    m_region->setAccessibleName(tr("Region, optional"));
    m_region->setPlaceholderText(tr("For example us or eu-west"));
    m_region->setMaximumWidth(240);
    auto *regionBox = new QWidget(this);
    QVBoxLayout *region = makeColumn(regionBox);
    region->addWidget(makeFieldLabel(tr("Region, optional"), m_region));
    region->addWidget(m_region);
    QLabel *regionHelp = makeLabel(tr("Routes can keep requests inside a region."), u"caption"_s);
    region->addWidget(regionHelp);

    m_placeText->setWordWrap(true);
    m_placeText->setObjectName(u"wizard.key.placeLabel"_s);
    content()->addWidget(m_addressBox);
    content()->addWidget(makeKeyRow());
    content()->addWidget(makePlaceChoice());
    content()->addSpacing(8);
    content()->addWidget(regionBox);
    content()->addStretch(1);
    showPlace();
}

QWidget *KeyStep::makeKeyRow()
{
    auto *box = new QWidget(this);
    auto *secretField = new SecretField(u"wizard.key"_s, tr("Key"), box);
    m_key = secretField->field();
    m_keyError = makeErrorLabel(u"wizard.key.errorLabel"_s, box);
    m_keyLink = makeButton({}, u"link"_s, u"wizard.key.createLinkButton"_s, box);
    m_keyLink->setAccessibleName(tr("Create a key"));
    m_keyLink->setIcon(themeIcon(u"external-link"_s, Ink::Accent));
    m_switchRow = new QWidget(box);
    m_switchText = makeLabel({}, u"warning"_s, m_switchRow);
    m_switch = makeButton({}, u"ghost"_s, u"wizard.key.switchButton"_s, m_switchRow);
    m_switch->setAccessibleName(tr("Switch provider"));
    connect(m_key, &QLineEdit::textChanged, this, &KeyStep::recognise);
    connect(m_keyLink, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl(m_provider.keyUrl)); });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (const KnownProvider *other = otherOwner(secret(), m_known, m_provider))
            Q_EMIT providerSwitched(*other);
    });

    auto *switchLine = new QHBoxLayout(m_switchRow);
    switchLine->setContentsMargins(0, 0, 0, 0);
    switchLine->addWidget(m_switchText);
    switchLine->addWidget(m_switch);
    switchLine->addStretch(1);
    m_switchRow->hide();
    auto *top = new QHBoxLayout;
    m_keyLabel = makeFieldLabel(tr("Key"), m_key);
    top->addWidget(m_keyLabel);
    top->addStretch(1);
    top->addWidget(m_keyLink);
    QVBoxLayout *column = makeColumn(box);
    column->addLayout(top);
    column->addWidget(secretField);
    column->addWidget(m_keyError);
    column->addWidget(m_switchRow);
    return box;
}

QWidget *KeyStep::makePlaceChoice()
{
    auto *box = new QWidget(this);
    m_choice = new QWidget(box);
    const auto offer = [this](const QString &text, const QString &name) {
        auto *radio = new QRadioButton(text, m_choice);
        radio->setObjectName(u"wizard.key.%1"_s.arg(name));
        radio->setAccessibleName(text);
        return radio;
    };
    m_vault = offer(tr("Encrypted file, asks for a passphrase at start"), u"vaultRadio"_s);
    m_vault->setChecked(true);
    m_keyFile = offer(tr("Encrypted file, opens by itself"), u"keyFileRadio"_s);
    m_session = offer(tr("Keep for this session only"), u"sessionRadio"_s);
    m_passphrase = new QLineEdit(box);
    m_passphrase->setObjectName(u"wizard.key.passphraseField"_s);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_passphrase->setPlaceholderText(tr("Passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMaximumWidth(320);
    m_passphraseError = makeErrorLabel(u"wizard.key.passphraseErrorLabel"_s, box);
    connect(m_vault, &QRadioButton::toggled, this, [this](bool vault) {
        m_passphrase->setVisible(vault);
        m_passphraseError->hide();
    });
    QVBoxLayout *choices = makeColumn(m_choice);
    choices->setSpacing(8);
    const auto explain = [this, choices](const QString &text) {
        QLabel *help = makeLabel(text, u"caption"_s, m_choice);
        help->setWordWrap(true);
        help->setContentsMargins(26, 0, 0, 0);
        choices->addWidget(help);
    };
    choices->addWidget(m_vault);
    choices->addWidget(m_keyFile);
    explain(tr("Its key lies beside it: whoever reads the data folder can read your keys."));
    choices->addWidget(m_session);
    explain(tr("The key is gone when the gateway stops, and is asked for again."));
    auto *icon = new QLabel(box);
    icon->setPixmap(themeIcon(u"lock"_s, Ink::Caption).pixmap(14, 14));
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(m_placeText, 1);
    QVBoxLayout *column = makeColumn(box);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_choice);
    column->addWidget(m_passphrase);
    column->addWidget(m_passphraseError);
    return box;
}

void KeyStep::setProvider(const KnownProvider &provider)
{
    m_provider = provider;
    const bool own = provider.kind == "other"_L1;
    setTitle(own ? tr("Enter address and key") : tr("Enter your key for %1").arg(provider.name),
             tr("Only the gateway uses it. Your apps get keys of their own in a later step."));
    m_addressBox->setVisible(own);
    m_region->setText(provider.region.join(u", "_s));
    m_keyLabel->setText(own ? tr("Key, if the address needs one") : tr("Key"));
    m_key->setPlaceholderText(provider.keyPrefixes.isEmpty()
                                  ? QString()
                                  : u"%1…"_s.arg(provider.keyPrefixes.constFirst()));
    const QString host = QUrl(provider.keyUrl).host();
    m_keyLink->setText(tr("Create a key at %1").arg(host));
    m_keyLink->setAccessibleName(m_keyLink->text());
    m_keyLink->setVisible(!host.isEmpty());
    m_keyError->hide();
    setStyleProperty(m_key, "state", {});
    recognise();
}

void KeyStep::setPlace(const SecretPlace &place)
{
    m_place = place;
    showPlace();
}

bool KeyStep::isChoosing() const
{
    return m_place.needsChoice || m_place.state == SecretPlace::State::Unavailable;
}

void KeyStep::showPlace()
{
    using State = SecretPlace::State;
    m_choice->setVisible(isChoosing());
    m_passphrase->setVisible(m_place.state == State::PassphraseNeeded
                             || (isChoosing() && m_vault->isChecked()));
    if (isChoosing()) {
        m_placeText->setText(tr("This system has no keychain. Choose where the key is kept."));
        return;
    }
    switch (m_place.state) {
    case State::Ready:
        m_placeText->setText(m_place.kind == "session"_L1 ? tr("Kept for this session only.")
                                                          : tr("Stored in %1.").arg(m_place.label));
        break;
    case State::Locked:
        m_placeText->setText(
            tr("Stored in %1, which is locked. It is unlocked when you go on.").arg(m_place.label));
        break;
    case State::PassphraseNeeded:
        m_placeText->setText(tr("Stored in %1. Enter its passphrase.").arg(m_place.label));
        break;
    case State::Unavailable:
        break; // somebody chooses
    }
}

KnownProvider KeyStep::provider() const
{
    KnownProvider provider = m_provider;
    provider.region.clear();
    for (const QString &region : m_region->text().split(u',', Qt::SkipEmptyParts))
        provider.region.append(region.trimmed());
    if (provider.kind == "other"_L1) {
        provider.baseUrl = m_address->text().trimmed();
        provider.name = QUrl(provider.baseUrl).host();
        provider.kind = QString(provider.name).replace(u'.', u'-').replace(u':', u'-');
    }
    return provider;
}

QString KeyStep::secret() const
{
    return cleanedSecret(m_key->text());
}

void KeyStep::wipe()
{
    m_key->clear();
    m_passphrase->clear();
}

void KeyStep::focusFirst()
{
    (m_addressBox->isVisibleTo(this) ? m_address : m_key)->setFocus();
}

void KeyStep::recognise()
{
    const KnownProvider *other =
        m_key->text().isEmpty() ? nullptr : otherOwner(secret(), m_known, m_provider);
    m_switchRow->setVisible(other && m_provider.kind != "other"_L1);
    if (other) {
        m_switchText->setText(tr("This looks like a key for %1.").arg(other->name));
        m_switch->setText(tr("Switch to %1").arg(other->name));
        m_switch->setAccessibleName(m_switch->text());
    }
    if (!m_key->text().isEmpty())
        showError(m_keyError, m_key, {});
}

void KeyStep::showError(QLabel *label, QLineEdit *field, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    field->setAccessibleDescription(text);
    setStyleProperty(field, "state", text.isEmpty() ? QString() : u"error"_s);
}

bool KeyStep::checkFields()
{
    const bool own = m_provider.kind == "other"_L1;
    const QUrl url(m_address->text().trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    const bool badAddress = own && (!url.isValid() || !web || url.host().isEmpty());
    showError(m_addressError, m_address,
              badAddress ? tr("Enter an address that begins with https:// or http://, for example "
                              "https://models.example.com/v1.")
                         : QString());
    const bool noKey = !own && secret().isEmpty();
    showError(m_keyError, m_key,
              noKey ? tr("Paste or type the key for %1.").arg(m_provider.name) : QString());
    const bool broken = secret().contains(u' ') || secret().contains(u'\n');
    if (broken)
        showError(m_keyError, m_key, tr("A key is one word without spaces. Copy only the key."));
    const bool noPassphrase = !m_passphrase->isHidden() && m_passphrase->text().isEmpty();
    showError(m_passphraseError, m_passphrase,
              noPassphrase ? tr("Enter a passphrase.") : QString());
    QLineEdit *first = badAddress ? m_address
        : noKey || broken         ? m_key
        : noPassphrase            ? m_passphrase
                                  : nullptr;
    if (first)
        first->setFocus();
    return !first;
}

void KeyStep::submit()
{
    if (m_call || !checkFields())
        return;
    if ((m_place.state == SecretPlace::State::Ready && !isChoosing()) || secret().isEmpty())
        Q_EMIT submitted();
    else
        readyPlace();
}

void KeyStep::readyPlace()
{
    QJsonObject body;
    if (!m_passphrase->isHidden())
        body.insert("passphrase"_L1, m_passphrase->text());
    const bool choosing = isChoosing();
    if (choosing)
        body.insert("store"_L1, m_session->isChecked() ? u"session"_s : u"vault"_s);
    m_call = m_client.post(choosing ? u"/secrets/store"_s : u"/secrets/unlock"_s, body);
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_call.clear();
        if (!call->succeeded()) {
            showError(m_passphraseError, m_passphrase, unlockProblem(call->error(), m_place.label));
            return;
        }
        setPlace(parseSecretPlace(call->reply().body));
        Q_EMIT submitted();
    });
}

} // namespace Gatehouse::Ui
