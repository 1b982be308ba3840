// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that are wrong: each is refused with a name, in the caller's dialect, and nothing of it
// reaches a provider.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import { FakeUpstream, answers } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route } from './support/gateway.mjs';

const bodyLimit = 64 * 1024;
const messages = [{ role: 'user', content: 'Hi' }];
const keys = {
  GH_TEST_EXPIRED_KEY: 'expired-key-of-the-end-to-end-tests',
  GH_TEST_DISABLED_KEY: 'disabled-key-of-the-end-to-end-tests',
  GH_TEST_NARROW_KEY: 'narrow-key-of-the-end-to-end-tests!!',
};

let upstream;
let gateway;

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start({
    env: keys,
    config: base(
      [provider('oa', 'openai', upstream, { models: ['m'] }), provider('ant', 'anthropic', upstream, { models: ['m'] })],
      [route('fast', ['oa/m']), route('careful', ['ant/m'])],
      {
        gateway: { body_limit: '64KiB' },
        keys: [
          { id: 'expired', secret: 'env:GH_TEST_EXPIRED_KEY', expires: '2020-01-01' },
          { id: 'disabled', secret: 'env:GH_TEST_DISABLED_KEY', disabled: true },
          { id: 'narrow', secret: 'env:GH_TEST_NARROW_KEY', routes: ['careful'] },
        ],
      },
    ),
  });
});

after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

beforeEach(() => upstream.reset());

/// The two shapes of an error: {error:{…}} and {type:"error", error:{…}, request_id}.
function assertError(body, anthropic, code, param) {
  if (anthropic) {
    assert.equal(body.type, 'error');
    assert.ok(body.request_id);
  } else {
    assert.deepEqual(Object.keys(body), ['error']);
    assert.ok('param' in body.error);
  }
  assert.equal(typeof body.error.type, 'string');
  assert.ok(body.error.message.length > 10, body.error.message);
  assert.equal(body.error.code, code);
  if (param !== undefined) assert.equal(body.error.param, param);
}

const fronts = [
  { path: '/v1/chat/completions', model: 'fast', anthropic: false, good: { model: 'fast', messages } },
  { path: '/v1/messages', model: 'careful', anthropic: true, good: { model: 'careful', max_tokens: 5, messages } },
];

