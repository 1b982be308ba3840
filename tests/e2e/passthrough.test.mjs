// SPDX-License-Identifier: GPL-3.0-or-later
// /passthrough/{provider}/…: the client talks to the provider past the gateway, which swaps the key,
// reads the usage on the way and books one row.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, describe, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

import { FakeUpstream, answers, chatUsage, fails, hangs, messageUsage } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, providerKey, route, unusedAddress, until, within } from './support/gateway.mjs';

const narrowKey = 'a-client-key-for-one-route-of-the-tests';
let upstream;
let gateway;

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start({
    env: { GH_TEST_NARROW_KEY: narrowKey, GH_TEST_EUROPE_KEY: `${narrowKey}-of-europe`, GH_TEST_ACCESS_KEY: 'AKIDPASS' },
    config: base([
      // Models are named, so that nothing but the tests asks the provider.
      provider('oa', 'openai', upstream, { models: ['m', 'gpt'], region: ['us'], headers: { 'x-office': 'berlin' } }),
      provider('claude', 'anthropic', upstream, { models: ['claude'] }),
      provider('bedrock', 'bedrock', upstream, {
        models: ['amazon.nova:0'], aws_region: 'eu-central-1', keys: [{ secret: 'env:GH_TEST_PROVIDER_KEY', access_key: 'env:GH_TEST_ACCESS_KEY' }],
      }),
      provider('off', 'openai', upstream, { models: ['m'], paused: true }), provider('gone', 'openai', (await unusedAddress()).url),
    ], [route('fast', ['oa/m'])], {
      keys: [
        { id: 'narrow', secret: 'env:GH_TEST_NARROW_KEY', routes: ['fast', 'claude/*'] },
        { id: 'europe', team: 'eu', secret: 'env:GH_TEST_EUROPE_KEY', routes: ['*'] },
      ],
      teams: [{ id: 'eu', routes: ['*'], residency: ['eu'] }],
      prices: [
        { provider: 'oa', model: 'gpt', input_usd_per_mtok: 1, output_usd_per_mtok: 2, cache_read_usd_per_mtok: 0.5 },
        { provider: 'claude', model: '*', input_usd_per_mtok: 1, output_usd_per_mtok: 2, cache_read_usd_per_mtok: 1, cache_write_usd_per_mtok: 1 },
      ],
    }),
  });
});

after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

beforeEach(() => upstream.reset());

const rowOf = (response) => gateway.row(response.headers.get('x-request-id'));
const messages = [{ role: 'user', content: 'Hi' }];
const costs = (usage) => ((usage.prompt_tokens - 3) * 1000 + 3 * 500 + usage.completion_tokens * 2000);
const says = (status, headers, body) => (_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
};

describe('official clients', () => {
  test('openai, whole and streamed: the same bytes, priced', async () => {
    const client = new OpenAI({ apiKey: clientKey, baseURL: `${gateway.url}/passthrough/oa`, maxRetries: 0 });
    const { data, response } = await client.chat.completions.create({ model: 'gpt', messages, seed: 7 }).withResponse();
    assert.equal(data.choices[0].message.content, 'Well met by moonlight.');
    assert.equal(upstream.last.url, '/v1/chat/completions');
    assert.deepEqual(upstream.last.json, { model: 'gpt', messages, seed: 7 });
    const row = await rowOf(response);
    assert.deepEqual(
      [row.front, row.provider, row.model, row.tokens_in, row.tokens_out, row.cost_nano_usd, row.attempts.length],
      ['passthrough', 'oa', 'gpt', chatUsage.prompt_tokens, chatUsage.completion_tokens, costs(chatUsage), 1]);

    const stream = await client.chat.completions.create({ model: 'gpt', messages, stream: true, stream_options: { include_usage: true } }).withResponse();
    const chunks = await Array.fromAsync(stream.data);
    assert.deepEqual(chunks.at(-1).usage, chatUsage);
    const streamed = await rowOf(stream.response);
    assert.deepEqual([streamed.streamed, streamed.tokens_out, streamed.cost_nano_usd], [true, chatUsage.completion_tokens, costs(chatUsage)]);
    assert.ok(streamed.first_token_ms > 0);
  });

  test('anthropic: its own key field and version', async () => {
    const client = new Anthropic({ apiKey: clientKey, baseURL: `${gateway.url}/passthrough/claude`, maxRetries: 0 });
    const { data, response } = await client.messages.create({ model: 'claude', max_tokens: 10, messages }).withResponse();
    assert.equal(data.content[0].text, 'Well met by moonlight.');
    assert.equal(upstream.last.headers['x-api-key'], providerKey);
    assert.equal(upstream.last.headers.authorization, undefined);
    assert.ok(upstream.last.headers['anthropic-version']);
    const row = await rowOf(response);
    assert.deepEqual([row.tokens_in, row.tokens_out], [20, messageUsage.output_tokens]);
  });

  test('lists, which cost nothing', async () => {
    const client = new OpenAI({ apiKey: clientKey, baseURL: `${gateway.url}/passthrough/oa`, maxRetries: 0 });
    const { data, response } = await client.models.list().withResponse();
    assert.equal(data.data[0].id, 'm-1');
    assert.deepEqual([upstream.last.method, upstream.last.body.length], ['GET', 0]);
    assert.equal((await rowOf(response)).cost_nano_usd, 0);
  });
});

