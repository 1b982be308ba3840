// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtWidgets/QPushButton>

namespace Gatehouse::Ui {

//! Chooses the JSON file of a Google service account and hands on its text, which is a secret: it
//! is never shown.
class ServiceAccountButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ServiceAccountButton(const QString &objectName, QWidget *parent = nullptr);

    //! Reads \a file as if it had been chosen.
    void take(const QString &file);

Q_SIGNALS:
    //! The account on one line, and its address for people: "gatehouse@example.iam…".
    void chosen(const QString &account, const QString &email);
    //! What is wrong with the file.
    void refused(const QString &sentence);

private:
    void ask();
};

} // namespace Gatehouse::Ui
