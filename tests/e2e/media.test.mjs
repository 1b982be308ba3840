// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures, sound, moderation and reranking: forwarded byte for byte, priced by their own units.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import OpenAI, { toFile } from 'openai';

import { FakeUpstream, fails } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, providerKey, route, within } from './support/gateway.mjs';
import { breaksInTheMiddle, formOf, picture, pictureUsage, playsMedia, playsOn, sound } from './support/mediaupstream.mjs';

const nano = (usd) => Math.round(usd * 1e9);
let upstream;
let gateway;
let client;

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start({
    // Models are named, so that nothing but the tests asks the provider.
    config: base([
      provider('oa', 'openai', upstream, { models: ['gpt-image', 'dall-e', 'whisper', 'tts', 'omni-moderation'] }),
      provider('second', 'openai', upstream, { models: ['whisper'] }),
      provider('co', 'cohere', upstream, { models: ['rerank-v3.5'] }),
      provider('jina', 'jina', `${upstream.url}/v1`, { models: ['jina-reranker'] }),
      provider('claude', 'anthropic', upstream, { models: ['claude'] }),
    ], [
      route('paint', ['oa/gpt-image']), route('dalle', ['oa/dall-e']), route('hear', ['oa/whisper', 'second/whisper']),
      route('speak', ['oa/tts']), route('moderate', ['oa/omni-moderation']),
      route('rank', ['co/rerank-v3.5']), route('order', ['jina/jina-reranker']), route('chat', ['claude/claude']),
    ], {
      prices: [
        { provider: 'oa', model: 'gpt-image', input_usd_per_mtok: 5, image_input_usd_per_mtok: 10, output_usd_per_mtok: 40 },
        {
          provider: 'oa', model: 'dall-e', image_usd: 0.04,
          images: [{ size: '1024x1792', usd: 0.08 }, { quality: 'hd', usd: 0.08 }, { size: '1024x1792', quality: 'hd', usd: 0.12 }],
        },
        { provider: 'oa', model: 'whisper', second_usd: 0.0001 },
        { provider: 'oa', model: 'tts', characters_usd_per_million: 15 },
        { provider: 'co', model: 'rerank-v3.5', query_usd: 0.002 },
        { provider: 'jina', model: 'jina-reranker', input_usd_per_mtok: 0.02 },
      ],
    }),
  });
  client = new OpenAI({ apiKey: clientKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
});

after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

beforeEach(() => {
  upstream.reset();
  upstream.always(playsMedia);
});

/// What a call of the SDK answered and its row in the books.
async function booked(call) {
  const { data, response } = await call.withResponse();
  return { data, row: await gateway.row(response.headers.get('x-request-id')) };
}

const pictureBytes = ({ b64_json }) => new Uint8Array(Buffer.from(b64_json, 'base64'));

