// SPDX-License-Identifier: GPL-3.0-or-later
// Any official client, served by any kind of provider: the same conversation everywhere.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { clients, requestId } from './support/clients.mjs';
import { failing, failingInside, kinds, silentAfter, startKind, story, used, vector } from './support/fakekinds.mjs';
import { Gateway, base, provider, route, within } from './support/gateway.mjs';
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

/// A gateway of its own with one provider, for tests that leave it with a parked key or an open breaker.
async function start(t, kind) {
  const fake = await startKind(kind);
  const own = await Gateway.start({ config: base([provider(kind, kind, fake, { models: ['m'] })], [route('only', [`${kind}/m`])]) });
  t.after(() => Promise.all([own.stop(), fake.stop()]));
  return { fake, gateway: own, client: (name) => clients[name](own) };
}

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

      if (kind !== 'ollama' && kind !== 'cohere') { // they have no word for it
        test('what a filter stopped', async () => {
          fakes[kind].plays = () => ({ text: 'Well', stop: 'filter' });
          for (const stream of [false, true]) {
            const conversation = talk(client, kind);
            conversation.say('Hi');
            const { stop } = await conversation.ask({ stream });
            assert.equal(stop, client === 'ollama' ? 'content_filter' : 'filter');
          }
        });
      }

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

describe('failures, in the words of the caller', () => {
  const of = (error) => ({ status: error.status ?? error.status_code, type: error.error?.error?.type ?? error.type, code: error.code });
  const expected = {
    // The provider's trouble with our key or our money is not the caller's.
    key: { status: 502, openai: 'upstream_auth_failed', anthropic: 'api_error' },
    rate: { status: 429, openai: 'rate_limit_exceeded', anthropic: 'rate_limit_error' },
    request: { status: 400, openai: undefined, anthropic: 'invalid_request_error' },
    busy: { status: 502, openai: 'upstream_failed', anthropic: 'api_error' },
    money: { status: 502, openai: 'upstream_failed', anthropic: 'api_error' },
  };
  for (const [client, kind] of [['openai', 'anthropic'], ['openai', 'gemini'], ['anthropic', 'openai'], ['anthropic', 'gemini']]) {
    for (const [failure, wanted] of Object.entries(expected)) {
      test(`${failure}: ${client} client, ${kind} provider`, async (t) => {
        const own = await start(t, kind);
        own.fake.next(failing(kind, failure), failing(kind, failure), failing(kind, failure));
        const conversation = own.client(client).talk('only');
        conversation.say('Hi');
        const error = await conversation.ask().then(() => assert.fail('answered'), (caught) => caught);
        const { status, type, code } = of(error);
        assert.equal(status, wanted.status);
        if (client === 'anthropic') assert.equal(type, wanted.anthropic);
        else if (wanted.openai) assert.equal(code, wanted.openai);
        if (failure === 'rate') assert.ok(Number(error.headers.get('retry-after')) > 0);
        if (failure === 'request') assert.match(error.message, /scripted request/);
      });
    }
  }

  for (const [client, kind] of [['openai', 'anthropic'], ['anthropic', 'openai'], ['responses', 'gemini'], ['anthropic', 'ollama'], ['openai', 'gemini'], ['gemini', 'anthropic']]) {
    test(`in the middle of a stream: ${client} client, ${kind} provider`, async (t) => {
      const own = await start(t, kind);
      own.fake.next(failingInside(kind));
      const conversation = own.client(client).talk('only');
      conversation.say('Hi');
      await assert.rejects(conversation.ask({ stream: true }));
      const row = await own.gateway.row(requestId());
      assert.deepEqual([row.status, row.outcome === 'ok'], [200, false]);
    });
  }
});

describe('embeddings', () => {
  for (const kind of ['openai', 'gemini', 'ollama', 'cohere']) {
    test(`of the openai client, from ${kind}`, async () => {
      const { data: reply, response } = await made.openai.client.embeddings
        .create({ model: `vectors-${kind}`, input: ['a', 'b'] }).withResponse();
      noneRefused(kind);
      assert.deepEqual(reply.data.map(({ embedding }) => embedding), [vector, vector]);
      const row = await gateway.row(response.headers.get('x-request-id'));
      assert.equal(row.provider, kind);
      if (kind !== 'gemini') assert.equal(row.tokens_in, 9);
      else assert.ok(row.tokens_in > 0 && row.tokens_estimated, 'Gemini does not count embeddings');
    });
  }

  for (const kind of ['openai', 'gemini', 'ollama', 'cohere']) {
    test(`of the gemini and ollama clients, from ${kind}`, async () => {
      const { embeddings } = await made.gemini.client.models.embedContent({ model: `vectors-${kind}`, contents: ['a', 'b'] });
      assert.deepEqual(embeddings.map(({ values }) => values), [vector, vector]);
      const own = await made.ollama.client.embed({ model: `vectors-${kind}`, input: ['a', 'b'] });
      assert.deepEqual(own.embeddings, [vector, vector]);
      noneRefused(kind);
    });
  }
});

