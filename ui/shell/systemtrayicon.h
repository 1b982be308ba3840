// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/trayicon.h"

#include <QtGui/QColor>
#include <QtWidgets/QSystemTrayIcon>

namespace Gatehouse::Ui {

class SystemAppearance;

//! The desktop's own tray.
class SystemTrayIcon final : public TrayIcon
{
    Q_OBJECT

public:
    explicit SystemTrayIcon(QObject *parent = nullptr);

    bool isAvailable() const override;
    void setStyle(Preferences::TrayStyle style) override;
    void setState(TrayState state, const QString &tooltip) override;
    void setMenu(QMenu *menu) override;
    void showMessage(const QString &title, const QString &text, bool isBad) override;

private:
    void paint();

    QSystemTrayIcon m_icon;
    SystemAppearance *m_desktop = nullptr; //!< asked once the style follows it
    Preferences::TrayStyle m_style = Preferences::TrayStyle::Coloured;
    TrayState m_state = TrayState::Stopped;
};

//! What a tray icon is painted with.
struct TrayInk {
    QColor ground;  //!< of the mark
    QColor sign;    //!< on the ground; transparent is cut out
    QColor warning; //!< of the triangle
    QColor failure; //!< of the cross

    static TrayInk coloured();
    static TrayInk oneTone(const QColor &tone);
};

//! The mark of the program in the shape of \a state, in the sizes of trays. Its shape tells the
//! state, whatever the ink.
QIcon trayIcon(TrayState state, const TrayInk &ink = TrayInk::coloured());

} // namespace Gatehouse::Ui
