// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/statusmodel.h"

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace Gatehouse::Ui {

class Banner;

//! What is wrong now: at most two banners, newest first, then how many more. A dismissed problem
//! comes back when it begins anew.
class BannerArea : public QWidget
{
    Q_OBJECT

public:
    explicit BannerArea(QWidget *parent = nullptr);

    void setStatus(const GatewayStatus &status);
    //! The gateway does not answer since \a lastContact, which may be invalid.
    void setOffline(bool offline, const QDateTime &lastContact);
    //! The page shown tells of the problem \a code itself, with more to do; empty: of none.
    void setToldByPage(const QString &code);
    //! Offers to leave the sample data: actionTriggered() with "demo".
    void setSampleDataRemovable(bool removable);

Q_SIGNALS:
    void actionTriggered(const QString &code);

private:
    void rebuild();
    void addBanner(const Problem &problem);
    void addOfflineBanner();
    void insert(Banner *banner);

    QVBoxLayout *m_layout;
    QLabel *m_more;
    QList<Problem> m_problems;
    QTimeZone m_zone = QTimeZone::utc();
    QSet<QString> m_dismissed;
    QString m_toldByPage;
    QDateTime m_lastContact;
    bool m_demo = false;
    bool m_offline = false;
    bool m_demoRemovable = false;
};

} // namespace Gatehouse::Ui
