// SPDX-License-Identifier: GPL-3.0-or-later
// People are told: a budget at 80 % reaches a signed webhook within seconds, once, and its end is
// told too; what is refused is tried again; whoever takes note is in the audit trail.

import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import tls from 'node:tls';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, test } from 'node:test';

import OpenAI from 'openai';

import { Authority } from './support/certificates.mjs';
import { FakeUpstream, fails } from './support/fakeupstream.mjs';
import {
  Gateway, base, clearOfTheHour, clientKey, noonZone, provider, route, temporaryFolder, until,
} from './support/gateway.mjs';

const secret = 'signing-secret-of-the-end-to-end-tests';
const messages = [{ role: 'user', content: 'Hi' }];
// 11 tokens in, 7 out of every answer: 2.5 cents.
const catalogue = path.resolve(import.meta.dirname, '../../resources/prices/catalogue.json');
const price = { provider: 'oa', model: 'm', input_usd_per_mtok: 1000, output_usd_per_mtok: 2000 };

let upstream;
let receiver;
let received;
let statuses; // what the receiver answers, the last one for ever

/// A receiver that refuses what is not signed.
function startReceiver() {
  return new Promise((resolve) => {
    const server = http.createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part) => { body += part; }).on('end', () => {
        const stamp = request.headers['x-gatehouse-timestamp'];
        const expected = `v1=${crypto.createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex')}`;
        received.push({
          time: performance.now(),
          path: request.url,
          signed: request.headers['x-gatehouse-signature'] === expected,
          delivery: request.headers['x-gatehouse-delivery'],
          body: JSON.parse(body),
        });
        response.statusCode = statuses.length > 1 ? statuses.shift() : statuses[0];
        response.end();
      });
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

const config = (more = {}) => ({
  ...base([provider('oa', 'openai', upstream, { models: ['m'] })], [route('fast', ['oa/m'])], {
    prices: [price], gateway: { reporting_time_zone: noonZone() },
    budgets: [{ id: 'b', scope: 'key:tests', limit_usd: 1, period: 'month', action: 'warn' }],
  }),
  channels: [{
    id: 'hook', kind: 'webhook', url: `http://127.0.0.1:${receiver.address().port}/alerts`,
    secret: 'env:GH_TEST_HOOK_SECRET',
  }],
  ...more,
});
const ask = (of) => new OpenAI({ apiKey: clientKey, baseURL: `${of.url}/v1`, maxRetries: 0 })
  .chat.completions.create({ model: 'fast', messages, max_tokens: 7 });
const alerts = () => received.flatMap(({ body }) => body.alerts);
const of = (rule) => alerts().filter((alert) => alert.rule === rule);
const rule = async (own, id) => (await own.admin('GET', '/alerts')).body.items.find((item) => item.id === id);

async function withGateway(options, work) {
  const own = await Gateway.start({ env: { GH_TEST_HOOK_SECRET: secret }, ...options });
  try {
    await work(own);
  } finally {
    await own.stop();
  }
}

before(async () => {
  upstream = await FakeUpstream.start();
  receiver = await startReceiver();
});
after(async () => {
  receiver?.closeAllConnections();
  receiver?.close();
  await upstream?.stop();
});
beforeEach(() => {
  upstream.reset();
  received = [];
  statuses = [204];
});

test('a budget at 80 % reaches the webhook within seconds, once', () =>
  withGateway({ config: config() }, async (own) => {
    for (let i = 0; i < 31; ++i) await ask(own); // 77.5 cents
    assert.equal(of('budget-80').length, 0);
    await ask(own);
    await until(() => of('budget-80').length, 'the message', 6_000);
    const [message] = received.filter(({ body }) => body.alerts.some((alert) => alert.rule === 'budget-80'));
    assert.equal(message.path, '/alerts');
    assert.ok(message.signed, 'the signature');
    const [told] = of('budget-80');
    assert.equal(told.what, 'fired');
    assert.equal(told.object, 'b');
    assert.equal(told.value, 80);
    assert.equal(told.detail, '$0.80 of $1.00');

    // More of the same says nothing new.
    await ask(own);
    await until(async () => (await rule(own, 'budget-80')).value > 82, 'the next look');
    assert.equal(of('budget-80').length, 1);

    const listed = await own.ctl(['alerts', 'list']);
    assert.equal(listed.code, 0, listed.stderr);
    assert.equal(listed.json.items.find(({ id }) => id === 'budget-80').state, 'firing');
    const taken = await own.ctl(['alerts', 'ack', 'budget-80']);
    assert.equal(taken.code, 0, taken.stderr);
    assert.equal((await rule(own, 'budget-80')).state, 'acknowledged');
    const again = await own.ctl(['alerts', 'ack', 'nothing']);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /there is no alert 'nothing'/);
    const audit = (await own.admin('GET', '/audit')).body.items;
    assert.ok(audit.some(({ action, object }) => action === 'alert.acknowledge' && object === 'alerts.budget-80'));

    // A raise ends it; messages of one minute go together.
    await own.admin('POST', '/budgets/b/raise', { amount_usd: 1, reason: 'test' });
    await until(async () => (await rule(own, 'budget-80')).state === 'ok', 'the end');
    const past = await until(async () => {
      const { items } = (await own.admin('GET', '/alerts/history')).body;
      return items.find((item) => item.rule === 'budget-80' && item.ended);
    }, 'the end to be in the history');
    assert.ok(past.acknowledged.who);
  }));

