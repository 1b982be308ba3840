// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/services.h"
#include "core/whatif/replay.h"

#include <deque>

namespace Gatehouse::Node {

//! Replays of stored traffic under other configurations. The work is done piece by piece on the
//! thread of questions, so that screens get their answers in between. Control thread.
class Simulations
{
public:
    using Compile = std::function<WhatIf::Compiled(const Api::Document &document)>;
    static constexpr int mostRunning = 2;
    static constexpr std::size_t mostKept = 8;

    //! \a queries outlives this; \a current gives the configuration in force.
    Simulations(Admin::QueryRunner &queries, Compile compile,
                std::function<Api::Document()> current)
        : m_queries(queries)
        , m_compile(std::move(compile))
        , m_current(std::move(current))
    {
    }

    //! What the admin API calls; valid as long as this.
    Admin::Simulations service();

private:
    enum class State { Running, Done, Failed, Cancelled };
    struct Job;

    Result<QJsonObject> start(const Admin::SimulateQuestion &question);
    Result<QJsonObject> show(const QString &id) const;
    Result<QJsonObject> cancel(const QString &id);
    std::shared_ptr<Job> find(const QString &id) const;
    void goOn(const std::shared_ptr<Job> &job);
    void forgetOld();
    static QJsonObject jsonOf(const Job &job);

    Admin::QueryRunner &m_queries;
    const Compile m_compile;
    const std::function<Api::Document()> m_current;
    std::deque<std::shared_ptr<Job>> m_jobs; //!< oldest first
    int m_made = 0;
};

} // namespace Gatehouse::Node
