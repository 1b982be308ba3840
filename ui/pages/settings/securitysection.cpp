// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/securitysection.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/preferences.h"
#include "ui/widgets/card.h"
#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int longestClipboard = 600;

} // namespace

SecuritySection::SecuritySection(GatewayDraft &draft, StatusModel &status, UpkeepModel &upkeep,
                                 Preferences &preferences, QWidget *parent)
    : GatewaySettingsSection(u"security"_s, tr("Security"), u"shield-check"_s, draft, parent)
    , m_status(status)
    , m_upkeep(upkeep)
    , m_preferences(preferences)
{
    addGroup(tr("Secret store"));
    addStore();
    addClipboard();
    addGroup(tr("Administration"));
    addAdminAccess();
    addGroup(tr("Stored secrets"));
    addSecrets();
    connect(&status, &StatusModel::changed, this, &SecuritySection::showStore);
    showStore();
    showDraft();
}

void SecuritySection::addStore()
{
    auto *part = new QWidget(this);
    m_storeName = makeLabel({}, u"strong"_s, part);
    m_storeName->setObjectName(rowName(u"storeLabel"));
    m_storeState = new Pill(part);
    m_storeState->setObjectName(rowName(u"storePill"));
    m_storeDetail = makeLabel({}, u"caption"_s, part);
    m_storeDetail->setWordWrap(true);
    m_unlock = makeButton(tr("Unlock…"), {}, rowName(u"unlockButton"), part);
    QPushButton *keychain =
        makeButton(tr("Use the keychain"), {}, rowName(u"useKeychainButton"), part);
    QPushButton *vault = makeButton(tr("Use a sealed file…"), {}, rowName(u"useVaultButton"), part);
    QPushButton *session =
        makeButton(tr("Keep for this session"), {}, rowName(u"useSessionButton"), part);
    auto *names = new QHBoxLayout;
    names->setSpacing(10);
    names->addWidget(m_storeName);
    names->addWidget(m_storeState);
    names->addStretch(1);
    names->addWidget(m_unlock);
    auto *choices = new QWidget(part);
    auto *flow = new FlowLayout(choices, 8, 8);
    for (QPushButton *button : {keychain, vault, session})
        flow->addWidget(button);
    m_problem = makeLabel({}, u"error"_s, part);
    m_problem->setObjectName(rowName(u"problemLabel"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(names);
    column->addWidget(m_storeDetail);
    column->addWidget(choices);
    column->addWidget(makeLabel(tr("New secrets go there; stored ones stay where they are."),
                                u"caption"_s, part));
    column->addWidget(m_problem);
    addPart(part, tr("Secret store, keychain, sealed file, vault, passphrase, unlock"));
    connect(m_unlock, &QPushButton::clicked, this, &SecuritySection::unlock);
    connect(keychain, &QPushButton::clicked, this, [this] { useStore(u"keychain"_s); });
    connect(vault, &QPushButton::clicked, this, &SecuritySection::useVault);
    connect(session, &QPushButton::clicked, this, [this] { useStore(u"session"_s); });
}

void SecuritySection::addClipboard()
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(rowName(u"clipboardSpin"));
    spin->setRange(0, longestClipboard);
    spin->setSuffix(tr(" s"));
    spin->setSpecialValueText(tr("Never"));
    spin->setValue(static_cast<int>(m_preferences.clipboardTime().count()));
    FormField *row = addRow(tr("Clear the clipboard after"), spin,
                            tr("A copied key is removed if it is still there. 0 turns this off."));
    connect(spin, &QSpinBox::valueChanged, this, [this](int seconds) {
        m_preferences.setClipboardTime(std::chrono::seconds(seconds));
        setSecretClipboardTime(m_preferences.clipboardTime());
        refreshResets();
    });
    makeResettable(
        row, [this] { return m_preferences.clipboardTime() == usualClipboardTime; },
        [spin] { spin->setValue(static_cast<int>(usualClipboardTime.count())); });
}

void SecuritySection::addAdminAccess()
{
    auto *listen = new QLineEdit(this);
    listen->setObjectName(rowName(u"adminListenField"));
    listen->setPlaceholderText(tr("Off"));
    FormField *row = addRow(tr("Administration over TCP"), listen,
                            tr("An address such as 127.0.0.1:4418; other computers need TLS. "
                               "Applies when the gateway program starts again."));
    bind(row, u"admin_listen"_s, &Settings::adminListen, [this, listen] {
        if (listen->text() != draft().settings().adminListen)
            listen->setText(draft().settings().adminListen);
    });
    connect(listen, &QLineEdit::textEdited, this, [this](const QString &text) {
        draft().edit([&text](Settings &settings) { settings.adminListen = text.trimmed(); });
    });
    connect(listen, &QLineEdit::editingFinished, this,
            [this] { draft().check(path(u"admin_listen"_s)); });

    m_token = new QLineEdit(this);
    m_token->setObjectName(rowName(u"tokenField"));
    m_token->setReadOnly(true);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("None while TCP is off"));
    m_tokenRow = addRow(tr("Administration token"), m_token,
                        tr("Opens everything; give it to administrators only."));
    m_copyToken = new CopyButton(tr("Copy the administration token"), this);
    m_copyToken->setObjectName(rowName(u"copyTokenButton"));
    m_copyToken->setCopyText({});
    m_tokenRow->addBeside(m_copyToken);
    connect(m_copyToken, &CopyButton::copied, this,
            [this] { clearClipboardLater(m_copyToken->copyText()); });
}

