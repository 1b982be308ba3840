// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form.h"

namespace Gatehouse::Ui {

void Form::add(const QString &path, FormField *field)
{
    m_fields.insert(path, field);
    m_order.append(path);
    connect(field, &QObject::destroyed, this, [this, path] {
        m_fields.remove(path);
        m_order.removeAll(path);
    });
}

FormField *Form::field(const QString &path) const
{
    return m_fields.value(path);
}

QString Form::owner(const QString &path) const
{
    QString best;
    for (const QString &known : m_order) {
        const bool begins = path.startsWith(known)
            && (path.size() == known.size() || path[known.size()] == u'.'
                || path[known.size()] == u'[');
        if (begins && known.size() > best.size())
            best = known;
    }
    return best;
}

Api::Findings Form::show(const Api::Findings &findings)
{
    clear();
    Api::Findings homeless;
    for (const Api::Finding &finding : findings) {
        FormField *field = m_fields.value(owner(finding.path));
        if (!field)
            homeless.append(finding);
        else if (field->problem() != FormField::Problem::Error)
            field->setProblem(finding.severity == Api::Severity::Error
                                  ? FormField::Problem::Error
                                  : FormField::Problem::Warning,
                              finding.message);
    }
    for (const QString &path : std::as_const(m_order)) {
        if (m_fields[path]->problem() == FormField::Problem::Error) {
            m_fields[path]->control()->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
    return homeless;
}

void Form::showOnly(const QString &path, const Api::Findings &findings)
{
    FormField *field = m_fields.value(path);
    if (!field)
        return;
    field->setProblem(FormField::Problem::None, {});
    for (const Api::Finding &finding : findings) {
        if (owner(finding.path) != path)
            continue;
        const bool isError = finding.severity == Api::Severity::Error;
        field->setProblem(isError ? FormField::Problem::Error : FormField::Problem::Warning,
                          finding.message);
        if (isError)
            break;
    }
}

void Form::clear()
{
    for (FormField *field : std::as_const(m_fields))
        field->setProblem(FormField::Problem::None, {});
}

void Form::setLocked(const std::function<QString(const QString &path)> &originOf)
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        it.value()->setSettingName(it.key());
        it.value()->setLocked(originOf(it.key()));
    }
}

void Form::setLocked(const QString &origin)
{
    for (FormField *field : std::as_const(m_fields))
        field->setLocked(origin);
}

} // namespace Gatehouse::Ui
