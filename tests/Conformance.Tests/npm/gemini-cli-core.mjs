// The core of the Gemini CLI: its content generator, its client for single questions and its chat.
import { apiKey, baseUrl, check, differs, drain, notOffered, run, thrownBy } from './checks.mjs';
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthType, Config, GeminiChat, LlmRole } from '@google/gemini-cli-core';
import * as prompts from './prompts.mjs';

process.env.GOOGLE_GEMINI_BASE_URL = baseUrl;
process.env.GEMINI_API_KEY = apiKey;

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const { model } = prompts;
const config = new Config({ sessionId: 'conformance', targetDir: folder, cwd: folder, model, debugMode: false, usageStatisticsEnabled: false, telemetry: { enabled: false }, maxAttempts: 2, embeddingModel: prompts.embeddingModel });
await config.storage.initialize();
await config.refreshAuth(AuthType.USE_GEMINI);
const generator = config.getContentGenerator();
const client = config.getBaseLlmClient();

let prompt = 0;
const ask = (contents, settings, other = model) => generator.generateContent({ model: other, contents, config: settings }, `prompt-${++prompt}`, LlmRole.MAIN);
const askInPieces = (contents, settings) => generator.generateContentStream({ model, contents, config: settings }, `prompt-${++prompt}`, LlmRole.MAIN);
const textOf = (response) => (response.candidates?.[0]?.content?.parts ?? []).filter((part) => part.text && !part.thought).map((part) => part.text).join('');

const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const tools = [{ functionDeclarations: ['get_weather', 'get_time'].map((name) => ({ name, description: `Does ${name}.`, parametersJsonSchema: parameters })) }];
const results = { get_weather: { forecast: 'Sunny, 21 degrees.' }, get_time: { time: 'Ten past nine.' } };

/** A message to a chat: the pieces of the answer, and what was thrown. */
async function send(chat, message, signal = new AbortController().signal, id = `prompt-${++prompt}`) {
  const { items, error } = await drain(chat.sendMessageStream({ model }, message, id, signal, LlmRole.MAIN));
  const chunks = items.filter(({ type }) => type === 'chunk').map(({ value }) => value);
  return { items, chunks, error, text: chunks.map(textOf).join(''), calls: chunks.flatMap(({ functionCalls }) => functionCalls ?? []) };
}

const resultsOf = (calls) => calls.map(({ id, name }) => ({ functionResponse: { id, name, response: results[name] } }));

/** What the API says of a refusal. */
async function refusal(status, run) {
  const error = await thrownBy(run);
  assert.equal(error.status, status, error.stack);
  return JSON.parse(error.message).error;
}

check('text', async () => {
  const response = await ask(prompts.question);
  assert.match(textOf(response), prompts.answer);
  assert.equal(response.modelVersion, model);
  const single = await client.generateContent({ modelConfigKey: { model }, contents: [{ role: 'user', parts: [{ text: prompts.question }] }], abortSignal: new AbortController().signal, promptId: 'single', role: LlmRole.UTILITY_TOOL });
  assert.match(textOf(single), prompts.answer);
});

check('system instruction', async () => {
  assert.equal((await send(new GeminiChat(config, prompts.pirate), prompts.question)).text, prompts.pirateAnswer);
});

check('stream', async () => {
  const { items } = await drain(askInPieces(prompts.question));
  assert.ok(items.length > 2);
  assert.equal(items.map(textOf).join(''), textOf(await ask(prompts.question)));
});

check('token counts of an answer', async () => {
  const { usageMetadata: usage } = await ask(prompts.question);
  assert.equal(usage.totalTokenCount, usage.promptTokenCount + usage.candidatesTokenCount + usage.thoughtsTokenCount);
});

check('chat with history', async () => {
  const chat = new GeminiChat(config);
  await send(chat, prompts.document);
  assert.match((await send(chat, 'When was it opened?')).text, /1889/);
  assert.deepEqual(chat.getHistory(true).map(({ role }) => role), ['user', 'model', 'user', 'model']);
});

