// SPDX-License-Identifier: GPL-3.0-or-later
// Any official client, served by any kind of provider: the same conversation everywhere.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { clients } from './support/clients.mjs';
import { failing, failingInside, kinds, silentAfter, startKind, story, used, vector } from './support/fakekinds.mjs';
import { Gateway, base, provider, route } from './support/gateway.mjs';
import { thoughtSignature } from './support/kinds/gemini.mjs';

const pairs = {
  openai: Object.keys(kinds), anthropic: Object.keys(kinds), // OpenAI serves Responses itself; Mistral stands for providers of its form that have chat only.
  responses: ['mistral', 'anthropic', 'gemini', 'ollama', 'cohere'],
  gemini: ['openai', 'anthropic', 'gemini'], ollama: ['openai', 'anthropic', 'gemini', 'ollama'],
};
const dot = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const weather = {
  name: 'weather', description: 'The weather of a city',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false },
};
const answerSchema = {
  type: 'object', properties: { answer: { type: 'integer' } }, required: ['answer'], additionalProperties: false,
};

const fakes = {};
let gateway;
const made = {};

before(async () => {
  await Promise.all(Object.keys(kinds).map(async (kind) => { fakes[kind] = await startKind(kind); }));
  const names = Object.keys(kinds);
  const basePath = (kind) => (kind === 'mistral' ? `${fakes[kind].url}/v1` : fakes[kind]);
  gateway = await Gateway.start({
    config: base(
      names.map((kind) => provider(kind, kind, basePath(kind), { models: ['m', 'embed'] })),
      names.flatMap((kind) => [route(`to-${kind}`, [`${kind}/m`]), route(`vectors-${kind}`, [`${kind}/embed`])]),
      {
        prices: names.map((kind) => ({
          provider: kind, model: '*', input_usd_per_mtok: 1, output_usd_per_mtok: 2, cache_read_usd_per_mtok: 0.5,
        })),
      },
    ),
  });
  for (const [name, make] of Object.entries(clients)) made[name] = make(gateway);
});

after(async () => {
  await gateway?.stop();
  await Promise.all(Object.values(fakes).map((fake) => fake.stop()));
});

beforeEach(() => Object.values(fakes).forEach((fake) => fake.forget()));

const talk = (client, kind, options) => made[client].talk(`to-${kind}`, options);
const noneRefused = (kind) => assert.deepEqual(fakes[kind].refused, []);
const cachedBy = (kind) => (['ollama', 'cohere'].includes(kind) ? 0 : used.cached);

/// The row says what the provider counted, and what that costs.
async function inTheBooks(answer, kind, streamed) {
  const row = await gateway.row(answer.id);
  const cached = cachedBy(kind);
  assert.deepEqual(
    [row.status, row.outcome, row.provider, row.streamed, row.tokens_in, row.tokens_out, row.tokens_cached, row.tokens_estimated],
    [200, 'ok', kind, streamed, used.input, used.output, cached, false]);
  assert.equal(row.cost_nano_usd, (used.input - cached) * 1000 + cached * 500 + used.output * 2000);
}

