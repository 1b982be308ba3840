// SPDX-License-Identifier: GPL-3.0-or-later
// Starts gatehoused in a folder of its own, on ports of its own, and talks to it as its users do.

import assert from 'node:assert/strict';
import { spawn, execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const bin = process.env.GATEHOUSE_BIN_DIR
  ?? path.resolve(import.meta.dirname, '../../../build/check/bin');
const program = (name) => path.join(bin, name);
const startTime = 30_000;
/// How much slower than built for use the programs are: sanitizers and emulators take their time.
export const slowness = Number(process.env.GATEHOUSE_E2E_SLOWNESS ?? 1);

/// The client key every configuration of base() declares.
export const clientKey = 'client-key-of-the-end-to-end-tests';
/// The provider key of providers made by provider().
export const providerKey = 'provider-key-of-the-end-to-end-tests';

const children = new Set();
const folders = new Set();
/// What a sanitizer said of any program; a test file with such words in it has failed.
const reports = [];
process.on('exit', () => {
  children.forEach((child) => child.kill('SIGKILL'));
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  if (reports.length === 0) return;
  console.error(reports.join('\n'));
  process.exitCode = 1;
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1));

function note(log) {
  if (/ERROR: \w+Sanitizer|WARNING: ThreadSanitizer|runtime error: /.test(log)) reports.push(log);
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/// Asks again and again until the answer is true, and returns it. A machine that stands still for a
/// while uses up no patience: however long an answer took, it counts for a second at most.
export async function until(ask, what, patience = 20_000, every = 5) {
  let left = patience * slowness;
  for (;;) {
    const began = performance.now();
    const answer = await ask();
    if (answer) return answer;
    if (left <= 0) throw new Error(`waited ${patience * slowness} ms in vain: ${what}`);
    await pause(every);
    left -= Math.min(performance.now() - began, 1_000);
  }
}

/// A time that the product promises, in milliseconds, as `measure` finds it. What else runs on a
/// machine may delay one try or another, but not each of them: the best one counts.
export async function within(promised, measure, tries = 8) {
  const times = [];
  do times.push(await measure());
  while (times.at(-1) >= promised * slowness && times.length < tries);
  assert.ok(times.at(-1) < promised * slowness, `${times.map(Math.round).join(', ')} ms, promised are ${promised}`);
}

// Everybody else on this machine is at 127.0.0.1; here no port is taken by accident.
const ownAddress = `127.${64 + ((process.pid >> 16) & 63)}.${(process.pid >> 8) & 255}.${process.pid & 255}`;

/// An address with a port, {host, port, url}, where nobody listens until a test does.
export function unusedAddress() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, ownAddress, () => {
      const { port } = server.address();
      server.close(() => resolve({ host: ownAddress, port, url: `http://${ownAddress}:${port}` }));
    });
  });
}

/// A time zone where it is about noon, so that no day, week or month ends during a test.
export function noonZone() {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/// Returns when no hour ends soon.
export async function clearOfTheHour() {
  const left = 3_600_000 - Date.now() % 3_600_000;
  if (left < 30_000) await pause(left + 10);
}

/// A provider that leads to a fake upstream.
export function provider(id, dialect, upstream, more = {}) {
  const base = typeof upstream === 'string' ? upstream : upstream.url;
  return {
    id, dialect, base_url: dialect === 'openai' ? `${base}/v1` : base,
    keys: [{ secret: 'env:GH_TEST_PROVIDER_KEY' }], probe: { mode: 'traffic' }, ...more,
  };
}

// As many threads as the machine has serve; GATEHOUSE_E2E_WORKERS plays a larger one.
const workers = process.env.GATEHOUSE_E2E_WORKERS ? { workers: Number(process.env.GATEHOUSE_E2E_WORKERS) } : {};

/// A configuration with one client key that may call everything.
export function base(providers, routes = [], more = {}) {
  return {
    version: 1,
    gateway: { listen: ['127.0.0.1:0'], reporting_time_zone: 'UTC', ...workers, ...more.gateway },
    providers, routes,
    keys: [{ id: 'tests', secret: 'env:GH_TEST_CLIENT_KEY' }, ...(more.keys ?? [])],
    ...(more.prices ? { prices: more.prices } : {}),
    ...(more.teams ? { teams: more.teams } : {}),
    ...(more.limits ? { limits: more.limits } : {}),
    ...(more.budgets ? { budgets: more.budgets } : {}),
  };
}

export const route = (id, targets, more = {}) => ({
  id,
  targets: targets.map((target) => {
    const [name, model] = target.split('/');
    return { provider: name, model };
  }),
  ...more,
});

/// A temporary folder that goes with the process.
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-e2e-'));
  folders.add(folder);
  return folder;
}

