// SPDX-License-Identifier: GPL-3.0-or-later
// Limits as clients meet them: what passes in a minute, what is refused and with which words, and
// that a refusal, a stream or a restart leaves the counting true.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, pause, provider, route, until, within } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];
let upstream;
let gateway;

const config = (limits) => base(
  [provider('oa', 'openai', upstream, { models: ['m'] })],
  [route('fast', ['oa/m']), route('other', ['oa/m'])],
  { limits },
);
const client = (of = gateway) => new OpenAI({ apiKey: clientKey, baseURL: `${of.url}/v1`, maxRetries: 0 });
const ask = (of = gateway, model = 'fast') => client(of).chat.completions.create({ model, messages });

/// Starts a gateway with these limits for one test.
async function withLimits(limits, work) {
  const own = await Gateway.start({ config: config(limits) });
  try {
    await work(own);
  } finally {
    await own.stop();
  }
}

before(async () => { upstream = await FakeUpstream.start(); });
after(() => upstream?.stop());
beforeEach(() => upstream.reset());

test('a minute holds as many requests as the limit, and the refusal says why', () =>
  withLimits([{ scope: 'key:tests', rpm: 60 }], async (own) => {
    const began = performance.now();
    const results = await Promise.allSettled(Array.from({ length: 200 }, () => ask(own)));
    const gone = Math.ceil((performance.now() - began) / 1000); // seconds of that minute
    const refused = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
    assert.equal(results.length - refused.length, 60);
    assert.equal(upstream.requests.length, 60);
    for (const error of refused) {
      assert.equal(error.status, 429);
      assert.equal(error.code, 'rate_limit_exceeded');
      assert.match(error.message, /key 'tests'.*60 requests per minute/);
      const wait = Number(error.headers.get('retry-after'));
      assert.ok(wait >= 60 - gone && wait <= 60, `retry-after ${wait} within ${gone} s`);
      const exact = Number(error.headers.get('retry-after-ms'));
      assert.equal(Math.ceil(exact / 1000), wait);
      assert.equal(error.headers.get('x-ratelimit-limit-requests'), '60');
      assert.equal(error.headers.get('x-ratelimit-remaining-requests'), '0');
      const all = milliseconds(error.headers.get('x-ratelimit-reset-requests'));
      assert.ok(all >= exact && all <= 60_000, `all are free in ${all} ms, the first in ${exact}`);
    }
  }));

/// "1m2.5s", "12ms" as OpenAI words it.
function milliseconds(text) {
  const [, minutes, seconds, rest] = /^(?:(\d+)m(?!s))?(?:([\d.]+)s)?(?:(\d+)ms)?$/.exec(text);
  return Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1000 + Number(rest ?? 0);
}

test('who comes back when the refusal says so passes', () =>
  withLimits([{ scope: 'key:tests', tpm: 600 }], async (own) => {
    for (let round = 0; round < 3; ++round) {
      const error = await until(() => ask(own).then(() => null, (reason) => reason), 'the minute to be used');
      assert.match(error.message, /600 tokens per minute/);
      await pause(Number(error.headers.get('retry-after-ms')));
      await ask(own);
    }
  }));

/// How many of these moments the fullest of all the windows of 60 s holds.
function fullest(moments) {
  const sorted = [...moments].sort((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; first < sorted.length; ++first) {
    while (last < sorted.length && sorted[last] < sorted[first] + 60_000) ++last;
    most = Math.max(most, last - first);
  }
  return most;
}

// GATEHOUSE_FLOOD_SECONDS=180 for the whole of it: a minute is a minute.
const floodSeconds = Number(process.env.GATEHOUSE_FLOOD_SECONDS ?? 3);

test('a flood gets its limit in every minute, and what is refused takes nothing', { timeout: (floodSeconds + 60) * 1000 }, () =>
  withLimits([{ scope: 'key:tests', rpm: 60 }], async (own) => {
    const arrived = [];
    upstream.always((request, response) => {
      arrived.push(performance.now());
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"c","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"a"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}');
    });
    const begun = performance.now();
    const end = begun + floodSeconds * 1000;
    const refused = [];
    const flood = async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        const { status } = await fetch(`${own.url}/v1/chat/completions`, {
          method: 'POST',
          headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
          body: JSON.stringify({ model: 'fast', messages }),
        }).then(async (response) => { await response.text(); return response; });
        if (status === 429) refused.push(asked);
        await pause(5 + Math.random() * 20);
      }
    };
    await Promise.all(Array.from({ length: 8 }, flood));
    const most = fullest(arrived);
    assert.ok(most >= 59 && most <= 61, `${most} requests in a minute`);
    assert.ok(arrived.length >= 60 * Math.max(Math.floor(floodSeconds / 61), 1), `${arrived.length} passed`);
    // Whoever was refused had used all of the minute before.
    const used = (at) => arrived.filter((moment) => moment > at - 60_000 && moment < at + 100).length;
    const least = floodSeconds > 60 ? Math.min(...refused.map(used)) : 60;
    assert.ok(least >= 59, `${least} requests in the minute before a refusal`);
    console.log(`# ${arrived.length} of ${arrived.length + refused.length} passed, at most ${most} and at least ${least} in 60 s`);
  }));

