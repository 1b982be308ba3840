// SPDX-License-Identifier: GPL-3.0-or-later
// What a gateway owes to both sides whatever they send: providers that break HTTP, fields that pass
// and fields that do not, slow and silent peers.

import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';

import { FakeUpstream, answers, goodEvents } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, events, provider, providerKey, route, slowness, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];
const chat = (model, more = {}) => ({ model, messages, ...more });

/// A server that answers each request with the same bytes, and keeps the connection open.
class RawUpstream {
  sockets = new Set();
  asked = 0;
  answer = '';

  static async start() {
    const raw = new RawUpstream();
    raw.server = net.createServer((socket) => {
      raw.sockets.add(socket);
      socket.on('error', () => {}).on('close', () => raw.sockets.delete(socket));
      socket.on('data', (part) => { if (part.includes(' HTTP/1.1\r\n')) { ++raw.asked; raw.reply(socket); } });
    });
    await new Promise((resolve) => raw.server.listen(0, '127.0.0.1', resolve));
    return raw;
  }

  reply(socket) { socket.write(this.answer); }
  get url() { return `http://127.0.0.1:${this.server.address().port}`; }

  async stop() {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let upstream;
let raw;
let gateway;

before(async () => {
  [upstream, raw] = await Promise.all([FakeUpstream.start(), RawUpstream.start()]);
  const broken = { models: ['m'], timeouts: { first_byte: '1s', idle: '1s' } };
  gateway = await Gateway.start({
    config: base(
      [provider('good', 'openai', upstream, { models: ['m'] }), provider('raw', 'openai', raw.url, broken)],
      [route('fast', ['good/m']), route('broken', ['raw/m'], { retry: { attempts: 1 } })],
      { gateway: { head_time: '1s', body_time: '1s' } },
    ),
  });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([upstream?.stop(), raw?.stop()]);
});

beforeEach(() => upstream.reset());

const json = '{"id":"x","object":"chat.completion","choices":[]}';
const head = (more, status = '200 OK') =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${more}\r\n`;

describe('a provider that breaks HTTP is a failed provider', () => {
  const cases = {
    'a chunk size that is no number': `${head('Transfer-Encoding: chunked\r\n')}zz\r\n${json}\r\n0\r\n\r\n`,
    'a chunk size past 64 bits': `${head('Transfer-Encoding: chunked\r\n')}fffffffffffffffff\r\n${json}`,
    'two lengths': head(`Content-Length: ${json.length}\r\nContent-Length: 3\r\n`) + json,
    'a negative length': head('Content-Length: -1\r\n') + json,
    'a length of twenty digits': head('Content-Length: 99999999999999999999\r\n') + json,
    'a length and chunks': `${head(`Content-Length: ${json.length}\r\nTransfer-Encoding: chunked\r\n`)}0\r\n\r\n`,
    'status 101': `HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n`,
    'only a 103': 'HTTP/1.1 103 Early Hints\r\n\r\n',
    'no HTTP at all': 'hello\r\n\r\n',
    'a field without end': `HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(1024 * 1024)}`,
    'ten thousand fields': `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(10_000)}\r\n`,
    'a body that is cut': head('Content-Length: 5000\r\n') + json,
    'a body that is no JSON': `${head('Content-Length: 5\r\n')}hello`,
  };
  for (const [name, answer] of Object.entries(cases)) {
    test(name, async () => {
      raw.answer = answer;
      const response = await gateway.fetch('/v1/chat/completions', { body: chat('broken') });
      assert.ok([502, 504].includes(response.status), `${response.status}`);
      const { error } = await response.json();
      assert.match(error.code, /^upstream_(failed|timeout)$/);
      const row = await gateway.row(response.headers.get('x-request-id'));
      assert.equal(row.attempts.length, 1);
      assert.notEqual(row.attempts[0].result, 'ok');
    });
  }
});

test('a redirect is not followed: the key goes nowhere else', async () => {
  raw.answer = head(`Location: ${upstream.url}/v1/chat/completions\r\nContent-Length: 0\r\n`, '307 Temporary Redirect');
  const response = await gateway.fetch('/v1/chat/completions', { body: chat('broken') });
  assert.equal(response.status, 502);
  assert.equal(upstream.requests.length, 0);
});

test('an event without end is cut off, and memory stays bounded', async () => {
  const before = await residentMemory();
  let endless;
  raw.reply = (socket) => {
    endless = socket;
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: ');
    const line = Buffer.alloc(1024 * 1024, 'a');
    const more = () => { while (!socket.destroyed && socket.write(line)); };
    socket.on('drain', more);
    more();
  };
  const response = await gateway.fetch('/v1/chat/completions', { body: chat('broken', { stream: true }) });
  await response.text();
  delete raw.reply;
  await until(() => endless.destroyed, 'the endless stream to be closed');
  assert.ok(await residentMemory() - before < 32 * slowness, 'memory grew by more than 32 MB');
});

async function residentMemory() {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${gateway.child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

test('a client that reads nothing stops the reading upstream', async () => {
  let written = 0;
  let held;
  raw.reply = (socket) => {
    held = socket;
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n');
    const [first] = goodEvents({ path: '/v1/chat/completions', json: { model: 'm' } });
    const piece = first.replace('"content":""', `"content":"${'a'.repeat(32 * 1024)}"`);
    const more = () => {
      while (!socket.destroyed && written < 256 * 1024 * 1024) {
        written += piece.length;
        if (!socket.write(piece)) return;
      }
    };
    socket.on('drain', more);
    more();
  };
  const body = JSON.stringify(chat('broken', { stream: true }));
  const client = net.connect(gateway.port, '127.0.0.1');
  client.on('error', () => {});
  client.pause();
  client.write(`POST /v1/chat/completions HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${clientKey}\r\n`
    + `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  let last = -1;
  await until(() => {
    const still = written > 0 && written === last;
    last = written;
    return still;
  }, 'the provider to be held back', 20_000, 300);
  assert.ok(written < 32 * 1024 * 1024, `${written} bytes were taken from the provider`);
  client.destroy();
  await until(() => held.destroyed, 'the upstream connection to close');
  delete raw.reply;
});

