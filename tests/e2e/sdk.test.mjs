// SPDX-License-Identifier: GPL-3.0-or-later
// What programs that use the official clients see, and what the books say about it afterwards.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

import {
  FakeUpstream, answers, chatUsage, embeddingUsage, goodEvents, messageUsage, responsesUsage, words,
} from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, events, provider, providerKey, route, until, within } from './support/gateway.mjs';

const text = words.join('');
const question = [{ role: 'user', content: 'Say something.' }];

// Dollars per million tokens are nano-dollars per thousand tokens: 1 USD/Mtok = 1000 nano/token.
const prices = [
  {
    provider: 'oa', model: '*', input_usd_per_mtok: 0.15, output_usd_per_mtok: 0.6,
    cache_read_usd_per_mtok: 0.075,
  },
  {
    provider: 'ant', model: '*', input_usd_per_mtok: 3, output_usd_per_mtok: 15,
    cache_read_usd_per_mtok: 0.3, cache_write_usd_per_mtok: 3.75,
  },
];
const discount = 0.8; // of provider oa
const chatCost = (8 * 150 + 3 * 75 + 7 * 600) * discount;
const embeddingCost = 9 * 150 * discount;
const messageCost = 10 * 3000 + 4 * 300 + 6 * 3750 + 5 * 15000;

let oa;
let ant;
let gateway;
let openai;
let anthropic;
/// Bytes of the last request a client sent.
let sent;

const spying = (url, init) => {
  sent = Buffer.from(init?.body ?? '');
  return fetch(url, init);
};

before(async () => {
  [oa, ant] = await Promise.all([FakeUpstream.start(), FakeUpstream.start()]);
  gateway = await Gateway.start({
    config: base(
      [
        provider('oa', 'openai', oa, { models: ['gpt-4o-mini', 'embed'], price_multiplier: discount }),
        provider('ant', 'anthropic', ant, { models: ['claude-sonnet'] }),
        provider('free', 'openai', oa, { models: ['unheard-of'] }),
      ],
      [route('fast', ['oa/gpt-4o-mini']), route('careful', ['ant/claude-sonnet']), route('vectors', ['oa/embed'])],
      { prices },
    ),
  });
  const common = { apiKey: clientKey, maxRetries: 0, fetch: spying };
  openai = new OpenAI({ ...common, baseURL: `${gateway.url}/v1` });
  anthropic = new Anthropic({ ...common, baseURL: gateway.url });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([oa?.stop(), ant?.stop()]);
});

beforeEach(() => {
  oa.reset();
  ant.reset();
});

/// The row of a request as `gatehousectl requests list` shows it.
const listed = (id) => until(async () => {
  const { json } = await gateway.ctl(['requests', 'list', '--limit', '50']);
  return json?.items.find((item) => item.id === id);
}, `request ${id} in the list`);

/// What every well answered request's row must say.
function assertGoodRow(row, expected) {
  assert.equal(row.status, 200);
  assert.equal(row.outcome, 'ok');
  assert.equal(row.key, 'tests');
  assert.equal(row.error, null);
  assert.equal(row.tokens_estimated, false);
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(row[name], value, name);
  assert.equal(row.attempts.length, 1);
  assert.equal(row.attempts[0].provider, expected.provider);
  assert.equal(row.attempts[0].model, expected.model);
  assert.equal(row.attempts[0].result, 'ok');
  assert.equal(row.attempts[0].status, 200);
  assert.ok(row.attempts[0].ms > 0 && row.attempts[0].ms <= row.total_ms);
  assert.ok(row.gateway_us >= 0);
  if (row.streamed) assert.ok(row.first_token_ms > 0 && row.first_token_ms <= row.total_ms);
  else assert.equal(row.first_token_ms, null);
}

function assertReplyFields(headers, expected) {
  assert.match(headers.get('x-request-id'), /^[\w-]{16,}$/);
  assert.equal(headers.get('x-gatehouse-provider'), expected.provider);
  assert.equal(headers.get('x-gatehouse-model'), expected.model);
  assert.equal(headers.get('x-gatehouse-attempts'), '1');
  assert.equal(headers.get('x-gatehouse-cache'), 'bypass');
}

/// The bytes the client sent with another model name in them.
const withModel = (bytes, from, to) =>
  Buffer.from(bytes.toString('latin1').replace(`"model":"${from}"`, `"model":"${to}"`), 'latin1');

const chatRow = {
  provider: 'oa', model: 'gpt-4o-mini', route: 'fast', model_asked: 'fast', front: 'openai-chat',
  tokens_in: chatUsage.prompt_tokens, tokens_out: chatUsage.completion_tokens, tokens_cached: 3,
  cost_nano_usd: chatCost,
};

