// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/keydata.h"

#include <QtCore/QObject>

class QWidget;

namespace Gatehouse::Ui {

class ConfigurationModel;
class KeyActions;
class KeyDialog;
class KeysModel;
class StatusModel;

//! The dialogs about keys, from the question to what follows: a new secret is shown, an edit can be
//! undone.
class KeyDialogs : public QObject
{
    Q_OBJECT

public:
    struct Sources {
        Api::AdminClient &client;
        KeysModel &keys;
        ConfigurationModel &configuration;
        StatusModel &status;
        KeyActions &actions;
    };

    //! The dialogs open over the window of \a parent.
    KeyDialogs(const Sources &sources, QWidget *parent);

    //! \a names are the models and routes a client may ask for.
    void create(const QStringList &names);
    void edit(const KeyRow &key, const QStringList &names);
    void rotate(const KeyRow &key, const QStringList &names);
    void extend(const QList<KeyRow> &keys);
    //! One key with a secret to save, several with a list of them.
    void rotateAll(const QList<KeyRow> &keys, const QStringList &names);
    void move(const QList<KeyRow> &keys);
    //! Looks for keys in a text that got out.
    void searchLeak(const QStringList &names);
    void askToEndOverlap(const KeyRow &key);

Q_SIGNALS:
    //! The gateway has a key that differs from what is shown.
    void keyChanged();

private:
    KeyDialog *makeDialog(const QStringList &names);
    void showSecret(const QString &title, const KeyRow &key, const QString &secret,
                    const QStringList &names);

    Sources m_with;
    QWidget *m_parent;
};

} // namespace Gatehouse::Ui
