// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/keyssection.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/cellsmodel.h"
#include "ui/pages/providers/keymover.h"
#include "ui/pages/providers/keyrows.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/serviceaccountbutton.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int leastNameCharacters = 16;

} // namespace

KeysSection::KeysSection(Form &form, QWidget *parent)
    : EditorSection(form, parent)
    , m_model(new CellsModel(keyColumns(), this))
    , m_table(new TableView(this))
    , m_none(makeLabel(tr("No key. Requests are sent without one."), u"muted"_s, this))
    , m_place(makeLabel({}, u"caption"_s, this))
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFitsRows(true);
    m_table->verticalHeader()->setDefaultSectionSize(
        2 * QFontMetrics(roleFont(FontRole::TableCell)).height() + 16);
    m_table->setColumnCharacters(KeyColumn::Print, 9);
    m_table->setColumnText(KeyColumn::Added, Format::day(QDate(2026, 12, 28)));
    m_table->setColumnCharacters(KeyColumn::LastUsed, 9);
    m_table->setColumnCharacters(KeyColumn::State, 11);
    m_table->setColumnCharacters(KeyColumn::Weight, 6);
    m_table->setYielding(KeyColumn::Name, leastNameCharacters,
                         {KeyColumn::State, KeyColumn::Print, KeyColumn::LastUsed, KeyColumn::Added,
                          KeyColumn::Weight});
    m_place->setWordWrap(true);
    m_place->setObjectName(u"providers.editor.placeLabel"_s);
    add(makeField(u"keys"_s, u"keysList"_s, tr("Keys, in the order they are used"), m_table));
    add(m_none);
    add(makeButtons());
    add(makeAskBox());
    add(makeDetails());
    add(makeAwsBox());
    add(m_place);
    column()->addStretch(1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &KeysSection::showCurrent);
    showRows(-1);
}

QWidget *KeysSection::makeButtons()
{
    auto *box = new QWidget(this);
    m_add = makeButton(tr("Add key"), {}, u"providers.editor.addKeyButton"_s, box);
    m_add->setIcon(themeIcon(u"plus"_s));
    m_rotate = makeButton(tr("Rotate…"), {}, u"providers.editor.rotateKeyButton"_s, box);
    m_disable = makeButton(tr("Disable"), {}, u"providers.editor.disableKeyButton"_s, box);
    m_remove = makeButton(tr("Remove"), {}, u"providers.editor.removeKeyButton"_s, box);
    m_up = makeIconButton(u"chevron-up"_s, tr("Move the key up"), u"providers.editor.keyUpButton"_s,
                          box);
    m_down = makeIconButton(u"chevron-down"_s, tr("Move the key down"),
                            u"providers.editor.keyDownButton"_s, box);
    connect(m_add, &QPushButton::clicked, this, [this] { ask(Asking::NewKey); });
    connect(m_rotate, &QPushButton::clicked, this, [this] { ask(Asking::Rotation); });
    connect(m_disable, &QPushButton::clicked, this, [this] {
        changeCurrent([](DraftKey &draft) { draft.key.disabled = !draft.key.disabled; });
    });
    connect(m_remove, &QPushButton::clicked, this, &KeysSection::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    auto *line = new FlowLayout(box, 8, 8); // long words may need a second line
    auto *order = new QWidget(box);         // side by side in either line
    auto *arrows = new QHBoxLayout(order);
    arrows->setContentsMargins({});
    arrows->setSpacing(0);
    arrows->addWidget(m_up);
    arrows->addWidget(m_down);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_add, m_rotate, m_disable, m_remove, order})
        line->addWidget(part);
    return box;
}