void SecuritySection::addSecrets()
{
    m_secrets = new CellsModel({{u"name"_s, tr("Name"), CellKind::Strong},
                                {u"fingerprint"_s, tr("Fingerprint"), CellKind::Code},
                                {u"usedBy"_s, tr("Used by"), CellKind::Text}},
                               this);
    m_table = new TableView(this);
    m_table->setObjectName(rowName(u"secretsTable"));
    m_table->setAccessibleName(tr("Stored secrets"));
    m_table->setModel(m_secrets);
    m_table->setFitsRows(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnCharacters(0, 24);
    m_table->setColumnCharacters(1, 20);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_remove = makeButton(tr("Remove"), u"danger"_s, rowName(u"removeSecretButton"), this);
    auto *part = new QWidget(this);
    auto *line = new QHBoxLayout;
    QLabel *rule =
        makeLabel(tr("Only secrets that nothing uses can be removed."), u"caption"_s, part);
    rule->setWordWrap(true);
    line->addWidget(rule, 1);
    line->addWidget(m_remove);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addLayout(line);
    addPart(part, tr("Stored secrets, keys, fingerprint, remove"));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SecuritySection::updateRemove);
    connect(m_remove, &QPushButton::clicked, this, &SecuritySection::removeSelected);
    updateRemove();
}

void SecuritySection::refresh()
{
    m_upkeep.secrets(this, [this](const QList<StoredSecret> &secrets, const QString &problem) {
        if (problem.isEmpty())
            showSecrets(secrets);
        say(problem);
    });
    m_upkeep.adminAccess(this, [this](const QString &address, const QString &token) {
        m_token->setText(token);
        m_copyToken->setCopyText(token);
        m_tokenRow->setHelp(
            address.isEmpty()
                ? tr("Opens everything; give it to administrators only.")
                : tr("Opens everything at %1; give it to administrators only.").arg(address));
    });
}

