// SPDX-License-Identifier: GPL-3.0-or-later
// Anthropic's Messages.

import { any, by, either, filled, first, flag, list, members, number, object, text, word } from '../shapes.mjs';

/// What this vendor's thoughts are sealed with; other seals are refused.
export const seal = 'c2VhbC1vZi1hbnRocm9waWM=';

const mark = { cache_control: any };
const source = by('type', {
  base64: members({ type: any, media_type: word(/^image\/|pdf$/), data: word(/^[A-Za-z0-9+/=]+$/) }, ['media_type', 'data']),
  url: members({ type: any, url: text }, ['url']), text: any,
});
const identifier = word(/^[a-zA-Z0-9_-]+$/);
const blocks = {
  text: members({ type: any, text: filled, citations: any, ...mark }, ['text']),
  image: members({ type: any, source, ...mark }, ['source']),
  document: members({ type: any, source, title: text, context: text, ...mark }, ['source']),
};
const user = {
  ...blocks,
  tool_result: members({
    type: any, tool_use_id: identifier, content: either(text, list(by('type', blocks))), is_error: flag, ...mark,
  }, ['tool_use_id']),
};
const assistant = {
  text: blocks.text,
  thinking: members({ type: any, thinking: text, signature: word(seal) }, ['thinking', 'signature']),
  redacted_thinking: members({ type: any, data: text }),
  tool_use: members({ type: any, id: identifier, name: text, input: object, ...mark }, ['id', 'name', 'input']),
};
const turn = (allowed) => members({ role: any, content: either(filled, list(by('type', allowed), { least: 1 })) }, ['content']);
const choice = { type: any, disable_parallel_tool_use: flag };

const request = members({
  model: filled, max_tokens: number, stream: flag, metadata: members({ user_id: text }), stop_sequences: list(filled),
  temperature: number, top_p: number, top_k: number, service_tier: text,
  system: either(filled, list(blocks.text, { least: 1 })),
  messages: list(by('role', { user: turn(user), assistant: turn(assistant), system: turn({ text: blocks.text }) }), { least: 1 }),
  tools: list(members({
    name: word(/^[\w-]{1,128}$/), description: text, input_schema: object, strict: flag, type: word('custom'), eager_input_streaming: flag, ...mark,
  }, ['name', 'input_schema'])),
  tool_choice: by('type', {
    auto: members(choice), any: members(choice), none: members({ type: any }), tool: members({ ...choice, name: text }, ['name']),
  }),
  thinking: by('type', {
    adaptive: members({ type: any, display: text }), disabled: members({ type: any }),
    enabled: members({ type: any, budget_tokens: number, display: text }, ['budget_tokens']),
  }),
  output_config: members({
    effort: word('low', 'medium', 'high', 'xhigh', 'max'),
    format: members({ type: word('json_schema'), schema: object }, ['schema']),
  }),
  context_management: any, // with its beta only, see wrong()
}, ['model', 'max_tokens', 'messages']);

const listed = (content) => (typeof content === 'string' ? [{ type: 'text', text: content }] : content ?? []);
const texts = (content) => listed(content).filter(({ type }) => type === 'text').map((one) => one.text).join('');

/// Calls are answered at the start of the very next user turn, all in one turn.
function pairing({ messages, tools }) {
  if (messages[0].role !== 'user') return '.messages[0]: not the user';
  let open = [];
  for (const [index, message] of messages.entries()) {
    const content = listed(message.content);
    const answers = content.filter(({ type }) => type === 'tool_result').map((one) => one.tool_use_id);
    const leading = content.findIndex(({ type }) => type !== 'tool_result');
    if (answers.length !== open.length || open.some((id) => !answers.includes(id)))
      return `.messages[${index}]: answers ${JSON.stringify(answers)}, called were ${JSON.stringify(open)}`;
    if (leading >= 0 && content.slice(leading).some(({ type }) => type === 'tool_result'))
      return `.messages[${index}]: a result behind other content`;
    open = content.filter(({ type }) => type === 'tool_use').map((one) => one.id);
    if (open.length > 0 && !tools?.length) return '.tools: missing, with calls in the history';
  }
  return open.length > 0 ? '.messages: a call is not answered' : undefined;
}

