// SPDX-License-Identifier: GPL-3.0-or-later
// Providers that fail in every way: what is tried next, what the client is told, what is booked.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import {
  FakeUpstream, answers, answersNothing, breaksAfter, fails, failsAfter, failsInside, hangs, resets, words,
} from './support/fakeupstream.mjs';
import { Gateway, base, events, provider, route, unusedAddress, until, within } from './support/gateway.mjs';

const text = words.join('');
const question = [{ role: 'user', content: 'Say something that takes a few words.' }];

/// Failures that another target mends; each gets targets of its own, so that the health of one case
/// does not decide another. `only` names the kind of reply it can happen to.
const mendable = [
  { name: 'a 500', behaviour: fails(500), result: 'server_error', status: 500 },
  { name: 'a 503', behaviour: fails(503), result: 'overloaded', status: 503 },
  { name: 'a 529', behaviour: fails(529, { type: 'overloaded_error' }), result: 'overloaded', status: 529, dialect: 'anthropic' },
  { name: 'a 429', behaviour: fails(429, { code: 'rate_limit_exceeded' }), result: 'rate_limited', status: 429 },
  { name: 'an empty account', behaviour: fails(429, { type: 'insufficient_quota', code: 'insufficient_quota' }), result: 'no_money', status: 429 },
  { name: 'a refused key', behaviour: fails(401, { code: 'invalid_api_key' }), result: 'wrong_credentials', status: 401 },
  { name: 'a 402', behaviour: fails(402, { type: 'billing_error' }), result: 'no_money', status: 402, dialect: 'anthropic' },
  { name: 'a closed port', behaviour: null, result: 'connect_failed', status: 0 },
  { name: 'a reset', behaviour: resets(), result: 'connect_failed', status: 0 },
  { name: 'an error in a 200', behaviour: failsInside(), result: 'server_error', status: 200 },
  { name: 'an error in a 200 of messages', behaviour: failsInside(), result: 'server_error', status: 200, dialect: 'anthropic' },
  { name: 'an empty 200', behaviour: answersNothing(), result: undefined, status: 200 },
  { name: 'silence', behaviour: hangs(), result: 'timeout_first_token', status: 0 },
  { name: 'a cut before content', behaviour: breaksAfter(1), result: 'stream_broken', status: 200, only: 'streamed' },
  { name: 'a cut of messages before content', behaviour: breaksAfter(3), result: 'stream_broken', status: 200, dialect: 'anthropic', only: 'streamed' },
];

let good;
let bad;
let limited;
let gateway;
/// Where nobody listens.
let nobody;

const slug = (name) => name.replaceAll(' ', '-');

before(async () => {
  [good, bad, limited] = await Promise.all([FakeUpstream.start(), FakeUpstream.start(), FakeUpstream.start()]);
  nobody = (await unusedAddress()).url;
  const providers = [];
  const routes = [];
  for (const { name, behaviour, dialect = 'openai' } of mendable) {
    const first = `${slug(name)}-1`;
    const second = `${slug(name)}-2`;
    const upstream = behaviour ? bad : nobody;
    const timeouts = name === 'silence' ? { first_byte: '150ms' } : {};
    for (const kind of ['whole', 'streamed']) {
      providers.push(
        provider(`${first}-${kind}`, dialect, upstream, { models: ['m'], timeouts }),
        provider(`${second}-${kind}`, dialect, good, { models: ['m'] }),
      );
      routes.push(route(`${slug(name)}-${kind}`, [`${first}-${kind}/m`, `${second}-${kind}/m`]));
    }
  }
  const alone = (id, dialect, upstream, more) => {
    providers.push(provider(id, dialect, upstream, { models: ['m'], ...more }));
    routes.push(route(id, [`${id}/m`], { retry: { attempts: 3, backoff: '10ms' } }));
  };
  for (const id of ['flaky', 'break', 'break-late', 'caller', 'auth', 'leave', 'leave-early', 'again'])
    alone(id, 'openai', bad);
  alone('break-messages', 'anthropic', bad);
  alone('caller-messages', 'anthropic', bad);
  alone('mute', 'openai', bad, { timeouts: { first_byte: '120ms' } });
  alone('stalls', 'openai', bad, { timeouts: { idle: '150ms' } });
  alone('endless', 'openai', bad, { timeouts: { total: '250ms' } });
  alone('down', 'openai', nobody);
  alone('nowhere', 'openai', 'https://no-such-host-for-gatehouse.invalid');
  for (const id of ['limited-1', 'limited-2'])
    providers.push(provider(id, 'openai', limited, { models: ['m'] }));
  routes.push(route('limited', ['limited-1/m', 'limited-2/m']));
  gateway = await Gateway.start({ config: base(providers, routes) });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([good?.stop(), bad?.stop(), limited?.stop()]);
});

