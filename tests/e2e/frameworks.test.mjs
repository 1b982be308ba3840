// SPDX-License-Identifier: GPL-3.0-or-later
// Frameworks that programs are built on, with their own tool loops, on every kind of provider; and
// what else an Ollama client asks for.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { Output, embedMany, generateText, stepCountIs, streamText, tool } from 'ai';
import { createAgent, tool as langchainTool } from 'langchain';
import { Ollama } from 'ollama';
import { z } from 'zod';

import { kinds, startKind, story, used, vector } from './support/fakekinds.mjs';
import { Gateway, base, clientKey, provider, route } from './support/gateway.mjs';

const fakes = {};
let gateway;

before(async () => {
  const names = Object.keys(kinds);
  await Promise.all(names.map(async (kind) => { fakes[kind] = await startKind(kind); }));
  gateway = await Gateway.start({
    config: base(
      names.map((kind) => provider(kind, kind, kind === 'mistral' ? `${fakes[kind].url}/v1` : fakes[kind], { models: ['m', 'embed'] })),
      names.flatMap((kind) => [route(`to-${kind}`, [`${kind}/m`]), route(`vectors-${kind}`, [`${kind}/embed`])]),
    ),
  });
});

after(async () => {
  await gateway?.stop();
  await Promise.all(Object.values(fakes).map((fake) => fake.stop()));
});

beforeEach(() => Object.values(fakes).forEach((fake) => fake.forget()));

const noneRefused = (kind) => assert.deepEqual(fakes[kind].refused, []);
const city = z.object({ city: z.string() });
const dot = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));

const models = {
  'openai-compatible': (name) => createOpenAICompatible({
    name: 'gatehouse', baseURL: `${gateway.url}/v1`, apiKey: clientKey, includeUsage: true, supportsStructuredOutputs: true,
  })(name),
  anthropic: (name) => createAnthropic({ baseURL: `${gateway.url}/v1`, apiKey: clientKey })(name),
};

for (const [sdk, model] of Object.entries(models)) {
  describe(`AI SDK, ${sdk}`, () => {
    for (const kind of Object.keys(kinds)) {
      const common = () => ({ model: model(`to-${kind}`), maxRetries: 0 });
      const looping = () => ({
        ...common(), prompt: 'Paris and Rome, both?', stopWhen: stepCountIs(3),
        tools: { weather: tool({ description: 'Weather', inputSchema: city, execute: async ({ city: where }) => `sun in ${where}` }) },
      });

      test(`text and usage from ${kind}`, async () => {
        const { text, finishReason, usage } = await generateText({ ...common(), system: 'Be brief.', prompt: 'Hi' });
        noneRefused(kind);
        assert.deepEqual([text, finishReason], [story, 'stop']);
        assert.deepEqual([usage.inputTokens, usage.outputTokens], [used.input, used.output]);
        const streamed = streamText({ ...common(), prompt: 'Hi' });
        assert.equal(await streamed.text, story);
        assert.equal((await streamed.usage).outputTokens, used.output);
      });

      test(`a loop of tools on ${kind}, whole and streamed`, async () => {
        const whole = await generateText(looping());
        noneRefused(kind);
        assert.equal(whole.steps.length, 2);
        assert.match(whole.text, /sun in Paris.* and .*sun in Rome/);
        const streamed = streamText(looping());
        assert.match(await streamed.text, /sun in Paris.* and .*sun in Rome/);
        noneRefused(kind);
      });

      // This SDK wants a forced tool for an object, and one call of it. Ollama cannot be told either.
      const options = sdk === 'anthropic' && kind === 'ollama'
        ? { providerOptions: { anthropic: { structuredOutputMode: 'outputFormat' } } } : {};
      test(`an object and an image on ${kind}`, async () => {
        const { output } = await generateText({
          ...common(), ...options, output: Output.object({ schema: z.object({ answer: z.number() }) }), prompt: 'How many?',
        });
        noneRefused(kind);
        assert.deepEqual(output, { answer: 42 });
        await generateText({
          ...common(),
          messages: [{ role: 'user', content: [{ type: 'text', text: 'See' }, { type: 'image', image: dot, mediaType: 'image/png' }] }],
        });
        noneRefused(kind);
        assert.equal(fakes[kind].views.at(-1).images.length, 1);
      });
    }
  });
}

describe('LangChain', () => {
  const chat = (kind, more = {}) => new ChatOpenAI({
    model: `to-${kind}`, apiKey: clientKey, maxRetries: 0, configuration: { baseURL: `${gateway.url}/v1` }, ...more,
  });

  for (const kind of Object.keys(kinds)) {
    test(`text, an object and an agent on ${kind}`, async () => {
      const answer = await chat(kind).invoke('Hi');
      noneRefused(kind);
      assert.equal(answer.text, story);
      assert.equal(answer.usage_metadata.input_tokens, used.input);
      const pieces = await Array.fromAsync(await chat(kind).stream('Hi'));
      assert.equal(pieces.map(({ text }) => text).join(''), story);

      const typed = chat(kind).withStructuredOutput(z.object({ answer: z.number() }), { method: 'jsonSchema' });
      assert.deepEqual(await typed.invoke('How many?'), { answer: 42 });

      const weather = langchainTool(({ city: where }) => `sun in ${where}`, { name: 'weather', description: 'Weather', schema: city });
      const agent = createAgent({ model: chat(kind), tools: [weather] });
      const { messages } = await agent.invoke({ messages: [{ role: 'user', content: 'Paris and Rome, both?' }] });
      noneRefused(kind);
      assert.match(messages.at(-1).text, /sun in Paris.* and .*sun in Rome/);
    });
  }
});

describe('embeddings of frameworks', () => {
  for (const kind of ['openai', 'gemini', 'ollama', 'cohere']) {
    test(`from ${kind}`, async () => {
      const compatible = createOpenAICompatible({ name: 'gatehouse', baseURL: `${gateway.url}/v1`, apiKey: clientKey });
      const { embeddings } = await embedMany({ model: compatible.textEmbeddingModel(`vectors-${kind}`), values: ['a', 'b'] });
      assert.deepEqual(embeddings, [vector, vector]);
      const langchain = new OpenAIEmbeddings({
        model: `vectors-${kind}`, apiKey: clientKey, configuration: { baseURL: `${gateway.url}/v1` },
      });
      assert.deepEqual(await langchain.embedDocuments(['a', 'b']), [vector, vector]);
      noneRefused(kind);
    });
  }
});

describe('Ollama', () => {
  const ollama = () => new Ollama({ host: gateway.url, headers: { authorization: `Bearer ${clientKey}` } });

  test('its lists and its details show the routes', async () => {
    const { models: listed } = await ollama().list();
    assert.ok(listed.some(({ name }) => name === 'to-gemini'), JSON.stringify(listed.map(({ name }) => name)));
    assert.ok((await ollama().show({ model: 'to-gemini' })).details);
    assert.ok((await ollama().version()).version);
    assert.ok(Array.isArray((await ollama().ps()).models));
  });

  for (const kind of ['anthropic', 'openai', 'gemini', 'cohere']) {
    test(`generate on ${kind}, whole and streamed`, async () => {
      const request = { model: `to-${kind}`, prompt: 'Hi', system: 'Be brief.' };
      assert.equal((await ollama().generate(request)).response, story);
      const lines = await Array.fromAsync(await ollama().generate({ ...request, stream: true }));
      assert.equal(lines.map(({ response }) => response).join(''), story);
      assert.equal(lines.at(-1).eval_count, used.output);
      noneRefused(kind);
    });
  }
});
