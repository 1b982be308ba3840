// SPDX-License-Identifier: GPL-3.0-or-later
// Faults of upstreams that the other files do not bring about; README.md lists all of them. Answers
// that end at every byte, streams that say nothing, TLS that is too old or too early, and a target that
// hangs again and again.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { after, before, describe, test } from 'node:test';
import tls from 'node:tls';

import { Authority } from './support/certificates.mjs';
import { FakeUpstream, answers, hangs, words } from './support/fakeupstream.mjs';
import { Gateway, base, events, pause, provider, route, until } from './support/gateway.mjs';

const text = words.join('');

/// A good answer of its own words, as bytes: a stream in chunks, or one body.
const chunk = (content) => `data: ${JSON.stringify({
  id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, ...content }],
})}\n\n`;
const pieces = [
  chunk({ delta: { role: 'assistant', content: '' } }), chunk({ delta: { content: 'cut' } }),
  chunk({ delta: { content: ' off' } }), chunk({ delta: {}, finish_reason: 'stop' }),
  'data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}}\n\n',
  'data: [DONE]\n\n',
];
const streamed = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n'
  + pieces.map((one) => `${one.length.toString(16)}\r\n${one}\r\n`).join('') + '0\r\n\r\n';
const body = JSON.stringify({
  id: 'c', object: 'chat.completion', created: 1, model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'cut off' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
});
const whole = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

/// Answers only as many bytes as the question asks for ("17 reset"), and ends in that way.
class Cutter {
  sockets = new Set();
  requests = 0;
  again = 0; ///< requests on a connection that has had one

  static async start() {
    const cutter = new Cutter();
    cutter.server = net.createServer((socket) => {
      cutter.sockets.add(socket);
      let received = '';
      let answered = false;
      socket.on('error', () => {}).on('close', () => cutter.sockets.delete(socket));
      socket.on('data', (part) => {
        received += part;
        const asked = /"(\d+) (end|reset|stall)"/.exec(received);
        if (!asked || !received.trimEnd().endsWith('}')) return;
        ++cutter.requests;
        if (answered) ++cutter.again;
        answered = true;
        const answer = received.includes('"stream":true') ? streamed : whole;
        const end = () => ({ end: () => socket.end(), reset: () => socket.resetAndDestroy(), stall: () => {} })[asked[2]]();
        received = '';
        if (asked[1] === '0') end();
        else socket.write(answer.slice(0, Number(asked[1])), end);
      });
    });
    await new Promise((resolve) => cutter.server.listen(0, '127.0.0.1', resolve));
    return cutter;
  }

  get url() { return `http://127.0.0.1:${this.server.address().port}`; }