QWidget *KeysSection::makeAskBox()
{
    m_askBox = new QWidget(this);
    m_secret = new SecretField(u"providers.editor.key"_s, tr("New key"), m_askBox);
    m_secretRow = new FormField(
        tr("New key"), m_secret,
        tr("Paste the key, or a reference such as env:OPENAI_API_KEY or file:/run/secrets/key."),
        m_askBox);
    m_accountFile = new ServiceAccountButton(u"providers.editor.keyFileButton"_s, m_askBox);
    m_secretRow->addBeside(m_accountFile);
    connect(m_accountFile, &ServiceAccountButton::chosen, this, [this](const QString &account) {
        m_secretRow->setProblem(FormField::Problem::None, {});
        m_secret->field()->setText(account);
    });
    connect(m_accountFile, &ServiceAccountButton::refused, this, [this](const QString &sentence) {
        m_secretRow->setProblem(FormField::Problem::Error, sentence);
    });
    m_take =
        makeButton(tr("Use this key"), u"primary"_s, u"providers.editor.takeKeyButton"_s, m_askBox);
    auto *cancel =
        makeButton(tr("Cancel"), u"ghost"_s, u"providers.editor.cancelKeyButton"_s, m_askBox);
    connect(m_take, &QPushButton::clicked, this, &KeysSection::take);
    connect(cancel, &QPushButton::clicked, this, [this] { ask(Asking::Nothing); });
    connect(m_secret->field(), &QLineEdit::returnPressed, this, &KeysSection::take);
    connect(m_secret, &SecretField::textChanged, this,
            [this](const QString &text) { m_take->setEnabled(!cleanedSecret(text).isEmpty()); });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_take);
    line->addWidget(cancel);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(m_askBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_secretRow);
    layout->addLayout(line);
    m_askBox->hide();
    return m_askBox;
}

QWidget *KeysSection::makeDetails()
{
    m_details = new QWidget(this);
    m_label = new QLineEdit(m_details);
    m_label->setObjectName(u"providers.editor.keyLabelField"_s);
    m_weight = makeWhole(fieldOf(Api::providerKeyTable(), u"weight"));
    m_weight->setObjectName(u"providers.editor.keyWeightSpin"_s);
    connect(m_label, &QLineEdit::textEdited, this, [this](const QString &text) {
        changeCurrent([&text](DraftKey &draft) { draft.key.label = text.trimmed(); });
    });
    connect(m_weight, &QSpinBox::valueChanged, this, [this](int weight) {
        if (!m_showing)
            changeCurrent([weight](DraftKey &draft) { draft.key.weight = weight; });
    });
    auto *line = new QHBoxLayout(m_details);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(new FormField(tr("Label of the chosen key"), m_label, {}, m_details), 2);
    line->addWidget(new FormField(tr("Weight"), m_weight, {}, m_details), 1);
    m_elsewhere =
        makeButton(tr("Keep elsewhere…"), {}, u"providers.editor.moveKeyButton"_s, m_details);
    m_elsewhere->setToolTip(tr("Moves the key between the keychain and the sealed file"));
    line->addWidget(m_elsewhere, 0, Qt::AlignBottom);
    connect(m_elsewhere, &QPushButton::clicked, this,
            [this] { Q_EMIT moveRequested(m_keys.at(current()).key.secret); });
    return m_details;
}

QWidget *KeysSection::makeAwsBox()
{
    m_awsBox = new QWidget(this);
    m_accessKey = makeLine();
    m_sessionToken = makeLine();
    m_accessKey->setObjectName(u"providers.editor.accessKeyField"_s);
    m_sessionToken->setObjectName(u"providers.editor.sessionTokenField"_s);
    m_sessionToken->setEchoMode(QLineEdit::Password);
    const auto follow = [this](QLineEdit *line, QString DraftKey::*waiting,
                               QString Api::ProviderKey::*reference) {
        connect(line, &QLineEdit::textEdited, this, [=, this](const QString &text) {
            changeCurrent(
                [=](DraftKey &draft) { draft.*waiting = draftPart(text, draft.key.*reference); });
        });
    };
    follow(m_accessKey, &DraftKey::accessKey, &Api::ProviderKey::accessKey);
    follow(m_sessionToken, &DraftKey::sessionToken, &Api::ProviderKey::sessionToken);
    auto *line = new QHBoxLayout(m_awsBox);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(new FormField(tr("Access key ID"), m_accessKey,
                                  tr("Stored when you save, or a reference. Empty for an API key."),
                                  m_awsBox),
                    1);
    line->addWidget(new FormField(tr("Session token"), m_sessionToken,
                                  tr("Only of temporary credentials."), m_awsBox),
                    1);
    m_awsBox->hide();
    return m_awsBox;
}

