// SPDX-License-Identifier: GPL-3.0-or-later
// Large bodies on /passthrough/{provider}/…: they pass while they come, in constant memory, as fast as
// the provider takes them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';

import { Gateway, base, clientKey, pause, provider, slowness, unusedAddress, until, within } from './support/gateway.mjs';

const MiB = 1024 * 1024;
let gateway;
let upstream;
let calls = [];
let behave;

/// A provider that hears of a request before its body.
before(async () => {
  upstream = http.createServer((request, response) => {
    if (request.method !== 'POST') { // the gateway's own questions
      response.writeHead(404).end();
      return;
    }
    const call = { request, response, received: 0, sum: 0 };
    call.gone = new Promise((resolve) => request.on('close', () => resolve(performance.now())));
    calls.push(call);
    behave(call);
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const url = `http://127.0.0.1:${upstream.address().port}`;
  gateway = await Gateway.start({
    env: { GH_TEST_ACCESS_KEY: 'AKIDPASS' },
    config: base([
      provider('oa', 'openai', url),
      provider('bedrock', 'bedrock', url, { aws_region: 'eu-central-1', keys: [{ secret: 'env:GH_TEST_PROVIDER_KEY', access_key: 'env:GH_TEST_ACCESS_KEY' }] }),
      provider('gone', 'openai', (await unusedAddress()).url),
    ], [], { prices: [{ provider: 'oa', model: 'gpt', input_usd_per_mtok: 1, output_usd_per_mtok: 2 }] }),
  });
});

after(async () => {
  await gateway?.stop();
  upstream?.closeAllConnections();
  upstream?.close();
});

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/// A request whose body is written by hand.
function open(path, headers, more = {}) {
  const request = http.request({
    host: gateway.host, port: gateway.port, path: `/passthrough/${path}`, method: 'POST', agent: false, ...more,
    headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/octet-stream', ...headers },
  });
  request.answered = new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() });
    });
  });
  request.answered.catch(() => {});
  return request;
}

const piece = Buffer.from(Uint8Array.from({ length: 64 * 1024 }, (_, index) => index % 251));
async function write(request, pieces) {
  for (let i = 0; i < pieces; ++i) if (!request.write(piece)) await once(request, 'drain');
}

function takes(call) {
  call.request.on('data', (bytes) => { call.received += bytes.length; });
  call.request.on('end', () => {
    call.response.setHeader('content-type', 'application/json');
    call.response.end(JSON.stringify({ model: 'gpt', usage: { prompt_tokens: 9, completion_tokens: 1, total_tokens: 10 } }));
  });
}
const heard = (count) => until(() => calls.length >= count && calls.at(-1), 'the provider to hear of it');
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${gateway.child.pid}/status`, 'utf8'))[1]) / 1024;
const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${gateway.child.pid}/status`, 'utf8'))[1]) / 1024;

