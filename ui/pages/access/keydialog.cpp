// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/keydialog.h"

#include "core/api/documents/validation.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/keyactions.h"
#include "ui/pages/access/expiryfield.h"
#include "ui/pages/access/routepicker.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldsWidth = 472;
constexpr int longestName = 100;
constexpr int longestNote = 500; // as the gateway keeps it

} // namespace

KeyDialog::KeyDialog(Api::AdminClient &client, const Choices &choices, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_takenNames(choices.takenNames)
    , m_title(makeLabel(tr("New key"), u"dialogTitle"_s, this))
    , m_name(new QLineEdit(this))
    , m_team(new QComboBox(this))
    , m_expiry(new ExpiryField(u"access.keyDialog"_s, this))
    , m_routes(new RoutePicker(u"access.keyDialog"_s, this))
    , m_tags(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_problem(makeLabel({}, u"error"_s, this))
    , m_create(makeButton(tr("Create key"), u"primary"_s, u"access.keyDialog.createButton"_s, this))
{
    setObjectName(u"access.keyDialog"_s);
    setWindowTitle(m_title->text());
    m_problem->setObjectName(u"access.keyDialog.problemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetFixedSize); // grows and shrinks with the list of models
    layout->addWidget(m_title);
    layout->addWidget(makeFields(choices), 1);
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
    m_name->setFocus();
}

QWidget *KeyDialog::makeFields(const Choices &choices)
{
    auto *fields = new QWidget(this);
    fields->setFixedWidth(fieldsWidth);
    m_name->setObjectName(u"access.keyDialog.nameField"_s);
    m_name->setMaxLength(longestName);
    m_team->setObjectName(u"access.keyDialog.teamCombo"_s);
    m_team->addItem(tr("No team"), QString());
    for (const Api::Team &team : choices.teams)
        m_team->addItem(team.name.isEmpty() ? team.id : team.name, team.id);
    m_routes->setNames(choices.names);
    m_tags->setObjectName(u"access.keyDialog.tagsField"_s);
    m_tags->setPlaceholderText(tr("project=search, stage=live"));
    m_note->setObjectName(u"access.keyDialog.noteField"_s);
    m_note->setMaxLength(longestNote);
    auto *name =
        new FormField(tr("Name"), m_name, tr("Shown with every request the key makes."), fields);
    auto *team = new FormField(tr("Team"), m_team, {}, fields);
    auto *routes = new FormField(tr("Models and routes"), m_routes, {}, fields);
    auto *tags =
        new FormField(tr("Tags (optional)"), m_tags, tr("Booked with every request."), fields);
    auto *note = new FormField(tr("Note (optional)"), m_note, {}, fields);
    m_form.add(u"name"_s, name);
    m_form.add(u"team"_s, team);
    m_form.add(u"expires"_s, m_expiry);
    m_form.add(u"routes"_s, routes);
    m_form.add(u"tags"_s, tags);
    m_form.add(u"note"_s, note);
    connect(m_tags, &QLineEdit::editingFinished, this,
            [this] { m_form.showOnly(u"tags"_s, check()); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (!m_name->text().isEmpty())
            m_form.showOnly(u"name"_s, check());
    });
    connect(m_routes, &RoutePicker::edited, this, [this] { m_form.showOnly(u"routes"_s, {}); });
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(team, 1);
    line->addWidget(m_expiry, 1);
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(name);
    layout->addLayout(line);
    layout->addWidget(routes, 1);
    auto *last = new QHBoxLayout;
    last->setSpacing(12);
    last->addWidget(tags, 1, Qt::AlignTop);
    last->addWidget(note, 1, Qt::AlignTop);
    layout->addLayout(last);
    return fields;
}

QLayout *KeyDialog::makeButtons()
{
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"access.keyDialog.cancelButton"_s, this);
    m_create->setDefault(true);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &KeyDialog::submit);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_create);
    return layout;
}

void KeyDialog::edit(const KeyRow &key)
{
    m_before = key;
    m_takenNames.removeOne(key.name);
    m_title->setText(tr("Edit key “%1”").arg(key.name));
    setWindowTitle(m_title->text());
    m_create->setText(tr("Save"));
    m_create->setAccessibleName(m_create->text());
    m_name->setText(key.name);
    int team = m_team->findData(key.team);
    if (team < 0) { // deleted since: kept until another one is chosen
        team = m_team->count();
        m_team->addItem(key.team, key.team);
    }
    m_team->setCurrentIndex(team);
    m_expiry->setExpiry(key.expires);
    m_routes->setRoutes(key.routes);
    m_tags->setText(key.tags.join(u", "_s));
    m_note->setText(key.note);
    m_name->selectAll();
}

KeyRow KeyDialog::entered() const
{
    KeyRow key = m_before;
    key.name = m_name->text().trimmed();
    key.team = m_team->currentData().toString();
    key.expires = m_expiry->expiry();
    key.routes = m_routes->isAll() ? QStringList{u"*"_s} : m_routes->chosen();
    key.tags.clear();
    for (const QString &tag : m_tags->text().split(u',', Qt::SkipEmptyParts))
        key.tags.append(tag.trimmed());
    key.tags.removeAll(QString());
    key.note = m_note->text().trimmed();
    return key;
}

Api::Findings KeyDialog::check() const
{
    const KeyRow key = entered();
    Api::Findings findings;
    const auto add = [&findings](const QString &path, const QString &message) {
        findings.append(
            {.severity = Api::Severity::Error, .path = path, .line = 0, .message = message});
    };
    if (key.name.isEmpty())
        add(u"name"_s, tr("Enter a name, for example the app or person that uses the key."));
    else if (m_takenNames.contains(key.name))
        add(u"name"_s, tr("A key with this name exists. Choose another name."));
    if (key.routes.isEmpty())
        add(u"routes"_s, tr("Tick at least one model or route, or choose All."));
    if (!Api::tagsProblem(key.tags).isEmpty())
        add(u"tags"_s, tr("Write each tag once as name=value, with commas between them."));
    return findings;
}

void KeyDialog::submit()
{
    m_problem->hide();
    const Api::Findings findings = check();
    m_form.show(findings);
    if (Api::hasErrors(findings) || m_call)
        return;
    const KeyRow key = entered();
    m_call = m_before.id.isEmpty() ? m_client.post(u"/keys"_s, keyBody(key))
                                   : m_client.put(u"/keys/%1"_s.arg(key.id), keyBody(key));
    m_create->setEnabled(false);
    connect(m_call, &Api::AdminCall::finished, this, &KeyDialog::takeAnswer);
}

void KeyDialog::takeAnswer(Api::AdminCall *call)
{
    m_create->setEnabled(true);
    if (!call->succeeded()) {
        const Error error = call->error();
        const Api::Findings homeless = m_form.show({{.severity = Api::Severity::Error,
                                                     .path = error.path,
                                                     .line = 0,
                                                     .message = error.detail}});
        m_problem->setText(tr("The key could not be saved. %1").arg(error.detail));
        m_problem->setVisible(!homeless.isEmpty());
        return;
    }
    const QJsonObject &body = call->reply().body;
    KeyRow key = entered();
    if (m_before.id.isEmpty()) {
        key.id = body.value("id"_L1).toString();
        Q_EMIT created(key, body.value("secret"_L1).toString());
    } else {
        Q_EMIT saved(m_before, key.name);
    }
    accept();
}

} // namespace Gatehouse::Ui
