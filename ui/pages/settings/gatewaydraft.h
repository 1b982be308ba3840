// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/widgets/form.h"

#include <functional>

namespace Gatehouse::Ui {

//! The gateway's settings while they are edited: a copy that all sections write to and that is
//! saved as one revision.
class GatewayDraft : public QObject
{
    Q_OBJECT

public:
    explicit GatewayDraft(ConfigurationModel &configuration, QObject *parent = nullptr);

    const Api::GatewaySettings &settings() const { return m_draft; }
    const Api::GatewaySettings &saved() const { return m_configuration.document().gateway; }
    const ConfigurationModel &configuration() const { return m_configuration; }
    bool isDirty() const { return m_draft != m_base; }
    bool isSaving() const { return m_isSaving; }
    //! What was refused and belongs to no row; empty otherwise.
    const QString &problem() const { return m_problem; }
    //! The rows by path: "gateway.listen".
    Form &form() { return m_form; }

    //! The file that sets all of it, and on which line each setting stands ("gateway.listen");
    //! empty: it is set here.
    void setFile(const QString &file, const QHash<QString, int> &lines);
    //! "Set by gatehouse.yaml, line 12"; empty: \a path is set here.
    QString originOf(const QString &path) const;
    void edit(const std::function<void(Api::GatewaySettings &)> &change);
    //! Shows under the row of \a path what is wrong with its value.
    void check(const QString &path);
    //! \a then comes after the settings are saved; not at all when they are refused.
    void save(std::function<void()> then = {});
    void discard();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void finishSaving(const std::optional<Refusal> &refusal);
    void showFindings(const Api::Findings &findings);

    ConfigurationModel &m_configuration;
    Form m_form;
    Api::GatewaySettings m_base; //!< what the draft began with
    Api::GatewaySettings m_draft;
    QString m_file;
    QHash<QString, int> m_lines;
    QString m_problem;
    std::function<void()> m_afterSave;
    bool m_isSaving = false;
};

} // namespace Gatehouse::Ui
