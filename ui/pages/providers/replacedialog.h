// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QComboBox;

namespace Gatehouse::Ui {

//! Why a provider cannot be deleted yet: the routes that use it, and the choice of another provider
//! for them.
class ReplaceDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a others: ids and names of the providers that may take its place.
    ReplaceDialog(const QString &name, const QStringList &routes,
                  const QList<std::pair<QString, QString>> &others, QWidget *parent = nullptr);

    //! The id of the provider that takes its place.
    QString replacement() const;

private:
    QComboBox *m_others;
};

} // namespace Gatehouse::Ui
