// SPDX-License-Identifier: GPL-3.0-or-later
// Money as clients meet it: a budget ends what is spent, a raise lets it go on, and the books are
// the same after a crash.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import OpenAI from 'openai';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, noonZone, provider, route, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];
// 11 tokens in, 7 out of every answer: 2.5 cents.
const price = { provider: 'oa', model: 'm', input_usd_per_mtok: 1000, output_usd_per_mtok: 2000 };
const each = 25_000_000;
const dollar = 1_000_000_000;

const zone = noonZone();
let upstream;

const config = (budgets, more = {}) => base(
  [provider('oa', 'openai', upstream, { models: ['m', 'free'] })],
  [route('fast', ['oa/m']), route('cheap', ['oa/free']), route('unpriced', ['oa/free'])],
  {
    prices: [price, { provider: 'oa', model: 'free', input_usd_per_mtok: 0.001, output_usd_per_mtok: 0.001 }],
    budgets, gateway: { reporting_time_zone: zone }, ...more,
  },
);
const client = (of) => new OpenAI({ apiKey: clientKey, baseURL: `${of.url}/v1`, maxRetries: 0 });
const ask = (of, model = 'fast', more = {}) =>
  client(of).chat.completions.create({ model, messages, max_tokens: 7, ...more });
const budget = async (of) => (await of.admin('GET', '/budgets')).body.items[0];

async function withBudgets(budgets, work, more = {}) {
  const own = await Gateway.start({ config: config(budgets, more) });
  try {
    await work(own);
  } finally {
    await own.stop();
  }
}

before(async () => { upstream = await FakeUpstream.start(); });
after(() => upstream?.stop());
beforeEach(() => upstream.reset());

test('a dollar under 100 parallel calls is not overspent, and a raise works at once', () =>
  withBudgets([{ id: 'b', scope: 'key:tests', limit_usd: 1, period: 'month' }], async (own) => {
    const refused = [];
    for (let round = 0; round < 6; ++round) {
      const results = await Promise.allSettled(Array.from({ length: 100 }, () => ask(own)));
      refused.push(...results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason));
      assert.ok((await budget(own)).spent_nano_usd <= dollar + each);
    }
    await until(async () => (await ask(own).catch((error) => error)).status === 402, 'the money to end');
    const end = await until(async () => {
      const now = await budget(own);
      return now.reserved_nano_usd === 0 && now;
    }, 'the last call to be settled');
    assert.ok(end.spent_nano_usd > dollar - each && end.spent_nano_usd <= dollar + each, `${end.spent_nano_usd}`);
    assert.equal(end.spent_nano_usd, upstream.requests.length * each);
    for (const error of refused) {
      assert.equal(error.status, 402);
      assert.equal(error.code, 'budget_exceeded');
    }
    const error = await ask(own).catch((reason) => reason);
    assert.match(error.message, /key 'tests'.*\$1\.00 of \$1\.00 spent.*resets at /);
    const [, resets] = /resets at (\S+Z)/.exec(error.message);
    assert.match(new Date(resets).toLocaleString('en-GB', { timeZone: zone }), /^01\/.* 00:00:00$/);

    const raised = await own.ctl(['budgets', 'raise', 'b', '0.50', '--reason', 'demo']);
    assert.equal(raised.code, 0, raised.stderr);
    await ask(own);
    assert.equal((await budget(own)).raised_nano_usd, dollar / 2);
    const audit = (await own.admin('GET', '/audit')).body.items;
    assert.ok(audit.some(({ action }) => action === 'budget.raise'));
    await own.admin('POST', '/budgets/b/reset', { reason: 'test' });
    assert.equal((await budget(own)).spent_nano_usd, 0);
    await ask(own);
    await until(async () => (await budget(own)).spent_nano_usd === each, 'the call to be settled');
  }));

