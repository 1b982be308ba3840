// SPDX-License-Identifier: GPL-3.0-or-later
// A scripted provider on a free port of 127.0.0.1, shaped like OpenAI and like Anthropic.
//
//   const fake = await FakeUpstream.start();
//   fake.next(fails(500));        // the next request only
//   fake.always(hangs());         // every request from here on
//   fake.requests[0].body         // the bytes it received
//
// A behaviour is a function (request, response, fake); without one a request is answered well.

import http from 'node:http';

/// What every good answer claims to have used, in the words of each dialect.
export const chatUsage = {
  prompt_tokens: 11, completion_tokens: 7, total_tokens: 18,
  prompt_tokens_details: { cached_tokens: 3 },
};
export const responsesUsage = {
  input_tokens: 11, output_tokens: 7, total_tokens: 18,
  input_tokens_details: { cached_tokens: 3 }, output_tokens_details: { reasoning_tokens: 2 },
};
export const embeddingUsage = { prompt_tokens: 9, total_tokens: 9 };
export const messageUsage = {
  input_tokens: 10, cache_read_input_tokens: 4, cache_creation_input_tokens: 6, output_tokens: 5,
};
export const words = ['Well', ' met', ' by', ' moonlight', '.'];
const text = words.join('');

const json = { 'content-type': 'application/json', 'x-request-id': 'up-1' };

function send(response, status, body, headers = {}) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.writeHead(status, { ...json, 'content-length': bytes.length, ...headers });
  response.end(bytes);
}