test('chat, whole', async () => {
  const { data, response } = await openai.chat.completions
    .create({ model: 'fast', messages: question }).withResponse();
  assert.equal(data.choices[0].message.content, text);
  assert.deepEqual(data.usage, chatUsage);
  assertReplyFields(response.headers, chatRow);
  assert.equal(Number(response.headers.get('x-gatehouse-cost-usd')), chatCost / 1e9);
  assert.equal(response.headers.get('x-gatehouse-estimated'), null);

  assert.equal(oa.last.headers.authorization, `Bearer ${providerKey}`);
  assert.deepEqual(oa.last.body, withModel(sent, 'fast', 'gpt-4o-mini'));
  assertGoodRow(await listed(response.headers.get('x-request-id')), { ...chatRow, streamed: false });
});

test('a request is listed within a second', () => within(1_000, async () => {
  const response = await gateway.fetch('/v1/chat/completions', { body: { model: 'fast', messages: question } });
  await response.text();
  const since = performance.now();
  await listed(response.headers.get('x-request-id'));
  return performance.now() - since;
}));

test('chat, streamed: usage is counted and stays hidden', async () => {
  const { data, response } = await openai.chat.completions
    .create({ model: 'fast', messages: question, stream: true }).withResponse();
  const received = [];
  for await (const chunk of data) {
    assert.ok(!chunk.usage, 'no usage for a client that did not ask');
    assert.equal(chunk.choices.length, 1, 'no chunk without a choice');
    assert.ok(!('usage' in chunk), 'not even the empty member');
    received.push(chunk.choices[0].delta.content ?? '');
  }
  assert.equal(received.join(''), text);
  assert.equal(received.length, words.length + 2, 'no chunk more or less');
  assertReplyFields(response.headers, chatRow);
  assert.equal(oa.last.json.stream_options.include_usage, true);
  assertGoodRow(await listed(response.headers.get('x-request-id')), { ...chatRow, streamed: true });
});

test('chat, streamed with usage asked for', async () => {
  const stream = await openai.chat.completions.create({
    model: 'fast', messages: question, stream: true, stream_options: { include_usage: true },
  });
  const chunks = await Array.fromAsync(stream);
  assert.deepEqual(chunks.at(-1).usage, chatUsage);
  assert.deepEqual(chunks.at(-1).choices, []);
  assert.deepEqual(oa.last.body, withModel(sent, 'fast', 'gpt-4o-mini'));
});

test('chat, streamed with the cost as a last comment', async () => {
  const response = await gateway.fetch('/v1/chat/completions', {
    body: { model: 'fast', messages: question, stream: true }, headers: { 'x-gatehouse-cost': '1' },
  });
  const [, cost] = (await response.text()).match(/\n: x-gatehouse-cost-usd: ([\d.]+)\n\n$/);
  assert.equal(Number(cost), chatCost / 1e9);
});

