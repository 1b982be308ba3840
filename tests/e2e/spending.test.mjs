// SPDX-License-Identifier: GPL-3.0-or-later
// What gatehousectl tells of money and does with it: teams, budgets, prices, contracts, invoices,
// reports and simulations, each against the same books.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, noonZone, provider, route, run, temporaryFolder, until } from './support/gateway.mjs';

const folder = temporaryFolder();
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const each = 25_000_000; // 11 tokens in for a dollar a thousand, 7 out for two
const calls = 8;

let upstream;
let gateway;
let document;
let key;

const file = (name, content) => {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
};
const ok = async (...args) => {
  const { code, json, stdout, stderr } = await gateway.ctl(args);
  assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
  return json ?? stdout;
};
const plain = async (...args) => {
  const { code, stdout, stderr } = await run('gatehousectl', ['--data-dir', gateway.dataDir, ...args]);
  assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
  return stdout;
};

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start({});
  document = base(
    [provider('oa', 'openai', upstream, { models: ['m', 'cheap'] })], [route('fast', ['oa/m'])],
    {
      gateway: { reporting_time_zone: noonZone() },
      prices: [
        { provider: 'oa', model: 'm', input_usd_per_mtok: 1000, output_usd_per_mtok: 2000 },
        { provider: 'oa', model: 'cheap', input_usd_per_mtok: 500, output_usd_per_mtok: 1000 },
      ],
      budgets: [{ id: 'b', scope: 'team:research', limit_usd: 1, period: 'month', action: 'block' }],
    },
  );
  document.contracts = [{ id: 'yearly', provider: 'oa', amount_usd: 10, from: day(-1), until: day(30) }];
  document.teams = [{ id: 'research', name: 'Research' }];
  await ok('apply', file('ours.json', document));
  ({ secret: key } = await ok('keys', 'create', 'ours', '--team', 'research'));
  const ask = () => gateway.fetch('/v1/chat/completions', {
    key, body: { model: 'fast', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 7 },
  });
  await until(async () => (await ask()).status === 200, 'the key to be known');
  for (let i = 1; i < calls; ++i) assert.equal((await ask()).status, 200);
  await until(async () => (await ok('requests', 'list', '--filter', 'route:fast', '--all')).items
    .filter(({ status }) => status === 200).length === calls, 'the books');
});
after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

test('teams, budgets and limits', async () => {
  await ok('teams', 'create', 'sales', '--routes', 'fast', '--rpm', '60');
  await ok('teams', 'set', 'sales', '--name', 'Sales');
  const { items: teams } = await ok('teams', 'list');
  assert.deepEqual(teams.map(({ id, name }) => [id, name]), [['research', 'Research'], ['sales', 'Sales']]);
  assert.equal((await ok('limits', 'list')).items.find(({ scope }) => scope === 'team:sales').rpm, 60);
  await ok('teams', 'remove', 'sales');

  const budget = async () => (await ok('budgets', 'list')).items.find(({ id }) => id === 'b');
  assert.equal((await budget()).spent_nano_usd, calls * each);
  await ok('budgets', 'raise', 'b', '2', '--reason', 'more to do');
  assert.equal((await budget()).limit_nano_usd + (await budget()).raised_nano_usd, 3_000_000_000);
  await ok('budgets', 'reset', 'b', '--reason', 'anew');
  assert.equal((await budget()).spent_nano_usd, 0);
});

test('usage, its export and the report of each team say the same', async () => {
  const { items: [usage] } = await ok('usage', '--by', 'team');
  assert.deepEqual([usage.team, usage.requests, usage.cost_nano_usd], ['research', calls, calls * each]);
  const lines = (await plain('usage', 'export')).trim().split('\n');
  const header = lines[0].split(',');
  const rows = lines.slice(1).map((line) => line.split(',')).filter((row) => row[header.indexOf('route')] === 'fast');
  const sum = rows.reduce((all, row) => all + Math.round(Number(row[header.indexOf('cost_usd')]) * 1e9), 0);
  assert.equal(sum, calls * each);
  const report = await ok('usage', 'report');
  assert.equal(report.teams.find(({ team }) => team === 'research').cost_nano_usd, calls * each);
  const csv = path.join(folder, 'month.csv');
  await plain('usage', 'report', '--file', csv);
  assert.match(readFileSync(csv, 'utf8'), /research/i);
  const pdf = path.join(folder, 'month.pdf');
  await plain('usage', 'report', '--team', 'research', '--file', pdf);
  assert.ok(readFileSync(pdf).subarray(0, 5).equals(Buffer.from('%PDF-')));
});

