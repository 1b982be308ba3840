// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

namespace Gatehouse::Api {

//! What became of one part of another program's configuration.
struct ImportNote {
    enum class Kind { Mapped, Changed, LeftOut };

    Kind kind = Kind::Mapped;
    QString path; //!< in their file: "model_list[3].litellm_params.api_key"
    QString text; //!< a sentence, English; never a secret

    bool operator==(const ImportNote &) const = default;
};

//! Another program's configuration as ours.
struct ImportReport {
    Document document;
    QList<ImportNote> notes;

    void mapped(const QString &path, const QString &text)
    {
        notes.append({ImportNote::Kind::Mapped, path, text});
    }
    void changed(const QString &path, const QString &text)
    {
        notes.append({ImportNote::Kind::Changed, path, text});
    }
    void leftOut(const QString &path, const QString &text)
    {
        notes.append({ImportNote::Kind::LeftOut, path, text});
    }
};

} // namespace Gatehouse::Api