describe('pictures', () => {
  test('are generated and cost their tokens', async () => {
    const { data, row } = await booked(client.images.generate({ model: 'paint', prompt: 'Un café', size: '1024x1024' }));
    assert.deepEqual(pictureBytes(data.data[0]), picture);
    assert.deepEqual(data.usage, pictureUsage);
    assert.deepEqual(upstream.last.json, { model: 'gpt-image', prompt: 'Un café', size: '1024x1024' });
    assert.equal(upstream.last.headers.authorization, `Bearer ${providerKey}`);
    assert.deepEqual([row.front, row.provider, row.tokens_in, row.tokens_out, row.images],
      ['openai-images', 'oa', 50, 4160, 1]);
    assert.equal(row.cost_nano_usd, nano((10 * 5 + 40 * 10 + 4160 * 40) / 1e6));
  });

  test('cost by their number where no tokens are sold', async () => {
    upstream.next((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ created: 1, data: [{ url: 'https://x/1' }, { url: 'https://x/2' }, { url: 'https://x/3' }] }));
    });
    const { row } = await booked(client.images.generate({ model: 'dalle', prompt: 'A cat', n: 3 }));
    assert.equal(row.images, 3);
    assert.equal(row.cost_nano_usd, nano(0.12));
  });

  test('cost by size and quality: as asked for, or as the answer says', async () => {
    const paints = (more) => upstream.next((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ created: 1, data: [{ url: 'https://x/1' }, { url: 'https://x/2' }], ...more }));
    });
    const costs = async (asked, answered, usd) => {
      paints(answered);
      const { row } = await booked(client.images.generate({ model: 'dalle', prompt: 'A cat', n: 2, ...asked }));
      assert.equal(row.cost_nano_usd, nano(2 * usd));
      const [line] = row.cost_lines;
      assert.deepEqual([line.label, line.units, line.nano_per_unit], ['images', 2, nano(usd)]);
    };
    await costs({}, {}, 0.04);
    await costs({ size: '1024x1792', quality: 'standard' }, {}, 0.08);
    await costs({ size: '1024x1024', quality: 'hd' }, {}, 0.08);
    await costs({ size: '1024x1792', quality: 'hd' }, {}, 0.12);
    await costs({ size: 'auto', quality: 'auto' }, { size: '1024x1792', quality: 'hd' }, 0.12);
  });

  test('come as a stream, event by event', async () => {
    const stream = await client.images.generate({ model: 'paint', prompt: 'A cat', stream: true, partial_images: 1 });
    const seen = await Array.fromAsync(stream);
    assert.deepEqual(seen.map(({ type }) => type), ['image_generation.partial_image', 'image_generation.completed']);
    assert.deepEqual(pictureBytes(seen.at(-1)), picture);
  });

  test('are edited: the form keeps its files, names and order', async () => {
    const files = [
      await toFile(picture, 'Röntgen "1".png', { type: 'image/png' }), await toFile(picture.subarray(9), 'b.png', { type: 'image/png' }),
    ];
    const { data, row } = await booked(client.images.edit({ model: 'paint', image: files, prompt: 'Größer', n: 2 }));
    assert.equal(data.data.length, 2);
    const form = await formOf(upstream.last);
    assert.deepEqual([form.model, form.prompt, form.n], ['gpt-image', 'Größer', '2']);
    assert.deepEqual(form['image[]'].map(({ type, bytes }) => [type, bytes]), [['image/png', picture], ['image/png', picture.subarray(9)]]);
    assert.match(form['image[]'][0].name, /^Röntgen/);
    assert.deepEqual([row.front, row.images], ['openai-image-edits', 2]);
  });
});

describe('sound that is heard', () => {
  const file = () => toFile(sound, 'Grüße.mp3', { type: 'audio/mpeg' });

  test('becomes text and costs its seconds', async () => {
    const { data, row } = await booked(client.audio.transcriptions.create({ model: 'hear', file: await file(), language: 'en' }));
    assert.equal(data.text, 'Well met');
    const form = await formOf(upstream.last);
    assert.deepEqual([form.model, form.language, form.file.name], ['whisper', 'en', 'Grüße.mp3']);
    assert.deepEqual(form.file.bytes, sound);
    assert.deepEqual([row.front, row.audio_seconds, row.cost_nano_usd], ['openai-transcriptions', 9, nano(0.0009)]);
  });

  test('becomes subtitles, whatever their type', async () => {
    const text = await client.audio.transcriptions.create({ model: 'hear', file: await file(), response_format: 'srt' });
    assert.match(text, /^1\n00:00:00,000 --> /);
  });

  test('becomes a stream', async () => {
    const stream = await client.audio.transcriptions.create({ model: 'hear', file: await file(), stream: true });
    const seen = await Array.fromAsync(stream);
    assert.deepEqual(seen.map(({ type }) => type), ['transcript.text.delta', 'transcript.text.done']);
  });

  test('is sent again, whole, when a provider fails', async () => {
    upstream.next(fails(503));
    const { data, row } = await booked(client.audio.transcriptions.create({ model: 'hear', file: await file() }));
    assert.equal(data.text, 'Well met');
    assert.equal(row.attempts.length, 2);
    assert.deepEqual((await formOf(upstream.last)).file.bytes, sound);
  });

  test('is translated; its length alone is an estimate of the bill', async () => {
    const { data, row } = await booked(client.audio.translations.create({ model: 'hear', file: await file() }));
    assert.equal(data.text, 'Well met');
    assert.equal(upstream.last.path, '/v1/audio/translations');
    assert.deepEqual([row.audio_seconds, row.tokens_estimated, row.cost_nano_usd], [12.5, true, nano(0.00125)]);
  });

  test('without a file, or as JSON, is refused by name', async () => {
    const form = new FormData();
    form.append('model', 'hear');
    const send = (body, headers) => fetch(`${gateway.url}/v1/audio/transcriptions`, {
      method: 'POST', body, headers: { authorization: `Bearer ${clientKey}`, ...headers },
    });
    const missing = await send(form);
    assert.deepEqual([missing.status, (await missing.json()).error.param], [400, 'file']);
    const json = await send('{"model":"hear"}', { 'content-type': 'application/json' });
    assert.equal(json.status, 415);
    assert.equal(upstream.requests.length, 0);
  });
});

