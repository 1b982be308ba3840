// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/keydialogs.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/keyaccess.h"
#include "ui/models/keyactions.h"
#include "ui/models/keysmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/access/bulkrotatedialog.h"
#include "ui/pages/access/expirydialog.h"
#include "ui/pages/access/keydialog.h"
#include "ui/pages/access/leakdialog.h"
#include "ui/pages/access/rotatedialog.h"
#include "ui/pages/access/secretdialog.h"
#include "ui/pages/access/teammovedialog.h"
#include "ui/widgets/question.h"

#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

void openOnce(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

KeyDialogs::KeyDialogs(const Sources &sources, QWidget *parent)
    : QObject(parent)
    , m_with(sources)
    , m_parent(parent)
{
}

KeyDialog *KeyDialogs::makeDialog(const QStringList &names)
{
    KeyDialog::Choices choices{
        .document = m_with.configuration.document(), .names = names, .takenNames = {}};
    for (const KeyRow &key : m_with.keys.inForce())
        choices.takenNames.append(key.name);
    return new KeyDialog(m_with.client, choices, m_parent->window());
}

void KeyDialogs::create(const QStringList &names)
{
    KeyDialog *dialog = makeDialog(names);
    connect(dialog, &KeyDialog::created, this,
            [this, names](const KeyRow &key, const QString &secret) {
                Q_EMIT keyChanged();
                showSecret(tr("Key “%1” created").arg(key.name), key, secret, names);
            });
    openOnce(dialog);
}

void KeyDialogs::edit(const KeyRow &key, const QStringList &names)
{
    KeyDialog *dialog = makeDialog(names);
    dialog->edit(key);
    connect(dialog, &KeyDialog::saved, this, [this](const KeyRow &before, const KeyRow &after) {
        Q_EMIT keyChanged();
        m_with.actions.offerUndoOfEdit(before, after, tr("Changed “%1”").arg(after.name));
    });
    openOnce(dialog);
}

void KeyDialogs::rotate(const KeyRow &key, const QStringList &names)
{
    auto *dialog = new RotateDialog(m_with.client, key, m_parent->window());
    connect(dialog, &RotateDialog::rotated, this, [this, key, names](const QString &secret) {
        Q_EMIT keyChanged();
        showSecret(tr("New secret of “%1”").arg(key.name), key, secret, names);
    });
    openOnce(dialog);
}

void KeyDialogs::extend(const QList<KeyRow> &keys)
{
    auto *dialog = new ExpiryDialog(int(keys.size()), m_parent->window());
    connect(dialog, &ExpiryDialog::chosen, this,
            [this, keys](const QDateTime &expires) { m_with.actions.setExpiry(keys, expires); });
    openOnce(dialog);
}

void KeyDialogs::rotateAll(const QList<KeyRow> &keys, const QStringList &names)
{
    if (keys.size() == 1) {
        rotate(keys.constFirst(), names);
        return;
    }
    if (keys.isEmpty())
        return;
    auto *dialog = new BulkRotateDialog(m_with.client, keys, m_parent->window());
    connect(dialog, &BulkRotateDialog::rotated, this, &KeyDialogs::keyChanged);
    openOnce(dialog);
}

void KeyDialogs::move(const QList<KeyRow> &keys)
{
    auto *dialog = new TeamMoveDialog(int(keys.size()), m_with.configuration.document().teams,
                                      m_parent->window());
    connect(dialog, &TeamMoveDialog::chosen, this,
            [this, keys](const QString &team, const QString &name) {
                m_with.actions.setTeam(keys, team, name);
            });
    openOnce(dialog);
}

void KeyDialogs::searchLeak(const QStringList &names)
{
    auto *dialog = new LeakDialog(m_with.client, m_with.actions, m_parent->window());
    connect(dialog, &LeakDialog::replaceRequested, this,
            [this, names](const KeyRow &key) { rotate(key, names); });
    openOnce(dialog);
}

void KeyDialogs::askToEndOverlap(const KeyRow &key)
{
    QMessageBox *box = makeQuestion(m_parent->window(), u"access.endOverlapDialog"_s,
                                    tr("End the overlap of “%1” now?").arg(key.name),
                                    tr("Apps that still use the old secret are refused from this "
                                       "moment. This cannot be undone."));
    QPushButton *end = box->addButton(tr("End overlap"), QMessageBox::DestructiveRole);
    end->setObjectName(u"access.endOverlapButton"_s);
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    cancel->setObjectName(u"access.keepOverlapButton"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(end, &QPushButton::clicked, this, [this, key] { m_with.actions.endOverlap(key); });
    openQuestion(*box);
}

void KeyDialogs::showSecret(const QString &title, const KeyRow &key, const QString &secret,
                            const QStringList &names)
{
    const KeyAccess access = accessOf(key, m_with.configuration.document(), names);
    openOnce(new SecretDialog({.title = title,
                               .secret = secret,
                               .baseUrl = m_with.status.status().baseUrl,
                               .models = access.callable},
                              m_parent->window()));
}

} // namespace Gatehouse::Ui
