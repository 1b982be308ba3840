// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventwords.h"

#include "core/api/documents/alertmeasures.h"
#include "ui/models/alertwords.h"
#include "ui/models/keydata.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::EventWords)
};

const QHash<QString, const char *> &titles()
{
    static const QHash<QString, const char *> all{
        {u"gateway_started"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Gateway started")},
        {u"gateway_stopped"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Gateway stopped")},
        {u"audit_broken"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "The audit log was changed")},
        {u"books_unequal"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "The books do not agree")},
        {u"prices_recalculated"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 requests were priced anew")},
        {u"machine_corrected"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "What an hour of %1 cost was corrected")},
        {u"file_refused"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Configuration file refused")},
        {u"recording_begun"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Bodies are being recorded")},
        {u"recording_ended"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Recording of bodies has ended")},
        {u"backup_made"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Backup made")},
        {u"backup_restored"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Backup restored")},
        {u"restore_staged"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords",
                           "Backup will be restored at the next start")},
        {u"restore_begun"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Gateway restarts to restore a backup")},
        {u"backup_failed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Scheduled backup failed")},
        {u"ledger_moved"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Request log moved")},
        {u"breaker_opened"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 is passed over")},
        {u"breaker_closed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 takes requests again")},
        {u"breaker_held"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 is held open")},
        {u"model_unknown"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 is not known to the provider")},
        {u"key_refused"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 is refused")},
        {u"key_without_money"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 has run out of money")},
        {u"engine_woken"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "The engine of %1 is awake")},
        {u"engine_slept"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "The engine of %1 sleeps")},
        {u"engine_wake_failed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "The engine of %1 cannot be woken")},
        {u"engine_sleep_failed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "The engine of %1 cannot be put to sleep")},
        {u"model_load_failed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "A model of %1 cannot be loaded")},
        {u"provider_healthy"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 is healthy")},
        {u"provider_degraded"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 is degraded")},
        {u"provider_down"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 is down")},
        {u"canary_halted"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "The canary of %1 was halted")},
        {u"alert_fired"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Alert: %1")},
        {u"alert_over"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Over: %1")},
        {u"channel_failed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Alerts do not arrive through channel %1")},
        {u"model_drift"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 answers with another model")},
        {u"report.written"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Monthly report written")},
        {u"report.failed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "A monthly report could not be written")},
        {u"budget_threshold"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Budget nearly used up: %1")},
        {u"budget_used_up"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Budget used up: %1")},
        {u"budget.raise"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Budget raised: %1")},
        {u"budget.reset"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Budget begun anew: %1")},
        {u"spending.pause"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Spending is paused")},
        {u"spending.resume"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Spending goes on")},
        {u"unpriced_traffic"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "%1 has no price")},
        {u"person.create"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "“%1” was added to the people")},
        {u"person.update"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "“%1” was changed")},
        {u"person.delete"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "“%1” was removed from the people")},
        {u"person.sign_out"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "“%1” was signed out everywhere")},
        {u"key.create"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” created")},
        {u"key.rotate"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” has a new secret")},
        {u"key.edit"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” changed")},
        {u"key.disable"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” disabled")},
        {u"key.enable"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” enabled")},
        {u"key.end_overlap"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords",
                           "The old secret of key “%1” is refused now")},
        {u"key.delete"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” deleted")},
        {u"key.restore"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” restored")},
        {u"key.expires"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::EventWords", "Key “%1” expires")},
    };
    return all;
}

//! "Key expires soon: ci" with the name of a ready-made rule in the language of the screen.
QString alertSubject(const QString &rule, const QString &subject)
{
    const QString object = subject.section(": "_L1, 1);
    const QString name = alertName(rule, subject.section(": "_L1, 0, 0));
    //: alert, what it is about
    return object.isEmpty() ? name : EventWords::tr("%1: %2").arg(name, alertScope(object));
}

//! Budgets are told by their scope: "team:research|month" is Team research.
QString subjectOf(const QJsonObject &event)
{
    const QString subject = event.value("subject"_L1).toString();
    if (event.value("kind"_L1).toString() == "alert"_L1)
        return alertSubject(event.value("object"_L1).toString(), subject);
    return event.value("code"_L1).toString().startsWith("budget"_L1)
        ? scopeText(subject.section(u'|', 0, 0))
        : subject;
}

//! "3.8 times": the title says of what; the value comes in thousandths.
QString alertDetail(const QJsonObject &event, const QString &measure)
{
    const double value = event.value("count"_L1).toDouble() / 1000;
    const bool isOver = event.value("code"_L1).toString() == "alert_over"_L1;
    const Api::AlertMeasure *facts = Api::alertMeasure(measure);
    if (!isOver && facts && facts->unit != Api::AlertMeasure::Unit::YesNo)
        return alertValue(measure, value);
    return alertSentence({{u"measure"_s, measure},
                          {u"value"_s, value},
                          {u"what"_s, isOver ? u"recovered"_s : u"fired"_s}})
        .text;
}

} // namespace

QString eventTitle(const QJsonObject &event)
{
    const char *title = titles().value(event.value("code"_L1).toString());
    if (!title)
        return event.value("title"_L1).toString();
    const QString words = EventWords::tr(title);
    return words.contains("%1"_L1) ? words.arg(subjectOf(event)) : words;
}

QString eventDetail(const QJsonObject &event)
{
    const QString code = event.value("detail_code"_L1).toString();
    if (code.startsWith("measured:"_L1))
        return alertDetail(event, code.section(u':', 1));
    const int count = event.value("count"_L1).toInt();
    if (code == "traffic"_L1)
        return count > 0 ? EventWords::tr("From traffic, %n attempts in 5 min", nullptr, count)
                         : EventWords::tr("From traffic");
    if (code == "check"_L1)
        return EventWords::tr("From a check, without traffic");
    if (code == "answered_elsewhere"_L1)
        return EventWords::tr("%n requests answered by other targets", nullptr, count);
    if (code == "attempts_failed"_L1)
        return EventWords::tr("%n attempts in a row failed; one at a time finds out whether it is "
                              "back",
                              nullptr, count);
    if (code == "share_failed"_L1)
        return EventWords::tr("Too large a share of the attempts failed; one at a time finds out "
                              "whether it is back");
    if (code == "silent"_L1)
        return EventWords::tr(
            "It does not answer in time; one at a time finds out whether it is back");
    if (code == "worse_than_peers"_L1)
        return EventWords::tr("It does far worse than the other targets of its routes");
    if (code == "no_money"_L1)
        return EventWords::tr("The account has no money or quota left");
    if (code == "key_parked"_L1)
        return EventWords::tr(
            "The provider does not accept this key; others are used where there are any");
    if (code == "revision_by"_L1)
        return EventWords::tr("Version %1 by %2")
            .arg(QString::number(count), event.value("subject"_L1).toString());
    if (code == "in_days"_L1)
        return EventWords::tr("In %n days", nullptr, count);
    return event.value("detail"_L1).toString();
}

} // namespace Gatehouse::Ui