describe('a large body', () => {
  for (const [name, headers, field] of [
    ['of a known length', { 'content-length': 60 * MiB }, 'content-length'], ['in chunks', {}, 'transfer-encoding'],
  ]) {
    test(`${name} passes while it comes, in constant memory`, async (t) => {
      calls = [];
      behave = takes;
      const warm = open('oa/files', { 'content-length': MiB });
      await write(warm, 16);
      warm.end();
      await warm.answered;
      const first = resident();
      const request = open('oa/files', headers);
      await write(request, 16);
      const call = await heard(2);
      await until(() => call.received >= MiB, 'the first bytes to be there before the last');
      await write(request, 59 * 16);
      request.end();
      const answer = await request.answered;
      const grown = Math.max(resident(), peak()) - first;
      t.diagnostic(`resident memory grew by ${grown.toFixed(1)} MiB`);
      assert.equal(answer.status, 200);
      assert.equal(call.received, 60 * MiB);
      assert.ok(call.request.headers[field]);
      assert.ok(grown <= 8 * slowness, `${grown} MiB`);
    });
  }

  test('waits for a slow provider and goes on', async () => {
    calls = [];
    behave = () => {}; // reads nothing
    const request = open('oa/files', {});
    let written = 0;
    let isDone = false;
    const writing = (async () => {
      for (; written < 48 * MiB; written += piece.length) if (!request.write(piece)) await once(request, 'drain');
      isDone = true;
      request.end();
    })();
    const call = await heard(1);
    let before = -1;
    await until(() => before === (before = written), 'the client to be held back', 20_000, 300);
    assert.ok(!isDone && written < 32 * MiB, `${written} bytes`);
    takes(call);
    await writing;
    assert.equal((await request.answered).status, 200);
    assert.equal(call.received, 48 * MiB);
  });

  test('ends upstream when its client leaves', async () => {
    behave = takes;
    await within(100, async () => {
      calls = [];
      const request = open('oa/files', { 'content-length': 60 * MiB });
      await write(request, 16);
      const call = await heard(1);
      await until(() => call.received >= MiB, 'the first bytes');
      const left = performance.now();
      request.destroy();
      return await call.gone - left;
    });
    await until(async () => {
      const { body } = await gateway.admin('GET', '/requests?limit=1');
      return body.items[0]?.outcome === 'cancelled';
    }, 'its row', 20_000, 20);
  });

  test('keeps the connection, and what follows is another request', async () => {
    calls = [];
    behave = takes;
    let socket;
    for (let i = 0; i < 3; ++i) {
      const request = open('oa/files', i === 1 ? { 'content-length': MiB } : {}, { agent });
      request.on('socket', (used) => { assert.ok(!socket || socket === used, 'the same connection'); socket = used; });
      await write(request, 16);
      request.end();
      assert.equal((await request.answered).status, 200);
    }
    agent.destroy();
    assert.deepEqual(calls.map(({ received }) => received), [MiB, MiB, MiB]);
  });

  test('names its model while it passes, and is priced', async () => {
    calls = [];
    behave = takes;
    const request = open('oa/chat/completions', { 'content-type': 'application/json' });
    request.write('{"messages":[{"role":"user","content":"');
    for (let i = 0; i < 100; ++i) request.write('x'.repeat(10_000));
    request.end('","model":"no"}],"model":"gpt"}');
    const answer = await request.answered;
    const row = await gateway.row(answer.headers['x-request-id']);
    assert.deepEqual([answer.status, row.model, row.tokens_in, row.cost_nano_usd], [200, 'gpt', 9, 11_000]);
  });
});

describe('not all of it', () => {
  test('an answer before the end stops it', async () => {
    calls = [];
    behave = ({ response }) => {
      response.writeHead(413, { 'content-type': 'application/json' });
      response.end('{"error":{"message":"too large for us"}}');
    };
    const request = open('oa/files', { 'content-length': 60 * MiB });
    request.write(piece);
    const answer = await request.answered;
    assert.equal(answer.status, 413);
    assert.match(answer.text, /too large for us/);
  });

  test('a broken connection is told, not tried again', async () => {
    calls = [];
    behave = (call) => call.request.once('data', () => call.request.socket.destroy());
    const request = open('oa/files', {});
    await write(request, 4);
    const answer = await request.answered;
    assert.equal(answer.status, 502);
    assert.match(answer.text, /upstream_failed/);
    assert.equal(calls.length, 1);
  });

  test('a provider that is not there is tried again, as nothing was sent', async () => {
    const request = open('gone/files', {});
    request.write(piece);
    const answer = await request.answered;
    assert.equal(answer.status, 502);
    const row = await gateway.row(answer.headers['x-request-id']);
    assert.equal(row.attempts.length, 2);
  });

  test('too much of it: 413, and the provider hears no more', async () => {
    calls = [];
    behave = takes;
    const request = open('oa/files', {});
    const writing = write(request, 65 * 16).catch(() => {});
    const answer = await request.answered;
    assert.equal(answer.status, 413);
    await calls[0].gone;
    assert.ok(calls[0].received <= 64 * MiB && !calls[0].request.complete);
    request.destroy();
    await Promise.race([writing, pause(0)]);
  });

  test('where Amazon\'s signature covers it, it is read first', async () => {
    calls = [];
    behave = takes;
    const request = open('bedrock/model/m/converse', { 'content-type': 'application/json' });
    request.write('{"a":"');
    await write(request, 16);
    assert.equal(calls.length, 0);
    request.end('"}');
    assert.equal((await request.answered).status, 200);
    assert.match(calls[0].request.headers.authorization, /^AWS4-HMAC-SHA256/);
    assert.equal(Number(calls[0].request.headers['content-length']), MiB + 8);
  });
});