/// One SSE event; Anthropic and the Responses API name theirs.
const event = (data, name) =>
  `${name ? `event: ${name}\n` : ''}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

// --- good answers --------------------------------------------------------------------------------

function chatBody(model) {
  return {
    id: 'chatcmpl-1', object: 'chat.completion', created: 1, model,
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: chatUsage,
  };
}

function chatEvents(model, body) {
  const asked = body.stream_options?.include_usage === true;
  const chunk = (more) => event({
    id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model, ...more,
    ...(asked && !('usage' in more) ? { usage: null } : {}),
  });
  const choice = (delta, finish = null) => ({ choices: [{ index: 0, delta, finish_reason: finish }] });
  return [
    chunk(choice({ role: 'assistant', content: '' })),
    ...words.map((word) => chunk(choice({ content: word }))),
    chunk(choice({}, 'stop')),
    ...(asked ? [chunk({ choices: [], usage: chatUsage })] : []),
    event('[DONE]'),
  ];
}

function responsesBody(model) {
  return {
    id: 'resp_1', object: 'response', created_at: 1, status: 'completed', model,
    output: [{
      id: 'msg_1', type: 'message', role: 'assistant', status: 'completed',
      content: [{ type: 'output_text', text, annotations: [] }],
    }],
    usage: responsesUsage,
  };
}

function responsesEvents(model) {
  let sequence = 0;
  const named = (type, more) => event({ type, sequence_number: sequence++, ...more }, type);
  const open = { ...responsesBody(model), status: 'in_progress', output: [], usage: null };
  return [
    named('response.created', { response: open }),
    named('response.in_progress', { response: open }),
    named('response.output_item.added', {
      output_index: 0, item: { id: 'msg_1', type: 'message', role: 'assistant', content: [] },
    }),
    named('response.content_part.added', {
      item_id: 'msg_1', output_index: 0, content_index: 0,
      part: { type: 'output_text', text: '', annotations: [] },
    }),
    ...words.map((delta) => named('response.output_text.delta', {
      item_id: 'msg_1', output_index: 0, content_index: 0, delta,
    })),
    named('response.output_text.done', { item_id: 'msg_1', output_index: 0, content_index: 0, text }),
    named('response.output_item.done', { output_index: 0, item: responsesBody(model).output[0] }),
    named('response.completed', { response: responsesBody(model) }),
  ];
}

function messageBody(model) {
  return {
    id: 'msg_1', type: 'message', role: 'assistant', model, content: [{ type: 'text', text }],
    stop_reason: 'end_turn', stop_sequence: null, usage: messageUsage,
  };
}

function messageEvents(model) {
  const named = (data) => event(data, data.type);
  return [
    named({
      type: 'message_start',
      message: {
        ...messageBody(model), content: [], stop_reason: null,
        usage: { ...messageUsage, output_tokens: 1 },
      },
    }),
    named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    named({ type: 'ping' }),
    ...words.map((word) => named({
      type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: word },
    })),
    named({ type: 'content_block_stop', index: 0 }),
    named({
      type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: messageUsage.output_tokens },
    }),
    named({ type: 'message_stop' }),
  ];
}

/// The events of a good stream for what was asked.
export function goodEvents(request) {
  const { model } = request.json;
  if (request.path.endsWith('/responses')) return responsesEvents(model);
  if (request.path.includes('/messages')) return messageEvents(model);
  return chatEvents(model, request.json);
}

function goodBody(request) {
  const { model, input } = request.json ?? {};
  if (request.path.endsWith('/responses')) return responsesBody(model);
  if (request.path.endsWith('/count_tokens')) return { input_tokens: 21 };
  if (request.path.includes('/messages')) return messageBody(model);
  if (request.path.endsWith('/embeddings'))
    return {
      object: 'list', model, usage: embeddingUsage,
      data: [].concat(input).map((_, index) => ({
        object: 'embedding', index, embedding: [0.25, -0.5, 0.125],
      })),
    };
  if (request.path.endsWith('/models'))
    return { object: 'list', data: [{ id: 'm-1', object: 'model', created: 1, owned_by: 'fake' }] };
  return chatBody(model);
}

// --- behaviours ----------------------------------------------------------------------------------

/// A good answer; a stream's events leave one by one, `gap` milliseconds apart.
export function answers({ gap = 0, delay = 0, headers = {} } = {}) {
  return async (request, response) => {
    await pause(delay);
    if (!request.json?.stream) return send(response, 200, goodBody(request), headers);
    startStream(response, headers);
    for (const piece of goodEvents(request)) {
      if (response.destroyed) return;
      response.write(piece);
      if (gap) await pause(gap);
    }
    response.end();
  };
}

/// A failure as the provider words it; `error` goes into the body.
export function fails(status, error = {}, headers = {}) {
  return (request, response) => {
    const inner = { type: 'server_error', message: `scripted ${status}`, ...error };
    const anthropic = request.path.includes('/messages');
    send(response, status, anthropic ? { type: 'error', error: inner } : { error: inner }, headers);
  };
}

/// A 200 that carries an error, whole or as the stream's first event.
export function failsInside(message = 'scripted failure inside a 200') {
  return (request, response) => {
    const error = { type: 'server_error', message, code: 'server_error' };
    const anthropic = request.path.includes('/messages');
    const body = anthropic ? { type: 'error', error: { ...error, type: 'api_error' } } : { error };
    if (!request.json?.stream) return send(response, 200, body);
    startStream(response);
    response.end(event(body, anthropic ? 'error' : undefined));
  };
}

/// A 200 without anything in it.
export function answersNothing() {
  return (request, response) => {
    if (!request.json?.stream) return send(response, 200, '');
    startStream(response);
    response.end();
  };
}

/// A stream that breaks off after so many events; 0: after its head.
export function breaksAfter(events) {
  return (request, response) => {
    startStream(response);
    response.write(goodEvents(request).slice(0, events).join(''), () => response.destroy());
  };
}

/// A stream that fails with an event of its own after so many good ones.
export function failsAfter(events, message) {
  return (request, response) => {
    startStream(response);
    response.write(goodEvents(request).slice(0, events).join(''));
    const anthropic = request.path.includes('/messages');
    const error = { type: anthropic ? 'overloaded_error' : 'server_error', message };
    response.end(anthropic ? event({ type: 'error', error }, 'error') : event({ error }));
  };
}

/// Accepts the request and never says a word; with `events`, falls silent after so many of them.
export function hangs(events = -1) {
  return (request, response) => {
    if (events < 0) return;
    startStream(response);
    response.write(goodEvents(request).slice(0, events).join(''));
  };
}

/// Cuts the connection without an answer.
export function resets() {
  return (_request, response) => response.socket.resetAndDestroy();
}

function startStream(response, headers = {}) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'up-1', ...headers });
  response.flushHeaders();
}

const pause = (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined);

// --- the server ----------------------------------------------------------------------------------

export class FakeUpstream {
  requests = []; ///< everything received, oldest first
  opened = 0;    ///< connections accepted
  closed = 0;    ///< connections gone

  #queue = [];
  #default = answers();
  #waiters = [];
  #server;

  static async start() {
    const fake = new FakeUpstream();
    fake.#server = http.createServer((request, response) => fake.#receive(request, response));
    fake.#server.keepAliveTimeout = 60_000;
    fake.#server.on('connection', (socket) => {
      ++fake.opened;
      socket.on('close', () => ++fake.closed);
      socket.on('error', () => {});
    });
    await new Promise((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get port() { return this.#server.address().port; }
  get url() { return `http://127.0.0.1:${this.port}`; }
  get last() { return this.requests.at(-1); }

  next(...behaviours) { this.#queue.push(...behaviours); }
  always(behaviour) { this.#default = behaviour; }

  /// Forgets requests and script.
  reset() {
    this.requests = [];
    this.#queue = [];
    this.#default = answers();
  }

  /// The request with this index, as soon as it is there.
  async received(index = 0) {
    while (this.requests.length <= index) await new Promise((resolve) => this.#waiters.push(resolve));
    return this.requests[index];
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #receive(request, response) {
    const parts = [];
    try {
      for await (const part of request) parts.push(part);
    } catch {
      return; // the gateway hung up in the middle of the body
    }
    const body = Buffer.concat(parts);
    const [path] = request.url.split('?');
    const record = {
      method: request.method, path, url: request.url, headers: request.headers, body,
      json: body.length > 0 && /^application\/json/.test(request.headers['content-type']) ? JSON.parse(body) : undefined,
      /// Resolves with performance.now() when the connection ends.
      gone: new Promise((resolve) => response.on('close', () => resolve(performance.now()))),
    };
    this.requests.push(record);
    this.#waiters.splice(0).forEach((wake) => wake());
    response.on('error', () => {});
    await (this.#queue.shift() ?? this.#default)(record, response, this);
  }
}
