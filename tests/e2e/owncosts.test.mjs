// SPDX-License-Identifier: GPL-3.0-or-later
// What requests cost under own prices with tiers, at batch rates, under a contract, and on a machine
// paid by the hour: exact to the nano-dollar, in rows, sums, export and after a recalculation.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import OpenAI from 'openai';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route, temporaryFolder, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];
const dollar = 1e9;
let upstream;

before(async () => { upstream = await FakeUpstream.start(); });
after(() => upstream?.stop());

const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/// An answer that used so many tokens, as `tier` was charged.
const used = (prompt, completion, more = {}) => (request, response) => {
  const body = JSON.stringify({
    id: 'c', object: 'chat.completion', created: 1, model: request.json.model, ...more,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Yes.' } }],
    usage: {
      prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion,
      completion_tokens_details: { reasoning_tokens: 4 },
    },
  });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const prices = [{
  provider: 'oa', model: 'm', input_usd_per_mtok: 1, output_usd_per_mtok: 2, reasoning_usd_per_mtok: 3,
  batch_input_usd_per_mtok: 0.5, batch_output_usd_per_mtok: 1,
  tiers: [{ above: 200000, input_usd_per_mtok: 2, output_usd_per_mtok: 4 }],
}];
const config = (more = {}) => ({
  ...base([provider('oa', 'openai', upstream, { models: ['m'] }),
    provider('gpu', 'openai', upstream, {
      models: ['m'], self_hosted: true, hourly_cost_usd: 3600, cost_by: 'time', max_in_flight: 4,
      hourly_from: day(-2),
    })],
  [route('fast', ['oa/m']), route('own', ['gpu/m'])], { prices }),
  ...more,
});

async function ask(gateway, model, answer) {
  upstream.next(answer);
  const client = new OpenAI({ apiKey: clientKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
  const { response } = await client.chat.completions.create({ model, messages }).withResponse();
  const id = response.headers.get('x-request-id');
  return until(async () => {
    const { status, body } = await gateway.admin('GET', `/requests/${id}`);
    return status === 200 && body;
  }, `the request ${id} to be booked`, 10_000, 50);
}

const soundBooks = async (gateway) => assert.equal((await gateway.admin('POST', '/books/check', {})).body.ok, true);

test('tiers, reasoning and batch rates are exact', async () => {
  const gateway = await Gateway.start({ config: config() });
  try {
    // 3 output tokens beside 4 of reasoning
    assert.equal((await ask(gateway, 'fast', used(200000, 7))).cost_nano_usd, 200000 * 1000 + 3 * 2000 + 4 * 3000);
    assert.equal((await ask(gateway, 'fast', used(200001, 7))).cost_nano_usd, 200001 * 2000 + 3 * 4000 + 4 * 3000);
    const batch = await ask(gateway, 'fast', used(100, 7, { service_tier: 'flex' }));
    assert.equal(batch.cost_nano_usd, 100 * 500 + 3 * 1000 + 4 * 3000);
    const again = (await gateway.admin('POST', '/prices/recalculate', { since: '1d', dry_run: true, wait: true })).body;
    assert.deepEqual([again.rows, again.changed, again.kept], [3, 0, 0]);
    await soundBooks(gateway);
  } finally {
    await gateway.stop();
  }
});

test('a contract takes its discount and is named, a past one is priced anew', async () => {
  const gateway = await Gateway.start({ config: config() });
  try {
    const plain = 100 * 1000 + 3 * 2000 + 4 * 3000;
    assert.equal((await ask(gateway, 'fast', used(100, 7))).cost_nano_usd, plain);
    const contract = {
      id: 'acme', provider: 'oa', amount_usd: 1000, from: day(-1), until: day(30), discount_percent: 12.5,
      tiers: [{ above_usd: 900, discount_percent: 20 }],
    };
    await gateway.reload(config({
      contracts: [contract],
      budgets: [{ scope: 'gateway', limit_usd: 5, period: 'day', action: 'warn' }],
    }));
    assert.ok((await gateway.admin('GET', '/prices')).body.items
      .some((price) => price.contract === 'acme' && price.discount_percent === 12.5));
    const row = await ask(gateway, 'fast', used(100, 7));
    assert.equal(row.cost_nano_usd, plain * 0.875);
    assert.equal(row.list_cost_nano_usd, plain);
    assert.match(row.price_version, /^own, revision \d+, contract acme 12.5 %$/);

    const budget = async () => (await gateway.admin('GET', '/budgets')).body.items[0].spent_nano_usd;
    await until(async () => await budget() === plain + plain * 0.875, 'the budget to know the past', 15_000);
    const done = (await gateway.admin('POST', '/prices/recalculate', { since: '1d', wait: true })).body;
    assert.deepEqual([done.changed, done.after_nano_usd], [1, plain * 0.875]);
    assert.equal(await budget(), 2 * plain * 0.875);
    await soundBooks(gateway);

    const [item] = (await gateway.admin('GET', '/commitments')).body.items;
    assert.deepEqual([item.discount_percent, item.volume_nano_usd, item.tier_nano_usd, item.next_tier_nano_usd],
      [12.5, 2 * plain, null, 900 * dollar]);
  } finally {
    await gateway.stop();
  }
});

test('a machine paid by the hour: time held, and what is idle', async () => {
  const gateway = await Gateway.start({ config: config() });
  try {
    const row = await ask(gateway, 'own', used(100, 7));
    const [attempt] = row.attempts;
    // $3,600 an hour is 1,000 nano-dollars a microsecond, of which it held one place of four.
    const cost = row.cost_nano_usd;
    assert.ok(cost > 0 && cost % 250 === 0, `${cost}`);
    assert.ok(Math.abs(cost / 250 - attempt.ms * 1000) <= 1000, `${cost} for ${attempt.ms} ms`);
    assert.match(row.price_version, /^hourly, revision/);
    const again = (await gateway.admin('POST', '/prices/recalculate', { since: '1d', dry_run: true, wait: true })).body;
    assert.deepEqual([again.rows, again.changed], [1, 0]);

    const { items, days } = (await gateway.admin('GET', '/machines?since=5d')).body;
    assert.deepEqual([items[0].provider, items[0].booked_nano_usd], ['gpu', cost]);
    assert.equal(items[0].paid_nano_usd, cost + items[0].idle_nano_usd);
    assert.deepEqual([days[0].day, days[0].idle_nano_usd], [day(-2), 24 * 3600 * dollar]);
    const { lines } = (await gateway.admin('GET', '/usage/export?since=5d')).body;
    const idle = lines.trim().split('\n').filter((line) => line.includes(',idle,'));
    assert.equal(idle.length, 3);
    assert.ok(idle[0].includes(`idle-gpu-${day(-2)}`) && idle[0].includes(',86400,'), idle[0]);
    // Mistyped, and noticed later: what an hour cost on past days is put right.
    const right = (more) => gateway.admin('POST', '/machines/gpu/correct', { from: day(-2), until: day(-1), ...more });
    for (const [body, field] of [[{}, 'hourly_cost_usd'], [{ hourly_cost_usd: 1, until: day(2) }, 'until'],
      [{ hourly_cost_usd: 1, from: day(0) }, 'from'], [{ hourly_cost_usd: 1, from: 'soon' }, 'from'],
      [{ hourly_cost_usd: 1, price: 1 }, 'price']])
      assert.deepEqual(await right(body).then((r) => [r.status, r.body.error.path]), [400, field]);
    assert.equal((await gateway.admin('POST', '/machines/oa/correct', { from: day(-2), hourly_cost_usd: 1 })).status, 404);
    const asked = (await right({ hourly_cost_usd: 36, dry_run: true })).body;
    assert.deepEqual([asked.paid_before_nano_usd, asked.paid_after_nano_usd], [48 * 3600 * dollar, 48 * 36 * dollar]);
    assert.deepEqual((await gateway.admin('GET', '/machines?since=5d')).body.corrections, []);
    const fixed = await gateway.ctl(['machines', 'correct', 'gpu', '--from', day(-2), '--until', day(-1), '--hour', '36',
      '--reason', 'a slip']);
    assert.deepEqual([fixed.code, fixed.json.idle_after_nano_usd], [0, 48 * 36 * dollar]);
    const told = (await gateway.admin('GET', '/machines?since=5d')).body;
    assert.deepEqual(told.days.slice(0, 2).map((one) => one.idle_nano_usd), [24 * 36 * dollar, 24 * 36 * dollar]);
    assert.deepEqual(told.corrections.map((one) => [one.from, one.until, one.hour_nano_usd, one.reason]),
      [[day(-2), day(-1), 36 * dollar, 'a slip']]);
    assert.equal(told.terms[0].hour_nano_usd, 3600 * dollar); // what stood there is still told
    const audited = (await gateway.admin('GET', '/audit?action=machine.correct')).body.items;
    assert.equal(audited.length, 1);
    // Of today the requests that were booked by time cost something else, too.
    const booked = (await gateway.admin('POST', '/machines/gpu/correct', { from: day(0), hourly_cost_usd: 7200 })).body;
    assert.deepEqual([booked.requests_changed, booked.booked_after_nano_usd], [1, 2 * cost]);
    const anew = (await gateway.admin('GET', `/requests/${row.id}`)).body;
    assert.deepEqual([anew.cost_nano_usd, anew.price_version], [2 * cost, `hourly, corrected ${day(0)}`]);
    const cli = await gateway.ctl(['machines']);
    assert.equal(cli.json.items[0].provider, 'gpu');
    await soundBooks(gateway);
    const doctor = (await gateway.admin('GET', '/doctor')).body;
    assert.equal(doctor.checks.find(({ id }) => id === 'sums').state, 'passed');
  } finally {
    await gateway.stop();
  }
});

test('a newer list is compared, taken and taken back', async () => {
  const gateway = await Gateway.start({ config: config() });
  try {
    const list = async () => (await gateway.admin('GET', '/prices')).body.list;
    const before = await list();
    assert.equal(before.can_undo, false);
    const file = path.join(temporaryFolder(), 'list.json');
    writeFileSync(file, JSON.stringify({ version: '2027-01-01', providers: { openai: { 'gpt-9': { input: 5 * dollar } } } }));
    const dry = await gateway.ctl(['prices', 'update', file, '--dry-run']);
    assert.deepEqual([dry.code, dry.json.added, dry.json.removed > 1000], [0, 1, true]);
    assert.deepEqual((await list()).version, before.version);
    const taken = await gateway.ctl(['prices', 'update', file]);
    assert.equal(taken.code, 0);
    assert.deepEqual([(await list()).version, (await list()).can_undo], ['2027-01-01', true]);
    assert.equal((await gateway.admin('GET', '/audit?action=prices.update')).body.items.length, 1);
    assert.equal((await gateway.ctl(['prices', 'update', 'undo'])).code, 0);
    assert.equal((await list()).version, before.version);
    const bad = await gateway.admin('POST', '/prices/update', { text: '{"version":"2027-01-01","providers":{"a":{"m":{"input":-1}}}}' });
    assert.deepEqual([bad.status, bad.body.error.path], [400, 'providers.a.m.input']);
    const url = await gateway.admin('POST', '/prices/update', { url: 'ftp://example.com/list' });
    assert.equal(url.body.error.path, 'url');
  } finally {
    await gateway.stop();
  }
});
