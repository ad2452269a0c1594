// OpenAI's client at the OpenAI-compatible endpoint.
import { apiKey, baseUrl, check, differs, drain, notOffered, run, thrownBy } from './checks.mjs';
import assert from 'node:assert/strict';
import OpenAI, { APIError, APIUserAbortError, AuthenticationError, BadRequestError, InternalServerError, NotFoundError, RateLimitError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import * as prompts from './prompts.mjs';

const baseURL = `${baseUrl}/v1beta/openai/`;
const client = new OpenAI({ apiKey, baseURL, maxRetries: 0 });
const { model } = prompts;
const user = (content) => [{ role: 'user', content }];
const complete = (messages, options, request) => client.chat.completions.create({ model, messages: typeof messages === 'string' ? user(messages) : messages, ...options }, request);
const ask = async (messages, options) => (await complete(messages, options)).choices[0].message.content;
const textOf = (chunks) => chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');

const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const tools = ['get_weather', 'get_time'].map((name) => ({ type: 'function', function: { name, description: `Does ${name}.`, parameters } }));
const results = { get_weather: { forecast: 'Sunny, 21 degrees.' }, get_time: { time: 'Ten past nine.' } };

/** What the API says of a refusal. Its errors come in an array, which the client does not take apart. */
async function refusal(type, status, run) {
  const error = await thrownBy(run);
  assert.ok(error instanceof type, error.stack);
  assert.equal(error.status, status);
  return error;
}

/** Answers the calls of a message, which goes back as it came, and asks again. */
async function resolve(prompt, message, options) {
  const answers = message.tool_calls.map(({ id, function: { name } }) => ({ role: 'tool', tool_call_id: id, content: JSON.stringify(results[name]) }));
  return ask([...user(prompt), message, ...answers], { tools, ...options });
}

check('text', async () => {
  const completion = await complete(prompts.question);
  assert.match(completion.choices[0].message.content, prompts.answer);
  assert.equal(completion.choices[0].finish_reason, 'stop');
  assert.deepEqual([completion.object, completion.model], ['chat.completion', model]);
});

check('system instruction', async () => {
  assert.equal(await ask([{ role: 'system', content: prompts.pirate }, ...user(prompts.question)]), prompts.pirateAnswer);
  assert.equal(await ask([{ role: 'developer', content: prompts.pirate }, ...user(prompts.question)]), prompts.pirateAnswer);
});

check('stream', async () => {
  const { items } = await drain(complete(prompts.question, { stream: true, stream_options: { include_usage: true } }));
  assert.ok(items.length > 2);
  assert.equal(textOf(items), await ask(prompts.question));
  assert.ok(items.at(-1).usage.total_tokens > 0);
  const runner = client.chat.completions.stream({ model, messages: user(prompts.question) });
  assert.match((await runner.finalChatCompletion()).choices[0].message.content, prompts.answer);
});

check('token counts of an answer', async () => {
  const { usage } = await complete(prompts.question);
  assert.ok(usage.prompt_tokens > 0 && usage.completion_tokens > 0 && usage.total_tokens >= usage.prompt_tokens + usage.completion_tokens);
});

check('chat with history', async () => {
  assert.match(await ask([...user(prompts.document), { role: 'assistant', content: 'I see.' }, ...user('When was it opened?')]), /1889/);
});

notOffered('typed output by responseSchema', 'the endpoint takes `response_format` alone');

check('typed output by responseJsonSchema', async () => {
  const card = z.object({ kind: z.enum(prompts.kinds), years: z.array(z.number().int()), place: z.object({ city: z.string() }) });
  const completion = await client.chat.completions.parse({ model, messages: user(prompts.card), response_format: zodResponseFormat(card, 'card') });
  const { parsed } = completion.choices[0].message;
  assert.deepEqual(Object.keys(parsed), ['kind', 'years', 'place']);
  assert.ok(prompts.kinds.includes(parsed.kind));
  assert.equal(typeof JSON.parse(await ask(prompts.card, { response_format: { type: 'json_object' } })), 'object');
}, 'as `response_format`');

check('enum output', async () => {
  const schema = { type: 'string', enum: prompts.kinds };
  assert.equal(JSON.parse(await ask(prompts.enumPrompt, { response_format: { type: 'json_schema', json_schema: { name: 'kind', schema } } })), 'Building');
}, 'asks for JSON with an enum, not for `text/x.enum`');

check('forced function and its result', async () => {
  const completion = await complete(prompts.forcedPrompt, { tools, tool_choice: { type: 'function', function: { name: 'get_time' } } });
  const { message, finish_reason } = completion.choices[0];
  assert.equal(finish_reason, 'tool_calls');
  assert.equal(message.tool_calls[0].function.name, 'get_time');
  assert.equal(typeof JSON.parse(message.tool_calls[0].function.arguments).city, 'string');
  assert.match(await resolve(prompts.forcedPrompt, message), /Ten past nine\./);
}, 'the message goes back as it came: it holds the signature that models of the third generation ask for');

check('function named by the prompt', async () => {
  const runner = client.chat.completions.runTools({
    model: prompts.olderModel,
    messages: user(prompts.weatherPrompt),
    tools: tools.map((tool) => ({ ...tool, function: { ...tool.function, parse: JSON.parse, function: async () => results[tool.function.name] } })),
  });
  assert.match(await runner.finalContent(), /Sunny, 21 degrees\./);
  const [, call] = runner.messages;
  assert.equal(call.tool_calls[0].function.name, 'get_weather');
});

check('parallel functions', async () => {
  const { message } = (await complete(prompts.bothPrompt, { tools })).choices[0];
  assert.deepEqual(message.tool_calls.map((call) => call.function.name), ['get_weather', 'get_time']);
  assert.match(await resolve(prompts.bothPrompt, message), /Sunny, 21 degrees\.[^]*Ten past nine\./);
});

check('inline image', async () => {
  const content = [{ type: 'text', text: 'What is this?' }, { type: 'image_url', image_url: { url: `data:image/png;base64,${prompts.png}` } }];
  assert.match(await ask(user(content)), /image\/png/);
});

differs('file: upload and use', "the emulator's OpenAI-compatible endpoint has no files", () =>
  refusal(NotFoundError, 404, () => client.files.create({ file: new File(['short'], 'short.txt'), purpose: 'user_data' })));

differs('file: get, list, delete', "the emulator's OpenAI-compatible endpoint has no files", () => refusal(NotFoundError, 404, () => client.files.list()));

notOffered('cache: create and use', 'a cache made elsewhere is named in `extra_body.google.cached_content`');
notOffered('cache: get, list, update, delete');

check('embedding of one text', async () => {
  const { data } = await client.embeddings.create({ model: prompts.embeddingModel, input: 'a red apple', dimensions: 256 });
  assert.deepEqual(data.map(({ embedding }) => embedding.length), [256]);
});

check('embeddings of several texts', async () => {
  const input = ['a red apple', 'one red apple', 'the tax law'];
  const { data } = await client.embeddings.create({ model: prompts.embeddingModel, input });
  const [first, near, far] = data.map(({ embedding }) => embedding);
  const dot = (other) => first.reduce((sum, value, i) => sum + value * other[i], 0);
  assert.ok(dot(near) > dot(far));
  const plain = await client.embeddings.create({ model: prompts.embeddingModel, input, encoding_format: 'float' });
  assert.deepEqual(plain.data[0].embedding.map(Math.fround), first);
});

notOffered('token counting');

check('models: list', async () => {
  const { items } = await drain(client.models.list());
  assert.ok(items.some(({ id }) => id === `models/${model}`));
});

check('models: get', async () => {
  assert.equal((await client.models.retrieve(model)).id, `models/${model}`);
});

differs('batch', "the emulator's OpenAI-compatible endpoint has no batches", () => refusal(NotFoundError, 404, () => client.batches.list()));

const thinking = (config) => ({ extra_body: { google: { thinking_config: config } } });

check('thoughts', async () => {
  assert.match(await ask(prompts.question, thinking({ include_thoughts: true })), /^<thought>[^]+<\/thought>The Eiffel Tower/);
}, 'by `extra_body.google`, between tags in the content');

check('thinking setting', async () => {
  const tokens = async (options) => (await complete(prompts.question, options)).usage.completion_tokens_details?.reasoning_tokens ?? 0;
  assert.ok((await tokens({ reasoning_effort: 'low' })) < (await tokens({ reasoning_effort: 'high' })));
  assert.equal(await tokens({ model: prompts.olderModel, ...thinking({ thinking_budget: 0 }) }), 0);
});

check('truncated answer', async () => {
  const completion = await complete(prompts.question, { model: prompts.olderModel, max_tokens: 8, reasoning_effort: 'none' });
  assert.equal(completion.choices[0].finish_reason, 'length');
  assert.ok(completion.choices[0].message.content.length > 0);
});

check('blocked prompt', async () => {
  const [{ finish_reason, message }] = (await complete('[blocked]')).choices;
  assert.deepEqual([finish_reason, message.content], ['content_filter', null]);
});

check('withheld answer', async () => {
  const [{ finish_reason, message }] = (await complete('[withheld]')).choices;
  assert.deepEqual([finish_reason, message.content], ['content_filter', null]);
});

check('invalid key', async () => {
  const other = new OpenAI({ apiKey: 'another-key', baseURL, maxRetries: 0 });
  const error = await refusal(BadRequestError, 400, () => other.models.list());
  assert.ok(!(error instanceof AuthenticationError));
}, 'the API says 400 here too, so it is no `AuthenticationError`');

check('unknown model', () => refusal(NotFoundError, 404, () => complete('x', { model: prompts.unknownModel })));

check('shut-down model', () => refusal(NotFoundError, 404, () => complete('x', { model: prompts.shutDownModel })));

check('bad argument', () => refusal(BadRequestError, 400, () => complete('x', { temperature: 9 })));

check('unknown field', () => refusal(BadRequestError, 400, () => complete('x', { tempreature: 1 })));

check('quota error with a delay', async () => {
  const error = await refusal(RateLimitError, 429, () => complete('[quota]'));
  assert.match(JSON.stringify(error.error), /"retryDelay":"34\.0748242s"/);
});

check('quota used up', async () => {
  assert.ok(await ask('x', { model: prompts.quotaModel }));
  const error = await refusal(RateLimitError, 429, () => ask('x', { model: prompts.quotaModel }));
  assert.match(JSON.stringify(error.error), /GenerateRequestsPerMinutePerProjectPerModel-FreeTier/);
});

check('internal error', () => refusal(InternalServerError, 500, () => complete('[internal]')));

check('overloaded model', () => refusal(InternalServerError, 503, () => complete('[overloaded]')));

check('retry after an overload', async () => {
  const retrying = new OpenAI({ apiKey, baseURL, maxRetries: 1 });
  const completion = await retrying.chat.completions.create({ model, messages: user(`[overloaded once] ${prompts.question}`) });
  assert.match(completion.choices[0].message.content, /Paris/);
});

check('cancelled call', async () => {
  const error = await thrownBy(() => complete('[silent]', {}, { signal: AbortSignal.timeout(200) }));
  assert.ok(error instanceof APIUserAbortError, error.stack);
});

check('cancelled stream', async () => {
  const stream = await complete(`[stalls] ${prompts.question}`, { stream: true });
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    stream.controller.abort();
  }
  assert.equal(chunks.length, 1);
}, 'ends without an error, by design');

check('error inside a stream', async () => {
  const { items, error } = await drain(complete(`[fails inside] ${prompts.question}`, { stream: true }));
  assert.ok(textOf(items).length > 0);
  assert.ok(error instanceof APIError, String(error));
  assert.match(error.message, /overloaded/);
});

check('broken stream', async () => {
  const { items, error } = await drain(complete(`[breaks] ${prompts.question}`, { stream: true }));
  assert.ok(textOf(items).length > 0);
  assert.match(String(error), /terminated/);
});

check('stream without a finish reason', async () => {
  const { items, error } = await drain(complete(`[ends early] ${prompts.question}`, { stream: true }));
  assert.equal(error, undefined);
  assert.ok(items.every(({ choices }) => !choices[0].finish_reason));
});

check('functions in a stream', async () => {
  const { message } = (await client.chat.completions.stream({ model, messages: user(prompts.bothPrompt), tools }).finalChatCompletion()).choices[0];
  assert.deepEqual(message.tool_calls.map((call) => call.function.name), ['get_weather', 'get_time']);
  for (const call of message.tool_calls) assert.equal(JSON.parse(call.function.arguments).city, 'Paris');
});

await run('openai');
