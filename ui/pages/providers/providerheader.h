// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/providerrow.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Pill;

//! The upper edge of the editor: which provider it is, how it does, and what can be done with it.
class ProviderHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderHeader(QWidget *parent = nullptr);

    void showNew();
    void showProvider(const QString &id, const QString &name, bool paused);
    void showHealth(const ProviderRow &row);
    void setTesting(bool testing);
    //! The configuration is not to be changed here.
    void setLocked(bool locked);

Q_SIGNALS:
    void testRequested();
    void pauseRequested();
    void duplicateRequested();
    void deleteRequested();
    void closeRequested();

private:
    QLabel *m_title;
    QLabel *m_id;
    Pill *m_health;
    QPushButton *m_test;
    QPushButton *m_pause;
    QPushButton *m_duplicate;
    QPushButton *m_delete;
};

} // namespace Gatehouse::Ui
