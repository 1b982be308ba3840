// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of providers with paths, keys and signatures of their own: Azure's deployments and Amazon
// Bedrock, whose signature is checked by an implementation that knows nothing of the gateway's.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import { Gateway, base, clientKey, provider, providerKey, route } from './support/gateway.mjs';

const accessKey = 'AKIDENDTOENDTESTS';

/// A provider that keeps what it was asked and answers with `answer`.
class Cloud {
  requests = [];
  answer = {};

  static async start() {
    const cloud = new Cloud();
    cloud.server = http.createServer(async (request, response) => {
      const parts = [];
      for await (const part of request) parts.push(part);
      cloud.requests.push({
        method: request.method, url: request.url, headers: request.headers,
        body: Buffer.concat(parts).toString(),
      });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(cloud.answer));
    });
    await new Promise((resolve) => cloud.server.listen(0, '127.0.0.1', resolve));
    return cloud;
  }

  get url() { return `http://127.0.0.1:${this.server.address().port}`; }
  stop() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

/// AWS Signature Version 4 from the documentation, over a request as it was received.
function expectedSignature(request, secret) {
  const [, scope, names] = /Credential=[^/]+\/(\S+), SignedHeaders=(\S+), Signature/
    .exec(request.headers.authorization);
  const [day, region, service] = scope.split('/');
  const path = request.url.split('/').map(encodeURIComponent).join('/');
  const fields = names.split(';').map((name) => `${name}:${request.headers[name].trim()}\n`).join('');
  const canonical = [request.method, path, '', fields, names, sha256(request.body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = ['aws4_request'].reduce(hmac, hmac(hmac(hmac(`AWS4${secret}`, day), region), service));
  return createHmac('sha256', key).update(text).digest('hex');
}

let cloud;
let gateway;

before(async () => {
  cloud = await Cloud.start();
  const signing = { secret: 'env:GH_TEST_PROVIDER_KEY', access_key: 'env:GH_TEST_ACCESS_KEY' };
  gateway = await Gateway.start({
    env: { GH_TEST_ACCESS_KEY: accessKey },
    config: base([
      provider('azure', 'azure-openai', cloud, { api: 'deployments', api_version: '2024-10-21', models: ['my-gpt'] }),
      provider('bedrock', 'bedrock', cloud, {
        aws_region: 'eu-central-1', keys: [signing], models: ['amazon.nova-lite-v1:0'],
      }),
    ], [route('azure', ['azure/my-gpt']), route('nova', ['bedrock/amazon.nova-lite-v1:0'])]),
  });
});

after(async () => {
  await gateway?.stop();
  await cloud?.stop();
});

beforeEach(() => { cloud.requests = []; });

const ask = (model) => fetch(`${gateway.url}/v1/chat/completions`, {
  method: 'POST',
  headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
  body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Hi' }] }),
});

describe('kinds of providers', () => {
  test('Azure is asked at its deployment, with its own key field', async () => {
    cloud.answer = {
      id: 'x', object: 'chat.completion', created: 1, model: 'gpt',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
    };
    const answer = await ask('azure');
    assert.equal(answer.status, 200);
    const [request] = cloud.requests;
    assert.equal(request.url, '/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21');
    assert.equal(request.headers['api-key'], providerKey);
    assert.equal(request.headers.authorization, undefined);
  });

  test('Bedrock gets a valid signature and answers an OpenAI client', async () => {
    cloud.answer = {
      output: { message: { role: 'assistant', content: [{ text: 'Hello' }] } }, stopReason: 'end_turn',
      usage: { inputTokens: 3, outputTokens: 1, totalTokens: 4 },
    };
    const answer = await ask('nova');
    assert.equal(answer.status, 200);
    assert.equal((await answer.json()).choices[0].message.content, 'Hello');
    const [request] = cloud.requests;
    assert.equal(request.url, '/model/amazon.nova-lite-v1%3A0/converse');
    assert.match(request.headers.authorization, new RegExp(`Credential=${accessKey}/\\d{8}/eu-central-1/bedrock/`));
    assert.match(request.headers.authorization, /SignedHeaders=\S*host;\S*x-amz-date/);
    assert.equal(/Signature=(\w+)/.exec(request.headers.authorization)[1],
      expectedSignature(request, providerKey));
  });
});