  async stop() {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/// Any number of questions, a few at a time.
async function each(questions, ask) {
  const left = [...questions];
  await Promise.all(Array.from({ length: 12 }, async () => {
    while (left.length > 0) await ask(left.shift());
  }));
}

const never = { failures: 1000, failure_share: 100, least_requests: 1000 };
const authority = new Authority();
let cutter;
let good;
let silent;
let fronts;
let gateway;

/// A server that speaks TLS only as told; whoever asks it gets no answer.
async function front(name, { days, from, ...options } = {}) {
  const files = authority.server(name, 'DNS:localhost,IP:127.0.0.1', days, from);
  const server = tls.createServer({ cert: readFileSync(files.certificate), key: readFileSync(files.key), ...options }, (socket) => socket.destroy());
  server.on('tlsClientError', () => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `https://127.0.0.1:${server.address().port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}

before(async () => {
  [cutter, good, silent] = await Promise.all([Cutter.start(), FakeUpstream.start(), FakeUpstream.start()]);
  fronts = {
    old: await front('old', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    early: await front('early', { from: '20990101000000Z' }),
  };
  const providers = [
    provider('good', 'openai', good, { models: ['m'] }),
    provider('cutter', 'openai', cutter.url, { models: ['m'], breaker: never }),
    provider('streamer', 'openai', cutter.url, { models: ['m'], breaker: never }),
    // Silence counts for many failures: of its own.
    provider('staller', 'openai', cutter.url, { models: ['m'], timeouts: { first_byte: '400ms', idle: '300ms' }, breaker: never }),
    provider('talks', 'openai', silent, { models: ['m'], timeouts: { first_byte: '400ms' }, breaker: never }),
    provider('late', 'openai', silent, { models: ['m'], timeouts: { first_byte: '3s' }, breaker: never }),
    provider('thinks', 'openai', silent, { models: ['m'], timeouts: { first_byte: '30s' }, breaker: never }),
    provider('hangs', 'openai', silent, {
      models: ['m'], timeouts: { first_byte: '4s' }, breaker: { rest: '100ms', longest_rest: '100ms' },
    }),
    ...Object.entries(fronts).map(([id, { url }]) => provider(id, 'openai', url, { models: ['m'], ca_file: authority.file })),
  ];
  const pairs = ['talks', 'thinks', 'hangs', 'old', 'early'];
  const routes = [
    // Alone in their routes: beside a good target, one that fails so often is left alone for a while.
    ...['cutter', 'streamer', 'staller'].map((id) => route(id, [`${id}/m`], { fallback: ['good'], retry: { attempts: 2 } })),
    route('good', ['good/m']),
    ...pairs.map((id) => route(id, [`${id}/m`, 'good/m'], { retry: { attempts: 2 } })),
    route('alone', ['late/m'], { retry: { attempts: 1 } }),
  ];
  const prices = ['good', 'cutter', 'streamer', 'staller'].map((id) => ({ provider: id, model: 'm', input_usd_per_mtok: 1, output_usd_per_mtok: 1 }));
  gateway = await Gateway.start({ config: base(providers, routes, { prices }) });
});

after(async () => {
  await gateway?.stop();
  await Promise.all([cutter, good, silent, ...Object.values(fronts ?? {})].map((one) => one?.stop()));
});

const ask = (model, content, stream = false) => gateway.fetch('/v1/chat/completions', {
  body: { model, stream, messages: [{ role: 'user', content }] },
});
const contentOf = (received) => received.map(({ data }) => data.choices?.[0]?.delta?.content ?? '').join('');

/// Nothing billed twice: what failed costs nothing unless the client has its words.
async function checkBill(response, served) {
  const row = await gateway.row(response.headers.get('x-request-id'));
  assert.equal(row.attempts.filter(({ result }) => result === 'ok').length, served ? 1 : 0);
  assert.ok(row.attempts.slice(0, -1).every(({ cost_nano_usd: cost }) => !cost), 'what failed before is not billed');
  assert.equal(row.attempts.at(-1).cost_nano_usd, row.cost_nano_usd);
}

describe('an answer that ends at every byte', () => {
  test('whole: the next target answers, and no caller notices', async () => {
    const questions = ['end', 'reset'].flatMap((way) => Array.from({ length: whole.length }, (_, at) => [at, way]));
    for (let at = 0; at < whole.length; at += 23) questions.push([at, 'stall']);
    await each(questions, async ([at, way]) => {
      const response = await ask(way === 'stall' ? 'staller' : 'cutter', `${at} ${way}`);
      const { choices, error } = await response.json();
      assert.equal(response.status, 200, `${at} ${way}: ${JSON.stringify(error)}`);
      assert.equal(choices[0].message.content, text, `${at} ${way}`);
      if (at % 40 === 0) await checkBill(response, true);
    });
  });

  test('streamed: another answer before the first word, an error event after it', async () => {
    // In no order, so that never too many fail in a row.
    const questions = ['end', 'reset'].flatMap((way) => Array.from({ length: streamed.length }, (_, i) => [(i * 521) % streamed.length, way]));
    for (let at = 0; at < streamed.length; at += 29) questions.push([at, 'stall']);
    const seen = { elsewhere: 0, broken: 0, complete: 0 };
    await each(questions, async ([at, way]) => {
      const what = `${at} ${way}`;
      const response = await ask(way === 'stall' ? 'staller' : 'streamer', what, true);
      const received = events(await response.text());
      assert.equal(response.status, 200, what);
      const ended = received.at(-1)?.data === '[DONE]';
      const said = contentOf(received);
      if (said === text) {
        assert.ok(ended, what);
        ++seen.elsewhere;
      } else if (ended) {
        assert.equal(said, 'cut off', what);
        ++seen.complete;
      } else {
        assert.ok(received.at(-1).data.error, `${what}: the last event is an error`);
        assert.ok(said.startsWith('cut'), `${what}: an error without a word before it is another target's`);
        ++seen.broken;
      }
      if (at % 40 === 0) await checkBill(response, ended);
    });
    assert.ok(seen.elsewhere > 100 && seen.broken > 100 && seen.complete >= 5, JSON.stringify(seen));
  });

  test('and its connection is never used again', async () => {
    await until(() => cutter.sockets.size === 0, 'all connections to be closed', 10_000);
    assert.ok(cutter.requests > 1000);
    assert.equal(cutter.again, 0);
  });
});