test('what the receiver refuses is tried again with the same number', async () => {
  statuses = [503, 204];
  await withGateway({ config: config() }, async (own) => {
    for (let i = 0; i < 33; ++i) await ask(own);
    const sent = await until(() => received.length >= 2
      && received.filter(({ delivery }) => delivery === received[0].delivery).length >= 2
      && received.filter(({ delivery }) => delivery === received[0].delivery), 'two attempts');
    assert.deepEqual(sent[0].body, sent[1].body);
    assert.ok(sent[1].time - sent[0].time >= 900);
    const log = await until(async () => {
      const [newest] = (await own.admin('GET', '/alerts/deliveries?channel=hook')).body.items.slice(-1);
      return newest?.state === 'delivered' && newest;
    }, 'the delivery log');
    assert.equal(log.attempts, 2);
  });
});

test('a failing channel is told, and a test says why', async () => {
  statuses = [410];
  await withGateway({ config: config() }, async (own) => {
    const tested = await own.ctl(['alerts', 'test', 'hook']);
    assert.equal(tested.code, 1);
    assert.match(tested.stderr, /not delivered: answered 410/);
    statuses = [204];
    assert.equal((await own.ctl(['alerts', 'test', 'hook'])).code, 0);
    assert.ok(received.findLast(({ body }) => body.type === 'test').signed);
    const unknown = await own.ctl(['alerts', 'test', 'nowhere']);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /there is no channel 'nowhere'/);
  });
});

test('state survives a restart, and a snooze too', async () => {
  const own = await Gateway.start({ config: config(), env: { GH_TEST_HOOK_SECRET: secret } });
  for (let i = 0; i < 33; ++i) await ask(own);
  await until(() => of('budget-80').length, 'the message');
  const snoozed = await own.ctl(['alerts', 'snooze', 'budget-95', '1h']);
  assert.equal(snoozed.code, 0, snoozed.stderr);
  await own.stop();
  const again = await Gateway.start({
    config: config(), dataDir: own.dataDir, env: { GH_TEST_HOOK_SECRET: secret },
  });
  try {
    for (const [id, state] of [['budget-80', 'firing'], ['budget-95', 'snoozed']])
      await until(async () => (await rule(again, id))?.state === state, `${id} to be ${state} again`);
    for (let i = 0; i < 6; ++i) await ask(again);
    await until(async () => (await rule(again, 'budget-95')).open.length, 'the second threshold');
    assert.equal(of('budget-80').length, 1); // told once
    assert.equal(of('budget-95').length, 0);
    assert.equal((await again.ctl(['alerts', 'unsnooze', 'budget-95'])).code, 0);
  } finally {
    await again.stop();
  }
});