void KeysSection::showParts()
{
    const int row = current();
    m_awsBox->setVisible(row >= 0 && m_dialect == "bedrock"_L1);
    m_awsBox->setEnabled(row >= 0 && !m_locked);
    if (row < 0)
        return;
    const DraftKey &draft = m_keys.at(row);
    const auto show = [](QLineEdit *line, const QString &waiting, const QString &reference) {
        const QString text = waiting.isEmpty() ? reference : waiting;
        if (cleanedSecret(line->text()) != text)
            line->setText(text);
    };
    show(m_accessKey, draft.accessKey, draft.key.accessKey);
    show(m_sessionToken, draft.sessionToken, draft.key.sessionToken);
}

int KeysSection::current() const
{
    const int row = m_table->currentIndex().row();
    return row < m_keys.size() ? row : -1;
}

void KeysSection::showRows(int current)
{
    const QScopedValueRollback showing(m_showing, true);
    QList<CellsModel::Row> rows;
    for (const DraftKey &draft : std::as_const(m_keys))
        rows.append(keyRow(draft));
    m_model->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_table->updateGeometry();
    m_none->setVisible(rows.isEmpty());
    if (!m_keys.isEmpty())
        m_table->setCurrentIndex(m_model->index(std::clamp(current, 0, int(m_keys.size()) - 1), 0));
    showCurrent();
}

void KeysSection::showCurrent()
{
    const QScopedValueRollback showing(m_showing, true);
    const int row = current();
    const bool has = row >= 0;
    const bool free = has && !m_locked;
    m_add->setEnabled(!m_locked);
    for (QPushButton *button : {m_rotate, m_disable, m_remove})
        button->setEnabled(free);
    m_up->setEnabled(free && row > 0);
    m_down->setEnabled(free && row + 1 < m_keys.size());
    m_details->setVisible(has);
    m_details->setEnabled(free);
    showParts();
    if (!has)
        return;
    const DraftKey &draft = m_keys.at(row);
    m_disable->setText(draft.key.disabled ? tr("Enable") : tr("Disable"));
    m_disable->setAccessibleName(m_disable->text());
    m_elsewhere->setVisible(draft.value.isEmpty() && KeyMover::isMovable(draft.key.secret));
    if (m_label->text().trimmed() != draft.key.label)
        m_label->setText(draft.key.label);
    m_weight->setValue(draft.key.weight);
}

void KeysSection::ask(Asking what)
{
    m_asking = what;
    m_secret->forget();
    m_take->setEnabled(false);
    m_take->setText(what == Asking::Rotation ? tr("Replace the key") : tr("Use this key"));
    m_take->setAccessibleName(m_take->text());
    m_askBox->setVisible(what != Asking::Nothing);
    if (what != Asking::Nothing)
        m_secret->field()->setFocus(Qt::OtherFocusReason);
    else
        m_add->setFocus(Qt::OtherFocusReason);
}

void KeysSection::take()
{
    if (cleanedSecret(m_secret->text()).isEmpty())
        return;
    const DraftKey typed = draftKey(m_secret->text(), {}, m_keys);
    int row = current();
    if (m_asking == Asking::Rotation && row >= 0) {
        DraftKey &draft = m_keys[row];
        draft.value = typed.value;
        draft.fingerprint.clear();
        draft.state.clear();
        if (!typed.key.secret.isEmpty())
            draft.key.secret = typed.key.secret;
    } else {
        m_keys.append(typed);
        row = int(m_keys.size()) - 1;
    }
    ask(Asking::Nothing);
    showRows(row);
    Q_EMIT edited();
}