check('typed output by responseSchema', async () => {
  const schema = { type: 'OBJECT', properties: { kind: { type: 'STRING', enum: prompts.kinds } }, required: ['kind'] };
  const response = await ask(prompts.card, { responseMimeType: 'application/json', responseSchema: schema });
  assert.ok(prompts.kinds.includes(JSON.parse(textOf(response)).kind));
}, 'by the content generator');

check('typed output by responseJsonSchema', async () => {
  const schema = { type: 'object', properties: { kind: { type: 'string', enum: prompts.kinds }, years: { type: 'array', items: { type: 'integer' } } }, required: ['kind', 'years'] };
  const contents = [{ role: 'user', parts: [{ text: prompts.card }] }];
  const value = await client.generateJson({ modelConfigKey: { model }, contents, schema, abortSignal: new AbortController().signal, promptId: 'json', role: LlmRole.UTILITY_TOOL });
  assert.deepEqual(Object.keys(value), ['kind', 'years']);
  assert.ok(prompts.kinds.includes(value.kind));
});

check('enum output', async () => {
  assert.equal(textOf(await ask(prompts.enumPrompt, { responseMimeType: 'text/x.enum', responseSchema: { type: 'STRING', enum: prompts.kinds } })), 'Building');
}, 'by the content generator');

check('forced function and its result', async () => {
  const forced = await ask(prompts.forcedPrompt, { tools, toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['get_time'] } } });
  assert.deepEqual(forced.functionCalls.map(({ name }) => name), ['get_time']);
  const history = [{ role: 'user', parts: [{ text: prompts.forcedPrompt }] }, forced.candidates[0].content, { role: 'user', parts: resultsOf(forced.functionCalls) }];
  assert.match(textOf(await ask(history, { tools })), /Ten past nine\./);
}, 'by the content generator; a chat leaves the choice to the model');

check('function named by the prompt', async () => {
  const chat = new GeminiChat(config, '', tools);
  const { calls } = await send(chat, prompts.weatherPrompt);
  assert.deepEqual(calls.map(({ name }) => name), ['get_weather']);
  assert.match((await send(chat, resultsOf(calls))).text, /Sunny, 21 degrees\./);
});

check('parallel functions', async () => {
  const chat = new GeminiChat(config, '', tools);
  const { calls } = await send(chat, prompts.bothPrompt);
  assert.deepEqual(calls.map(({ name }) => name), ['get_weather', 'get_time']);
  assert.match((await send(chat, resultsOf(calls))).text, /Sunny, 21 degrees\.[^]*Ten past nine\./);
});

check('inline image', async () => {
  const message = [{ text: 'What is this?' }, { inlineData: { mimeType: 'image/png', data: prompts.png } }];
  assert.match((await send(new GeminiChat(config), message)).text, /image\/png/);
});

for (const name of ['file: upload and use', 'file: get, list, delete', 'cache: create and use', 'cache: get, list, update, delete']) {
  notOffered(name);
}

check('embedding of one text', async () => {
  assert.deepEqual((await client.generateEmbedding(['a red apple'])).map((values) => values.length), [3072]);
});

check('embeddings of several texts', async () => {
  const [first, near, far] = await client.generateEmbedding(['a red apple', 'one red apple', 'the tax law']);
  const dot = (other) => first.reduce((sum, value, i) => sum + value * other[i], 0);
  assert.ok(dot(near) > dot(far));
});

check('token counting', async () => {
  const { totalTokens } = await client.countTokens({ modelConfigKey: { model }, contents: [{ role: 'user', parts: [{ text: prompts.question }] }] });
  assert.equal(totalTokens, (await ask(prompts.question)).usageMetadata.promptTokenCount);
});

notOffered('models: list');
notOffered('models: get');
notOffered('batch');

check('thoughts', async () => {
  const { chunks, text } = await send(new GeminiChat(config), prompts.question);
  assert.match(text, prompts.answer);
  const plain = await ask(prompts.question, { thinkingConfig: { includeThoughts: true } });
  assert.ok(plain.candidates[0].content.parts[0].thought);
  assert.ok(chunks.some((chunk) => chunk.candidates[0].content?.parts?.some((part) => part.thought)));
});

check('thinking setting', async () => {
  const tokens = async (thinkingConfig) => (await ask(prompts.question, { thinkingConfig })).usageMetadata.thoughtsTokenCount;
  assert.ok((await tokens({ thinkingLevel: 'LOW' })) < (await tokens({ thinkingLevel: 'HIGH' })));
});