test('bad input names the field and the fix', () => withGateway({}, async (own) => {
  const refused = async (body) => (await own.admin('POST', '/alerts/preview', body)).body.error;
  const findings = async (body) => JSON.stringify(await refused(body));
  assert.match(await findings({ id: 'a', measure: 'taste', above: 1 }), /measure/);
  assert.match(await findings({ id: 'a', measure: 'spend' }), /exactly one of above and below/);
  assert.match(await findings({ id: 'a', measure: 'spend_spike', above: 3, scope: 'team:x' }),
    /spend_spike cannot be measured for team:x; use gateway, route:ID or provider:ID/);
  assert.match(await findings({ id: 'a', measure: 'spend', above: 3, quiet: 'night' }), /22:00-07:00/);
  const ctl = await own.ctl(['alerts', 'snooze', 'budget-80', 'long']);
  assert.equal(ctl.code, 1);
  assert.match(ctl.stderr, /for: "long" is no time/);
}));

test('a budget that refuses before all of it is spent is used up', () => withGateway({
  config: config({ budgets: [{ id: 'b', scope: 'key:tests', limit_usd: 0.08, period: 'month', action: 'block' }] }),
}, async (own) => {
  for (let i = 0; i < 3; ++i) await ask(own); // 7.5 cents: 94 %
  await until(() => of('budget-80').length, 'the message of 80 %', 10_000);
  assert.equal(of('budget-100').length, 0);
  await assert.rejects(ask(own), { status: 402 });
  await until(() => of('budget-100').length, 'the message of 100 %', 10_000);
  const [told] = of('budget-100');
  assert.equal(told.value, 100);
  assert.match(told.detail, /of \$0\.08; requests are refused/);
  await assert.rejects(ask(own), { status: 402 });
  assert.equal(of('budget-100').length, 1);
}));

test('a preview knows budgets of persons and tags', () => withGateway({
  config: config({
    budgets: [
      { id: 'ada', scope: 'person:ada', limit_usd: 1, period: 'month', action: 'warn' },
      { id: 'search', scope: 'tag:project=search', limit_usd: 1, period: 'month', action: 'warn' },
    ],
  }),
}, async (own) => {
  const key = (await own.admin('POST', '/keys', { name: 'of ada', owner: 'ada', routes: ['*'] })).body;
  assert.ok(key.secret, JSON.stringify(key));
  const client = new OpenAI({
    apiKey: key.secret, baseURL: `${own.url}/v1`, maxRetries: 0, defaultHeaders: { 'x-gatehouse-tags': 'stage=live,project=search' },
  });
  for (let i = 0; i < 24; ++i) await client.chat.completions.create({ model: 'fast', messages, max_tokens: 7 }); // 60 cents
  for (const id of ['ada', 'search']) {
    const fired = async (above) => (await own.admin('POST', '/alerts/preview',
      { id: 'a', measure: 'budget_used', scope: `budget:${id}`, above })).body.fired;
    await until(async () => (await fired(50)) === 1, `the preview of ${id}`, 10_000);
    assert.equal(await fired(70), 0);
  }
}));

