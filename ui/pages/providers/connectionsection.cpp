// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/connectionsection.h"

#include "core/api/documents/dialects.h"
#include "core/api/documents/documentjson.h"
#include "ui/pages/providers/kindfields.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/serviceaccountbutton.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int headerLines = 3;

//! How the address of a kind looks.
QString addressExample(Api::Provider provider)
{
    provider.baseUrl.clear();
    const QString own = Api::addressOf(provider);
    return !own.isEmpty()                       ? own
        : provider.dialect == "azure-openai"_L1 ? u"https://NAME.openai.azure.com"_s
                                                : u"https://models.example.com/v1"_s;
}

} // namespace

ConnectionSection::ConnectionSection(Form &form, QWidget *parent)
    : EditorSection(form, parent)
{
    m_newBox = makeNewBox();
    add(m_newBox);
    addIdentity();
    addNetwork();
    addTimeouts();
    column()->addStretch(1);
    setKinds({}, {});
}

QWidget *ConnectionSection::makeNewBox()
{
    auto *box = new QWidget(this);
    m_kind = new QComboBox(box);
    m_key = new SecretField(u"providers.editor.newKey"_s, tr("Key"), box);
    m_switch = makeButton({}, u"link"_s, u"providers.editor.switchKindButton"_s, box);
    m_switch->setAccessibleName(tr("Switch to the provider of this key"));
    m_switch->hide();
    connect(m_kind, &QComboBox::activated, this,
            [this](int index) { chooseKind(m_kinds.value(index)); });
    connect(m_key, &SecretField::textChanged, this, [this] {
        recogniseKey();
        Q_EMIT edited();
    });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (const auto *other = otherOwner(cleanedSecret(m_key->text()), m_kinds, m_chosen))
            chooseKind(KnownProvider(*other));
    });
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeField(u"kind"_s, u"kindCombo"_s, tr("Kind of provider"), m_kind));
    m_keyRow = new FormField(tr("Key"), m_key, {}, box);
    m_accountFile = new ServiceAccountButton(u"providers.editor.accountFileButton"_s, box);
    m_keyRow->addBeside(m_accountFile);
    connect(m_accountFile, &ServiceAccountButton::chosen, this,
            [this](const QString &account, const QString &email) {
                m_keyRow->setProblem(FormField::Problem::None, {});
                setNewKey(account);
                m_keyRow->setHelp(tr("Service account %1. It goes to the key store when the "
                                     "provider accepts it.")
                                      .arg(email));
            });
    connect(m_accountFile, &ServiceAccountButton::refused, this, [this](const QString &sentence) {
        m_keyRow->setProblem(FormField::Problem::Error, sentence);
    });
    layout->addWidget(m_keyRow);
    layout->addWidget(m_switch, 0, Qt::AlignLeft);
    layout->addWidget(makeAwsBox());
    return box;
}

QWidget *ConnectionSection::makeAwsBox()
{
    m_awsBox = new QWidget(this);
    m_accessKey = makeLine();
    m_accessKey->setObjectName(u"providers.editor.newAccessKeyField"_s);
    m_accessKey->setPlaceholderText(u"AKIA…"_s);
    m_sessionToken = makeLine();
    m_sessionToken->setObjectName(u"providers.editor.newSessionTokenField"_s);
    m_sessionToken->setEchoMode(QLineEdit::Password);
    auto *line = new QHBoxLayout(m_awsBox);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(new FormField(tr("Access key ID"), m_accessKey,
                                  tr("Leave it empty for a Bedrock API key."), m_awsBox),
                    1);
    line->addWidget(new FormField(tr("Session token"), m_sessionToken,
                                  tr("Only of temporary credentials."), m_awsBox),
                    1);
    return m_awsBox;
}

void ConnectionSection::showKeyFields()
{
    const QString dialect = m_dialect->currentData().toString();
    const bool account = dialect == "vertex"_L1;
    const bool amazon = dialect == "bedrock"_L1;
    m_accountFile->setVisible(account);
    m_awsBox->setVisible(amazon);
    m_keyRow->setLabel(account      ? tr("Service account")
                           : amazon ? tr("Secret access key or API key")
                                    : tr("Key"));
    m_keyRow->setHelp(
        account
            ? tr("Choose its JSON file, or give a reference such as file:/run/secrets/gcp.json.")
            : tr("Paste the key, or a reference such as env:OPENAI_API_KEY. It goes "
                 "to the key store when the provider accepts it."));
}

