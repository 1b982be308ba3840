// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rights.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>

class QWidget;

namespace Gatehouse::Ui {

//! Greys what the person may not do, with the needed role in the tool tip: one table says which
//! control needs which permission, by object name, so that no page has to know of it. Watches the
//! controls of all windows of the program; one that a page enables is greyed again.
class RightsLock : public QObject
{
    Q_OBJECT

public:
    explicit RightsLock(Rights &rights, QObject *parent = nullptr);

    //! What a control with this object name needs; nothing for all that only looks.
    static std::optional<Api::Permission> neededBy(const QString &objectName);
    //! What the main action of a page needs, and seeing the page at all.
    static std::optional<Api::Permission> neededByPrimary(const QString &page);
    static bool isPageShown(const Rights &rights, const QString &page);

    //! While the gateway does not answer nothing can be changed, whatever the role.
    void setOffline(bool offline);
    //! The page that is shown, whose main action stands in the top bar.
    void setPage(const QString &page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Locked {
        QPointer<QWidget> widget;
        QString toolTip;
        bool wasEnabled = true;
    };
    std::optional<Api::Permission> needs(const QWidget &widget) const;
    void look(QWidget *widget);
    void lock(QWidget *widget, Api::Permission permission);
    void lookAgain();
    void release(QWidget *widget);

    Rights &m_rights;
    QString m_page;
    QHash<const QWidget *, Locked> m_locked;
    bool m_isOffline = false;
    bool m_isChanging = false;
};

} // namespace Gatehouse::Ui
