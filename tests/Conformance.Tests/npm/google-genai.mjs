// The official client.
import { apiKey, baseUrl, check, drain, run, thrownBy } from './checks.mjs';
import assert from 'node:assert/strict';
import { ApiError, FunctionCallingConfigMode, GoogleGenAI, Type } from '@google/genai';
import * as prompts from './prompts.mjs';

const httpOptions = { baseUrl };
const ai = new GoogleGenAI({ apiKey, httpOptions });
const { model } = prompts;
const ask = (contents, config, other = model) => ai.models.generateContent({ model: other, contents, config });
const askInPieces = (contents, config) => ai.models.generateContentStream({ model, contents, config });

const weather = { name: 'get_weather', description: 'The weather of a city.', parameters: { type: Type.OBJECT, properties: { city: { type: Type.STRING } }, required: ['city'] } };
const time = { name: 'get_time', description: 'The time in a city.', parametersJsonSchema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } };
const tools = [{ functionDeclarations: [weather, time] }];
const results = { get_weather: { forecast: 'Sunny, 21 degrees.' }, get_time: { time: 'Ten past nine.' } };

/** What the API says of a refusal: the error's status, and its body in the message. */
async function refusal(status, run) {
  const error = await thrownBy(run);
  assert.ok(error instanceof ApiError, error.stack);
  assert.equal(error.status, status);
  const body = JSON.parse(error.message).error;
  assert.equal(body.code, status);
  return body;
}

/** Answers the calls of a response and asks again. */
async function resolve(contents, response, config) {
  const calls = response.functionCalls;
  const parts = calls.map(({ id, name }) => ({ functionResponse: { id, name, response: results[name] } }));
  return ask([{ role: 'user', parts: [{ text: contents }] }, response.candidates[0].content, { role: 'user', parts }], config);
}

check('text', async () => {
  const response = await ask(prompts.question);
  assert.match(response.text, prompts.answer);
  assert.equal(response.candidates[0].finishReason, 'STOP');
  assert.equal(response.modelVersion, model);
});

check('system instruction', async () => {
  assert.equal((await ask(prompts.question, { systemInstruction: prompts.pirate })).text, prompts.pirateAnswer);
});

check('stream', async () => {
  const { items } = await drain(askInPieces(prompts.question));
  assert.ok(items.length > 2);
  assert.equal(items.map((item) => item.text ?? '').join(''), (await ask(prompts.question)).text);
  assert.equal(items.at(-1).candidates[0].finishReason, 'STOP');
});

check('token counts of an answer', async () => {
  const { usageMetadata: usage } = await ask(prompts.question);
  assert.ok(usage.promptTokenCount > 0 && usage.candidatesTokenCount > 0 && usage.thoughtsTokenCount > 0);
  assert.equal(usage.totalTokenCount, usage.promptTokenCount + usage.candidatesTokenCount + usage.thoughtsTokenCount);
});

check('chat with history', async () => {
  const chat = ai.chats.create({ model, history: [{ role: 'user', parts: [{ text: prompts.document }] }, { role: 'model', parts: [{ text: 'I see.' }] }] });
  assert.match((await chat.sendMessage({ message: 'When was it opened?' })).text, /1889/);
  const { items } = await drain(chat.sendMessageStream({ message: 'What height has it?' }));
  assert.match(items.map((item) => item.text ?? '').join(''), /330 metres/);
  // A streamed answer is as many turns as it had pieces.
  assert.equal(chat.getHistory().filter(({ role }) => role === 'user').length, 3);
});

check('typed output by responseSchema', async () => {
  const properties = { kind: { type: Type.STRING, enum: prompts.kinds }, years: { type: Type.ARRAY, items: { type: Type.INTEGER }, minItems: '1' }, note: { type: Type.STRING, nullable: true } };
  const response = await ask(prompts.card, { responseMimeType: 'application/json', responseSchema: { type: Type.OBJECT, properties, required: ['kind', 'years'] } });
  const { kind, years } = JSON.parse(response.text);
  assert.ok(prompts.kinds.includes(kind));
  assert.ok(years.length > 0 && years.every(Number.isInteger));
});

