// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's chat completions and embeddings, and Mistral's, which are the same with other rules.

import { any, by, either, filled, first, flag, list, members, nullable, number, text, word } from '../shapes.mjs';

const part = by('type', {
  text: members({ type: any, text }, ['text']),
  image_url: members({ type: any, image_url: either(text, members({ url: text, detail: text }, ['url'])) }),
  file: members({ type: any, file: any }),
  input_audio: members({ type: any, input_audio: any }),
});
const content = either(text, list(part, { least: 1 }));
const textOnly = either(text, list(by('type', { text: members({ type: any, text }) }), { least: 1 }));

const call = (id) => members({
  id: word(id), type: word('function'),
  function: members({ name: word(/^[\w-]{1,64}$/), arguments: text }, ['name', 'arguments']),
}, ['id', 'function']);
const roles = (id, more = {}) => ({
  system: members({ role: any, content: textOnly, ...more }, ['content']),
  user: members({ role: any, content, ...more }, ['content']),
  assistant: members({ role: any, content: nullable(textOnly), tool_calls: list(call(id), { least: 1 }), ...more }),
  tool: members({ role: any, content: textOnly, tool_call_id: word(id), ...more }, ['content', 'tool_call_id']),
});
const tools = list(members({
  type: word('function'),
  function: members({ name: word(/^[\w-]{1,64}$/), description: text, parameters: any, strict: flag }, ['name']),
}, ['type', 'function']), { least: 1 });
const format = by('type', {
  text: any, json_object: members({ type: any }),
  json_schema: members({
    type: any, json_schema: members({ name: filled, description: text, schema: any, strict: flag }, ['name', 'schema']),
  }),
});
const choice = (...words) =>
  either(word(...words), members({ type: word('function'), function: members({ name: text }) }));

const common = {
  model: filled, temperature: number, top_p: number, stream: flag, frequency_penalty: number, presence_penalty: number,
  n: number, tools, parallel_tool_calls: flag, response_format: format, stop: either(text, list(text)),
  prompt_cache_key: text, service_tier: text, metadata: any, reasoning_effort: text,
};
const openai = members({
  ...common, max_completion_tokens: number, max_tokens: number, seed: number, user: text, store: flag, logit_bias: any,
  stream_options: members({ include_usage: flag, include_obfuscation: flag }), logprobs: flag, top_logprobs: number,
  safety_identifier: text, verbosity: text, prompt_cache_retention: text, web_search_options: any,
  tool_choice: choice('auto', 'none', 'required'),
  messages: list(by('role', { ...roles(/^[\w-]{1,512}$/, { name: text, refusal: nullable(text) }), developer: members({ role: any, content: textOnly }) }), { least: 1 }),
}, ['model', 'messages']);
const mistral = members({
  ...common, max_tokens: number, random_seed: number, safe_prompt: flag, prompt_mode: text, guardrails: any, prediction: any,
  tool_choice: choice('auto', 'none', 'any', 'required'),
  messages: list(by('role', roles(/^[a-zA-Z0-9]{9}$/, { name: text, prefix: flag })), { least: 1 }),
}, ['model', 'messages']);

/// Every call is answered before the next turn, and nothing else is.
function pairing({ messages }) {
  let open = new Set();
  for (const [index, message] of messages.entries()) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) return `.messages[${index}].tool_call_id: answers no call`;
    } else {
      if (open.size > 0) return `.messages[${index}]: a call is not answered`;
      open = new Set((message.tool_calls ?? []).map(({ id }) => id));
    }
    if (message.role === 'assistant' && message.content == null && !message.tool_calls)
      return `.messages[${index}].content: missing`;
  }
  return open.size > 0 ? '.messages: a call is not answered' : undefined;
}

const texts = (value) => (typeof value === 'string' ? value
  : (value ?? []).filter(({ type }) => type === 'text').map((one) => one.text).join(''));

function view(body) {
  const last = body.messages.findLastIndex(({ role }) => role === 'user');
  const results = body.messages.slice(last + 1).filter(({ role }) => role === 'tool');
  const images = body.messages.flatMap((message) => (Array.isArray(message.content) ? message.content : []))
    .filter(({ type }) => type === 'image_url').map(({ image_url }) => image_url.url ?? image_url);
  return {
    stream: body.stream === true,
    system: texts(body.messages.find(({ role }) => role === 'system' || role === 'developer')?.content),
    turns: body.messages.filter(({ role }) => role === 'user' || role === 'assistant').length,
    user: texts(body.messages[last]?.content), images, results: results.map((one) => texts(one.content)),
    tools: body.tool_choice === 'none' ? [] : (body.tools ?? []).map((tool) => tool.function.name),
    format: body.response_format?.json_schema?.schema,
    limit: body.max_completion_tokens ?? body.max_tokens,
  };
}

