// SPDX-License-Identifier: GPL-3.0-or-later
// Administration from the command line, by file and over TCP, and starts that cannot succeed.

import assert from 'node:assert/strict';
import { chmodSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { FakeUpstream, answers, hangs, words } from './support/fakeupstream.mjs';
import {
  Gateway, base, clientKey, events, provider, route, run, temporaryFolder, until, within,
} from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];
const text = words.join('');

let upstream;
const folder = temporaryFolder();

/// A file with this content, for commands that read one.
function file(name, content) {
  const whole = path.join(folder, name);
  writeFileSync(whole, typeof content === 'string' ? content : JSON.stringify(content));
  return whole;
}

before(async () => { upstream = await FakeUpstream.start(); });
after(() => upstream?.stop());

const simple = (name = 'fast', more) =>
  base([provider('oa', 'openai', upstream, { models: ['m', 'n'] })], [route(name, ['oa/m'])], more);

const chat = (gateway, model = 'fast', options = {}) =>
  gateway.fetch('/v1/chat/completions', { body: { model, messages }, ...options });

describe('the command line', () => {
  let gateway;
  before(async () => { gateway = await Gateway.start(); });
  after(() => gateway?.stop());

  test('a first start serves at once, with nothing to call', async () => {
    const { code, json } = await gateway.ctl(['status']);
    assert.equal(code, 0);
    assert.equal(json.state, 'running');
    assert.equal(json.pid, gateway.child.pid);
    assert.equal(json.managed_by, null);
    assert.equal(statSync(path.join(gateway.dataDir, 'run/admin.json')).mode & 0o777, 0o600);
    assert.equal(statSync(gateway.dataDir).mode & 0o777, 0o700);
    assert.equal((await chat(gateway)).status, 401);
  });

  test('the doctor finds what is wrong', async () => {
    const { code, json } = await gateway.ctl(['doctor']);
    assert.equal(code, 0, JSON.stringify(json));
    assert.equal(json.ok, true);
    assert.deepEqual(json.checks.slice(0, 3).map((check) => check.id), ['engine', 'data_folder', 'disk']);
    const nobody = await run('gatehousectl', ['--data-dir', temporaryFolder(), '--output', 'json', 'doctor']);
    assert.equal(nobody.code, 1);
    assert.equal(JSON.parse(nobody.stdout).checks[0].state, 'failed');
  });

  test('exit codes', async () => {
    assert.equal((await gateway.ctl(['frobnicate'])).code, 2);
    assert.equal((await gateway.ctl(['status', '--colour'])).code, 2);
    assert.equal((await gateway.ctl(['requests', 'show'])).code, 2);
    assert.equal((await gateway.ctl(['requests', 'show', 'nothing'])).code, 1);
    assert.equal((await gateway.ctl(['apply', path.join(folder, 'missing.yaml')])).code, 2);
    const nobody = await run('gatehousectl', ['--data-dir', temporaryFolder(), 'status']);
    assert.equal(nobody.code, 3);
    assert.match(nobody.stderr, /^gatehousectl: .{10,}/);
    assert.equal(nobody.stdout, '');
    assert.equal((await run('gatehousectl', ['--help'])).code, 0);
    assert.match((await run('gatehousectl', ['--version'])).stdout, /^gatehousectl \d/);
  });

  test('apply: dry run, then in force, then exported as it was', async () => {
    const document = file('first.json', simple());
    const before = (await gateway.ctl(['status'])).json.revision;

    const dry = await gateway.ctl(['apply', document, '--dry-run']);
    assert.equal(dry.code, 0, dry.stderr);
    assert.ok(dry.json.diff.length >= 3);
    assert.equal((await gateway.ctl(['status'])).json.revision, before);
    assert.equal((await chat(gateway)).status, 401);

    const applied = await gateway.ctl(['apply', document, '--reason', 'first providers']);
    assert.equal(applied.code, 0, applied.stderr);
    assert.equal(applied.json.revision, before + 1);
    await until(async () => (await chat(gateway)).status === 200, 'the new document to serve');

    const exported = await gateway.ctl(['export']);
    const again = await gateway.ctl(['apply', file('again.json', exported.stdout), '--dry-run']);
    assert.deepEqual(again.json.diff, [], 'an export changes nothing');
    assert.equal((await gateway.ctl(['check-config', document])).code, 0);
  });

  test('a wrong document is refused with line and path, and changes nothing', async () => {
    const revision = (await gateway.ctl(['status'])).json.revision;
    const wrong = file('wrong.yaml', 'version: 1\nproviders:\n  - id: oa\n    dialect: openai\n    base_url: https://api.openai.com/v1\n    kyes: []\nroutes:\n  - id: r\n    targets: [{provider: nobody, model: m}]\n');
    for (const command of [['apply', wrong], ['apply', wrong, '--dry-run']]) {
      const refused = await gateway.ctl(command);
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, /kyes/);
    }
    const checked = await run('gatehousectl', ['--data-dir', gateway.dataDir, 'check-config', wrong]);
    assert.equal(checked.code, 2);
    assert.match(checked.stderr, /line 6/);
    assert.match(checked.stderr, /providers\[0\]\.kyes/);
    assert.match(checked.stderr, /nobody/);
    assert.equal((await gateway.ctl(['status'])).json.revision, revision);
  });

  test('revisions: list, difference, restore', async () => {
    await gateway.ctl(['apply', file('second.json', simple('quick'))]);
    const { json: list } = await gateway.ctl(['revisions', 'list']);
    const [newest, older] = list.items;
    assert.equal(newest.revision, older.revision + 1);
    assert.equal(older.reason, 'first providers');
    const { json: difference } = await gateway.ctl(['revisions', 'diff', String(older.revision), String(newest.revision)]);
    const paths = difference.diff.map((change) => `${change.kind} ${change.path}`);
    assert.ok(paths.some((entry) => entry.startsWith('added') && entry.includes('quick')), paths.join());
    assert.ok(paths.some((entry) => entry.startsWith('removed') && entry.includes('fast')), paths.join());

    await until(async () => (await chat(gateway, 'quick')).status === 200, 'the second document');
    const restored = await gateway.ctl(['revisions', 'restore', String(older.revision)]);
    assert.equal(restored.code, 0, restored.stderr);
    assert.equal(restored.json.revision, newest.revision + 1);
    await until(async () => (await chat(gateway, 'fast')).status === 200, 'the restored document');
    await until(async () => (await chat(gateway, 'quick')).status === 404, 'every worker to have it');
    assert.equal((await gateway.ctl(['revisions', 'restore', '999'])).code, 1);
  });

  test('keys: made, used, refused within a second, used again, rotated, gone', async () => {
    const { json: made, code, stderr } = await gateway.ctl(['keys', 'create', 'laptop', '--routes', 'fast']);
    assert.equal(code, 0, stderr);
    assert.match(made.secret, /^gh-\w{8}-[\w-]{43}\w{6}$/);
    const status = async (key = made.secret) => (await chat(gateway, 'fast', { key })).status;
    await until(async () => await status() === 200, 'the key to work');
    await until(async () => (await chat(gateway, 'oa/m', { key: made.secret })).status === 403, 'a route it may not call');

    await within(1_000, async () => {
      assert.equal((await gateway.ctl(['keys', 'enable', made.id])).code, 0);
      await until(async () => await status() === 200, 'the key to work');
      assert.equal((await gateway.ctl(['keys', 'disable', made.id])).code, 0);
      const began = performance.now();
      await until(async () => await status() === 401, 'the key to be refused');
      return performance.now() - began;
    });
    const refused = await until(async () => {
      const { error } = await (await chat(gateway, 'fast', { key: made.secret })).json();
      return error;
    }, 'every worker to refuse it');
    assert.equal(refused.code, 'disabled_api_key');
    assert.equal((await gateway.ctl(['keys', 'show', made.id])).json.state, 'disabled');
    assert.equal((await gateway.ctl(['keys', 'enable', made.id])).code, 0);
    await until(async () => await status() === 200, 'the key to work again');

    const { json: rotated } = await gateway.ctl(['keys', 'rotate', made.id, '--overlap', '1h']);
    assert.notEqual(rotated.secret, made.secret);
    await until(async () => await status(rotated.secret) === 200, 'the new text to work');
    assert.equal((await gateway.ctl(['keys', 'show', made.id])).json.old_last_used, null);
    assert.equal(await status(), 200, 'the old text works for the overlap');
    await until(async () => (await gateway.ctl(['keys', 'show', made.id])).json.old_last_used,
      'the use of the old text to be told');

    const { json: list } = await gateway.ctl(['keys', 'list']);
    assert.ok(list.items.some((key) => key.id === made.id && key.name === 'laptop' && !key.declared));
    assert.ok(!JSON.stringify(list).includes(made.secret));
    assert.equal((await gateway.ctl(['keys', 'delete', made.id])).code, 0);
    await until(async () => await status(rotated.secret) === 401, 'the key to be gone');
    assert.equal((await gateway.ctl(['keys', 'show', made.id])).code, 1);
    assert.equal((await gateway.ctl(['keys', 'restore', made.id])).code, 0);
    await until(async () => await status(rotated.secret) === 200, 'the key to be back');
    assert.equal((await gateway.ctl(['keys', 'delete', made.id])).code, 0);
    assert.equal((await gateway.ctl(['keys', 'create', 'x', '--team', 'no-such-team'])).code, 1);
  });

  test('requests are booked under the tags of their key', async () => {
    const { json: key } = await gateway.ctl(
      ['keys', 'create', 'tagged', '--routes', 'fast', '--tags', 'project=search,stage=live']);
    const ask = () => gateway.fetch('/v1/chat/completions', {
      key: key.secret,
      body: { model: 'fast', messages: [{ role: 'user', content: 'Hello' }] },
      headers: { 'x-gatehouse-tags': 'stage=test,app=mail' },
    });
    let answer;
    await until(async () => (answer = await ask()).status === 200, 'the key to work');
    const row = await gateway.row(answer.headers.get('x-request-id'));
    assert.deepEqual(row.tags, { project: 'search', stage: 'live', app: 'mail' });
  });

  test('secrets are set, listed by name, and never shown', async () => {
    const value = 'sk-a-secret-for-the-vault-0123456789';
    const set = await gateway.ctl(['secrets', 'set', 'main'], { input: `${value}\n` });
    assert.equal(set.code, 0, set.stderr);
    assert.equal(set.json.ref, 'vault:main');
    const list = await gateway.ctl(['secrets', 'list']);
    assert.equal(list.json.items.find((item) => item.name === 'main').state, 'ready');
    assert.ok(!`${set.stdout}${list.stdout}`.includes(value));

    const { body: { document } } = await gateway.admin('GET', '/config');
    document.providers[0].keys = [{ secret: 'vault:main' }];
    assert.equal((await gateway.ctl(['apply', file('vault.json', document)])).code, 0);
    await until(async () => {
      assert.equal((await chat(gateway)).status, 200);
      return upstream.last.headers.authorization === `Bearer ${value}`;
    }, 'the secret to be used');
    assert.equal((await gateway.ctl(['secrets', 'remove', 'main'])).code, 1, 'it is in use');
    assert.equal((await gateway.ctl(['secrets', 'set', 'a/b'], { input: 'x' })).code, 1);
  });

  test('explain decides as the live request does and sends nothing', async () => {
    const before = upstream.requests.length;
    const request = file('request.json', { model: 'fast', messages });
    const explained = await gateway.ctl(['explain', request, '--key', 'tests']);
    assert.equal(explained.code, 0, explained.stderr);
    assert.deepEqual(explained.json.plan, ['oa/m']);
    assert.ok(explained.json.steps.every((step) => step.ok));
    const [candidate] = explained.json.candidates;
    assert.equal(candidate.provider, 'oa');
    assert.equal(candidate.fit, true);
    assert.equal(typeof candidate.why, 'string');

    const refused = await gateway.ctl(['explain', '-', '--key', 'tests'], { input: JSON.stringify({ model: 'gpt-99', messages }) });
    assert.deepEqual(refused.json.plan, []);
    assert.equal(refused.json.steps.at(-1).ok, false);
    assert.equal(upstream.requests.length, before);
  });

  test('providers are paused, resumed, tested', async () => {
    assert.equal((await gateway.ctl(['providers', 'pause', 'oa'])).code, 0);
    await until(async () => (await chat(gateway)).status === 503, 'the provider to be paused');
    assert.equal((await gateway.ctl(['providers', 'resume', 'oa'])).code, 0);
    await until(async () => (await chat(gateway)).status === 200, 'the provider to be back');
    const tested = await gateway.ctl(['providers', 'test', 'oa']);
    assert.equal(tested.code, 0, tested.stdout + tested.stderr);
    assert.equal(tested.json.key_accepted, true);
    assert.equal((await gateway.ctl(['providers', 'remove', 'oa'])).code, 1, 'a route uses it');
  });

  test('the books and the audit trail know it all', async () => {
    const { json } = await gateway.ctl(['requests', 'list', '--filter', 'status:error', '--since', '1h']);
    assert.ok(json.items.length > 0 && json.items.every((row) => row.status >= 400));
    const page = await gateway.ctl(['requests', 'list', '--limit', '2']);
    assert.equal(page.json.items.length, 2);
    assert.ok(page.json.next);
    const bad = await gateway.ctl(['requests', 'list', '--filter', 'latency>soon']);
    assert.equal(bad.code, 1);
    assert.match(bad.stderr, /latency/);
    // The last calls of the test before may be written between the two questions.
    await until(async () => {
      const { json: usage } = await gateway.ctl(['usage', '--by', 'route']);
      const { json: all } = await gateway.ctl(['requests', 'list', '--all', '--filter', 'route:fast']);
      const fast = usage.items.find((row) => row.route === 'fast');
      return all.items.length > 0 && fast?.requests === all.items.length;
    }, 'usage and list to tell the same number');
    for (const by of ['hour,provider', 'person,key', 'node', 'tag', 'tag:project,team']) {
      const { code, json: usage } = await gateway.ctl(['usage', '--since', '24h', '--by', by]);
      assert.equal(code, 0, by);
      assert.ok(usage.items.length > 0, by);
      for (const name of by.split(',')) assert.ok(name in usage.items[0], `${by} has ${name}`);
    }
    const unknown = await gateway.ctl(['usage', '--by', 'colour']);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /person/);
    const report = await gateway.ctl(['usage', 'report']);
    assert.equal(report.code, 0, report.stderr);
    assert.ok(Array.isArray(report.json.teams));

    const { json: audit } = await gateway.ctl(['audit', 'list', '--all']);
    const actions = new Set(audit.items.map((record) => record.action));
    for (const action of ['configuration.change', 'secret.set']) assert.ok(actions.has(action), action);
    const verified = await gateway.ctl(['audit', 'verify']);
    assert.equal(verified.code, 0, verified.stderr);
    const csv = await run('gatehousectl', ['--data-dir', gateway.dataDir, '--output', 'csv', 'requests', 'list', '--limit', '3']);
    assert.equal(csv.stdout.trim().split('\n').length, 4);
  });

  test('changes are checked against the revision they were made on', async () => {
    const { body: { document, revision }, headers } = await gateway.admin('GET', '/config');
    assert.equal(headers.etag, `"${revision}"`);
    const stale = await gateway.admin('PUT', '/config', { document }, { 'if-match': `"${revision - 1}"` });
    assert.equal(stale.status, 409);
    assert.equal(stale.body.error.code, 'conflict');
  });

  test('a running request is listed and can be cancelled', async () => {
    upstream.next(hangs());
    const answer = chat(gateway);
    const running = async () => (await gateway.admin('GET', '/requests/running')).body.items;
    await until(async () => (await running()).length === 1, 'the running request');
    const [{ id, model_asked: asked }] = await running();
    assert.equal(asked, 'fast');
    assert.equal((await gateway.admin('POST', `/requests/${id}/cancel`)).status, 200);
    assert.equal((await answer).status, 503);
    await until(async () => (await gateway.admin('POST', `/requests/${id}/cancel`)).status === 404, 'its end');
    const { json: audit } = await gateway.ctl(['audit', 'list']);
    assert.ok(audit.items.some(({ action, object }) => action === 'request.cancel' && object === `requests.${id}`));
    const { body } = await gateway.admin('GET', '/requests/values?field=route&part=FA');
    assert.deepEqual(body.items, ['fast']);
    assert.equal((await gateway.admin('GET', '/requests/values?field=colour')).status, 400);
  });
});

