// SPDX-License-Identifier: GPL-3.0-or-later
//! The configuration: the managing file, and what follows a change.
#include "app/node/engine.h"
#include "app/node/logging.h"
#include "app/node/retention.h"
#include "core/base/log.h"
#include "core/config/loader.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

Result<void> Engine::loadConfiguration()
{
    Config::Configuration &configuration = m_books->configuration();
    if (auto loaded = configuration.load(
            {.who = u"system"_s, .source = u"first start"_s, .reason = u"installation"_s});
        !loaded)
        return loaded;
    if (m_options.configFile.isEmpty())
        return {};
    const QString file = QFileInfo(m_options.configFile).absoluteFilePath();
    configuration.setManagedBy(file);
    const Result<Config::LoadedDocument> document = Config::loadFile(file);
    const bool servedBefore = configuration.revision() > 1;
    if (document && !Api::hasErrors(document->findings)) {
        const auto outcome = configuration.replace(
            document->document, {.who = u"file"_s, .source = file, .reason = {}}, true);
        if (outcome.error)
            return *outcome.error;
    } else {
        QStringList lines;
        if (!document)
            lines.append(document.error().detail);
        else
            for (const Api::Finding &finding : document->findings)
                lines.append(Config::describe(finding, file));
        const Error refused{ErrorCode::InvalidArgument, lines.join(u'\n')};
        if (!servedBefore)
            return refused;
        m_fileProblem = refused;
        qCCritical(lcNode, "the configuration file is refused, revision %lld goes on serving:\n%s",
                   static_cast<long long>(configuration.revision()),
                   qUtf8Printable(refused.detail));
    }
    m_watcher = std::make_unique<Config::FileWatcher>(file);
    connect(m_watcher.get(), &Config::FileWatcher::changed, this, &Engine::applyFile);
    connect(m_watcher.get(), &Config::FileWatcher::failed, this, [this](const QString &reason) {
        m_fileProblem = Error{ErrorCode::Io, reason};
    });
    return {};
}

void Engine::applyFile(const QByteArray &text)
{
    const QString file = m_books->configuration().managedBy();
    const Result<Config::LoadedDocument> document =
        Config::loadDocument(text, Config::formatOf(file));
    QStringList lines;
    if (!document)
        lines.append(document.error().detail);
    else if (Api::hasErrors(document->findings))
        for (const Api::Finding &finding : document->findings)
            lines.append(Config::describe(finding, file));
    if (lines.isEmpty()) {
        const auto outcome = m_books->configuration().replace(
            document->document, {.who = u"file"_s, .source = file, .reason = {}}, true);
        if (outcome.error)
            lines.append(outcome.error->detail);
    }
    if (lines.isEmpty()) {
        m_fileProblem.reset();
        qCInfo(lcNode, "%s is in force as revision %lld", qUtf8Printable(file),
               static_cast<long long>(m_books->configuration().revision()));
        return;
    }
    m_fileProblem = Error{ErrorCode::InvalidArgument, lines.join(u'\n')};
    qCCritical(lcNode, "%s is refused, revision %lld goes on serving:\n%s", qUtf8Printable(file),
               static_cast<long long>(m_books->configuration().revision()),
               qUtf8Printable(m_fileProblem->detail));
    tell(u"revision"_s, u"error"_s, u"Configuration file refused"_s, lines.first(), file,
         {.code = u"file_refused"_s});
}

void Engine::reload()
{
    if (m_watcher)
        m_watcher->reload();
}

void Engine::watchPublication(const std::shared_ptr<const Gateway::Published> &published)
{
    m_engines->look(published);
    m_recording->follow(published->snapshot->document, m_books->keys());
    m_trials->follow();
    if (m_gateway->isListening())
        m_gateway->publish(published);
    else if (!m_admin)
        serve();
}

//! Settings that need no restart, after every revision.
void Engine::applySettings()
{
    m_queries->setTimeZone(timeZone());
    m_alerts->configure();
    setLogLevel(m_books->configuration().document().gateway.logLevel);
    m_ledger->setRetention(retentionOf(m_books->configuration().document().gateway));
    m_responses->setRetention(responseRetentionOf(m_books->configuration().document().gateway));
    m_backups->follow();
}

QTimeZone Engine::timeZone() const
{
    const QString name = m_books->configuration().document().gateway.reportingTimeZone;
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

} // namespace Gatehouse::Node
