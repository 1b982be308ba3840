// SPDX-License-Identifier: GPL-3.0-or-later
// Sample data: a past that adds up, providers that answer, and nothing left behind.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { Gateway, events, run, start, temporaryFolder, until, within } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Is anybody there?' }];

/// Sends until an answer comes that is no mishap of a simulated provider.
const answered = (send) => until(async () => {
  const reply = await send();
  return reply.status === 200 && reply;
}, 'a simulated provider to answer', 30_000, 50);

describe('sample data', () => {
  let gateway;
  let key;
  before(async () => {
    gateway = await Gateway.start({ args: ['--demo'] });
    const { body } = await gateway.admin('POST', '/keys', { name: 'visitor', routes: ['*'] });
    key = body.secret;
  });
  after(() => gateway?.stop());

  test('is ready within five seconds', () => within(5_000, async () => {
    const began = performance.now();
    const another = await Gateway.start({ args: ['--demo'] });
    const took = performance.now() - began - another.stoodInLine;
    await another.stop();
    return took;
  }, 3));

  test('says what it is', async () => {
    assert.equal(gateway.status.demo, true);
    assert.equal(gateway.status.secrets.store, 'session');
    assert.equal(gateway.status.problems.length, 0);
    assert.match(gateway.log, /sample data in/);
  });

  test('the overview has providers, spend and success', async () => {
    const { body } = await gateway.admin('GET', '/overview?range=30d');
    assert.equal(body.has_requests, true);
    assert.ok(body.providers.length >= 4);
    assert.ok(body.providers.some((one) => one.health === 'degraded'));
    assert.ok(body.spend.series.length >= 4);
    assert.ok(body.spend.series.every((one) => one.total_nano_usd > 0));
    assert.ok(body.success.rate > 0.98 && body.success.rate < 1);
    assert.ok(body.latency.samples > 10_000);
    assert.ok(body.events.length >= 5);
  });

  test('thirty days of requests, and their sum is the headline', async () => {
    const { body } = await gateway.admin('GET', '/usage?since=30d&by=day');
    assert.ok(body.items.length >= 29 && body.items.length <= 31, `${body.items.length} days`);
    const requests = body.items.reduce((sum, day) => sum + day.requests, 0);
    assert.ok(requests > 20_000, `${requests} requests`);
    await until(async () => {
      const { body: usage } = await gateway.admin('GET', '/usage?since=30d&by=day');
      const cost = usage.items.reduce((sum, day) => sum + day.cost_nano_usd, 0);
      const { body: overview } = await gateway.admin('GET', '/overview?range=30d');
      const charted = overview.spend.series.reduce((sum, one) => sum + one.total_nano_usd, 0);
      return Math.abs(charted - cost) < 1e9; // traffic goes on meanwhile
    }, 'chart and headline to say the same');

    const { body: page } = await gateway.admin('GET', '/requests?limit=1000&filter=status:error');
    assert.ok(page.items.length > 100);
    assert.ok(new Set(page.items.map((row) => row.error?.code ?? row.error)).size > 2);
  });

  test('several revisions with reasons, keys and an unbroken audit trail', async () => {
    const { body: revisions } = await gateway.admin('GET', '/revisions');
    assert.ok(revisions.items.length >= 5);
    assert.ok(revisions.items.some((one) => one.who === 'sample data'));
    const { body: keys } = await gateway.admin('GET', '/keys');
    assert.equal(keys.items.length, 9); // the visitor's own among them
    const { json } = await gateway.ctl(['audit', 'verify']);
    assert.equal(json.first_broken, null);
  });

  test('answers a chat request, whole and streamed', async () => {
    const chat = (stream) => gateway.fetch('/v1/chat/completions', {
      key, body: { model: 'chat-default', messages, stream },
    });
    const whole = await (await answered(() => chat(false))).json();
    assert.match(whole.choices[0].message.content, /sample data.*Is anybody there/s);
    assert.ok(whole.usage.completion_tokens > 0);
    const reply = await answered(() => chat(true));
    const id = reply.headers.get('x-request-id');
    const parts = events(await reply.text()).map(({ data }) => data.choices?.[0]?.delta?.content ?? '');
    assert.match(parts.join(''), /no model was asked/);
    const row = await gateway.row(id);
    assert.equal(row.status, 200);
    assert.ok(row.tokens_out > 0 && row.cost_nano_usd > 0);
  });

  test('answers a messages request, whole and streamed', async () => {
    const ask = (stream) => gateway.fetch('/v1/messages', {
      key, body: { model: 'assistant', max_tokens: 200, messages, stream },
    });
    const whole = await (await answered(() => ask(false))).json();
    assert.match(whole.content[0].text, /sample data/);
    const reply = await answered(() => ask(true));
    const parts = events(await reply.text());
    assert.equal(parts.at(-1).event, 'message_stop');
  });

  test('traffic trickles in by itself', async () => {
    const count = async () => (await gateway.admin('GET', '/overview')).body.requests.today;
    let first = await count();
    await until(async () => {
      const now = await count();
      first = Math.min(first, now); // at midnight it begins anew
      return now > first + 2;
    }, 'three more requests', 40_000, 200);
  });
});

test('a folder that holds data is refused', async () => {
  const gateway = await Gateway.start();
  await gateway.stop();
  const again = await run('gatehoused', ['--demo', '--data-dir', gateway.dataDir]);
  assert.equal(again.code, 2);
  assert.match(again.stderr, /holds data already/);
});

test('a configuration file does not go with sample data', async () => {
  assert.equal((await run('gatehoused', ['--demo', '--config', 'any.yaml'])).code, 2);
});

test('the throw-away folder is gone afterwards', async () => {
  const folder = temporaryFolder();
  const child = start('gatehoused', ['--demo', '--listen', '127.0.0.1:0'],
    { env: { ...process.env, TMPDIR: folder }, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
  const demo = await until(() => {
    const [name] = readdirSync(folder).filter((one) => one.startsWith('gatehouse-demo-'));
    try {
      return name && JSON.parse(readFileSync(path.join(folder, name, 'run/admin.json'), 'utf8'));
    } catch {
      return false; // not written yet
    }
  }, 'the demo to be ready', 30_000, 20);
  assert.equal(demo.pid, child.pid);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.deepEqual(readdirSync(folder), []);
});