for (const { path, anthropic, good } of fronts) {
  describe(path, () => {
    const { model: _model, ...withoutModel } = good;
    const { messages: _messages, ...withoutMessages } = good;
    const bodies = [
      { name: 'no JSON', body: 'hello' },
      { name: 'cut JSON', body: JSON.stringify(good).slice(0, -3) },
      { name: 'text behind the JSON', body: `${JSON.stringify(good)} x` },
      { name: 'nothing at all', body: '' },
      { name: 'a list', body: '[]' },
      { name: 'a raw line break in a text', body: JSON.stringify(good).replace('Hi', 'H\ni') },
      { name: 'no model', body: JSON.stringify(withoutModel), param: 'model' },
      { name: 'a number as model', body: JSON.stringify({ ...good, model: 4 }), param: 'model' },
      { name: 'an empty model', body: JSON.stringify({ ...good, model: '' }), param: 'model' },
      { name: 'an endless model', body: JSON.stringify({ ...good, model: 'm'.repeat(300) }), param: 'model' },
      { name: 'two models', body: JSON.stringify(good).replace('{', '{"model":"x",'), param: 'model' },
      { name: 'no messages', body: JSON.stringify(withoutMessages), param: 'messages' },
      { name: 'a text as messages', body: JSON.stringify({ ...good, messages: 'Hi' }), param: 'messages' },
      { name: 'a text as stream', body: JSON.stringify({ ...good, stream: 'yes' }), param: 'stream' },
    ];
    for (const { name, body, param } of bodies) {
      test(name, async () => {
        const response = await gateway.fetch(path, { body });
        assert.equal(response.status, 400);
        assertError(await response.json(), anthropic, 'invalid_request', param);
        assert.match(response.headers.get('x-request-id'), /./);
        assert.equal(upstream.requests.length, 0);
      });
    }

    test('another content type', async () => {
      const response = await gateway.fetch(path, {
        body: JSON.stringify(good), headers: { 'content-type': 'text/plain' },
      });
      assert.equal(response.status, 415);
      assertError(await response.json(), anthropic, 'unsupported_media_type');
    });

    test('a compressed body', async () => {
      const response = await gateway.fetch(path, {
        body: JSON.stringify(good), headers: { 'content-encoding': 'gzip' },
      });
      assert.equal(response.status, 415);
    });

    test('an unknown model', async () => {
      const response = await gateway.fetch(path, { body: { ...good, model: 'gpt-99' } });
      assert.equal(response.status, 404);
      assertError(await response.json(), anthropic, 'model_not_found', 'model');
    });

    test('a body over the limit, announced', async () => {
      const response = await gateway.fetch(path, {
        body: { ...good, messages: [{ role: 'user', content: 'x'.repeat(bodyLimit) }] },
      });
      assert.equal(response.status, 413);
      assertError(await response.json(), anthropic, 'request_too_large');
    });

    test('a body over the limit, in chunks', async () => {
      const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
      const { text } = await gateway.raw(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${clientKey}\r\n`
        + `Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}0\r\n\r\n`);
      assert.match(text, /^HTTP\/1\.1 413 /);
    });

    const refused = [
      { name: 'no key', key: null, code: 'invalid_api_key' },
      { name: 'an unknown key', key: 'a-key-that-nobody-has-ever-made', code: 'invalid_api_key' },
      { name: 'an expired key', key: keys.GH_TEST_EXPIRED_KEY, code: 'expired_api_key' },
      { name: 'a disabled key', key: keys.GH_TEST_DISABLED_KEY, code: 'disabled_api_key' },
    ];
    for (const { name, key, code } of refused) {
      test(name, async () => {
        const response = await gateway.fetch(path, { key, body: good });
        assert.equal(response.status, 401);
        assertError(await response.json(), anthropic, code);
        assert.equal(upstream.requests.length, 0);
      });
    }

    test('a key in the query is no key', async () => {
      const response = await gateway.fetch(`${path}?api_key=${clientKey}&key=${clientKey}`, { key: null, body: good });
      assert.equal(response.status, 401);
    });

    test('another method', async () => {
      const response = await gateway.fetch(path, { method: 'GET' });
      assert.equal(response.status, 405);
      assert.match(response.headers.get('allow'), /POST/);
      assertError(await response.json(), anthropic, 'method_not_allowed');
    });
  });
}

test('a key may call its own routes only', async () => {
  const response = await gateway.fetch('/v1/chat/completions', {
    key: keys.GH_TEST_NARROW_KEY, body: { model: 'fast', messages },
  });
  assert.equal(response.status, 403);
  assertError(await response.json(), false, 'model_not_allowed', 'model');
  const list = await (await gateway.fetch('/v1/models', { key: keys.GH_TEST_NARROW_KEY })).json();
  assert.deepEqual(list.data.map((model) => model.id), ['careful']);
});

test('a model that cannot do the task names the field', async () => {
  const response = await gateway.fetch('/v1/embeddings', { body: { model: 'careful', input: 'a' } });
  assert.equal(response.status, 400);
  assertError(await response.json(), false, 'invalid_request', 'model');
});

test('unknown paths', async () => {
  for (const path of ['/', '/v1', '/v1/chat', '/v1/chat/completions/', '/v2/models', '/admin/v1/status', '/v1/../v1/models']) {
    const { text } = await gateway.raw(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${clientKey}\r\nConnection: close\r\n\r\n`);
    assert.match(text, /^HTTP\/1\.1 404 /, path);
  }
});

test('fields that would steer a gateway are refused by name, also where others merge them in', async () => {
  const fields = { base_url: 'http://127.0.0.1:1', api_key: 'x', extra_headers: { 'x-evil': '1' }, mock_response: 'hi' };
  for (const [name, value] of Object.entries(fields)) {
    for (const more of [{ [name]: value }, { metadata: { [name]: value } }, { extra_body: { [name]: value } }]) {
      const response = await gateway.fetch('/v1/chat/completions', { body: { model: 'fast', messages, ...more } });
      assert.equal(response.status, 400, JSON.stringify(more));
      assert.match((await response.json()).error.message, new RegExp(name));
    }
  }
  assert.equal(upstream.requests.length, 0);
  const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object', properties: { api_key: { type: 'string' } } } } }];
  assert.equal((await gateway.fetch('/v1/chat/completions', { body: { model: 'fast', messages, tools } })).status, 200);
});

// --- the wire ------------------------------------------------------------------------------------

const good = JSON.stringify({ model: 'fast', messages });
const head = (fields, { target = '/v1/chat/completions', method = 'POST', version = 'HTTP/1.1' } = {}) =>
  `${method} ${target} ${version}\r\n${fields.map((field) => `${field}\r\n`).join('')}\r\n`;
const usual = ['Host: localhost', `Authorization: Bearer ${clientKey}`, 'Content-Type: application/json'];
const length = `Content-Length: ${good.length}`;
/// A second request an attacker hides in the first.
const hidden = `${head([...usual, length])}${good}`;

describe('framing that could hide a second request', () => {
  const cases = [
    { name: 'length and chunks', fields: [...usual, length, 'Transfer-Encoding: chunked'] },
    { name: 'chunks and length', fields: [...usual, 'Transfer-Encoding: chunked', 'Content-Length: 4'] },
    { name: 'two lengths', fields: [...usual, length, 'Content-Length: 3'] },
    { name: 'a list of lengths', fields: [...usual, `Content-Length: ${good.length}, 3`] },
    { name: 'a signed length', fields: [...usual, `Content-Length: +${good.length}`] },
    { name: 'a negative length', fields: [...usual, 'Content-Length: -1'] },
    { name: 'a hexadecimal length', fields: [...usual, 'Content-Length: 0x10'] },
    { name: 'an endless length', fields: [...usual, 'Content-Length: 99999999999999999999'] },
    { name: 'an unknown coding', fields: [...usual, 'Transfer-Encoding: xchunked'] },
    { name: 'two codings', fields: [...usual, 'Transfer-Encoding: gzip, chunked'] },
    { name: 'chunked twice', fields: [...usual, 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'] },
    { name: 'a space before the colon', fields: [...usual, `Content-Length : ${good.length}`] },
    { name: 'a folded line', fields: [...usual, 'Transfer-Encoding:', ' chunked'] },
    { name: 'a bare line feed', fields: [...usual, `X-A: b\nContent-Length: ${good.length}`] },
    { name: 'a NUL in a value', fields: [...usual, length, 'X-A: a\0b'] },
    { name: 'no host', fields: usual.slice(1).concat(length) },
    { name: 'two hosts', fields: [...usual, 'Host: other', length] },
    { name: 'a host that is none', fields: ['Host: a b', ...usual.slice(1), length] },
    { name: 'a bad field name', fields: [...usual, length, 'X(A): b'] },
  ];
  for (const { name, fields } of cases) {
    test(name, async () => {
      const { text, closed } = await gateway.raw(`${head(fields)}${good}${hidden}`);
      assert.match(text, /^HTTP\/1\.1 400 /);
      assert.equal(text.match(/HTTP\/1\.1 \d/g).length, 1, 'one answer');
      assert.ok(closed, 'and the end');
      assert.equal(upstream.requests.length, 0);
    });
  }

  const chunks = [
    { name: 'a chunk size with a sign', body: `+${good.length.toString(16)}\r\n${good}\r\n0\r\n\r\n` },
    { name: 'a chunk size with 0x', body: `0x${good.length.toString(16)}\r\n${good}\r\n0\r\n\r\n` },
    { name: 'a chunk line ended by LF', body: `${good.length.toString(16)}\n${good}\r\n0\r\n\r\n` },
    { name: 'a chunk longer than it says', body: `4\r\n${good}\r\n0\r\n\r\n` },
    { name: 'a chunk size past 64 bits', body: `ffffffffffffffffff\r\n${good}\r\n0\r\n\r\n` },
  ];
  for (const { name, body } of chunks) {
    test(name, async () => {
      const { text, closed } = await gateway.raw(`${head([...usual, 'Transfer-Encoding: chunked'])}${body}${hidden}`);
      assert.match(text, /^HTTP\/1\.1 4(00|13) /);
      assert.equal(text.match(/HTTP\/1\.1 \d/g).length, 1);
      assert.ok(closed);
      assert.equal(upstream.requests.length, 0);
    });
  }
});

test('good chunks are a good body', async () => {
  const parts = [good.slice(0, 7), good.slice(7, 8), good.slice(8)];
  const body = parts.map((part) => `${part.length.toString(16).toUpperCase()};ext=1\r\n${part}\r\n`).join('');
  const { text } = await gateway.raw(`${head([...usual, 'Transfer-Encoding: Chunked', 'Connection: close'])}${body}0\r\nX-Trailer: a\r\n\r\n`);
  assert.match(text, /^HTTP\/1\.1 200 /);
  assert.deepEqual(upstream.last.json, { model: 'm', messages });
  assert.equal(upstream.last.headers['transfer-encoding'], undefined);
});

test('pipelined requests are answered one by one, in order', async () => {
  upstream.next(answers({ delay: 150 }));
  const ask = (extra = []) => `${head([...usual, length, ...extra])}${good}`;
  const list = head(usual.slice(0, 2), { method: 'GET', target: '/v1/models/fast' });
  const { text } = await gateway.raw(ask() + list + ask(['Connection: close']));
  const kinds = [...text.matchAll(/"object":"([\w.]+)"/g)].map((match) => match[1]);
  assert.deepEqual(kinds, ['chat.completion', 'model', 'chat.completion']);
});

test('bytes behind a last request are not read', async () => {
  const { text, closed } = await gateway.raw(`${head([...usual, length, 'Connection: close'])}${good}${hidden}`);
  assert.equal(text.match(/HTTP\/1\.1 \d+/g).length, 1);
  assert.match(text, /^HTTP\/1\.1 200 /);
  assert.ok(closed);
  assert.equal(upstream.requests.length, 1);
});

test('HEAD has a head only, OPTIONS says what is allowed', async () => {
  const { text } = await gateway.raw(head([...usual.slice(0, 2), 'Connection: close'], { method: 'HEAD', target: '/v1/models' }));
  assert.match(text, /^HTTP\/1\.1 200 /);
  assert.match(text, /content-length: [1-9]/i);
  assert.ok(text.endsWith('\r\n\r\n'), 'no body');

  const options = await gateway.fetch('/v1/chat/completions', { method: 'OPTIONS' });
  assert.ok([200, 204].includes(options.status), `${options.status}`);
  assert.match(options.headers.get('allow'), /POST/);
  assert.equal(options.headers.get('access-control-allow-origin'), null);
});

test('HTTP/1.0 gets its answer and the end', async () => {
  const { text, closed } = await gateway.raw(`${head([...usual, length], { version: 'HTTP/1.0' })}${good}`);
  assert.match(text, /^HTTP\/1\.[01] 200 /);
  assert.ok(!/transfer-encoding/i.test(text));
  assert.ok(closed);
});

test('a stream to HTTP/1.0 has no chunks', async () => {
  const body = JSON.stringify({ model: 'fast', messages, stream: true });
  const { text, closed } = await gateway.raw(
    `${head([...usual, `Content-Length: ${body.length}`], { version: 'HTTP/1.0' })}${body}`);
  assert.match(text, /^HTTP\/1\.[01] 200 /);
  assert.ok(!/transfer-encoding/i.test(text));
  assert.ok(text.endsWith('data: [DONE]\n\n'), 'the bare stream');
  assert.ok(closed);
});

test('other versions and methods are refused', async () => {
  const two = await gateway.raw(head(usual, { version: 'HTTP/2.0', method: 'GET' }));
  assert.match(two.text, /^HTTP\/1\.1 505 /);
  for (const method of ['CONNECT', 'TRACE', 'PRI', 'BREW']) {
    const { text } = await gateway.raw(head(usual, { method, target: method === 'CONNECT' ? 'localhost:1' : '*' }));
    assert.match(text, /^HTTP\/1\.1 (400|405|501|505) /, method);
  }
  const { text } = await gateway.raw(head([...usual, 'Connection: close'], { method: 'GET', target: 'http://example.com/v1/models' }));
  assert.match(text, /^HTTP\/1\.1 4\d\d /, 'no open proxy');
});

test('a head over its limits', async () => {
  const long = await gateway.raw(head([...usual, `X-Long: ${'x'.repeat(40_000)}`]));
  assert.match(long.text, /^HTTP\/1\.1 (400|431) /);
  const many = await gateway.raw(head([...usual, ...Array.from({ length: 150 }, (_, i) => `X-${i}: 1`)]));
  assert.match(many.text, /^HTTP\/1\.1 (400|431) /);
  const target = await gateway.raw(head(usual, { method: 'GET', target: `/${'x'.repeat(9_000)}` }));
  assert.match(target.text, /^HTTP\/1\.1 (400|414|431) /);
});

test('Expect: 100-continue is answered once the key is good', async () => {
  const fields = [...usual, length, 'Expect: 100-continue'];
  const { text } = await gateway.raw(head(fields), { enough: (received) => received.includes('\r\n\r\n') });
  assert.equal(text, 'HTTP/1.1 100 Continue\r\n\r\n');

  const refused = await gateway.raw(head(['Host: localhost', length, 'Expect: 100-continue']), {
    enough: (received) => received.includes('}'),
  });
  assert.match(refused.text, /^HTTP\/1\.1 401 /);
});

test('many wrong keys from one address are slowed down, the right key is not', async () => {
  let status = 401;
  let response;
  for (let i = 0; i < 200 && status === 401; ++i) {
    response = await gateway.fetch('/v1/models', { key: `a-wrong-key-with-the-number-${i}` });
    ({ status } = response);
  }
  assert.equal(status, 429);
  assert.ok(Number(response.headers.get('retry-after')) >= 1);
  assert.equal((await gateway.fetch('/v1/models')).status, 200);
});

/// One connection with keep-alive: asks with a key, tells the status and what the answer says of it.
function connection() {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  let socket;
  const ask = (key) => new Promise((resolve, reject) => {
    const request = http.get(`${gateway.url}/v1/models`, { agent, headers: { authorization: `Bearer ${key}` } }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode, connection: response.headers.connection }));
    });
    request.on('socket', (taken) => { socket = taken; });
    request.on('error', reject);
  });
  return { ask, get socket() { return socket; }, close: () => agent.destroy() };
}

