// SPDX-License-Identifier: GPL-3.0-or-later
// The process ends, asked or not: no answered request is lost from the books, and none is there twice.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import http from 'node:http';

import { FakeUpstream, answers, words } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, events, provider, route, until } from './support/gateway.mjs';

const connections = 64;
const messages = [{ role: 'user', content: 'Hi' }];

let upstream;
let config;

before(async () => {
  upstream = await FakeUpstream.start();
  config = base([provider('oa', 'openai', upstream, { models: ['m'] })], [route('fast', ['oa/m'])],
    { prices: [{ provider: 'oa', model: 'm', input_usd_per_mtok: 1, output_usd_per_mtok: 2 }] });
});

after(() => upstream?.stop());

/// Keeps `connections` requests going until stopped; ids of the completely received replies.
class Load {
  received = [];
  errors = 0;
  #going = true;

  constructor(gateway) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    this.all = Promise.all(Array.from({ length: connections }, (_, i) => this.#loop(gateway, i % 4 === 0)));
  }

  async stop() {
    this.#going = false;
    await this.all;
    this.agent.destroy();
  }

  async #loop(gateway, stream) {
    const body = JSON.stringify({ model: 'fast', messages, stream });
    while (this.#going) {
      const id = await this.#once(gateway, body, stream);
      if (id) this.received.push(id);
      else if (++this.errors && this.#going) return; // the gateway is gone
    }
  }

  #once(gateway, body, stream) {
    return new Promise((resolve) => {
      const request = http.request({
        host: '127.0.0.1', port: gateway.port, path: '/v1/chat/completions', method: 'POST', agent: this.agent,
        headers: {
          authorization: `Bearer ${clientKey}`, 'content-type': 'application/json', 'content-length': body.length,
        },
      }, async (response) => {
        let text = '';
        try {
          for await (const part of response.setEncoding('utf8')) text += part;
        } catch {
          return resolve(null); // cut
        }
        const whole = response.complete && response.statusCode === 200
          && (stream ? text.endsWith('data: [DONE]\n\n') : text.endsWith('}'));
        resolve(whole ? response.headers['x-request-id'] : null);
      });
      request.on('error', () => resolve(null));
      request.end(body);
    });
  }
}

/// Every row of the books, by id; none may come twice.
async function books(gateway) {
  const rows = new Map();
  let cursor;
  do {
    const { body } = await gateway.admin('GET', `/requests?limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    for (const row of body.items) {
      assert.ok(!rows.has(row.id), `${row.id} is there twice`);
      rows.set(row.id, row);
    }
    cursor = body.next;
  } while (cursor);
  return rows;
}

test('kill -9 under load, twice: every received reply has exactly one row', async () => {
  const gateway = new Gateway({ config });
  const received = [];
  for (let round = 0; round < 2; ++round) {
    await gateway.launch();
    const load = new Load(gateway);
    // The second kill comes while the journal of the first round is still fresh.
    await until(() => load.received.length > (round === 0 ? 1_500 : 300), 'some load', 60_000);
    await gateway.kill();
    await load.stop();
    received.push(...load.received);
  }
  assert.equal(new Set(received).size, received.length);

  await gateway.launch();
  const sumOf = (rows) => [...rows.values()].reduce((all, row) => all + row.cost_nano_usd, 0);
  // The journal is still being read: list and sums agree when it is done, and are compared then.
  const [rows, usage] = await until(async () => {
    const found = await books(gateway);
    const { json } = await gateway.ctl(['usage', '--since', '1d', '--by', 'model']);
    return received.every((id) => found.has(id)) && json.items[0]?.requests === found.size && [found, json];
  }, 'every received reply in the books, and as many in the sums', 20_000, 100);
  const good = [...rows.values()].filter((row) => row.outcome === 'ok');
  assert.ok(good.length >= received.length);
  assert.ok(good.length <= received.length + 2 * connections, 'only what was on its way is more');
  for (const id of received) assert.equal(rows.get(id).cost_nano_usd, 11 * 1000 + 7 * 2000);

  // The sums are the sums of the rows.
  assert.equal(usage.items.length, 1);
  assert.equal(usage.items[0].cost_nano_usd, sumOf(rows));
  // Rows, sums, usage report and export say the same.
  const check = (await gateway.admin('POST', '/books/check', {})).body;
  assert.deepEqual([check.ok, check.requests, check.cost_nano_usd], [true, rows.size, sumOf(rows)]);
  assert.equal((await gateway.stop()).code, 0);
});

test('SIGTERM lets running streams finish, refuses new ones and exits with 0', async () => {
  const gateway = await Gateway.start({ config });
  upstream.always(answers({ gap: 60 }));
  const streams = await Promise.all(Array.from({ length: 8 }, () => gateway.fetch('/v1/chat/completions', {
    body: { model: 'fast', messages, stream: true },
  })));
  gateway.signal('SIGTERM');
  await until(() => fetch(`${gateway.url}/healthz`, { headers: { connection: 'close' } }).then(() => false, () => true),
    'the port to be closed');
  const texts = await Promise.all(streams.map((response) => response.text()));
  for (const text of texts) {
    assert.equal(events(text).map(({ data }) => data.choices?.[0].delta.content ?? '').join(''), words.join(''));
    assert.ok(text.endsWith('data: [DONE]\n\n'));
  }
  assert.equal((await gateway.exited).code, 0);
  assert.equal(gateway.isAnnounced, false);

  upstream.reset();
  await gateway.launch();
  const rows = await until(async () => {
    const found = await books(gateway);
    return found.size >= streams.length && found;
  }, 'the streams in the books');
  assert.equal([...rows.values()].filter((row) => row.outcome === 'ok').length, streams.length);
  await gateway.stop();
});

test('a stream that outlasts the drain time ends with an error event', async () => {
  const gateway = await Gateway.start({ config: { ...config, gateway: { ...config.gateway, drain_time: '200ms' } } });
  upstream.always(answers({ gap: 400 }));
  const response = await gateway.fetch('/v1/chat/completions', { body: { model: 'fast', messages, stream: true } });
  gateway.signal('SIGTERM');
  const last = events(await response.text()).at(-1);
  assert.equal(last.data.error.code, 'not_ready');
  assert.equal((await gateway.exited).code, 0);

  upstream.reset();
  await gateway.launch();
  const [row] = await until(async () => {
    const found = await books(gateway);
    return found.size > 0 && found.values();
  }, 'the stream in the books');
  assert.equal(row.outcome, 'interrupted');
  await gateway.stop();
});
