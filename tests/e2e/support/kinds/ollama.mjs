// SPDX-License-Identifier: GPL-3.0-or-later
// Ollama's own API. It ignores what it does not know; here that is an error, because a setting that
// is ignored is a setting that was lost.

import { any, by, either, filled, first, flag, list, members, number, object, text, word } from '../shapes.mjs';

const call = members({ id: text, function: members({ index: number, name: text, arguments: object }, ['name', 'arguments']) }, ['function']);
const request = members({
  model: filled, stream: flag, keep_alive: any, truncate: flag, shift: flag, logprobs: flag, top_logprobs: number,
  think: either(flag, word('low', 'medium', 'high', 'max')), format: either(word('json'), object),
  tools: list(members({
    type: word('function'), function: members({ name: text, description: text, parameters: object, strict: flag }, ['name']),
  })),
  options: members({
    num_ctx: number, num_predict: number, temperature: number, top_k: number, top_p: number, min_p: number, seed: number,
    stop: list(text), repeat_penalty: number, presence_penalty: number, frequency_penalty: number,
  }),
  messages: list(by('role', {
    system: members({ role: any, content: text }), user: members({ role: any, content: text, images: list(word(/^[A-Za-z0-9+/=]+$/)) }),
    assistant: members({ role: any, content: text, thinking: text, tool_calls: list(call) }),
    tool: members({ role: any, content: text, tool_name: text, tool_call_id: text }, ['content', 'tool_name']),
  }), { least: 1 }),
}, ['model', 'messages']);

function view(body) {
  const last = body.messages.findLastIndex(({ role }) => role === 'user');
  return {
    stream: body.stream !== false, system: body.messages.find(({ role }) => role === 'system')?.content ?? '',
    turns: body.messages.filter(({ role }) => role === 'user' || role === 'assistant').length,
    user: body.messages[last]?.content ?? '',
    images: body.messages.flatMap((message) => message.images ?? []).map((data) => `data:image/png;base64,${data}`),
    results: body.messages.slice(last + 1).filter(({ role }) => role === 'tool').map(({ content }) => content),
    tools: (body.tools ?? []).map((tool) => tool.function.name),
    format: body.format, limit: body.options?.num_predict, thinks: Boolean(body.think),
  };
}

const done = (answer) => ({
  done: true, done_reason: answer.stop === 'length' ? 'length' : 'stop', total_duration: 5, load_duration: 1,
  prompt_eval_count: answer.usage.input, prompt_eval_duration: 2, eval_count: answer.usage.output, eval_duration: 2,
});
const line = (body, message, more = { done: false }) =>
  ({ model: body.model, created_at: '2026-11-01T00:00:00Z', message: { role: 'assistant', content: '', ...message }, ...more });
const calls = (answer) => (answer.calls.length > 0
  ? { tool_calls: answer.calls.map(({ name, input }, index) => ({ function: { index, name, arguments: input } })) } : {});

export const ollamaKind = {
  paths: ['/api/chat'],
  view,
  wrong: (body) => request(body),
  whole: (answer, body) => line(body, {
    content: answer.text, ...(answer.reasoning ? { thinking: answer.reasoning } : {}), ...calls(answer),
  }, done(answer)),
  mime: 'application/x-ndjson',
  * pieces(answer, body, { error } = {}) {
    const said = (value) => `${JSON.stringify(value)}\n`;
    if (answer.reasoning) yield said(line(body, { thinking: answer.reasoning }));
    for (const word of answer.words) yield said(line(body, { content: word }));
    if (error) {
      yield said({ error: error.message });
      return;
    }
    if (answer.calls.length > 0) yield said(line(body, calls(answer)));
    yield said(line(body, {}, done(answer)));
  },
  failure: ({ message }) => ({ error: message }),
  failures: {
    key: [401, {}], rate: [429, {}, { 'retry-after': '7' }], money: [402, {}], busy: [503, {}], request: [400, {}],
  },
  embeddings: {
    path: '/api/embed',
    wrong: members({
      model: filled, input: either(text, list(text)), truncate: flag, options: any, keep_alive: any, dimensions: number,
    }, ['model', 'input']),
    reply: ({ input, model }, vector) =>
      ({ model, embeddings: [].concat(input).map(() => vector), total_duration: 1, load_duration: 1, prompt_eval_count: 9 }),
  },
  authorised: () => true,
};
