// Vercel's AI SDK with its provider for Google.
import { apiKey, baseUrl, check, drain, notOffered, run, thrownBy, versionOf } from './checks.mjs';
import assert from 'node:assert/strict';
import { createGoogle } from '@ai-sdk/google';
import {
  APICallError, NoObjectGeneratedError, Output, embed, embedMany, experimental_getBatchResults, experimental_getBatchStatus, experimental_startBatch, generateText, isStepCount, jsonSchema, streamText, tool,
  uploadFile,
} from 'ai';
import { z } from 'zod';
import * as prompts from './prompts.mjs';

globalThis.AI_SDK_LOG_WARNINGS = false;

const google = createGoogle({ apiKey, baseURL: `${baseUrl}/v1beta` });
const model = google(prompts.model);
const ask = (prompt, options) => generateText({ model, prompt, maxRetries: 0, ...options });
const askInPieces = (prompt, options) => streamText({ model, prompt, maxRetries: 0, onError: () => {}, ...options });
const withOptions = (options) => ({ providerOptions: { google: options } });

const city = z.object({ city: z.string() });
const called = [];
const tools = {
  get_weather: tool({ description: 'The weather of a city.', inputSchema: city, execute: async (input) => (called.push(['get_weather', input]), { forecast: 'Sunny, 21 degrees.' }) }),
  get_time: tool({ description: 'The time in a city.', inputSchema: city, execute: async (input) => (called.push(['get_time', input]), { time: 'Ten past nine.' }) }),
};

/** What the API says of a refusal. */
async function refusal(status, run) {
  const error = await thrownBy(run);
  assert.ok(APICallError.isInstance(error), error.stack);
  assert.equal(error.statusCode, status);
  assert.equal(error.data.error.code, status);
  return error.data.error;
}

check('text', async () => {
  const result = await ask(prompts.question);
  assert.match(result.text, prompts.answer);
  assert.equal(result.finishReason, 'stop');
});

check('system instruction', async () => {
  assert.equal((await ask(prompts.question, { instructions: prompts.pirate })).text, prompts.pirateAnswer);
});

check('stream', async () => {
  const result = askInPieces(prompts.question);
  const { items } = await drain(result.textStream);
  assert.ok(items.length > 1);
  assert.equal(items.join(''), (await ask(prompts.question)).text);
  assert.equal(await result.finishReason, 'stop');
});

check('token counts of an answer', async () => {
  const { usage } = await ask(prompts.question);
  assert.ok(usage.inputTokens > 0 && usage.outputTokenDetails.reasoningTokens > 0);
  assert.equal(usage.totalTokens, usage.inputTokens + usage.outputTokens);
});

check('chat with history', async () => {
  const messages = [{ role: 'user', content: prompts.document }, { role: 'assistant', content: 'I see.' }, { role: 'user', content: 'When was it opened?' }];
  assert.match((await ask(undefined, { messages })).text, /1889/);
});

notOffered('typed output by responseSchema', 'sends every schema as `responseJsonSchema`');

check('typed output by responseJsonSchema', async () => {
  const schema = z.object({ kind: z.enum(prompts.kinds), years: z.array(z.number().int()).min(1), note: z.string().nullable() });
  const { output } = await ask(prompts.card, { output: Output.object({ schema }) });
  assert.deepEqual(Object.keys(output), ['kind', 'years', 'note']);
  assert.ok(prompts.kinds.includes(output.kind) && output.years.length > 0);
  const streamed = askInPieces(prompts.card, { output: Output.object({ schema }) });
  assert.ok((await drain(streamed.partialOutputStream)).items.length > 0);
  assert.deepEqual(await streamed.output, output);
});

check('enum output', async () => {
  assert.equal((await ask(prompts.enumPrompt, { output: Output.choice({ options: prompts.kinds }) })).output, 'Building');
}, 'asks for JSON with an enum, not for `text/x.enum`');

check('forced function and its result', async () => {
  called.length = 0;
  const prepareStep = ({ stepNumber }) => ({ toolChoice: stepNumber === 0 ? { type: 'tool', toolName: 'get_time' } : 'auto' });
  const result = await ask(prompts.forcedPrompt, { tools, prepareStep, stopWhen: isStepCount(3) });
  assert.deepEqual(called.map(([name]) => name), ['get_time']);
  assert.equal(typeof called[0][1].city, 'string');
  assert.equal(result.steps[0].finishReason, 'tool-calls');
  assert.match(result.text, /Ten past nine\./);
});

check('function named by the prompt', async () => {
  called.length = 0;
  const result = askInPieces(prompts.weatherPrompt, { tools, stopWhen: isStepCount(3) });
  const { items } = await drain(result.textStream);
  assert.deepEqual(called.map(([name]) => name), ['get_weather']);
  assert.match(items.join(''), /Sunny, 21 degrees\./);
});

