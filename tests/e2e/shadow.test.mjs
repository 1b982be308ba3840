// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of requests to a shadow target: what they cost, how they are compared, and that no client
// notices them whatever becomes of them.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import {
  FakeUpstream, answers, answersNothing, breaksAfter, fails, failsInside, hangs, resets, words,
} from './support/fakeupstream.mjs';
import { Gateway, base, noonZone, provider, route, slowness, unusedAddress, until } from './support/gateway.mjs';

const text = words.join('');
let main;
let shadow;
let gateway;

const to = (name, more = {}) => ({
  shadow: { target: { provider: name, model: 'candidate' }, percent: 100, ...more },
});
const priced = (id, usd) => ({
  provider: id, model: 'candidate', input_usd_per_mtok: usd, output_usd_per_mtok: usd,
});

async function configuration() {
  return base([
    provider('main', 'openai', main, { models: ['m'], region: ['eu'] }),
    provider('copy', 'openai', shadow, { models: ['candidate'], region: ['eu'] }),
    provider('other', 'anthropic', shadow, { models: ['candidate'] }),
    provider('capped', 'openai', shadow, { models: ['candidate'] }),
    provider('free', 'openai', shadow, { models: ['candidate'] }),
    provider('far', 'openai', shadow, { models: ['candidate'], region: ['us'] }),
    provider('dead', 'openai', (await unusedAddress()).url, { models: ['candidate'] }),
    provider('one', 'openai', shadow, { models: ['candidate'], max_in_flight: 1 }),
  ], [
    route('same', ['main/m'], to('copy', { daily_limit_usd: 1000 })),
    route('translated', ['main/m'], to('other', { daily_limit_usd: 1000 })),
    route('capped', ['main/m'], to('capped', { daily_limit_usd: 0.28 })),
    route('unpriced', ['main/m'], to('free', { daily_limit_usd: 1 })),
    route('bound', ['main/m'], { ...to('far'), residency: ['eu'] }),
    route('lost', ['main/m'], to('dead')),
    route('shared', ['one/candidate'], to('one')),
    route('leaving', ['main/m'], { retire: { date: '2999-12-31', route: 'same' } }),
  ], {
    gateway: { reporting_time_zone: noonZone() },
    prices: [
      { provider: 'main', model: 'm', input_usd_per_mtok: 100, output_usd_per_mtok: 100 },
      priced('copy', 200), priced('other', 100), priced('capped', 1000), priced('one', 1),
    ],
  });
}

before(async () => {
  [main, shadow] = await Promise.all([FakeUpstream.start(), FakeUpstream.start()]);
  gateway = await Gateway.start({ config: await configuration() });
  await until(() => trials('same'), 'the books to be made', 20_000, 50);
});

after(async () => {
  await gateway?.stop();
  await Promise.all([main?.stop(), shadow?.stop()]);
});

beforeEach(() => {
  main.reset();
  shadow.reset();
});

const ask = (model, more = {}) => gateway.fetch('/v1/chat/completions', {
  body: { model, messages: [{ role: 'user', content: 'Say something.' }], ...more },
});
const trials = async (id) => (await gateway.admin('GET', `/routes/${id}/trials`)).body.shadow;
const content = (body) => body.split('\n').filter((line) => line.startsWith('data: {'))
  .map((line) => JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '').join('');
const compared = (id, count) => until(async () => {
  const now = await trials(id);
  return now.trial.requests >= count && now;
}, `${count} copies of ${id} in the books`, 20_000, 50);
/// The money of a daily limit is read from the books first.
const ready = (id) => until(async () => {
  await (await ask(id)).text();
  return (await trials(id)).copied > 0;
}, `${id} to be copied`, 20_000, 100);
/// Every copy that was made has come to its end and is in the books.
const settled = (id) => until(async () => {
  const now = await trials(id);
  return now.trial.requests === now.copied && now;
}, `the copies of ${id} to be over`, 20_000, 50);

