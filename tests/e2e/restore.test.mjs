// SPDX-License-Identifier: GPL-3.0-or-later
// A process that dies while it starts with a restored backup: the next start has the books from
// before again and says so. One that was merely stopped goes on with the backup.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { Gateway, base, temporaryFolder, until } from './support/gateway.mjs';

let gateway;
let file; // the configuration that lets a gateway start

before(async () => {
  gateway = await Gateway.start({ config: base([]) });
  file = gateway.file;
});

after(() => gateway?.stop());

const keys = async () => (await gateway.admin('GET', '/keys')).body.items.map((key) => key.name).filter((name) => name !== 'tests').sort();
const problems = async () => (await gateway.admin('GET', '/status')).body.problems.map((one) => one.code);
const mark = () => path.join(gateway.dataDir, 'restored.json');
const folders = (name) => readdirSync(gateway.dataDir).filter((one) => one.startsWith(name));

const makeKey = async (name) => assert.equal((await gateway.admin('POST', '/keys', { name })).status, 201);

/// A backup waits for the next start, which has no key that was made after it.
async function stageBackup() {
  await makeKey('before the backup');
  const backup = await gateway.admin('POST', '/backups');
  assert.ok(backup.status < 300, JSON.stringify(backup.body));
  await makeKey('after the backup');
  const staged = await gateway.admin('POST', '/backups/restore', { path: backup.body.path });
  assert.equal(staged.status, 200, JSON.stringify(staged.body));
  await gateway.stop();
}

/// Starts with a pipe in the place of the configuration file, which nobody writes into: the start
/// has put the backup in its place and comes no further.
async function startAndHang() {
  gateway.file = path.join(temporaryFolder(), 'gatehouse.yaml');
  execFileSync('mkfifo', [gateway.file]);
  gateway.spawn();
  await until(() => existsSync(mark()) && JSON.parse(readFileSync(mark(), 'utf8')).starting, 'the start with the backup');
}

test('a start that is killed takes the backup out again', async () => {
  await stageBackup();
  await startAndHang();
  await gateway.kill();
  gateway.file = file;
  await gateway.launch();
  assert.deepEqual(await keys(), ['after the backup', 'before the backup']);
  assert.ok((await problems()).includes('restore_undone'));
  assert.equal(folders('failed-restore-').length, 1);
  assert.equal(folders('before-restore-').length, 0);
  assert.ok(!existsSync(mark()));
});

test('it is told once, and a start that serves is final', async () => {
  await gateway.stop();
  await gateway.launch();
  assert.ok(!(await problems()).includes('restore_undone'));
  const [newest] = (await gateway.admin('GET', '/backups')).body.items;
  await gateway.admin('POST', '/backups/restore', { path: newest.path });
  await gateway.stop();
  await gateway.launch();
  await until(() => !existsSync(mark()), 'the backup to be confirmed');
  await makeKey('made with the backup');
  await gateway.kill();
  await gateway.launch();
  assert.deepEqual(await keys(), ['before the backup', 'made with the backup']);
  assert.ok(!(await problems()).includes('restore_undone'));
});