for (const [client, upstreams] of Object.entries(pairs)) {
  for (const kind of upstreams) {
    describe(`${client} client, ${kind} provider`, () => {
      for (const stream of [false, true]) {
        const way = stream ? 'streamed' : 'whole';

        test(`text, ${way}`, async () => {
          const conversation = talk(client, kind, { system: 'Be brief.' });
          conversation.say('Tell me.');
          const answer = await conversation.ask({ stream });
          noneRefused(kind);
          assert.equal(answer.text, story);
          assert.equal(answer.stop, 'stop');
          assert.deepEqual(answer.usage, { input: used.input, output: used.output });
          assert.equal(fakes[kind].views[0].system, 'Be brief.');
          assert.equal(fakes[kind].views[0].user, 'Tell me.');
          await inTheBooks(answer, kind, stream);
          conversation.say('And then?');
          assert.equal((await conversation.ask({ stream })).text, story);
          assert.equal(fakes[kind].views[1].turns, 3);
        });

        test(`a tool, its result, the answer, ${way}`, async () => {
          const conversation = talk(client, kind, { tools: [weather] });
          conversation.say('Paris?');
          const called = await conversation.ask({ stream });
          noneRefused(kind);
          assert.equal(called.stop, 'calls');
          assert.deepEqual(called.calls.map(({ name, input }) => [name, input]), [['weather', { city: 'Paris' }]]);
          conversation.give(['sunny']);
          const answer = await conversation.ask({ stream });
          noneRefused(kind);
          assert.match(answer.text, /sunny/);
          assert.equal(answer.stop, 'stop');
        });

        test(`parallel calls, ${way}`, async () => {
          const conversation = talk(client, kind, { tools: [weather] });
          conversation.say('Paris and Rome, both?');
          const called = await conversation.ask({ stream });
          assert.deepEqual(called.calls.map(({ input }) => input.city), ['Paris', 'Rome']);
          if (client !== 'ollama' && client !== 'gemini')
            assert.equal(new Set(called.calls.map(({ id }) => id)).size, 2, 'ids differ');
          conversation.give(['sunny', 'rainy']);
          const answer = await conversation.ask({ stream });
          noneRefused(kind);
          assert.match(answer.text, /sunny.* and .*rainy/);
        });
      }

      test('an image', async () => {
        const conversation = talk(client, kind);
        conversation.say('What is this?', dot);
        assert.equal((await conversation.ask()).text, story);
        noneRefused(kind);
        assert.deepEqual(fakes[kind].views[0].images, [dot]);
      });

      test('structured output', async () => {
        const conversation = talk(client, kind, { format: answerSchema });
        conversation.say('How many?');
        assert.deepEqual(JSON.parse((await conversation.ask()).text), { answer: 42 });
        noneRefused(kind);
        assert.deepEqual(fakes[kind].views[0].format.properties, answerSchema.properties);
      });

      test('the limit of tokens', async () => {
        const conversation = talk(client, kind, { limit: 50 });
        conversation.say('A long story.');
        const answer = await conversation.ask({ stream: true });
        assert.equal(answer.stop, 'length');
        assert.equal(fakes[kind].views[0].limit, 50);
      });
    });
  }
}

describe('thoughts', () => {
  const thinking = { tools: [weather], think: true };
  // A provider's thoughts reach every client that has words for them, and come back to it.
  for (const [client, kind] of [
    ['openai', 'anthropic'], ['openai', 'gemini'], ['responses', 'anthropic'], ['responses', 'gemini'], ['anthropic', 'gemini'],
    ['anthropic', 'anthropic'], ['anthropic', 'ollama'], ['gemini', 'anthropic'], ['gemini', 'gemini'], ['ollama', 'gemini'],
    ['ollama', 'anthropic'], ['openai', 'ollama'], ['openai', 'cohere'],
  ]) {
    for (const stream of [false, true]) {
      test(`${client} client, ${kind} provider, ${stream ? 'streamed' : 'whole'}`, async () => {
        const conversation = talk(client, kind, thinking);
        conversation.say('Paris?');
        const called = await conversation.ask({ stream });
        noneRefused(kind);
        assert.ok(fakes[kind].views[0].thinks, 'the provider was asked to think');
        if (kind !== 'cohere') assert.equal(called.reasoning, 'Let me see.');
        assert.equal(called.text, '');
        conversation.give(['sunny']);
        const answer = await conversation.ask({ stream });
        noneRefused(kind);
        assert.match(answer.text, /sunny/);
        const row = await gateway.row(answer.id);
        if (kind === 'gemini' || kind === 'anthropic') assert.equal(row.tokens_reasoning, 2);
      });
    }
  }

  for (const client of ['openai', 'responses', 'anthropic', 'ollama', 'gemini']) {
    test(`Gemini's signature survives a tool loop of the ${client} client`, async () => {
      for (const stream of [false, true]) {
        const conversation = talk(client, 'gemini', { tools: [weather] });
        conversation.say('Paris and Rome, both?');
        await conversation.ask({ stream });
        conversation.give(['sunny', 'rainy']);
        await conversation.ask({ stream });
        const turn = fakes.gemini.last.json.contents.find(({ role }) => role === 'model');
        const [first, second] = turn.parts.filter((part) => part.functionCall);
        assert.equal(first.thoughtSignature, thoughtSignature);
        assert.equal(second.thoughtSignature, undefined, 'not where there was none');
      }
    });
  }
});
