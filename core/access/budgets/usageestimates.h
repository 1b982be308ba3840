// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <mutex>
#include <optional>

namespace Gatehouse::Access {

//! How many tokens requests to a model use, learned from settled ones: a decaying mean and its
//! deviation, as TCP estimates round trips (RFC 6298). Models are known by the name that clients
//! ask for and by "provider/model". One for all workers.
class UsageEstimates
{
public:
    //! The answer of a model nobody has asked yet.
    static constexpr qint64 unknownOutput = 4096;
    static constexpr qsizetype mostModels = 4096;
    static constexpr double usualBytesPerToken = 4;

    //! Few answers of \a model are longer.
    qint64 upperOutput(const QByteArray &model) const;
    //! What is usual; nothing is known: a quarter of \a unknownOutput.
    qint64 usualOutput(const QByteArray &model) const;
    //! Few prompts that look like \a estimate tokens are counted as more.
    qint64 upperPrompt(const QByteArray &model, qint64 estimate) const;

    //! What a prompt that looks like \a estimate tokens is usually counted as; \a estimate of a
    //! model nobody has asked yet.
    qint64 usualPrompt(const QByteArray &model, qint64 estimate) const;
    //! Bytes of an answer's text to a token.
    double bytesPerToken(const QByteArray &model) const;

    //! A settled request: its prompt looked like \a promptEstimate tokens, its streamed answer had
    //! \a contentBytes of text, 0 = not known. What was estimated teaches nothing.
    void learn(const QByteArray &model, qint64 promptEstimate, const Usage &usage,
               qint64 contentBytes = 0);

    //! All that was learned, to be kept over a restart; load() takes no damaged text.
    QByteArray save() const;
    void load(const QByteArray &saved);

private:
    struct Average {
        double mean = 0;
        double deviation = 0;

        double upper() const;
        void add(double sample);
    };
    struct Learned {
        Average output;
        Average promptRatio;                       //!< counted by the provider to estimated by us
        double bytesPerToken = usualBytesPerToken; //!< of answers
    };
    std::optional<Learned> learned(const QByteArray &model) const;

    mutable std::mutex m_mutex;
    QHash<QByteArray, Learned> m_models;
};

} // namespace Gatehouse::Access
