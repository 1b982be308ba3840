// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QSettings>

#include <chrono>

namespace Gatehouse::Ui {

//! A part of each day by this computer's clock; it may pass midnight.
struct QuietHours {
    QTime from{22, 0};
    QTime until{7, 0};

    bool holds(QTime time) const;
    bool operator==(const QuietHours &) const = default;
};

//! What this desktop remembers about its window. Never gateway settings, never secrets.
class Preferences
{
public:
    //! What closing the window does: not asked yet, leave the gateway running, or end the program.
    enum class CloseAction { Ask, Keep, Quit };
    //! How the icon in the tray is drawn: in colour, or in one tone that fits a dark or light tray;
    //! Automatic takes the tone from the desktop.
    enum class TrayStyle { Coloured, Light, Dark, Automatic };

    //! The settings file of the user.
    Preferences();
    //! Another file, for tests and for --data-dir.
    explicit Preferences(const QString &file);

    //! "de", "zh_CN", "en"; empty: the system's.
    QString language() const;
    void setLanguage(const QString &language);
    CloseAction closeAction() const;
    void setCloseAction(CloseAction action);
    //! The gateway begins to serve when the program starts.
    bool startsGateway() const;
    void setStartsGateway(bool starts);
    //! How long a copied secret stays on the clipboard; 0: until something else is copied.
    std::chrono::seconds clipboardTime() const;
    void setClipboardTime(std::chrono::seconds time);

    Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);
    double textScale() const;
    void setTextScale(double scale);
    bool highContrast() const;
    void setHighContrast(bool on);
    bool isCompact() const;
    void setCompact(bool compact);
    bool patternFills() const;
    void setPatternFills(bool on);
    bool reducedMotion() const;
    void setReducedMotion(bool on);
    bool isMenuBarShown() const;
    void setMenuBarShown(bool shown);

    TrayStyle trayStyle() const;
    void setTrayStyle(TrayStyle style);
    //! Whose way of writing numbers and short dates is used: "de_CH"; empty: the language's.
    QString numberFormat() const;
    void setNumberFormat(const QString &locale);

    //! The currency of the gateway looked at last, until the next one tells its own.
    Format::Currency currency() const;
    void setCurrency(const Format::Currency &currency);

    //! Whether a new version is looked for each day; off until someone wants it.
    bool checksUpdates() const;
    void setChecksUpdates(bool on);
    //! Where releases are listed; the program's own until set.
    QString releaseFeed() const;
    //! The program's own; empty when its build names none.
    static QString usualReleaseFeed();
    void setReleaseFeed(const QString &address);
    //! The answer of the last look, as UpdateCheck writes it.
    QJsonObject lastUpdateCheck() const;
    void setLastUpdateCheck(const QJsonObject &outcome);
    //! What this desktop told of, as NoticeLog writes it.
    QJsonArray notices() const;
    void setNotices(const QJsonArray &notices);
    //! The section of the settings that was looked at last.
    QString settingsSection() const;
    void setSettingsSection(const QString &id);

    //! Remembered for each arrangement of screens; the one last used serves a new arrangement.
    QByteArray geometry(const QString &screens = {}) const;
    void setGeometry(const QByteArray &geometry, const QString &screens = {});
    bool isSidebarFolded() const;
    void setSidebarFolded(bool folded);
    QString lastPage() const;
    void setLastPage(const QString &page);
    QString range() const;
    void setRange(const QString &range);
    std::optional<TableColumns> tableColumns(const QString &table) const;
    void setTableColumns(const QString &table, const TableColumns &columns);
    //! Keys a person chose for an action: nothing when they are the usual ones, empty for none.
    std::optional<QString> shortcut(const QString &action) const;
    void setShortcut(const QString &action, const std::optional<QString> &keys);
    //! The gateways elsewhere that this desktop knows, as GatewayList writes them; no tokens.
    QJsonArray gateways() const;
    void setGateways(const QJsonArray &gateways);
    //! Whether the desktop tells of a kind of event: "gateway", "provider", "breaker", "job" …
    bool notifies(const QString &kind) const;
    //! Whether it does so before anybody chose: not of what is only good to know.
    static bool notifiesAtFirst(const QString &kind);
    void setNotifies(const QString &kind, bool on);
    //! Notifications ask the desktop for its sound.
    bool hasNotificationSound() const;
    void setNotificationSound(bool on);
    //! When nothing is shown; nothing when it always is.
    std::optional<QuietHours> quietHours() const;
    void setQuietHours(const std::optional<QuietHours> &hours);
    //! Letters alone work on pages: N, T, E.
    bool hasLetterKeys() const;
    void setLetterKeys(bool on);
    //! What was chosen in the command palette, the last first.
    QStringList recentCommands() const;
    void addRecentCommand(const QString &id);
    //! Forgets size, place and sidebar of the window.
    void resetWindow();

private:
    QSettings m_settings;
};

} // namespace Gatehouse::Ui