test('what happens here fires the ready-made alerts', async () => {
  // As they are made, but at once, and slow is what a test can wait for.
  const at = (id, measure, above, more = {}) => ({ id, measure, above, channels: ['hook'], ...more });
  const keys = { GH_TEST_SOON_KEY: 'key-that-expires-soon-in-the-tests', GH_TEST_OFF_KEY: 'key-that-is-off-in-the-tests' };
  await withGateway({
    config: {
      ...config({
        alerts: [
          at('success-rate', 'success_rate', undefined, { below: 99.5 }), at('burn-rate', 'burn_rate', 14.4),
          at('breaker-open', 'breaker_open', 1), at('first-token', 'first_token_p95', 0.1),
        ],
        keys: [
          { id: 'tests', secret: 'env:GH_TEST_CLIENT_KEY' },
          { id: 'soon', secret: 'env:GH_TEST_SOON_KEY', expires: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) },
          { id: 'off', secret: 'env:GH_TEST_OFF_KEY', disabled: true },
        ],
      }),
      providers: [
        provider('oa', 'openai', upstream, { models: ['m'] }),
        provider('bad', 'openai', upstream, { models: ['b'] }),
        provider('odd', 'openai', upstream, { models: ['n'] }),
      ],
      routes: [route('fast', ['oa/m']), route('bad', ['bad/b']), route('odd', ['odd/n'])],
    },
    env: { GH_TEST_HOOK_SECRET: secret, ...keys },
  }, async (own) => {
    const call = (model, key = clientKey) => own.fetch('/v1/chat/completions', { body: { model, messages }, key });
    for (let i = 0; i < 24; ++i) {
      const streamed = await own.fetch('/v1/chat/completions', { body: { model: 'fast', messages, stream: true } });
      assert.match(await streamed.text(), /DONE/);
    }
    for (let i = 0; i < 21; ++i) assert.equal((await call('fast', keys.GH_TEST_OFF_KEY)).status, 401);
    assert.equal((await call('odd')).status, 200, 'without a price');
    upstream.always(fails(500));
    for (let i = 0; i < 6; ++i) await call('bad');
    upstream.always(fails(401));
    await call('odd');
    const expected = ['key-expires', 'unpriced', 'success-rate', 'burn-rate', 'breaker-open', 'provider-key-refused',
      'key-refused', 'first-token'];
    const missing = () => expected.filter((id) => !of(id).length);
    await until(() => missing().length === 0, 'every alert', 20_000, 100).catch((error) => {
      throw new Error(`${error.message}; not told: ${missing()}`);
    });
    assert.equal(of('key-expires')[0].object, 'soon');
    assert.equal(of('unpriced')[0].object, 'odd/n');
  });
});

/// Writes the requests in the books of a gateway that has stopped, with the sums by hour, once more
/// into each of \a hours (1: the hour before), or moves them there.
function intoThePast(dataDir, hours, keep = true) {
  const books = new DatabaseSync(path.join(dataDir, 'ledger.db'));
  const tables = books.prepare(`SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) c
    WHERE m.type = 'table' AND (c.name = 'hour' OR m.name = 'requests')`).all();
  for (const { name } of tables) {
    books.exec(`CREATE TEMP TABLE origin AS SELECT * FROM ${name}`);
    if (!keep) books.exec(`DELETE FROM ${name}`);
    hours.forEach((back, i) => {
      const change = name !== 'requests' ? `hour = hour - ${back}`
        : `n = n + 1000 * ${i + 1}, id = id || '-${back}', ts = ts - 3600000000 * ${back}`;
      books.exec(`CREATE TEMP TABLE past AS SELECT * FROM origin; UPDATE past SET ${change};
        INSERT INTO ${name} SELECT * FROM past; DROP TABLE past`);
    });
    books.exec('DROP TABLE origin');
  }
  books.close();
}

