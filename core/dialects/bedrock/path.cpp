// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/path.h"

namespace Gatehouse::Dialects {

QByteArray percentEncoded(QByteArrayView text)
{
    return text.toByteArray().toPercentEncoding();
}

QByteArray converseTarget(QByteArrayView basePath, QByteArrayView modelId, bool streams)
{
    QByteArray target = basePath.toByteArray();
    target += "/model/";
    target += percentEncoded(modelId);
    target += streams ? "/converse-stream" : "/converse";
    return target;
}

QByteArray bedrockOpenAiTarget(QByteArrayView basePath)
{
    QByteArray target = basePath.toByteArray();
    target += "/openai/v1/chat/completions";
    return target;
}

} // namespace Gatehouse::Dialects