/// Runs a program to its end: {code, stdout, stderr}. Never throws for an exit code.
export function run(name, args, { input = '', env = {}, timeout = 60_000 } = {}) {
  return new Promise((resolve) => {
    const child = execFile(program(name), args, {
      env: neutral(env), timeout: timeout * slowness, maxBuffer: 64 * 1024 * 1024,
    }, (error, stdout, stderr) => {
      note(stderr);
      resolve({ code: error ? error.code ?? error.signal : 0, stdout, stderr });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/// The environment without what a person's desk adds to it: language, proxies, own settings.
function neutral(more) {
  const all = { ...process.env };
  for (const name of Object.keys(all))
    if (/^(LC_.*|LANG|LANGUAGE|.*_proxy|OLLAMA_.*|CREDENTIALS_DIRECTORY|GATEHOUSE_(?!E2E|BIN).*)$/i.test(name)) delete all[name];
  return { ...all, LC_ALL: 'C.UTF-8', ...more };
}

/// Starts a program that ends with the test at the latest.
export function start(name, args, options) {
  const child = spawn(program(name), args, options);
  children.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

/// The environment of every gateway: no desktop's keychain, only what a test gives.
function environment(more) {
  const all = neutral(more);
  delete all.DBUS_SESSION_BUS_ADDRESS;
  delete all.DISPLAY;
  return {
    ...all, GH_TEST_CLIENT_KEY: clientKey, GH_TEST_PROVIDER_KEY: providerKey, ...more,
    XDG_RUNTIME_DIR: all.XDG_RUNTIME_DIR ?? tmpdir(),
  };
}

export class Gateway {
  /// Starts and waits until it serves. Options: config (object or text: the gateway is managed by
  /// a file with it), dataDir, args, env, as ({uid, gid} of another user).
  static async start(options = {}) {
    const gateway = new Gateway(options);
    await gateway.launch();
    return gateway;
  }

  constructor({ config, dataDir, args = [], env = {}, as = {} } = {}) {
    this.dataDir = dataDir ?? temporaryFolder();
    this.args = args;
    this.env = env;
    this.log = '';
    this.as = as;
    this.file = null;
    if (config) {
      this.file = path.join(temporaryFolder(), 'gatehouse.yaml');
      this.write(config);
    }
  }

  /// Replaces the managed file's content: an object, or text as it stands. Nobody sees half of it.
  write(config) {
    writeFileSync(`${this.file}.new`, typeof config === 'string' ? config : JSON.stringify(config, null, 1));
    renameSync(`${this.file}.new`, this.file);
  }

  /// The same, and waits until requests are answered under it.
  async reload(config) {
    const before = (await this.admin('GET', '/status')).body.revision;
    this.write(config);
    await until(async () => {
      const { revision, serving_revision: serving } = (await this.admin('GET', '/status')).body;
      return revision > before && serving === revision;
    }, 'the new configuration to be in force');
  }

  /// Starts the process; see ready() for when it serves.
  spawn() {
    const listen = this.args.includes('--listen') ? [] : ['--listen', '127.0.0.1:0'];
    const args = ['--data-dir', this.dataDir, ...listen, ...this.args];
    if (this.file) args.push('--config', this.file);
    this.child = start('gatehoused', args, {
      env: environment(this.env), stdio: ['ignore', 'ignore', 'pipe'], ...this.as,
    });
    this.child.on('error', (error) => { this.log += error.message; });
    const before = this.log.length;
    this.child.stderr.setEncoding('utf8').on('data', (part) => { this.log += part; });
    this.exited = new Promise((resolve) => this.child.on('close', (code, signal) => {
      note(this.log.slice(before));
      resolve({ code, signal, log: this.log });
    }));
  }

  async launch() {
    this.spawn();
    await this.ready();
    return this;
  }

  async ready() {
    const announcement = path.join(this.dataDir, 'run/admin.json');
    let gone = null;
    this.exited.then((result) => { gone = result; });
    await until(() => {
      if (gone) throw new Error(`gatehoused ended with ${gone.code ?? gone.signal}:\n${gone.log}`);
      try {
        this.announced = JSON.parse(readFileSync(announcement, 'utf8'));
      } catch {
        return false; // not written yet
      }
      return this.announced.pid === this.child.pid;
    }, 'gatehoused to be ready', startTime, 2);
    const { body } = await this.admin('GET', '/status');
    this.status = body;
    const [address] = body.listen;
    this.host = '127.0.0.1';
    this.port = Number(address.slice(address.lastIndexOf(':') + 1));
    this.url = `http://127.0.0.1:${this.port}`;
  }

  /// One call of the admin API over its socket: {status, headers, body}.
  admin(method, target, body, headers = {}) {
    return new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const request = http.request({
        socketPath: this.announced.socket, method, path: `/admin/v1${target}`, agent: false,
        headers: {
          host: 'localhost',
          ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
          ...headers,
        },
      }, async (response) => {
        const parts = [];
        for await (const part of response) parts.push(part);
        const whole = Buffer.concat(parts).toString();
        resolve({
          status: response.statusCode, headers: response.headers,
          body: whole ? JSON.parse(whole) : undefined,
        });
      });
      request.on('error', reject);
      request.end(text);
    });
  }

  /// gatehousectl with JSON output: {code, stdout, stderr, json}.
  async ctl(args, options = {}) {
    const result = await run('gatehousectl', ['--data-dir', this.dataDir, '--output', 'json', ...args], options);
    try {
      result.json = JSON.parse(result.stdout);
    } catch {
      result.json = undefined;
    }
    return result;
  }

  /// A client request: fetch with the key.
  fetch(target, { body, headers = {}, method = body === undefined ? 'GET' : 'POST', key = clientKey, ...more } = {}) {
    return fetch(this.url + target, {
      method,
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers,
      },
      body: body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      ...more,
    });
  }

  /// The request's row in the books, as soon as it is there.
  async row(id) {
    return until(async () => {
      const { status, body } = await this.admin('GET', `/requests/${id}`);
      return status === 200 && body;
    }, `the books to have request ${id}`, 20_000, 10);
  }

  /// Bytes as they are: sends and returns everything received until the peer closes, or until
  /// `enough` says so.
  raw(bytes, { enough = () => false, patience = 20_000, end = false } = {}) {
    return new Promise((resolve, reject) => {
      const socket = net.connect(this.port, this.host);
      let received = '';
      const finish = (closed) => {
        clearTimeout(timer);
        socket.destroy();
        resolve({ text: received, closed });
      };
      const timer = setTimeout(() => finish(false), patience * slowness);
      socket.setEncoding('latin1');
      socket.on('error', (error) => {
        clearTimeout(timer);
        if (received) resolve({ text: received, closed: true });
        else reject(error);
      });
      socket.on('data', (part) => {
        received += part;
        if (enough(received)) finish(false);
      });
      socket.on('end', () => finish(true));
      socket.on('close', () => finish(true));
      socket.write(bytes);
      if (end) socket.end();
    });
  }

  signal(name) { this.child.kill(name); }

  /// SIGTERM and its end: {code, signal, log}.
  async stop() {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    return this.exited;
  }

  /// Milliseconds that the thread which waited longest stood in line for a processor: what other
  /// programs took, not this one.
  get stoodInLine() {
    const tasks = `/proc/${this.child.pid}/task`;
    const waits = readdirSync(tasks).map((task) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[1]));
    return Math.max(...waits) / 1e6;
  }

  /// kill -9.
  async kill() {
    this.child.kill('SIGKILL');
    return this.exited;
  }

  get isAnnounced() { return existsSync(path.join(this.dataDir, 'run/admin.json')); }
}

/// The events of an SSE body: [{event, data}], data parsed where it is JSON.
export function events(text) {
  return text.split('\n\n').filter((block) => /^(event|data):/m.test(block)).map((block) => {
    const found = { event: undefined, data: undefined };
    for (const line of block.split('\n')) {
      if (line.startsWith('event:')) found.event = line.slice(6).trim();
      if (line.startsWith('data:')) found.data = line.slice(5).trim();
    }
    try {
      found.data = JSON.parse(found.data);
    } catch {
      // "[DONE]"
    }
    return found;
  });
}
