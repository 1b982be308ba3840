// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/parameterset.h"

#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

//! How the formats call a parameter. Empty: as OpenAI chat does, at the top of the body.
struct Wording {
    QByteArrayView name;
    QByteArrayView responses;
    QByteArrayView anthropic;
    QByteArrayView gemini; //!< within generationConfig
    QByteArrayView ollama; //!< within options
};

constexpr std::array<Wording, 9> wordings{{
    {"max_tokens", "max_output_tokens", "max_tokens", "maxOutputTokens", "num_predict"},
    {"temperature", "temperature", "temperature", "temperature", "temperature"},
    {"top_p", "top_p", "top_p", "topP", "top_p"},
    {"top_k", "top_k", "top_k", "topK", "top_k"},
    {"stop", "stop", "stop_sequences", "stopSequences", "stop"},
    {"seed", "seed", "seed", "seed", "seed"},
    {"presence_penalty", "presence_penalty", "presence_penalty", "presencePenalty",
     "presence_penalty"},
    {"frequency_penalty", "frequency_penalty", "frequency_penalty", "frequencyPenalty",
     "frequency_penalty"},
    {"n", "n", "n", "candidateCount", "n"},
}};

QByteArray json(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

//! Without a length of their own answers run as long as the model likes.
bool boundsLength(const QByteArray &name)
{
    return name == "max_tokens" || name == "max_completion_tokens";
}

} // namespace

//! What is done at one place of a body.
struct ParameterSet::Edit {
    QByteArray path; //!< "temperature" or "options.temperature"
    const Rule *rule = nullptr;
    bool adds = true; //!< the member is added when it is absent

    QByteArrayView head() const { return QByteArrayView(path).first(headSize()); }
    bool isNested() const { return headSize() < path.size(); }
    Edit inner() const { return {path.sliced(headSize() + 1), rule, adds}; }

private:
    qsizetype headSize() const
    {
        const qsizetype dot = path.indexOf('.');
        return dot < 0 ? path.size() : dot;
    }
};

ParameterSet::ParameterSet(const QJsonObject &set)
{
    for (auto it = set.begin(); it != set.end(); ++it) {
        Rule rule{.name = it.key().toUtf8(), .value = {}};
        const QJsonObject object = it.value().toObject();
        if (object.contains("cap"_L1)) {
            rule.action = Action::Cap;
            rule.cap = object.value("cap"_L1).toDouble();
        } else if (object.contains("remove"_L1)) {
            rule.action = Action::Remove;
        } else {
            rule.value = json(it.value());
        }
        m_rules.push_back(std::move(rule));
    }
}

//! Where the parameter may stand; the first place is where it is added.
std::vector<QByteArray> ParameterSet::pathsOf(Format front, const QByteArray &name)
{
    if (front == Format::OpenAiChat && name == "max_tokens")
        return {"max_tokens", "max_completion_tokens"};
    const auto found = std::ranges::find_if(
        wordings, [&](const Wording &wording) { return wording.name == name; });
    const Wording own{name, name, name, name, name};
    const Wording &words = found == wordings.end() ? own : *found;
    switch (familyOf(front)) {
    case Family::Gemini:
        return {"generationConfig." + words.gemini.toByteArray()};
    case Family::Ollama:
        return {"options." + words.ollama.toByteArray()};
    case Family::Anthropic:
        return {words.anthropic.toByteArray()};
    default:
        break;
    }
    return {front == Format::OpenAiResponses ? words.responses.toByteArray() : name};
}

//! Copies one object with its edits.
class ParameterSet::Rewriter
{
public:
    Rewriter(const std::vector<Edit> &edits, QByteArray &out, std::vector<QByteArray> &changed)
        : m_edits(edits)
        , m_seen(edits.size(), false)
        , m_writer(out)
        , m_changed(changed)
    {
    }

    void run(QByteArrayView object)
    {
        m_writer.beginObject();
        JsonView::trusted(object).forEachMember(
            [this](const QByteArray &key, JsonView value) { copy(key, value); });
        for (std::size_t i = 0; i < m_edits.size(); ++i)
            addWhenAbsent(i);
        m_writer.endObject();
    }

private:
    void copy(const QByteArray &key, JsonView value);
    void edit(const QByteArray &key, JsonView value, const Rule &rule);
    void addWhenAbsent(std::size_t index);
    void nest(QByteArrayView key, QByteArrayView object);
    bool stoodAnywhere(const Rule *rule) const;
    static QByteArray valueOf(const Rule &rule)
    {
        return rule.action == Action::Cap ? json(rule.cap) : rule.value;
    }

    const std::vector<Edit> &m_edits;
    std::vector<bool> m_seen;
    JsonWriter m_writer;
    std::vector<QByteArray> &m_changed;
};

//! The edits within the member \a key, made in \a object.
void ParameterSet::Rewriter::nest(QByteArrayView key, QByteArrayView object)
{
    std::vector<Edit> inner;
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        if (!m_edits[i].isNested() || m_edits[i].head() != key)
            continue;
        inner.push_back(m_edits[i].inner());
        m_seen[i] = true;
    }
    QByteArray nested;
    Rewriter(inner, nested, m_changed).run(object);
    m_writer.rawMember(key, nested);
}

void ParameterSet::Rewriter::copy(const QByteArray &key, JsonView value)
{
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        if (m_edits[i].head() != key)
            continue;
        m_seen[i] = true;
        if (m_edits[i].isNested())
            nest(key, value.isObject() ? value.raw() : QByteArrayView("{}"));
        else
            edit(key, value, *m_edits[i].rule);
        return;
    }
    m_writer.rawMember(key, value.raw());
}

void ParameterSet::Rewriter::edit(const QByteArray &key, JsonView value, const Rule &rule)
{
    const bool isLower =
        rule.action == Action::Cap && value.real().value_or(rule.cap + 1) <= rule.cap;
    if (isLower || (rule.action == Action::Force && value.raw() == rule.value)) {
        m_writer.rawMember(key, value.raw());
        return;
    }
    m_changed.push_back(rule.name);
    if (rule.action != Action::Remove)
        m_writer.rawMember(key, valueOf(rule));
}

//! A parameter with two names is added only when neither stood there.
bool ParameterSet::Rewriter::stoodAnywhere(const Rule *rule) const
{
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        if (m_seen[i] && m_edits[i].rule == rule)
            return true;
    }
    return false;
}

void ParameterSet::Rewriter::addWhenAbsent(std::size_t index)
{
    const Edit &edit = m_edits[index];
    const Rule &rule = *edit.rule;
    const bool isAdded =
        rule.action == Action::Force || (rule.action == Action::Cap && boundsLength(rule.name));
    if (!edit.adds || !isAdded || stoodAnywhere(&rule))
        return;
    if (edit.isNested()) {
        nest(edit.head(), "{}");
        return;
    }
    m_changed.push_back(rule.name);
    m_writer.rawMember(edit.path, valueOf(rule));
}

ParameterSet::Applied ParameterSet::apply(Format front, QByteArrayView body) const
{
    std::vector<Edit> edits;
    for (const Rule &rule : m_rules) {
        bool isFirst = true;
        for (const QByteArray &path : pathsOf(front, rule.name))
            edits.push_back({path, &rule, std::exchange(isFirst, false)});
    }
    Applied applied;
    applied.body.reserve(body.size() + 64);
    Rewriter(edits, applied.body, applied.changed).run(body);
    return applied;
}

} // namespace Gatehouse::Dialects
