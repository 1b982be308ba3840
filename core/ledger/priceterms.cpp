// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/priceterms.h"

#include "core/base/json.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr std::array counts{&Usage::promptTokens,     &Usage::cachedTokens,
                            &Usage::cacheWriteTokens, &Usage::cacheWriteHourTokens,
                            &Usage::completionTokens, &Usage::reasoningTokens,
                            &Usage::audioInTokens,    &Usage::audioOutTokens,
                            &Usage::imageInTokens,    &Usage::images,
                            &Usage::audioMs,          &Usage::characters,
                            &Usage::queries,          &Usage::machineUs};

QJsonArray jsonOf(const Usage &usage)
{
    QJsonArray array;
    for (const auto count : counts)
        array.append(usage.*count);
    while (!array.isEmpty() && array.last().toInteger() == 0)
        array.removeLast();
    return array;
}

Usage usageFrom(const QJsonObject &object)
{
    Usage usage;
    usage.known = true;
    usage.estimated = object.value("estimated"_L1).toBool();
    usage.batch = object.value("batch"_L1).toBool();
    const QJsonArray array = object.value("usage"_L1).toArray();
    for (size_t i = 0; i < counts.size(); ++i)
        usage.*counts.at(i) = array.at(qsizetype(i)).toInteger();
    return usage;
}

} // namespace

QByteArray PriceTerms::toText() const
{
    QJsonObject object;
    if (batch)
        object.insert(u"batch"_s, true);
    if (machineUs > 0)
        object.insert(u"machine_us"_s, machineUs);
    if (picture)
        object.insert(
            u"picture"_s,
            QJsonArray{QString::fromUtf8(picture->size), QString::fromUtf8(picture->quality)});
    QJsonArray others;
    for (const Unused &one : unused) {
        QJsonObject other{{u"attempt"_s, one.attempt}, {u"usage"_s, jsonOf(one.usage)}};
        if (one.usage.estimated)
            other.insert(u"estimated"_s, true);
        if (one.usage.batch)
            other.insert(u"batch"_s, true);
        others.append(other);
    }
    if (!others.isEmpty())
        object.insert(u"unused"_s, others);
    return object.isEmpty() ? QByteArray() : compactJson(object);
}

std::optional<PriceTerms> PriceTerms::fromText(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    PriceTerms terms;
    terms.batch = object.value("batch"_L1).toBool();
    terms.machineUs = object.value("machine_us"_L1).toInteger();
    if (const QJsonArray words = object.value("picture"_L1).toArray(); !words.isEmpty())
        terms.picture = Picture{words.at(0).toString().toUtf8(), words.at(1).toString().toUtf8()};
    for (const QJsonValue &value : object.value("unused"_L1).toArray())
        terms.unused.push_back({value["attempt"_L1].toInt(), usageFrom(value.toObject())});
    return terms;
}

void PriceTerms::applyTo(Usage &usage) const
{
    usage.batch = batch;
    usage.machineUs = machineUs;
}

} // namespace Gatehouse::Ledger