void SecuritySection::showStore()
{
    const GatewayStatus &status = m_status.status();
    const QString &state = status.secretStoreState;
    m_storeName->setText(status.secretStore.isEmpty() ? tr("Not known yet") : status.secretStore);
    if (state == "ready"_L1)
        m_storeState->setState(tr("Ready"), Tone::Ok, u"check"_s);
    else if (state == "locked"_L1 || state == "passphrase_needed"_L1)
        m_storeState->setState(tr("Locked"), Tone::Warn, u"lock"_s);
    else
        m_storeState->setState(tr("Not available"), Tone::Err, u"circle-x"_s);
    const bool locked = state == "locked"_L1 || state == "passphrase_needed"_L1;
    m_unlock->setVisible(locked);
    m_storeDetail->setText(locked ? tr("Requests that need stored keys fail until it is unlocked.")
                                  : status.secretStoreDetail);
    m_storeDetail->setVisible(!m_storeDetail->text().isEmpty());
}

void SecuritySection::showSecrets(const QList<StoredSecret> &secrets)
{
    m_stored = secrets;
    QList<CellsModel::Row> rows;
    for (const StoredSecret &secret : secrets) {
        rows.append(
            {.id = secret.reference,
             .cells = {{.text = secret.name, .toolTip = secret.reference},
                       {.text = secret.fingerprint},
                       {.text = secret.usedBy.isEmpty() ? tr("Nothing") : usersOf(secret)}}});
    }
    m_secrets->setRows(rows);
    m_table->updateGeometry();
    updateRemove();
}

//! The gateway tells "providers.openai", "keys.ci", "channels.mail".
QString SecuritySection::usersOf(const StoredSecret &secret) const
{
    QStringList names;
    for (const QString &user : secret.usedBy) {
        const QString kind = user.section(u'.', 0, 0);
        const QString id = user.section(u'.', 1);
        if (kind == "providers"_L1)
            names.append(tr("Provider %1").arg(draft().configuration().providerName(id)));
        else if (kind == "keys"_L1)
            names.append(tr("Key %1").arg(id));
        else
            names.append(kind == "channels"_L1 ? tr("Alert channel %1").arg(id) : user);
    }
    return names.join(u", "_s);
}

void SecuritySection::updateRemove()
{
    const int row = m_table->currentIndex().row();
    const bool selected = m_table->selectionModel()->hasSelection() && row < m_stored.size();
    m_remove->setEnabled(selected && m_stored.at(row).usedBy.isEmpty());
    m_remove->setToolTip(selected && !m_remove->isEnabled()
                             ? tr("Used by %1").arg(usersOf(m_stored.at(row)))
                             : QString());
}

void SecuritySection::removeSelected()
{
    const StoredSecret secret = m_stored.at(m_table->currentIndex().row());
    m_upkeep.removeSecret(secret.reference, this, [this](const QString &problem) {
        refresh();
        say(problem);
    });
}

void SecuritySection::unlock()
{
    if (m_status.status().secretStoreState == "passphrase_needed"_L1)
        return askPassphrase(PassphraseDialog::Purpose::Unlock);
    m_upkeep.unlock({}, this, [this](const QString &problem) {
        say(problem);
        m_status.refresh();
    });
}

void SecuritySection::useVault()
{
    askPassphrase(PassphraseDialog::Purpose::Create);
}

void SecuritySection::askPassphrase(PassphraseDialog::Purpose purpose)
{
    auto *dialog = new PassphraseDialog(purpose, u"settings.security"_s, window());
    connect(dialog, &PassphraseDialog::entered, this, [=, this](const QString &passphrase) {
        const auto finish = [this, guard = QPointer(dialog)](const QString &problem) {
            if (guard && !problem.isEmpty())
                return guard->showProblem(problem);
            if (guard)
                guard->accept();
            m_status.refresh();
            refresh();
        };
        if (purpose == PassphraseDialog::Purpose::Create)
            m_upkeep.chooseStore(u"vault"_s, passphrase, this, finish);
        else
            m_upkeep.unlock(passphrase, this, finish);
    });
    dialog->open();
}

void SecuritySection::useStore(const QString &store)
{
    m_upkeep.chooseStore(store, {}, this, [this](const QString &problem) {
        say(problem);
        m_status.refresh();
    });
}

void SecuritySection::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace Gatehouse::Ui