const isMessages = (model) => model.includes('messages') || mendable.some(
  ({ name, dialect }) => dialect === 'anthropic' && model.startsWith(slug(name)),
);

function ask(model, { stream = false, ...more } = {}) {
  const path = isMessages(model) ? '/v1/messages' : '/v1/chat/completions';
  return gateway.fetch(path, { body: { model, max_tokens: 50, messages: question, stream }, ...more });
}

/// The words of a good answer of either dialect.
function contentOf(body, stream) {
  if (!stream) {
    const { choices, content } = JSON.parse(body);
    return choices ? choices[0].message.content : content[0].text;
  }
  return events(body)
    .map(({ data }) => data.choices?.[0]?.delta.content ?? data.delta?.text ?? '').join('');
}

async function rowOf(response) {
  return gateway.row(response.headers.get('x-request-id'));
}

describe('another target mends', () => {
  for (const { name, behaviour, result, status, only } of mendable) {
    for (const kind of only ? [only] : ['whole', 'streamed']) {
      test(`${name}, ${kind}`, async () => {
        if (behaviour) bad.always(behaviour);
        const stream = kind === 'streamed';
        const response = await ask(`${slug(name)}-${kind}`, { stream });
        const body = await response.text();
        assert.equal(response.status, 200, body);
        assert.equal(contentOf(body, stream), text);
        assert.equal(response.headers.get('x-gatehouse-attempts'), '2');
        assert.equal(response.headers.get('x-gatehouse-provider'), `${slug(name)}-2-${kind}`);

        const row = await rowOf(response);
        assert.equal(row.outcome, 'ok');
        assert.equal(row.attempts.length, 2);
        const [failed, mended] = row.attempts;
        assert.equal(failed.provider, `${slug(name)}-1-${kind}`);
        if (result) assert.equal(failed.result, result);
        else assert.ok(['stream_broken', 'server_error'].includes(failed.result), failed.result);
        assert.equal(failed.status, status);
        assert.equal(mended.result, 'ok');
        assert.ok(mended.started_ms >= failed.started_ms + failed.ms - 1);
      });
    }
  }
});

test('the same target is tried again when there is no other', async () => {
  bad.reset();
  bad.next(fails(500), fails(503), answers());
  const response = await ask('flaky');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('x-gatehouse-attempts'), '3');
  assert.equal(bad.requests.length, 3);
  assert.deepEqual((await rowOf(response)).attempts.map((a) => a.result), ['server_error', 'overloaded', 'ok']);
});

test('a stale kept connection costs the client nothing', async () => {
  bad.reset();
  assert.equal((await ask('again')).status, 200);
  bad.next(resets());
  const response = await ask('again');
  assert.equal(response.status, 200);
  assert.equal(bad.requests.length, 3);
});

