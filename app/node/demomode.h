// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/enginethread.h"
#include "core/api/adminaddress.h"

#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace Gatehouse::Node {

//! The engine behind the window: the ordinary one on the data folder (its own, or one that runs
//! there already), or one on sample data in a throw-away folder. Changes from one to the other
//! while the window stays open; the window's AdminClient follows by locate().
class DemoMode : public QObject
{
    Q_OBJECT

public:
    //! \a sampleFolder: an empty folder for sample data instead of a throw-away one.
    explicit DemoMode(NodeOptions ordinary, QString sampleFolder = {}, QObject *parent = nullptr);
    ~DemoMode() override;

    //! The first engine of the program: on sample data when \a demo.
    void start(bool demo);
    //! Where the present engine's admin API is.
    Result<Api::AdminAddress> locate() const;
    bool isOn() const { return m_isOn; }
    //! The engine is of this process, and ends with it.
    bool ownsEngine() const { return m_engine != nullptr; }

    //! Stops the present engine, if it is ours, and goes on with sample data.
    void enter();
    //! Throws the sample data away and goes back to the ordinary data folder.
    void leave();
    //! Ends an engine of ours, letting running requests finish; ended() follows in any case.
    void shutDown();

Q_SIGNALS:
    //! An engine answers where locate() points; also after enter() and leave().
    void ready();
    void failed(const Gatehouse::Error &error);
    //! Another engine is on its way; what is on the screens belongs to the one before.
    void changed();
    void ended();

private:
    QString folder() const;
    void change(bool on);
    void stopThen(std::function<void()> next);
    void run();

    const NodeOptions m_ordinary;
    const QString m_sampleFolder;
    bool m_isOn = false;
    std::optional<QTemporaryDir> m_throwAway;
    std::unique_ptr<EngineThread> m_engine;
    std::function<void()> m_next; //!< when the engine has stopped
};

} // namespace Gatehouse::Node
