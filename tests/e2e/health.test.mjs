// SPDX-License-Identifier: GPL-3.0-or-later
// Dead providers beside a healthy one: no caller notices, few attempts are lost, and what recovers
// is back by itself.

import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, describe, test } from 'node:test';

import { FakeUpstream, answers, fails, hangs, resets } from './support/fakeupstream.mjs';
import { Gateway, base, provider, route, slowness, unusedAddress, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Say something.' }];

let good;
let bad;
let recovering;
let limited;
let gateway;
const rude = []; ///< servers that do not speak HTTP properly

/// The address of a server that answers each request with these bytes and the end.
async function saying(bytes) {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(bytes));
  });
  rude.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

before(async () => {
  [good, bad, recovering, limited] = await Promise.all([1, 2, 3, 4].map(() => FakeUpstream.start()));
  const providers = [provider('healthy', 'openai', good, { models: ['m'] })];
  const routes = [];
  const dead = (id, upstream, more = {}) => {
    // A rest that outlasts the test: what is let through after it is none of the lost attempts.
    providers.push(provider(id, 'openai', upstream, { models: ['m'], breaker: { rest: '60s', longest_rest: '60s' }, ...more }));
    routes.push(route(id, [`${id}/m`, 'healthy/m']));
  };
  dead('refused', (await unusedAddress()).url);
  dead('reset', bad);
  dead('hanging', bad, { timeouts: { first_byte: '300ms' } });
  dead('nowhere', 'https://no-such-host-for-gatehouse.invalid');
  dead('tls', `https://127.0.0.1:${good.port}`);
  dead('rubbish', await saying('What is it?\r\n\r\n'));
  dead('half', await saying('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"id":'));
  dead('mute', await saying(''));
  dead('recovering', recovering, { breaker: {}, probe: { mode: 'models', interval: '1s' } });
  providers.push(provider('keys', 'openai', limited, {
    models: ['m'],
    keys: [
      { id: 'a', secret: 'env:GH_TEST_PROVIDER_KEY' }, { id: 'b', secret: 'env:GH_TEST_PROVIDER_KEY' },
    ],
  }));
  routes.push(route('keys', ['keys/m']));
  providers.push(provider('limited', 'openai', limited, {
    models: ['m'],
    keys: [
      { id: 'a', secret: 'env:GH_TEST_PROVIDER_KEY' }, { id: 'b', secret: 'env:GH_TEST_PROVIDER_KEY' },
    ],
  }));
  routes.push(route('limited', ['limited/m']));
  providers.push(provider('storm', 'openai', bad, {
    models: ['m'], retry_budget: 1, breaker: { failures: 1000, failure_share: 100, least_requests: 1000 },
  }));
  routes.push(route('storm', ['storm/m'], { retry: { attempts: 3, backoff: '1ms' } }));
  gateway = await Gateway.start({ config: base(providers, routes) });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([good, bad, recovering, limited].map((one) => one?.stop()));
  rude.forEach((server) => server.close());
});

const ask = (model) => gateway.fetch('/v1/chat/completions', { body: { model, messages } });

async function shown(id) {
  const { body } = await gateway.admin('GET', `/providers/${id}`);
  return body;
}

const states = async (id) => (await shown(id)).breakers.map(({ state }) => state).sort().join(' ');

async function askMany(model, count, atOnce) {
  const lost = [];
  const attempts = [];
  for (let i = 0; i < count; i += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - i) }, async () => {
      const response = await ask(model);
      const body = await response.text();
      if (response.status !== 200) lost.push(body);
      attempts.push(Number(response.headers.get('x-gatehouse-attempts')));
    }));
  return { lost, failed: attempts.filter((number) => number > 1).length };
}

describe('no caller notices a dead provider', () => {
  const cases = [
    { id: 'refused' }, { id: 'nowhere' }, { id: 'tls' }, { id: 'rubbish' }, { id: 'half' }, { id: 'mute' }, { id: 'reset', behaviour: resets() },
    { id: 'hanging', behaviour: hangs(), most: 10, cause: 'silence' },
  ];
  for (const { id, behaviour, most = 5, cause = 'failures' } of cases) {
    test(id, async () => {
      bad.reset();
      if (behaviour) bad.always(behaviour);
      const alone = await askMany(id, 20, id === 'hanging' ? 10 : 1);
      assert.deepEqual(alone.lost, []);
      assert.ok(alone.failed <= most, `${alone.failed} attempts were lost`);
      const [breaker] = (await shown(id)).breakers;
      assert.equal(breaker.state, 'open');
      assert.equal(breaker.cause, cause);
      assert.equal(breaker.model, 'm');
      assert.ok(breaker.until > breaker.since);
    });
  }
});

test('what recovers is back without a caller having to try', async () => {
  recovering.always(resets());
  const down = await askMany('recovering', 10, 1);
  assert.deepEqual(down.lost, []);
  await until(async () => (await shown('recovering')).health_check?.ok === false, 'a failed check', 20_000, 100);
  recovering.reset();
  recovering.always(answers());
  const since = performance.now();
  await until(async () => (await shown('recovering')).breakers[0].state === 'slow_start', 'its return', 30_000, 20);
  assert.ok(performance.now() - since < 30_000 * slowness);
  const back = await askMany('recovering', 30, 5);
  assert.deepEqual(back.lost, []);
  assert.equal(back.failed, 0);
});

test('a refused key is parked, told, and the next one used at once', async () => {
  limited.reset();
  limited.next(fails(401, { code: 'invalid_api_key' }));
  const response = await ask('keys');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('x-gatehouse-attempts'), '2');
  await until(async () => (await states('keys')) === 'closed misconfigured', 'the key to be parked');
  const told = async () => (await gateway.admin('GET', '/overview')).body.events;
  await until(async () => (await told()).some(({ code }) => code === 'key_refused'), 'the event', 20_000, 100);
});

test('a key that says it is used up rests before it is refused', async () => {
  limited.always(answers({ headers: { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '30s' } }));
  assert.equal((await ask('limited')).status, 200);
  await until(async () => (await states('limited')) === 'closed rate_limited', 'the key to rest');
});

test('retries do not multiply an outage', async () => {
  bad.reset();
  bad.always(fails(500));
  for (let i = 0; i < 40; ++i) await ask('storm');
  assert.ok(bad.requests.length < 40 + 15, `${bad.requests.length} calls for 40 requests`);
  const last = await ask('storm');
  const row = await gateway.row(last.headers.get('x-request-id'));
  assert.match(JSON.stringify(row.trace ?? row), /retry budget/);
});

test('a check can be asked for', async () => {
  const { status, body } = await gateway.admin('POST', '/providers/healthy/check');
  assert.equal(status, 200);
  assert.equal(body.ok, true);
  assert.equal(body.kind, 'models');
  await until(async () => (await shown('healthy')).health_check?.ok === true, 'it to be shown');
});
