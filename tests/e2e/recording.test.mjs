// SPDX-License-Identifier: GPL-3.0-or-later
// What clients say is recorded where somebody asked for it and nowhere else, and whoever reads it
// stands in the audit log.

import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';

import OpenAI from 'openai';

import { FakeUpstream, words } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route, until } from './support/gateway.mjs';

let upstream;
let gateway;

const config = (more = {}, routeMore = {}) => base(
  [provider('oa', 'openai', upstream, { models: ['m'] })],
  [{ ...route('fast', ['oa/m']), ...routeMore }, route('other', ['oa/m'])],
  more,
);
const client = () => new OpenAI({ apiKey: clientKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
const secret = `sk-${'p'.repeat(40)}`;

async function ask(model = 'fast', stream = false) {
  const { data, response } = await client().chat.completions
    .create({ model, stream, messages: [{ role: 'user', content: `Hi ${secret}` }] }).withResponse();
  if (stream) for await (const chunk of data) void chunk;
  return response.headers.get('x-request-id');
}
const body = (id) => gateway.admin('POST', `/requests/${id}/body`);
const audited = async (action) =>
  (await gateway.admin('GET', '/audit?limit=100')).body.items.filter((row) => row.action === action);
const isBooked = (id) => until(async () => (await gateway.admin('GET', `/requests/${id}`)).status === 200, 'the record');

before(async () => { upstream = await FakeUpstream.start(); });
after(async () => { await gateway?.stop(); await upstream?.stop(); });
beforeEach(() => upstream.reset());

test('nothing is recorded, and no file is made, unless somebody asks for it', async () => {
  gateway = await Gateway.start({ config: config() });
  const id = await ask();
  await isBooked(id);
  assert.equal((await gateway.admin('GET', `/requests/${id}`)).body.body_recorded, false);
  assert.equal((await body(id)).status, 404);
  assert.ok(!existsSync(join(gateway.dataDir, 'bodies.db')));
  assert.equal((await gateway.admin('GET', '/recording')).body.mode, 'never');
});

test('a route is recorded for a while, without secrets, and the audit log knows who looked', async () => {
  const begun = await gateway.admin('POST', '/recording', { route: 'fast', requests: 2, minutes: 5 });
  assert.equal(begun.status, 201, JSON.stringify(begun.body));
  assert.equal((await gateway.admin('GET', '/status')).body.recording.left, 2);
  const first = await ask();
  const elsewhere = await ask('other');
  const second = await ask('fast', true);
  const third = await ask();
  for (const id of [first, elsewhere, second, third]) await isBooked(id);
  const recorded = async (id) => (await gateway.admin('GET', `/requests/${id}`)).body.body_recorded;
  assert.deepEqual([await recorded(first), await recorded(elsewhere), await recorded(second), await recorded(third)],
    [true, false, true, false]);
  assert.equal((await gateway.admin('GET', '/status')).body.recording, null);
  await until(async () => (await audited('recording.end')).length === 1, 'the audit record of the end');

  const whole = (await body(first)).body;
  assert.equal(JSON.parse(whole.answer.text).choices[0].message.content, words.join(''));
  assert.match(whole.request.text, /Hi \[redacted\]/);
  assert.ok(!whole.request.text.includes(secret));
  assert.equal(whole.redactions, 1);
  const streamed = (await body(second)).body;
  assert.match(streamed.answer.text, /data: \[DONE\]\s*$/);
  assert.match(streamed.answer.content_type, /text\/event-stream/);
  const looks = await audited('body.read');
  assert.deepEqual(looks.map((row) => row.object).sort(), [`requests.${first}`, `requests.${second}`].sort());
  assert.equal(statSync(join(gateway.dataDir, 'bodies.db')).mode & 0o077, 0);

  assert.equal((await gateway.admin('DELETE', `/requests/${first}/body`)).status, 200);
  assert.equal((await body(first)).status, 404);
  assert.equal((await audited('body.delete')).length, 1);
  assert.equal((await gateway.admin('DELETE', '/bodies')).body.deleted, 1);
});

test('headers are recorded without credentials, and the request can be sent again', async () => {
  await gateway.admin('POST', '/recording', { route: 'fast', requests: 1, minutes: 5 });
  const id = await ask();
  await isBooked(id);
  const { request, answer } = (await body(id)).body;
  assert.equal(request.head.line, 'POST /v1/chat/completions');
  const sent = Object.fromEntries(request.head.fields.map((field) => [field.name.toLowerCase(), field]));
  assert.deepEqual([sent.authorization.value, sent.authorization.redacted], ['[redacted]', true]);
  assert.match(sent['user-agent'].value, /OpenAI/);
  assert.ok(!JSON.stringify(request.head).includes(clientKey));
  assert.equal(answer.head.line, '200');
  assert.ok(answer.head.fields.some((field) => field.name.toLowerCase() === 'x-request-id' && field.value === id));

  const calls = upstream.requests.length;
  const rough = await gateway.admin('GET', `/requests/${id}/replay?model=other`);
  assert.deepEqual([rough.status, rough.body.target, rough.body.model], [200, 'oa/m', 'other'], JSON.stringify(rough.body));
  assert.equal(upstream.requests.length, calls);
  const again = (await gateway.admin('POST', `/requests/${id}/replay`, { model: 'other' })).body;
  assert.equal(again.status, 200, JSON.stringify(again));
  assert.equal(JSON.parse(again.answer.text).choices[0].message.content, words.join(''));
  assert.equal(again.recorded.text, answer.text);
  assert.notEqual(again.id, id);
  assert.equal(upstream.requests.length, calls + 1);
  const booked = (await gateway.admin('GET', `/requests/${again.id}`)).body;
  const first = (await gateway.admin('GET', `/requests/${id}`)).body;
  assert.deepEqual([booked.route, booked.key, booked.tokens_in], ['other', first.key, first.tokens_in]);
  assert.equal(booked.tags.replay_of, id);
  assert.equal((await audited('request.replay')).length, 1);
  assert.equal((await gateway.admin('POST', `/requests/${again.id}/replay`, {})).status, 404);
  const refused = (await gateway.admin('POST', `/requests/${id}/replay`, { model: 'nothing' })).body;
  assert.equal(refused.status, 404);
  assert.equal((await gateway.ctl(['requests', 'replay', id, '--dry-run'])).json.target, 'oa/m');
  await gateway.admin('DELETE', '/bodies');
});

test('a test request goes the whole way and is booked', async () => {
  const tried = await gateway.admin('POST', '/requests/test', {});
  assert.deepEqual([tried.status, tried.body.status, tried.body.model], [200, 200, 'fast'], JSON.stringify(tried.body));
  await isBooked(tried.body.id);
  assert.deepEqual((await gateway.admin('GET', `/requests/${tried.body.id}`)).body.tags, { test: 'true' });
});

test('the configuration asks for errors, and a route can say never', async () => {
  await gateway.reload(config({ gateway: { ...config().gateway, record_bodies: 'errors' } }));
  assert.equal((await gateway.admin('GET', '/recording')).body.mode, 'errors');
  upstream.next((request, response) => { response.writeHead(400); response.end('{"error":{"message":"no"}}'); });
  const failed = await ask().catch((error) => error.headers.get('x-request-id'));
  const good = await ask();
  await isBooked(failed);
  await isBooked(good);
  const recorded = async (id) => (await gateway.admin('GET', `/requests/${id}`)).body.body_recorded;
  await until(() => recorded(failed), 'the recording of the failure');
  assert.equal(await recorded(good), false);
  assert.equal((await gateway.admin('POST', '/recording', { key: 'nobody' })).status, 404);
  assert.equal((await gateway.admin('POST', '/recording', {})).status, 400);
  assert.equal((await gateway.admin('POST', '/recording', { route: 'fast', requests: 51 })).body.error.path, 'requests');
});

test('a file that manages the configuration is told line by line', async () => {
  const { file, lines } = (await gateway.admin('GET', '/config/lines')).body;
  assert.ok(file.endsWith('.json') || file.endsWith('.yaml'), file);
  assert.ok(lines['gateway.record_bodies'] > 0, JSON.stringify(lines).slice(0, 300));
  assert.equal(lines['gateway.keep_bodies'], undefined);
});

test('what is recorded stays as long as the configuration says', async () => {
  await gateway.stop();
  gateway = await Gateway.start({ config: config({ gateway: { record_bodies: 'all' } }) });
  const own = gateway;
  const first = await ask();
  const recorded = async (id) => (await own.admin('GET', `/requests/${id}`)).body.body_recorded;
  await isBooked(first);
  await until(() => recorded(first), 'the recording');
  assert.equal((await own.admin('GET', '/recording')).body.keep_s, 7 * 24 * 3600);
  own.write(config({ gateway: { record_bodies: 'all', keep_bodies: '36h', keep_body_bytes: '2MiB' } }));
  await until(async () => (await own.admin('GET', '/recording')).body.keep_s === 36 * 3600, 'the new time');
  assert.equal((await own.admin('GET', '/recording')).body.keep_bytes, 2 * 1024 * 1024);
  assert.equal(await recorded(first), true);

  own.write(config({ gateway: { record_bodies: 'all', keep_bodies: '0s' } }));
  await until(async () => await recorded(first) === false, 'everything to be gone');
  const second = await ask();
  await isBooked(second);
  assert.equal(await recorded(second), false);
  const refused = await own.admin('POST', '/recording', { route: 'fast' });
  assert.equal(refused.status, 403);
  assert.match(refused.body.error.message, /keep_bodies is 0/);
});

test('gatehousectl says for how long, as one revision', async () => {
  await gateway.stop();
  gateway = await Gateway.start();
  const before = (await gateway.ctl(['status'])).json.revision;
  const kept = await gateway.ctl(['recording', 'keep', '--for', '30d', '--size', '1GiB']);
  assert.equal(kept.code, 0, kept.stderr);
  const shown = (await gateway.ctl(['recording', 'show'])).json;
  assert.deepEqual([shown.keep_hours, shown.keep_bytes], [720, 1024 ** 3]);
  assert.equal((await gateway.ctl(['status'])).json.revision, before + 1);
  const only = await gateway.ctl(['recording', 'keep', '--for', '2h']);
  assert.equal(only.code, 0, only.stderr);
  assert.equal((await gateway.ctl(['recording', 'show'])).json.keep_bytes, 1024 ** 3);
  for (const [args, field] of [[['--for', 'soon'], /keep_bodies/], [['--for', '99999d'], /keep_bodies/],
    [['--size', '5'], /keep_body_bytes/]]) {
    const wrong = await gateway.ctl(['recording', 'keep', ...args]);
    assert.equal(wrong.code, 2, args.join(' '));
    assert.match(wrong.stderr, field);
  }
  assert.equal((await gateway.ctl(['recording', 'keep'])).code, 2);
});
