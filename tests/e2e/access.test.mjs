// SPDX-License-Identifier: GPL-3.0-or-later
// Who may: keys bound to addresses, keys that leaked, people and their tokens over TCP.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { FakeUpstream } from './support/fakeupstream.mjs';
import { Gateway, base, provider, route, run, temporaryFolder, until } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hi' }];
const folder = temporaryFolder();

let upstream;
let gateway;

const chat = (key) => gateway.fetch('/v1/chat/completions', { body: { model: 'fast', messages }, key });
const works = (key) => until(async () => (await chat(key)).status === 200, 'the key to work');
const refused = (key) => until(async () => (await chat(key)).status === 401, 'the key to be refused');

before(async () => {
  upstream = await FakeUpstream.start();
  gateway = await Gateway.start({ args: ['--admin-listen', '127.0.0.1:0'] });
  const document = base([provider('oa', 'openai', upstream, { models: ['m'] })], [route('fast', ['oa/m'])], {
    teams: [{ id: 'research' }],
    budgets: [{ scope: 'team:research', limit_usd: 300, period: 'month', action: 'block' }],
    keys: [
      { id: 'away', secret: 'env:GH_TEST_PROVIDER_KEY', addresses: ['203.0.113.0/24', '2001:db8::/32'] },
    ],
  });
  document.gateway.reporting_time_zone = 'Asia/Tokyo';
  const file = path.join(folder, 'access.json');
  writeFileSync(file, JSON.stringify(document));
  const { code, stderr } = await gateway.ctl(['apply', file]);
  assert.equal(code, 0, stderr);
});
after(async () => {
  await gateway?.stop();
  await upstream?.stop();
});

