// SPDX-License-Identifier: GPL-3.0-or-later
// Coding agents, as people install them, finish a task on a provider of another kind. They run in a
// home folder of their own; whatever they would ask outside this machine ends at a proxy here.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';

import { startKind } from './support/fakekinds.mjs';
import { Gateway, base, clientKey, provider, route, slowness, temporaryFolder } from './support/gateway.mjs';

const kindsServed = ['anthropic', 'openai', 'gemini', 'ollama', 'cohere', 'mistral'];
const agents = path.resolve(import.meta.dirname, 'node_modules/.bin');
const patience = 60_000 * slowness;
const secret = 'moonlight-4711';

const fakes = {};
let gateway;
let outside;
/// What an agent wanted from elsewhere.
const wanted = [];

before(async () => {
  await Promise.all(kindsServed.map(async (kind) => { fakes[kind] = await startKind(kind); }));
  gateway = await Gateway.start({
    config: base(
      kindsServed.map((kind) => provider(kind, kind, kind === 'mistral' ? `${fakes[kind].url}/v1` : fakes[kind], { models: ['m'] })),
      kindsServed.map((kind) => route(`to-${kind}`, [`${kind}/m`])),
    ),
  });
  const refuse = (request, answer) => {
    wanted.push(request.url);
    answer.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
  };
  outside = http.createServer((request, response) => refuse(request, response.socket));
  outside.on('connect', refuse);
  await new Promise((resolve) => outside.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  outside?.closeAllConnections();
  outside?.close();
  await gateway?.stop();
  await Promise.all(Object.values(fakes).map((fake) => fake.stop()));
});

beforeEach(() => Object.values(fakes).forEach((fake) => fake.forget()));

/// A folder with a file whose content only a tool can tell.
function workplace() {
  const home = temporaryFolder();
  const work = path.join(home, 'work');
  mkdirSync(work);
  writeFileSync(path.join(work, 'note.txt'), `${secret}\n`);
  return { home, work };
}

/// Runs an agent to its end: {code, out, log}.
function runAgent(name, args, { home, work }, env) {
  const proxy = `http://127.0.0.1:${outside.address().port}`;
  return new Promise((resolve) => {
    const child = spawn(path.join(agents, name), args, {
      cwd: work, stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${path.resolve(agents, '../node/bin')}:${process.env.PATH}`, HOME: home, TMPDIR: home, LANG: 'C.UTF-8',
        HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ALL_PROXY: proxy, https_proxy: proxy, http_proxy: proxy,
        NO_PROXY: '127.0.0.1,localhost', no_proxy: '127.0.0.1,localhost', ...env,
      },
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), patience);
    let out = '';
    let log = '';
    child.stdout.on('data', (part) => { out += part; });
    child.stderr.on('data', (part) => { log += part; });
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code: code ?? signal, out, log });
    });
  });
}

/// The model's part: reads the note with the agent's own tool, then tells what stood in it.
const reading = (tool, input) => ({ tools, results, thinks }) => {
  const reasoning = thinks ? 'Where is the note?' : '';
  const found = results.at(-1)?.match(/moonlight-\d+/)?.[0];
  if (results.length > 0) return { text: `The note says ${found}.`, reasoning };
  if (tools.includes(tool)) return { text: 'I shall look.', reasoning, calls: [{ name: tool, input }] };
  return { text: 'A note' };
};

function finished(kind, { code, out, log }) {
  assert.deepEqual(fakes[kind].refused, []);
  assert.equal(code, 0, log + out);
  assert.match(out, new RegExp(`The note says ${secret}`));
  assert.ok(fakes[kind].views.some(({ stream, results }) => stream && results.length > 0), 'a result came back');
}

function codexHome({ home }, model) {
  const folder = path.join(home, '.codex');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'config.toml'), `
model = "${model}"
model_provider = "gatehouse"
check_for_update_on_startup = false
[analytics]
enabled = false
[features]
plugins = false
remote_plugin = false
apps = false
[model_providers.gatehouse]
name = "Gatehouse"
base_url = "${gateway.url}/v1"
env_key = "GATEHOUSE_KEY"
wire_api = "responses"
request_max_retries = 0
stream_max_retries = 0
`);
  return { CODEX_HOME: folder, GATEHOUSE_KEY: clientKey };
}

for (const kind of kindsServed.filter((one) => one !== 'openai')) {
  test(`Codex reads a file, on ${kind}`, async () => {
    const place = workplace();
    fakes[kind].plays = reading('exec_command', { cmd: 'cat note.txt' });
    const { code, out, log } = await runAgent('codex', [
      'exec', '--skip-git-repo-check', '--sandbox', 'danger-full-access', 'What does note.txt say?',
    ], place, codexHome(place, `to-${kind}`));
    finished(kind, { code, out, log });
  });
}

const claudeArgs = ['-p', 'What does note.txt say?', '--allowedTools', 'Read'];
for (const kind of kindsServed) {
  test(`Claude Code reads a file, on ${kind}`, async () => {
    const place = workplace();
    fakes[kind].plays = reading('Read', { file_path: path.join(place.work, 'note.txt') });
    const { code, out, log } = await runAgent('claude', [...claudeArgs, '--model', `to-${kind}`], place, {
      ANTHROPIC_BASE_URL: gateway.url, ANTHROPIC_API_KEY: clientKey, DISABLE_TELEMETRY: '1', DISABLE_AUTOUPDATER: '1',
      DISABLE_ERROR_REPORTING: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', ANTHROPIC_SMALL_FAST_MODEL: `to-${kind}`,
    });
    finished(kind, { code, out, log });
  });
}

test('nothing was asked elsewhere', () => assert.deepEqual(wanted, []));
