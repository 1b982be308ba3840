// SPDX-License-Identifier: GPL-3.0-or-later
//! How the engine is wired to what prices are made of.
#include "app/node/engine.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

void Engine::openPrices()
{
    m_prices = std::make_unique<PriceKeeper>(
        PriceKeeper::Parts{.clock = m_clock,
                           .folder = m_folder->path(),
                           .ledgerFile = m_folder->file(u"ledger.db"_s),
                           .zone = [this] { return timeZone(); },
                           .document = [this] { return m_books->configuration().document(); },
                           .machines = m_books->machines(),
                           .changed = [this] { m_publisher->publishPrices(); }});
    m_prices->noteMachines();
}

void Engine::wirePrices()
{
    m_services->priceList = {
        .current = [this] { return m_prices->list(); },
        .facts = [this] { return m_prices->facts(); },
        .take = [this](const QByteArray &json,
                       const QString &source) { return m_prices->take(json, source); },
        .undo = [this] { return m_prices->undo(); },
        .confirm = [this] { m_prices->confirm(); }};
    m_services->machineTerms = [this] { return m_prices->machineTerms(); };
    m_services->machinePrices = {
        .agreed = [this] { return m_books->machines().terms(); },
        .corrections = [this] { return m_books->machines().corrections(); },
        .correct =
            [this](const Ledger::MachineCorrection &correction) {
                return m_prices->correctMachine(correction);
            }};
    m_services->pricesRecalculated = [this] {
        m_spending->recount();
        m_prices->recount();
    };
}

} // namespace Gatehouse::Node
