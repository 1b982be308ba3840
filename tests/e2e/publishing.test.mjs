// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration with 1,000 routes is published again and again while 64 clients ask without a
// pause, whole and streamed: none of them loses an answer, and each publication is quickly in force.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, clientKey, provider, route } from './support/gateway.mjs';

const clients = 64;
const routes = 1000;
const publications = 10;
const body = (stream) => JSON.stringify({ model: 'fast', messages: [{ role: 'user', content: 'Hi' }], stream });

let upstream;
let gateway;

const document = (revision) => base(
  [provider('oa', 'openai', upstream, { models: ['m', 'n'] })],
  [route('fast', revision % 2 ? ['oa/m', 'oa/n'] : ['oa/n', 'oa/m']),
    ...Array.from({ length: routes - 1 }, (_, i) => route(`route-${revision}-${i}`, ['oa/m', 'oa/n']))],
);

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start();
  const first = await gateway.admin('PUT', '/config', { document: document(0) });
  assert.equal(first.status, 200, JSON.stringify(first.body));
});
after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

async function ask(stream) {
  const answer = await fetch(`${gateway.url}/v1/chat/completions`, {
    method: 'POST', body: body(stream),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${clientKey}` },
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  assert.ok(stream ? text.trimEnd().endsWith('data: [DONE]') : JSON.parse(text).choices.length === 1);
}

test('1,000 routes are published under 64 clients, and nobody loses an answer', async (t) => {
  let going = true;
  let answers = 0;
  const loops = Array.from({ length: clients }, async (_, i) => {
    while (going) {
      await ask(i % 2 === 1);
      ++answers;
    }
  });
  const times = [];
  for (let revision = 1; revision <= publications; ++revision) {
    const begin = performance.now();
    const { status, body: answer } = await gateway.admin('PUT', '/config', { document: document(revision) });
    times.push(performance.now() - begin);
    assert.equal(status, 200, JSON.stringify(answer));
    const before = answers;
    while (answers < before + clients) await ask(false);
  }
  going = false;
  await Promise.all(loops);
  assert.ok(answers >= publications * clients);
  const { body: models } = await gateway.admin('GET', '/routes');
  assert.equal(models.items.length, routes);
  t.diagnostic(`${answers} answers; request to reply of a publication ${Math.round(Math.max(...times))} ms at most`);
});
