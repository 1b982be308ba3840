// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/serviceaccountbutton.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtWidgets/QFileDialog>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qint64 largestFile = 16 * 1024; // the files have about 2.4 kB

} // namespace

ServiceAccountButton::ServiceAccountButton(const QString &objectName, QWidget *parent)
    : QPushButton(tr("Choose file…"), parent)
{
    setObjectName(objectName);
    setAccessibleName(tr("Choose the file of the service account"));
    setToolTip(tr("The JSON file that Google Cloud made for the service account"));
    connect(this, &QPushButton::clicked, this, &ServiceAccountButton::ask);
}

void ServiceAccountButton::ask()
{
    auto *dialog = new QFileDialog(window(), accessibleName());
    dialog->setObjectName(objectName() + u".dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Service accounts (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ServiceAccountButton::take);
    dialog->open();
}

void ServiceAccountButton::take(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        Q_EMIT refused(tr("This file cannot be read. Choose the JSON file of a service account."));
        return;
    }
    const QJsonObject account = QJsonDocument::fromJson(file.readAll()).object();
    const QString email = account.value("client_email"_L1).toString();
    if (email.isEmpty() || account.value("private_key"_L1).toString().isEmpty()) {
        Q_EMIT refused(tr("This file holds no key of a service account. In Google Cloud, make a "
                          "key of type JSON and choose that file."));
        return;
    }
    const QByteArray line = QJsonDocument(account).toJson(QJsonDocument::Compact);
    Q_EMIT chosen(QString::fromUtf8(line), email);
}

} // namespace Gatehouse::Ui