test('a connection that goes on with wrong keys costs its neighbours nothing, nor a new one', async () => {
  const neighbour = connection();
  const guesser = connection();
  assert.equal((await neighbour.ask(clientKey)).status, 200);
  const own = neighbour.socket;
  let answer;
  for (let i = 0; i < 200 && answer?.status !== 429; ++i) {
    answer = await guesser.ask(`another-wrong-key-with-the-number-${i}`);
    assert.notEqual(answer.connection, 'close');
  }
  assert.equal(answer.status, 429);
  const same = guesser.socket;
  assert.equal((await guesser.ask('yet-another-wrong-key-in-the-same-one')).status, 429);
  assert.equal(guesser.socket, same);
  const good = await neighbour.ask(clientKey);
  assert.equal(good.status, 200);
  assert.notEqual(good.connection, 'close');
  assert.equal(neighbour.socket, own, 'the neighbour goes on in the same connection');
  neighbour.close();
  guesser.close();
});

test('health is open, metrics are for this machine', async () => {
  assert.equal((await gateway.fetch('/healthz', { key: null })).status, 200);
  assert.equal((await gateway.fetch('/readyz', { key: null })).status, 200);
  const metrics = await (await gateway.fetch('/metrics', { key: null })).text();
  assert.match(metrics, /^gatehouse_connections \d+$/m);
});
