// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/logging.h"

#include "core/base/json.h"

#include <QtCore/QDateTime>
#include <QtCore/QLoggingCategory>
#include <unistd.h>

#include <atomic>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

std::atomic<LogFormat> logFormat{LogFormat::Text};
std::atomic<const Redactor *> logRedactor{nullptr};

QByteArrayView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const PatternRedactor byShape;
    const Redactor *redactor = logRedactor.load();
    const QByteArray text = (redactor ? redactor : &byShape)->redacted(message.toUtf8());
    const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
    QByteArray line;
    if (logFormat.load() == LogFormat::JsonLines)
        line = "{\"time\":\"" + time + "\",\"level\":\"" + levelName(type).toByteArray()
            + "\",\"category\":\"" + jsonEscaped(context.category ? context.category : "")
            + "\",\"message\":\"" + jsonEscaped(text) + "\"}\n";
    else
        line = time + ' ' + levelName(type).toByteArray() + ' '
            + (context.category ? context.category : "") + ": " + text + '\n';
    [[maybe_unused]] const ssize_t written =
        ::write(STDERR_FILENO, line.constData(), static_cast<size_t>(line.size()));
}

} // namespace

void installLogging(LogFormat format)
{
    logFormat = format;
    qInstallMessageHandler(write);
}

void setLogLevel(const QString &level)
{
    QStringList rules;
    for (const auto &name : {"debug"_L1, "info"_L1, "warning"_L1}) {
        const bool isWritten = !rules.isEmpty() && rules.last().endsWith("true"_L1);
        rules.append(
            u"gatehouse.*.%1=%2"_s.arg(name, isWritten || level == name ? u"true"_s : u"false"_s));
    }
    QLoggingCategory::setFilterRules(rules.join(u'\n'));
}

void setLogRedactor(const Redactor *redactor)
{
    logRedactor = redactor;
}

} // namespace Gatehouse::Node