void ConnectionSection::addIdentity()
{
    m_name = makeLine();
    m_id = makeLine();
    m_address = makeLine();
    m_dialect = makeCombo();
    for (const Api::DialectInfo &kind : Api::dialects())
        m_dialect->addItem(kind.name == "openai"_L1 ? tr("OpenAI compatible") : QString(kind.title),
                           QString(kind.name));
    m_kindFields = new KindFields(form(), this);
    connect(m_kindFields, &EditorSection::edited, this, &ConnectionSection::showDialect);
    connect(m_kindFields, &EditorSection::edited, this, &EditorSection::edited);
    connect(m_kindFields, &EditorSection::fieldLeft, this, &EditorSection::fieldLeft);
    connect(m_dialect, &QComboBox::activated, this, &ConnectionSection::showDialect);
    connect(m_address, &QLineEdit::textEdited, this, &ConnectionSection::showDialect);
    m_idRow = makeField(u"id"_s, u"idField"_s, tr("Short name"), m_id,
                        tr("Stands in routes and model names. It cannot be changed later."));
    m_addressRow = makeField(u"base_url"_s, u"addressField"_s, tr("Address"), m_address);
    addRow({makeField(u"name"_s, u"nameField"_s, tr("Name"), m_name), m_idRow});
    add(makeField(u"dialect"_s, u"dialectCombo"_s, tr("Wire format"), m_dialect));
    add(m_kindFields);
    add(m_addressRow);
}

void ConnectionSection::addNetwork()
{
    m_headers = new QPlainTextEdit(this);
    m_headers->setTabChangesFocus(true);
    m_headers->setPlaceholderText(u"X-Team: research"_s);
    m_headers->setFixedHeight(m_headers->fontMetrics().lineSpacing() * headerLines + 24);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &EditorSection::edited);
    m_proxy = makeLine();
    m_proxy->setPlaceholderText(u"http://proxy.local:3128"_s);
    m_caFile = makeLine();
    m_caFile->setPlaceholderText(u"/etc/ssl/office.pem"_s);
    addTitle(tr("Network"));
    add(makeField(u"headers"_s, u"headersField"_s, tr("Extra headers"), m_headers,
                  tr("One a line, sent with every request. A value may be a reference such as "
                     "keychain:NAME.")));
    addRow({makeField(u"proxy"_s, u"proxyField"_s, tr("HTTP proxy"), m_proxy),
            makeField(u"ca_file"_s, u"caFileField"_s, tr("CA file"), m_caFile)});
}

void ConnectionSection::addTimeouts()
{
    const auto &table = Api::providerTimeoutsTable();
    m_connect = makeSeconds(fieldOf(table, u"connect"));
    m_firstByte = makeSeconds(fieldOf(table, u"first_byte"));
    m_idle = makeSeconds(fieldOf(table, u"idle"));
    m_total = makeSeconds(fieldOf(table, u"total"));
    addTitle(tr("Give up"));
    addRow({makeField(u"timeouts.connect"_s, u"connectTimeoutSpin"_s, tr("Connecting"), m_connect,
                      tr("Name lookup and TLS included.")),
            makeField(u"timeouts.first_byte"_s, u"firstByteTimeoutSpin"_s,
                      tr("Waiting for the answer"), m_firstByte, tr("Until its first byte."))});
    addRow({makeField(u"timeouts.idle"_s, u"idleTimeoutSpin"_s, tr("Silence in an answer"), m_idle),
            makeField(u"timeouts.total"_s, u"totalTimeoutSpin"_s, tr("The whole call"), m_total)});
}

void ConnectionSection::setKinds(const QList<KnownProvider> &found,
                                 const QList<KnownProvider> &known)
{
    m_kind->clear();
    m_kinds.clear();
    for (const KnownProvider &server : found)
        m_kind->addItem(tr("%1, found at %2").arg(server.name, server.baseUrl));
    for (const KnownProvider &provider : known)
        m_kind->addItem(provider.name);
    m_kinds = found + known;
    m_kind->addItem(tr("Other OpenAI-compatible address"));
    m_kinds.append(KnownProvider{.kind = {}, .name = {}});
    showKind();
}

void ConnectionSection::showKind()
{
    const auto index = m_kinds.indexOf(m_chosen);
    m_kind->setCurrentIndex(index >= 0 ? int(index) : m_kind->count() - 1);
}

void ConnectionSection::chooseKind(const KnownProvider &kind)
{
    m_chosen = kind;
    showKind();
    Q_EMIT kindChosen(kind);
}