/// A mail server behind TLS that takes what a known user sends: {port, mails, stop}.
async function startMailServer({ certificate, key }) {
  const mails = [];
  const server = tls.createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (socket) => {
    let [text, inside, asked] = ['', false, false];
    const mail = { from: null, to: [], login: null };
    const say = (line) => socket.write(`${line}\r\n`);
    const answer = (line) => {
      if (/^EHLO/i.test(line)) return say('250-here\r\n250 AUTH PLAIN');
      if (/^AUTH PLAIN$/i.test(line)) {
        asked = true;
        return say('334 ');
      }
      if (asked || /^AUTH PLAIN /i.test(line)) {
        asked = false;
        mail.login = Buffer.from(line.replace(/^AUTH PLAIN /i, ''), 'base64').toString().split('\0').slice(1);
        return say('235 welcome');
      }
      if (/^MAIL FROM:/i.test(line)) mail.from = line.match(/<(.*)>/)[1];
      if (/^RCPT TO:/i.test(line)) mail.to.push(line.match(/<(.*)>/)[1]);
      if (/^DATA/i.test(line)) {
        inside = true;
        return say('354 go on');
      }
      return say(/^QUIT/i.test(line) ? '221 bye' : '250 fine');
    };
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', (part) => {
      text += part;
      for (;;) {
        const mark = inside ? '\r\n.\r\n' : '\r\n';
        const end = text.indexOf(mark);
        if (end < 0) return;
        const whole = text.slice(0, end);
        text = text.slice(end + mark.length);
        if (!inside) answer(whole);
        else {
          inside = false;
          mails.push({ ...mail, text: whole });
          say('250 taken');
        }
      }
    });
    say('220 here');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { mails, port: server.address().port, stop: () => server.close() };
}

test('a mail arrives through TLS, and the desktop is told', async () => {
  const authority = new Authority();
  const server = await startMailServer(authority.server('localhost'));
  const mail = {
    id: 'mail', kind: 'email', url: `smtps://localhost:${server.port}`, user: 'gate', secret: 'env:GH_TEST_HOOK_SECRET',
    from: 'gate@office.example', to: ['ada@office.example', 'bob@office.example'], ca_file: authority.file,
  };
  try {
    await withGateway({ config: config({ channels: [mail] }) }, async (own) => {
      let events = '';
      const listening = http.get({
        socketPath: own.announced.socket, path: '/admin/v1/events', headers: { host: 'localhost' },
      }, (response) => response.setEncoding('utf8').on('data', (part) => { events += part; }));
      listening.on('error', () => {});
      for (let i = 0; i < 33; ++i) await ask(own);
      const [sent] = await until(() => server.mails.length && server.mails, 'the mail').catch(async (error) => {
        throw new Error(`${error.message}: ${JSON.stringify((await own.admin('GET', '/alerts/deliveries')).body.items)}`);
      });
      assert.deepEqual([sent.from, sent.to, sent.login], ['gate@office.example', mail.to, ['gate', secret]]);
      assert.match(sent.text, /^Subject: .+/m);
      assert.match(sent.text, /\$0\.8\d of \$1\.00/);
      assert.ok(!sent.text.includes(secret));
      const told = await until(() => events.match(/event: notification\ndata: (.+)/), 'the desktop');
      assert.ok(told[1].includes('budget-80'), told[1]);
      listening.destroy();
      const delivered = await own.ctl(['alerts', 'deliveries']);
      assert.ok(delivered.json.items.some(({ channel, state }) => channel === 'mail' && state === 'delivered'));
    });
  } finally {
    server.stop();
  }
});

test('an hour that costs far more than usual is told, and that it is over', async () => {
  const options = { config: config({ budgets: [] }), env: { GH_TEST_HOOK_SECRET: secret } };
  await clearOfTheHour();
  const first = await Gateway.start(options);
  for (let i = 0; i < 2; ++i) await ask(first); // 5 cents
  await until(async () => (await first.admin('GET', '/requests')).body.items.length === 2, 'the books');
  await first.stop();
  const usual = Array.from({ length: 14 }, (_, i) => i + 2);
  intoThePast(first.dataDir, usual); // and so it was in each of many hours
  const second = await Gateway.start({ ...options, dataDir: first.dataDir });
  try {
    await until(async () => (await rule(second, 'spend-spike')).value !== undefined, 'what is usual');
    for (let i = 0; i < 3; ++i) await ask(second); // 12.5 cents: two and a half times
    await until(async () => (await rule(second, 'spend-spike')).value === 2.5, 'a look');
    assert.equal(of('spend-spike').length, 0);
    const preview = (await second.admin('POST', '/alerts/preview', { id: 'a', measure: 'spend_spike', above: 2 })).body;
    assert.ok(preview.fires_now, JSON.stringify(preview));
    await ask(second);
    await until(() => of('spend-spike').length, 'the message');
    const [told] = of('spend-spike');
    assert.equal(told.what, 'fired');
    assert.equal(told.value, 3);
    assert.equal(told.detail, '$0.15 in the last hour, usually $0.05');
    await ask(second);
    await until(async () => (await rule(second, 'spend-spike')).value === 3.5, 'the next look');
    assert.equal(of('spend-spike').length, 1);
  } finally {
    await second.stop();
  }
  intoThePast(first.dataDir, [20], false); // the hour is over
  await withGateway({ ...options, dataDir: first.dataDir }, async (third) => {
    await until(() => of('spend-spike').length === 2, 'that it is over');
    assert.equal(of('spend-spike')[1].what, 'recovered');
    assert.equal((await rule(third, 'spend-spike')).state, 'ok');
  });
});