check('typed output by responseJsonSchema', async () => {
  const schema = {
    type: 'object',
    properties: { place: { $ref: '#/$defs/place' }, height: { type: ['number', 'null'] }, kind: { enum: prompts.kinds, type: 'string' } },
    required: ['place', 'height', 'kind'],
    additionalProperties: false,
    $defs: { place: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
  };
  const value = JSON.parse((await ask(prompts.card, { responseMimeType: 'application/json', responseJsonSchema: schema })).text);
  assert.deepEqual(Object.keys(value), ['place', 'height', 'kind']);
  assert.equal(typeof value.place.city, 'string');
  assert.ok(prompts.kinds.includes(value.kind));
});

check('enum output', async () => {
  const config = { responseMimeType: 'text/x.enum', responseSchema: { type: Type.STRING, enum: prompts.kinds } };
  assert.equal((await ask(prompts.enumPrompt, config)).text, 'Building');
});

check('forced function and its result', async () => {
  const config = { tools, toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode.ANY, allowedFunctionNames: ['get_time'] } } };
  const response = await ask(prompts.forcedPrompt, config);
  const [call] = response.functionCalls;
  assert.equal(call.name, 'get_time');
  assert.equal(typeof call.args.city, 'string');
  assert.ok(response.candidates[0].content.parts[0].thoughtSignature);
  assert.match((await resolve(prompts.forcedPrompt, response, { tools })).text, /Ten past nine\./);
});

check('function named by the prompt', async () => {
  const response = await ask(prompts.weatherPrompt, { tools });
  assert.deepEqual(response.functionCalls.map(({ name }) => name), ['get_weather']);
  assert.match((await resolve(prompts.weatherPrompt, response, { tools })).text, /Sunny, 21 degrees\./);
});

check('parallel functions', async () => {
  const response = await ask(prompts.bothPrompt, { tools });
  assert.deepEqual(response.functionCalls.map(({ name }) => name), ['get_weather', 'get_time']);
  assert.match((await resolve(prompts.bothPrompt, response, { tools })).text, /Sunny, 21 degrees\.[^]*Ten past nine\./);
});

check('inline image', async () => {
  const contents = ['What is this?', { inlineData: { mimeType: 'image/png', data: prompts.png } }];
  const response = await ask(contents);
  assert.match(response.text, /image\/png/);
  assert.ok(response.usageMetadata.promptTokensDetails.some(({ modality }) => modality === 'IMAGE'));
});

const upload = (text, config) => ai.files.upload({ file: new Blob([text], { type: 'text/plain' }), config: { mimeType: 'text/plain', ...config } });

check('file: upload and use', async () => {
  const file = await upload(prompts.document, { displayName: 'tower' });
  assert.deepEqual([file.state, file.displayName, file.mimeType, file.sizeBytes], ['ACTIVE', 'tower', 'text/plain', String(prompts.document.length)]);
  const contents = ['What does it say?', { fileData: { fileUri: file.uri, mimeType: file.mimeType } }];
  assert.match((await ask(contents)).text, /text\/plain/);
  const large = await upload('x'.repeat(9 << 20)); // more than one chunk
  assert.equal(large.sizeBytes, String(9 << 20));
});

check('file: get, list, delete', async () => {
  const { name } = await upload('short', { name: 'files/short-one' });
  assert.equal(name, 'files/short-one');
  assert.equal((await ai.files.get({ name })).sizeBytes, '5');
  const { items } = await drain(ai.files.list({ config: { pageSize: 1 } }));
  assert.ok(items.length > 1 && items.some((item) => item.name === name));
  await ai.files.delete({ name });
  await refusal(403, () => ai.files.get({ name }));
});

const createCache = () => ai.caches.create({ model, config: { contents: prompts.longDocument, ttl: '600s', displayName: 'archive', systemInstruction: 'You keep the archive.' } });