void KeysSection::changeCurrent(const std::function<void(DraftKey &)> &change)
{
    const int row = current();
    if (row < 0)
        return;
    change(m_keys[row]);
    showRows(row);
    Q_EMIT edited();
}

void KeysSection::move(int by)
{
    const int row = current();
    m_keys.move(row, row + by);
    showRows(row + by);
    Q_EMIT edited();
}

void KeysSection::removeCurrent()
{
    const int row = current();
    m_keys.removeAt(row);
    showRows(row);
    Q_EMIT edited();
}

void KeysSection::setPlace(const SecretPlace &place)
{
    switch (place.state) {
    case SecretPlace::State::Ready:
        m_place->setText(
            place.kind == "session"_L1 ? tr("New keys are kept for this session only.")
                : place.needsChoice
                ? tr("There is no keychain here. New keys go to an encrypted file that opens by "
                     "itself; Settings, Security protects it with a passphrase.")
                : tr("New keys are stored in %1.").arg(place.label));
        break;
    case SecretPlace::State::Locked:
    case SecretPlace::State::PassphraseNeeded:
        m_place->setText(tr("New keys are stored in %1, which is locked.").arg(place.label));
        break;
    case SecretPlace::State::Unavailable:
        m_place->setText(tr("There is no keychain here. Give keys as references such as "
                            "env:OPENAI_API_KEY, or choose in setup where keys are kept."));
        break;
    }
}

void KeysSection::setStates(const QList<ProviderKeyRow> &keys)
{
    m_told = keys;
    const QList<DraftKey> now = withStates(m_keys);
    if (now == m_keys)
        return;
    m_keys = now;
    showRows(current());
}

QList<DraftKey> KeysSection::withStates(QList<DraftKey> keys) const
{
    for (DraftKey &draft : keys) {
        const auto told = std::find_if(m_told.cbegin(), m_told.cend(), [&draft](const auto &row) {
            return row.id == draft.key.id && row.secret == draft.key.secret;
        });
        if (told == m_told.cend() || !draft.value.isEmpty())
            continue;
        draft.state = told->state;
        draft.fingerprint = told->fingerprint;
        draft.lastUsed = told->lastUsed;
    }
    return keys;
}

void KeysSection::keyStored(int index, const Api::ProviderKey &key)
{
    if (index >= m_keys.size())
        return;
    DraftKey &draft = m_keys[index];
    const auto take = [](QString &waiting, QString &reference, const QString &stored) {
        if (stored.isEmpty() || stored == reference)
            return;
        reference = stored;
        waiting.fill(u'x');
        waiting.clear();
    };
    take(draft.accessKey, draft.key.accessKey, key.accessKey);
    take(draft.sessionToken, draft.key.sessionToken, key.sessionToken);
    take(draft.value, draft.key.secret, key.secret);
    showRows(current());
}

void KeysSection::setDialect(const QString &dialect)
{
    m_dialect = dialect;
    m_awsBox->setVisible(dialect == "bedrock"_L1);
    m_accountFile->setVisible(dialect == "vertex"_L1);
    m_secretRow->setLabel(dialect == "vertex"_L1        ? tr("Service account")
                              : dialect == "bedrock"_L1 ? tr("Secret access key or API key")
                                                        : tr("New key"));
}

void KeysSection::showDraft(const ProviderDraft &draft)
{
    m_keys = draft.keys;
    setDialect(draft.provider.dialect);
    m_askBox->hide();
    m_secret->forget();
    showRows(0);
}

void KeysSection::readDraft(ProviderDraft &draft) const
{
    draft.keys = m_keys;
}

void KeysSection::setLocked(bool locked)
{
    m_locked = locked;
    showCurrent();
}

} // namespace Gatehouse::Ui
