// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that was down gets all of its traffic back within 30 s where nobody but callers finds
// out, slowly and not by a herd; a canary goes on over a restart.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeUpstream, answers, fails } from './support/fakeupstream.mjs';
import { Gateway, base, pause, provider, route, until } from './support/gateway.mjs';

let ill;
let well;
let gateway;

before(async () => {
  [ill, well] = await Promise.all([FakeUpstream.start(), FakeUpstream.start()]);
  gateway = await Gateway.start({
    config: base([
      provider('ill', 'openai', ill, { models: ['m'] }), provider('well', 'openai', well, { models: ['m'] }),
    ], [
      route('both', ['ill/m', 'well/m'], { strategy: 'weighted' }),
      route('tried', ['well/m'], {
        canary: { target: { provider: 'ill', model: 'm' }, percent: 50, halt: { error_rate_above: 50, least_requests: 1000 } },
      }),
    ]),
  });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([ill?.stop(), well?.stop()]);
});

const ask = async (model, session) => {
  const reply = await gateway.fetch('/v1/chat/completions', {
    body: { model, messages: [{ role: 'user', content: 'Hi' }] },
    headers: session ? { 'x-gatehouse-session': session } : {},
  });
  await reply.text();
  return reply;
};

test('a canary goes on over a restart', async () => {
  for (let i = 0; i < 40; ++i) await ask('tried', `s-${i}`);
  const canary = async () => (await gateway.admin('GET', '/routes/tried/trials')).body.canary;
  const counted = () => until(async () => {
    const one = await canary();
    return one.trial.requests + one.control.requests === 40 && one;
  }, 'what both sides did', 20_000, 50);
  const before = await counted();
  await gateway.stop();
  await gateway.launch();
  const now = await counted();
  assert.deepEqual(now.trial, before.trial);
  assert.ok(Math.abs(Date.parse(now.since) - Date.parse(before.since)) < 2_000);
});

test('a killed process forgets nothing of a canary', async () => {
  const canary = async () => (await gateway.admin('GET', '/routes/tried/trials')).body.canary;
  const sum = ({ trial, control }) => trial.requests + control.requests;
  for (const round of [1, 2]) {
    const start = await canary();
    for (let i = 0; i < 25; ++i) await ask('tried', `k-${round}-${i}`);
    const before = await canary();
    assert.equal(sum(before), sum(start) + 25);
    await gateway.kill();
    await gateway.launch();
    const now = await canary();
    assert.deepEqual([now.trial, now.control], [before.trial, before.control]);
  }
});

test('traffic returns within 30 s, and slowly', async () => {
  [ill, well].forEach((one) => one.reset());
  const times = []; // of requests that the ill one received, in seconds since its return
  let failed = 0;
  let going = true;
  const load = (async () => {
    while (going) {
      ask('both').then((reply) => { failed += reply.status === 200 ? 0 : 1; });
      await pause(50);
    }
  })();
  well.always(answers({ delay: 400 }));
  ill.always(fails(500));
  await until(() => ill.requests.length >= 5, 'the breaker to open', 10_000, 50);
  // The worst moment to come back is just after a trial has failed.
  const opened = ill.requests.length;
  await until(() => ill.requests.length > opened, 'a trial to fail', 20_000, 10);
  let atOnce = 0;
  let most = 0; // in the first two seconds
  const returned = performance.now();
  ill.always(async (...args) => {
    times.push((performance.now() - returned) / 1000);
    ++atOnce;
    if (times.at(-1) < times[0] + 2) most = Math.max(most, atOnce);
    await answers({ delay: 400 })(...args);
    --atOnce;
  });
  await pause(33_000);
  const full = times.filter((at) => at >= 30).length;
  const wellBefore = well.requests.length;
  await pause(2_000);
  going = false;
  await load;
  const first = times[0];
  const soon = times.filter((at) => at < first + 2).length;
  const last = times.filter((at) => at >= 30).length;
  assert.equal(failed, 0, 'no caller noticed');
  assert.ok(first < 17, `the first trial after ${first} s`);
  assert.ok(full > 0 && last > 0.7 * (well.requests.length - wellBefore), `${last} beside ${well.requests.length - wellBefore}`);
  assert.ok(soon <= 12, `${soon} of 40 in the first two seconds`);
  assert.ok(most <= 3, `${most} at once`);
});
