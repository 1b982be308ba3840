// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that wait for a place at a provider: how many, for how long, in which order, and what
// those are told that get none.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { FakeUpstream, answers, fails, hangs } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, pause, provider, route, until, within } from './support/gateway.mjs';

let slow;  ///< answers when it is told to
let other; ///< answers at once
let gateway;

/// A provider whose requests end one by one, in the order a test says.
class Gate {
  open = [];
  behaviour = async (request, response, fake) => {
    await new Promise((resolve) => this.open.push(resolve));
    await answers()(request, response, fake);
  };
  async next() {
    await until(() => this.open.length > 0, 'a request at the provider');
    this.open.shift()();
  }
}

const gate = new Gate();
const secondKey = 'second-client-key-of-the-queue-tests';
const batchKey = 'batch-client-key-of-the-queue-tests';

before(async () => {
  [slow, other] = await Promise.all([FakeUpstream.start(), FakeUpstream.start()]);
  const gpu = (id, queue, more) => provider(id, 'openai', slow, { models: ['m'], max_in_flight: 1, queue, ...more });
  const config = base([
    gpu('line'), gpu('bound', { max_waiting: 2 }), gpu('short', { max_wait: '200ms' }),
    gpu('leave'), gpu('spill'), gpu('near'), gpu('honest', { max_wait: '1s' }), gpu('rank'),
    gpu('mixed', {}, { timeouts: { first_byte: '300ms', idle: '300ms' } }),
    gpu('mixed-2', {}, { max_in_flight: 3, timeouts: { first_byte: '200ms', idle: '200ms' } }),
    provider('cloud', 'openai', other, { models: ['m'] }),
  ], [
    route('spills', ['spill/m', 'cloud/m'], { max_wait: '100ms' }),
    route('prefers-near', ['near/m', 'cloud/m'], { max_wait: '5s' }),
    route('mixed-ends', ['mixed/m', 'mixed-2/m'], { retry: { attempts: 2 }, hedge: { after: '30ms', extra_cost: 100 } }),
  ], { keys: [{ id: 'second', secret: 'env:GH_SECOND_KEY' }, { id: 'batch', secret: 'env:GH_BATCH_KEY', priority: 'batch' }] });
  gateway = await Gateway.start({ config, env: { GH_SECOND_KEY: secondKey, GH_BATCH_KEY: batchKey } });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([slow?.stop(), other?.stop()]);
});

const ask = (model, more = {}) => gateway.fetch('/v1/chat/completions', {
  body: { model, messages: [{ role: 'user', content: more.say ?? 'Hello' }], stream: more.stream ?? false }, ...more,
});
const numbers = async (id) => (await gateway.admin('GET', '/providers')).body.items.find((one) => one.id === id);
const waiting = (id, count) => until(async () => (await numbers(id)).waiting === count, `${count} waiting at ${id}`);
const running = (id, count) => until(async () => (await numbers(id)).in_flight === count, `${count} running at ${id}`);

/// The only place of a provider, taken until the gate opens.
async function occupy(id, model = `${id}/m`) {
  slow.reset();
  slow.always(gate.behaviour);
  ask(model);
  await running(id, 1);
  await until(() => gate.open.length === 1, 'the first request');
}

