// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/ledger/machinebook.h"
#include "core/ledger/pricebook.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QTimeZone>

#include <functional>

namespace Gatehouse::Node {

//! What prices are made of beside the configuration: the list, the built-in one or a later one that
//! was taken, and which volumes were reached under contracts. Control thread.
class PriceKeeper
{
public:
    struct Parts {
        const Clock &clock;
        QString folder; //!< of the data
        QString ledgerFile;
        std::function<QTimeZone()> zone;
        std::function<Api::Document()> document;
        Ledger::MachineBook &machines;
        //! Prices are to be made anew.
        std::function<void()> changed;
    };
    explicit PriceKeeper(Parts parts);

    std::shared_ptr<const Ledger::Catalogue> list() const { return m_list; }
    //! For prices of \a document, as far as the books are known now.
    Ledger::PriceSources sources(const Api::Document &document);

    //! Puts \a json in the place of the list; the one before can be taken back.
    Result<void> take(const QByteArray &json, const QString &source);
    //! The list before the last one that was taken.
    Result<void> undo();
    //! The administrator looked at the list and found it good.
    void confirm();
    //! {"version","models","source","taken_on","checked_on","can_undo","versions": the lists that
    //! held, [{"from","version"}], the oldest first and without a day}.
    QJsonObject facts() const;
    //! When the list was last taken or found good; the first start with this data stands in for it.
    QDate checkedOn() const;

    //! The document in force is another one: machines may cost something else from now on.
    void noteMachines();
    //! What machines cost by the hour, corrections included.
    QList<Ledger::MachineTerms> machineTerms() const;
    Result<void> correctMachine(const Ledger::MachineCorrection &correction);

    //! Once a second: tiers of contracts begin with a day.
    void tick();
    //! The past was priced anew, and so may the volumes be.
    void recount();

private:
    QString file(const QString &name) const;
    void load();
    void noteVersion();
    Result<void> save();
    Ledger::ReachedVolumes volumes(const Api::Document &document) const;
    QDate today() const;

    Parts m_parts;
    std::shared_ptr<const Ledger::Catalogue> m_list;
    Ledger::ReachedVolumes m_volumes;
    QJsonObject m_state;
    QJsonArray m_versions; //!< of the state; taking a list and taking it back leave them
    int m_ticks = 0;
};

} // namespace Gatehouse::Node
