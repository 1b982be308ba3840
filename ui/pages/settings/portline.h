// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/upkeepmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace Gatehouse::Ui {

//! Says while a port is chosen whether it is free, who has it otherwise, and offers the next one.
class PortLine : public QWidget
{
    Q_OBJECT

public:
    explicit PortLine(UpkeepModel &upkeep, QWidget *parent = nullptr);

    //! Asks about \a address a moment later, so that typing asks once.
    void setAddress(const QString &address);
    QString text() const;

Q_SIGNALS:
    void portOffered(int port);

private:
    void ask();
    void show(const PortState &state);

    UpkeepModel &m_upkeep;
    QString m_address;
    QLabel *m_text;
    QPushButton *m_useNext;
    QTimer *m_pause;
    int m_nextFree = 0;
};

} // namespace Gatehouse::Ui
