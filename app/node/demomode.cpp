// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/demomode.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

DemoMode::DemoMode(NodeOptions ordinary, QString sampleFolder, QObject *parent)
    : QObject(parent)
    , m_ordinary(std::move(ordinary))
    , m_sampleFolder(std::move(sampleFolder))
{
}

DemoMode::~DemoMode()
{
    m_engine.reset(); // before its folder
}

QString DemoMode::folder() const
{
    if (!m_isOn)
        return m_ordinary.dataFolder;
    return m_throwAway ? m_throwAway->path() : m_sampleFolder;
}

Result<Api::AdminAddress> DemoMode::locate() const
{
    return Api::AdminAddress::ofDataFolder(folder());
}

void DemoMode::start(bool demo)
{
    m_isOn = demo;
    run();
}

void DemoMode::enter()
{
    if (!m_isOn)
        change(true);
}

void DemoMode::leave()
{
    if (m_isOn)
        change(false);
}

void DemoMode::shutDown()
{
    stopThen([this] { Q_EMIT ended(); });
}

void DemoMode::change(bool on)
{
    if (m_next)
        return; // one change at a time
    stopThen([this, on] {
        m_isOn = on;
        m_throwAway.reset();
        Q_EMIT changed();
        run();
    });
}

void DemoMode::stopThen(std::function<void()> next)
{
    m_next = std::move(next);
    const auto goOn = [this] {
        m_engine.reset();
        if (const auto then = std::exchange(m_next, {}))
            then();
    };
    if (!m_engine) {
        QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
        return;
    }
    connect(m_engine.get(), &EngineThread::stopped, this, goOn, Qt::QueuedConnection);
    m_engine->shutDown();
}

void DemoMode::run()
{
    if (!m_isOn && locate()) { // one runs there already: it is looked at, not started again
        QMetaObject::invokeMethod(this, &DemoMode::ready, Qt::QueuedConnection);
        return;
    }
    if (m_isOn && m_sampleFolder.isEmpty())
        m_throwAway.emplace(QDir::temp().filePath(u"gatehouse-demo-XXXXXX"_s));
    NodeOptions options = m_ordinary;
    options.dataFolder = folder();
    options.demo = m_isOn;
    m_engine = std::make_unique<EngineThread>(options);
    connect(m_engine.get(), &EngineThread::started, this, &DemoMode::ready);
    connect(m_engine.get(), &EngineThread::failed, this, &DemoMode::failed);
    m_engine->start();
}

} // namespace Gatehouse::Node
