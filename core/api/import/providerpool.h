// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/import/importreport.h"

#include <QtCore/QHash>

#include <optional>

namespace Gatehouse::Api {

//! A provider as a foreign configuration describes it at one of its models.
struct ForeignProvider {
    Provider provider;         //!< without id and keys
    QString id;                //!< wished for
    QString secret = {};       //!< "os.environ/NAME" or the key itself
    QString accessKey = {};    //!< the same
    QString sessionToken = {}; //!< the same
    QString path;              //!< where it stands
    QString secretPath = {};   //!< where its key stands
};

//! Makes one provider of all that have address and credentials in common. Secrets become
//! references; their values are compared, never kept in the document or in a note.
class ProviderPool
{
public:
    explicit ProviderPool(ImportReport &report)
        : m_report(report)
    {
    }

    //! The id of the provider in the document. Nothing, with a note, when it would not be valid.
    std::optional<QString> add(ForeignProvider foreign);
    //! In the document; null when there is none.
    Provider *find(const QString &id);

private:
    QString reference(const QString &secret, const QString &name, const QString &path);
    void addKey(const ForeignProvider &foreign, Provider &provider);

    ImportReport &m_report;
    QHash<QString, QString> m_ids; //!< by what they have in common
};

//! The variable of "os.environ/NAME"; empty for any other text.
QString environmentName(const QString &text);

} // namespace Gatehouse::Api
