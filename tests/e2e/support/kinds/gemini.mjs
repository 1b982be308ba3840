// SPDX-License-Identifier: GPL-3.0-or-later
// Google's Gemini API.

import { any, either, first, flag, list, members, number, object, text, word } from '../shapes.mjs';

/// Comes with the first call of every step and must come back with it.
export const thoughtSignature = 'c2lnbmF0dXJlLW9mLWdlbWluaQ==';

const kinds = ['text', 'inlineData', 'fileData', 'functionCall', 'functionResponse'];
const partMembers = members({
  text, thought: flag, thoughtSignature: text,
  inlineData: members({ mimeType: word(/^\w+\/[\w.+-]+$/), data: word(/^[A-Za-z0-9+/=]+$/) }, ['mimeType', 'data']),
  fileData: members({ mimeType: text, fileUri: text }, ['fileUri']),
  functionCall: members({ id: text, name: text, args: object }, ['name']),
  functionResponse: members({ id: text, name: text, response: object }, ['name', 'response']),
});
const part = (value, path) => first([
  () => partMembers(value, path),
  () => (kinds.filter((kind) => kind in value).length === 1 ? undefined : `${path}: not exactly one kind of content`),
]);
const parts = list(part, { least: 1 });

/// The part of OpenAPI's schemas that `parameters` and `responseSchema` take.
const schema = (value, path) => members({
  type: text, format: text, title: text, description: text, nullable: flag, enum: list(text), items: schema, required: list(text),
  minItems: any, maxItems: any, minProperties: any, maxProperties: any, minimum: number, maximum: number, minLength: any,
  maxLength: any, pattern: text, example: any, anyOf: list(schema), propertyOrdering: list(text), default: any,
  properties: (all, where) => first(Object.entries(all).map(([name, one]) => () => schema(one, `${where}.${name}`))),
})(value, path);

const declaration = members({
  name: word(/^[a-zA-Z_][\w.:-]{0,63}$/), description: text, parameters: schema, parametersJsonSchema: object,
}, ['name', 'description']);
const request = members({
  contents: list(members({ role: word('user', 'model'), parts }, ['parts']), { least: 1 }),
  systemInstruction: members({ role: text, parts }, ['parts']),
  tools: list(members({ functionDeclarations: list(declaration, { least: 1 }) })),
  toolConfig: members({
    functionCallingConfig: members({ mode: word('AUTO', 'ANY', 'NONE', 'VALIDATED'), allowedFunctionNames: list(text) }),
  }),
  safetySettings: any, labels: any, cachedContent: text,
  generationConfig: members({
    candidateCount: number, stopSequences: list(text), maxOutputTokens: number, temperature: number, topP: number, topK: number,
    seed: number, responseMimeType: text, responseSchema: schema, responseJsonSchema: object, presencePenalty: number,
    frequencyPenalty: number, responseLogprobs: flag, logprobs: number, responseModalities: any,
    thinkingConfig: members({ includeThoughts: flag, thinkingBudget: number, thinkingLevel: text }),
  }),
}, ['contents']);

const callsIn = (content) => content.parts.filter((one) => one.functionCall);
const answersIn = (content) => content.parts.filter((one) => one.functionResponse);

/// N calls are followed by N responses, and the first call of a step brings its signature back.
function pairing({ contents }) {
  let open = 0;
  for (const [index, content] of contents.entries()) {
    const answers = answersIn(content).length;
    if (answers !== open) return `.contents[${index}]: ${answers} responses to ${open} calls`;
    if (open > 0 && content.role === 'model') return `.contents[${index}]: responses in the model's turn`;
    open = callsIn(content).length;
    if (open > 0 && ![thoughtSignature, 'skip_thought_signature_validator'].includes(callsIn(content)[0].thoughtSignature))
      return `.contents[${index}]: function call is missing a thought_signature`;
  }
  return open > 0 ? '.contents: a call is not answered' : undefined;
}

const textsOf = (content) => (content?.parts ?? []).map((one) => one.text ?? '').join('');
const resultText = ({ response }) => (typeof (response.result ?? response.output) === 'string'
  ? response.result ?? response.output : JSON.stringify(response));

