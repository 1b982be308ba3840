// SPDX-License-Identifier: GPL-3.0-or-later
// Official clients behind one face, so that a test says once what all of them must see.
//
//   const talk = clients.anthropic(gateway).talk(model, { system, tools });
//   talk.say('Hello', image);  const answer = await talk.ask({ stream: true });
//   talk.give(answer.calls.map(() => 'sunny'));            // results, then ask again
//
// An answer: {text, reasoning, calls: [{id, name, input}], stop, usage: {input, output}, id}.

import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { Ollama } from 'ollama';
import OpenAI from 'openai';

import { clientKey } from './gateway.mjs';

// Fields of the last reply that any client received.
let lastFields;

const real = globalThis.fetch;
globalThis.fetch = async (...args) => {
  const response = await real(...args);
  lastFields = response.headers;
  return response;
};

/// The id of the last reply that any client received.
export const requestId = () => lastFields.get('x-request-id');
const stops = (names) => (reason) => names[reason] ?? reason;

class Talk {
  constructor(client, model, { system, tools, format, limit, think, more } = {}) {
    Object.assign(this, { client, model, system, tools, format, limit, think, more, history: [] });
    this.begin?.();
  }

  async ask({ stream = false } = {}) {
    const answer = await (stream ? this.streamed() : this.whole());
    return { ...answer, id: requestId() };
  }
}

class OpenAiTalk extends Talk {
  begin() { if (this.system) this.history.push({ role: 'system', content: this.system }); }

  say(text, image) {
    this.history.push({
      role: 'user',
      content: image ? [{ type: 'text', text }, { type: 'image_url', image_url: { url: image } }] : text,
    });
  }

  give(results) {
    for (const [index, content] of results.entries())
      this.history.push({ role: 'tool', tool_call_id: this.calls[index].id, content });
  }

  get body() {
    return {
      model: this.model, messages: this.history, ...this.more,
      ...(this.limit ? { max_completion_tokens: this.limit } : {}), 
      // Chat has no word of OpenAI's for wanting to see thoughts; this one is OpenRouter's.
      ...(this.think ? { reasoning: { effort: 'low', exclude: false } } : {}),
      ...(this.tools ? { tools: this.tools.map((one) => ({ type: 'function', function: one })) } : {}),
      ...(this.format ? { response_format: { type: 'json_schema', json_schema: { name: 'reply', schema: this.format, strict: true } } } : {}),
    };
  }

  async whole() { return this.taken(await this.client.chat.completions.create(this.body)); }

  async streamed() {
    const stream = this.client.chat.completions.stream({ ...this.body, stream_options: { include_usage: true } });
    let reasoning = '';
    for await (const chunk of stream) reasoning += chunk.choices[0]?.delta.reasoning_content ?? '';
    return this.taken(await stream.finalChatCompletion(), reasoning);
  }

  taken({ choices: [{ message, finish_reason }], usage }, reasoning = message.reasoning_content ?? '') {
    // Only what the type knows goes back, as programs do that build their history themselves.
    const { role, content, tool_calls } = message;
    this.calls = (tool_calls ?? []).map((call) => ({ id: call.id, name: call.function.name, input: JSON.parse(call.function.arguments) }));
    this.history.push({
      role, content, ...(tool_calls?.length ? { tool_calls: tool_calls.map(({ id, type, function: { name, arguments: args } }) => ({ id, type, function: { name, arguments: args } })) } : {}),
    });
    return {
      text: content ?? '', reasoning, calls: this.calls,
      stop: stops({ tool_calls: 'calls', content_filter: 'filter' })(finish_reason),
      usage: { input: usage.prompt_tokens, output: usage.completion_tokens },
    };
  }
}

class ResponsesTalk extends Talk {
  say(text, image) {
    this.history.push({
      role: 'user',
      content: image ? [{ type: 'input_text', text }, { type: 'input_image', image_url: image, detail: 'auto' }] : text,
    });
  }

  give(results) {
    for (const [index, output] of results.entries())
      this.history.push({ type: 'function_call_output', call_id: this.calls[index].id, output });
  }

