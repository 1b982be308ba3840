// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/trialkeeper.h"

#include "app/node/trialfile.h"
#include "core/api/documents/documentjson.h"
#include "core/base/json.h"
#include "core/base/log.h"
#include "core/ledger/copiesreport.h"
#include "core/ledger/ledgerreader.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr int saveEvery = 5; //!< ticks: no more is lost with the power

using Counts = Routing::TrialSide::Counts;

QString policyText(const Api::Canary &canary)
{
    Api::Route route;
    route.canary = canary;
    const QJsonValue section = Api::toJson(route, Api::Defaults::Written).value("canary"_L1);
    return QString::fromUtf8(compactJson(section.toObject()));
}

QJsonArray sideJson(const Counts &counts)
{
    QJsonArray side{counts.requests, counts.errors, counts.priced, counts.nanoUsd};
    for (const quint32 step : counts.firstTokens)
        side.append(qint64(step));
    return side;
}

Counts sideOf(const QJsonArray &side)
{
    constexpr qsizetype sums = 4;
    Counts counts{.requests = side.at(0).toInteger(),
                  .errors = side.at(1).toInteger(),
                  .priced = side.at(2).toInteger(),
                  .nanoUsd = side.at(3).toInteger(),
                  .firstTokens = {}};
    for (std::size_t i = 0; i < counts.firstTokens.size(); ++i)
        counts.firstTokens.at(i) = quint32(side.at(sums + qsizetype(i)).toInteger());
    return counts;
}

//! What leads from \a less to \a more, of the same canary later on.
Counts missingIn(const Counts &less, const Counts &more)
{
    Counts counts{.requests = more.requests - less.requests,
                  .errors = more.errors - less.errors,
                  .priced = more.priced - less.priced,
                  .nanoUsd = more.nanoUsd - less.nanoUsd,
                  .firstTokens = {}};
    for (std::size_t i = 0; i < counts.firstTokens.size(); ++i)
        counts.firstTokens.at(i) = more.firstTokens.at(i) - less.firstTokens.at(i);
    return counts;
}

QString countsText(Routing::CanaryState &state)
{
    return QString::fromUtf8(
        compactJson(QJsonObject{{u"trial"_s, sideJson(state.trial().counts())},
                                {u"control"_s, sideJson(state.control().counts())}}));
}

} // namespace

void TrialKeeper::tick()
{
    follow();
    for (const auto &shadow : m_parts.live.shadows().running()) {
        if (m_seeded.value(shadow.route) != shadow.state)
            seed(shadow);
    }
    if (++m_ticks % saveEvery == 0)
        save();
}

void TrialKeeper::follow()
{
    for (const auto &canary : m_parts.live.canaries().running()) {
        if (m_canaries.value(canary.route).state != canary.state)
            takeUp(canary);
    }
}

//! The same canary as before a restart goes on where it was; what it did since then is added.
void TrialKeeper::takeUp(const Routing::CanaryBook::Running &canary)
{
    using std::chrono::duration_cast;
    const SteadyTime now = m_parts.clock.steady();
    const WallTime wall = m_parts.clock.wall();
    const QString route = QString::fromUtf8(canary.route);
    Ledger::TrialProgress progress{
        .route = route,
        .policy = policyText(canary.state->canary()),
        .started = wall - duration_cast<WallTime::duration>(now - canary.state->started()),
        .counts = {}};
    const auto before = m_parts.book.find(route);
    if (!before)
        qCWarning(lcNode, "canary of %s: %s", canary.route.constData(),
                  qUtf8Printable(before.error().detail));
    const bool goesOn = before && *before && (*before)->policy == progress.policy
        && !m_canaries.contains(canary.route);
    if (goesOn) {
        progress.started = (*before)->started;
        canary.state->startedAt(now
                                - duration_cast<SteadyTime::duration>(wall - (*before)->started));
    } else if (const auto written = m_parts.book.keep(progress); !written) {
        qCWarning(lcNode, "canary of %s: %s", canary.route.constData(),
                  qUtf8Printable(written.error().detail));
    }
    keep(canary, progress, goesOn ? (*before)->counts : QString());
    m_canaries.insert(canary.route, {canary.state, progress});
}

void TrialKeeper::keep(const Routing::CanaryBook::Running &canary,
                       const Ledger::TrialProgress &progress, const QString &known) const
{
    const QJsonObject counts = QJsonDocument::fromJson(known.toUtf8()).object();
    const Counts trial = sideOf(counts.value("trial"_L1).toArray());
    const Counts control = sideOf(counts.value("control"_L1).toArray());
    const QByteArray name =
        QCryptographicHash::hash(canary.route, QCryptographicHash::Sha256).toHex().left(32);
    const QDir folder(m_parts.folder);
    folder.mkpath(u"."_s);
    const QByteArray begun =
        QByteArray::number(qint64(progress.started.time_since_epoch().count()));
    const auto kept =
        openTrialFile(folder.filePath(QString::fromLatin1(name)),
                      QByteArray(canary.route + '\n' + begun + '\n' + progress.policy.toUtf8()));
    if (kept)
        canary.state->keepIn(kept);
    // The file knows more, unless the power failed before the system had written it.
    const auto addMissing = [](Routing::TrialSide &side, const Counts &booked) {
        if (booked.requests > side.counts().requests)
            side.add(missingIn(side.counts(), booked));
    };
    addMissing(canary.state->trial(), trial);
    addMissing(canary.state->control(), control);
}

void TrialKeeper::save()
{
    follow();
    for (Kept &kept : m_canaries) {
        const QString counts = countsText(*kept.state);
        if (counts == kept.progress.counts)
            continue;
        kept.progress.counts = counts;
        if (const auto written = m_parts.book.keep(kept.progress); !written)
            qCWarning(lcNode, "canary of %s: %s", qUtf8Printable(kept.progress.route),
                      qUtf8Printable(written.error().detail));
    }
}

//! Nothing is copied before that is known, where the day's money is limited.
void TrialKeeper::seed(const Routing::ShadowBook::Running &shadow)
{
    m_seeded.insert(shadow.route, shadow.state);
    const Ledger::DayCalendar calendar(m_parts.zone());
    const qint64 day = calendar.dayOf(Ledger::toUs(m_parts.clock.wall()));
    const Api::ModelReference &target = shadow.state->shadow().target;
    const Ledger::CopiesQuestion question{.route = shadow.route,
                                          .provider = target.provider.toUtf8(),
                                          .model = target.model.toUtf8(),
                                          .sinceUs =
                                              calendar.startOf(Ledger::DayCalendar::date(day))};
    m_parts.queries.ask(
        [question](Ledger::LedgerReader &reader) { return reader.costOfCopies(question); },
        [this, shadow, day](const Result<QJsonObject> &cost) {
            if (cost) {
                shadow.state->seed(day, {cost->value("cost_nano_usd"_L1).toInteger()});
                return;
            }
            qCWarning(lcNode, "what copies of %s have cost cannot be read yet: %s",
                      shadow.route.constData(), qUtf8Printable(cost.error().detail));
            m_seeded.remove(shadow.route); // asked again
        });
}

} // namespace Gatehouse::Node
