// SPDX-License-Identifier: GPL-3.0-or-later
// A provider's own test, against a strict fake of each kind: what it asks is in the vendor's words,
// and what it finds is what the fake can do.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { failing, kinds, script, startKind } from './support/fakekinds.mjs';
import { Gateway, base, provider } from './support/gateway.mjs';

/// The list of models as each vendor words it.
const lists = {
  openai: { object: 'list', data: [{ id: 'm', object: 'model' }, { id: 'my-embed', object: 'model' }] },
  mistral: { object: 'list', data: [{ id: 'm' }, { id: 'my-embed' }] },
  anthropic: { data: [{ type: 'model', id: 'm' }, { type: 'model', id: 'my-embed' }], has_more: false },
  gemini: { models: [{ name: 'models/m', supportedGenerationMethods: ['generateContent'] }, { name: 'models/my-embed', supportedGenerationMethods: ['embedContent'] }] },
  ollama: { models: [{ name: 'm', model: 'm' }, { name: 'my-embed', model: 'my-embed' }] },
  cohere: { models: [{ name: 'm', endpoints: ['chat'] }, { name: 'my-embed', endpoints: ['embed'] }] },
};
const names = Object.keys(kinds);
const fakes = {};
let gateway;

before(async () => {
  await Promise.all(names.map(async (kind) => { fakes[kind] = await startKind(kind); }));
  const basePath = (kind) => (kind === 'mistral' ? `${fakes[kind].url}/v1` : fakes[kind]);
  // Models are named, so that nothing but the tests asks for the list.
  gateway = await Gateway.start({ config: base(names.map((kind) => ({ ...provider(kind, kind, basePath(kind)), models: ['m'] })), []) });
});

after(async () => {
  await gateway?.stop();
  await Promise.all(Object.values(fakes).map((fake) => fake.stop()));
});

beforeEach(() => Object.values(fakes).forEach((fake) => {
  fake.forget();
  // The schema that is asked for wants a colour.
  fake.plays = (view) => (view.format ? { text: '{"colour":"orange"}' } : script(view));
}));

const listing = (kind) => (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(lists[kind]));
};
const tested = async (kind) => {
  const { status, body } = await gateway.admin('POST', `/providers/${kind}/test`, {});
  assert.equal(status, 200);
  const states = (rows, name) => Object.fromEntries(rows.map((row) => [row[name], row.state]));
  return { ...body, states: states(body.checks, 'id'), can: states(body.capabilities, 'capability') };
};

describe('a provider that is well', () => {
  for (const kind of names) {
    test(kind, async () => {
      fakes[kind].next(listing(kind));
      const result = await tested(kind);
      assert.ok(result.key_accepted);
      assert.deepEqual([...result.models].sort(), ['m', 'my-embed']);
      assert.equal(result.tested_model, 'm');
      for (const check of ['reach', 'models', 'answer', 'stream']) assert.equal(result.states[check], 'ok', check);
      for (const ability of ['chat', 'streaming', 'tools', 'structured_output', 'images'])
        assert.equal(result.can[ability], 'ok', `${ability}: ${JSON.stringify(result.capabilities)}`);
      assert.deepEqual(fakes[kind].refused.filter((why) => !why.includes('/responses') && !why.includes('embed')), []);
    });
  }
});

describe('a provider that refuses the key', () => {
  for (const kind of names) {
    test(kind, async () => {
      fakes[kind].always(failing(kind, 'key'));
      const result = await tested(kind);
      assert.equal(result.key_accepted, false);
      assert.ok(Object.values(result.states).includes('failed'), JSON.stringify(result.states));
      assert.ok(!Object.values(result.can).includes('ok'));
    });
  }
});
