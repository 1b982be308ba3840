// SPDX-License-Identifier: GPL-3.0-or-later
// TLS on both sides: clients at a TLS front, providers behind TLS with an authority of their own,
// and providers reached through an HTTP proxy.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import tls from 'node:tls';

import { Authority } from './support/certificates.mjs';
import { FakeUpstream, words } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];

/// A TLS server in front of the fake provider; counts handshakes and how many were resumed.
class TlsFront {
  handshakes = 0;
  resumed = 0;

  static async start(files, target) {
    const front = new TlsFront();
    front.server = tls.createServer({ cert: readFileSync(files.certificate), key: readFileSync(files.key) }, (socket) => {
      ++front.handshakes;
      if (socket.isSessionReused()) ++front.resumed;
      const inner = net.connect(target, '127.0.0.1');
      socket.pipe(inner).pipe(socket);
      for (const side of [socket, inner]) side.on('error', () => { socket.destroy(); inner.destroy(); });
    });
    front.server.on('tlsClientError', () => {});
    await new Promise((resolve) => front.server.listen(0, '127.0.0.1', resolve));
    return front;
  }

  get port() { return this.server.address().port; }
  get url() { return `https://127.0.0.1:${this.port}`; }
  stop() { return new Promise((resolve) => this.server.close(resolve)); }
}

/// A proxy that opens tunnels, and remembers to where.
class Proxy {
  tunnels = [];

  static async start() {
    const proxy = new Proxy();
    proxy.server = http.createServer((_request, response) => response.writeHead(405).end());
    proxy.server.on('connect', (request, socket) => {
      proxy.tunnels.push(request.url);
      const [host, port] = request.url.split(':');
      const inner = net.connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(inner).pipe(socket);
      });
      for (const side of [socket, inner]) side.on('error', () => { socket.destroy(); inner.destroy(); });
    });
    await new Promise((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url() { return `http://127.0.0.1:${this.server.address().port}`; }
  stop() { this.server.closeAllConnections(); return new Promise((resolve) => this.server.close(resolve)); }
}

let authority;
let upstream;
let sound;
let expired;
let elsewhere;
let proxy;
let gateway;

before(async () => {
  authority = new Authority();
  upstream = await FakeUpstream.start();
  [sound, expired, elsewhere, proxy] = await Promise.all([
    TlsFront.start(authority.server('sound'), upstream.port),
    TlsFront.start(authority.server('expired', 'IP:127.0.0.1', -1), upstream.port),
    TlsFront.start(authority.server('elsewhere', 'DNS:elsewhere.example'), upstream.port),
    Proxy.start(),
  ]);
  const own = { models: ['m'], ca_file: authority.file };
  const front = authority.server('office');
  gateway = new Gateway({
    config: base(
      [
        provider('sound', 'openai', sound.url, own), provider('expired', 'openai', expired.url, own),
        provider('elsewhere', 'openai', elsewhere.url, own), provider('unknown', 'openai', sound.url, { models: ['m'] }),
        provider('tunnel', 'openai', sound.url, { ...own, proxy: proxy.url }),
      ],
      ['sound', 'expired', 'elsewhere', 'unknown', 'tunnel'].map((id) => route(id, [`${id}/m`], { retry: { attempts: 1 } })),
      { gateway: { tls: { certificate: front.certificate, key: front.key } } },
    ),
  });
  await gateway.launch();
});

after(async () => {
  await gateway?.stop();
  await Promise.all([sound, expired, elsewhere, proxy, upstream].map((server) => server?.stop()));
});

beforeEach(() => upstream.reset());

/// A chat through the TLS front: {status, headers, text}.
function ask(model, { stream = false, agent } = {}) {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ model, messages, stream });
    const request = https.request({
      host: '127.0.0.1', port: gateway.port, path: '/v1/chat/completions', method: 'POST', ca: authority.pem, agent,
      headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json', 'content-length': body.length },
    }, async (response) => {
      let text = '';
      for await (const part of response.setEncoding('utf8')) text += part;
      resolve({ status: response.statusCode, headers: response.headers, text });
    });
    request.on('error', reject);
    request.end(body);
  });
}

test('a chat over TLS on both sides, whole and streamed', async () => {
  const whole = await ask('sound');
  assert.equal(whole.status, 200, whole.text);
  assert.equal(JSON.parse(whole.text).choices[0].message.content, words.join(''));
  const streamed = await ask('sound', { stream: true });
  assert.equal(streamed.status, 200);
  assert.ok(streamed.text.trimEnd().endsWith('data: [DONE]'));
});

test('kept connections on both sides need no second handshake', async () => {
  const agent = new https.Agent({ keepAlive: true, maxSockets: 1, ca: authority.pem });
  await ask('sound', { agent });
  const before = sound.handshakes;
  for (let i = 0; i < 5; ++i) assert.equal((await ask('sound', { agent })).status, 200);
  assert.equal(sound.handshakes, before);
  agent.destroy();
});

test('a new connection to a provider resumes the session', async () => {
  const at = sound.resumed;
  // More at once than are kept; each worker has connections, and sessions, of its own.
  await until(async () => {
    await Promise.all(Array.from({ length: 12 }, () => ask('sound')));
    return sound.resumed > at;
  }, 'a handshake to be resumed');
});

describe('certificates of providers are checked', () => {
  for (const [model, words] of [['expired', /expired/i], ['elsewhere', /host ?name|host/i], ['unknown', /certificate|issuer|signed/i]]) {
    test(model, async () => {
      const { status, text, headers } = await ask(model);
      assert.equal(status, 502, text);
      const { error } = JSON.parse(text);
      assert.equal(error.code, 'upstream_failed');
      assert.match(error.detail, words);
      const row = await gateway.row(headers['x-request-id']);
      assert.equal(row.attempts[0].result, 'tls_failed');
      assert.equal(upstream.requests.length, 0);
    });
  }
});

test('a provider behind a proxy is reached through a tunnel', async () => {
  const { status, text } = await ask('tunnel');
  assert.equal(status, 200, text);
  assert.deepEqual(proxy.tunnels, [`127.0.0.1:${sound.port}`]);
  assert.ok(!JSON.stringify(proxy.tunnels).includes('key'));
});

test('plain HTTP and old TLS get no answer at a TLS front', async () => {
  const plain = await gateway.raw('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n').catch(() => ({ text: '' }));
  assert.ok(!plain.text.startsWith('HTTP/1.1 200'));
  await assert.rejects(new Promise((resolve, reject) => {
    const socket = tls.connect({
      host: '127.0.0.1', port: gateway.port, ca: authority.pem, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0',
    }, resolve);
    socket.on('error', reject);
  }));
});

test('a client that knows another authority trusts the front no more than it should', async () => {
  const other = new Authority('Another authority');
  await assert.rejects(new Promise((resolve, reject) => {
    https.get({ host: '127.0.0.1', port: gateway.port, path: '/healthz', ca: other.pem }, resolve).on('error', reject);
  }));
});
