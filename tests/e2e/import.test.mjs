// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes from another gateway brings its configuration along: what gatehousectl makes of it is
// sound, and requests end where they ended before.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';

import { FakeUpstream, fails } from './support/fakeupstream.mjs';
import { Gateway, providerKey, run, temporaryFolder, until } from './support/gateway.mjs';

let first;
let second;
let importer; // a gateway that has nothing to do with either

before(async () => {
  [first, second] = [await FakeUpstream.start(), await FakeUpstream.start()];
  importer = await Gateway.start({});
});
after(async () => {
  await importer?.stop();
  await first?.stop();
  await second?.stop();
});
beforeEach(() => {
  first.reset();
  second.reset();
});

/// Imports and checks: {file, notes}, the new configuration and what became of the old one.
async function imported(kind, text) {
  const folder = temporaryFolder();
  const [theirs, file] = [path.join(folder, 'theirs.yaml'), path.join(folder, 'ours.yaml')];
  writeFileSync(theirs, text);
  const ctl = (...args) => run('gatehousectl', ['--data-dir', importer.dataDir, ...args]);
  const done = await ctl('import', kind, theirs, '--output-file', file);
  assert.equal(done.code, 0, done.stderr);
  const checked = await ctl('check-config', file);
  assert.equal(checked.code, 0, checked.stderr + checked.stdout);
  return { file, notes: done.stderr };
}

/// A gateway under it, and a key for it: {own, ask}.
async function served(file, work) {
  const own = await Gateway.start({ config: readFileSync(file, 'utf8') });
  try {
    const { json: made, stderr } = await own.ctl(['keys', 'create', 'tests']);
    assert.ok(made?.secret, stderr);
    const ask = (model, content = 'Hi') => own.fetch('/v1/chat/completions', {
      key: made.secret, body: { model, messages: [{ role: 'user', content }], max_tokens: 7 },
    });
    await until(async () => (await ask('nothing')).status === 404, 'the key to be known');
    await work(own, ask);
  } finally {
    await own.stop();
  }
}

