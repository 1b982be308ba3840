// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of models: parameters a route sets, canaries, names that end, answers by other models.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { FakeUpstream, fails, goodEvents, words } from './support/fakeupstream.mjs';
import { Gateway, base, provider, route, until } from './support/gateway.mjs';

const text = words.join('');
let old;
let fresh;
let gateway;

const canary = (more) => ({
  target: { provider: 'fresh', model: 'm' }, percent: 50,
  halt: { error_rate_above: 20, least_requests: 10 }, ...more,
});

function configuration(routes) {
  return base([
    provider('old', 'openai', old, { models: ['m', 'm-2024'] }),
    provider('fresh', 'openai', fresh, { models: ['m'] }),
    provider('streams', 'openai', old, { models: ['m-2024'] }),
  ], routes);
}

before(async () => {
  [old, fresh] = await Promise.all([FakeUpstream.start(), FakeUpstream.start()]);
  const pinned = (id, name) => ({ id, targets: [{ provider: name, model: 'm-2024', pinned: true }] });
  gateway = await Gateway.start({
    config: configuration([
      route('strict', ['old/m'], { set: { temperature: 0.2, max_tokens: { cap: 100 }, seed: { remove: true } } }),
      route('filed', ['old/m'], { canary: canary() }),
      route('mistaken', ['old/m'], { canary: canary({ percent: 100 }), retry: { attempts: 1 } }),
      route('ends', ['old/m'], { retire: { date: '2999-12-31', route: 'strict' } }),
      route('ended', ['fresh/m'], { retire: { date: '2001-01-01', route: 'strict', notice: 'Ask strict.' } }),
      pinned('pinned', 'old'), pinned('streamed', 'streams'),
    ]),
  });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([old?.stop(), fresh?.stop()]);
});

beforeEach(() => {
  old.reset();
  fresh.reset();
});

const ask = (model, { at = gateway, session, ...more } = {}) => at.fetch('/v1/chat/completions', {
  body: { model, messages: [{ role: 'user', content: 'Say something.' }], ...more },
  headers: session ? { 'x-gatehouse-session': session } : {},
});
const eventsOf = async (at, code) => (await at.admin('GET', '/overview')).body.events.filter((one) => one.code === code);
const halted = (at, name) => until(async () => (await eventsOf(at, 'canary_halted')).find((one) => one.subject === name),
  `the canary of ${name} to be halted`, 60_000, 100);

/// Callers of both sides, until the canary has failed often enough; nobody notices.
async function tryOut(at, name) {
  let canaries = 0;
  for (let i = 0; i < 60; ++i) {
    const reply = await ask(name, { at, session: `s-${i}` });
    assert.equal(reply.status, 200);
    assert.equal((await reply.json()).choices[0].message.content, text);
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'old');
    canaries += Number(reply.headers.get('x-gatehouse-attempts')) > 1;
  }
  assert.ok(canaries > 0, 'the canary was tried');
}

describe('parameters of a route', () => {
  test('are forced, capped and removed, and told in the trace', async () => {
    const reply = await ask('strict', { temperature: 1, max_tokens: 5000, seed: 7, user: 'u' });
    assert.equal(reply.status, 200);
    const { temperature, max_tokens: most, seed, user } = old.last.json;
    assert.deepEqual({ temperature, most, seed, user }, { temperature: 0.2, most: 100, seed: undefined, user: 'u' });
    const row = await gateway.row(reply.headers.get('x-request-id'));
    const step = row.trace.steps.find(({ name }) => name === 'set');
    for (const name of ['temperature', 'max_tokens', 'seed']) assert.match(step.text, new RegExp(name));
  });

  test('are those of conversations: others stay as they are', async () => {
    const reply = await gateway.fetch('/v1/embeddings', { body: { model: 'strict', input: 'a' } });
    assert.equal(reply.status, 200);
    assert.deepEqual(old.last.json, { model: 'm', input: 'a' });
  });

  test('hold in the words of other dialects and for streams', async () => {
    const reply = await gateway.fetch('/v1/messages', {
      body: { model: 'strict', max_tokens: 5000, stream: true, messages: [{ role: 'user', content: 'Hi' }] },
    });
    assert.equal(reply.status, 200);
    assert.match(await reply.text(), /message_stop/);
    const { temperature, max_tokens: most, max_completion_tokens: completion } = old.last.json;
    assert.deepEqual([temperature, most ?? completion], [0.2, 100]);
  });
});

