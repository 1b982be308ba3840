// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <mutex>
#include <optional>

namespace Gatehouse::Access {

//! How many tokens requests to a model use, learned from settled ones: a decaying mean and its
//! deviation, as TCP estimates round trips (RFC 6298). One for all workers.
class UsageEstimates
{
public:
    //! The answer of a model nobody has asked yet.
    static constexpr qint64 unknownOutput = 4096;
    static constexpr qsizetype mostModels = 4096;

    //! Few answers of \a model are longer.
    qint64 upperOutput(const QByteArray &model) const;
    //! What is usual; nothing is known: a quarter of \a unknownOutput.
    qint64 usualOutput(const QByteArray &model) const;
    //! Few prompts that look like \a estimate tokens are counted as more.
    qint64 upperPrompt(const QByteArray &model, qint64 estimate) const;

    void learn(const QByteArray &model, qint64 promptEstimate, qint64 prompt, qint64 output);

private:
    struct Average {
        double mean = 0;
        double deviation = 0;

        double upper() const;
        void add(double sample);
    };
    struct Learned {
        Average output;
        Average promptRatio; //!< counted by the provider to estimated by us
    };
    std::optional<Learned> learned(const QByteArray &model) const;

    mutable std::mutex m_mutex;
    QHash<QByteArray, Learned> m_models;
};

} // namespace Gatehouse::Access