test('a budget that will not last is told once in its period, and that it lasts after all', async () => {
  // It is noon: half of the day is over.
  const options = {
    config: config({
      budgets: [{ id: 'today', scope: 'key:tests', limit_usd: 1, period: 'day', action: 'warn' }],
      alerts: [{ id: 'budget-forecast', measure: 'budget_forecast', above: 100, channels: ['hook'] }],
    }),
    env: { GH_TEST_HOOK_SECRET: secret },
  };
  const own = await Gateway.start(options);
  const isAt = (least, most) => until(async () => {
    const { value } = await rule(own, 'budget-forecast');
    return value > least && value < most;
  }, `the forecast to be between ${least} and ${most}`);
  for (let i = 0; i < 18; ++i) await ask(own); // 45 cents
  await isAt(83, 91);
  assert.equal(of('budget-forecast').length, 0);
  for (let i = 0; i < 4; ++i) await ask(own); // 55 cents
  await until(() => of('budget-forecast').length, 'the message');
  const [told] = of('budget-forecast');
  assert.equal(told.what, 'fired');
  assert.equal(told.object, 'today');
  assert.match(told.detail, /^\$1\.[01]\d at the end of the period, of \$1\.00$/);

  await own.admin('POST', '/budgets/today/raise', { amount_usd: 1, reason: 'test' });
  await until(async () => (await rule(own, 'budget-forecast')).state === 'ok', 'the end');
  for (let i = 0; i < 24; ++i) await ask(own); // 115 cents of 2 dollars
  await isAt(105, 120);
  assert.equal((await rule(own, 'budget-forecast')).state, 'ok'); // told in this period
  // What is told within a minute goes together; who stops before tells it after the next start.
  await own.stop();
  await withGateway({ ...options, dataDir: own.dataDir }, async () => {
    await until(() => of('budget-forecast').length === 2, 'that it is over');
    assert.equal(of('budget-forecast')[1].what, 'recovered');
  });
  assert.equal(of('budget-forecast').length, 2);
});