check('parallel functions', async () => {
  called.length = 0;
  const result = await ask(prompts.bothPrompt, { tools, stopWhen: isStepCount(3) });
  assert.deepEqual(called.map(([name]) => name), ['get_weather', 'get_time']);
  assert.match(result.text, /Sunny, 21 degrees\.[^]*Ten past nine\./);
});

const withFile = (file) => ({ messages: [{ role: 'user', content: [{ type: 'text', text: 'What is this?' }, file] }] });

check('inline image', async () => {
  const result = await ask(undefined, withFile({ type: 'file', mediaType: 'image/png', data: Buffer.from(prompts.png, 'base64') }));
  assert.match(result.text, /image\/png/);
});

check('file: upload and use', async () => {
  const { providerReference, providerMetadata } = await uploadFile({ api: google, data: Buffer.from(prompts.document), mediaType: 'text/plain', providerOptions: { google: { displayName: 'tower' } } });
  assert.equal(providerMetadata.google.state, 'ACTIVE');
  assert.equal(providerMetadata.google.displayName, 'tower');
  const result = await ask(undefined, withFile({ type: 'file', mediaType: 'text/plain', data: providerReference }));
  assert.match(result.text, /text\/plain/);
});

notOffered('file: get, list, delete');
notOffered('cache: create and use', 'takes the name of a cache, and cannot create one');
notOffered('cache: get, list, update, delete');

const embedding = google.embedding(prompts.embeddingModel);

check('embedding of one text', async () => {
  const result = await embed({ model: embedding, value: 'a red apple', ...withOptions({ outputDimensionality: 256, taskType: 'RETRIEVAL_QUERY' }) });
  assert.equal(result.embedding.length, 256);
});

check('embeddings of several texts', async () => {
  const { embeddings } = await embedMany({ model: embedding, values: ['a red apple', 'one red apple', 'the tax law'] });
  const [first, near, far] = embeddings;
  const dot = (other) => first.reduce((sum, value, i) => sum + value * other[i], 0);
  assert.ok(dot(near) > dot(far));
});

notOffered('token counting');
notOffered('models: list');
notOffered('models: get');

check('batch', async () => {
  const requests = [{ id: 'one', type: 'text', model: prompts.model, prompt: prompts.question }, { id: 'two', type: 'text', model: prompts.model, prompt: 'x', temperature: 9 }];
  const batch = await experimental_startBatch({ provider: google, requests });
  const status = await experimental_getBatchStatus({ provider: google, batch });
  assert.equal(status.status, 'completed');
  const { items } = await drain(experimental_getBatchResults({ provider: google, batch }));
  assert.match(items.find(({ id }) => id === 'one').text, prompts.answer);
  assert.equal(items.find(({ id }) => id === 'two').status, 'failed');
});

check('thoughts', async () => {
  const result = await ask(prompts.question, withOptions({ thinkingConfig: { includeThoughts: true } }));
  assert.ok(result.reasoningText.length > 0);
  assert.match(result.text, prompts.answer);
});

check('thinking setting', async () => {
  const tokens = async (thinkingConfig, other = model) =>
    (await ask(prompts.question, { model: other, ...withOptions({ thinkingConfig }) })).usage.outputTokenDetails.reasoningTokens;
  assert.ok((await tokens({ thinkingLevel: 'low' })) < (await tokens({ thinkingLevel: 'high' })));
  assert.equal(await tokens({ thinkingBudget: 0 }, google(prompts.olderModel)), 0);
});

check('truncated answer', async () => {
  const result = await ask(prompts.question, { model: google(prompts.olderModel), maxOutputTokens: 8, ...withOptions({ thinkingConfig: { thinkingBudget: 0 } }) });
  assert.equal(result.finishReason, 'length');
  assert.ok(result.text.length > 0 && result.text.length < prompts.document.length);
});

check('blocked prompt', async () => {
  const result = await ask('[blocked]');
  assert.equal(result.text, '');
  assert.equal(result.providerMetadata.google.promptFeedback.blockReason, 'SAFETY');
});

check('withheld answer', async () => {
  const result = await ask('[withheld]');
  assert.equal(result.finishReason, 'content-filter');
  assert.equal(result.rawFinishReason, 'SAFETY');
});

check('invalid key', async () => {
  const other = createGoogle({ apiKey: 'another-key', baseURL: `${baseUrl}/v1beta` });
  const error = await refusal(400, () => ask('x', { model: other(prompts.model) }));
  assert.equal(error.details[0].reason, 'API_KEY_INVALID');
});