function view(body) {
  const last = body.messages.at(-1);
  const content = body.messages.flatMap((message) => listed(message.content));
  return {
    stream: body.stream === true, system: texts(body.system), turns: body.messages.length,
    user: texts(body.messages.findLast(({ role, content: said }) => role === 'user' && texts(said))?.content),
    images: content.filter(({ type }) => type === 'image')
      .map((one) => one.source.url ?? `data:${one.source.media_type};base64,${one.source.data}`),
    results: listed(last.content).filter(({ type }) => type === 'tool_result').map((one) => texts(one.content)),
    tools: body.tool_choice?.type === 'none' ? [] : (body.tools ?? []).map(({ name }) => name),
    format: body.output_config?.format?.schema, limit: body.max_tokens,
    thinks: ['adaptive', 'enabled'].includes(body.thinking?.type),
  };
}

const reasons = { stop: 'end_turn', length: 'max_tokens', calls: 'tool_use', filter: 'refusal' };
const usageOf = ({ input, cached, output, reasoning }) => ({
  input_tokens: input - cached, cache_read_input_tokens: cached, cache_creation_input_tokens: 0, output_tokens: output,
  ...(reasoning ? { output_tokens_details: { thinking_tokens: reasoning } } : {}),
});
const contentOf = (answer) => [
  ...(answer.reasoning ? [{ type: 'thinking', thinking: answer.reasoning, signature: seal }] : []),
  ...(answer.text ? [{ type: 'text', text: answer.text }] : []),
  ...answer.calls.map(({ name, input }, index) => ({ type: 'tool_use', id: `toolu_0${index}`, name, input })),
];

function* block(index, one, words) {
  const said = (data) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
  const delta = (more) => said({ type: 'content_block_delta', index, delta: more });
  const empty = {
    thinking: { type: 'thinking', thinking: '', signature: '' }, text: { type: 'text', text: '' },
    tool_use: { ...one, input: {} },
  }[one.type];
  yield said({ type: 'content_block_start', index, content_block: empty });
  if (one.type === 'thinking') {
    yield delta({ type: 'thinking_delta', thinking: one.thinking });
    yield delta({ type: 'signature_delta', signature: one.signature });
  } else if (one.type === 'text') {
    for (const word of words) yield delta({ type: 'text_delta', text: word });
  } else {
    const all = JSON.stringify(one.input);
    yield delta({ type: 'input_json_delta', partial_json: all.slice(0, 5) });
    yield delta({ type: 'input_json_delta', partial_json: all.slice(5) });
  }
  yield said({ type: 'content_block_stop', index });
}

export const anthropicKind = {
  paths: ['/v1/messages'],
  view,
  wrong: (body, headers) => first([
    () => request(body), () => pairing(body),
    () => (body.context_management && !headers['anthropic-beta']?.includes('context-management')
      ? 'context_management: Extra inputs are not permitted' : undefined),
    () => (headers['anthropic-version'] ? undefined : 'anthropic-version: missing'),
    () => (headers['anthropic-version'] !== '2023-06-01' && ['temperature', 'top_p', 'top_k'].some((name) => name in body)
      ? 'temperature: Extra inputs are not permitted' : undefined),
    () => (body.tools ?? []).find((tool) => tool.input_schema.type !== 'object') && '.tools: a schema is not an object',
  ]),
  whole: (answer, body) => ({
    id: 'msg_1', type: 'message', role: 'assistant', model: body.model, content: contentOf(answer),
    stop_reason: reasons[answer.stop], stop_sequence: null, usage: usageOf(answer.usage),
  }),
  * pieces(answer, body, { error } = {}) {
    const said = (data) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
    const usage = usageOf(answer.usage);
    yield said({
      type: 'message_start',
      message: {
        id: 'msg_1', type: 'message', role: 'assistant', model: body.model, content: [], stop_reason: null,
        stop_sequence: null, usage: { ...usage, output_tokens: 1 },
      },
    });
    yield said({ type: 'ping' });
    for (const [index, one] of contentOf(answer).entries()) yield* block(index, one, answer.words);
    if (error) {
      yield said({ type: 'error', error });
      return;
    }
    yield said({
      type: 'message_delta', delta: { stop_reason: reasons[answer.stop], stop_sequence: null },
      usage: { output_tokens: usage.output_tokens, ...(usage.output_tokens_details ? { output_tokens_details: usage.output_tokens_details } : {}) },
    });
    yield said({ type: 'message_stop' });
  },
  failure: (error) => ({ type: 'error', error }),
  failures: {
    key: [401, { type: 'authentication_error' }],
    rate: [429, { type: 'rate_limit_error' }, { 'retry-after': '7' }],
    money: [402, { type: 'billing_error' }],
    busy: [529, { type: 'overloaded_error' }],
    request: [400, { type: 'invalid_request_error' }],
  },
  counts: (path) => path === '/v1/messages/count_tokens' && { input_tokens: 21 },
  authorised: (headers, key) => headers['x-api-key'] === key,
};