describe('speech', () => {
  const say = () => client.audio.speech.create({ model: 'speak', voice: 'alloy', input: 'Größe 😀' });

  test('comes as it is made, byte for byte, and costs its characters', async () => {
    const response = await say();
    assert.equal(response.headers.get('content-type'), 'audio/mpeg');
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), sound);
    assert.deepEqual(upstream.last.json, { model: 'tts', voice: 'alloy', input: 'Größe 😀' });
    const row = await gateway.row(response.headers.get('x-request-id'));
    assert.deepEqual([row.front, row.outcome, row.characters, row.cost_nano_usd], ['openai-speech', 'ok', 7, nano(7 * 15 / 1e6)]);
  });

  test('that breaks off is cut for the client too, and booked as broken', async () => {
    upstream.next(breaksInTheMiddle);
    const response = await say();
    await assert.rejects(response.arrayBuffer());
    const row = await gateway.row(response.headers.get('x-request-id'));
    assert.equal(row.outcome, 'stream_broken');
    assert.equal(upstream.requests.length, 1, 'and not begun anew');
  });

  test('that nobody listens to ends at the provider', async () => {
    await within(100, async () => {
      upstream.reset();
      upstream.always(playsOn);
      const response = await say();
      const reader = response.body.getReader();
      await reader.read();
      const request = await upstream.received();
      const left = performance.now();
      await reader.cancel();
      return await request.gone - left;
    });
  });
});

test('moderations', async () => {
  const { data, row } = await booked(client.moderations.create({ model: 'moderate', input: ['a', 'b'] }));
  assert.equal(data.results.length, 2);
  assert.equal(upstream.last.json.model, 'omni-moderation');
  assert.equal(row.front, 'openai-moderations');
});

describe('reranking', () => {
  const documents = ['Carson City', { text: 'Washington' }];
  const ask = async (body) => {
    const response = await gateway.fetch('/v1/rerank', { body });
    return { status: response.status, body: await response.json(), row: await gateway.row(response.headers.get('x-request-id')) };
  };

  test('at Cohere, in its words: documents are added by the gateway', async () => {
    const { status, body, row } = await ask({ model: 'rank', query: 'capital', documents, top_n: 2, return_documents: true });
    assert.equal(status, 200);
    assert.deepEqual(body.results, [
      { index: 1, relevance_score: 0.987654321, document: { text: 'Washington' } },
      { index: 0, relevance_score: 0.25, document: { text: 'Carson City' } },
    ]);
    assert.deepEqual(body.meta.billed_units, { search_units: 1 });
    assert.deepEqual(upstream.last.json, { model: 'rerank-v3.5', query: 'capital', documents: ['Carson City', 'Washington'], top_n: 2 });
    assert.deepEqual([row.queries, row.cost_nano_usd], [1, nano(0.002)]);
  });

  test('what Cohere cannot be told is refused by name', async () => {
    const { status, body } = await ask({ model: 'rank', query: 'capital', documents: [{ text: 'a', title: 'b' }] });
    assert.deepEqual([status, body.error.param], [400, 'documents[0]']);
    assert.equal(upstream.requests.length, 0);
  });

  test('at Jina, in its words', async () => {
    const { body, row } = await ask({ model: 'order', query: 'capital', documents: ['a', 'b'], return_documents: true });
    assert.deepEqual(body.results.map(({ document }) => document.text), ['b', 'a']);
    assert.deepEqual([row.tokens_in, row.cost_nano_usd], [31, nano(31 * 0.02 / 1e6)]);
  });
});

test('a model that cannot paint names the field', async () => {
  const response = await gateway.fetch('/v1/images/generations', { body: { model: 'chat', prompt: 'A cat' } });
  assert.deepEqual([response.status, (await response.json()).error.param], [400, 'model']);
});