check('unknown model', async () => {
  assert.equal((await refusal(404, () => ask('x', { model: google(prompts.unknownModel) }))).status, 'NOT_FOUND');
});

check('shut-down model', async () => {
  assert.match((await refusal(404, () => ask('x', { model: google(prompts.shutDownModel) }))).message, /gemini-2\.0-flash/);
});

check('bad argument', async () => {
  assert.match((await refusal(400, () => ask('x', { temperature: 9 }))).message, /temperature/);
});

notOffered('unknown field', 'sends what it knows alone');

const detail = (error, type) => error.details.find((item) => item['@type'].endsWith(type));

check('quota error with a delay', async () => {
  const error = await refusal(429, () => ask('[quota]'));
  assert.equal(error.status, 'RESOURCE_EXHAUSTED');
  assert.equal(detail(error, 'RetryInfo').retryDelay, '34.0748242s');
});

check('quota used up', async () => {
  const limited = { model: google(prompts.quotaModel) };
  assert.ok((await ask('x', limited)).text);
  const [violation] = detail(await refusal(429, () => ask('x', limited)), 'QuotaFailure').violations;
  assert.equal(violation.quotaId, 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier');
});

check('internal error', async () => {
  assert.equal((await refusal(500, () => ask('[internal]'))).status, 'INTERNAL');
});

check('overloaded model', async () => {
  const error = await thrownBy(() => ask('[overloaded]'));
  assert.equal(error.statusCode, 503);
  assert.equal(error.data.error.status, 'UNAVAILABLE');
  assert.ok(error.isRetryable);
});

check('retry after an overload', async () => {
  assert.match((await ask(`[overloaded once] ${prompts.question}`, { maxRetries: 1 })).text, /Paris/);
});

check('cancelled call', async () => {
  const error = await thrownBy(() => ask('[silent]', { abortSignal: AbortSignal.timeout(200) }));
  assert.match(`${error.name} ${error.message}`, /abort|timeout/i);
});

check('cancelled stream', async () => {
  const stop = new AbortController();
  const parts = [];
  for await (const part of askInPieces(`[stalls] ${prompts.question}`, { abortSignal: stop.signal }).stream) {
    parts.push(part.type);
    if (part.type === 'text-delta') stop.abort();
  }
  assert.equal(parts.at(-1), 'abort');
});

/** What came of a stream, and the error among its parts. */
async function parts(prompt) {
  const { items, error } = await drain(askInPieces(prompt).stream);
  const text = items.filter(({ type }) => type === 'text-delta').map((item) => item.text).join('');
  return { text, error: error ?? items.find(({ type }) => type === 'error')?.error, last: items.at(-1) };
}

check('error inside a stream', async () => {
  const { text, error } = await parts(`[fails inside] ${prompts.question}`);
  assert.ok(text.length > 0);
  assert.match(JSON.stringify(error) + String(error), /overloaded/);
});

check('broken stream', async () => {
  const { text, error } = await parts(`[breaks] ${prompts.question}`);
  assert.ok(text.length > 0);
  assert.ok(APICallError.isInstance(error), String(error));
  assert.match(String(error.cause), /terminated/);
});

check('stream without a finish reason', async () => {
  const { text, error, last } = await parts(`[ends early] ${prompts.question}`);
  assert.ok(text.length > 0);
  assert.equal(error, undefined);
  assert.equal(last.finishReason, 'interrupted');
});

check('typed output that is no JSON', async () => {
  const error = await thrownBy(async () => (await ask('[no JSON]', { output: Output.object({ schema: jsonSchema({ type: 'object', properties: { kind: { type: 'string' } } }) }) })).output);
  assert.ok(NoObjectGeneratedError.isInstance(error));
});

check('Google Search', async () => {
  const { sources } = await ask(prompts.question, { tools: { google_search: google.tools.googleSearch({}) } });
  assert.ok(sources[0].url);
});

const interactions = google.interactions(prompts.model);

check('interactions: text and stream', async () => {
  assert.match((await ask(prompts.question, { model: interactions })).text, prompts.answer);
  const { items } = await drain(askInPieces(prompts.question, { model: interactions }).textStream);
  assert.match(items.join(''), prompts.answer);
});

check('interactions: function and its result', async () => {
  called.length = 0;
  const result = await ask(prompts.weatherPrompt, { model: interactions, tools, stopWhen: isStepCount(3) });
  assert.deepEqual(called.map(([name]) => name), ['get_weather']);
  assert.match(result.text, /Sunny, 21 degrees\./);
});

await run('@ai-sdk/google', `${versionOf('@ai-sdk/google')} with ai ${versionOf('ai')}`);
