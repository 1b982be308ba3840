// SPDX-License-Identifier: GPL-3.0-or-later
// A provider of pictures, sound, moderation and reranking: a behaviour for FakeUpstream. Forms are
// taken apart by Node's own reader, which knows nothing of the gateway's.

/// Bytes of every value, in an order that a text reader would not survive.
export const sound = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31 + (index >> 8)) % 256);
export const picture = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7) % 256);
export const pictureUsage = {
  input_tokens: 50, output_tokens: 4160, total_tokens: 4210, input_tokens_details: { image_tokens: 40, text_tokens: 10 },
};

const json = { 'content-type': 'application/json', 'x-request-id': 'up-1' };

function send(response, status, body, headers = json) {
  response.writeHead(status, headers);
  response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
}

const refused = (response, param) =>
  send(response, 400, { error: { type: 'invalid_request_error', message: `wrong ${param}`, param, code: null } });

/// Text fields and files of a form: {model: 'm', file: {name, type, bytes}}; lists where names repeat.
export async function formOf({ body, headers }) {
  const form = await new Response(body, { headers: { 'content-type': headers['content-type'] } }).formData();
  const read = {};
  for (const [name, value] of form) {
    const one = typeof value === 'string' ? value
      : { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
    read[name] = name in read ? [].concat(read[name], one) : one;
  }
  return read;
}

const event = (data) => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
const pictures = (count) => ({
  created: 1, data: Array.from({ length: count }, () => ({ b64_json: Buffer.from(picture).toString('base64') })),
  usage: pictureUsage,
});

function generate({ json: { prompt, n = 1, stream } }, response) {
  if (typeof prompt !== 'string') return refused(response, 'prompt');
  if (!stream) return send(response, 200, pictures(n));
  send(response, 200, [
    event({ type: 'image_generation.partial_image', partial_image_index: 0, b64_json: 'AAAA' }),
    event({ type: 'image_generation.completed', b64_json: Buffer.from(picture).toString('base64'), usage: pictureUsage }),
  ].join(''), { 'content-type': 'text/event-stream' });
}

function transcribe({ form: { response_format: format, stream } }, response) {
  if (stream === 'true')
    return send(response, 200, [
      event({ type: 'transcript.text.delta', delta: 'Well met' }),
      event({ type: 'transcript.text.done', text: 'Well met', usage: { type: 'duration', seconds: 9 } }),
    ].join(''), { 'content-type': 'text/event-stream' });
  if (format === 'srt')
    return send(response, 200, '1\n00:00:00,000 --> 00:00:09,000\nWell met\n', { 'content-type': 'text/plain; charset=utf-8' });
  send(response, 200, { text: 'Well met', usage: { type: 'duration', seconds: 9 } });
}

/// Sound in pieces, as it is made.
async function speak(_request, response) {
  response.writeHead(200, { 'content-type': 'audio/mpeg' });
  for (let at = 0; at < sound.length; at += 20_000) {
    response.write(sound.subarray(at, at + 20_000));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  response.end();
}

const scores = [{ index: 1, relevance_score: 0.987654321 }, { index: 0, relevance_score: 0.25 }];

const tasks = {
  '/v1/images/generations': generate,
  '/v1/images/edits': ({ form }, response) => send(response, 200, pictures(Number(form?.n ?? 1))),
  '/v1/audio/transcriptions': transcribe,
  '/v1/audio/translations': (_request, response) =>
    send(response, 200, { task: 'translate', language: 'english', duration: 12.5, text: 'Well met', segments: [] }),
  '/v1/audio/speech': speak,
  '/v1/moderations': ({ json: { input, model } }, response) =>
    send(response, 200, { id: 'modr-1', model, results: [].concat(input).map(() => ({ flagged: false, categories: {}, category_scores: {} })) }),
  // Cohere refuses what it does not know, and returns no documents.
  '/v2/rerank': ({ json: { model, query, documents, top_n, ...others } }, response) => {
    if (!model || !query || Object.keys(others).length > 0 || documents.some((one) => typeof one !== 'string'))
      return send(response, 400, { message: `unknown field: ${Object.keys(others)}` });
    send(response, 200, {
      id: 'rr-1', results: scores.slice(0, top_n), meta: { api_version: { version: '2' }, billed_units: { search_units: 1 } },
    });
  },
  '/v1/rerank': ({ json: { documents, top_n, return_documents } }, response) => send(response, 200, {
    model: 'jina', usage: { total_tokens: 31 },
    results: scores.slice(0, top_n).map((one) => ({ ...one, ...(return_documents ? { document: { text: documents[one.index] } } : {}) })),
  }),
};

/// Plays every endpoint; `request.form` holds a form that came.
export async function playsMedia(request, response) {
  if (/^multipart\//.test(request.headers['content-type'])) request.form = await formOf(request);
  const task = tasks[request.path];
  if (!task) return send(response, 404, { error: { message: `no ${request.path}`, type: 'invalid_request_error' } });
  return task(request, response);
}

/// Half of the sound, then the connection breaks.
export function breaksInTheMiddle(_request, response) {
  response.writeHead(200, { 'content-type': 'audio/mpeg' });
  response.write(sound.subarray(0, 100_000), () => setTimeout(() => response.socket.resetAndDestroy(), 20));
}

/// Sound that never ends.
export function playsOn(_request, response) {
  response.writeHead(200, { 'content-type': 'audio/mpeg' });
  response.write(sound.subarray(0, 1_000));
}
