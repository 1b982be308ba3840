// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPushButton;

namespace Gatehouse::Ui {

class JobList;
class Meter;
class PlainTextLabel;

//! Long work at the foot of the window: "Exporting requests 41 % · 12 s left", Cancel. Hidden when
//! idle; work that ends soon is never shown.
class JobStrip : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(JobList &jobs, QWidget *parent = nullptr);

    QString text() const;

private:
    void showJobs();

    JobList &m_jobs;
    QTimer m_patience;
    PlainTextLabel *m_title;
    Meter *m_meter;
    QPushButton *m_cancel;
};

} // namespace Gatehouse::Ui
