// SPDX-License-Identifier: GPL-3.0-or-later
// How many tokens a prompt has: to the token where the tokenizer is public, else by what answered
// requests have taught, over restarts too; an estimate always says that it is one.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeUpstream, chatUsage } from './support/fakeupstream.mjs';
import { Gateway, base, provider, route, until } from './support/gateway.mjs';

let upstream;
let gateway;

const config = () => base(
  [provider('oa', 'openai', upstream, { models: ['gpt-4o', 'gpt-4', 'llama'] })],
  [route('public', ['oa/gpt-4o']), route('older', ['oa/gpt-4']), route('own', ['oa/llama'])],
);
const messages = [{ role: 'user', content: 'Grüße aus Köln: 1234567 unglaubliche Wörter' }];
const start = (dataDir) => Gateway.start({ config: config(), dataDir });

/// {tokens, estimated} of the prompt for a route.
async function count(model) {
  const response = await gateway.fetch('/v1/messages/count_tokens', {
    body: { model, messages }, headers: { 'anthropic-version': '2023-06-01' },
  });
  assert.equal(response.status, 200);
  return { tokens: (await response.json()).input_tokens, estimated: response.headers.get('x-gatehouse-estimated') };
}

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await start();
});
after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

test('to the token where the tokenizer is public', async () => {
  // The first question has it loaded; until then the answer is an estimate, and says so.
  for (const model of ['public', 'older']) {
    const exact = await until(async () => {
      const answer = await count(model);
      assert.ok(answer.estimated === 'true' || answer.estimated === null);
      return answer.estimated === null && answer;
    }, 'the tokenizer');
    // js-tiktoken counts 13 with o200k and 18 with cl100k; 7 are around a message.
    assert.equal(exact.tokens, { public: 13, older: 18 }[model] + 7);
  }
});

test('else by what is learned, marked, and not forgotten', async () => {
  const before = await count('own');
  assert.equal(before.estimated, 'true');
  assert.notEqual(before.tokens, chatUsage.prompt_tokens);
  for (let i = 0; i < 30; ++i) {
    const response = await gateway.fetch('/v1/chat/completions', { body: { model: 'own', messages } });
    assert.equal(response.status, 200);
  }
  const learned = await until(async () => {
    const answer = await count('own');
    return answer.tokens === chatUsage.prompt_tokens && answer;
  }, 'what the provider counts');
  assert.equal(learned.estimated, 'true');

  const { dataDir } = gateway;
  await gateway.stop();
  gateway = await start(dataDir);
  assert.deepEqual(await count('own'), learned);
});
