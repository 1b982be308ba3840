// SPDX-License-Identifier: GPL-3.0-or-later
// Scripted providers of several kinds, each as strict as its vendor: what the vendor refuses is
// refused here. They play one script, told in no vendor's words:
//
//   const fake = await startKind('gemini');
//   fake.plays = ({ user, tools, results }) => ({ text: 'Hello' });   // or { calls: [{name, input}] }
//   fake.next(failing('gemini', 'busy'));                             // the next request only

import { anthropicKind } from './kinds/anthropic.mjs';
import { cohereKind } from './kinds/cohere.mjs';
import { geminiKind } from './kinds/gemini.mjs';
import { ollamaKind } from './kinds/ollama.mjs';
import { mistralKind, openaiKind } from './kinds/openai.mjs';
import { FakeUpstream } from './fakeupstream.mjs';
import { providerKey } from './gateway.mjs';

export const kinds = {
  openai: openaiKind, anthropic: anthropicKind, gemini: geminiKind, ollama: ollamaKind, cohere: cohereKind,
  mistral: mistralKind,
};
/// What every answer claims to have used: input and output include their parts.
export const used = { input: 20, cached: 4, output: 7, reasoning: 0 };
export const vector = [0.25, -0.5, 0.125];
export const story = 'Well met by moonlight, proud Titania. é 😀';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/// The script unless a test brings its own: calls the first tool once (or twice, when "both" is
/// asked for), tells what came of it, answers a schema with 42, stops early when a "long" answer is
/// wanted, and tells the story otherwise.
export function script({ user, tools, results, format, thinks }) {
  const reasoning = thinks ? 'Let me see.' : '';
  if (results.length > 0) return { text: `It is ${results.join(' and ')}.`, reasoning };
  if (tools.includes('json')) return { calls: [{ name: 'json', input: { answer: 42 } }] }; // AI SDK's way to an object
  if (tools.length > 0) {
    const cities = user.includes('both') ? ['Paris', 'Rome'] : ['Paris'];
    return { reasoning, calls: cities.map((city) => ({ name: tools[0], input: { city } })) };
  }
  if (format) return { text: '{"answer":42}', reasoning };
  return { text: story, reasoning, stop: user.includes('long') ? 'length' : 'stop' };
}

/// All members of an answer.
function full({ text = '', reasoning = '', calls = [], stop, usage }) {
  return {
    text, reasoning, calls, stop: stop ?? (calls.length > 0 ? 'calls' : 'stop'),
    words: text.match(/[^]{1,7}/gu) ?? [], usage: usage ?? { ...used, reasoning: reasoning ? 2 : 0 },
  };
}

function send(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const matches = (pattern, path) => (pattern instanceof RegExp ? pattern.test(path) : pattern === path);

/// A failure in the vendor's words: key, rate, money, busy, request.
export function failing(name, failure, message = `scripted ${failure}`) {
  const kind = kinds[name];
  const [status, error, headers] = kind.failures[failure];
  return (_request, response) => send(response, status, kind.failure({ ...error, message }), headers);
}

/// A good beginning, then an error as the vendor puts it into a stream.
export function failingInside(name, message = 'scripted overload') {
  return (request, response, fake) => {
    const [, error] = kinds[name].failures.busy;
    return answer(name, fake, request, response, { error: { ...error, message } });
  };
}

/// A good beginning, then silence.
export const silentAfter = (name, count) => (request, response, fake) =>
  answer(name, fake, request, response, { count });

async function answer(name, fake, { json, path }, response, { error, count = Infinity, gap = 0 } = {}) {
  const kind = kinds[name];
  const view = kind.view(json, path);
  fake.views.push(view);
  const said = full(fake.plays(view));
  if (!view.stream) return send(response, 200, kind.whole(said, json, path));
  response.writeHead(200, { 'content-type': kind.mime ?? 'text/event-stream' });
  let left = count;
  for (const piece of kind.pieces(said, json, { error, path })) {
    if (left-- <= 0) return undefined;
    response.write(piece);
    if (gap) await pause(gap);
  }
  return response.end();
}

function serve(name) {
  const kind = kinds[name];
  const refuse = (fake, response, message, failure = 'request') => {
    fake.refused.push(message);
    const [status, error] = kind.failures[failure];
    send(response, (failure === 'request' && kind.status) || status, kind.failure({ ...error, message }));
  };
  return (request, response, fake) => {
    const { json, path, headers, url } = request;
    if (!kind.authorised(headers, providerKey)) return refuse(fake, response, 'no key', 'key');
    const counted = kind.counts?.(path);
    if (counted) return send(response, 200, counted);
    if (kind.embeddings && matches(kind.embeddings.path, path)) {
      const wrong = kind.embeddings.wrong(json, '');
      return wrong ? refuse(fake, response, wrong) : send(response, 200, kind.embeddings.reply(json, vector));
    }
    if (!kind.paths.some((one) => matches(one, path))) return refuse(fake, response, `${path}: no such path`);
    const wrong = kind.wrong(json, headers, url);
    return wrong ? refuse(fake, response, wrong) : answer(name, fake, request, response);
  };
}

/// A provider of a kind on a port of its own. `views` is what it understood, `refused` what it
/// refused, and why.
export async function startKind(name) {
  const fake = await FakeUpstream.start();
  fake.kind = name;
  fake.forget = () => Object.assign(fake, { plays: script, views: [], refused: [], requests: [] });
  fake.forget();
  fake.always(serve(name));
  return fake;
}
