// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/virtualkeystep.h"

#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldWidth = 360;

QString loginName()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? u"first-key"_s : user;
}

} // namespace

VirtualKeyStep::VirtualKeyStep(Api::AdminClient &client, Setup &setup, QWidget *parent)
    : WizardPage(u"wizard.virtualKey"_s, parent)
    , m_client(client)
    , m_setup(setup)
    , m_name(new QLineEdit(this))
    , m_error(makeLabel({}, u"error"_s, this))
    , m_models(new QComboBox(this))
{
    setTitle(
        tr("Create a key for your apps"),
        tr("Apps use this key instead of the provider's. You see what each key spends, and can "
           "take it back alone."));
    m_name->setObjectName(u"wizard.virtualKey.nameField"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setFixedWidth(fieldWidth);
    m_name->setText(loginName());
    m_error->setObjectName(u"wizard.virtualKey.errorLabel"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    m_models->setObjectName(u"wizard.virtualKey.modelsCombo"_s);
    m_models->setAccessibleName(tr("Allowed models"));
    m_models->setFixedWidth(fieldWidth);
    connect(m_name, &QLineEdit::textEdited, this, [this] { showError({}); });
    QLabel *name = makeLabel(tr("Name"), u"strong"_s, this);
    name->setBuddy(m_name);
    QLabel *models = makeLabel(tr("Allowed models"), u"strong"_s, this);
    models->setBuddy(m_models);
    auto *fields = new QVBoxLayout;
    fields->setSpacing(4);
    fields->addWidget(name);
    fields->addWidget(m_name);
    fields->addWidget(m_error);
    fields->addWidget(makeLabel(tr("Shown with every request the key makes."), u"caption"_s, this));
    fields->addSpacing(12);
    fields->addWidget(models);
    fields->addWidget(m_models);
    content()->addLayout(fields);
    content()->addStretch(1);
    setFocusProxy(m_name);
}

void VirtualKeyStep::start()
{
    m_models->clear();
    m_models->addItem(tr("All models and routes"), u"*"_s);
    m_models->addItem(tr("Only models of %1").arg(m_setup.provider.name),
                      u"%1/*"_s.arg(m_setup.providerId));
    connect(m_client.get(u"/keys"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                QStringList taken;
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
                    taken.append(item.toObject().value("name"_L1).toString());
                if (m_name->text() == loginName())
                    m_name->setText(freeName(loginName(), taken));
            });
}

void VirtualKeyStep::showError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    m_name->setAccessibleDescription(text);
    setStyleProperty(m_name, "state", text.isEmpty() ? QString() : u"error"_s);
}

void VirtualKeyStep::create()
{
    const QString name = m_name->text().trimmed();
    if (m_call)
        return;
    if (name.isEmpty()) {
        showError(tr("Enter a name, for example the app that uses the key."));
        m_name->setFocus();
        return;
    }
    m_call = m_client.post(
        u"/keys"_s,
        {{"name"_L1, name}, {"routes"_L1, QJsonArray{m_models->currentData().toString()}}});
    Q_EMIT busyChanged();
    connect(m_call, &Api::AdminCall::finished, this, [this, name](Api::AdminCall *call) {
        m_call.clear();
        Q_EMIT busyChanged();
        const ErrorCode code = call->error().code;
        if (!call->succeeded())
            return showError(
                code == ErrorCode::Conflict || code == ErrorCode::AlreadyExists
                    ? tr("A key with this name exists. Choose another name.")
                    : tr("The key could not be created. %1").arg(call->error().detail));
        const QJsonObject body = call->reply().body;
        m_setup.keyId = body.value("id"_L1).toString();
        m_setup.keyName = body.value("name"_L1).toString(name);
        m_setup.keySecret = body.value("secret"_L1).toString();
        Q_EMIT created();
    });
}

} // namespace Gatehouse::Ui
