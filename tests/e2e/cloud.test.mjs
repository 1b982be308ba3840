// SPDX-License-Identifier: GPL-3.0-or-later
// Google's and Amazon's clouds: a service account buys its tokens from a token server that checks its
// signature, publishers have paths of their own, and Bedrock streams in its binary framing.

import assert from 'node:assert/strict';
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import { crc32 } from 'node:zlib';

import { messageUsage } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route, until, within } from './support/gateway.mjs';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const email = 'gate@office-1.iam.gserviceaccount.com';
let cloud;
let gateway;

/// Token server and cloud in one.
class Cloud {
  grants = []; // every token it sold
  requests = [];

  static async start() {
    const made = new Cloud();
    made.server = http.createServer(async (request, response) => {
      const parts = [];
      for await (const part of request) parts.push(part);
      const body = Buffer.concat(parts).toString();
      if (request.method !== 'POST') response.writeHead(404).end(); // the gateway's own questions
      else if (request.url.startsWith('/token')) made.sell(request, response, body);
      else made.serve(request, response, body);
    });
    made.server.listen(0, '127.0.0.1');
    await once(made.server, 'listening');
    return made;
  }

  get url() { return `http://127.0.0.1:${this.server.address().port}`; }
  stop() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
  tokensOf(account) { return this.grants.filter((grant) => grant.account === account); }

  sell(request, response, body) {
    const form = new URLSearchParams(body);
    const [head, claims, signature] = form.get('assertion').split('.');
    const told = JSON.parse(Buffer.from(claims, 'base64url'));
    const isSigned = createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(pair.publicKey, signature, 'base64url');
    const isGood = isSigned && told.iss === email && told.aud === this.url + request.url && told.exp > Date.now() / 1000
      && form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    if (!isGood) {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
      return;
    }
    const account = request.url.slice('/token/'.length);
    const life = account === 'brief' ? 8 : 3600;
    const token = `ya29.${account}-${this.tokensOf(account).length + 1}`;
    this.grants.push({ account, token, at: performance.now(), expires: performance.now() + life * 1000 });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: token, expires_in: life, token_type: 'Bearer' }));
  }

  serve(request, response, body) {
    const now = performance.now();
    const call = { url: request.url, headers: request.headers, body, now };
    call.gone = new Promise((resolve) => response.on('close', () => resolve(performance.now())));
    this.requests.push(call);
    if (request.url.includes('converse-stream')) {
      streamConverse(response);
      return;
    }
    const token = request.headers.authorization?.slice('Bearer '.length);
    if (!this.grants.some((grant) => grant.token === token && grant.expires > now)) {
      response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"code":401,"message":"expired"}}');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.url.includes('/anthropic/')
      ? { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude', content: [{ type: 'text', text: 'Bonjour' }], stop_reason: 'end_turn', usage: messageUsage }
      : { candidates: [{ content: { role: 'model', parts: [{ text: 'Hello' }] }, finishReason: 'STOP' }], usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 1, totalTokenCount: 4 } }));
  }
}