describe('what passes', () => {
  test('any method, path, query, type and body; no credentials, nothing of the connection', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    upstream.next(says(201, { 'content-type': 'application/x-thing', etag: '"1"', 'set-cookie': 'a=b', server: 'secret/1', 'x-request-id': 'up-7' }, bytes));
    const response = await gateway.fetch('/passthrough/oa/files/a%2Fb:c?purpose=x%20y&key=steal&after=1', {
      method: 'PUT', body: bytes,
      headers: {
        'content-type': 'application/octet-stream', 'openai-beta': 'assistants=v2', cookie: 'c=d', origin: 'http://evil',
        'x-gatehouse-tags': 'job=1', 'x-office': 'paris',
      },
    });
    assert.equal(response.status, 201);
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
    assert.deepEqual([response.headers.get('content-type'), response.headers.get('etag'), response.headers.get('set-cookie'), response.headers.get('server')],
      ['application/x-thing', '"1"', null, null]);
    assert.equal(response.headers.get('x-gatehouse-upstream-id'), 'up-7');
    const { headers, url, method, body } = upstream.last;
    assert.deepEqual([method, url], ['PUT', '/v1/files/a%2Fb:c?purpose=x%20y&after=1']);
    assert.deepEqual(new Uint8Array(body), bytes);
    assert.deepEqual([headers.authorization, headers['content-type'], headers['openai-beta'], headers['x-office']],
      [`Bearer ${providerKey}`, 'application/octet-stream', 'assistants=v2', 'berlin']);
    for (const name of ['cookie', 'origin', 'x-gatehouse-tags']) assert.equal(headers[name], undefined, name);
    assert.ok(!JSON.stringify(headers).includes(clientKey));
  });

  test('DELETE, HEAD and answers without a body', async () => {
    upstream.next(says(204, {}));
    const removed = await gateway.fetch('/passthrough/oa/files/1', { method: 'DELETE' });
    assert.equal(removed.status, 204);
    assert.equal((await rowOf(removed)).status, 204);
    const head = await gateway.fetch('/passthrough/oa/models', { method: 'HEAD' });
    assert.deepEqual([head.status, upstream.last.method], [200, 'HEAD']);
  });

  test('a refusal in the provider\'s own words, and not sent again', async () => {
    upstream.next(fails(429, { type: 'rate_limit_error', message: 'slow down' }, { 'retry-after': '7' }), fails(500), fails(404));
    for (const [status, words] of [[429, 'slow down'], [500, 'scripted 500'], [404, 'scripted 404']]) {
      const response = await gateway.fetch('/passthrough/oa/chat/completions', { body: { model: 'other', messages } });
      assert.deepEqual([response.status, (await response.json()).error.message], [status, words]);
      if (status === 429) assert.equal(response.headers.get('retry-after'), '7');
      const row = await rowOf(response);
      assert.deepEqual([row.status, row.attempts.length, row.cost_nano_usd], [status, 1, 0]);
    }
  });

  test('what nobody can price is unpriced, not free', async () => {
    upstream.next(says(200, { 'content-type': 'application/json' }, '{"id":"job"}'));
    const response = await gateway.fetch('/passthrough/oa/fine_tuning/jobs', { body: { model: 'gpt' } });
    assert.equal(response.status, 200);
    assert.equal((await rowOf(response)).cost_nano_usd, null);
  });

  test('a signature of Amazon\'s', async () => {
    upstream.next(says(200, { 'content-type': 'application/json' },
      JSON.stringify({ output: { message: { role: 'assistant', content: [{ text: 'Hi' }] } }, stopReason: 'end_turn', usage: { inputTokens: 3, outputTokens: 1, totalTokens: 4 } })));
    const response = await gateway.fetch('/passthrough/bedrock/model/amazon.nova%3A0/converse', { body: { messages: [] }, headers: { 'x-amz-date': 'now' } });
    assert.equal(response.status, 200);
    assert.match(upstream.last.headers.authorization, /^AWS4-HMAC-SHA256 Credential=AKIDPASS\/.*SignedHeaders=content-type;host;x-amz-date/);
    assert.equal(upstream.last.url, '/model/amazon.nova%3A0/converse');
    const row = await rowOf(response);
    assert.deepEqual([row.model, row.tokens_in, row.tokens_out], ['amazon.nova:0', 3, 1]);
  });
});