  get body() {
    return {
      model: this.model, input: this.history, store: false, ...(this.system ? { instructions: this.system } : {}), ...this.more,
      ...(this.limit ? { max_output_tokens: this.limit } : {}),
      ...(this.think ? { reasoning: { effort: 'low', summary: 'auto' }, include: ['reasoning.encrypted_content'] } : {}),
      ...(this.tools ? { tools: this.tools.map((one) => ({ type: 'function', strict: false, ...one })) } : {}),
      ...(this.format ? { text: { format: { type: 'json_schema', name: 'reply', schema: this.format, strict: true } } } : {}),
    };
  }

  async whole() { return this.taken(await this.client.responses.create(this.body)); }
  async streamed() { return this.taken(await this.client.responses.stream(this.body).finalResponse()); }

  taken(response) {
    this.calls = response.output.filter(({ type }) => type === 'function_call')
      .map((call) => ({ id: call.call_id, name: call.name, input: JSON.parse(call.arguments) }));
    this.history.push(...response.output.map(({ parsed, parsed_arguments, ...item }) => item));
    const reasoning = response.output.filter(({ type }) => type === 'reasoning')
      .flatMap(({ summary }) => summary.map(({ text }) => text)).join('');
    const cut = response.incomplete_details?.reason;
    return {
      text: response.output_text, reasoning, calls: this.calls,
      stop: cut ? stops({ max_output_tokens: 'length', content_filter: 'filter' })(cut) : this.calls.length > 0 ? 'calls' : 'stop',
      usage: { input: response.usage.input_tokens, output: response.usage.output_tokens },
    };
  }
}

class AnthropicTalk extends Talk {
  say(text, image) {
    const [, mime, data] = image?.match(/^data:([^;]+);base64,(.*)$/) ?? [];
    this.history.push({
      role: 'user',
      content: image ? [{ type: 'image', source: { type: 'base64', media_type: mime, data } }, { type: 'text', text }] : text,
    });
  }

  give(results) {
    this.history.push({
      role: 'user',
      content: results.map((content, index) => ({ type: 'tool_result', tool_use_id: this.calls[index].id, content })),
    });
  }

  get body() {
    return {
      model: this.model, max_tokens: this.limit ?? 2000, messages: this.history, ...(this.system ? { system: this.system } : {}),
      ...(this.think ? { thinking: { type: 'enabled', budget_tokens: 1024 } } : {}),
      ...(this.tools ? {
        tools: this.tools.map(({ name, description, parameters }) => ({ name, description, input_schema: parameters })),
      } : {}),
      ...(this.format ? { output_config: { format: { type: 'json_schema', schema: this.format } } } : {}), ...this.more,
    };
  }

  async whole() { return this.taken(await this.client.messages.create(this.body)); }
  async streamed() { return this.taken(await this.client.messages.stream(this.body).finalMessage()); }

  taken({ role, content, stop_reason, usage }) {
    this.calls = content.filter(({ type }) => type === 'tool_use').map(({ id, name, input }) => ({ id, name, input }));
    this.history.push({ role, content });
    return {
      text: content.filter(({ type }) => type === 'text').map(({ text }) => text).join(''),
      reasoning: content.filter(({ type }) => type === 'thinking').map(({ thinking }) => thinking).join(''),
      calls: this.calls,
      stop: stops({ end_turn: 'stop', max_tokens: 'length', tool_use: 'calls', refusal: 'filter' })(stop_reason),
      usage: {
        input: usage.input_tokens + (usage.cache_read_input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0),
        output: usage.output_tokens,
      },
    };
  }
}

class GeminiTalk extends Talk {
  say(text, image) {
    const [, mimeType, data] = image?.match(/^data:([^;]+);base64,(.*)$/) ?? [];
    this.history.push({ role: 'user', parts: [...(image ? [{ inlineData: { mimeType, data } }] : []), { text }] });
  }

  give(results) {
    this.history.push({
      role: 'user',
      parts: results.map((output, index) => ({
        functionResponse: { name: this.calls[index].name, ...(this.calls[index].id ? { id: this.calls[index].id } : {}), response: { output } },
      })),
    });
  }

  get request() {
    return {
      model: this.model, contents: this.history,
      config: {
        ...(this.system ? { systemInstruction: this.system } : {}), ...(this.limit ? { maxOutputTokens: this.limit } : {}),
        ...(this.think ? { thinkingConfig: { includeThoughts: true, thinkingBudget: 1024 } } : {}),
        ...(this.tools ? {
          tools: [{
            functionDeclarations: this.tools.map(({ name, description, parameters }) =>
              ({ name, description, parametersJsonSchema: parameters })),
          }],
        } : {}),
        ...(this.format ? { responseMimeType: 'application/json', responseJsonSchema: this.format } : {}), ...this.more,
      },
    };
  }