describe('LiteLLM', () => {
  const numbered = Array.from({ length: 33 }, (_, i) => `  - model_name: model-${i}
    litellm_params: {<<: *first, model: openai/gpt-${i}}
`).join('');
  const config = () => `
x-first: &first {api_base: ${first.url}/v1, api_key: os.environ/GH_TEST_PROVIDER_KEY}
x-second: &second {api_base: ${second.url}/v1, api_key: os.environ/GH_TEST_PROVIDER_KEY}
model_list:
${numbered}
  - model_name: chat
    litellm_params: {<<: *first, model: openai/gpt-4o, order: 1}
  - model_name: chat
    litellm_params: {<<: *second, model: openai/gpt-4o-there, order: 2}
  - model_name: smart
    litellm_params: {<<: *second, model: openai/o9}
  - model_name: careful
    litellm_params: {<<: *first, model: openai/o8}
  - model_name: small
    litellm_params: {<<: *first, model: openai/tiny}
    model_info: {max_input_tokens: 200}
  - model_name: large
    litellm_params: {<<: *second, model: openai/huge}
    model_info: {max_input_tokens: 100000}
  - model_name: dear
    litellm_params: {<<: *first, model: openai/dear, input_cost_per_token: 0.001, output_cost_per_token: 0.002}
router_settings:
  num_retries: 1
  model_group_alias: {best: smart}
  fallbacks: [{careful: [best]}]
  redis_host: localhost
litellm_settings:
  max_budget: 0.1
  budget_duration: 30d
  context_window_fallbacks: [{small: [large]}]
  success_callback: [langfuse]
general_settings: {master_key: sk-1234}
unheard_of: 1
`;
  let ours;
  before(async () => { ours = await imported('litellm', config()); });

  test('what became of it is told, setting by setting', () => {
    for (const note of [
      /^mapped: model_list\[0\]\.litellm_params: Provider "openai" was made/m,
      /^mapped: router_settings\.fallbacks\[0\]\.careful: /m,
      /^mapped: router_settings\.model_group_alias\.best: /m,
      /^mapped: litellm_settings\.max_budget: A budget of gateway, for month/m,
      /^changed: litellm_settings\.timezone: /m,
      /^left out: router_settings\.redis_host: /m, /^left out: litellm_settings\.success_callback: /m,
      /^left out: general_settings\.master_key: /m, /^left out: unheard_of: /m,
    ]) assert.match(ours.notes, note);
    assert.ok(!ours.notes.includes('sk-1234') && !readFileSync(ours.file, 'utf8').includes('sk-1234'));
  });

  test('forty models answer where they answered before', () => served(ours.file, async (own, ask) => {
    const answered = async (name, content) => {
      const response = await ask(name, content);
      const { model, error } = await response.json();
      assert.equal(response.status, 200, `${name}: ${error?.message}`);
      const there = [first, second].filter((one) => one.requests.some(({ json }) => json?.model === model));
      assert.equal(there.length, 1, name);
      assert.equal(there[0].requests.findLast(({ json }) => json?.model === model).headers.authorization, `Bearer ${providerKey}`);
      return [there[0], model];
    };
    for (let i = 0; i < 33; ++i) assert.deepEqual(await answered(`model-${i}`), [first, `gpt-${i}`]);
    assert.deepEqual(await answered('chat'), [first, 'gpt-4o']);
    assert.deepEqual(await answered('smart'), [second, 'o9']);
    assert.deepEqual(await answered('best'), [second, 'o9']); // the other name
    assert.deepEqual(await answered('careful'), [first, 'o8']);
    assert.deepEqual(await answered('small'), [first, 'tiny']);
    assert.deepEqual(await answered('small', 'many words '.repeat(400)), [second, 'huge']);

    // The one that fails is left for its second deployment, or for its fallback.
    first.reset();
    second.reset();
    first.always(fails(500));
    assert.deepEqual((await (await ask('chat')).json()).model, 'gpt-4o-there');
    assert.deepEqual((await (await ask('careful')).json()).model, 'o9');
    first.reset();

    // 2.5 cents each, of ten.
    const statuses = [];
    for (let i = 0; i < 5; ++i) {
      const response = await ask('dear');
      statuses.push(response.status);
      if (response.status !== 402) continue;
      const { error } = await response.json();
      assert.equal(error.code, 'budget_exceeded');
      assert.match(error.message, /gateway/);
    }
    assert.deepEqual(statuses, [200, 200, 200, 200, 402]);
  }));

  test('a broken file is refused with the place', async () => {
    const file = path.join(temporaryFolder(), 'broken.yaml');
    for (const [text, place] of [
      ['model_list:\n  - a: 1\n b: [\n', /line 3/], ['model_list: []\nmodel_list: []\n', /line 2: the key "model_list" is given twice/],
      ['model_list: [\n', /line \d+, column \d+/], ['just words\n', /is an object/],
    ]) {
      writeFileSync(file, text);
      const refused = await run('gatehousectl', ['--data-dir', importer.dataDir, 'import', 'litellm', file]);
      assert.notEqual(refused.code, 0, text);
      assert.match(refused.stderr, place);
      assert.equal(refused.stdout, '');
    }
    const missing = await run('gatehousectl', ['--data-dir', importer.dataDir, 'import', 'litellm', `${file}.not`]);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /broken\.yaml\.not/);
  });
});

test('Onwards: a pool and a single target answer, and the pool falls back', async () => {
  const { file, notes } = await imported('onwards', JSON.stringify({
    strict_mode: true,
    targets: {
      'gpt-4': { url: first.url, onwards_model: 'gpt-4-turbo', rate_limit: { requests_per_second: 50, burst_size: 100 } },
      pool: {
        strategy: 'priority', fallback: { enabled: true, on_status: [429, 5], with_replacement: true },
        providers: [{ url: `${first.url}/v1/` }, { url: second.url, onwards_model: 'there', rate_limit: { requests_per_second: 1 } }],
      },
    },
    auth: { global_keys: ['literal'] },
  }));
  for (const note of [
    /^left out: strict_mode: /m, /^left out: auth\.global_keys: /m, /^left out: targets\.pool\.fallback\.with_replacement: /m,
    /^left out: targets\.pool\.providers\[1\]\.rate_limit: /m, /^changed: targets\.gpt-4\.rate_limit\.requests_per_second: /m,
  ]) assert.match(notes, note);
  assert.ok(!notes.includes('literal') && !readFileSync(file, 'utf8').includes('literal'));
  await served(file, async (own, ask) => {
    assert.equal((await (await ask('gpt-4')).json()).model, 'gpt-4-turbo');
    assert.equal((await (await ask('pool')).json()).model, 'pool');
    first.always(fails(500));
    assert.equal((await (await ask('pool')).json()).model, 'there');
  });
});