describe('flow', () => {
  test('a slow client holds the provider back', async () => {
    let written = 0;
    upstream.next(async (_request, response) => {
      response.setMaxListeners(0);
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      const piece = Buffer.alloc(64 * 1024);
      for (let i = 0; i < 1024 && !response.destroyed; ++i) {
        written += piece.length;
        if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
      response.end();
    });
    const response = await gateway.fetch('/passthrough/oa/files/1/content');
    const reader = response.body.getReader();
    await reader.read();
    let before = -1;
    await until(() => before === (before = written), 'the provider to be held back', 20_000, 300);
    assert.ok(written < 32 * 1024 * 1024, `${written} bytes`);
    let read = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.length;
    }
    assert.ok(read > 63 * 1024 * 1024);
  });

  test('a client that leaves ends the call', async () => {
    let response;
    await within(100, async () => {
      upstream.reset();
      upstream.next(hangs(2));
      response = await gateway.fetch('/passthrough/oa/chat/completions', { body: { model: 'gpt', messages, stream: true } });
      const reader = response.body.getReader();
      await reader.read();
      const request = await upstream.received();
      const left = performance.now();
      await reader.cancel();
      return await request.gone - left;
    });
    assert.equal((await rowOf(response)).outcome, 'cancelled');
  });
});

describe('refused', () => {
  const cases = [
    { name: 'an unknown provider', path: 'nobody/v1/models', status: 404, code: 'not_found' },
    { name: 'a paused one', path: 'off/models', status: 503, code: 'capacity_exceeded' },
    { name: 'one that is not there', path: 'gone/models', status: 502, code: 'upstream_failed' },
    { name: 'a key of a few routes', path: 'oa/models', key: narrowKey, status: 403, code: 'model_not_allowed' },
    { name: 'a key of another region', path: 'oa/models', key: `${narrowKey}-of-europe`, status: 403, code: 'residency_refused' },
    { name: 'a path out of the base path', path: 'oa/a%2f..%2f..%2fb', status: 400, code: 'invalid_request' },
    { name: 'no key', path: 'oa/models', key: null, status: 401, code: 'invalid_api_key' },
  ];
  for (const { name, path, key = clientKey, status, code } of cases) {
    test(name, async () => {
      const response = await gateway.fetch(`/passthrough/${path}`, { key });
      const { error } = await response.json();
      assert.deepEqual([response.status, error.code], [status, code]);
      assert.equal(upstream.requests.length, 0);
    });
  }

  test('a key of the whole provider may', async () => {
    upstream.next(answers());
    assert.equal((await gateway.fetch('/passthrough/claude/v1/models', { key: narrowKey })).status, 200);
  });

  test('our own credentials: never a 401, and the key is parked', async () => {
    upstream.next(fails(401, { type: 'authentication_error', message: `bad key ${providerKey}` }));
    const response = await gateway.fetch('/passthrough/claude/v1/messages', { body: { model: 'claude', max_tokens: 5, messages } });
    assert.equal(response.status, 502);
    const text = await response.text();
    assert.match(text, /upstream_auth_failed|"type":"error"/);
    assert.ok(!text.includes(providerKey));
  });
});
