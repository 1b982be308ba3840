// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QPointer>

class QVBoxLayout;

namespace Gatehouse::Ui {

class ConfigurationModel;
class ConflictBanner;
class OthersChange;

//! Where a change of any page or dialog was refused because someone else was first: the banner that
//! says who, with the three ways on. It stands over the page, or on top of the dialog.
class Conflicts : public QObject
{
    Q_OBJECT

public:
    //! \a place: where banners of the window stand.
    Conflicts(Api::AdminClient &client, ConfigurationModel &configuration, QVBoxLayout &place,
              QWidget *window);

private:
    void show();
    QVBoxLayout *placeOf(QObject *context) const;

    ConfigurationModel &m_configuration;
    QVBoxLayout &m_place;
    QWidget *m_window;
    OthersChange *m_others;
    QPointer<ConflictBanner> m_banner;
    QPointer<QObject> m_context;
};

} // namespace Gatehouse::Ui