test('only what a provider needs to know reaches it', async () => {
  const response = await gateway.fetch('/v1/chat/completions?api_key=abc&x=1', {
    body: chat('fast'),
    headers: {
      cookie: 'session=secret', 'x-forwarded-for': '10.1.2.3', 'x-own': 'value', referer: 'http://intranet/',
      'user-agent': 'office-app', 'accept-encoding': 'gzip',
    },
  });
  assert.equal(response.status, 200);
  const { url, headers } = upstream.last;
  assert.equal(url, '/v1/chat/completions');
  for (const name of ['cookie', 'x-forwarded-for', 'x-own', 'referer', 'x-api-key'])
    assert.ok(!(name in headers), `${name} went upstream`);
  assert.equal(headers.authorization, `Bearer ${providerKey}`);
  assert.notEqual(headers['accept-encoding'], 'gzip');
  assert.ok(!JSON.stringify(headers).includes(clientKey));
});

test("only a provider's own facts come back", async () => {
  upstream.next(answers({
    headers: {
      'set-cookie': 'a=b', server: 'secret-stack', 'access-control-allow-origin': '*', via: '1.1 inner',
      'x-internal-host': 'gpu-7', 'x-ratelimit-remaining-requests': '41',
    },
  }));
  const response = await gateway.fetch('/v1/chat/completions', { body: chat('fast') });
  for (const name of ['set-cookie', 'access-control-allow-origin', 'via', 'x-internal-host'])
    assert.equal(response.headers.get(name), null, name);
  assert.ok(!response.headers.get('server')?.includes('secret-stack'));
  assert.equal(response.headers.get('content-type'), 'application/json');
});

test('addresses of pictures are passed on, never fetched', async () => {
  const content = [{ type: 'image_url', image_url: { url: `${raw.url}/picture.png` } }];
  raw.answer = head('Content-Length: 0\r\n');
  const seen = raw.asked;
  const response = await gateway.fetch('/v1/chat/completions', {
    body: chat('fast', { messages: [{ role: 'user', content }] }),
  });
  assert.equal(response.status, 200);
  assert.equal(upstream.last.json.messages[0].content[0].image_url.url, `${raw.url}/picture.png`);
  assert.equal(raw.asked, seen);
});