test('the books are the same after kill -9', async () => {
  const budgets = [
    { id: 'month', scope: 'gateway', limit_usd: 100, period: 'month' },
    { id: 'rolling', scope: 'key:tests', limit_usd: 100, period: 'P1D' },
    { id: 'tag', scope: 'tag:project=search', limit_usd: 100, period: 'year' },
    { id: 'provider', scope: 'provider:oa', limit_usd: 100, period: 'week' },
  ];
  const own = await Gateway.start({ config: config(budgets) });
  const tagged = new OpenAI({
    apiKey: clientKey, baseURL: `${own.url}/v1`, maxRetries: 0,
    defaultHeaders: { 'x-gatehouse-tags': 'project=search' },
  });
  for (let i = 0; i < 20; ++i) await ask(own);
  await tagged.chat.completions.create({ model: 'fast', messages });
  await own.admin('POST', '/budgets/month/raise', { amount_usd: 2, reason: 'kept' });
  const settled = (of) => until(async () => {
    const { items } = (await of.admin('GET', '/budgets')).body;
    return items.find(({ id }) => id === 'month').spent_nano_usd >= 21 * each && items;
  }, 'every call to be settled');
  const before = await settled(own);
  await own.kill();
  const again = await Gateway.start({ config: config(budgets), dataDir: own.dataDir });
  const after = await settled(again);
  const money = (items) => items.map(({ id, spent_nano_usd, raised_nano_usd }) => ({ id, spent_nano_usd, raised_nano_usd }));
  assert.deepEqual(money(after), money(before));
  assert.equal(after.find(({ id }) => id === 'month').spent_nano_usd, 21 * each);
  assert.equal(after.find(({ id }) => id === 'tag').spent_nano_usd, each);
  await again.stop();
});

test('a budget that comes later knows what was spent before', async () => {
  const own = await Gateway.start({ config: config([]) });
  try {
    for (let i = 0; i < 3; ++i) await ask(own);
    own.write(config([{ id: 'late', scope: 'route:fast', limit_usd: 0.05, period: 'day' }]));
    const late = await until(async () => {
      const now = await budget(own);
      return now?.spent_nano_usd >= 3 * each && now;
    }, 'the budget');
    assert.equal(late.spent_nano_usd, 3 * each);
    assert.equal(late.state, 'used_up');
    // A worker may serve one more request before it hears of the new document.
    await until(async () => (await ask(own).catch((error) => error)).status === 402, 'the refusal');
  } finally {
    await own.stop();
  }
});

test('a used up budget leads to a cheaper route, or only warns', () =>
  withBudgets([
    { id: 'b', scope: 'route:fast', limit_usd: 0.05, period: 'day', warn_at: [50], action: 'redirect:cheap' },
    { id: 'w', scope: 'gateway', limit_usd: 0.01, period: 'day', action: 'warn' },
  ], async (own) => {
    for (let i = 0; i < 3; ++i) await ask(own);
    const { response } = await ask(own).withResponse();
    assert.equal(response.headers.get('x-gatehouse-model'), 'free');
    await until(async () => (await budget(own)).state === 'used_up', 'the last call to be settled');
  }));

test('a request names the budgets it was drawn from', () =>
  withBudgets([
    { id: 'all', scope: 'gateway', limit_usd: 100, period: 'month' },
    { id: 'mine', scope: 'key:tests', limit_usd: 10, period: 'day' },
    { id: 'by-provider', scope: 'provider:oa', limit_usd: 10, period: 'month' },
    { id: 'other', scope: 'route:cheap', limit_usd: 10, period: 'month' },
  ], async (own) => {
    await ask(own);
    const [{ id }] = await until(async () => {
      const { items } = (await own.admin('GET', '/requests')).body;
      return items.length > 0 && items;
    }, 'the request to be in the books');
    const { budgets } = (await own.admin('GET', `/requests/${id}`)).body;
    assert.deepEqual(budgets, [
      { id: 'all', name: '', period: 'month', scope: 'gateway' },
      { id: 'mine', name: 'tests', period: 'day', scope: 'key:tests' },
      { id: 'by-provider', name: 'oa', period: 'month', scope: 'provider:oa' },
    ]);
  }));

test('a pause refuses everybody but those it names', () =>
  withBudgets([], async (own) => {
    await own.admin('POST', '/pause', { except: ['person:other'], reason: 'end of quarter' });
    const error = await ask(own).catch((reason) => reason);
    assert.equal(error.status, 402);
    assert.equal(error.code, 'spending_paused');
    assert.match(error.message, /end of quarter/);
    await own.admin('POST', '/pause', { except: ['key:tests'] });
    await ask(own);
    await own.admin('POST', '/pause', {});
    await assert.rejects(ask(own), { status: 402 });
    await own.admin('DELETE', '/pause');
    await ask(own);
  }));

test('a model without a price is refused where that is wanted', async () => {
  const own = await Gateway.start({
    config: base([provider('oa', 'openai', upstream, { models: ['m', 'x-none'] })],
      [route('fast', ['oa/m']), route('none', ['oa/x-none'])],
      { prices: [price], gateway: { refuse_unpriced: true } }),
  });
  await ask(own);
  const error = await ask(own, 'none').catch((reason) => reason);
  assert.equal(error.status, 402);
  assert.match(error.message, /x-none/);
  await own.stop();
});