  async whole() { return this.taken([await this.client.models.generateContent(this.request)]); }
  async streamed() {
    const fragments = [];
    for await (const fragment of await this.client.models.generateContentStream(this.request)) fragments.push(fragment);
    return this.taken(fragments);
  }

  taken(fragments) {
    const parts = fragments.flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? []);
    const reason = fragments.map(({ candidates }) => candidates?.[0]?.finishReason).findLast(Boolean);
    const usage = fragments.map(({ usageMetadata }) => usageMetadata).findLast((one) => one?.promptTokenCount);
    this.calls = parts.filter((part) => part.functionCall)
      .map(({ functionCall: { id, name, args } }) => ({ id, name, input: args }));
    this.history.push({ role: 'model', parts: parts.filter((part) => part.text !== '' || part.thoughtSignature) });
    const join = (some) => some.map(({ text }) => text ?? '').join('');
    return {
      text: join(parts.filter((part) => !part.thought)), reasoning: join(parts.filter((part) => part.thought)),
      calls: this.calls,
      stop: reason === 'STOP' && this.calls.length > 0 ? 'calls'
        : stops({ STOP: 'stop', MAX_TOKENS: 'length', SAFETY: 'filter' })(reason),
      usage: {
        input: usage.promptTokenCount, output: usage.candidatesTokenCount + (usage.thoughtsTokenCount ?? 0),
      },
    };
  }
}

class OllamaTalk extends Talk {
  begin() { if (this.system) this.history.push({ role: 'system', content: this.system }); }

  say(text, image) {
    this.history.push({ role: 'user', content: text, ...(image ? { images: [image.replace(/^.*base64,/, '')] } : {}) });
  }

  give(results) {
    for (const [index, content] of results.entries())
      this.history.push({ role: 'tool', tool_name: this.calls[index].name, content });
  }

  get body() {
    return {
      model: this.model, messages: this.history, ...(this.limit ? { options: { num_predict: this.limit } } : {}),
      ...(this.think ? { think: true } : {}), ...(this.format ? { format: this.format } : {}),
      ...(this.tools ? { tools: this.tools.map((one) => ({ type: 'function', function: one })) } : {}), ...this.more,
    };
  }

  async whole() { return this.taken([await this.client.chat({ ...this.body, stream: false })]); }
  async streamed() { return this.taken(await Array.fromAsync(await this.client.chat({ ...this.body, stream: true }))); }

  taken(lines) {
    const messages = lines.map(({ message }) => message);
    const join = (name) => messages.map((message) => message?.[name] ?? '').join('');
    const calls = messages.flatMap((message) => message?.tool_calls ?? []);
    const last = lines.at(-1);
    this.calls = calls.map(({ id, function: { name, arguments: input } }) => ({ id, name, input }));
    this.history.push({ role: 'assistant', content: join('content'), ...(calls.length > 0 ? { tool_calls: calls } : {}) });
    return {
      text: join('content'), reasoning: join('thinking'), calls: this.calls,
      stop: calls.length > 0 ? 'calls' : last.done_reason,
      usage: { input: last.prompt_eval_count, output: last.eval_count },
    };
  }
}

const common = { apiKey: clientKey, maxRetries: 0 };
const face = (client, Kind) => ({ client, talk: (model, options) => new Kind(client, model, options) });
const openai = (gateway) => new OpenAI({ ...common, baseURL: `${gateway.url}/v1` });

export const clients = {
  openai: (gateway) => face(openai(gateway), OpenAiTalk),
  responses: (gateway) => face(openai(gateway), ResponsesTalk),
  anthropic: (gateway) => face(new Anthropic({ ...common, baseURL: gateway.url }), AnthropicTalk),
  gemini: (gateway) => face(
    new GoogleGenAI({ apiKey: clientKey, httpOptions: { baseUrl: gateway.url } }), GeminiTalk),
  ollama: (gateway) => face(
    new Ollama({ host: gateway.url, headers: { authorization: `Bearer ${clientKey}` } }), OllamaTalk),
};