test('a provider that is gone, an old price list, a certificate near its end and a full disk are told', async () => {
  const front = new Authority().server('office', undefined, 3);
  const gone = await FakeUpstream.start();
  const { url } = gone;
  const dataDir = temporaryFolder();
  writeFileSync(path.join(dataDir, 'prices.json'), readFileSync(catalogue, 'utf8').replace(/"version":"[^"]*"/, '"version":"2020-02-29"'));
  writeFileSync(path.join(dataDir, 'prices.state'), '{"checked_on":"2020-03-01"}');
  await gone.stop();
  await withGateway({
    dataDir,
    config: {
      ...config({ alerts: [{ id: 'disk-space', measure: 'disk_free_percent', below: 100, channels: ['hook'] }] }),
      gateway: { listen: ['127.0.0.1:0'], reporting_time_zone: noonZone(), tls: front },
      providers: [
        provider('oa', 'openai', upstream, { models: ['m'] }),
        provider('gone', 'openai', url, { models: ['m'], probe: { mode: 'models', interval: '1s' } }),
      ],
    },
    env: { GH_TEST_HOOK_SECRET: secret },
  }, async (own) => {
    const expected = ['provider-down', 'price-list', 'certificate-expires', 'disk-space'];
    const missing = () => expected.filter((id) => !of(id).length);
    await until(() => missing().length === 0, 'every alert', 40_000, 100).catch((error) => {
      throw new Error(`${error.message}; not told: ${missing()}`);
    });
    assert.equal(of('provider-down')[0].object, 'gone');
    assert.equal(of('price-list')[0].detail, 'last looked at on 2020-03-01');
    assert.ok(of('certificate-expires')[0].value > 2.9 && of('certificate-expires')[0].value <= 3);
    assert.ok(of('disk-space')[0].value < 100);
    assert.equal((await rule(own, 'node-silent')).state, 'ok');
  });
});

test('one changed byte in the audit log is told by the check after the next start', async () => {
  const own = await Gateway.start({ config: config(), env: { GH_TEST_HOOK_SECRET: secret } });
  const reason = 'because the launch was moved';
  assert.equal((await own.admin('POST', '/budgets/b/raise', { amount_usd: 1, reason })).status, 200);
  assert.equal((await own.ctl(['audit', 'verify'])).code, 0);
  await own.stop();
  let changed = 0;
  for (const name of readdirSync(own.dataDir).filter((file) => file.startsWith('gatehouse.db'))) {
    const file = path.join(own.dataDir, name);
    const bytes = readFileSync(file);
    for (let at = bytes.indexOf(reason); at >= 0; at = bytes.indexOf(reason, at + 1), ++changed) bytes[at] ^= 0x20;
    writeFileSync(file, bytes);
  }
  assert.ok(changed > 0, 'the reason is in the books');
  await withGateway({ config: config(), dataDir: own.dataDir }, async (again) => {
    await until(() => of('audit-check').length, 'the alert', 60_000, 100);
    assert.match(of('audit-check')[0].detail, /Record \d+ does not match its hash/);
    const { problems } = (await again.admin('GET', '/status')).body;
    assert.ok(problems.some(({ code }) => code === 'audit_broken'), 'the banner says so too');
    const verified = await again.ctl(['audit', 'verify']);
    assert.equal(verified.code, 1);
    assert.ok(verified.json.first_broken > 0);
    assert.match(verified.stderr, /record \d+ does not match its hash or is missing/);
  });
});

test('a preview calls things by their names', () => withGateway({
  config: config({
    teams: [{ id: 'support', name: 'Customer support' }],
    budgets: [{ id: 'ofteam', scope: 'team:support', limit_usd: 1, period: 'month', action: 'warn' }],
  }),
}, async (own) => {
  const preview = async (body) => (await own.admin('POST', '/alerts/preview', { id: 'a', above: 50, ...body })).body;
  const budget = await until(async () => {
    const told = await preview({ measure: 'budget_used', scope: 'budget:ofteam' });
    return told.value_of && told;
  }, 'a look');
  assert.equal(budget.value_of, 'Customer support');
  assert.match(budget.text, /Customer support/);
}));

test('a preview says how often it would have fired', () => withGateway({ config: config() }, async (own) => {
  await clearOfTheHour(); // figures are those of hours
  for (let i = 0; i < 24; ++i) await ask(own);
  const preview = await until(async () => {
    const { body } = await own.admin('POST', '/alerts/preview', { id: 'a', measure: 'spend', above: 0.5 });
    return body.fired === 1 && Math.abs(body.value - 0.6) < 1e-9 && body;
  }, 'the books');
  assert.equal(preview.basis, 'traffic');
  assert.ok(preview.fires_now);
  const budget = (await own.admin('POST', '/alerts/preview', { id: 'a', measure: 'budget_used', above: 50 })).body;
  assert.equal(budget.fired, 1);
  assert.equal(budget.basis, 'budgets');
}));
