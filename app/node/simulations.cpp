// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/simulations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

//! Replay and traffic belong to the thread of questions while a piece is worked on, else to the
//! control thread.
struct Simulations::Job {
    QString id;
    State state = State::Running;
    double progress = 0;
    std::unique_ptr<WhatIf::Replay> replay;
    std::unique_ptr<WhatIf::Traffic> traffic;
    QJsonObject result = {};
    std::optional<Error> problem = {};
};

Admin::Simulations Simulations::service()
{
    return {.start = [this](const Admin::SimulateQuestion &question) { return start(question); },
            .show = [this](const QString &id) { return show(id); },
            .cancel = [this](const QString &id) { return cancel(id); }};
}

Result<QJsonObject> Simulations::start(const Admin::SimulateQuestion &question)
{
    const auto running = std::ranges::count(m_jobs, State::Running, &Job::state);
    if (running >= mostRunning)
        return Error{ErrorCode::LimitExceeded,
                     u"%1 simulations are running; wait for one or cancel it"_s.arg(running)};
    auto job = std::make_shared<Job>();
    job->id = u"sim-%1"_s.arg(++m_made);
    job->replay = std::make_unique<WhatIf::Replay>(m_compile(m_current()),
                                                   m_compile(question.document), question.from);
    job->traffic =
        std::make_unique<WhatIf::Traffic>(question.filter, question.from, question.until);
    m_jobs.push_back(job);
    forgetOld();
    goOn(job);
    return jsonOf(*job);
}

//! The result of the last piece comes on the control thread; only then is another one asked for.
void Simulations::goOn(const std::shared_ptr<Job> &job)
{
    m_queries.ask(
        [job](Ledger::LedgerReader &reader) {
            return reader.look([&job](Store::Database &database,
                                      const Ledger::DayCalendar &) -> Result<QJsonObject> {
                const Result<bool> more = job->traffic->feed(database, *job->replay);
                if (!more)
                    return more.error();
                return QJsonObject{{u"more"_s, *more}};
            });
        },
        [this, job](const Result<QJsonObject> &piece) {
            if (job->state == State::Running && !piece) {
                job->problem = piece.error();
                job->state = State::Failed;
            } else if (job->state == State::Running && piece->value("more"_L1).toBool()) {
                job->progress = job->traffic->progress();
                goOn(job);
                return;
            } else if (job->state == State::Running) {
                job->result = job->replay->result();
                job->progress = 1;
                job->state = State::Done;
            }
            job->replay.reset();
            job->traffic.reset();
        });
}

std::shared_ptr<Simulations::Job> Simulations::find(const QString &id) const
{
    const auto job = std::ranges::find(m_jobs, id, [](const auto &one) { return one->id; });
    return job == m_jobs.end() ? nullptr : *job;
}

Result<QJsonObject> Simulations::show(const QString &id) const
{
    const auto job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, u"there is no simulation '%1'"_s.arg(id), u"id"_s};
    return jsonOf(*job);
}

Result<QJsonObject> Simulations::cancel(const QString &id)
{
    const auto job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, u"there is no simulation '%1'"_s.arg(id), u"id"_s};
    if (job->state == State::Running)
        job->state = State::Cancelled; // the piece being worked on is the last one
    return jsonOf(*job);
}

void Simulations::forgetOld()
{
    while (m_jobs.size() > mostKept) {
        const auto over = std::ranges::find_if(
            m_jobs, [](const auto &job) { return job->state != State::Running; });
        if (over == m_jobs.end())
            return;
        m_jobs.erase(over);
    }
}

QJsonObject Simulations::jsonOf(const Job &job)
{
    static const QHash<State, QString> names{{State::Running, u"running"_s},
                                             {State::Done, u"done"_s},
                                             {State::Failed, u"failed"_s},
                                             {State::Cancelled, u"cancelled"_s}};
    QJsonObject json{
        {u"id"_s, job.id}, {u"state"_s, names.value(job.state)}, {u"progress"_s, job.progress}};
    if (job.state == State::Done)
        json.insert(u"result"_s, job.result);
    if (job.problem)
        json.insert(u"error"_s, job.problem->detail);
    return json;
}

} // namespace Gatehouse::Node