describe('a place', () => {
  test('is waited for, in turn between the keys, and the wait is booked', async () => {
    await occupy('line');
    const flood = [];
    for (const say of ['a1', 'a2', 'a3']) {
      flood.push(ask('line/m', { say }));
      await waiting('line', flood.length);
    }
    flood.push(ask('line/m', { say: 'b1', key: secondKey }));
    await waiting('line', 4);
    const metrics = await (await gateway.fetch('/metrics')).text();
    assert.match(metrics, /gatehouse_waiting_requests\{provider="line"\} 4/);
    for (let i = 0; i < 5; ++i) await gate.next();
    const replies = await Promise.all(flood);
    assert.deepEqual(replies.map(({ status }) => status), [200, 200, 200, 200]);
    const order = slow.requests.slice(1).map(({ json }) => json.messages[0].content);
    assert.deepEqual(order, ['a1', 'b1', 'a2', 'a3']);
    const rows = await Promise.all(replies.map((reply) => gateway.row(reply.headers.get('x-request-id'))));
    for (const row of rows) assert.ok(row.queued_ms > 0 && row.queued_ms <= row.total_ms);
    let next = 0;
    await within(20, () => rows[next].gateway_us / 1000 - rows[next++].queued_ms, rows.length);
    await running('line', 0);
  });

  test('goes to interactive requests before batch ones', async () => {
    await occupy('rank');
    const all = [];
    for (const more of [
      { say: 'batch-key', key: batchKey }, { say: 'batch-field', headers: { 'x-gatehouse-priority': 'batch' } }, { say: 'now' },
    ]) {
      all.push(ask('rank/m', more));
      await waiting('rank', all.length);
    }
    for (let i = 0; i < 4; ++i) await gate.next();
    await Promise.all(all);
    const order = slow.requests.slice(1).map(({ json }) => json.messages[0].content);
    assert.equal(order[0], 'now');
  });

  test('is refused when too many wait', async () => {
    await occupy('bound');
    const held = [ask('bound/m'), ask('bound/m')];
    await waiting('bound', 2);
    const refused = await ask('bound/m');
    assert.equal(refused.status, 503);
    assert.equal((await refused.json()).error.code, 'capacity_exceeded');
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
    for (let i = 0; i < 3; ++i) await gate.next();
    assert.deepEqual((await Promise.all(held)).map(({ status }) => status), [200, 200]);
  });

  test('is waited for no longer than allowed', async () => {
    await occupy('short');
    let refused;
    await within(500, async () => {
      const start = performance.now();
      refused = await ask('short/m');
      const took = performance.now() - start;
      assert.equal(refused.status, 503);
      assert.ok(took >= 190, `${took} ms`);
      return took;
    });
    const row = await gateway.row(refused.headers.get('x-request-id'));
    assert.ok(row.queued_ms >= 190);
    await waiting('short', 0);
    await gate.next();
  });

  test('is free again within 100 ms when a waiting or a running client leaves', async () => {
    await within(100, async () => Math.max(...await leavesTwice()));
  });

  /// How long it takes until a waiting and a running client are known to have left.
  async function leavesTwice() {
    slow.reset();
    slow.always(gate.behaviour);
    const leaves = new AbortController();
    const runs = ask('leave/m', { signal: leaves.signal }).catch(() => undefined);
    await until(() => gate.open.length === 1, 'the first request');
    const gone = new AbortController();
    const waits = ask('leave/m', { signal: gone.signal }).catch(() => undefined);
    await waiting('leave', 1);
    gone.abort();
    let start = performance.now();
    await waiting('leave', 0);
    const times = [performance.now() - start];
    const next = ask('leave/m');
    await waiting('leave', 1);
    leaves.abort();
    start = performance.now();
    await until(() => slow.requests.length === 2, 'the next request at the provider');
    times.push(performance.now() - start);
    await Promise.all([runs, waits]);
    gate.open.shift();
    await gate.next();
    assert.equal((await next).status, 200);
    await running('leave', 0);
    return times;
  }
});

describe('a route', () => {
  test('spills over after the wait it allows', async () => {
    await occupy('spill', 'spills');
    await within(400, async () => {
      const start = performance.now();
      const spilled = await ask('spills');
      const took = performance.now() - start;
      assert.equal(spilled.headers.get('x-gatehouse-provider'), 'cloud');
      assert.ok(took >= 95, `${took} ms`);
      return took;
    });
    await gate.next();
    // Now it is known how long a request takes there: more than is allowed, so nobody waits.
    await until(async () => (await numbers('spill')).in_flight === 0, 'the place is free');
    await occupy('spill', 'spills');
    await within(90, async () => {
      const again = performance.now();
      const second = await ask('spills');
      assert.equal(second.headers.get('x-gatehouse-provider'), 'cloud');
      return performance.now() - again;
    });
    await gate.next();
  });

  test('prefers a short wait to the next target', async () => {
    await occupy('near', 'prefers-near');
    const waits = ask('prefers-near');
    await waiting('near', 1);
    await gate.next();
    await gate.next();
    const reply = await waits;
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'near');
  });

  test('tells honestly when to come again', async () => {
    slow.always(answers({ delay: 1_500 }));
    assert.equal((await ask('honest/m')).status, 200); // it takes 1.5 s
    const first = ask('honest/m');
    await running('honest', 1);
    const refused = await ask('honest/m');
    assert.equal(refused.status, 503);
    const after = Number(refused.headers.get('retry-after'));
    assert.ok(after >= 1 && after <= 3, `${after}`);
    await pause(after * 1_000);
    assert.equal((await ask('honest/m')).status, 200);
    assert.equal((await first).status, 200);
  });
});

test('however requests end, no place is lost', async () => {
  const ends = [
    answers(), hangs(), answers({ delay: 20 }), fails(500), answers(), fails(400), hangs(2),
  ];
  slow.reset();
  let at = 0;
  slow.always((request, response, fake) => ends[at++ % ends.length](request, response, fake));
  const clients = [];
  for (let i = 0; i < 60; ++i) {
    const leaves = new AbortController();
    clients.push(ask('mixed-ends', { stream: i % 2 === 0, signal: leaves.signal, key: i % 3 ? clientKey : secondKey })
      .then((reply) => reply.text()).catch(() => undefined));
    if (i % 3 === 0) setTimeout(() => leaves.abort(), 250 + 15 * i); // the others see their time limits
  }
  await Promise.all(clients);
  for (const id of ['mixed', 'mixed-2']) {
    await running(id, 0);
    await waiting(id, 0);
  }
  await until(async () => {
    const { body: status } = await gateway.admin('GET', '/status');
    return status.in_flight === 0 && status.waiting === 0;
  }, 'nothing to be under way');
  for (const end of ['ok', 'server_error', 'timeout_first_token', 'cancelled']) {
    await until(async () => (await gateway.admin('GET', '/requests?limit=500')).body.items
      .some((row) => row.model_asked === 'mixed-ends'
        && [row.outcome, ...row.attempts.map(({ result }) => result)].includes(end)), `one that ended ${end}`);
  }
});
