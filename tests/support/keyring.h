// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

//! For tests on a real GNOME Keyring. The program starts itself again below its own session bus
//! with a home of its own; the part to run there is named by an environment variable:
//!
//!     if (!Keyring::part().isEmpty()) return;
//!     QCOMPARE(Keyring::run(home, u"save"_s, Keyring::unlocked), QString());
namespace Gatehouse::Keyring {

inline constexpr char partVariable[] = "GATEHOUSE_KEYCHAIN_PART";

inline const QString unlocked = QStringLiteral(
    "printf test-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null");
inline const QString locked =
    QStringLiteral("gnome-keyring-daemon --start --components=secrets >/dev/null");
//! A session where nobody offers to keep secrets.
inline const QString absent = QStringLiteral("DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent; "
                                             "export DBUS_SESSION_BUS_ADDRESS");

//! The part this program is to run; empty in the program that ctest started.
inline QString part()
{
    return qEnvironmentVariable(partVariable);
}

//! What a test cannot do without, empty when it is all there.
inline QString missingProgram()
{
    for (const QString &program :
         {QStringLiteral("dbus-run-session"), QStringLiteral("gnome-keyring-daemon")}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return program;
    }
    return {};
}

//! What the other program printed when it failed, empty when it passed.
inline QString run(const QString &home, const QString &name, const QString &startKeyring,
                   int patience = 60'000)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"QT_NO_GLIB", "DISPLAY", "WAYLAND_DISPLAY",
                                 "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP"})
        environment.remove(QString::fromLatin1(variable));
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/.local/share"));
    environment.insert(QString::fromLatin1(partVariable), name);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("dbus-run-session"),
                  {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                   startKeyring + QStringLiteral("; exec \"$0\""),
                   QCoreApplication::applicationFilePath()});
    const bool passed = process.waitForFinished(patience) && process.exitCode() == 0;
    return passed ? QString() : QString::fromLocal8Bit(process.readAll());
}

} // namespace Gatehouse::Keyring