describe("Ollama's older and smaller requests", () => {
  for (const kind of ['openai', 'ollama']) {
    test(`/api/embeddings, from ${kind}`, async () => {
      const response = await gateway.fetch('/api/embeddings', { body: { model: `vectors-${kind}`, prompt: 'Hello' } });
      assert.deepEqual(await response.json(), { embedding: vector });
      noneRefused(kind);
    });
  }

  test('a model of another kind is loaded already', async () => {
    for (const [path, body] of [['/api/chat', { messages: [] }], ['/api/chat', {}], ['/api/generate', { keep_alive: '5m' }], ['/api/generate', { prompt: '' }]]) {
      const response = await gateway.fetch(path, { body: { model: 'to-openai', ...body } });
      const answer = await response.json();
      assert.deepEqual([response.status, answer.done, answer.done_reason, answer.model], [200, true, 'load', 'to-openai'], path);
      assert.equal(fakes.openai.requests.length, 0);
      const row = await gateway.row(response.headers.get('x-request-id'));
      assert.deepEqual([row.outcome, row.attempts, row.cost_nano_usd], ['ok', [], 0]);
    }
  });

  test('a model of Ollama itself is loaded by it', async () => {
    fakes.ollama.next((request, response) => {
      assert.deepEqual(request.json, { model: 'm', messages: [], keep_alive: '5m' });
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ model: 'm', created_at: '2026-11-01T00:00:00Z', message: { role: 'assistant', content: '' }, done: true, done_reason: 'load' }));
    });
    const response = await gateway.fetch('/api/chat', { body: { model: 'to-ollama', messages: [], keep_alive: '5m' } });
    assert.equal((await response.json()).done_reason, 'load');
    const row = await gateway.row(response.headers.get('x-request-id'));
    assert.deepEqual([row.outcome, row.tokens_in, row.cost_nano_usd], ['ok', 0, 0]);
  });
});

describe('counting tokens', () => {
  const messages = [{ role: 'user', content: 'How many tokens are in this question of mine?' }];

  for (const kind of ['gemini', 'anthropic', 'openai', 'ollama', 'mistral']) {
    test(`for the anthropic client, by ${kind}`, async () => {
      const { data, response } = await made.anthropic.client.messages
        .countTokens({ model: `to-${kind}`, messages, tools: [{ name: 'weather', input_schema: weather.parameters }] }).withResponse();
      noneRefused(kind);
      if (kind === 'gemini' || kind === 'anthropic') assert.equal(data.input_tokens, 21);
      else assert.ok(data.input_tokens > 5 && data.input_tokens < 200, `${data.input_tokens} tokens, estimated`);
      assert.equal((await gateway.row(response.headers.get('x-request-id'))).cost_nano_usd ?? 0, 0);
    });
  }

  test('for the gemini client, by anthropic and by estimate', async () => {
    const count = async (kind) => (await made.gemini.client.models.countTokens({
      model: `to-${kind}`, contents: messages[0].content,
    })).totalTokens;
    assert.equal(await count('anthropic'), 21);
    assert.ok(await count('openai') > 3);
  });
});

describe('leaving', () => {
  for (const [client, kind] of Object.entries(pairs).flatMap(([one, upstreams]) => upstreams.map((other) => [one, other]))) {
    test(`${client} client, ${kind} provider: its connection ends within 100 ms`, async () => {
      const paths = {
        openai: ['/v1/chat/completions', { messages: [{ role: 'user', content: 'Hi' }] }],
        responses: ['/v1/responses', { input: 'Hi' }],
        anthropic: ['/v1/messages', { max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] }],
        gemini: [`/v1beta/models/to-${kind}:streamGenerateContent?alt=sse`, { contents: [{ parts: [{ text: 'Hi' }] }] }],
        ollama: ['/api/chat', { messages: [{ role: 'user', content: 'Hi' }] }],
      };
      const [path, body] = paths[client];
      let response;
      await within(100, async () => {
        fakes[kind].forget();
        fakes[kind].next(silentAfter(kind, 5));
        const leave = new AbortController();
        response = await gateway.fetch(path, {
          body: client === 'gemini' ? body : { ...body, model: `to-${kind}`, stream: true }, signal: leave.signal,
        });
        await response.body.getReader().read();
        const upstream = await fakes[kind].received(0);
        const since = performance.now();
        leave.abort();
        return await upstream.gone - since;
      });
      const row = await gateway.row(response.headers.get('x-request-id'));
      assert.equal(row.outcome, 'cancelled');
    });
  }
});

describe('one call at a time', () => {
  for (const [client, kind, more] of [
    ['openai', 'gemini', { parallel_tool_calls: false }], ['responses', 'cohere', { parallel_tool_calls: false }],
    ['anthropic', 'ollama', { tool_choice: { type: 'auto', disable_parallel_tool_use: true } }],
  ]) {
    for (const stream of [false, true]) {
      test(`${client} client, ${kind} provider, ${stream ? 'streamed' : 'whole'}`, async () => {
        const conversation = talk(client, kind, { tools: [weather], more });
        conversation.say('Paris and Rome, both?');
        const called = await conversation.ask({ stream });
        noneRefused(kind);
        assert.deepEqual(called.calls.map(({ input }) => input.city), ['Paris']);
        conversation.give(['sunny']);
        assert.match((await conversation.ask({ stream })).text, /sunny/);
        noneRefused(kind);
      });
    }
  }
});