test('what is left is told in the words of the client', () =>
  withLimits([{ scope: 'gateway', rpm: 100, tpm: 100000 }, { scope: 'team:none', rpm: 1 }].slice(0, 1), async (own) => {
    const began = performance.now();
    const passed = () => (performance.now() - began) / 1000;
    const { response } = await client(own).chat.completions.create({ model: 'fast', messages }).withResponse();
    assert.equal(response.headers.get('x-ratelimit-limit-requests'), '100');
    assert.equal(response.headers.get('x-ratelimit-remaining-requests'), '99');
    const [, minutes, seconds] = /^(?:(\d+)m)?([\d.]+)s$/.exec(response.headers.get('x-ratelimit-reset-requests'));
    const resets = Number(minutes ?? 0) * 60 + Number(seconds);
    assert.ok(resets > 59.9 - passed() && resets <= 60, `${resets} s`);
    assert.equal(response.headers.get('x-ratelimit-limit-tokens'), '100000');
    assert.ok(Number(response.headers.get('x-ratelimit-remaining-tokens')) >= 100000 - 18);
    const anthropic = new Anthropic({ apiKey: clientKey, baseURL: own.url, maxRetries: 0 });
    const answer = await anthropic.messages.create({ model: 'fast', max_tokens: 50, messages }).asResponse();
    assert.equal(answer.headers.get('anthropic-ratelimit-requests-remaining'), '98');
    const reset = Date.parse(answer.headers.get('anthropic-ratelimit-requests-reset')) - Date.now();
    assert.ok(reset > 58_500 - passed() * 1000 && reset <= 60_500, `${reset}`);
  }));

test('the narrowest scope binds, and a refusal takes nothing of the others', () =>
  withLimits([{ scope: 'gateway', rpm: 50 }, { scope: 'route:fast', rpm: 2 }, { scope: 'provider:oa', rpm: 40 }], async (own) => {
    await ask(own);
    await ask(own);
    for (let i = 0; i < 20; ++i) {
      const error = await ask(own).catch((reason) => reason);
      assert.match(error.message, /route 'fast'/);
    }
    await ask(own, 'other');
    const { body } = await own.admin('GET', '/limits');
    const left = Object.fromEntries(body.items.map(({ scope, requests_left }) => [scope, requests_left]));
    assert.deepEqual(left, { gateway: 47, 'provider:oa': 37, 'route:fast': 0 });
    const ladder = (await own.admin('GET', '/keys/tests/limits?route=fast')).body;
    assert.equal(ladder.binding.rpm, 'route:fast');
  }));