function view(body, path) {
  const config = body.generationConfig ?? {};
  const all = body.contents.flatMap((content) => content.parts);
  return {
    stream: path.endsWith(':streamGenerateContent'), system: textsOf(body.systemInstruction), turns: body.contents.length,
    user: textsOf(body.contents.findLast((content) => content.role !== 'model' && textsOf(content))),
    images: all.filter((one) => one.inlineData).map(({ inlineData }) => `data:${inlineData.mimeType};base64,${inlineData.data}`),
    results: answersIn(body.contents.at(-1)).map((one) => resultText(one.functionResponse)),
    tools: body.toolConfig?.functionCallingConfig?.mode === 'NONE' ? []
      : (body.tools ?? []).flatMap((tool) => tool.functionDeclarations.map(({ name }) => name)),
    format: config.responseMimeType === 'application/json' ? config.responseJsonSchema ?? config.responseSchema : undefined,
    limit: config.maxOutputTokens, thinks: config.thinkingConfig?.includeThoughts === true,
  };
}

const reasons = { stop: 'STOP', calls: 'STOP', length: 'MAX_TOKENS', filter: 'SAFETY' };
const usageOf = ({ input, cached, output, reasoning }) => ({
  promptTokenCount: input, cachedContentTokenCount: cached, candidatesTokenCount: output - reasoning,
  thoughtsTokenCount: reasoning, totalTokenCount: input + output,
});
const callParts = (answer) => answer.calls.map(({ name, input }, index) => ({
  functionCall: { name, args: input }, ...(index === 0 ? { thoughtSignature } : {}),
}));
const thoughtParts = (answer) => (answer.reasoning ? [{ text: answer.reasoning, thought: true }] : []);

const fragment = (answer, body, path, found, finishReason) => ({
  candidates: [{ content: { role: 'model', parts: found }, index: 0, ...(finishReason ? { finishReason } : {}) }],
  usageMetadata: usageOf(answer.usage), modelVersion: path.match(/models\/([^:]+):/)[1], responseId: 'r-1',
});

export const geminiKind = {
  paths: [/^\/v1beta\/models\/[^/:]+:(generateContent|streamGenerateContent)$/],
  view,
  wrong: (body, headers, url) => first([
    () => request(body), () => pairing(body),
    () => (url.includes('streamGenerateContent') && !url.endsWith('?alt=sse') ? 'alt: sse is missing' : undefined),
    () => {
      const config = body.generationConfig ?? {};
      return (config.responseSchema || config.responseJsonSchema) && config.responseMimeType !== 'application/json'
        ? '.generationConfig.responseMimeType: missing' : undefined;
    },
  ]),
  whole: (answer, body, path) => fragment(answer, body, path, [
    ...thoughtParts(answer), ...(answer.text ? [{ text: answer.text }] : []), ...callParts(answer),
  ], reasons[answer.stop]),
  * pieces(answer, body, { error, path } = {}) {
    const said = (data) => `data: ${JSON.stringify(data)}\r\n\r\n`;
    for (const one of thoughtParts(answer)) yield said(fragment(answer, body, path, [one]));
    for (const word of answer.words) yield said(fragment(answer, body, path, [{ text: word }]));
    if (error) {
      yield said({ error });
      return;
    }
    for (const one of callParts(answer)) yield said(fragment(answer, body, path, [one]));
    yield said(fragment(answer, body, path, [{ text: '' }], reasons[answer.stop]));
  },
  failure: (error) => ({ error }),
  failures: {
    key: [400, {
      code: 400, status: 'INVALID_ARGUMENT',
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }],
    }],
    rate: [429, {
      code: 429, status: 'RESOURCE_EXHAUSTED',
      details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7s' }],
    }],
    money: [402, { code: 402, status: 'FAILED_PRECONDITION' }],
    busy: [503, { code: 503, status: 'UNAVAILABLE' }],
    request: [400, { code: 400, status: 'INVALID_ARGUMENT' }],
  },
  counts: (path) => path.endsWith(':countTokens') && { totalTokens: 21 },
  embeddings: {
    path: /:batchEmbedContents$/,
    wrong: members({
      requests: list(members({
        model: word(/^models\//), content: members({ role: text, parts }, ['parts']), taskType: text, title: text,
        outputDimensionality: number,
      }, ['model', 'content']), { least: 1 }),
    }, ['requests']),
    reply: ({ requests }, vector) => ({ embeddings: requests.map(() => ({ values: vector })) }),
  },
  authorised: (headers, key) => headers['x-goog-api-key'] === key,
};
