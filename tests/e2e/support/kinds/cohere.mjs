// SPDX-License-Identifier: GPL-3.0-or-later
// Cohere's second API.

import { any, by, either, filled, flag, list, members, number, object, text, word } from '../shapes.mjs';

const part = by('type', {
  text: members({ type: any, text }), image_url: members({ type: any, image_url: members({ url: text, detail: text }) }),
  thinking: members({ type: any, thinking: text }), document: any,
});
const content = either(text, list(part, { least: 1 }));
const call = members({ id: filled, type: word('function'), function: members({ name: text, arguments: text }, ['name', 'arguments']) });
const request = members({
  model: filled, stream: flag, strict_tools: flag, tool_choice: word('REQUIRED', 'NONE'), documents: any, citation_options: any,
  response_format: by('type', { text: any, json_object: members({ type: any, json_schema: object }) }),
  safety_mode: text, max_tokens: number, stop_sequences: list(text), temperature: number, seed: number, frequency_penalty: number,
  presence_penalty: number, k: number, p: number, logprobs: flag, thinking: members({ type: word('enabled', 'disabled'), token_budget: number }),
  priority: number,
  tools: list(members({ type: word('function'), function: members({ name: text, description: text, parameters: object }, ['name']) })),
  messages: list(by('role', {
    system: members({ role: any, content }), user: members({ role: any, content }),
    assistant: members({ role: any, content, tool_calls: list(call), tool_plan: text, citations: any }),
    tool: members({ role: any, content, tool_call_id: filled }, ['content', 'tool_call_id']),
  }), { least: 1 }),
}, ['model', 'messages']);

const texts = (value) => (typeof value === 'string' ? value
  : (value ?? []).map((one) => one.text ?? one.document?.data ?? '').join(''));

function view(body) {
  const last = body.messages.findLastIndex(({ role }) => role === 'user');
  return {
    stream: body.stream === true, system: texts(body.messages.find(({ role }) => role === 'system')?.content),
    turns: body.messages.filter(({ role }) => role === 'user' || role === 'assistant').length,
    user: texts(body.messages[last]?.content),
    images: body.messages.flatMap((message) => (Array.isArray(message.content) ? message.content : []))
      .filter(({ type }) => type === 'image_url').map(({ image_url }) => image_url.url),
    results: body.messages.slice(last + 1).filter(({ role }) => role === 'tool').map((one) => texts(one.content)),
    tools: body.tool_choice === 'NONE' ? [] : (body.tools ?? []).map((tool) => tool.function.name),
    format: body.response_format?.json_schema, limit: body.max_tokens, thinks: body.thinking?.type === 'enabled',
  };
}

const reasons = { stop: 'COMPLETE', length: 'MAX_TOKENS', calls: 'TOOL_CALL', filter: 'ERROR' };
const usageOf = ({ input, output }) =>
  ({ billed_units: { input_tokens: input, output_tokens: output }, tokens: { input_tokens: input, output_tokens: output } });
const callsOf = (answer) => answer.calls.map(({ name, input }, index) =>
  ({ id: `${name}_${index}xyz`, type: 'function', function: { name, arguments: JSON.stringify(input) } }));

export const cohereKind = {
  paths: ['/v2/chat'],
  view,
  wrong: (body) => request(body),
  whole: (answer) => ({
    id: 'c-1', finish_reason: reasons[answer.stop], usage: usageOf(answer.usage),
    message: {
      role: 'assistant',
      content: [
        ...(answer.reasoning ? [{ type: 'thinking', thinking: answer.reasoning }] : []),
        ...(answer.text ? [{ type: 'text', text: answer.text }] : []),
      ],
      ...(answer.calls.length > 0 ? { tool_calls: callsOf(answer) } : {}),
    },
  }),
  * pieces(answer, body, { error } = {}) {
    const said = (data) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
    const piece = (type, index, message) => said({ type, index, delta: { message } });
    yield said({ type: 'message-start', id: 'c-1', delta: { message: { role: 'assistant' } } });
    yield piece('content-start', 0, { content: { type: 'text', text: '' } });
    for (const word of answer.words) yield piece('content-delta', 0, { content: { text: word } });
    yield said({ type: 'content-end', index: 0 });
    if (error) {
      yield said({ type: 'message-end', delta: { finish_reason: 'ERROR', error: error.message } });
      return;
    }
    for (const [index, one] of callsOf(answer).entries()) {
      const all = one.function.arguments;
      yield piece('tool-call-start', index, { tool_calls: { ...one, function: { name: one.function.name, arguments: '' } } });
      yield piece('tool-call-delta', index, { tool_calls: { function: { arguments: all.slice(0, 4) } } });
      yield piece('tool-call-delta', index, { tool_calls: { function: { arguments: all.slice(4) } } });
      yield said({ type: 'tool-call-end', index });
    }
    yield said({ type: 'message-end', delta: { finish_reason: reasons[answer.stop], usage: usageOf(answer.usage) } });
  },
  failure: ({ message }) => ({ message }),
  failures: {
    key: [401, {}], rate: [429, {}, { 'retry-after': '7' }], money: [402, {}], busy: [503, {}], request: [400, {}],
  },
  embeddings: {
    path: '/v2/embed',
    wrong: members({
      model: filled, texts: list(text), inputs: any, truncate: text, output_dimension: number,
      input_type: word('search_document', 'search_query', 'classification', 'clustering', 'image'),
      embedding_types: list(word('float')),
    }, ['model', 'input_type']),
    reply: (body, vector) => ({
      id: 'e-1', embeddings: { float: (body.texts ?? body.inputs).map(() => vector) }, texts: body.texts ?? [],
      meta: { billed_units: { input_tokens: 9 } },
    }),
  },
  authorised: (headers, key) => headers.authorization === `Bearer ${key}`,
};