describe('usage that cannot be is an estimate', () => {
  for (const value of [-5, 1e30, 2.5, '"12"', null]) {
    test(`${value} tokens`, async () => {
      const text = `{"id":"x","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant",`
        + `"content":"hello there"},"finish_reason":"stop"}],"usage":{"prompt_tokens":${value},"completion_tokens":${value}}}`;
      raw.answer = head(`Content-Length: ${text.length}\r\n`) + text;
      const response = await gateway.fetch('/v1/chat/completions', { body: chat('broken') });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('x-gatehouse-estimated'), 'true');
      const row = await gateway.row(response.headers.get('x-request-id'));
      assert.equal(row.tokens_estimated, true);
      for (const tokens of [row.tokens_in, row.tokens_out])
        assert.ok(Number.isSafeInteger(tokens) && tokens >= 0 && tokens < 1000, `${tokens}`);
    });
  }
});

describe('targets and upgrades', () => {
  const ask = (line, more = '') => gateway.raw(`${line}\r\nHost: 127.0.0.1:${gateway.port}\r\n${more}Connection: close\r\n\r\n`);
  test('a target with our own authority', async () => {
    const { text } = await ask(`GET http://127.0.0.1:${gateway.port}/healthz HTTP/1.1`);
    assert.match(text, /^HTTP\/1\.1 200 /);
  });
  test('a target with another authority: we are no open proxy', async () => {
    const { text } = await ask('GET http://example.com/healthz HTTP/1.1');
    assert.match(text, /^HTTP\/1\.1 4\d\d /);
  });
  for (const method of ['CONNECT example.com:443', 'TRACE /healthz', 'PRI *'])
    test(method.split(' ')[0], async () => {
      const { text } = await ask(`${method} HTTP/1.1`);
      assert.match(text, /^HTTP\/1\.1 [45]\d\d /);
    });
  test('an upgrade is not made', async () => {
    const { text } = await ask('GET /healthz HTTP/1.1', 'Upgrade: websocket\r\n');
    assert.match(text, /^HTTP\/1\.1 200 /);
  });
});

describe('time', () => {
  test('a head that drips is cut off', async () => {
    const { closed, text } = await gateway.raw('GET /healthz HTTP/1.1\r\nHost: a\r\nX-');
    assert.ok(closed);
    assert.ok(text === '' || /^HTTP\/1\.1 408 /.test(text), text);
  });
  test('a body that drips is cut off', async () => {
    const { closed } = await gateway.raw('POST /v1/chat/completions HTTP/1.1\r\nHost: a\r\n'
      + `Authorization: Bearer ${clientKey}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`);
    assert.ok(closed);
    assert.equal(upstream.requests.length, 0);
  });
  test('a wrong key is refused on the head alone', async () => {
    const { text } = await gateway.raw('POST /v1/chat/completions HTTP/1.1\r\nHost: a\r\n'
      + 'Authorization: Bearer not-a-key-of-this-gateway\r\nContent-Type: application/json\r\n'
      + 'Content-Length: 50000000\r\n\r\n', { enough: (received) => received.includes('invalid_api_key') });
    assert.match(text, /^HTTP\/1\.1 401 /);
  });
  test('five hundred silent connections hold up nobody', async () => {
    const silent = await Promise.all(Array.from({ length: 500 }, () => new Promise((resolve) => {
      const socket = net.connect(gateway.port, '127.0.0.1', () => resolve(socket));
      socket.on('error', () => resolve(socket));
    })));
    const response = await gateway.fetch('/v1/chat/completions', { body: chat('fast') });
    assert.equal(response.status, 200);
    silent.forEach((socket) => socket.destroy());
  });
});

test('a complete stream ends with its mark, in the lines of any writer', async () => {
  const pieces = ['\ufeff: hello\r\n\r\n', 'data:{"id":"1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Gr\u00fc\u00dfe"}}]}\r\r',
    'event: message\ndata: {"id":"1","object":"chat.completion.chunk","choices":[{"index":0,\n',
    'data: "delta":{},"finish_reason":"stop"}]}\n\n', 'data: [DONE]\n\n'];
  raw.reply = (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n');
    for (const byte of Buffer.from(pieces.join(''))) socket.write(Buffer.from([byte]));
    socket.end();
  };
  const response = await gateway.fetch('/v1/chat/completions', { body: chat('broken', { stream: true }) });
  const text = await response.text();
  delete raw.reply;
  assert.ok(text.includes('Grüße'));
  assert.equal(events(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).at(-1).data, '[DONE]');
  const row = await gateway.row(response.headers.get('x-request-id'));
  assert.equal(row.attempts[0].result, 'ok');
});