describe('after content there is no second attempt', () => {
  const cases = [
    { name: 'a cut', model: 'break', behaviour: breaksAfter(3), result: 'stream_broken' },
    { name: 'a cut of messages', model: 'break-messages', behaviour: breaksAfter(5), result: 'stream_broken' },
    { name: 'an error event', model: 'break-late', behaviour: failsAfter(4, 'the model fell asleep'), result: 'server_error' },
    { name: 'silence', model: 'stalls', behaviour: hangs(3), result: 'timeout_idle', code: 'upstream_timeout' },
  ];
  for (const { name, model, behaviour, result, code } of cases) {
    test(name, async () => {
      bad.reset();
      bad.always(behaviour);
      const response = await ask(model, { stream: true });
      assert.equal(response.status, 200);
      const received = events(await response.text());
      const last = received.at(-1);
      assert.ok(last.data.error, 'the last event is an error');
      if (isMessages(model)) assert.equal(last.event, 'error');
      if (code) assert.equal(last.data.error.code, code);
      if (name === 'an error event') assert.match(JSON.stringify(last.data), /fell asleep/);
      assert.ok(!received.some(({ data }) => data === '[DONE]'), 'no end mark after a failure');
      assert.ok(contentOf(received.slice(0, -1).map((e) => `data: ${JSON.stringify(e.data)}`).join('\n\n'), true).startsWith('Well'));
      assert.equal(bad.requests.length, 1);

      const row = await rowOf(response);
      assert.equal(row.outcome, result);
      assert.equal(row.attempts.length, 1);
      assert.equal(row.attempts[0].result, result);
      assert.ok(row.tokens_in > 0 && row.tokens_out > 0, 'what was received is counted');
      assert.ok(row.error.code);
    });
  }
});

test("the provider refuses our key: 502, not the client's 401", async () => {
  bad.reset();
  bad.always(fails(401, { code: 'invalid_api_key', message: 'Incorrect API key provided' }));
  const response = await ask('auth');
  assert.equal(response.status, 502);
  const { error } = await response.json();
  assert.equal(error.code, 'upstream_auth_failed');
  assert.equal(response.headers.get('x-should-retry'), 'false');
  const row = await rowOf(response);
  assert.equal(row.outcome, 'wrong_credentials');
  assert.equal(row.cost_nano_usd, 0);

  // The key is parked now: the next request does not even go out.
  const before = bad.requests.length;
  const second = await ask('auth');
  assert.equal(second.status, 502);
  assert.equal((await second.json()).error.code, 'upstream_auth_failed');
  assert.equal(bad.requests.length, before);
  const { body } = await gateway.admin('GET', '/providers');
  const [key] = body.items.find((item) => item.id === 'auth').keys;
  assert.equal(key.state, 'parked');
});

describe("the caller's mistake keeps its status and is not retried", () => {
  const cases = [
    { status: 400, model: 'caller', error: { type: 'invalid_request_error', code: 'unsupported_value', param: 'temperature', message: 'no such temperature' } },
    { status: 413, model: 'caller', error: { type: 'invalid_request_error', message: 'too much' } },
    { status: 422, model: 'caller', error: { type: 'invalid_request_error', message: 'cannot do that' } },
    { status: 400, model: 'caller-messages', error: { type: 'invalid_request_error', message: 'temperature: Extra inputs are not permitted' } },
  ];
  for (const { status, model, error } of cases) {
    test(`${status} ${error.message}`, async () => {
      bad.reset();
      bad.always(fails(status, error));
      const response = await ask(model);
      assert.equal(response.status, status);
      const body = await response.json();
      assert.equal(body.error.message, error.message);
      assert.equal(body.error.type, error.type);
      if (error.code) assert.equal(body.error.code, error.code);
      if (error.param) assert.equal(body.error.param, error.param);
      if (isMessages(model)) assert.equal(body.type, 'error');
      assert.equal(bad.requests.length, 1);
      assert.equal((await rowOf(response)).status, status);
    });
  }
});

test('every target rate limited: 429 with the longest hint', async () => {
  limited.always(fails(429, { code: 'rate_limit_exceeded', message: 'slow down' }, { 'retry-after': '17' }));
  const response = await ask('limited');
  assert.equal(response.status, 429);
  assert.equal(response.headers.get('retry-after'), '17');
  const { error } = await response.json();
  assert.equal(error.code, 'rate_limit_exceeded');
  const row = await rowOf(response);
  assert.deepEqual(row.attempts.map((a) => [a.provider, a.result]),
    [['limited-1', 'rate_limited'], ['limited-2', 'rate_limited']]);
});