describe('the admin API over TCP', () => {
  let gateway;
  let url;
  let token;
  before(async () => {
    gateway = await Gateway.start({ config: simple(), args: ['--admin-listen', '127.0.0.1:0'] });
    ({ url, token } = gateway.announced);
  });
  after(() => gateway?.stop());

  /// fetch() sets Host and hides Origin; raw bytes do not.
  const ask = async (fields, { method = 'GET', target = '/admin/v1/status' } = {}) => {
    const { port } = new URL(url);
    const answer = await new Promise((resolve) => {
      let received = '';
      const socket = net.connect(Number(port), '127.0.0.1');
      socket.setEncoding('utf8').on('data', (part) => { received += part; }).on('close', () => resolve(received));
      socket.on('error', () => {});
      socket.end(`${method} ${target} HTTP/1.1\r\n${fields.map((field) => `${field}\r\n`).join('')}Connection: close\r\n\r\n`);
    });
    return Number(answer.split(' ')[1]);
  };

  test('the token opens it, on the right host', async () => {
    const host = `Host: ${new URL(url).host}`;
    assert.equal(await ask([host, `Authorization: Bearer ${token}`]), 200);
    const { code, json } = await gateway.ctl(['--url', url, '--token', token, 'status']);
    assert.equal(code, 0);
    assert.equal(json.pid, gateway.child.pid);
    assert.equal((await run('gatehousectl', ['--url', url, '--token', 'wrong', 'status'])).code, 1);
  });

  test('nothing else does', async () => {
    const host = `Host: ${new URL(url).host}`;
    const good = `Authorization: Bearer ${token}`;
    assert.equal(await ask([host]), 401);
    assert.equal(await ask([host, 'Authorization: Bearer wrong']), 401);
    assert.equal(await ask(['Host: evil.example', good]), 403);
    assert.equal(await ask(['Host: 127.0.0.1.evil.example', good]), 403);
    assert.equal(await ask([host, good, 'Origin: http://127.0.0.1']), 403);
    assert.equal(await ask([host, good, 'Referer: http://localhost/']), 403);
    assert.equal(await ask([host, good, 'Sec-Fetch-Site: cross-site']), 403);
    assert.equal(await ask([host, `x-api-key: ${clientKey}`]), 403);
    assert.ok([401, 403].includes(await ask([host, `Authorization: Bearer ${clientKey}`])));
    assert.equal(await ask([host, `Cookie: token=${token}`]), 401);
  });

  test('no page may read it and no cache keeps it', async () => {
    const response = await fetch(`${url}/admin/v1/status`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    const form = await fetch(`${url}/admin/v1/gateway/stop`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' }, body: '{}',
    });
    assert.equal(form.status, 415);
  });

  test('a code of the command pairs one desktop, once', async () => {
    const { code, json } = await gateway.ctl(['pair', 'anna', '--role', 'viewer']);
    assert.equal(code, 0);
    assert.match(json.code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const pair = () => fetch(`${url}/admin/v1/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: json.code, name: 'laptop' }),
    });
    const answer = await pair();
    assert.equal(answer.status, 201);
    const { token: own } = await answer.json();
    assert.equal((await gateway.ctl(['--url', url, '--token', own, 'status'])).code, 0);
    assert.equal((await pair()).status, 401);
    assert.equal((await gateway.ctl(['--url', url, '--token', own, 'pair', 'eve'])).code, 1);
  });

  test('the admin token is no key for models', async () => {
    assert.equal((await chat(gateway, 'fast', { key: token })).status, 401);
  });
});

describe('managed by a file', () => {
  let gateway;
  before(async () => { gateway = await Gateway.start({ config: simple() }); });
  after(() => gateway?.stop());

  test('the file is named, and other ways of changing are refused', async () => {
    const { json } = await gateway.ctl(['status']);
    assert.equal(json.managed_by, gateway.file);
    const refused = await gateway.ctl(['apply', file('other.json', simple('other'))]);
    assert.equal(refused.code, 1);
    assert.ok(refused.stderr.includes(gateway.file), refused.stderr);
    for (const [method, path, body] of [['PUT', '/config', { document: simple('other') }], ['DELETE', '/routes/fast', undefined]]) {
      const { status, body: answer } = await gateway.admin(method, path, body);
      assert.equal(status, 409, `${method} ${path}`);
      assert.equal(answer.error.code, 'read_only');
      assert.ok(answer.error.message.includes(gateway.file));
    }
  });

  test('a change is applied live; a running stream does not notice', async () => {
    upstream.next(answers({ gap: 120 }));
    const response = await gateway.fetch('/v1/chat/completions', { body: { model: 'fast', messages, stream: true } });
    gateway.write(simple('renamed'));
    await until(async () => (await chat(gateway, 'renamed')).status === 200, 'the changed file');
    await until(async () => (await chat(gateway)).status === 404, 'every worker to have it');
    const body = await response.text();
    assert.equal(events(body).map(({ data }) => data.choices?.[0].delta.content ?? '').join(''), text);
  });

  test('a bad file is refused whole, the last good one serves, the reason is shown', async () => {
    const { revision } = (await gateway.ctl(['status'])).json;
    for (const bad of ['version: 1\nproviders: [', 'version: 1\nroutes:\n  - id: x\n    targets: [{provider: nobody, model: m}]\n']) {
      gateway.write(bad);
      const problem = await until(async () => {
        const { body } = await gateway.admin('GET', '/status');
        return body.problems.find((entry) => entry.code === 'file_refused');
      }, 'the refusal to be shown');
      assert.ok(problem.detail.includes(gateway.file) || /line \d|:\d/.test(problem.detail), problem.detail);
      assert.equal((await chat(gateway, 'renamed')).status, 200);
      assert.equal((await gateway.ctl(['status'])).json.revision, revision);
      gateway.write(simple('renamed'));
      gateway.signal('SIGHUP');
      await until(async () => (await gateway.admin('GET', '/status')).body.problems.length === 0, 'the problem to be over');
    }
    assert.match(gateway.log, /refused/);
  });

  test('SIGHUP reads it again', async () => {
    gateway.write(simple('by-signal'));
    gateway.signal('SIGHUP');
    await until(async () => (await chat(gateway, 'by-signal')).status === 200, 'the file to be read');
  });

  test('a restart with a bad file serves the last good revision', async () => {
    await gateway.stop();
    gateway.write('nonsense: true\n');
    await gateway.launch();
    assert.equal((await chat(gateway, 'by-signal')).status, 200);
    assert.ok(gateway.status.problems.some((entry) => entry.code === 'file_refused'));
  });
});

describe('starts that cannot succeed say why', () => {
  /// Starts and expects the process to end by itself.
  async function ends(options, args = []) {
    const gateway = new Gateway({ ...options, args });
    gateway.spawn();
    let result;
    gateway.exited.then((end) => { result = end; });
    await until(() => result, 'it to end by itself');
    assert.equal(result.signal, null);
    assert.equal(gateway.isAnnounced, false);
    return result;
  }

  test('a port in use', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.on('listening', resolve));
    const { port } = server.address();
    const { code, log } = await ends({ config: simple() }, ['--listen', `127.0.0.1:${port}`]);
    server.close();
    assert.equal(code, 1);
    assert.match(log, new RegExp(`${port}`));
    assert.match(log, /in use/i);
  });

  test('a data folder in use', async () => {
    const first = await Gateway.start({ config: simple() });
    const second = new Gateway({ config: simple(), dataDir: first.dataDir });
    second.spawn();
    const { code, log } = await second.exited;
    assert.equal(code, 1);
    assert.ok(log.includes(first.dataDir) && log.includes(String(first.child.pid)), log);
    assert.equal((await chat(first)).status, 200, 'the first one goes on');
    assert.equal((await first.stop()).code, 0);
  });

  test('a data folder that cannot be written', async (t) => {
    const isRoot = process.getuid() === 0; // whom no permission holds back: started as nobody
    const gateway = new Gateway({ as: isRoot ? { uid: 65534, gid: 65534 } : {} });
    chmodSync(gateway.dataDir, 0o555);
    gateway.spawn();
    const { code, log } = await gateway.exited;
    chmodSync(gateway.dataDir, 0o700);
    if (gateway.child.pid === undefined) return t.skip('the program cannot be run as another user here');
    assert.equal(gateway.isAnnounced, false);
    assert.equal(code, 1);
    assert.ok(log.includes(gateway.dataDir) && log.includes('cannot be written'), log);
    return undefined;
  });

  test('a bad configuration file, at the first start', async () => {
    const gateway = new Gateway({ config: 'version: 1\nproviders:\n  - id: oa\n    dialect: no-such\n' });
    gateway.spawn();
    const { code, log } = await gateway.exited;
    assert.equal(code, 2);
    assert.match(log, /providers\[0\]/);
    const checked = await run('gatehoused', ['--check', '--config', gateway.file]);
    assert.equal(checked.code, 2);
    const missing = await run('gatehoused', ['--check', '--config', path.join(folder, 'missing.yaml')]);
    assert.equal(missing.code, 2);
    assert.equal((await run('gatehoused', ['--check', '--config', file('good.json', simple())])).code, 0);
    assert.notEqual((await run('gatehoused', ['--no-such-option'])).code, 0);
  });
});

describe('a damaged database', () => {
  async function damaged(spoil) {
    const gateway = await Gateway.start({ config: simple() });
    assert.equal((await chat(gateway)).status, 200);
    await gateway.stop();
    for (const name of readdirSync(gateway.dataDir))
      if (/-(wal|shm)$/.test(name)) rmSync(path.join(gateway.dataDir, name));
    spoil(gateway.dataDir);
    await gateway.launch();
    return gateway;
  }
  const garbage = (name) => (dataDir) => {
    const whole = path.join(dataDir, name);
    const bytes = readFileSync(whole);
    bytes.fill('garbage!', 0, Math.min(bytes.length, 8192));
    writeFileSync(whole, bytes);
  };

  for (const [what, spoil] of [
    ['gatehouse.db, overwritten', garbage('gatehouse.db')],
    ['gatehouse.db, empty', (dataDir) => truncateSync(path.join(dataDir, 'gatehouse.db'), 0)],
    ['ledger.db, overwritten', garbage('ledger.db')],
  ]) {
    test(what, async () => {
      const gateway = await damaged(spoil);
      assert.equal((await chat(gateway)).status, 200, 'it serves');
      const problem = gateway.status.problems.find((entry) => entry.code === 'database_damaged');
      assert.ok(problem, JSON.stringify(gateway.status.problems));
      assert.match(problem.detail, /kept as/);
      assert.ok(readdirSync(gateway.dataDir).some((name) => name.includes('.damaged-')), 'the damaged file is kept');
      assert.equal((await gateway.stop()).code, 0);
    });
  }
});
