// SPDX-License-Identifier: GPL-3.0-or-later
// Self-hosted engines that tell their load, sleep, wake up and load models.

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, provider, route, temporaryFolder, unusedAddress, until } from './support/gateway.mjs';

const question = { messages: [{ role: 'user', content: 'Hello?' }] };
const answer = JSON.stringify({
  id: 'c', object: 'chat.completion', created: 1, model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Here.' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

/// An engine that can be started and stopped: a port, and commands that only write down that they
/// ran; start() and stop() are what they would do.
class Engine {
  static async make() {
    const engine = new Engine();
    engine.address = await unusedAddress();
    engine.folder = temporaryFolder();
    engine.running = 0;
    engine.asked = [];
    for (const name of ['wake', 'sleep', 'fail']) {
      const file = path.join(engine.folder, name);
      writeFileSync(file, `#!/bin/sh\necho ${name} >> "$1"\n${name === 'fail' ? 'exit 7' : ''}\n`);
      chmodSync(file, 0o755);
    }
    return engine;
  }

  command(name) { return [path.join(this.folder, name), path.join(this.folder, 'log')]; }

  log() {
    const file = path.join(this.folder, 'log');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }

  start(handle) {
    this.server = http.createServer((request, response) => {
      this.asked.push(`${request.method} ${request.url}`);
      request.resume().on('end', () => {
        if (handle?.(request, response)) return;
        if (request.url === '/metrics') {
          response.end(`vllm:num_requests_running{model_name="m"} ${this.running}\n`
            + 'vllm:num_requests_waiting{model_name="m"} 0\nvllm:kv_cache_usage_perc{model_name="m"} 0.25\n');
        } else {
          response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
        }
      });
    });
    return new Promise((resolve) => this.server.listen(this.address.port, this.address.host, resolve));
  }

  stop() {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  provider(id, more = {}) {
    return provider(id, 'openai', this.address.url,
      { models: ['m'], engine: 'vllm', self_hosted: true, ...more });
  }
}

describe('engines', () => {
  const engines = {};
  let cloud;
  let gateway;

  const load = async (id) => (await gateway.admin('GET', `/providers/${id}`)).body.engine_load;
  const reaches = (id, state) => until(async () => (await load(id))?.state === state, `${id} to be ${state}`, 20_000, 50);
  const ask = (model) => gateway.fetch('/v1/chat/completions', { body: { model, ...question } });
  const happened = (code) => until(async () => (await gateway.admin('GET', '/overview?range=1h')).body.events
    .some((event) => event.code === code), code);

  before(async () => {
    for (const name of ['busy', 'sleepy', 'shared', 'idle', 'broken', 'cold']) engines[name] = await Engine.make();
    cloud = await FakeUpstream.start();
    await engines.busy.start();
    await engines.idle.start();
    let loaded = [];
    await engines.cold.start((request, response) => {
      if (request.url === '/api/ps') {
        response.end(JSON.stringify({ models: loaded }));
      } else if (request.url.startsWith('/api/') || request.url.startsWith('/v1/')) {
        setTimeout(() => {
          loaded = [{ name: 'm:latest' }];
          const chat = { model: 'm', created_at: '2026-11-22T00:00:00Z', message: { role: 'assistant', content: 'Here.' }, done: true, done_reason: 'stop', prompt_eval_count: 1, eval_count: 1 };
          response.writeHead(200, { 'content-type': 'application/json' })
            .end(request.url.startsWith('/api/') ? JSON.stringify(chat) : answer);
        }, 900);
      } else {
        return false;
      }
      return true;
    });
    const wakes = (engine) => ({ power: { wake: engine.command('wake'), wake_time: '60s' } });
    gateway = await Gateway.start({
      config: base([
        engines.busy.provider('busy'),
        engines.sleepy.provider('sleepy', wakes(engines.sleepy)),
        engines.shared.provider('shared', wakes(engines.shared)),
        engines.idle.provider('idle', { power: { sleep: engines.idle.command('sleep'), wake: engines.idle.command('wake'), idle_time: '2s' } }),
        engines.broken.provider('broken', { power: { wake: engines.broken.command('fail'), wake_time: '5s' } }),
        provider('cold', 'ollama', engines.cold.address.url,
          { keys: [], models: ['m'], engine: 'ollama', self_hosted: true, timeouts: { first_byte: '200ms' } }),
        provider('cloud', 'openai', cloud, { models: ['m'] }),
      ], [
        route('alone', ['sleepy/m']),
        route('either', ['shared/m', 'cloud/m']),
        route('hopeless', ['broken/m']),
      ]),
    });
  });

  after(async () => {
    await gateway?.stop();
    Object.values(engines).forEach((engine) => engine.stop());
    await cloud?.stop?.();
  });

  test('the load is shown and measured', async () => {
    engines.busy.running = 5;
    const told = await until(async () => {
      const now = await load('busy');
      return now?.running === 5 && now.age_ms < 3_000 && now;
    }, 'the load to be read', 20_000, 50);
    assert.equal(told.state, 'ready');
    assert.equal(told.cache_usage, 0.25);
    assert.equal((await gateway.admin('GET', '/providers/cloud')).body.engine_load, null);
    await until(async () => /gatehouse_engine_running\{provider="busy"\} 5/
      .test(await (await gateway.fetch('/metrics')).text()), 'the metrics to say so', 20_000, 50);
  });

  test('requests wait for their engine, which is woken once', async () => {
    await reaches('sleepy', 'asleep');
    const asked = Promise.all([ask('alone'), ask('alone'), ask('alone')]);
    await until(() => engines.sleepy.log().length > 0, 'the wake command');
    await until(async () => (await gateway.admin('GET', '/requests/running')).body.items.length === 3, 'all to wait');
    await engines.sleepy.start();
    for (const reply of await asked) assert.equal(reply.status, 200);
    assert.deepEqual(engines.sleepy.log(), ['wake']);
    await happened('engine_woken');
    await reaches('sleepy', 'ready');
  });

  test('another target answers while the engine wakes', async () => {
    await reaches('shared', 'asleep');
    const reply = await ask('either');
    assert.equal(reply.status, 200);
    assert.equal((await gateway.row(reply.headers.get('x-request-id'))).provider, 'cloud');
    await until(() => engines.shared.log().length > 0, 'the wake command');
    await engines.shared.start();
    await reaches('shared', 'ready');
    const local = await ask('either');
    assert.equal((await gateway.row(local.headers.get('x-request-id'))).provider, 'shared');
  });

  test('an idle engine is put to sleep and woken by the next request', async () => {
    await until(() => engines.idle.log().includes('sleep'), 'the sleep command', 20_000, 50);
    engines.idle.stop();
    await reaches('idle', 'asleep');
    await happened('engine_slept');
    const asked = ask('idle/m');
    await until(() => engines.idle.log().includes('wake'), 'the wake command');
    await engines.idle.start();
    assert.equal((await asked).status, 200);
  });

  test('a waking that fails is said', async () => {
    await reaches('broken', 'asleep');
    const reply = await ask('hopeless');
    assert.equal(reply.status, 503);
    assert.equal((await reply.json()).error.code, 'capacity_exceeded');
    assert.ok(Number(reply.headers.get('retry-after')) > 0);
    await happened('engine_wake_failed');
  });

  test('a cold model may take its time', async () => {
    await until(async () => (await load('cold'))?.loaded_models?.length === 0, 'the model to be cold', 20_000, 50);
    const reply = await ask('cold/m');
    assert.equal(reply.status, 200, await reply.clone().text());
    await until(async () => (await load('cold'))?.loaded_models?.length === 1, 'the model to be warm', 20_000, 50);
  });
});