describe('time-outs are 504', () => {
  const cases = [
    { model: 'mute', behaviour: hangs(), result: 'timeout_first_token', at: 120 },
    { model: 'endless', behaviour: hangs(), result: 'timeout_total', at: 250 },
  ];
  for (const { model, behaviour, result, at } of cases) {
    test(result, async () => {
      bad.reset();
      bad.always(behaviour);
      let response;
      await within(at + 1_000, async () => {
        const since = performance.now();
        response = await ask(model);
        const took = performance.now() - since;
        assert.equal(response.status, 504);
        assert.equal((await response.json()).error.code, 'upstream_timeout');
        assert.ok(took >= 0.95 * at, `${took} ms`); // timers may be early by a twentieth
        return took;
      });
      assert.equal((await rowOf(response)).outcome, result);
      await bad.last.gone; // the connection is not kept
    });
  }
});

test('a provider that is down: 502 with the reason', async () => {
  const response = await ask('down');
  assert.equal(response.status, 502);
  const { error } = await response.json();
  assert.equal(error.code, 'upstream_failed');
  assert.match(error.detail, /refused/i);
  const row = await rowOf(response);
  assert.equal(row.outcome, 'connect_failed');
  assert.equal(row.attempts.length, 2);
});

test('a host without an address: 502 with the reason', async () => {
  const response = await ask('nowhere');
  assert.equal(response.status, 502);
  const { error } = await response.json();
  assert.equal(error.code, 'upstream_failed');
  assert.match(error.detail, /no-such-host-for-gatehouse/);
});

describe('a client that leaves', () => {
  test('in the middle of a stream', async () => {
    bad.reset();
    bad.always(hangs(4));
    let response;
    await within(100, async () => {
      const leave = new AbortController();
      response = await ask('leave', { stream: true, signal: leave.signal });
      const reader = response.body.getReader();
      let received = '';
      while (!received.includes(words[1])) received += Buffer.from((await reader.read()).value).toString();
      const left = performance.now();
      leave.abort();
      return await bad.last.gone - left;
    });

    const row = await rowOf(response);
    assert.equal(row.outcome, 'cancelled');
    assert.equal(row.tokens_estimated, true);
    assert.ok(row.tokens_in > 0 && row.tokens_out > 0);
    assert.equal(row.attempts[0].result, 'cancelled');
  });

  test('before the answer begins', async () => {
    await within(100, async () => {
      bad.reset();
      bad.always(hangs());
      const leave = new AbortController();
      const asked = ask('leave-early', { signal: leave.signal, headers: { 'x-gatehouse-tags': 'who=early' } });
      const request = await bad.received();
      const left = performance.now();
      leave.abort();
      await assert.rejects(asked, { name: 'AbortError' });
      return await request.gone - left;
    });

    const row = await until(async () => {
      const { body } = await gateway.admin('GET', '/requests?limit=10');
      return body.items.find((item) => item.tags.who === 'early');
    }, 'the row of the request that was left');
    assert.equal(row.outcome, 'cancelled');
    assert.equal(row.status, 499);
    assert.ok(row.tokens_in > 0 && row.tokens_estimated);
  });
});

test('a request in the middle of its retries can be left, too', async () => {
  bad.reset();
  bad.always(fails(500));
  const leave = new AbortController();
  const asked = ask('again', { signal: leave.signal, headers: { 'x-gatehouse-tags': 'who=between' } });
  await bad.received();
  leave.abort();
  await assert.rejects(asked, { name: 'AbortError' });
  const row = await until(async () => {
    const { body } = await gateway.admin('GET', '/requests?limit=10');
    return body.items.find((item) => item.tags.who === 'between');
  }, 'the row of the request that was left');
  assert.equal(row.outcome, 'cancelled');
  assert.ok(bad.requests.length <= 2, 'no retries for nobody');
});