const finish = { stop: 'stop', length: 'length', calls: 'tool_calls', filter: 'content_filter' };
const usageOf = ({ input, cached, output, reasoning }) => ({
  prompt_tokens: input, completion_tokens: output, total_tokens: input + output,
  prompt_tokens_details: { cached_tokens: cached }, completion_tokens_details: { reasoning_tokens: reasoning },
});
const callsOf = (answer, ids) => answer.calls.map((one, index) => ({
  id: ids(index), type: 'function', function: { name: one.name, arguments: JSON.stringify(one.input) },
}));

// LangChain takes two messages with one id for the same.
let answers = 0;
const nextId = () => `chatcmpl-${++answers}`;

const shape = (ids, strict) => ({
  paths: ['/v1/chat/completions', '/chat/completions'],
  view,
  wrong: (body) => strict(body) ?? pairing(body),
  whole: (answer, body) => ({
    id: nextId(), object: 'chat.completion', created: 1, model: body.model,
    choices: [{
      index: 0, finish_reason: finish[answer.stop],
      message: {
        role: 'assistant', content: answer.text || null,
        ...(answer.reasoning ? { reasoning_content: answer.reasoning } : {}),
        ...(answer.calls.length > 0 ? { tool_calls: callsOf(answer, ids) } : {}),
      },
    }],
    usage: usageOf(answer.usage),
  }),
  * pieces(answer, body, { error } = {}) {
    const id = nextId();
    const data = (value) => `data: ${JSON.stringify(value)}\n\n`;
    const chunk = (delta, finish_reason = null, more = {}) => data({
      id, object: 'chat.completion.chunk', created: 1, model: body.model,
      choices: [{ index: 0, delta, finish_reason }], ...more,
    });
    yield chunk({ role: 'assistant', content: '' });
    if (answer.reasoning) yield chunk({ reasoning_content: answer.reasoning });
    for (const piece of answer.words) yield chunk({ content: piece });
    if (error) {
      yield data({ error });
      return;
    }
    for (const [index, one] of callsOf(answer, ids).entries()) {
      const { arguments: all, name } = one.function;
      yield chunk({ tool_calls: [{ index, ...one, function: { name, arguments: '' } }] });
      yield chunk({ tool_calls: [{ index, function: { arguments: all.slice(0, 5) } }] });
      yield chunk({ tool_calls: [{ index, function: { arguments: all.slice(5) } }] });
    }
    const usage = usageOf(answer.usage);
    const asked = body.stream_options?.include_usage;
    yield chunk({}, finish[answer.stop], strict === mistral ? { usage } : {});
    if (asked) yield data({ id, object: 'chat.completion.chunk', created: 1, model: body.model, choices: [], usage });
    yield 'data: [DONE]\n\n';
  },
  failure: ({ type, code, message }) => ({ error: { message, type, param: null, code } }),
  failures: {
    key: [401, { type: 'invalid_request_error', code: 'invalid_api_key' }],
    rate: [429, { type: 'rate_limit_error', code: 'rate_limit_exceeded' }, { 'retry-after': '7' }],
    money: [429, { type: 'insufficient_quota', code: 'insufficient_quota' }],
    busy: [503, { type: 'service_unavailable_error', code: 'server_is_overloaded' }],
    request: [400, { type: 'invalid_request_error', code: null }],
  },
  authorised: (headers, key) => headers.authorization === `Bearer ${key}`,
});

export const openaiKind = {
  ...shape((index) => `call_${index}Abc`, openai),
  embeddings: {
    path: '/v1/embeddings',
    wrong: members({
      model: filled, input: any, encoding_format: word('float', 'base64'), dimensions: number, user: text,
    }, ['model', 'input']),
    reply: ({ input, model, encoding_format }, vector) => ({
      object: 'list', model, usage: { prompt_tokens: 9, total_tokens: 9 },
      data: [].concat(input).map((_, index) => ({
        object: 'embedding', index,
        embedding: encoding_format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector,
      })),
    }),
  },
};
export const mistralKind = {
  ...shape((index) => `Abcdefgh${index}`, mistral),
  wrong: (body) => first([
    () => mistral(body, ''), () => pairing(body),
    () => (['user', 'tool'].includes(body.messages.at(-1).role) ? undefined : '.messages: ends with the assistant'),
  ]),
  status: 422,
};