describe('a copy', () => {
  test('is sent for whole and streamed requests and compared with its original', async () => {
    await ready('same');
    const before = (await settled('same')).trial.requests;
    shadow.reset();
    for (const stream of [false, true]) {
      const reply = await ask('same', { stream });
      assert.equal(reply.headers.get('x-gatehouse-provider'), 'main');
      assert.equal(reply.headers.get('x-gatehouse-attempts'), '1');
      const body = await reply.text();
      assert.equal(stream ? content(body) : JSON.parse(body).choices[0].message.content, text);
    }
    await compared('same', before + 2);
    const now = await settled('same');
    assert.equal(now.trial.success, 1);
    assert.equal(now.control.success, 1);
    assert.equal(now.trial.mean_cost_nano_usd, 2 * now.control.mean_cost_nano_usd);
    assert.ok(now.spent_today_nano_usd >= now.trial.cost_nano_usd);
    const streamed = shadow.requests.filter((one) => one.json.stream);
    assert.equal(streamed.length, 1);
    assert.equal(streamed[0].json.model, 'candidate');
  });

  test('speaks the language of its target', async () => {
    await ready('translated');
    const sent = await until(() => shadow.requests.find(({ path }) => path.endsWith('/messages')), 'the copy');
    assert.equal(sent.json.model, 'candidate');
    assert.equal((await compared('translated', 1)).trial.success, 1);
  });

  test("is nobody's request, and its provider's spending", async () => {
    const reply = await ask('same');
    await reply.text();
    const row = await gateway.row(reply.headers.get('x-request-id'));
    assert.equal(row.cost_nano_usd, 1_800_000);
    await compared('same', 3);
    await settled('same');
    const requests = (await gateway.admin('GET', '/requests?limit=500')).body.items;
    assert.ok(requests.every((one) => one.provider !== 'copy'));
    const by = async (name) => (await gateway.admin('GET', `/usage?by=${name}&since=24h`)).body.items;
    const spent = await until(async () => (await by('provider')).find((one) => one.provider === 'copy'), 'its spending');
    assert.equal(spent.requests, 0);
    assert.ok(spent.cost_nano_usd >= 3 * 3_600_000);
    const key = await until(async () => (await by('key')).find((one) => one.key === 'tests' && one.cost_nano_usd > 0), 'the key');
    assert.equal(key.cost_nano_usd % 1_800_000, 0, 'the client paid for the originals alone');
    assert.equal((await gateway.admin('GET', '/providers')).body.items.find((one) => one.id === 'copy').health,
      'not_tested', 'copies tell health nothing');
  });

  test('never leaves the regions of its route', async () => {
    for (let i = 0; i < 5; ++i) await (await ask('bound')).text();
    await until(async () => (await trials('bound')).not_copied.not_fit >= 5, 'five left out');
    assert.equal((await trials('bound')).copied, 0);
  });

  test('is not made where nobody knows what it costs', async () => {
    await until(async () => {
      await (await ask('unpriced')).text();
      return (await trials('unpriced')).not_copied.not_priced > 0;
    }, 'one left out', 20_000, 100);
    assert.equal((await trials('unpriced')).copied, 0);
  });

  test('takes no place that callers need', async () => {
    for (let i = 0; i < 3; ++i) assert.equal((await ask('shared')).status, 200);
    await until(async () => (await trials('shared')).not_copied.no_place >= 3, 'three left out');
    assert.equal((await trials('shared')).copied, 0);
  });
});

describe('no client notices', () => {
  const troubles = [
    ['a dead shadow', 'lost', undefined], ['one that hangs', 'same', hangs()],
    ['one that hangs in the middle', 'same', hangs(3)], ['one that fails', 'same', fails(500)],
    ['one that refuses', 'same', fails(401)], ['one that fails inside', 'same', failsInside()],
    ['one that says nothing', 'same', answersNothing()], ['one that breaks', 'same', breaksAfter(2)],
    ['one that resets', 'same', resets()], ['one that is slow', 'same', answers({ delay: 2_000, gap: 50 })],
    ['one that limits', 'same', fails(429, {}, { 'retry-after': '1' })],
  ];
  for (const [what, name, behaviour] of troubles)
    test(what, async () => {
      if (behaviour) shadow.always(behaviour);
      const times = [];
      for (let i = 0; i < 6; ++i) {
        const start = performance.now();
        const reply = await ask(name, { stream: i % 2 === 1 });
        assert.equal(reply.status, 200);
        const body = await reply.text();
        assert.equal(i % 2 === 1 ? content(body) : JSON.parse(body).choices[0].message.content, text);
        assert.equal(reply.headers.get('x-gatehouse-attempts'), '1');
        times.push(performance.now() - start);
      }
      times.sort((a, b) => a - b); // who waits for the shadow waits each time; a busy machine delays one or two
      assert.ok(times[2] < 1_500 * slowness, `${times.map(Math.round)} ms`);
      assert.equal(main.requests.length, 6);
    });

  test('and no more than a few hang at a time', async () => {
    shadow.always(hangs());
    const { busy } = (await trials('same')).not_copied;
    await until(async () => { // the rest that was asked for ends first
      await Promise.all(Array.from({ length: 10 }, async () => (await ask('same')).text()));
      return (await trials('same')).not_copied.busy > busy;
    }, 'copies to be left out', 20_000, 50);
    await Promise.all(Array.from({ length: 40 }, async () => (await ask('same')).text()));
    assert.ok(shadow.requests.length <= 4 * 16, `${shadow.requests.length}`);
  });
});

