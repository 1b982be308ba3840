// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace Gatehouse::Ui {

class Job;
class JobList;
class Snackbar;
class StatusModel;
class UpdateCheck;

//! Says over the lower edge of the window what ended, failed or came while the person did something
//! else.
class Announcer : public QObject
{
    Q_OBJECT

public:
    struct Sources {
        JobList &jobs;
        StatusModel &status;
        UpdateCheck &updates;
    };

    //! All must outlive it.
    Announcer(const Sources &sources, Snackbar &snackbar, QObject *parent = nullptr);

private:
    void announce(const Job &job);

    Snackbar &m_snackbar;
};

} // namespace Gatehouse::Ui