describe('a canary', () => {
  test('that works takes its share, each session on its side', async () => {
    const sides = new Map();
    for (let i = 0; i < 80; ++i) {
      const session = `share-${i % 40}`;
      const reply = await ask('filed', { session });
      const side = reply.headers.get('x-gatehouse-provider');
      await reply.text();
      assert.equal(sides.get(session) ?? side, side);
      sides.set(session, side);
    }
    const share = [...sides.values()].filter((side) => side === 'fresh').length;
    assert.ok(share > 4 && share < 36, `${share} of 40`); // by chance, one in ten millions is not
  });

  test('that refuses what the others take does not show it', async () => {
    fresh.always(fails(400, { type: 'invalid_request_error' }));
    const reply = await ask('mistaken');
    assert.equal(reply.status, 200);
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'old');
    old.always(fails(400, { type: 'invalid_request_error' }));
    assert.equal((await ask('mistaken')).status, 400);
  });

  test('that fails is halted; nobody notices, the file stays as it is', async () => {
    fresh.always(fails(500));
    await tryOut(gateway, 'filed');
    const event = await halted(gateway, 'filed');
    assert.match(event.detail, /of its requests failed/);
    const audit = (await gateway.admin('GET', '/audit')).body.items;
    assert.ok(audit.some(({ action, object }) => action === 'canary.halt' && object === 'routes.filed'));
    await until(async () => { // a worker may serve a few before it hears of it
      fresh.reset();
      for (let i = 0; i < 20; ++i) await (await ask('filed', { session: `s-${i}` })).text();
      return fresh.requests.length === 0;
    }, 'nobody to be sent there');
  });

  test('that fails leaves the configuration where nobody else manages it', async () => {
    const own = await Gateway.start();
    try {
      const document = configuration([route('fast', ['old/m'], { canary: canary() })]);
      const put = await own.admin('PUT', '/config', { document });
      assert.equal(put.status, 200, JSON.stringify(put.body));
      await until(async () => (await ask('fast', { at: own })).status === 200, 'the route to be there');
      fresh.always(fails(500));
      await tryOut(own, 'fast');
      await halted(own, 'fast');
      const newest = await until(async () => (await own.admin('GET', '/revisions')).body.items
        .find(({ reason }) => reason?.startsWith('canary of fast halted: ')), 'the new revision');
      assert.equal(newest.who, 'system');
      const now = (await own.admin('GET', '/config')).body.document;
      assert.equal(now.routes[0].canary, undefined);
    } finally {
      await own.stop();
    }
  });
});

describe('a name that ends', () => {
  test('says so on each reply', async () => {
    const reply = await ask('ends');
    assert.equal(reply.headers.get('deprecation'), '@32503593600');
    assert.equal(reply.headers.get('sunset'), 'Tue, 31 Dec 2999 00:00:00 GMT');
    assert.equal(reply.headers.get('link'), '</v1/models/strict>; rel="successor-version"');
    await reply.text();
    const other = await ask('strict');
    assert.equal(other.headers.get('sunset'), null);
    await other.text();
  });

  test('goes to its successor afterwards', async () => {
    const reply = await ask('ended');
    assert.equal(reply.headers.get('x-gatehouse-provider'), 'old');
    assert.equal(reply.headers.get('sunset'), 'Mon, 01 Jan 2001 00:00:00 GMT');
    await reply.text();
    const row = await gateway.row(reply.headers.get('x-request-id'));
    assert.equal(row.trace.steps.find(({ name }) => name === 'retired').text, 'to strict: Ask strict.');
  });
});

test('an answer by another model than a pinned one is told once', async () => {
  await (await ask('pinned')).text();
  old.always((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({
      id: 'c', object: 'chat.completion', created: 1, model: 'm-2025',
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    }));
  });
  for (let i = 0; i < 3; ++i) assert.equal((await ask('pinned')).status, 200);
  old.always((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(goodEvents(request).join('').replaceAll('m-2024', 'm-2025'));
  });
  await (await ask('streamed', { stream: true })).text();
  const found = await until(async () => {
    const told = await eventsOf(gateway, 'model_drift');
    return told.length > 1 && told;
  }, 'the events', 20_000, 50);
  assert.deepEqual(found.map(({ subject }) => subject).sort(), ['old/m-2024', 'streams/m-2024']);
  for (const { detail } of found) assert.match(detail, /m-2025/);
});
