// SPDX-License-Identifier: GPL-3.0-or-later
// A price was wrong: the past is worked out anew to the nano-dollar, the old values stay, and rows,
// sums, usage report and export say the same before and afterwards.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
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

test('a price list is fetched by its address, shown, taken and taken back', async () => {
  const list = (input) => JSON.stringify({
    version: '2026-11-01', providers: { openai: { m2: { input, output: 4e9 } } },
  });
  const answers = {
    '/prices.json': (response) => response.end(list(2e9)),
    '/broken.json': (response) => response.end('<html>not here</html>'),
    '/odd.json': (response) => response.end(JSON.stringify({ version: '2026-11-01', providers: { openai: { m2: { input: -1 } } } })),
    '/large.json': (response) => response.end(Buffer.alloc(6 * 1024 * 1024, ' ')),
    '/cut.json': (response) => {
      response.writeHead(200, { 'content-length': 5000 });
      response.write(list(2e9), () => response.destroy());
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url];
    if (answer) return void answer(response);
    response.writeHead(404);
    response.end();
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = `http://127.0.0.1:${server.address().port}`;
  const gateway = await Gateway.start({
    // The vendor whose prices the list tells; it is never asked.
    config: base([provider('openai', 'openai', 'https://api.openai.com', { models: ['m2'] })], [route('fast', ['openai/m2'])]),
  });
  try {
    const update = async (path, dry_run = true) => gateway.admin('POST', '/prices/update', { url: `${address}${path}`, dry_run });
    const refused = async (path, field, words) => {
      const { status, body } = await update(path);
      assert.deepEqual([status, body.error.path], [400, field], JSON.stringify(body));
      assert.match(body.error.detail ?? body.error.message, words);
    };
    await refused('/missing.json', 'url', /404/);
    await refused('/large.json', 'url', /4 MiB/);
    await refused('/cut.json', 'url', /cannot be read/);
    await refused('/broken.json', 'line 1', /no price list/);
    await refused('/odd.json', 'providers.openai.m2.input', /./);
    const far = await gateway.admin('POST', '/prices/update', { url: 'http://example.org/prices.json' });
    assert.deepEqual([far.status, far.body.error.path], [400, 'url']);

    const price = async () => (await gateway.admin('GET', '/prices')).body.items.find(({ model }) => model === 'm2');
    const look = (await update('/prices.json')).body;
    assert.equal(look.dry_run, true);
    assert.ok(look.items.some(({ model }) => model === 'm2'), JSON.stringify(look).slice(0, 500));
    assert.equal(await price(), undefined);
    const taken = (await update('/prices.json', false)).body;
    assert.equal(taken.source, `${address}/prices.json`);
    await until(async () => (await price())?.input_nano_per_mtok === 2e9, 'the price of the list');
    const record = (await gateway.admin('GET', '/audit?action=prices.update')).body.items[0];
    assert.equal(record.after.source, `${address}/prices.json`);
    await gateway.admin('POST', '/prices/update/undo', {});
    await until(async () => await price() === undefined, 'the list of before');
    assert.equal((await gateway.admin('POST', '/prices/update/undo', {})).status, 404);
  } finally {
    await gateway.stop();
    server.closeAllConnections();
    server.close();
  }
});
