// SPDX-License-Identifier: GPL-3.0-or-later
// Real books: 20 rounds of 200 calls at once, of five endpoints and two formats, whole and streamed,
// same format and translated. What key, team, provider and all together spent is the sum of tokens
// times price, to the nano-dollar, while it runs into the books and after a kill -9 in the middle.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeUpstream, chatUsage, embeddingUsage, messageUsage, responsesUsage } from './support/fakeupstream.mjs';
import { Gateway, base, noonZone, provider, route, until } from './support/gateway.mjs';

const rounds = 20;
const atOnce = 200;
const keys = ['ada', 'ben', 'cyd', 'dee'].map((id, i) => ({
  id, secret: `env:GH_KEY_${id}`, team: i < 2 ? 'north' : 'south', text: `key-of-${id}-for-the-exact-books`,
}));
const teams = [{ id: 'north' }, { id: 'south' }];
// Nano-dollars a token: figures that no rounding forgives.
const price = {
  oa: { input: 1_370, cacheRead: 137, cacheWrite: 1_370, output: 5_430 },
  an: { input: 3_010, cacheRead: 301, cacheWrite: 3_763, output: 15_070 },
};
const dollars = (nano) => nano / 1000;
const priced = (id, model) => ({
  provider: id, model,
  input_usd_per_mtok: dollars(price[id].input), output_usd_per_mtok: dollars(price[id].output),
  cache_read_usd_per_mtok: dollars(price[id].cacheRead),
  cache_write_usd_per_mtok: dollars(price[id].cacheWrite),
});
const cost = (id, input, read, write, output) => input * price[id].input + read * price[id].cacheRead
  + write * price[id].cacheWrite + output * price[id].output;
const cached = chatUsage.prompt_tokens_details.cached_tokens;
const costs = {
  chat: cost('oa', chatUsage.prompt_tokens - cached, cached, 0, chatUsage.completion_tokens),
  responses: cost('oa', responsesUsage.input_tokens - cached, cached, 0, responsesUsage.output_tokens),
  embeddings: cost('oa', embeddingUsage.prompt_tokens, 0, 0, 0),
  messages: cost('an', messageUsage.input_tokens, messageUsage.cache_read_input_tokens,
    messageUsage.cache_creation_input_tokens, messageUsage.output_tokens),
};
const messages = [{ role: 'user', content: 'Hi' }];
// Path, body, and whose price: the last two are translated.
const kinds = [
  ['/v1/chat/completions', { model: 'fast', messages }, 'oa', costs.chat],
  ['/v1/chat/completions', { model: 'fast', messages, stream: true }, 'oa', costs.chat],
  ['/v1/messages', { model: 'deep', messages, max_tokens: 9 }, 'an', costs.messages],
  ['/v1/messages', { model: 'deep', messages, max_tokens: 9, stream: true }, 'an', costs.messages],
  ['/v1/responses', { model: 'fast', input: 'Hi', store: false }, 'oa', costs.responses],
  ['/v1/embeddings', { model: 'fast', input: 'Hi' }, 'oa', costs.embeddings],
  ['/v1/chat/completions', { model: 'deep', messages }, 'an', costs.messages],
  ['/v1/messages', { model: 'fast', messages, max_tokens: 9, stream: true }, 'oa', costs.chat],
];

let upstream;
let gateway;
const expected = { total: 0, requests: 0, key: {}, team: {}, provider: {} };
const add = (sums, id, nano) => { sums[id] = (sums[id] ?? 0) + nano; };

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start({
    config: base(
      [provider('oa', 'openai', upstream, { models: ['m'] }), provider('an', 'anthropic', upstream, { models: ['c'] })],
      [route('fast', ['oa/m']), route('deep', ['an/c'])],
      {
        teams, keys: keys.map(({ text, ...key }) => key), prices: [priced('oa', 'm'), priced('an', 'c')],
        gateway: { reporting_time_zone: noonZone() }, budgets: [{ scope: 'gateway', limit_usd: 1_000_000, period: 'month' }],
      },
    ),
    env: Object.fromEntries(keys.map(({ id, text }) => [`GH_KEY_${id}`, text])),
  });
});
after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

async function call(number) {
  const key = keys[number % keys.length];
  const [path, body, provider, nano] = kinds[Math.floor(number / keys.length) % kinds.length];
  const answer = await fetch(gateway.url + path, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key.text}` },
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  expected.total += nano;
  expected.requests += 1;
  add(expected.key, key.id, nano);
  add(expected.team, key.team, nano);
  add(expected.provider, provider, nano);
}

async function callRounds(count) {
  for (let round = 0; round < count; ++round)
    await Promise.all(Array.from({ length: atOnce }, (_, i) => call(round * atOnce + i)));
}

async function spent(by) {
  const { body } = await gateway.admin('GET', `/usage?by=${by}&since=24h`);
  return Object.fromEntries(body.items.map((row) => [row[by], row.cost_nano_usd]));
}

async function checkBooks() {
  await until(async () => {
    const { body } = await gateway.admin('GET', '/usage?by=provider&since=24h');
    return body.items.reduce((sum, row) => sum + row.requests, 0) >= expected.requests;
  }, 'every call is in the books', 40_000, 50);
  for (const by of ['key', 'team', 'provider']) assert.deepEqual(await spent(by), expected[by], by);
  const budget = await until(async () => {
    const [now] = (await gateway.admin('GET', '/budgets')).body.items;
    return now.spent_nano_usd >= expected.total && now;
  }, 'every call to be settled');
  assert.equal(budget.spent_nano_usd, expected.total);
  const check = await gateway.admin('POST', '/books/check', {});
  assert.equal(check.status, 200, JSON.stringify(check.body));
}

test('4,000 mixed calls cost tokens times price, by key, team, provider and in all', async () => {
  await callRounds(rounds);
  assert.equal(expected.requests, rounds * atOnce);
  await checkBooks();
});

test('after kill -9 the books are those of the answers', async () => {
  await callRounds(1); // some of it is in the journal alone
  await gateway.kill();
  await gateway.launch();
  await checkBooks();
});
