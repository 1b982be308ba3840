// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/providers/editorsection.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace Gatehouse::Ui {

class CellsModel;
class SecretField;
class ServiceAccountButton;
class TableView;

//! The keys of a provider in their order. Values are typed in and never shown again; a new value
//! waits in the draft until the provider is saved.
class KeysSection : public EditorSection
{
    Q_OBJECT

public:
    explicit KeysSection(Form &form, QWidget *parent = nullptr);

    //! Amazon's keys have parts, Google's are files.
    void setDialect(const QString &dialect);
    //! Where new values go: "Stored in GNOME Keyring".
    void setPlace(const SecretPlace &place);
    //! States as the gateway tells them now; what is edited stays.
    void setStates(const QList<ProviderKeyRow> &keys);
    //! \a keys with the states told last.
    QList<DraftKey> withStates(QList<DraftKey> keys) const;
    //! What the gateway told of the keys shown.
    QList<ProviderKeyRow> rows() const { return m_told; }
    //! A part of key \a index was stored; \a key names it.
    void keyStored(int index, const Api::ProviderKey &key);

    void showDraft(const ProviderDraft &draft) override;
    void readDraft(ProviderDraft &draft) const override;
    void setLocked(bool locked) override;

Q_SIGNALS:
    //! The text of a key, under this reference, shall be kept elsewhere.
    void moveRequested(const QString &reference);

private:
    enum class Asking { Nothing, NewKey, Rotation };

    QWidget *makeButtons();
    QWidget *makeAskBox();
    QWidget *makeDetails();
    QWidget *makeAwsBox();
    void showParts();
    void showRows(int current);
    void showCurrent();
    void ask(Asking what);
    void take();
    void changeCurrent(const std::function<void(DraftKey &)> &change);
    void move(int by);
    void removeCurrent();
    int current() const;

    QList<DraftKey> m_keys;
    QList<ProviderKeyRow> m_told;
    CellsModel *m_model;
    TableView *m_table;
    QLabel *m_none;
    QLabel *m_place;
    QPushButton *m_add = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_disable = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_elsewhere = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QWidget *m_askBox = nullptr;
    SecretField *m_secret = nullptr;
    QPushButton *m_take = nullptr;
    QWidget *m_details = nullptr;
    QLineEdit *m_label = nullptr;
    QLineEdit *m_accessKey = nullptr;
    QLineEdit *m_sessionToken = nullptr;
    QWidget *m_awsBox = nullptr;
    ServiceAccountButton *m_accountFile = nullptr;
    FormField *m_secretRow = nullptr;
    QString m_dialect;
    QSpinBox *m_weight = nullptr;
    Asking m_asking = Asking::Nothing;
    bool m_locked = false;
    bool m_showing = false; //!< values are being shown, not edited
};

} // namespace Gatehouse::Ui
