// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace Gatehouse {

using namespace Qt::StringLiterals;

//! Three hours of 22 November 2026, 11:00 to 14:00, as the reports tell times.
inline QJsonObject sampleReportTimes()
{
    return {{u"now"_s, u"2026-11-22T13:30:00.000Z"_s},
            {u"time_zone"_s, u"UTC"_s},
            {u"from"_s, u"2026-11-22T11:00:00.000Z"_s},
            {u"to"_s, u"2026-11-22T14:00:00.000Z"_s},
            {u"bucket_s"_s, 3600}};
}

inline QJsonArray sampleHours()
{
    return {u"2026-11-22T11:00:00.000Z"_s, u"2026-11-22T12:00:00.000Z"_s,
            u"2026-11-22T13:00:00.000Z"_s};
}

//! GET /latency: two providers, the second with few samples; the second hour has no value.
inline QJsonObject sampleLatency()
{
    const QJsonValue none = QJsonValue::Null;
    QJsonObject report = sampleReportTimes();
    report[u"measure"_s] = u"first_token"_s;
    report[u"by"_s] = u"provider"_s;
    report[u"streamed"_s] = u"both"_s;
    report[u"samples"_s] = 212;
    report[u"streamed_samples"_s] = 180;
    report[u"overall"_s] = QJsonObject{{u"samples"_s, 180}, {u"p50"_s, 410},  {u"p90"_s, 900},
                                       {u"p95"_s, 1280},    {u"p99"_s, 2400}, {u"max"_s, 3100}};
    report[u"series"_s] = QJsonObject{{u"times"_s, sampleHours()},
                                      {u"samples"_s, QJsonArray{100, 5, 75}},
                                      {u"p50"_s, QJsonArray{400, none, 420}},
                                      {u"p90"_s, QJsonArray{880, none, 910}},
                                      {u"p95"_s, QJsonArray{1200, none, 1300}},
                                      {u"p99"_s, QJsonArray{2300, none, 2500}},
                                      {u"max"_s, QJsonArray{3000, 700, 3100}}};
    report[u"groups"_s] = QJsonArray{QJsonObject{{u"id"_s, u"openai"_s},
                                                 {u"name"_s, u"OpenAI"_s},
                                                 {u"samples"_s, 170},
                                                 {u"overall_p50"_s, 400},
                                                 {u"p50"_s, QJsonArray{390, none, 410}},
                                                 {u"p95"_s, QJsonArray{1100, none, 1200}}}};
    report[u"heat"_s] =
        QJsonObject{{u"bounds"_s, QJsonArray{100, 400, 1600}},
                    {u"counts"_s, QJsonArray{QJsonArray{60, 2, 40}, QJsonArray{40, 3, 35}}}};
    report[u"phases"_s] = QJsonObject{{u"requests"_s, QJsonArray{110, 7, 95}},
                                      {u"queue"_s, QJsonArray{1, 0, 2}},
                                      {u"earlier"_s, QJsonArray{0, 0, 12}},
                                      {u"connect"_s, QJsonArray{3, 0, 4}},
                                      {u"first_token"_s, QJsonArray{450, 300, 470}},
                                      {u"streaming"_s, QJsonArray{1500, 900, 1600}}};
    report[u"table"_s] = QJsonArray{QJsonObject{{u"id"_s, u"openai"_s},
                                                {u"name"_s, u"OpenAI"_s},
                                                {u"samples"_s, 200},
                                                {u"streamed_samples"_s, 170},
                                                {u"first_token_p50_ms"_s, 400},
                                                {u"first_token_p95_ms"_s, 1200},
                                                {u"total_p50_ms"_s, 1900},
                                                {u"total_p95_ms"_s, 4500},
                                                {u"total_p99_ms"_s, 5800},
                                                {u"speed_p50"_s, 84},
                                                {u"speed_slowest_5"_s, 41},
                                                {u"gateway_p99_ms"_s, 0.4},
                                                {u"change"_s, -0.06}},
                                    QJsonObject{{u"id"_s, u"gpu"_s},
                                                {u"name"_s, u"Local vLLM"_s},
                                                {u"samples"_s, 12},
                                                {u"streamed_samples"_s, 10},
                                                {u"first_token_p50_ms"_s, none},
                                                {u"first_token_p95_ms"_s, none},
                                                {u"total_p50_ms"_s, none},
                                                {u"total_p95_ms"_s, none},
                                                {u"total_p99_ms"_s, none},
                                                {u"speed_p50"_s, none},
                                                {u"speed_slowest_5"_s, none},
                                                {u"gateway_p99_ms"_s, none},
                                                {u"change"_s, none}}};
    return report;
}

