// SPDX-License-Identifier: GPL-3.0-or-later
// Second attempts before the client saw a byte: beside a late one, in place of a slow one.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { FakeUpstream, answers, fails, goodEvents, hangs, words } from './support/fakeupstream.mjs';
import { Gateway, base, pause, provider, route, slowness, until, within } from './support/gateway.mjs';

const text = words.join('');
let first;
let second;
let gateway;

before(async () => {
  [first, second] = await Promise.all([FakeUpstream.start(), FakeUpstream.start()]);
  const pair = (name, more) => {
    providers.push(provider(`${name}-1`, 'openai', first, { models: ['m'] }), provider(`${name}-2`, 'openai', second, { models: ['m'] }));
    routes.push(route(name, [`${name}-1/m`, `${name}-2/m`], more));
  };
  const providers = [];
  const routes = [];
  const hedge = { after: '60ms', extra_cost: 100 };
  for (const name of ['late', 'late-streamed', 'fast', 'worse', 'both', 'leaves', 'images', 'kept', 'priced']) pair(name, { hedge });
  pair('capped', { hedge: { after: '40ms', extra_cost: 1 } });
  const guard = { tokens_per_second: 20, hold: '300ms' };
  for (const name of ['slow', 'quick', 'stalled', 'short']) pair(name, { slow_stream: guard });
  providers.push(provider('only-1', 'openai', first, { models: ['m'] }));
  routes.push(route('only', ['only-1/m'], { slow_stream: guard }));
  const prices = ['priced-1', 'priced-2'].map((id) => ({ provider: id, model: 'm', input_usd_per_mtok: 1000, output_usd_per_mtok: 0 }));
  gateway = await Gateway.start({ config: base(providers, routes, { prices }) });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([first?.stop(), second?.stop()]);
});

beforeEach(() => {
  first.reset();
  second.reset();
});

const ask = (model, { stream = false, ...more } = {}) => gateway.fetch('/v1/chat/completions', {
  body: { model, stream, messages: [{ role: 'user', content: 'Say something that takes a few words.' }] }, ...more,
});
const content = (body) => body.split('\n').filter((line) => line.startsWith('data: {'))
  .map((line) => JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '').join('');
const idle = () => until(async () => (await gateway.admin('GET', '/providers')).body.items
  .every((one) => one.in_flight === 0 && one.waiting === 0), 'all places to be free');
const inFlight = async (id) => (await gateway.admin('GET', '/providers')).body.items.find((one) => one.id === id).in_flight;
const results = (row) => row.attempts.map((one) => `${one.provider.at(-1)} ${one.result}`);

/// Words one by one, so many and so far apart.
const drips = (count, gap) => async (request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const events = goodEvents(request);
  response.write(events[0]);
  for (let i = 0; i < count; ++i) {
    if (response.destroyed) return;
    response.write(events[1]);
    await pause(gap);
  }
  response.end(events.slice(-2).join(''));
};

