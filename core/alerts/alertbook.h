// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertstore.h"
#include "core/alerts/reading.h"
#include "core/api/documents/alerting.h"
#include "core/api/documents/timewindow.h"

#include <QtCore/QMap>
#include <QtCore/QTimeZone>

namespace Gatehouse::Alerts {

//! How a rule stands.
enum class RuleState { Off, Ok, Pending, Firing, Acknowledged, Snoozed };

//! "off", "ok", "pending", "firing", "acknowledged", "snoozed".
QString stateName(RuleState state);

struct RuleReport {
    Api::AlertRule rule;
    RuleState state = RuleState::Ok;
    std::optional<WallTime> since = {}; //!< of the state, where it is known
    std::optional<double> value = {};   //!< now; of several objects the worst
    QString object = {};                //!< whose value it is
    std::vector<Alert> open = {};
    std::optional<Snooze> snooze = {};
};

//! Judges readings by rules: what is fine, what lasts long enough to fire, what is over, and of
//! which people are to be told. A rule fires once for each object, and where a measure has periods
//! once in each. What has fired survives a restart; what was about to, does not. Control thread.
class AlertBook
{
public:
    //! Both outlive the book.
    AlertBook(const Clock &clock, AlertStore &store);

    //! Takes what an earlier run left.
    Result<void> load();
    //! From now on. Alerts of rules that are no longer there, or off, end without a word.
    void setRules(const QList<Api::AlertRule> &rules, const QTimeZone &zone);

    void look(const Readings &readings);
    //! What people are to be told, oldest first; each is handed out once.
    std::vector<Notice> takeNotices();
    //! Something that screens show has changed since the last call.
    bool takeChanged() { return std::exchange(m_changed, false); }

    //! Of an alert's number, or of every open alert of a rule. NotFound: nothing is open there.
    Result<int> acknowledge(const QString &id, const QString &who);
    //! Of a rule's id or an open alert's number; the rule's id. InvalidArgument: until is past.
    Result<QString> snooze(const QString &id, WallTime until, const QString &who);
    Result<QString> endSnooze(const QString &id);

    const QList<Api::AlertRule> &rules() const { return m_rules; }
    std::vector<RuleReport> report() const;
    //! Open alerts that nobody has acknowledged and whose rule is not snoozed.
    int unseen() const;
    const std::vector<Alert> &alerts() const { return m_alerts; }
    //! Those that are quiet, by rule.
    const QHash<QString, Snooze> &snoozes() const { return m_snoozes; }

    //! Whether \a value is beyond the threshold of \a rule.
    static bool isBeyond(const Api::AlertRule &rule, double value);
    //! Whether an alert that fired ends at \a value.
    static bool isBack(const Api::AlertRule &rule, double value);
    static double threshold(const Api::AlertRule &rule);
    static bool sees(const Api::AlertRule &rule, const Reading &reading);

private:
    struct Value {
        double value = 0;
        QString object;
    };

    const Api::AlertRule *rule(const QString &id) const;
    Alert *openAlert(const QString &rule, const QString &object);
    void judge(const Api::AlertRule &rule, const Readings &readings);
    void judge(const Api::AlertRule &rule, const Reading &reading);
    void fire(const Api::AlertRule &rule, const Reading &reading);
    //! \a isNews: those who heard of it are to hear that it is over.
    void end(Alert &alert, bool isNews);
    void keep(const Alert &alert);
    void noteValue(const Api::AlertRule &rule, const Reading &reading);
    bool mayTell(const Api::AlertRule &rule) const;
    void tell(Alert &alert, const Api::AlertRule &rule);
    void dropFinished();
    void dropSnoozes();
    Result<QString> ruleOf(const QString &id) const;

    const Clock &m_clock;
    AlertStore &m_store;
    QTimeZone m_zone = QTimeZone::utc();
    QList<Api::AlertRule> m_rules;
    std::vector<Alert> m_alerts; //!< open, or their end is still to be told
    QSet<QString> m_periods;     //!< "rule\nobject\nperiod" that have fired
    QHash<QString, Snooze> m_snoozes;
    QMap<std::pair<QString, QString>, SteadyTime> m_pending; //!< by rule and object
    QHash<QString, Value> m_values;                          //!< the worst of each rule
    std::vector<Notice> m_notices;
    bool m_changed = false;
};

} // namespace Gatehouse::Alerts
