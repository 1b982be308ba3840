// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"

#include <QtCore/QDate>
#include <QtWidgets/QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class FormField;

//! Asks for which month and team the chargeback report is to be written, and writes it.
class ChargebackDialog : public QDialog
{
    Q_OBJECT

public:
    using FileChooser = std::function<void(const QString &suggested,
                                           std::function<void(const QString &path)> chosen)>;

    //! \a chooseFile asks where to. \a folder: where the gateway writes them by itself, empty: it
    //! does not.
    ChargebackDialog(Api::AdminClient &client, const QDate &today, const QList<Api::Team> &teams,
                     const QString &folder, FileChooser chooseFile, QWidget *parent = nullptr);

Q_SIGNALS:
    void done(const QString &text);

private:
    void write();
    void save(const QJsonObject &report);

    Api::AdminClient &m_client;
    const FileChooser m_chooseFile;
    QComboBox *m_month;
    QComboBox *m_team;
    QComboBox *m_format;
    QLabel *m_problem;
    QPushButton *m_write;
};

} // namespace Gatehouse::Ui