describe('a stream without a word', () => {
  /// Comments for ever, as some providers send them while a model thinks.
  const comments = async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    while (!response.destroyed) {
      response.write(': still there\n\n');
      await pause(40);
    }
  };

  test('is left when its time for a first token is over', async () => {
    silent.always(comments);
    const response = await ask('talks', 'Hi', true);
    assert.equal(contentOf(events(await response.text())), text);
    const row = await gateway.row(response.headers.get('x-request-id'));
    assert.deepEqual(row.attempts.map(({ provider: id, result }) => [id, result]), [['talks', 'timeout_first_token'], ['good', 'ok']]);
    await silent.last.gone;
  });

  test('ends with an error event where it has reached the client', async () => {
    silent.reset();
    silent.always(comments);
    const response = await ask('alone', 'Hi', true);
    const received = events(await response.text());
    assert.equal(received.at(-1).data.error.code, 'upstream_timeout');
    assert.equal((await gateway.row(response.headers.get('x-request-id'))).outcome, 'timeout_first_token');
    await silent.last.gone;
  });

  test('that begins in time is served', async () => {
    silent.always(async (request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': thinking\n\n');
      await pause(2_300); // longer than a stream is held back
      response.end(pieces.join(''));
    });
    const response = await ask('thinks', 'Hi', true);
    const received = events(await response.text());
    assert.equal(contentOf(received), 'cut off');
    assert.equal(received.at(-1).data, '[DONE]');
  });
});

describe('certificates', () => {
  for (const [id, what] of [['old', /version|protocol|alert/i], ['early', /not yet valid/i]])
    test(`TLS that is ${id}: the reason is told, another target answers`, async () => {
      const response = await ask(id, 'Hi');
      assert.equal(response.status, 200);
      const row = await gateway.row(response.headers.get('x-request-id'));
      assert.equal(row.attempts[0].result, 'tls_failed');
      assert.match(row.attempts[0].detail, what);
      assert.equal(row.attempts[1].result, 'ok');
    });
});

test('a target that hangs costs its whole limit once; trials are given a few times the usual', async () => {
  const limit = 4_000;
  silent.reset();
  for (let i = 0; i < 3; ++i) assert.equal((await ask('hangs', 'Hi')).status, 200); // now its usual time is known
  silent.always(hangs());
  const first = await Promise.all(Array.from({ length: 8 }, () => ask('hangs', 'Hi')));
  for (const response of first) {
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('x-gatehouse-provider'), 'good');
  }
  const trials = [];
  await until(async () => {
    const response = await ask('hangs', 'Hi');
    assert.equal(response.headers.get('x-gatehouse-provider'), 'good');
    const row = await gateway.row(response.headers.get('x-request-id'));
    if (row.attempts.length > 1) trials.push(row);
    return trials.length === 4;
  }, 'four trials', 120_000, 50);
  const given = trials.map(({ trace }) => Number(/given (\d+) ms/.exec(trace.steps.find(({ name }) => name === 'trial')?.text)?.[1] ?? limit));
  assert.ok(given[0] >= 1_000 && given[0] < limit, `${given[0]} ms`);
  assert.deepEqual(given, [1, 2, 4, 1].map((times) => Math.min(limit, times * given[0])));
  assert.ok(trials.every(({ attempts }) => attempts[0].result === 'timeout_first_token'));

  silent.always(answers());
  await until(async () => (await ask('hangs', 'Hi')).headers.get('x-gatehouse-provider') === 'hangs', 'it to be back', 10_000, 50);
});