describe('a late answer', () => {
  for (const stream of [false, true])
    test(`is asked for elsewhere too${stream ? ', streamed' : ''}`, async () => {
      const model = stream ? 'late-streamed' : 'late';
      let reply;
      await within(100, async () => {
        first.reset();
        first.always(hangs());
        const start = performance.now();
        reply = await ask(model, { stream });
        const body = await reply.text();
        const done = performance.now();
        assert.equal(reply.status, 200);
        assert.equal(stream ? content(body) : JSON.parse(body).choices[0].message.content, text);
        assert.equal(reply.headers.get('x-gatehouse-provider'), `${model}-2`);
        assert.ok(done - start < 5_000 * slowness);
        return await (await first.received()).gone - done; // the loser is cancelled at once
      });
      const row = await gateway.row(reply.headers.get('x-request-id'));
      assert.deepEqual(results(row), ['1 cancelled', '2 ok']);
      assert.match(row.attempts[0].detail, /^hedged/);
      assert.equal(row.provider, `${model}-2`);
      await idle();
    });

  test('that comes first all the same wins', async () => {
    first.always(async (...args) => { await second.received(); await answers()(...args); });
    second.always(hangs());
    const reply = await ask('fast');
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'fast-1');
    await reply.text();
    const row = await gateway.row(reply.headers.get('x-request-id'));
    assert.deepEqual(results(row), ['2 cancelled', '1 ok']);
    assert.equal(second.requests.length, 1);
    await idle();
  });

  test('is waited for when the second one fails', async () => {
    first.always(async (...args) => {
      await second.received();
      await until(async () => (await inFlight('worse-2')) === 0, 'the second one to have failed');
      await answers()(...args);
    });
    second.always(fails(500));
    const reply = await ask('worse');
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'worse-1');
    assert.deepEqual(results(await gateway.row(reply.headers.get('x-request-id'))), ['2 server_error', '1 ok']);
    await idle();
  });

  test('and a second one that both fail are told as failures', async () => {
    first.always(async (...args) => { await pause(150); fails(500)(...args); });
    second.always(async (...args) => { await pause(150); fails(500)(...args); });
    const reply = await ask('both');
    assert.equal(reply.status, 502);
    const row = await gateway.row(reply.headers.get('x-request-id'));
    assert.ok(row.attempts.length >= 2);
    await idle();
  });

  test('frees both places when the client leaves', async () => {
    await within(100, async () => {
      [first, second].forEach((fake) => { fake.reset(); fake.always(hangs()); });
      const leaves = new AbortController();
      const reply = ask('leaves', { signal: leaves.signal }).catch(() => undefined);
      await second.received();
      leaves.abort();
      const left = performance.now();
      const gone = await Promise.all([first, second].map((fake) => fake.requests[0].gone));
      await reply;
      await idle();
      return Math.max(...gone) - left;
    });
  });

  test('is not hedged beyond the extra cost', async () => {
    first.always(answers({ delay: 120 }));
    for (let i = 0; i < 8; ++i) assert.equal((await ask('capped')).status, 200);
    assert.equal(second.requests.length, 1); // the free one; 1 % of eight is none
    await idle();
  });

  test('costs what both providers bill', async () => {
    first.always(hangs());
    const reply = await ask('priced');
    await reply.text();
    const row = await gateway.row(reply.headers.get('x-request-id'));
    assert.ok(row.cost_nano_usd > 11_000_000 && row.cost_nano_usd < 40_000_000, `${row.cost_nano_usd}`);
    const [lost, served] = row.attempts.map((one) => one.cost_nano_usd);
    assert.equal(served, 11_000_000);
    assert.equal(lost, row.cost_nano_usd - served);
    const items = await until(async () => {
      const rows = (await gateway.admin('GET', '/usage?by=provider&since=24h')).body.items;
      return ['priced-1', 'priced-2'].every((id) => rows.some((one) => one.provider === id)) && rows;
    }, 'both in the sums');
    assert.equal(items.find((one) => one.provider === 'priced-1').cost_nano_usd, lost);
    assert.equal(items.find((one) => one.provider === 'priced-2').cost_nano_usd, served);
  });

  test('of what has side effects is never asked for twice', async () => {
    first.always(async (_request, response) => {
      await pause(150);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ created: 1, data: [{ b64_json: 'AAAA' }] }));
    });
    const image = await gateway.fetch('/v1/images/generations', { body: { model: 'images', prompt: 'A gate' } });
    await image.text();
    first.always(answers({ delay: 150 }));
    const kept = await gateway.fetch('/v1/responses', { body: { model: 'kept', input: 'Hello' } });
    assert.equal(kept.status, 200);
    assert.equal(second.requests.length, 0);
  });
});

describe('a slow stream', () => {
  test('is left before the client saw a byte', async () => {
    first.always(drips(40, 100));
    const reply = await ask('slow', { stream: true });
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'slow-2');
    assert.equal(content(await reply.text()), text);
    const row = await gateway.row(reply.headers.get('x-request-id'));
    assert.deepEqual(results(row), ['1 timeout_idle', '2 ok']);
    assert.match(row.attempts[0].detail, /slower than the 20 tokens/);
    assert.deepEqual(row.attempts.map(({ cause }) => cause), ['slow_stream', null]);
    assert.match(row.trace.steps.find(({ name }) => name === 'slow_stream').text, /^slow-1: .*slower/);
    await idle();
  });

  test('that stalls after its first word is left, too', async () => {
    first.always(hangs(2));
    const reply = await ask('stalled', { stream: true });
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'stalled-2');
    assert.equal(content(await reply.text()), text);
    await idle();
  });

  test('is kept when there is no other target', async () => {
    first.always(drips(6, 80));
    const reply = await ask('only', { stream: true });
    assert.equal(reply.status, 200);
    assert.equal(content(await reply.text()), words[0].repeat(6));
  });

  for (const [name, behaviour] of [['quick', drips(40, 5)], ['short', answers()]])
    test(`is none: ${name}`, async () => {
      await within(290, async () => { // released as soon as it is proved
        first.reset();
        second.reset();
        first.always(behaviour);
        const start = performance.now();
        const reply = await ask(name, { stream: true });
        const took = performance.now() - start;
        await reply.text();
        await idle();
        return reply.headers.get('x-gatehouse-provider') === `${name}-1` && second.requests.length === 0 ? took : Infinity;
      });
    });
});