describe('prices', () => {
  test('are listed, imported, recalculated, and the books still agree', async () => {
    const listed = async () => (await ok('prices', 'list')).items.find(({ model }) => model === 'm');
    const before = await listed();
    const prices = file('prices.json', [{ provider: 'oa', model: 'm', input_usd_per_mtok: 2000, output_usd_per_mtok: 4000 }]);
    await ok('prices', 'import', prices, '--dry-run');
    assert.deepEqual(await listed(), before);
    await ok('prices', 'import', prices);
    await until(async () => JSON.stringify(await listed()) !== JSON.stringify(before), 'the price');
    const spent = async () => (await ok('usage', '--by', 'route')).items.find((row) => row.route === 'fast').cost_nano_usd;
    assert.equal(await spent(), calls * each); // the price as of its start
    await ok('prices', 'recalculate', '--since', '1d', '--dry-run', '--reason', 'look');
    assert.equal(await spent(), calls * each);
    await ok('prices', 'recalculate', '--since', '1d', '--reason', 'a wrong price');
    assert.equal(await spent(), 2 * calls * each);
    assert.ok((await ok('prices', 'check')).ok);
    await ok('prices', 'import', file('back.json', document.prices));
    await ok('prices', 'recalculate', '--since', '1d', '--reason', 'it was right');
    await until(async () => await spent() === calls * each, 'the first sum');
    assert.ok((await ok('prices', 'check')).ok);
  });
});

test('a contract is burnt down', async () => {
  const { items: [contract] } = await ok('commitments');
  assert.deepEqual([contract.id, contract.used_nano_usd, contract.amount_nano_usd], ['yearly', calls * each, 10_000_000_000]);
  assert.ok(contract.unused_nano_usd > 0 && contract.expected_nano_usd >= contract.used_nano_usd);
  assert.match(await plain('commitments'), /yearly/);
});

test('an invoice is compared, and the gap is shown', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const invoice = (cost) => file('invoice.csv', `date,model,requests,input_tokens,output_tokens,cost\n${today},m,${calls},${11 * calls},${7 * calls},${cost}\n`);
  const same = await ok('invoice', 'check', 'oa', invoice('0.20'));
  assert.deepEqual(same.models.map(({ model, state }) => [model, state]), [['m', 'match']]);
  const more = await ok('invoice', 'check', 'oa', invoice('0.30'));
  assert.equal(more.models[0].state, 'more');
  assert.equal(more.models[0].gap_nano_usd, 100_000_000);
  assert.ok(more.models[0].suggestion, 'a price that would have given it');
  const bad = await gateway.ctl(['invoice', 'check', 'oa', file('bad.csv', `date,model,cost\n${today},m,much\n`)]);
  assert.equal(bad.code, 1);
  assert.match(bad.stderr, /line 2, cost/);
});

describe('simulate', () => {
  test('gives back the books to the nano-dollar under the configuration they were made by', async () => {
    const result = await ok('simulate', '--config', file('same.json', (await ok('export')).document ?? document), '--since', '1d');
    assert.deepEqual([result.cost_before_nano_usd, result.cost_after_nano_usd, result.delta_nano_usd], [calls * each, calls * each, 0]);
    assert.deepEqual([result.moved, result.refused], [0, 0]);
  });

  test('tells what another one would have cost, and whom it would have refused', async () => {
    const other = { ...document, routes: [route('fast', ['oa/cheap'])] };
    const cheaper = await ok('simulate', '--config', file('cheap.json', other), '--since', '1d');
    assert.deepEqual([cheaper.cost_after_nano_usd, cheaper.moved], [calls * each / 2, calls]);
    const small = { ...document, budgets: [{ ...document.budgets[0], limit_usd: 0.1 }] };
    const refusing = await ok('simulate', '--config', file('small.json', small), '--since', '1d');
    assert.ok(refusing.refused > 0 && refusing.refusals.length > 0, JSON.stringify(refusing));
    assert.match(await plain('simulate', '--config', path.join(folder, 'small.json'), '--since', '1d'), /refused: \S+ team:research, \d+ requests/);
    const bad = await gateway.ctl(['simulate', '--config', file('bad.json', '{"version": 1, "colour": 2}'), '--since', '1d']);
    assert.notEqual(bad.code, 0);
    assert.match(bad.stderr, /colour/);
  });
});