test('messages, whole', async () => {
  const { data, response } = await anthropic.messages
    .create({ model: 'careful', max_tokens: 100, messages: question }).withResponse();
  assert.equal(data.content[0].text, text);
  assert.deepEqual(data.usage, messageUsage);
  const expected = {
    provider: 'ant', model: 'claude-sonnet', route: 'careful', front: 'anthropic-messages',
    tokens_in: 20, tokens_out: 5, tokens_cached: 4, tokens_cache_write: 6, cost_nano_usd: messageCost,
  };
  assertReplyFields(response.headers, expected);
  assert.equal(response.headers.get('request-id'), response.headers.get('x-request-id'));
  assert.equal(ant.last.path, '/v1/messages');
  assert.equal(ant.last.headers['x-api-key'], providerKey);
  assert.equal(ant.last.headers.authorization, undefined);
  assert.match(ant.last.headers['anthropic-version'], /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual(ant.last.body, withModel(sent, 'careful', 'claude-sonnet'));
  assertGoodRow(await listed(response.headers.get('x-request-id')), { ...expected, streamed: false });
});

test('messages, streamed', async () => {
  const stream = anthropic.messages.stream({ model: 'careful', max_tokens: 100, messages: question });
  const { data: received, response } = await stream.withResponse();
  const message = await received.finalMessage();
  assert.equal(message.content[0].text, text);
  assert.equal(message.usage.output_tokens, messageUsage.output_tokens);
  const row = await listed(response.headers.get('x-request-id'));
  assertGoodRow(row, {
    provider: 'ant', model: 'claude-sonnet', tokens_in: 20, tokens_out: 5, streamed: true,
    cost_nano_usd: messageCost,
  });
});

test('messages with the beta query of Claude Code', async () => {
  const response = await gateway.fetch('/v1/messages?beta=true', {
    key: null, headers: { 'x-api-key': clientKey, 'anthropic-version': '2023-06-01', 'anthropic-beta': 'a,b' },
    body: { model: 'careful', max_tokens: 9, messages: question },
  });
  assert.equal(response.status, 200);
  assert.equal(ant.last.url, '/v1/messages?beta=true');
  assert.equal(ant.last.headers['anthropic-version'], '2023-06-01');
  assert.equal(ant.last.headers['anthropic-beta'], 'a,b');
});

test('responses, whole and streamed', async () => {
  const expected = {
    ...chatRow, front: 'openai-responses', tokens_in: responsesUsage.input_tokens,
    tokens_out: responsesUsage.output_tokens, tokens_reasoning: 2,
  };
  const { data, response } = await openai.responses.create({ model: 'fast', input: 'Hi' }).withResponse();
  assert.equal(data.output_text, text);
  assertGoodRow(await listed(response.headers.get('x-request-id')), { ...expected, streamed: false });

  const streamed = await openai.responses.create({ model: 'fast', input: 'Hi', stream: true }).withResponse();
  const types = [];
  let joined = '';
  for await (const event of streamed.data) {
    assert.equal(event.sequence_number, types.length);
    types.push(event.type);
    if (event.type === 'response.output_text.delta') joined += event.delta;
  }
  assert.equal(joined, text);
  assert.equal(types[0], 'response.created');
  assert.equal(types.at(-1), 'response.completed');
  assert.deepEqual(oa.last.body, withModel(sent, 'fast', 'gpt-4o-mini'));
  assertGoodRow(await listed(streamed.response.headers.get('x-request-id')), { ...expected, streamed: true });
});

test('embeddings', async () => {
  const { data, response } = await openai.embeddings
    .create({ model: 'vectors', input: ['a', 'b'], encoding_format: 'float' }).withResponse();
  assert.deepEqual(data.data.map((item) => item.embedding), [[0.25, -0.5, 0.125], [0.25, -0.5, 0.125]]);
  assertGoodRow(await listed(response.headers.get('x-request-id')), {
    provider: 'oa', model: 'embed', front: 'openai-embeddings', tokens_in: embeddingUsage.prompt_tokens,
    tokens_out: 0, cost_nano_usd: embeddingCost,
  });
});

test('count_tokens is free', async () => {
  const { data, response } = await anthropic.messages
    .countTokens({ model: 'careful', messages: question }).withResponse();
  assert.equal(data.input_tokens, 21);
  assert.equal(ant.last.path, '/v1/messages/count_tokens');
  const row = await listed(response.headers.get('x-request-id'));
  assert.equal(row.cost_nano_usd, 0);
});

test('models: list and one', async () => {
  const all = [];
  for await (const model of openai.models.list()) all.push(model.id);
  assert.deepEqual(new Set(all), new Set([
    'fast', 'careful', 'vectors', 'oa/gpt-4o-mini', 'oa/embed', 'ant/claude-sonnet', 'free/unheard-of',
  ]));
  assert.equal((await openai.models.retrieve('fast')).id, 'fast');
  assert.equal((await openai.models.retrieve('oa/embed')).owned_by, 'oa');
  await assert.rejects(openai.models.retrieve('nothing'), { status: 404, code: 'model_not_found' });

  const page = await anthropic.models.list();
  assert.equal(page.has_more, false);
  assert.ok(page.data.some((model) => model.id === 'careful' && model.type === 'model'));
});

test('a model can be called as provider/model', async () => {
  const { data, response } = await openai.chat.completions
    .create({ model: 'oa/gpt-4o-mini', messages: question }).withResponse();
  assert.equal(data.choices[0].message.content, text);
  assert.equal(oa.last.json.model, 'gpt-4o-mini');
  assert.equal(response.headers.get('x-gatehouse-model'), 'gpt-4o-mini');
});

test('without a price the cost is unknown, not zero', async () => {
  const { response } = await openai.chat.completions
    .create({ model: 'free/unheard-of', messages: question }).withResponse();
  assert.equal(response.headers.get('x-gatehouse-cost-usd'), null);
  const row = await listed(response.headers.get('x-request-id'));
  assert.equal(row.cost_nano_usd, null);
  assert.equal(row.tokens_in, chatUsage.prompt_tokens);
});

test('tools, images and unknown fields pass as they were written', async () => {
  // Spaces, escapes, number forms and field order must survive; a re-serialised body would differ.
  const body = `{ "messages" : [ {"role":"user", "content":[{"type":"text","text":"caf\\u00e9 \\ud83d\\ude00 é"},
    {"type":"image_url","image_url":{"url":"data:image/png;base64,${'iVBORw0KGgo'.repeat(4000)}"}}]} ],
    "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{"model":{"type":"string"}}}}}],
    "temperature": 1.0e0, "vendor_extra":{"model":"kept","deep":[1,2.50,null]}, "model" : "fast" }`;
  const response = await gateway.fetch('/v1/chat/completions', { body });
  assert.equal(response.status, 200);
  assert.equal(oa.last.body.toString(), body.replace('"model" : "fast"', '"model" : "gpt-4o-mini"'));

  const message = `{"model":"careful","max_tokens":64,"tools":[{"name":"f","input_schema":{"type":"object","properties":{}}}],
    "messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0KGgo="}},
    {"type":"text","text":"What\\u2019s  this?"}]}],"metadata":{"user_id":"model"}}`;
  const answer = await gateway.fetch('/v1/messages', { body: message });
  assert.equal(answer.status, 200);
  assert.equal(ant.last.body.toString(), message.replace('"careful"', '"claude-sonnet"'));
});

test('only the fields of the dialect go upstream, and none of ours', async () => {
  await gateway.fetch('/v1/chat/completions', {
    body: { model: 'fast', messages: question },
    headers: {
      'x-gatehouse-tags': 'app=mail,step=2', cookie: 'a=b', 'x-forwarded-for': '1.2.3.4',
      'idempotency-key': 'once', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  });
  const names = Object.keys(oa.last.headers);
  for (const name of ['cookie', 'x-forwarded-for', 'x-gatehouse-tags']) assert.ok(!names.includes(name), name);
  assert.equal(oa.last.headers['idempotency-key'], 'once');
  assert.match(oa.last.headers.traceparent, /^00-0af7651916cd43dd/);
  assert.ok(!JSON.stringify(oa.last.headers).includes(clientKey));
});

test('tags, trace and provider limits', async () => {
  oa.next(answers({
    headers: { 'x-ratelimit-remaining-requests': '41', 'set-cookie': 'a=b', server: 'fake' },
  }));
  const response = await gateway.fetch('/v1/chat/completions', {
    body: { model: 'fast', messages: question },
    headers: { 'x-gatehouse-tags': 'app=mail,step=2', 'x-gatehouse-explain': '1' },
  });
  assert.equal(response.headers.get('x-ratelimit-remaining-requests'), '41');
  assert.equal(response.headers.get('x-gatehouse-upstream-id'), 'up-1');
  assert.equal(response.headers.get('set-cookie'), null);
  assert.equal(response.headers.get('server'), null);
  assert.deepEqual(JSON.parse(response.headers.get('x-gatehouse-explain')).plan, ['oa/gpt-4o-mini']);

  const row = await gateway.row(response.headers.get('x-request-id'));
  assert.deepEqual(row.tags, { app: 'mail', step: '2' });
  assert.equal(row.attempts[0].upstream_id, 'up-1');
  assert.deepEqual(row.trace.plan, ['oa/gpt-4o-mini']);
  assert.ok(row.trace.steps.length > 1 && row.trace.steps.every((step) => step.ok));
  assert.equal(row.cost_lines.reduce((sum, line) => sum + line.cost_nano_usd, 0), row.list_cost_nano_usd);
});

test('a stream arrives piece by piece, not at its end', async () => {
  // Each word leaves the provider when the one before it has reached the client.
  let seen = '';
  oa.next(async (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let sent = '';
    for (const piece of goodEvents(request)) {
      response.write(piece);
      sent += /"content":"([^"]*)"/.exec(piece)?.[1] ?? '';
      await until(() => seen === sent, 'the piece at the client');
    }
    response.end();
  });
  const response = await gateway.fetch('/v1/chat/completions', {
    body: { model: 'fast', messages: question, stream: true },
  });
  const decoder = new TextDecoder();
  let whole = '';
  for await (const bytes of response.body) {
    whole += decoder.decode(bytes, { stream: true });
    seen = [...whole.matchAll(/"content":"([^"]*)"/g)].map((match) => match[1]).join('');
  }
  assert.equal(seen, text);
});

test('fifty at once are fifty answers and fifty rows', async () => {
  const replies = await Promise.all(Array.from({ length: 50 }, async (_, i) => {
    const stream = i % 2 === 1;
    const response = await gateway.fetch('/v1/chat/completions', {
      body: { model: 'fast', messages: question, stream },
    });
    const body = await response.text();
    const content = stream
      ? events(body).map(({ data }) => data.choices?.[0].delta.content ?? '').join('')
      : JSON.parse(body).choices[0].message.content;
    assert.equal(content, text);
    return response.headers.get('x-request-id');
  }));
  assert.equal(new Set(replies).size, 50);
  await Promise.all(replies.map((id) => gateway.row(id)));
});
