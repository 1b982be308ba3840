// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty secrets are planted, everything that can go wrong goes wrong, and then every file, log,
// export and answer is searched for them.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { FakeUpstream, answers, breaksAfter, fails } from './support/fakeupstream.mjs';
import { Gateway, base, provider, route, run, temporaryFolder, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];

/// Name to value; what is searched for is the middle, so that a fingerprint is no find.
const secrets = new Map();
const plant = (name, shape = (middle) => `sk-${name}-${middle}-tail`) => {
  const middle = randomBytes(20).toString('hex');
  secrets.set(name, { value: shape(middle), middle });
  return secrets.get(name).value;
};

let upstream;
let gateway;
const files = temporaryFolder();
/// Everything anybody was ever answered.
let answered = '';

/// A provider that repeats the key it got in its answer, as some do.
const echoes = (status, stream = false) => (request, response) => {
  const key = request.headers.authorization ?? request.headers['x-api-key'];
  const error = { type: 'invalid_request_error', code: 'invalid_api_key', message: `Incorrect API key provided: ${key}. Header: ${request.headers['x-extra']}` };
  if (!stream) return fails(status, error, { 'x-request-id': key.split(' ').at(-1), 'x-debug': key })(request, response);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(`data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { role: 'assistant', content: 'Well' }, finish_reason: null }] })}\n\ndata: ${JSON.stringify({ error })}\n\n`);
};

before(async () => {
  upstream = await FakeUpstream.start();
  const env = { GH_TEST_CLIENT_KEY: plant('client') };
  const providers = [];
  const reference = [];
  for (let i = 1; i <= 7; ++i) {
    env[`GH_TEST_SECRET_${i}`] = plant(`env${i}`);
    reference.push(`env:GH_TEST_SECRET_${i}`);
  }
  for (let i = 1; i <= 4; ++i) {
    const file = path.join(files, `secret${i}`);
    writeFileSync(file, `${plant(`file${i}`)}\n`, { mode: 0o600 });
    reference.push(`file:${file}`);
  }
  for (let i = 1; i <= 4; ++i) {
    plant(`vault${i}`);
    reference.push(`vault:secret${i}`);
  }
  env.GH_TEST_HEADER = plant('header');
  env.GH_TEST_SECOND_KEY = plant('second');
  reference.forEach((secret, i) => providers.push(provider(`p${i}`, i % 5 === 4 ? 'anthropic' : 'openai', upstream, {
    models: ['m'], keys: [{ secret }], headers: { 'x-extra': 'env:GH_TEST_HEADER' },
  })));
  gateway = await Gateway.start({
    env,
    config: base(providers, providers.map(({ id }) => route(`r-${id}`, [`${id}/m`], { retry: { attempts: 1 } })), {
      keys: [{ id: 'second', secret: 'env:GH_TEST_SECOND_KEY', disabled: true }],
    }),
  });
});

after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

async function ask(target, body, key = secrets.get('client').value, headers = {}) {
  const response = await gateway.fetch(target, { body, key, headers });
  const head = JSON.stringify([...response.headers]);
  const text = await response.text().catch((error) => String(error));
  answered += head + text;
  return { status: response.status, text };
}

async function tell(...args) {
  const options = typeof args.at(-1) === 'object' ? args.pop() : {};
  const result = await gateway.ctl(args, options);
  answered += result.stdout + result.stderr;
  return result;
}

test('twenty secrets: the vault takes its own', async () => {
  for (let i = 1; i <= 4; ++i) {
    const { code, stderr, json } = await tell('secrets', 'set', `secret${i}`, { input: `${secrets.get(`vault${i}`).value}\n` });
    assert.equal(code, 0, stderr);
    assert.equal(json.ref, `vault:secret${i}`);
  }
  const { json } = await tell('secrets', 'list');
  assert.deepEqual(json.items.map((item) => item.ref).filter((ref) => ref.startsWith('vault:')).sort(),
    [1, 2, 3, 4].map((i) => `vault:secret${i}`));
  for (const item of json.items) assert.equal(item.value, undefined);

  const { json: created } = await gateway.ctl(['keys', 'create', 'made', '--routes', 'r-p0']);
  secrets.set('created', { value: created.secret, middle: created.secret.slice(14, 50) });
  plant('unknown'); // a key that a client sends and nobody knows
  plant('pasted'); // a key that an admin writes where a reference belongs
  assert.ok(secrets.size >= 20, `${secrets.size} secrets`);
});

test('each is used where it belongs', async () => {
  for (let i = 0; i < 15; ++i) {
    const anthropic = i % 5 === 4;
    upstream.reset();
    const { status, text } = await ask(anthropic ? '/v1/messages' : '/v1/chat/completions',
      { model: `r-p${i}`, max_tokens: 5, messages });
    assert.equal(status, 200, text);
    const { headers } = upstream.last;
    const used = anthropic ? headers['x-api-key'] : headers.authorization.slice('Bearer '.length);
    const names = ['env1', 'env2', 'env3', 'env4', 'env5', 'env6', 'env7', 'file1', 'file2', 'file3', 'file4', 'vault1', 'vault2', 'vault3', 'vault4'];
    assert.equal(used, secrets.get(names[i]).value);
    assert.equal(headers['x-extra'], secrets.get('header').value);
  }
});