describe('keys', () => {
  test('a key works from its addresses and nowhere else', async () => {
    const { json: here, stderr } = await gateway.ctl(['keys', 'create', 'here', '--addresses', '127.0.0.0/8,::1']);
    assert.ok(here, stderr);
    await works(here.secret);
    const moved = await gateway.ctl(['keys', 'set', here.id, '--addresses', '10.0.0.0/8']);
    assert.equal(moved.code, 0, moved.stderr);
    await refused(here.secret);
    const answer = await until(async () => {
      const { error } = await (await chat(here.secret)).json();
      return /network address/.test(error?.message) && error;
    }, 'the refusal to name the address');
    assert.equal(answer.code, 'invalid_api_key');
    await until(async () => {
      const { json } = await gateway.ctl(['requests', 'list', '--filter', `key:${here.id}`]);
      return json.items.some((row) => row.status === 401);
    }, 'the books to say that it was tried');
    const declared = await chat('provider-key-of-the-end-to-end-tests');
    assert.equal(declared.status, 401, 'a declared key is bound alike');
    const wrong = await gateway.ctl(['keys', 'set', here.id, '--addresses', '10.0.0.1/8']);
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /10\.0\.0\.0\/8/);
  });

  test('all fields are kept, limits and budget stand in one revision', async () => {
    const revision = (await gateway.ctl(['status'])).json.revision;
    const { json: made, stderr } = await gateway.ctl(['keys', 'create', 'full', '--team', 'research',
      '--owner', 'anna', '--regions', 'eu,on-prem', '--targets', 'oa/*', '--priority', 'batch',
      '--record-bodies', 'never', '--rpm', '60', '--tpm', '90000', '--max-in-flight', '3',
      '--budget', '500', '--period', 'month', '--when-used-up', 'block', '--note', 'all of it']);
    assert.ok(made, stderr);
    assert.match(JSON.stringify(made.findings), /team allows \$300.*never reach \$500/);
    const { json: key } = await gateway.ctl(['keys', 'show', made.id]);
    assert.equal(key.owner, 'anna');
    assert.deepEqual(key.residency, ['eu', 'on-prem']);
    assert.deepEqual(key.targets, ['oa/*']);
    assert.equal(key.priority, 'batch');
    assert.equal(key.record_bodies, 'never');
    assert.deepEqual(key.limits, { rpm: 60, tpm: 90000, max_in_flight: 3 });
    assert.equal(key.budget.limit_usd, 500);
    assert.equal((await gateway.ctl(['status'])).json.revision, revision + 1);
    const { json: list } = await gateway.ctl(['keys', 'list']);
    const row = list.items.find((item) => item.id === made.id);
    assert.equal(row.standing.scope, 'team:research', 'the narrower budget binds');
    assert.equal(row.standing.rpm, 60);
    const taken = await gateway.ctl(['keys', 'create', 'full']);
    assert.equal(taken.code, 1);
    assert.match(taken.stderr, /choose another name/);
  });

  test('what is not named stays, what is called none goes', async () => {
    const { json: made } = await gateway.ctl(['keys', 'create', 'partly', '--rpm', '60', '--tpm', '90000',
      '--budget', '5', '--period', 'week']);
    const set = async (...args) => {
      const { code, stderr } = await gateway.ctl(['keys', 'set', made.id, ...args]);
      assert.equal(code, 0, stderr);
      return (await gateway.ctl(['keys', 'show', made.id])).json;
    };
    const more = await set('--rpm', '30', '--budget', '7');
    assert.deepEqual(more.limits, { rpm: 30, tpm: 90000 });
    assert.equal(more.budget.period, 'week');
    assert.equal(more.budget.limit_usd, 7);
    assert.deepEqual((await set('--tpm', 'none')).limits, { rpm: 30 });
    const bare = await set('--rpm', 'none', '--budget', 'none');
    assert.deepEqual([bare.limits, bare.budget], [null, null]);
  });

  test('what has the wrong shape is refused by name and changes nothing', async () => {
    const { json: made } = await gateway.ctl(['keys', 'create', 'shapes', '--expires', '2099-01-01']);
    const refuses = async (method, where, body, field) => {
      const { status, body: answer } = await gateway.admin(method, where, body);
      assert.equal(status, 400, `${where} ${JSON.stringify(body)}`);
      assert.equal(answer.error.path, field, answer.error.message);
    };
    await refuses('PUT', `/keys/${made.id}`, { expires: 4070908800 }, 'expires');
    await refuses('PUT', `/keys/${made.id}`, { name: 5 }, 'name');
    await refuses('PUT', `/keys/${made.id}`, { tags: 'a=b' }, 'tags');
    await refuses('PUT', `/keys/${made.id}`, { routes: ['fast', 5] }, 'routes');
    await refuses('POST', `/keys/${made.id}/rotate`, { overlap_s: '3600' }, 'overlap_s');
    await refuses('POST', `/keys/${made.id}/rotate`, { overlap: 3600 }, 'overlap');
    await refuses('POST', '/pause', { except: 'team:research' }, 'except');
    await refuses('POST', '/pause', { except: ['team:reserch'] }, 'except');
    await refuses('POST', '/pause', { exept: [] }, 'exept');
    const { json: key } = await gateway.ctl(['keys', 'show', made.id]);
    assert.equal(key.name, 'shapes');
    assert.equal(key.last4, made.secret.slice(-4));
    assert.equal(key.expires, '2098-12-31T15:00:00.000Z', 'a day begins where the reports are read');
    assert.equal((await gateway.admin('GET', '/pause')).body.paused, false);
  });

  test('the audit has every change of a key with before and after', async () => {
    const { json: made } = await gateway.ctl(['keys', 'create', 'audited']);
    for (const act of [['disable'], ['enable'], ['rotate', '--overlap', '1h'], ['end-overlap'], ['delete'], ['restore']]) {
      const { code, stderr } = await gateway.ctl(['keys', act[0], made.id, ...act.slice(1)]);
      assert.equal(code, 0, stderr);
    }
    const { json: audit } = await gateway.ctl(['audit', 'list', '--limit', '200']);
    const states = audit.items.filter((row) => row.object === `keys.${made.id}`).reverse()
      .map((row) => [row.action, ...[row.before, row.after].map((text) => (text ? text.state : ''))]);
    assert.deepEqual(states, [
      ['key.create', '', 'active'], ['key.disable', 'active', 'disabled'], ['key.enable', 'disabled', 'active'],
      ['key.rotate', 'active', 'rotating'], ['key.end_overlap', 'rotating', 'active'],
      ['key.delete', 'active', 'deleted'], ['key.restore', 'deleted', 'active'],
    ]);
  });

  test('a team is made, changed and removed; its routes narrow the ladder of its keys', async () => {
    const team = async (...args) => {
      const { json, code, stderr } = await gateway.ctl(['teams', ...args]);
      assert.equal(code, 0, stderr);
      return json;
    };
    await team('create', 'design', '--name', 'Design', '--routes', 'oa/m', '--rpm', '50', '--budget', '20');
    await team('set', 'design', '--max-in-flight', '4');
    const shown = await team('show', 'design');
    assert.deepEqual([shown.name, shown.routes], ['Design', ['oa/m']]);
    assert.deepEqual(shown.limits, { rpm: 50, max_in_flight: 4 });
    assert.equal(shown.budget.limit_usd, 20);
    const { json: made } = await gateway.ctl(['keys', 'create', 'of design', '--team', 'design']);
    const steps = async () => (await gateway.ctl(['keys', 'limits', made.id])).json.items.map((step) => step.scope);
    assert.deepEqual(await steps(), ['gateway', 'team:design', `key:${made.id}`], 'its team may not call the route');
    await team('set', 'design', '--routes', 'fast');
    assert.deepEqual((await steps()).at(-1), 'route:fast');
    const used = await gateway.ctl(['teams', 'remove', 'design']);
    assert.equal(used.code, 1);
    assert.match(used.stderr, /of design/);
    assert.equal((await gateway.ctl(['keys', 'delete', made.id])).code, 0);
    await team('remove', 'design');
    assert.equal((await gateway.ctl(['teams', 'show', 'design'])).code, 1);
  });

  test('a key starts from a template', async () => {
    const saved = await gateway.ctl(['keys', 'save-template', 'apps', '--team', 'research', '--rpm', '10', '--note', 'app']);
    assert.equal(saved.code, 0, saved.stderr);
    const { json: made } = await gateway.ctl(['keys', 'create', 'from template', '--template', 'apps', '--note', 'own']);
    const { json: key } = await gateway.ctl(['keys', 'show', made.id]);
    assert.equal(key.team, 'research');
    assert.equal(key.note, 'own');
    assert.equal(key.limits.rpm, 10);
    assert.equal((await gateway.ctl(['keys', 'create', 'x', '--template', 'none'])).code, 1);
    assert.equal((await gateway.ctl(['keys', 'save-template', 'bad', '--team', 'nobody'])).code, 1);
    assert.equal((await gateway.ctl(['keys', 'remove-template', 'apps'])).code, 0);
  });

  test('a leaked text tells its keys and what they did; the text is kept nowhere', async () => {
    const { json: made } = await gateway.ctl(['keys', 'create', 'leaked']);
    await works(made.secret);
    await until(async () => {
      const { json } = await gateway.ctl(['requests', 'list', '--filter', `key:${made.id}`]);
      return json.items.length > 0;
    }, 'the books to have the request');
    const mark = 'a-line-that-nobody-may-keep-4711';
    const text = `export KEY="${made.secret}" # ${mark}\nclient-key-of-the-end-to-end-tests\nnothing else\n`;
    const found = await gateway.ctl(['keys', 'find', '-'], { input: text });
    assert.equal(found.code, 0, found.stderr);
    assert.deepEqual(found.json.items.map((item) => item.name).sort(), ['leaked', 'tests']);
    const own = found.json.items.find((item) => item.id === made.id);
    assert.equal(own.text, 'current');
    assert.ok(own.activity.requests >= 1);
    assert.equal(own.activity.clients[0].address, '127.0.0.1');
    assert.ok(!found.stdout.includes(made.secret));

    assert.equal((await gateway.ctl(['keys', 'rotate', made.id])).code, 0);
    await refused(made.secret);
    const again = await gateway.ctl(['keys', 'find', '-'], { input: text });
    assert.equal(again.json.items.find((item) => item.id === made.id).text, 'former');
    assert.ok(!gateway.log.includes(mark));
    const { json: audit } = await gateway.ctl(['audit', 'list', '--limit', '500']);
    assert.ok(!JSON.stringify(audit).includes(mark));
    const none = await gateway.ctl(['keys', 'find', '-'], { input: 'no key here' });
    assert.deepEqual(none.json.items, []);
  });
});