describe('the books', () => {
  test('keep the daily limit over a restart', async () => {
    await ready('capped');
    // A copy may use 264 tokens at 0.001 dollars, and used 18: there is no room for a second one.
    await compared('capped', 1);
    const start = performance.now();
    await gateway.stop();
    assert.ok(performance.now() - start < 10_000 * slowness, 'copies under way hold nobody up');
    await gateway.launch();
    shadow.reset();
    await until(async () => {
      await (await ask('capped')).text();
      return (await trials('capped')).not_copied.money_spent > 0;
    }, 'the limit to be known again', 20_000, 100);
    assert.equal((await trials('capped')).spent_today_nano_usd, 18_000_000);
    assert.equal(shadow.requests.length, 0);
  });

  test('have interrupted copies', async () => {
    const now = await compared('same', 10);
    assert.ok(now.trial.failed > 0);
    assert.equal(now.control.failed, 0);
  });

  test('are told by gatehousectl', async () => {
    const { json } = await gateway.ctl(['routes', 'trials', 'same']);
    assert.equal(json.shadow.model, 'candidate');
    const table = await gateway.ctl(['routes', 'trials', 'same', '--output', 'table']);
    assert.match(table.stdout, /Shadow: copy\/candidate/);
    const none = await gateway.ctl(['routes', 'trials', 'nowhere']);
    assert.notEqual(none.code, 0);
  });

  test('name the keys that a name which ends concerns', async () => {
    const reply = await ask('leaving');
    assert.ok(reply.headers.get('sunset'));
    await gateway.row(reply.headers.get('x-request-id'));
    await until(async () => {
      const { json } = await gateway.ctl(['routes', 'callers', 'leaving']);
      const rows = json.items ?? json;
      return rows.length === 1 && rows[0].key === 'tests' && rows[0].requests === 1;
    }, 'the key to be named');
    const wrong = await gateway.admin('GET', '/models/callers?model=leaving&days=0');
    assert.equal(wrong.status, 400);
    assert.equal(wrong.body.error?.path ?? wrong.body.path, 'days');
  });

  test('tell what is left of rate limits', async () => {
    main.always(answers({
      headers: {
        'x-ratelimit-limit-requests': '500', 'x-ratelimit-remaining-requests': '499',
        'x-ratelimit-reset-requests': '30s',
      },
    }));
    await (await ask('leaving')).text();
    const row = await until(async () => (await gateway.admin('GET', '/headroom')).body.items
      .find((one) => one.provider === 'main'), 'the headroom');
    assert.deepEqual([row.kind, row.limit, row.remaining, row.left], ['requests', 500, 499, 0.998]);
    assert.ok(Date.parse(row.resets) > Date.now());
    const detail = (await gateway.admin('GET', '/providers/main')).body;
    assert.equal(detail.headroom[0].remaining, 499);
    const { headroom } = (await gateway.admin('GET', '/reliability')).body;
    assert.ok(headroom.some((one) => one.provider === 'main'));
    await until(async () => /gatehouse_provider_allowance_remaining\{provider="main".*\} 499/.test(
      await (await gateway.fetch('/metrics')).text()), 'the metric', 20_000, 100);
  });
});
