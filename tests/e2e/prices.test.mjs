// SPDX-License-Identifier: GPL-3.0-or-later
// A price was wrong: the past is worked out anew to the nano-dollar, the old values stay, and rows,
// sums, usage report and export say the same before and afterwards.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import OpenAI from 'openai';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];
const count = 20;
let upstream;

before(async () => { upstream = await FakeUpstream.start(); });
after(() => upstream?.stop());

// 11 tokens in, 7 out of every answer.
const config = () => base(
  [provider('oa', 'openai', upstream, { models: ['m'] })], [route('fast', ['oa/m'])],
  { prices: [{ provider: 'oa', model: 'm', input_usd_per_mtok: 1, output_usd_per_mtok: 2 }] },
);

test('past costs follow a corrected price, and the books agree', async () => {
  const gateway = await Gateway.start({ config: config() });
  try {
    const client = new OpenAI({ apiKey: clientKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
    for (let i = 0; i < count; ++i) await client.chat.completions.create({ model: 'fast', messages });
    const spent = async () => (await gateway.admin('GET', '/usage?since=1d')).body.items
      ?.reduce((sum, row) => sum + row.cost_nano_usd, 0);
    const before = count * (11 * 1000 + 7 * 2000);
    await until(async () => await spent() === before, 'the requests to be booked');
    assert.equal((await gateway.admin('POST', '/books/check', {})).body.ok, true);

    const prices = [{ provider: 'oa', model: 'm', input_usd_per_mtok: 3, output_usd_per_mtok: 5 }];
    const dry = await gateway.admin('POST', '/prices/import', { prices, dry_run: true });
    assert.deepEqual(dry.body.changed, ['oa/m']);
    gateway.write({ ...config(), prices });
    await until(async () => (await gateway.admin('GET', '/prices')).body.items
      .some(({ model, input_nano_per_mtok }) => model === 'm' && input_nano_per_mtok === 3e9), 'the new price');

    const now = count * (11 * 3000 + 7 * 5000);
    const ask = (dry_run) => gateway.admin('POST', '/prices/recalculate', { since: '1d', dry_run, wait: true });
    const look = (await ask(true)).body;
    assert.deepEqual([look.changed, look.before_nano_usd, look.after_nano_usd], [count, before, now]);
    assert.equal(await spent(), before);
    assert.equal((await ask(false)).body.changed, count);
    assert.equal(await spent(), now);
    const check = (await gateway.admin('POST', '/books/check', {})).body;
    assert.deepEqual([check.ok, check.requests, check.cost_nano_usd], [true, count, now]);
    assert.equal((await ask(true)).body.changed, 0);

    const piece = (await gateway.admin('GET', '/usage/export?since=1d')).body;
    const lines = piece.lines.trim().split('\n');
    assert.equal(lines.length, count);
    assert.equal(piece.next, null);
    const record = (await gateway.admin('GET', '/audit?action=prices.recalculate')).body.items[0];
    assert.equal(record.after.changed, count);
  } finally {
    await gateway.stop();
  }
});

test('what is asked wrongly is said by its field', async () => {
  const gateway = await Gateway.start({ config: config() });
  try {
    const none = await gateway.admin('POST', '/prices/recalculate', { dry_run: true });
    assert.deepEqual([none.status, none.body.error.path], [400, 'since']);
    const odd = await gateway.admin('POST', '/prices/recalculate', { since: 'soon' });
    assert.equal(odd.body.error.path, 'since');
    const cursor = await gateway.admin('GET', '/usage/export?cursor=x');
    assert.equal(cursor.body.error.path, 'cursor');
    const bad = await gateway.admin('POST', '/prices/import', { prices: [{ provider: 'oa', model: 'm', from: 'May' }] });
    assert.equal(bad.status, 422);
  } finally {
    await gateway.stop();
  }
});