//! GET /reliability: one route with a used-up budget, a breaker that was open, one incident.
inline QJsonObject sampleReliability()
{
    QJsonObject report = sampleReportTimes();
    report[u"by"_s] = u"route"_s;
    report[u"count"_s] = u"requests"_s;
    report[u"success"_s] = QJsonObject{{u"rate"_s, 0.99},
                                       {u"answered"_s, 990},
                                       {u"failed"_s, 10},
                                       {u"mistakes"_s, 4},
                                       {u"cancelled"_s, 2}};
    report[u"series"_s] = QJsonObject{{u"times"_s, sampleHours()},
                                      {u"success"_s, QJsonArray{1.0, 0.97, 0.999}},
                                      {u"answered"_s, QJsonArray{300, 340, 350}},
                                      {u"failed"_s, QJsonArray{0, 9, 1}},
                                      {u"rescued"_s, QJsonArray{0, 41, 2}}};
    report[u"errors"_s] = QJsonArray{
        QJsonObject{
            {u"kind"_s, u"overloaded"_s}, {u"total"_s, 9}, {u"counts"_s, QJsonArray{0, 9, 0}}},
        QJsonObject{
            {u"kind"_s, u"stream_broken"_s}, {u"total"_s, 1}, {u"counts"_s, QJsonArray{0, 0, 1}}}};
    report[u"totals"_s] =
        QJsonObject{{u"requests"_s, 1006}, {u"attempts"_s, 1060}, {u"retries"_s, 3},
                    {u"fallbacks"_s, 51},  {u"rescued"_s, 43},    {u"hedged"_s, 0}};
    report[u"objectives"_s] = QJsonArray{
        QJsonObject{{u"id"_s, u"route:fast"_s},
                    {u"kind"_s, u"route"_s},
                    {u"name"_s, u"fast"_s},
                    {u"title"_s, u"fast"_s},
                    {u"target"_s, 0.995},
                    {u"days"_s, 30},
                    {u"is_default"_s, true},
                    {u"answered"_s, 990},
                    {u"failed"_s, 10},
                    {u"success"_s, 0.99},
                    {u"budget_left"_s, -1.0},
                    {u"burn"_s, QJsonObject{{u"1h"_s, 0.2}, {u"6h"_s, 2.0}, {u"3d"_s, 1.1}}}},
        QJsonObject{{u"id"_s, u"route:careful"_s},
                    {u"kind"_s, u"route"_s},
                    {u"name"_s, u"careful"_s},
                    {u"title"_s, u"careful"_s},
                    {u"target"_s, 0.999},
                    {u"days"_s, 7},
                    {u"is_default"_s, false},
                    {u"answered"_s, 500},
                    {u"failed"_s, 0},
                    {u"success"_s, 1.0},
                    {u"budget_left"_s, 1.0},
                    {u"burn"_s, QJsonObject{{u"1h"_s, 0.0}, {u"6h"_s, 0.0}, {u"3d"_s, 0.0}}}}};
    report[u"breakers"_s] =
        QJsonArray{QJsonObject{{u"id"_s, u"anthropic/claude"_s},
                               {u"provider"_s, u"anthropic"_s},
                               {u"provider_name"_s, u"Anthropic"_s},
                               {u"model"_s, u"claude"_s},
                               {u"state"_s, u"half_open"_s},
                               {u"attempts"_s, QJsonArray{100, 20, 0}},
                               {u"changes"_s,
                                QJsonArray{QJsonObject{{u"time"_s, u"2026-11-22T12:04:00.000Z"_s},
                                                       {u"state"_s, u"open"_s}},
                                           QJsonObject{{u"time"_s, u"2026-11-22T12:44:00.000Z"_s},
                                                       {u"state"_s, u"closed"_s}}}}},
                   QJsonObject{{u"id"_s, u"openai/gpt"_s},
                               {u"provider"_s, u"openai"_s},
                               {u"provider_name"_s, u"OpenAI"_s},
                               {u"model"_s, u"gpt"_s},
                               {u"state"_s, u"closed"_s},
                               {u"attempts"_s, QJsonArray{200, 320, 0}},
                               {u"changes"_s, QJsonArray()}}};
    report[u"incidents"_s] = QJsonArray{QJsonObject{
        {u"id"_s, u"anthropic@2026-11-22T12:00:00.000Z"_s},
        {u"provider"_s, u"anthropic"_s},
        {u"provider_name"_s, u"Anthropic"_s},
        {u"start"_s, u"2026-11-22T12:01:00.000Z"_s},
        {u"end"_s, u"2026-11-22T12:44:00.000Z"_s},
        {u"attempts"_s, 70},
        {u"failed"_s, 50},
        {u"peak_share"_s, 0.9},
        {u"peak"_s, u"2026-11-22T12:15:00.000Z"_s},
        {u"kinds"_s, QJsonArray{QJsonObject{{u"kind"_s, u"overloaded"_s}, {u"count"_s, 50}}}},
        {u"keys"_s, QJsonArray{QJsonObject{{u"id"_s, u"k1"_s}, {u"name"_s, u"design"_s}}}},
        {u"requests"_s, 50},
        {u"rescued"_s, 41},
        {u"lost"_s, 9},
        {u"served_by"_s, QJsonArray{u"bedrock"_s}},
        {u"breaker_opened"_s, 1},
        {u"acknowledged"_s, QJsonValue::Null}}};
    return report;
}

} // namespace Gatehouse
