// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an administrator does is in the audit log, with what was and what is; the log and the
// revisions of the configuration tell the same story, and an export proves itself.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, provider, route, run, temporaryFolder } from './support/gateway.mjs';

let upstream;
let gateway;

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start({ env: { GH_TEST_PROVIDER_KEY: 'key' } });
  const document = base([provider('oa', 'openai', upstream, { models: ['m'] })], [route('fast', ['oa/m'])], {
    budgets: [{ id: 'b', scope: 'gateway', limit_usd: 1, period: 'month', action: 'warn' }],
  });
  const file = path.join(temporaryFolder(), 'a.json');
  writeFileSync(file, JSON.stringify(document));
  const applied = await gateway.ctl(['apply', file, '--reason', 'the beginning']);
  assert.equal(applied.code, 0, applied.stderr);
});
after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

const newest = async () => (await gateway.admin('GET', '/audit?limit=1')).body.items[0];

/// Does it and returns its record.
async function done(method, target, body) {
  const last = (await newest())?.seq ?? 0;
  const { status, body: answer } = await gateway.admin(method, target, body);
  assert.ok(status < 300, `${method} ${target}: ${status} ${JSON.stringify(answer)}`);
  const record = await newest();
  assert.ok(record.seq > last, `${method} ${target} left no record`);
  return { ...record, answer };
}

const text = (value) => JSON.stringify(value ?? null);

test('every act is there, with what was and what is', async () => {
  const secret = (value) => done('PUT', '/secrets/one', { value });
  const first = await secret('a-secret-of-the-audit-tests');
  assert.deepEqual([first.action, first.before], ['secret.set', null]);
  assert.ok(first.after && !JSON.stringify(first).includes('a-secret'));
  const second = await secret('another-secret-of-the-tests');
  assert.equal(second.before, first.after);
  assert.notEqual(second.after, first.after);
  const removed = await done('DELETE', '/secrets/one');
  assert.deepEqual([removed.action, removed.before, removed.after], ['secret.remove', second.after, null]);

  const objective = await done('PUT', '/reliability/objectives/route%3Afast', { target: 0.99, days: 7 });
  const tighter = await done('PUT', '/reliability/objectives/route%3Afast', { target: 0.999, days: 7 });
  assert.equal(tighter.before, objective.after);
  assert.equal((await done('DELETE', '/reliability/objectives/route%3Afast')).before, tighter.after);

  const held = await done('POST', '/providers/oa/breaker', { model: 'm', action: 'hold' });
  assert.deepEqual([held.before, held.after], ['closed', 'held']);
  const released = await done('POST', '/providers/oa/breaker', { model: 'm', action: 'release' });
  assert.equal(released.before, 'held');

  const raised = await done('POST', '/budgets/b/raise', { amount_usd: 2, reason: 'more' });
  assert.ok(raised.before && raised.after && text(raised.before) !== text(raised.after));
  assert.match(text(raised.after), /more/);
  await done('POST', '/budgets/b/reset', { reason: 'anew' });
  await done('POST', '/pause', { reason: 'stop' });
  assert.ok((await done('DELETE', '/pause')).before);

  const snoozed = await done('POST', '/alerts/budget-80/snooze', { for: '1h' });
  assert.equal((await done('DELETE', '/alerts/budget-80/snooze')).before, snoozed.after);

  const key = await done('POST', '/keys', { name: 'audited', routes: ['fast'] });
  const { id } = key.answer;
  assert.ok(!JSON.stringify([key.before, key.after]).includes(key.answer.secret));
  const renamed = await done('PUT', `/keys/${id}`, { name: 'renamed' });
  assert.ok(text(renamed.before).includes('audited') && text(renamed.after).includes('renamed'));
  for (const act of ['disable', 'enable', 'rotate']) assert.ok((await done('POST', `/keys/${id}/${act}`, {})).before, act);
  await done('DELETE', `/keys/${id}`);
  await done('POST', `/keys/${id}/restore`);

  const team = await done('POST', '/teams', { id: 'research', routes: ['fast'] });
  assert.equal(team.action, 'configuration.change');
  const person = await done('POST', '/people', { name: 'Ada', role: 'viewer' });
  const changed = await done('PUT', `/people/${person.answer.id}`, { role: 'editor' });
  assert.ok(text(changed.before).includes('viewer') && text(changed.after).includes('editor'));
  const token = await done('POST', '/tokens', { person: person.answer.id, name: 'laptop' });
  assert.ok(!JSON.stringify([token.before, token.after]).includes(token.answer.token));
  assert.ok(text((await done('DELETE', `/people/${person.answer.id}`)).before).includes('Ada'));
  await done('POST', '/gateway/stop', {});
  await done('POST', '/gateway/start', {});
});

test('what is only asked leaves no record', async () => {
  const last = (await newest()).seq;
  for (const [method, target, body] of [
    ['GET', '/status'], ['GET', '/config'], ['POST', '/audit/verify', {}], ['POST', '/explain', { body: { model: 'fast', messages: [] } }],
    ['POST', '/import/litellm', { text: 'model_list: []' }], ['POST', '/config/check', { text: 'version: 1', format: 'yaml' }],
  ]) await gateway.admin(method, target, body);
  assert.equal((await newest()).seq, last);
});

test('revisions and the audit log agree', async () => {
  const { json: revisions } = await gateway.ctl(['revisions', 'list', '--all']);
  const { json: audit } = await gateway.ctl(['audit', 'list', '--all']);
  const changes = audit.items.filter(({ action }) => action.startsWith('configuration.'));
  assert.ok(revisions.items.length >= 2);
  assert.equal(changes.length, revisions.items.length);
  for (const revision of revisions.items) {
    const told = changes.filter(({ object }) => object === `revision ${revision.revision}`);
    assert.equal(told.length, 1, `revision ${revision.revision}`);
    assert.deepEqual([told[0].who, told[0].source], [revision.who, revision.source]);
    const { json: whole } = await gateway.ctl(['revisions', 'show', String(revision.revision)]);
    assert.deepEqual(told[0].after, whole.document);
  }
});

test('an export carries the hashes, and its last one is the head', async () => {
  const exported = await run('gatehousectl', ['--data-dir', gateway.dataDir, '--output', 'json', 'audit', 'export']);
  assert.equal(exported.code, 0, exported.stderr);
  const lines = exported.stdout.trim();
  const { json: verified } = await gateway.ctl(['audit', 'verify']);
  assert.ok(lines.includes(verified.head), 'the head is among them');
});