test('everything goes wrong', async () => {
  const chat = (i, stream = false) => ask('/v1/chat/completions', { model: `r-p${i}`, messages, stream });
  const script = [echoes(400), echoes(401), echoes(403), echoes(404), echoes(429), echoes(500), echoes(200, true),
    breaksAfter(3), echoes(503)];
  for (const [i, behaviour] of script.entries()) {
    for (const target of [0, 7, 11].map((first) => first + (i % 4)).filter((p) => p % 5 !== 4)) {
      upstream.always(behaviour);
      await chat(target, i % 2 === 0);
      await chat(target, i % 2 === 1);
    }
  }
  upstream.always(echoes(401));
  const anthropic = await ask('/v1/messages', { model: 'r-p4', max_tokens: 5, messages });
  assert.equal(anthropic.status, 502);

  // Keys in wrong places, wrong keys, broken requests.
  const { value: unknown } = secrets.get('unknown');
  const { value: client } = secrets.get('client');
  assert.equal((await ask('/v1/chat/completions', { model: 'r-p0', messages }, unknown)).status, 401);
  assert.equal((await ask('/v1/chat/completions', { model: 'r-p0', messages }, secrets.get('second').value)).status, 401);
  assert.equal((await ask('/v1/chat/completions', { model: client, messages })).status, 404);
  await ask(`/v1/models/${encodeURIComponent(client)}`);
  await ask(`/${unknown}`);
  await ask('/v1/chat/completions', `{"model": ${client}`);
  await ask('/v1/chat/completions', { model: 'r-p0', messages }, secrets.get('created').value, { 'x-gatehouse-tags': `a=${secrets.get('created').value}` });
  answered += (await gateway.raw(`GET /${unknown} HTTP/1.1\r\nHost: ${unknown}\r\nX y: ${unknown}\r\n\r\n`)).text;

  // The admin's own mistakes.
  const { value: pasted } = secrets.get('pasted');
  const document = (await gateway.admin('GET', '/config')).body.document;
  document.providers[0].keys[0].secret = pasted;
  const wrong = path.join(files, 'wrong.json');
  writeFileSync(wrong, JSON.stringify(document));
  assert.equal((await tell('apply', wrong, '--dry-run')).code, 2);
  assert.equal((await tell('check-config', wrong)).code, 2);
  const checked = await run('gatehoused', ['--check', '--config', wrong]);
  assert.equal(checked.code, 2);
  answered += checked.stdout + checked.stderr;
  upstream.always(echoes(401));
  for (const id of ['p1', 'p8', 'p12']) await tell('providers', 'test', id);
  const { body } = await gateway.admin('POST', '/providers/test', {
    provider: provider('new', 'openai', upstream, { keys: [] }), secret: pasted,
  });
  answered += JSON.stringify(body);
  upstream.always(answers());
  await gateway.fetch('/metrics', { key: null }).then(async (response) => { answered += await response.text(); });
});

test('a refused file does not print what it holds', async () => {
  const before = gateway.log.length;
  const whole = readFileSync(gateway.file, 'utf8');
  gateway.write(whole.replace('"env:GH_TEST_SECRET_1"', `"${secrets.get('pasted').value}"`));
  gateway.signal('SIGHUP');
  await until(() => /refused/.test(gateway.log.slice(before)), 'the log to say so');
  gateway.write(whole);
  gateway.signal('SIGHUP');
});

test('and nowhere is any of them', async () => {
  for (const command of [['export'], ['revisions', 'list'], ['revisions', 'show', '2'], ['providers', 'list'],
    ['keys', 'list'], ['secrets', 'list'], ['requests', 'list', '--all'], ['audit', 'list'], ['status'], ['events'], ['usage']])
    await tell(...command);
  const items = await until(async () => {
    const { json } = await gateway.ctl(['requests', 'list', '--filter', 'status:error', '--limit', '100']);
    return json.items.length > 20 && json.items;
  }, 'the failures to be in the books');
  for (const row of items) answered += JSON.stringify((await gateway.admin('GET', `/requests/${row.id}`)).body);
  const { code } = await gateway.stop();
  assert.equal(code, 0);

  const places = new Map([['what was answered', answered], ['the log', gateway.log]]);
  for (const entry of readdirSync(gateway.dataDir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const name = path.join(entry.parentPath, entry.name);
      places.set(path.relative(gateway.dataDir, name), readFileSync(name).toString('latin1'));
    }
  }
  assert.ok(places.has('ledger.db') && places.has('gatehouse.db'));
  for (const [place, content] of places) {
    for (const [name, { value, middle }] of secrets) {
      assert.ok(!content.includes(middle), `secret ${name} is in ${place}`);
      assert.ok(!content.includes(Buffer.from(value).toString('base64').slice(4, -4)), `secret ${name} is in ${place}, in base64`);
    }
  }
});
