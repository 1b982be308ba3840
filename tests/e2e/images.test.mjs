// SPDX-License-Identifier: GPL-3.0-or-later
// Images that a client names by address, for providers that must be given their bytes: the gateway
// fetches them where it is told to, from where it may, and nothing else.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

import { startKind, story } from './support/fakekinds.mjs';
import { Gateway, base, clientKey, provider, route, slowness, until, within } from './support/gateway.mjs';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20_000, 7)]);

/// A host of images: what is at a path is a function (request, response).
class ImageHost {
  asked = [];

  static async start(paths) {
    const host = new ImageHost();
    host.server = http.createServer((request, response) => {
      host.asked.push(request);
      request.gone = new Promise((resolve) => response.on('close', () => resolve(performance.now())));
      (paths[request.url.split('?')[0]] ?? ((_request, answer) => answer.writeHead(404).end()))(request, response, host);
    });
    await new Promise((resolve) => host.server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get url() { return `http://127.0.0.1:${this.server.address().port}`; }
  stop() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const image = (type = 'image/png', bytes = png) => (_request, response) =>
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
const leads = (location) => (_request, response) => response.writeHead(302, { location }).end();

const paths = {
  '/cat.png': image('image/jpeg'), '/huge.png': image('image/png', Buffer.concat([png, Buffer.alloc(2_000_000)])),
  '/page.html': image('text/html', Buffer.from('<html>')), '/liar.png': image('image/png', Buffer.from('<html>')),
  '/moved.png': leads('/cat.png'), '/metadata.png': leads('https://169.254.169.254/latest/meta-data/'),
  '/inside.png': leads('https://10.0.0.1/'), '/circle.png': leads('/circle.png'), '/hangs.png': () => {},
  '/endless.png': (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    const more = () => { while (!response.destroyed && response.write(png)); };
    response.on('drain', more);
    more();
  },
};

const fakes = {};
let host;
let other;
const gateways = {};

function config(fetch_images) {
  // Models are named, so that nothing but the tests asks the providers.
  return base(Object.entries(fakes).map(([name, fake]) => provider(name, name, fake, { models: ['m', 'gpt-4o'] })),
    [
      route('gemini', ['gemini/m']), route('ollama', ['ollama/m']), route('openai', ['openai/gpt-4o']),
      route('either', ['gemini/m', 'openai/gpt-4o'], { strategy: 'priority' }),
    ], { gateway: fetch_images ? { fetch_images } : {} });
}

before(async () => {
  for (const kind of ['gemini', 'ollama', 'openai']) fakes[kind] = await startKind(kind);
  host = await ImageHost.start(paths);
  other = await ImageHost.start(paths);
  const own = host.url.replace('http://', '');
  gateways.on = await Gateway.start({ config: config({ enabled: true, max_bytes: '1MiB', timeout: `${2 * slowness}s`, private_hosts: [own] }) });
  gateways.off = await Gateway.start({ config: config() });
});

after(async () => {
  for (const one of [...Object.values(gateways), ...Object.values(fakes), host, other]) await one?.stop();
});

beforeEach(() => {
  for (const fake of Object.values(fakes)) fake.forget();
  for (const one of [host, other]) one.asked = [];
});

const clientOf = (gateway) => new OpenAI({ apiKey: clientKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
const looks = (...urls) => [{
  role: 'user', content: [{ type: 'text', text: 'What is it?' }, ...urls.map((url) => ({ type: 'image_url', image_url: { url } }))],
}];
const ask = (model, urls, { gateway = gateways.on, ...more } = {}) =>
  clientOf(gateway).chat.completions.create({ model, messages: looks(...[urls].flat()), ...more });
const inlineIn = (fake) => fake.last.json.contents.flatMap(({ parts }) => parts).filter(({ inlineData }) => inlineData);
const steps = (row, name) => row.trace.steps.filter((step) => step.name === name);

/// The refusal of an image: its words, its row, and that no provider was asked.
async function refused(url, options = {}) {
  const error = await ask('gemini', url, options).then(() => assert.fail('was taken'), (reason) => reason);
  assert.equal(error.status, 400);
  assert.equal(error.param, 'messages');
  assert.equal(fakes.gemini.requests.length, 0);
  return { words: error.message, row: await (options.gateway ?? gateways.on).row(error.headers.get('x-request-id')) };
}

describe('an image by address', () => {
  test('reaches Gemini as bytes, of the type that it is', async () => {
    const url = `${host.url}/cat.png?signature=abc`;
    const { data, response } = await ask('gemini', url).withResponse();
    assert.equal(data.choices[0].message.content, story);
    assert.deepEqual(inlineIn(fakes.gemini), [{ inlineData: { mimeType: 'image/png', data: png.toString('base64') } }]);
    const [{ headers }] = host.asked;
    assert.equal(headers.authorization, undefined);
    assert.match(headers['user-agent'], /^Gatehouse\//);
    const row = await gateways.on.row(response.headers.get('x-request-id'));
    assert.equal(steps(row, 'image').length, 1);
    assert.match(steps(row, 'image')[0].text, /^127\.0\.0\.1: image\/png, 20008 bytes in \d+ ms$/);
    assert.ok(!JSON.stringify(row).includes('signature=abc'));
  });

  test('reaches Ollama, streamed, and is fetched once however often it is named', async () => {
    const url = `${host.url}/moved.png`;
    const stream = await ask('ollama', [url, url], { stream: true });
    const text = (await Array.fromAsync(stream)).map(({ choices }) => choices[0]?.delta.content ?? '').join('');
    assert.equal(text, story);
    assert.deepEqual(fakes.ollama.last.json.messages[0].images, [png.toString('base64'), png.toString('base64')]);
    assert.deepEqual(host.asked.map(({ url: path }) => path), ['/moved.png', '/cat.png']);
  });

  test('of an Anthropic client too', async () => {
    const client = new Anthropic({ apiKey: clientKey, baseURL: gateways.on.url, maxRetries: 0 });
    const source = { type: 'url', url: `${host.url}/cat.png` };
    const message = await client.messages.create({
      model: 'gemini', max_tokens: 50, messages: [{ role: 'user', content: [{ type: 'image', source }, { type: 'text', text: 'What?' }] }],
    });
    assert.equal(message.content[0].text, story);
    assert.equal(inlineIn(fakes.gemini)[0].inlineData.data, png.toString('base64'));
  });

  test('is not fetched for a provider that loads it itself', async () => {
    const url = `${other.url}/cat.png`;
    await ask('openai', url);
    assert.equal(fakes.openai.last.json.messages[0].content[1].image_url.url, url);
    assert.deepEqual([host.asked.length, other.asked.length], [0, 0]);
  });

  test('that cannot be had is left to a provider that loads it itself', async () => {
    const { data, response } = await ask('either', `${other.url}/cat.png`).withResponse();
    assert.equal(data.choices[0].message.content, story);
    assert.equal(response.headers.get('x-gatehouse-provider'), 'openai');
    assert.equal(fakes.gemini.requests.length, 0);
  });
});

describe('is refused, with the reason,', () => {
  for (const [path, why] of [
    ['/nothing.png', /its host answered 404/], ['/huge.png', /larger than 1048576 bytes/], ['/endless.png', /larger than 1048576 bytes/],
    ['/page.html', /says it is 'text\/html', no image/], ['/liar.png', /no PNG, JPEG, GIF or WebP image/],
    ['/metadata.png', /does not fetch from this address/], ['/inside.png', /does not fetch from private addresses/],
    ['/circle.png', /redirects more than 3 times/], ['/hangs.png', /did not come in time/],
  ]) {
    test(path, async () => {
      const { words, row } = await refused(`${host.url}${path}`);
      assert.match(words, why);
      assert.equal(row.outcome, 'bad_request');
      assert.equal(steps(row, 'image')[0].ok, false);
    });
  }

  test('from a private address that nobody allowed', async () => {
    for (const url of [other.url, other.url.replace('127.0.0.1', 'localhost'), 'https://127.0.0.1', 'https://[::1]', 'https://10.0.0.1',
      'https://169.254.169.254', 'https://2130706433'])
      assert.match((await refused(`${url}/cat.png`)).words, /only https:|private addresses|this address/);
    assert.equal(other.asked.length, 0);
  });

  test('when it is off, and is told how to switch it on', async () => {
    const { words } = await refused(`${host.url}/cat.png`, { gateway: gateways.off });
    assert.match(words, /gateway\.fetch_images\.enabled/);
    assert.equal(host.asked.length, 0);
  });

  test('when there are too many', async () => {
    const { words } = await refused(Array.from({ length: 21 }, (_, index) => `${host.url}/cat.png?${index}`));
    assert.match(words, /at most 20/);
    assert.equal(host.asked.length, 0);
  });
});

test('a client that leaves ends the fetching', async () => {
  const call = ask('gemini', `${host.url}/hangs.png`, {}).catch(() => {});
  await within(100, leave);
  await call;
});

async function leave() {
  host.asked = [];
  const leaving = new AbortController();
  const gone = fetch(`${gateways.on.url}/v1/chat/completions`, {
    method: 'POST', signal: leaving.signal, headers: { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gemini', messages: looks(`${host.url}/hangs.png?leaves`) }),
  }).catch(() => {});
  const request = await until(() => host.asked.find(({ url }) => url.endsWith('leaves')), 'the host to be asked');
  const left = performance.now();
  leaving.abort();
  await gone;
  return await request.gone - left;
}
