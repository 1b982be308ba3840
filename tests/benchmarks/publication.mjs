// SPDX-License-Identifier: GPL-3.0-or-later
// How long a configuration of 1,000 routes takes from request to answer, and what processor time the
// gateway spends on it: with one route changed, with all of them renamed, quiet and under clients
// of another process that ask every 50 ms, then without a pause (with the provider played here they
// leave no processor free on two). A request that is not answered in full is counted.
//   GATEHOUSE_BIN_DIR=build/release/bin node tests/benchmarks/publication.mjs [CLIENTS]

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { FakeUpstream } from '../e2e/support/fakeupstream.mjs';
import { Gateway, base, clientKey, pause, provider, route } from '../e2e/support/gateway.mjs';

const routes = 1000;
const publications = 20;
const clients = Number(process.argv[2] ?? 64);

/// The other process: asks until it is told to end, and tells how it went.
async function load(url, rest) {
  const counts = { answered: 0, lost: 0 };
  let going = true;
  process.once('message', () => { going = false; });
  const body = JSON.stringify({ model: 'fast', messages: [{ role: 'user', content: 'Hi' }] });
  const headers = { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' };
  await Promise.all(Array.from({ length: clients }, async () => {
    while (going) {
      const whole = await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body })
        .then(async (response) => response.status === 200 && (await response.json()).choices.length === 1)
        .catch(() => false);
      ++counts[whole ? 'answered' : 'lost'];
      if (rest) await pause(rest);
    }
  }));
  process.send(counts, () => process.exit(0));
}
if (process.argv[3]) await load(process.argv[3], Number(process.argv[4]));

const upstream = await FakeUpstream.start();
const gateway = await Gateway.start();
const document = (revision, renamed) => base(
  [provider('oa', 'openai', upstream, { models: ['m', 'n'] })],
  [route('fast', revision % 2 ? ['oa/m', 'oa/n'] : ['oa/n', 'oa/m']),
    ...Array.from({ length: routes - 1 }, (_, i) => route(`route-${renamed ? revision : 0}-${i}`, ['oa/m', 'oa/n']))],
);

/// Processor time of the gateway in milliseconds.
function spent() {
  const fields = readFileSync(`/proc/${gateway.child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function measure(name, renamed, isQuiet) {
  const times = [];
  await gateway.admin('PUT', '/config', { document: document(0, renamed) });
  const before = spent();
  for (let revision = 1; revision <= publications; ++revision) {
    const whole = document(revision, renamed);
    const begin = performance.now();
    const { status, body } = await gateway.admin('PUT', '/config', { document: whole });
    if (status !== 200) throw new Error(JSON.stringify(body));
    times.push(performance.now() - begin);
    await pause(20);
  }
  times.sort((a, b) => a - b);
  const cpu = isQuiet ? `, ${((spent() - before) / publications).toFixed(0)} ms of processor time` : '';
  console.log(`${name}: ${times[publications / 2].toFixed(0)} ms median, ${times.at(-1).toFixed(0)} ms at most${cpu}`);
}

await measure('one route changed, quiet', false, true);
await measure('all routes renamed, quiet', true, true);
for (const rest of [50, 0]) {
  const how = `${clients} clients ${rest ? `every ${rest} ms` : 'without a pause'}`;
  const other = fork(new URL(import.meta.url), [String(clients), gateway.url, String(rest)]);
  await measure(`one route changed, ${how}`, false, false);
  await measure(`all routes renamed, ${how}`, true, false);
  other.send('end');
  const [{ answered, lost }] = await once(other, 'message');
  console.log(`${answered} requests answered meanwhile, ${lost} lost`);
}
await gateway.stop();
await upstream.stop();