test('scopes bind in any combination, all of them or none', async () => {
  const wide = { gateway: 50, 'team:t': 49, 'key:tests': 48, 'route:fast': 47, 'provider:oa': 46 };
  const narrow = 2;
  for (const bound of Object.keys(wide)) {
    const limits = Object.entries(wide).map(([scope, rpm]) => ({ scope, rpm: scope === bound ? narrow : rpm }));
    const own = await Gateway.start({
      config: { ...config(limits), teams: [{ id: 't' }], keys: [{ id: 'tests', secret: 'env:GH_TEST_CLIENT_KEY', team: 't' }] },
    });
    try {
      for (let i = 0; i < narrow; ++i) await ask(own);
      for (let i = 0; i < 10; ++i) {
        const error = await ask(own).catch((reason) => reason);
        assert.equal(error.status, 429, bound);
        assert.match(error.message, new RegExp(bound === 'gateway' ? 'the gateway' : bound.split(':')[1]));
      }
      const left = await until(async () => {
        const { items } = (await own.admin('GET', '/limits')).body;
        return Object.fromEntries(items.map(({ scope, requests_left }) => [scope, requests_left]));
      }, 'the limits');
      for (const [scope, rpm] of Object.entries(wide))
        assert.equal(left[scope], scope === bound ? 0 : rpm - narrow, `${scope}, where ${bound} binds`);
    } finally {
      await own.stop();
    }
  }
});

// GATEHOUSE_STREAM_SECONDS=90 for a long one.
const streamSeconds = Number(process.env.GATEHOUSE_STREAM_SECONDS ?? 1);

test('a long stream holds its place to its end, and not for 100 ms more', { timeout: (streamSeconds * 10 + 60) * 1000 }, () =>
  withLimits([{ scope: 'key:tests', max_in_flight: 1 }], async (own) => {
    const limits = async () => (await own.admin('GET', '/limits')).body.items[0];
    await within(100, async () => {
      let finish;
      upstream.next((request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const word = 'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n';
        response.write(word);
        const more = setInterval(() => response.write(word), 100);
        finish = () => {
          clearInterval(more);
          response.end('data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n');
        };
      });
      const stream = await client(own).chat.completions.create({ model: 'fast', messages, stream: true });
      const read = (async () => { for await (const chunk of stream) void chunk; })();
      const end = performance.now() + streamSeconds * 1000;
      while (performance.now() < end) {
        assert.equal((await limits()).in_flight, 1);
        assert.equal((await ask(own).catch((reason) => reason)).status, 429);
        await pause(200);
      }
      finish();
      const ended = performance.now();
      await until(async () => (await limits()).in_flight === 0, 'the place to be free', 10_000, 5);
      const freed = performance.now() - ended;
      await read;
      await ask(own);
      return freed;
    });
  }));

test('a stream holds its place until its end', () =>
  withLimits([{ scope: 'key:tests', max_in_flight: 1 }], async (own) => {
    let finish;
    upstream.next((request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n');
      finish = () => response.end('data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n');
    });
    const stream = await client(own).chat.completions.create({ model: 'fast', messages, stream: true });
    const error = await ask(own).catch((reason) => reason);
    assert.equal(error.status, 429);
    assert.match(error.message, /1 requests at a time/);
    finish();
    for await (const chunk of stream) void chunk;
    await until(() => ask(own).then(() => true, () => false), 'the place to be free');
    // A client that leaves frees its place as well.
    upstream.next((request, response) => { response.writeHead(200, { 'content-type': 'text/event-stream' }); response.write('data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n'); });
    const left = await client(own).chat.completions.create({ model: 'fast', messages, stream: true });
    left.controller.abort();
    await until(() => ask(own).then(() => true, () => false), 'the place to be free', 20_000, 50);
  }));

test('tokens are settled at the end', () =>
  withLimits([{ scope: 'key:tests', tpm: 1000 }], async (own) => {
    await ask(own);
    await until(async () => (await own.admin('GET', '/limits')).body.items[0].tokens_left >= 1000 - 18, 'the tokens to be settled');
  }));

test('what was counted survives a change of the configuration and a restart', async () => {
  const own = await Gateway.start({ config: config([{ scope: 'key:tests', rpm: 5 }]) });
  for (let i = 0; i < 5; ++i) await ask(own);
  own.write(config([{ scope: 'key:tests', rpm: 6 }]));
  await until(async () => (await own.admin('GET', '/limits')).body.items[0].rpm === 6, 'the new limit');
  await until(() => ask(own).then(() => true, () => false), 'every worker to have it');
  await assert.rejects(ask(own), { status: 429 });
  await own.stop();
  const again = await Gateway.start({ config: config([{ scope: 'key:tests', rpm: 6 }]), dataDir: own.dataDir });
  await assert.rejects(ask(again), { status: 429 });
  await again.stop();
});
