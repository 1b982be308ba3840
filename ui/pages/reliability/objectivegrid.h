// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtWidgets/QWidget>

class QGridLayout;
class QPushButton;

namespace Gatehouse::Ui {

class ObjectiveCard;

//! The objectives as cards, the least error budget first, and what a person changes about them.
class ObjectiveGrid : public QWidget
{
    Q_OBJECT

public:
    explicit ObjectiveGrid(Api::AdminClient &client, QWidget *parent = nullptr);

    //! "objectives" of GET /reliability.
    void setObjectives(const QJsonArray &objectives);
    //! As many beside each other as fit into \a width.
    void arrange(int width);

Q_SIGNALS:
    void openRequests(const QString &filter);
    //! The gateway is asked for a change; \a text says what was done once it answers.
    void changeAsked(Gatehouse::Api::AdminCall *call, const QString &text);

private:
    ObjectiveCard *makeCard(const QString &id);
    QJsonObject objective(const QString &id) const;
    void openFailures(const QJsonObject &objective);
    void edit(const QString &id);
    void save(const QString &id, double target, int days);
    void reset(const QString &id);

    Api::AdminClient &m_client;
    QJsonArray m_objectives;
    QGridLayout *m_grid;
    QPushButton *m_all;
    QMap<QString, ObjectiveCard *> m_cards;
    QStringList m_order;
    int m_width = 0;
    bool m_showsAll = false;
};

} // namespace Gatehouse::Ui
