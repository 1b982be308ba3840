// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/providers/editorsection.h"

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Gatehouse::Ui {

class KindFields;
class SecretField;
class ServiceAccountButton;

//! Where a provider is and how it is spoken to. For a new one also its kind and first key.
class ConnectionSection : public EditorSection
{
    Q_OBJECT

public:
    explicit ConnectionSection(Form &form, QWidget *parent = nullptr);

    //! What the kind picker offers: servers found on this computer first.
    void setKinds(const QList<KnownProvider> &found, const QList<KnownProvider> &known);
    void setNew(bool isNew);
    //! Chooses a kind as the picker does.
    void chooseKind(const KnownProvider &kind);
    //! The key of a new provider, empty when none was typed.
    QString newKey() const;
    void setNewKey(const QString &key);
    //! The same as it will stand in the list of keys, after \a others.
    std::optional<DraftKey> newDraftKey(const QList<DraftKey> &others) const;
    //! Off for a copy, which has its kind and keys.
    void setKindVisible(bool visible);
    void forgetKey();

    void showDraft(const ProviderDraft &draft) override;
    void readDraft(ProviderDraft &draft) const override;
    void setLocked(bool locked) override;

Q_SIGNALS:
    //! Another kind of provider is to be added; its key stays.
    void kindChosen(const Gatehouse::Ui::KnownProvider &kind);

private:
    QWidget *makeNewBox();
    QWidget *makeAwsBox();
    void addIdentity();
    void addNetwork();
    void addTimeouts();
    void recogniseKey();
    void showDialect();
    void showKeyFields();
    void showKind();

    KnownProvider m_chosen;
    QList<KnownProvider> m_kinds; //!< in the order of the picker; the last one is any address
    QWidget *m_newBox = nullptr;
    QComboBox *m_kind = nullptr;
    SecretField *m_key = nullptr;
    FormField *m_keyRow = nullptr;
    ServiceAccountButton *m_accountFile = nullptr;
    QLineEdit *m_accessKey = nullptr;
    QLineEdit *m_sessionToken = nullptr;
    QWidget *m_awsBox = nullptr;
    QPushButton *m_switch = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_id = nullptr;
    FormField *m_idRow = nullptr;
    QLineEdit *m_address = nullptr;
    FormField *m_addressRow = nullptr;
    QComboBox *m_dialect = nullptr;
    KindFields *m_kindFields = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QLineEdit *m_proxy = nullptr;
    QLineEdit *m_caFile = nullptr;
    QDoubleSpinBox *m_connect = nullptr;
    QDoubleSpinBox *m_firstByte = nullptr;
    QDoubleSpinBox *m_idle = nullptr;
    QDoubleSpinBox *m_total = nullptr;
    bool m_isNew = false;
};

} // namespace Gatehouse::Ui
