// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulesentence.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The parts of a condition in the order of the dialog.
class ConditionWords
{
    Q_DECLARE_TR_FUNCTIONS(RuleSentence)

public:
    explicit ConditionWords(const Api::RuleCondition &when)
        : m_when(when)
    {
        addCaller();
        addRequest();
        addAmounts();
    }

    QString sentence() const
    {
        return m_parts.isEmpty() ? tr("Always") : tr("When %1").arg(m_parts.join(tr(" and ")));
    }

private:
    void add(const QString &sentence, const QStringList &choices)
    {
        if (!choices.isEmpty())
            m_parts.append(sentence.arg(choices.join(tr(" or "))));
    }

    void add(std::optional<bool> flag, const QString &yes, const QString &no)
    {
        if (flag)
            m_parts.append(*flag ? yes : no);
    }

    void addCaller()
    {
        add(tr("the key is %1"), m_when.keys);
        add(tr("the team is %1"), m_when.teams);
        add(tr("the tag is %1"), m_when.tags);
        add(tr("the caller is bound to %1"), m_when.regions);
        add(tr("the time is %1"), m_when.time);
        for (auto it = m_when.headers.begin(); it != m_when.headers.end(); ++it)
            m_parts.append(tr("the header %1 is %2").arg(it.key(), it.value()));
    }

    void addRequest()
    {
        add(m_when.tools, tr("tools are offered"), tr("no tools are offered"));
        add(m_when.images, tr("there are images"), tr("there are no images"));
        add(m_when.audio, tr("there is sound"), tr("there is no sound"));
        add(m_when.structured, tr("the answer follows a schema"),
            tr("the answer follows no schema"));
        add(m_when.streamed, tr("the answer is streamed"), tr("the answer is not streamed"));
    }

    void addAmounts()
    {
        if (m_when.promptTokensAbove)
            m_parts.append(tr("the prompt has more than %1 tokens")
                               .arg(Format::count(*m_when.promptTokensAbove)));
        if (m_when.promptTokensBelow)
            m_parts.append(tr("the prompt has fewer than %1 tokens")
                               .arg(Format::count(*m_when.promptTokensBelow)));
        if (m_when.budgetUsedAbove)
            m_parts.append(tr("more than %1 of the budget is spent")
                               .arg(Format::percent(*m_when.budgetUsedAbove / 100)));
    }

    const Api::RuleCondition &m_when;
    QStringList m_parts;
};

} // namespace

QString ruleCondition(const Api::RouteRule &rule)
{
    return ConditionWords(rule.when).sentence();
}

QString ruleAction(const Api::RouteRule &rule)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("RuleSentence", text);
    };
    if (!rule.deny.isEmpty())
        return words(QT_TRANSLATE_NOOP("RuleSentence", "refuse with “%1”")).arg(rule.deny);
    if (!rule.route.isEmpty())
        return words(QT_TRANSLATE_NOOP("RuleSentence", "to %1")).arg(rule.route);
    return words(QT_TRANSLATE_NOOP("RuleSentence", "only %1")).arg(rule.targets.join(u", "_s));
}

QString ruleSentence(const Api::RouteRule &rule)
{
    return QCoreApplication::translate("RuleSentence", "%1: %2")
        .arg(ruleCondition(rule), ruleAction(rule));
}

} // namespace Gatehouse::Ui