describe('people', () => {
  const as = (token, ...args) => run('gatehousectl', ['--url', gateway.announced.url, '--token', token, '--output', 'json', ...args]);
  const tokenOf = async (name, role) => {
    const { json: person, stderr } = await gateway.ctl(['people', 'add', name, '--role', role]);
    assert.ok(person, stderr);
    const { json: token } = await gateway.ctl(['tokens', 'create', person.id, '--name', 'laptop']);
    assert.match(token.secret, /^gha-/);
    return { person, token };
  };

  test('a token is as good as its role', async () => {
    const { token } = await tokenOf('Vera', 'viewer');
    assert.equal((await as(token.secret, 'keys', 'list')).code, 0);
    const refusal = await as(token.secret, 'keys', 'create', 'mine');
    assert.equal(refusal.code, 1);
    assert.match(refusal.stderr, /role viewer.*owner, administrator/);
    const { token: billing } = await tokenOf('Bill', 'billing');
    assert.equal((await as(billing.secret, 'usage')).code, 0);
    assert.equal((await as(billing.secret, 'requests', 'list')).code, 1);
    assert.equal((await as(billing.secret, 'events')).code, 0);
  });

  test('an editor changes routes and sends no key anywhere else', async () => {
    const { token } = await tokenOf('Edda', 'editor');
    const { json: document } = await gateway.ctl(['export']);
    const write = (name, change) => {
      const copy = structuredClone(document);
      change(copy);
      const file = path.join(folder, name);
      writeFileSync(file, JSON.stringify(copy));
      return file;
    };
    const route = await as(token.secret, 'apply', write('route.json', (all) => { all.routes[0].strategy = 'cheapest'; }));
    assert.equal(route.code, 0, route.stderr);
    const stolen = await as(token.secret, 'apply', write('steal.json', (all) => { all.providers[0].base_url = 'https://evil.example/v1'; }));
    assert.equal(stolen.code, 1);
    assert.match(stolen.stderr, /role editor may not change keys, addresses/);
    const budget = await as(token.secret, 'apply', write('budget.json', (all) => { all.budgets = []; }));
    assert.equal(budget.code, 1);
  });

  test('signed out everywhere, and the audit says who did what', async () => {
    const { person, token } = await tokenOf('Ada', 'admin');
    assert.equal((await as(token.secret, 'keys', 'create', 'by ada')).code, 0);
    const { json: audit } = await gateway.ctl(['audit', 'list']);
    assert.ok(audit.items.some((record) => record.action === 'key.create' && record.who === 'Ada (admin)'));
    const { json: list } = await gateway.ctl(['people', 'list']);
    const row = list.items.find((item) => item.id === person.id);
    assert.equal(row.tokens, 1);
    assert.equal(row.last_address, '127.0.0.1');
    assert.equal((await gateway.ctl(['people', 'sign-out', person.id])).json.revoked, 1);
    assert.equal((await as(token.secret, 'status')).code, 1);
  });

  test('a token may be narrower than its person and never becomes wider', async () => {
    const { person } = await tokenOf('Nora', 'admin');
    const narrow = async (...args) => gateway.ctl(['tokens', 'create', person.id, '--name', 'script', ...args]);
    const { json: reads, stderr } = await narrow('--role', 'viewer');
    assert.ok(reads, stderr);
    assert.deepEqual([reads.role, reads.person_role], ['viewer', 'admin']);
    assert.equal((await as(reads.secret, 'keys', 'list')).code, 0);
    const refusal = await as(reads.secret, 'keys', 'create', 'mine');
    assert.equal(refusal.code, 1);
    assert.match(refusal.stderr, /token leaves out manage_keys/);

    const { json: books } = await narrow('--areas', 'view_spend,manage_people');
    assert.equal((await as(books.secret, 'usage')).code, 0);
    assert.equal((await as(books.secret, 'keys', 'list')).code, 1);
    const wider = await as(books.secret, 'tokens', 'create', person.id, '--name', 'more');
    assert.equal(wider.code, 1, 'a narrowed token makes nothing wider than itself');
    const helper = await as(books.secret, 'people', 'add', 'Helper', '--role', 'editor');
    assert.equal(helper.code, 1);
    assert.equal((await as(books.secret, 'people', 'add', 'Reader', '--role', 'billing')).code, 0);
    const { json: audit } = await gateway.ctl(['audit', 'list']);
    assert.ok(audit.items.some((record) => record.action === 'person.create' && record.who === 'Nora (admin, 3 areas)'));
    assert.ok(audit.items.some((record) => record.action === 'token.create' && record.after?.areas?.includes('view_spend')));

    for (const [option, value, field] of [['--role', 'owner', 'role'], ['--role', 'king', 'role'], ['--areas', 'everything', 'areas'],
      ['--areas', 'view_spent', 'areas']]) {
      const bad = await narrow(option, value);
      assert.equal(bad.code, 1, value);
      assert.match(bad.stderr, new RegExp(value), field);
    }
    const { json: operates } = await narrow('--role', 'operator');
    assert.equal((await as(operates.secret, 'audit', 'list')).code, 0);
    assert.equal((await gateway.ctl(['people', 'set', person.id, '--role', 'viewer'])).code, 0);
    assert.equal((await as(operates.secret, 'audit', 'list')).code, 1, 'the person lost it, so the token did');
    assert.equal((await as(operates.secret, 'keys', 'list')).code, 0);
    const { json: list } = await gateway.ctl(['tokens', 'list']);
    assert.equal(list.items.find((item) => item.id === operates.id).role, 'viewer');
  });

  test('wrong tokens are throttled, good ones never', async () => {
    const { token } = await tokenOf('Gus', 'viewer');
    const ask = (text) => fetch(`${gateway.announced.url}/admin/v1/status`, { headers: { authorization: `Bearer ${text}` } });
    const answers = [];
    for (let i = 0; i < 100 && answers.at(-1) !== 429; ++i) answers.push((await ask(`gha-wrong-${i}`)).status);
    assert.ok(answers.includes(401));
    assert.equal(answers.at(-1), 429);
    assert.equal((await ask(token.secret)).status, 200);
  });
});