/// One message of Amazon's event stream: prelude, its CRC, headers, payload, CRC.
function frame(type, payload) {
  const header = (name, value) => Buffer.concat([
    Buffer.from([name.length]), Buffer.from(name), Buffer.from([7, 0, value.length]), Buffer.from(value),
  ]);
  const headers = Buffer.concat([header(':event-type', type), header(':content-type', 'application/json'), header(':message-type', 'event')]);
  const data = Buffer.from(JSON.stringify(payload));
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(16 + headers.length + data.length, 0);
  prelude.writeUInt32BE(headers.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const message = Buffer.concat([prelude, headers, data]);
  const end = Buffer.alloc(4);
  end.writeUInt32BE(crc32(message));
  return Buffer.concat([message, end]);
}

/// A beginning, then silence.
function streamConverse(response) {
  response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
  response.write(frame('messageStart', { role: 'assistant' }));
  response.write(frame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Well met' } }));
}

const accountFile = (name) => JSON.stringify({
  type: 'service_account', project_id: 'office-1', private_key_id: 'kid-1', client_email: email,
  private_key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), token_uri: `${cloud.url}/token/${name}`,
});

before(async () => {
  cloud = await Cloud.start();
  const vertex = (id) => provider(id, 'vertex', cloud, {
    project: 'office-1', location: 'europe-west4', keys: [{ secret: `env:GH_TEST_${id.toUpperCase()}_ACCOUNT` }],
  });
  gateway = await Gateway.start({
    env: { GH_TEST_LASTING_ACCOUNT: accountFile('lasting'), GH_TEST_BRIEF_ACCOUNT: accountFile('brief'), GH_TEST_ACCESS_KEY: 'AKIDSTREAM' },
    config: base([
      vertex('lasting'), vertex('brief'),
      provider('bedrock', 'bedrock', cloud, { aws_region: 'eu-central-1', keys: [{ secret: 'env:GH_TEST_PROVIDER_KEY', access_key: 'env:GH_TEST_ACCESS_KEY' }] }),
    ], [route('gemini', ['lasting/gemini-2.5-flash']), route('claude', ['lasting/claude-sonnet-4@20250514']),
      route('brief', ['brief/gemini-2.5-flash']), route('nova', ['bedrock/nova'])]),
  });
});

after(async () => {
  await gateway?.stop();
  await cloud?.stop();
});

const place = '/v1/projects/office-1/locations/europe-west4/publishers';
const ask = (model, more = {}) => gateway.fetch('/v1/chat/completions', { body: { model, messages: [{ role: 'user', content: 'Hi' }], max_tokens: 9, ...more } });

describe('Vertex AI', () => {
  test('a service account buys one token for Google\'s models and Anthropic\'s', async () => {
    for (const [model, path, text] of [
      ['gemini', `${place}/google/models/gemini-2.5-flash:generateContent`, 'Hello'],
      ['claude', `${place}/anthropic/models/claude-sonnet-4@20250514:rawPredict`, 'Bonjour'],
    ]) {
      const answer = await ask(model);
      assert.equal(answer.status, 200, await answer.clone().text());
      assert.equal((await answer.json()).choices[0].message.content, text);
      const request = cloud.requests.at(-1);
      assert.equal(decodeURIComponent(request.url), path);
      assert.equal(request.headers.authorization, 'Bearer ya29.lasting-1');
    }
    const told = JSON.parse(cloud.requests.at(-1).body);
    assert.deepEqual([told.anthropic_version, told.model, told.max_tokens], ['vertex-2023-10-16', undefined, 9]);
    assert.equal(cloud.tokensOf('lasting').length, 1);
  });

  test('the token is refreshed before it expires, under load, once', async () => {
    await until(() => cloud.tokensOf('brief').length > 0, 'the first token');
    const begun = cloud.tokensOf('brief').length;
    const next = `Bearer ya29.brief-${begun + 1}`;
    cloud.requests = [];
    let isOver = false;
    const statuses = new Set();
    const load = Array.from({ length: 8 }, async () => {
      while (!isOver) statuses.add((await ask('brief')).status);
    });
    await until(() => cloud.requests.some(({ headers }) => headers.authorization === next), 'the next token in use');
    isOver = true;
    await Promise.all(load);
    const all = cloud.tokensOf('brief');
    const [old, renewed] = all.slice(begun - 1);
    assert.deepEqual([...statuses], [200]);
    for (let i = 1; i < all.length; ++i) assert.ok(all[i].at - all[i - 1].at > 2_000, 'one question for all callers');
    assert.ok(renewed.at < old.expires, 'before the old one expired');
    assert.ok(cloud.requests.length > 20, `${cloud.requests.length} requests`);
  });
});

describe('Bedrock', () => {
  for (const [front, path, body] of [
    ['OpenAI', '/v1/chat/completions', { model: 'nova', stream: true, messages: [{ role: 'user', content: 'Hi' }] }],
    ['Anthropic', '/v1/messages', { model: 'nova', stream: true, max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] }],
    ['Bedrock', '/passthrough/bedrock/model/nova/converse-stream', { messages: [{ role: 'user', content: [{ text: 'Hi' }] }] }],
  ]) {
    test(`an event stream to a client of ${front}'s ends within 100 ms when the client leaves`, async () => {
      await within(100, async () => {
        cloud.requests = [];
        const response = await gateway.fetch(path, { body, headers: { 'x-api-key': clientKey, 'anthropic-version': '2023-06-01' }, key: null });
        assert.equal(response.status, 200);
        const reader = response.body.getReader();
        let text = '';
        while (!text.includes('Well met')) text += Buffer.from((await reader.read()).value).toString('latin1');
        const left = performance.now();
        await reader.cancel();
        return await cloud.requests[0].gone - left;
      });
    });
  }
});
