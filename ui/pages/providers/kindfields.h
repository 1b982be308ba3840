// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/providers/editorsection.h"

namespace Gatehouse::Ui {

//! What only some kinds of providers are asked: the API and its version, a cloud's region, project
//! and location, an organisation.
class KindFields : public EditorSection
{
    Q_OBJECT

public:
    explicit KindFields(Form &form, QWidget *parent = nullptr);

    //! Shows the fields of a kind; what is typed stays.
    void setKind(const QString &dialect, const QString &address);
    //! Headers that have fields of their own here, for this kind.
    static QMap<QString, QString> withoutOwnHeaders(const Api::Provider &provider);

    void showDraft(const ProviderDraft &draft) override;
    void readDraft(ProviderDraft &draft) const override;

private:
    void addFields();
    void showApis(const QString &api);
    void showFields();

    QString m_dialect;
    QString m_address;
    QComboBox *m_api = nullptr;
    QLineEdit *m_version = nullptr;
    QLineEdit *m_awsRegion = nullptr;
    QLineEdit *m_project = nullptr;
    QLineEdit *m_location = nullptr;
    QLineEdit *m_organisation = nullptr;
    QLineEdit *m_openAiProject = nullptr;
    QHash<QWidget *, FormField *> m_rows;
};

} // namespace Gatehouse::Ui