check('truncated answer', async () => {
  const response = await ask(prompts.question, { maxOutputTokens: 8, thinkingConfig: { thinkingBudget: 0 } }, prompts.olderModel);
  assert.equal(response.candidates[0].finishReason, 'MAX_TOKENS');
});

check('blocked prompt', async () => {
  assert.equal((await ask('[blocked]')).promptFeedback.blockReason, 'SAFETY');
});

check('withheld answer', async () => {
  assert.equal((await ask('[withheld]')).candidates[0].finishReason, 'SAFETY');
});

check('invalid key', async () => {
  const other = new Config({ sessionId: 'other', targetDir: folder, cwd: folder, model, debugMode: false, usageStatisticsEnabled: false });
  await other.refreshAuth(AuthType.USE_GEMINI, 'another-key');
  const error = await refusal(400, () => other.getContentGenerator().generateContent({ model, contents: 'x' }, 'key', LlmRole.MAIN));
  assert.equal(error.details[0].reason, 'API_KEY_INVALID');
});

check('unknown model', () => refusal(404, () => ask('x', {}, prompts.unknownModel)));

check('shut-down model', () => refusal(404, () => ask('x', {}, prompts.shutDownModel)));

check('bad argument', async () => {
  assert.match((await refusal(400, () => ask('x', { temperature: 9 }))).message, /temperature/);
});

check('unknown field', async () => {
  assert.match((await refusal(400, () => ask('x', { httpOptions: { extraBody: { generationConfig: { tempreature: 1 } } } }))).message, /tempreature/);
}, 'by the content generator');

const detail = (error, type) => error.details.find((item) => item['@type'].endsWith(type));

check('quota error with a delay', async () => {
  assert.equal(detail(await refusal(429, () => ask('[quota]')), 'RetryInfo').retryDelay, '34.0748242s');
});

check('quota used up', async () => {
  assert.ok(textOf(await ask('x', {}, prompts.quotaModel)));
  const [violation] = detail(await refusal(429, () => ask('x', {}, prompts.quotaModel)), 'QuotaFailure').violations;
  assert.equal(violation.quotaId, 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier');
});

check('internal error', () => refusal(500, () => ask('[internal]')));

check('overloaded model', () => refusal(503, () => ask('[overloaded]')));

check('retry after an overload', async () => {
  assert.match((await send(new GeminiChat(config), `[overloaded once] ${prompts.question}`)).text, /Paris/);
});

check('cancelled call', async () => {
  const error = await thrownBy(() => ask('[silent]', { abortSignal: AbortSignal.timeout(200) }));
  assert.match(`${error.name} ${error.message}`, /abort/i);
});

check('cancelled stream', async () => {
  const stop = new AbortController();
  const error = await thrownBy(async () => {
    for await (const item of await new GeminiChat(config).sendMessageStream({ model }, `[stalls] ${prompts.question}`, 'stop', stop.signal, LlmRole.MAIN)) {
      assert.equal(item.type, 'chunk');
      stop.abort();
    }
  });
  assert.match(`${error.name} ${error.message}`, /abort/i);
});

differs('error inside a stream', 'its older @google/genai does not see an error among the events: the stream counts as one without a finish reason', async () => {
  const { items, error } = await send(new GeminiChat(config), `[fails inside] ${prompts.question}`);
  assert.ok(items.some(({ type }) => type === 'retry'));
  assert.equal(error.type, 'NO_FINISH_REASON');
});

check('broken stream', async () => {
  const { chunks, error } = await send(new GeminiChat(config), `[breaks] ${prompts.question}`);
  assert.equal(chunks.length, 1);
  assert.match(String(error), /terminated/);
});

check('stream without a finish reason', async () => {
  const { items, error } = await send(new GeminiChat(config), `[ends early] ${prompts.question}`);
  assert.ok(items.some(({ type }) => type === 'retry'));
  assert.equal(error.type, 'NO_FINISH_REASON');
}, 'takes it for an error, and asks once more before it gives up');

await run('@google/gemini-cli-core');
