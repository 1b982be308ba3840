// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/persondialog.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldWidth = 380;
constexpr int longestName = 100;

} // namespace

PersonDialog::PersonDialog(PeopleModel &people, QWidget *parent)
    : FormDialog(u"access.personDialog"_s, tr("New person"), tr("Add person"),
                 u"access.personDialog.saveButton"_s, parent)
    , m_people(people)
    , m_name(new QLineEdit(this))
    , m_role(new QComboBox(this))
{
    m_name->setObjectName(u"access.personDialog.nameField"_s);
    m_name->setMaxLength(longestName);
    m_name->setMinimumWidth(fieldWidth);
    m_role->setObjectName(u"access.personDialog.roleCombo"_s);
    for (const Api::Role role : Api::allRoles())
        m_role->addItem(roleName(role), Api::roleWord(role));
    m_role->setCurrentIndex(m_role->findData(Api::roleWord(Api::Role::Viewer)));
    content()->addWidget(
        addField(u"name"_s, tr("Name"), m_name, tr("Stands in the audit log with every change.")));
    content()->addWidget(addField(u"role"_s, tr("Role"), m_role,
                                  tr("What each role may do stands below the people.")));
    m_name->setFocus();
}

void PersonDialog::edit(const PersonRow &person)
{
    m_id = person.id;
    setTitle(tr("Edit “%1”").arg(person.name));
    setSubmitText(tr("Save"));
    m_name->setText(person.name);
    m_role->setCurrentIndex(m_role->findData(Api::roleWord(person.role)));
}

void PersonDialog::submit()
{
    hideProblem();
    const QString name = m_name->text().trimmed();
    form().show(name.isEmpty() ? Api::Findings{errorAt(u"name"_s, tr("Enter the person's name."))}
                               : Api::Findings());
    if (name.isEmpty() || !submitButton()->isEnabled())
        return;
    submitButton()->setEnabled(false);
    m_people.send(
        m_id.isEmpty() ? "POST" : "PUT",
        m_id.isEmpty() ? u"/people"_s : QString(u"/people/"_s + m_id),
        {{"name"_L1, name}, {"role"_L1, m_role->currentData().toString()}}, this,
        [this, name](const QJsonObject &answer, const std::optional<Error> &error) {
            submitButton()->setEnabled(true);
            if (error) {
                showFindings({errorAt(error->path, error->detail)},
                             tr("The person could not be saved. %1"));
                return;
            }
            if (m_id.isEmpty())
                Q_EMIT added(
                    answer.value("id"_L1).toString(), name,
                    Api::parseRole(m_role->currentData().toString()).value_or(Api::Role::Billing));
            accept();
        });
}

} // namespace Gatehouse::Ui