check('cache: create and use', async () => {
  const cache = await createCache();
  assert.match(cache.name, /^cachedContents\//);
  assert.equal(Date.parse(cache.expireTime) - Date.parse(cache.createTime), 600_000);
  const response = await ask('Which letters does Shelf 7 hold?', { cachedContent: cache.name });
  assert.equal(response.usageMetadata.cachedContentTokenCount, cache.usageMetadata.totalTokenCount);
  assert.match(response.text, /Shelf 7 /);
  const small = await refusal(400, () => ai.caches.create({ model, config: { contents: 'short' } }));
  assert.match(small.message, /^Cached content is too small/);
});

check('cache: get, list, update, delete', async () => {
  const { name } = await createCache();
  assert.equal((await ai.caches.get({ name })).displayName, 'archive');
  assert.ok((await drain(ai.caches.list())).items.some((item) => item.name === name));
  const updated = await ai.caches.update({ name, config: { ttl: '1200s' } });
  assert.equal(Date.parse(updated.expireTime) - Date.parse(updated.createTime), 1_200_000);
  await ai.caches.delete({ name });
  await refusal(403, () => ai.caches.get({ name }));
});

check('embedding of one text', async () => {
  const { embeddings } = await ai.models.embedContent({ model: prompts.embeddingModel, contents: 'a red apple', config: { outputDimensionality: 256, taskType: 'RETRIEVAL_QUERY' } });
  assert.deepEqual(embeddings.map(({ values }) => values.length), [256]);
});

check('embeddings of several texts', async () => {
  const { embeddings } = await ai.models.embedContent({ model: prompts.embeddingModel, contents: ['a red apple', 'one red apple', 'the tax law'] });
  const [first, near, far] = embeddings.map(({ values }) => values);
  assert.equal(first.length, 3072);
  const dot = (other) => first.reduce((sum, value, i) => sum + value * other[i], 0);
  assert.ok(dot(near) > dot(far));
});

check('token counting', async () => {
  const { totalTokens } = await ai.models.countTokens({ model, contents: prompts.question });
  assert.equal(totalTokens, (await ask(prompts.question)).usageMetadata.promptTokenCount);
});

check('models: list', async () => {
  const { items } = await drain(ai.models.list({ config: { pageSize: 10 } }));
  assert.ok(items.length > 10);
  assert.ok(items.some(({ name }) => name === `models/${model}`));
});

check('models: get', async () => {
  const found = await ai.models.get({ model });
  assert.equal(found.name, `models/${model}`);
  assert.ok(found.inputTokenLimit > 0 && found.supportedActions.includes('generateContent'));
});

check('batch', async () => {
  const src = [{ contents: [{ role: 'user', parts: [{ text: prompts.question }] }] }, { contents: [{ role: 'user', parts: [{ text: 'x' }] }], config: { temperature: 9 } }];
  const created = await ai.batches.create({ model, src, config: { displayName: 'two' } });
  assert.equal(created.state, 'JOB_STATE_PENDING');
  const done = await ai.batches.get({ name: created.name });
  assert.equal(done.state, 'JOB_STATE_SUCCEEDED');
  const [answered, refused] = done.dest.inlinedResponses;
  assert.match(answered.response.candidates[0].content.parts[0].text, prompts.answer);
  assert.equal(refused.error.code, 3);
  assert.ok((await drain(ai.batches.list())).items.some(({ name }) => name === created.name));
  await ai.batches.cancel({ name: created.name });
  await ai.batches.delete({ name: created.name });
  await refusal(404, () => ai.batches.get({ name: created.name }));
});

check('thoughts', async () => {
  const response = await ask(prompts.question, { thinkingConfig: { includeThoughts: true } });
  const [thought, said] = response.candidates[0].content.parts;
  assert.ok(thought.thought && thought.text.length > 0);
  assert.equal(response.text, said.text);
});

check('thinking setting', async () => {
  const tokens = async (thinkingConfig, other) => (await ask(prompts.question, { thinkingConfig }, other)).usageMetadata.thoughtsTokenCount ?? 0;
  assert.ok((await tokens({ thinkingLevel: 'LOW' })) < (await tokens({ thinkingLevel: 'HIGH' })));
  assert.equal(await tokens({ thinkingBudget: 0 }, prompts.olderModel), 0);
});

check('truncated answer', async () => {
  const response = await ask(prompts.question, { maxOutputTokens: 8, thinkingConfig: { thinkingBudget: 0 } }, prompts.olderModel);
  assert.equal(response.candidates[0].finishReason, 'MAX_TOKENS');
  assert.ok(response.text.length > 0 && response.text.length < prompts.document.length);
});

check('blocked prompt', async () => {
  const response = await ask('[blocked]');
  assert.equal(response.promptFeedback.blockReason, 'SAFETY');
  assert.equal(response.text, undefined);
});

check('withheld answer', async () => {
  const response = await ask('[withheld]');
  assert.equal(response.candidates[0].finishReason, 'SAFETY');
  assert.equal(response.text, undefined);
});

check('invalid key', async () => {
  const other = new GoogleGenAI({ apiKey: 'another-key', httpOptions });
  const error = await refusal(400, () => other.models.generateContent({ model, contents: 'x' }));
  assert.equal(error.details[0].reason, 'API_KEY_INVALID');
});

check('unknown model', async () => {
  assert.equal((await refusal(404, () => ask('x', {}, prompts.unknownModel))).status, 'NOT_FOUND');
});

check('shut-down model', async () => {
  assert.match((await refusal(404, () => ask('x', {}, prompts.shutDownModel))).message, /gemini-2\.0-flash/);
});

check('bad argument', async () => {
  const error = await refusal(400, () => ask('x', { temperature: 9 }));
  assert.equal(error.status, 'INVALID_ARGUMENT');
  assert.match(error.message, /temperature/);
});

check('unknown field', async () => {
  const error = await refusal(400, () => ask('x', { httpOptions: { extraBody: { generationConfig: { tempreature: 1 } } } }));
  assert.match(error.message, /tempreature/);
  assert.match(error.details[0]['@type'], /BadRequest$/);
});

const detail = (error, type) => error.details.find((item) => item['@type'].endsWith(type));

check('quota error with a delay', async () => {
  const error = await refusal(429, () => ask('[quota]'));
  assert.equal(error.status, 'RESOURCE_EXHAUSTED');
  assert.equal(detail(error, 'RetryInfo').retryDelay, '34.0748242s');
});

check('quota used up', async () => {
  assert.ok((await ask('x', {}, prompts.quotaModel)).text);
  const error = await refusal(429, () => ask('x', {}, prompts.quotaModel));
  const [violation] = detail(error, 'QuotaFailure').violations;
  assert.equal(violation.quotaId, 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier');
  assert.equal(violation.quotaValue, '1');
});

check('internal error', async () => {
  assert.equal((await refusal(500, () => ask('[internal]'))).status, 'INTERNAL');
});

check('overloaded model', async () => {
  assert.equal((await refusal(503, () => ask('[overloaded]'))).status, 'UNAVAILABLE');
});

check('retry after an overload', async () => {
  const retrying = new GoogleGenAI({ apiKey, httpOptions: { ...httpOptions, retryOptions: { attempts: 2 } } });
  const response = await retrying.models.generateContent({ model, contents: `[overloaded once] ${prompts.question}` });
  assert.match(response.text, /Paris/);
});

check('cancelled call', async () => {
  const error = await thrownBy(() => ask('[silent]', { abortSignal: AbortSignal.timeout(200) }));
  assert.match(`${error.name} ${error.message}`, /abort/i);
});

check('cancelled stream', async () => {
  const stop = new AbortController();
  const error = await thrownBy(async () => {
    for await (const item of await askInPieces(`[stalls] ${prompts.question}`, { abortSignal: stop.signal })) {
      assert.ok(item.text);
      stop.abort();
    }
  });
  assert.match(`${error.name} ${error.message}`, /abort/i);
});

check('error inside a stream', async () => {
  const { items, error } = await drain(askInPieces(`[fails inside] ${prompts.question}`));
  assert.ok(items[0].text);
  assert.ok(error instanceof ApiError, String(error));
  assert.equal(error.status, 503);
});

check('broken stream', async () => {
  const { items, error } = await drain(askInPieces(`[breaks] ${prompts.question}`));
  assert.ok(items[0].text);
  assert.match(error.message, /terminated/);
});

check('stream without a finish reason', async () => {
  const { items, error } = await drain(askInPieces(`[ends early] ${prompts.question}`));
  assert.equal(error, undefined);
  assert.equal(items.length, 1);
  assert.equal(items[0].candidates[0].finishReason, undefined);
});

check('functions called by the client', async () => {
  const called = [];
  const callable = {
    tool: async () => ({ functionDeclarations: [weather, time] }),
    callTool: async (calls) => calls.map(({ id, name }) => (called.push(name), { functionResponse: { id, name, response: results[name] } })),
  };
  const response = await ask(prompts.bothPrompt, { tools: [callable] });
  assert.deepEqual(called, ['get_weather', 'get_time']);
  assert.match(response.text, /Ten past nine\./);
  assert.equal(response.automaticFunctionCallingHistory.length, 3);
});

check('Google Search', async () => {
  const { groundingMetadata } = (await ask(prompts.question, { tools: [{ googleSearch: {} }] })).candidates[0];
  assert.ok(groundingMetadata.groundingChunks[0].web.uri && groundingMetadata.webSearchQueries.length > 0);
});

check("Google Cloud's paths, by a key", async () => {
  const cloud = new GoogleGenAI({ vertexai: true, apiKey, httpOptions });
  assert.match((await cloud.models.generateContent({ model, contents: prompts.question })).text, prompts.answer);
  const { totalTokens } = await cloud.models.countTokens({ model, contents: prompts.question });
  assert.ok(totalTokens > 0);
});

const textOf = (interaction) => interaction.steps.filter(({ type }) => type === 'model_output').flatMap(({ content }) => content.map(({ text }) => text)).join('');

check('interactions: create, go on, get, delete', async () => {
  const first = await ai.interactions.create({ model, input: prompts.question });
  assert.equal(first.status, 'completed');
  assert.match(textOf(first), prompts.answer);
  const second = await ai.interactions.create({ model, input: 'When was it opened?', previous_interaction_id: first.id });
  assert.match(textOf(second), /1889/);
  assert.equal((await ai.interactions.get(first.id)).id, first.id);
  await ai.interactions.delete(first.id);
  assert.equal((await thrownBy(() => ai.interactions.get(first.id))).status, 404);
});

check('interactions: stream', async () => {
  const { items, error } = await drain(ai.interactions.create({ model, input: prompts.question, stream: true }));
  assert.equal(error, undefined);
  const said = items.filter(({ event_type, delta }) => event_type === 'step.delta' && delta.type === 'text').map(({ delta }) => delta.text);
  assert.ok(said.length > 1);
  assert.match(said.join(''), prompts.answer);
  assert.equal(items.at(-1).interaction.status, 'completed');
});

check('interactions: typed output', async () => {
  const schema = { type: 'object', properties: { kind: { type: 'string', enum: prompts.kinds } }, required: ['kind'] };
  const interaction = await ai.interactions.create({ model, input: prompts.card, response_format: [{ type: 'text', mime_type: 'application/json', schema }] });
  assert.ok(prompts.kinds.includes(JSON.parse(textOf(interaction)).kind));
});

check('interactions: function and its result', async () => {
  const functions = [{ type: 'function', name: weather.name, description: weather.description, parameters: time.parametersJsonSchema }];
  const asked = await ai.interactions.create({ model, input: prompts.weatherPrompt, tools: functions });
  assert.equal(asked.status, 'requires_action');
  const call = asked.steps.find(({ type }) => type === 'function_call');
  assert.equal(call.name, 'get_weather');
  const input = [{ type: 'function_result', call_id: call.id, name: call.name, result: results.get_weather }];
  const answered = await ai.interactions.create({ model, input, tools: functions, previous_interaction_id: asked.id });
  assert.match(textOf(answered), /Sunny, 21 degrees\./);
});

check('interactions: refusal', async () => {
  const error = await thrownBy(() => ai.interactions.create({ model: prompts.unknownModel, input: 'x' }));
  assert.equal(error.status, 404);
  assert.match(error.message, /gemini-0\.1-nothing/);
});

await run('@google/genai');
