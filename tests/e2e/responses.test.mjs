// SPDX-License-Identifier: GPL-3.0-or-later
// Stored OpenAI responses: kept by the gateway for a provider that knows nothing of them, and found
// again at the provider that keeps its own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import OpenAI from 'openai';

import { FakeUpstream, words } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route } from './support/gateway.mjs';

const text = words.join('');
const otherKey = 'other-key-of-the-end-to-end-tests';

let ant;
let oa;
let gateway;

const config = (settings = {}) => base(
  [
    provider('ant', 'anthropic', ant, { models: ['claude-sonnet'] }),
    provider('oa', 'openai', oa, { models: ['gpt-4o-mini'] }),
  ],
  [route('careful', ['ant/claude-sonnet']), route('fast', ['oa/gpt-4o-mini'])],
  { keys: [{ id: 'other', secret: 'env:GH_OTHER_KEY' }], gateway: settings },
);
const start = (more = {}) => Gateway.start({ config: config(), env: { GH_OTHER_KEY: otherKey }, ...more });
const client = (of = gateway, apiKey = clientKey) => new OpenAI({
  apiKey, maxRetries: 0, baseURL: `http://127.0.0.1:${of.port}/v1`,
});
const asked = (fake) => JSON.parse(fake.requests.at(-1).body);

before(async () => {
  [ant, oa] = await Promise.all([FakeUpstream.start(), FakeUpstream.start()]);
  gateway = await start();
});

after(async () => {
  await gateway?.stop();
  await Promise.all([ant?.stop(), oa?.stop()]);
});

test('a response is kept, listed and deleted', async () => {
  const openai = client();
  const made = await openai.responses.create({ model: 'careful', input: 'Hi' });
  assert.match(made.id, /^resp_[0-9A-Z]{26}$/);
  assert.equal(made.store, true);
  assert.equal(made.output_text, text);
  assert.deepEqual(await openai.responses.retrieve(made.id), made);

  const items = await openai.responses.inputItems.list(made.id);
  assert.deepEqual(items.data.map((item) => [item.role, item.content[0]]),
    [['user', { type: 'input_text', text: 'Hi' }]]);
  assert.equal(items.has_more, false);

  await assert.rejects(openai.responses.cancel(made.id), { status: 400 });
  await openai.responses.delete(made.id);
  await assert.rejects(openai.responses.retrieve(made.id), { status: 404 });
});

test('a chain of responses gives the provider the whole conversation', async () => {
  const openai = client();
  const first = await openai.responses.create({ model: 'careful', input: 'One', instructions: 'Be brief.' });
  const second = await openai.responses.create({ model: 'careful', input: 'Two', previous_response_id: first.id });
  assert.equal(second.previous_response_id, first.id);
  await openai.responses.create({
    model: 'careful', input: [{ role: 'user', content: 'Three' }], previous_response_id: second.id,
  });
  const { messages, system } = asked(ant);
  assert.deepEqual(messages.map((message) => message.role), ['user', 'assistant', 'user', 'assistant', 'user']);
  assert.match(JSON.stringify(messages), /One.*moonlight.*Two.*moonlight.*Three/);
  assert.equal(system, undefined); // instructions are of one request only

  // The same conversation goes on at a provider that keeps responses itself.
  await openai.responses.create({ model: 'fast', input: 'Four', previous_response_id: second.id });
  const sent = asked(oa);
  assert.equal(sent.previous_response_id, undefined);
  assert.equal(sent.input.length, 5);
  assert.ok(sent.input.every((item) => item.id === undefined));
});

test('a stream has its events in order and is kept', async () => {
  const openai = client();
  const events = [];
  for await (const event of await openai.responses.create({ model: 'careful', input: 'Hi', stream: true })) events.push(event);
  assert.deepEqual(events.map((event) => event.sequence_number), events.map((_, i) => i));
  assert.deepEqual([...new Set(events.map((event) => event.type))], [
    'response.created', 'response.in_progress', 'response.output_item.added', 'response.content_part.added',
    'response.output_text.delta', 'response.output_text.done', 'response.content_part.done',
    'response.output_item.done', 'response.completed',
  ]);
  const made = events.at(-1).response;
  assert.equal(events[0].response.id, made.id);
  assert.equal((await openai.responses.retrieve(made.id)).output[0].content[0].text, text);
});

test('input items come in pages', async () => {
  const openai = client();
  const input = ['a', 'b', 'c'].map((content) => ({ role: 'user', content }));
  const { id } = await openai.responses.create({ model: 'careful', input });
  const page = await openai.responses.inputItems.list(id, { limit: 2, order: 'asc' });
  assert.equal(page.has_more, true);
  const found = [];
  for await (const item of page) found.push(item.content[0].text);
  assert.deepEqual(found, ['a', 'b', 'c']);
  await assert.rejects(openai.responses.inputItems.list(id, { limit: 1000 }), { status: 400 });
});

test('what is somebody else\'s, unknown or not stored is not found', async () => {
  const openai = client();
  const { id } = await openai.responses.create({ model: 'careful', input: 'Mine' });
  const other = client(gateway, otherKey);
  await assert.rejects(other.responses.retrieve(id), { status: 404 });
  await assert.rejects(other.responses.delete(id), { status: 404 });
  await assert.rejects(other.responses.create({ model: 'careful', input: 'x', previous_response_id: id }),
    { status: 404, code: 'previous_response_not_found' });
  const loose = await openai.responses.create({ model: 'careful', input: 'Hi', store: false });
  assert.equal(loose.store, false);
  await assert.rejects(openai.responses.retrieve(loose.id), { status: 404 });
  await assert.rejects(openai.responses.create({ model: 'careful', input: 'x', background: true }),
    { status: 400, param: 'background' });
});

test('a response kept by its provider is asked for there', async () => {
  const openai = client();
  const made = await openai.responses.create({ model: 'fast', input: 'Hi' });
  await openai.responses.retrieve(made.id).catch(() => {});
  assert.equal(oa.requests.at(-1).path, `/v1/responses/${made.id}`);
  await openai.responses.create({ model: 'fast', input: 'More', previous_response_id: made.id });
  assert.equal(asked(oa).previous_response_id, made.id);
  await assert.rejects(openai.responses.create({ model: 'careful', input: 'x', previous_response_id: made.id }),
    { status: 400, param: 'previous_response_id' });
  await assert.rejects(client(gateway, otherKey).responses.retrieve(made.id), { status: 404 });
});

test('responses outlive a restart and kill -9', async () => {
  const own = await start();
  try {
    const { id } = await client(own).responses.create({ model: 'careful', input: 'Hi' });
    await client(own).responses.retrieve(id);
    await own.kill();
    await own.launch();
    assert.equal((await client(own).responses.retrieve(id)).id, id);
    await own.stop();
    await own.launch();
    assert.equal((await client(own).responses.retrieve(id)).id, id);
  } finally {
    await own.stop();
  }
});

test('nothing is kept when keeping is off', async () => {
  const own = await start({ config: config({ keep_responses: '0s' }) });
  try {
    const made = await client(own).responses.create({ model: 'careful', input: 'Hi' });
    assert.equal(made.store, false);
    await assert.rejects(client(own).responses.retrieve(made.id), { status: 404 });
    await assert.rejects(client(own).responses.create({ model: 'careful', input: 'x', previous_response_id: made.id }),
      { status: 400, param: 'previous_response_id' });
  } finally {
    await own.stop();
  }
});