void ConnectionSection::setNew(bool isNew)
{
    m_isNew = isNew;
    m_newBox->setVisible(isNew);
    m_id->setReadOnly(!isNew);
    m_idRow->setHelp(isNew ? tr("Stands in routes and model names. It cannot be changed later.")
                           : tr("Stands in routes and model names."));
    forgetKey();
}

QString ConnectionSection::newKey() const
{
    return m_isNew ? cleanedSecret(m_key->text()) : QString();
}

void ConnectionSection::setNewKey(const QString &key)
{
    m_key->field()->setText(key);
}

void ConnectionSection::setKindVisible(bool visible)
{
    m_newBox->setVisible(visible);
}

void ConnectionSection::forgetKey()
{
    const QSignalBlocker blocker(m_key);
    m_key->forget();
    m_accessKey->clear();
    m_sessionToken->clear();
    m_switch->hide();
}

void ConnectionSection::setLocked(bool locked)
{
    m_id->setReadOnly(locked || !m_isNew); // never to be changed later
}

void ConnectionSection::recogniseKey()
{
    const KnownProvider *other = otherOwner(cleanedSecret(m_key->text()), m_kinds, m_chosen);
    m_switch->setVisible(other != nullptr);
    if (!other)
        return;
    m_switch->setText(tr("This looks like a key of %1. Switch to it").arg(other->name));
}

void ConnectionSection::showDialect()
{
    const QString dialect = m_dialect->currentData().toString();
    m_kindFields->setKind(dialect, m_address->text().trimmed());
    ProviderDraft draft;
    m_kindFields->readDraft(draft);
    draft.provider.dialect = dialect;
    const bool knowsItsOwn = !Api::addressOf(draft.provider).isEmpty() || dialect == "bedrock"_L1
        || dialect == "vertex"_L1;
    m_address->setPlaceholderText(addressExample(draft.provider));
    m_addressRow->setHelp(knowsItsOwn ? tr("Leave it empty unless you use another address.")
                              : dialect == "azure-openai"_L1
                              ? tr("The endpoint of the resource, as the Azure portal shows it.")
                              : tr("The part before /chat/completions or /messages."));
    showKeyFields();
}

std::optional<DraftKey> ConnectionSection::newDraftKey(const QList<DraftKey> &others) const
{
    if (newKey().isEmpty())
        return {};
    DraftKey key = draftKey(newKey(), {}, others);
    if (m_dialect->currentData().toString() == "bedrock"_L1) {
        key.accessKey = draftPart(m_accessKey->text(), key.key.accessKey);
        key.sessionToken = draftPart(m_sessionToken->text(), key.key.sessionToken);
    }
    return key;
}

void ConnectionSection::showDraft(const ProviderDraft &draft)
{
    const Api::Provider &provider = draft.provider;
    m_name->setText(provider.name);
    m_id->setText(provider.id);
    m_address->setText(provider.baseUrl);
    if (m_dialect->findData(provider.dialect) < 0 && !provider.dialect.isEmpty())
        m_dialect->addItem(provider.dialect, provider.dialect); // of another version
    m_dialect->setCurrentIndex(std::max(0, m_dialect->findData(provider.dialect)));
    m_headers->setPlainText(headersText(KindFields::withoutOwnHeaders(provider)));
    m_proxy->setText(provider.proxy);
    m_caFile->setText(provider.caFile);
    m_connect->setValue(seconds(provider.timeouts.connect));
    m_firstByte->setValue(seconds(provider.timeouts.firstByte));
    m_idle->setValue(seconds(provider.timeouts.idle));
    m_total->setValue(seconds(provider.timeouts.total));
    m_kindFields->showDraft(draft);
    showDialect();
}

void ConnectionSection::readDraft(ProviderDraft &draft) const
{
    Api::Provider &provider = draft.provider;
    provider.name = m_name->text().trimmed();
    provider.id = m_id->text().trimmed();
    provider.baseUrl = m_address->text().trimmed();
    provider.dialect = m_dialect->currentData().toString();
    provider.headers = parseHeaders(m_headers->toPlainText());
    m_kindFields->readDraft(draft);
    provider.proxy = m_proxy->text().trimmed();
    provider.caFile = m_caFile->text().trimmed();
    provider.timeouts = {.connect = milliseconds(m_connect),
                         .firstByte = milliseconds(m_firstByte),
                         .idle = milliseconds(m_idle),
                         .total = milliseconds(m_total)};
}

} // namespace Gatehouse::Ui
