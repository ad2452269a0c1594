// LangChain's models for Google's API.
import { apiKey, baseUrl, check, differs, drain, notOffered, run, thrownBy, unhandled, versionOf } from './checks.mjs';
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatGoogleGenerativeAI, GoogleGenerativeAIEmbeddings } from '@langchain/google-genai';
import { z } from 'zod';
import * as prompts from './prompts.mjs';

const create = (options) => new ChatGoogleGenerativeAI({ model: prompts.model, apiKey, baseUrl, maxRetries: 0, ...options });
const chat = create();

const schema = z.object({ city: z.string() });
const tools = [
  tool(async () => 'Sunny, 21 degrees.', { name: 'get_weather', description: 'The weather of a city.', schema }),
  tool(async () => 'Ten past nine.', { name: 'get_time', description: 'The time in a city.', schema }),
];

/** What the API says of a refusal. */
async function refusal(status, run) {
  const error = await thrownBy(run);
  assert.equal(error.status, status, error.stack);
  return error;
}

/** Calls the functions a message asks for, and asks again. */
async function resolve(prompt, message, model = chat) {
  const results = await Promise.all(message.tool_calls.map((call) => tools.find(({ name }) => name === call.name).invoke({ ...call, type: 'tool_call' })));
  assert.ok(results.every((result) => result instanceof ToolMessage));
  return (await model.bindTools(tools).invoke([new HumanMessage(prompt), message, ...results])).text;
}

check('text', async () => {
  const message = await chat.invoke(prompts.question);
  assert.match(message.text, prompts.answer);
  assert.equal(message.response_metadata.finishReason, 'STOP');
});

check('system instruction', async () => {
  assert.equal((await chat.invoke([new SystemMessage(prompts.pirate), new HumanMessage(prompts.question)])).text, prompts.pirateAnswer);
});

check('stream', async () => {
  const { items } = await drain(chat.stream(prompts.question));
  assert.ok(items.length > 2);
  assert.equal(items.map((item) => item.text).join(''), (await chat.invoke(prompts.question)).text);
});

check('token counts of an answer', async () => {
  const { usage_metadata: usage } = await chat.invoke(prompts.question);
  assert.ok(usage.input_tokens > 0 && usage.output_tokens > 0);
  assert.ok(usage.total_tokens >= usage.input_tokens + usage.output_tokens);
});

check('chat with history', async () => {
  const messages = [new HumanMessage(prompts.document), new AIMessage('I see.'), new HumanMessage('When was it opened?')];
  assert.match((await chat.invoke(messages)).text, /1889/);
});

const card = z.object({ kind: z.enum(prompts.kinds), years: z.array(z.number().int()), place: z.object({ city: z.string() }) });

check('typed output by responseSchema', async () => {
  for (const method of ['jsonSchema', 'functionCalling']) {
    const value = await chat.withStructuredOutput(card, { method }).invoke(prompts.card);
    assert.deepEqual(Object.keys(value), ['kind', 'years', 'place']);
    assert.ok(prompts.kinds.includes(value.kind));
  }
}, 'and by a forced function; its types are in lower case');

notOffered('typed output by responseJsonSchema', 'sends every schema as `responseSchema`');
notOffered('enum output', 'a member of an object can be an enum');

check('forced function and its result', async () => {
  const message = await chat.bindTools(tools, { tool_choice: 'get_time' }).invoke(prompts.forcedPrompt);
  assert.deepEqual(message.tool_calls.map(({ name }) => name), ['get_time']);
  assert.equal(typeof message.tool_calls[0].args.city, 'string');
  assert.match(await resolve(prompts.forcedPrompt, message), /Ten past nine\./);
});

check('function named by the prompt', async () => {
  const message = await chat.bindTools(tools).invoke(prompts.weatherPrompt);
  assert.deepEqual(message.tool_calls.map(({ name }) => name), ['get_weather']);
  assert.match(await resolve(prompts.weatherPrompt, message), /Sunny, 21 degrees\./);
});

differs('parallel functions', 'calls them all, but sends each result as a turn of its own: the API wants all results of a turn together, and refuses', async () => {
  const { items } = await drain(chat.bindTools(tools).stream(prompts.bothPrompt));
  const message = items.reduce((sum, item) => sum.concat(item));
  assert.deepEqual(message.tool_calls.map(({ name }) => name), ['get_weather', 'get_time']);
  const error = await refusal(400, () => resolve(prompts.bothPrompt, message));
  assert.match(error.message, /the number of function response parts \(1\) must equal the number of function call parts \(2\)/);
});

check('inline image', async () => {
  const content = [{ type: 'text', text: 'What is this?' }, { type: 'image_url', image_url: `data:image/png;base64,${prompts.png}` }];
  assert.match((await chat.invoke([new HumanMessage({ content })])).text, /image\/png/);
});

notOffered('file: upload and use', 'takes the address of a file, and cannot upload one');
notOffered('file: get, list, delete');
notOffered('cache: create and use', 'takes a cache that is there, and cannot create one');
notOffered('cache: get, list, update, delete');

const embeddings = (options) => new GoogleGenerativeAIEmbeddings({ model: prompts.embeddingModel, apiKey, baseUrl, maxRetries: 0, ...options });

check('embedding of one text', async () => {
  assert.equal((await embeddings({ taskType: 'RETRIEVAL_QUERY', outputDimensionality: 256 }).embedQuery('a red apple')).length, 256);
});

check('embeddings of several texts', async () => {
  const [first, near, far] = await embeddings().embedDocuments(['a red apple', 'one red apple', 'the tax law']);
  const dot = (other) => first.reduce((sum, value, i) => sum + value * other[i], 0);
  assert.ok(dot(near) > dot(far));
});

notOffered('token counting', 'estimates on its own');
notOffered('models: list');
notOffered('models: get');
notOffered('batch', '`batch` is calls side by side');

check('thoughts', async () => {
  const message = await create({ thinkingConfig: { includeThoughts: true } }).invoke(prompts.question);
  const [thought, text] = message.content;
  assert.equal(thought.type, 'thinking');
  assert.ok(thought.thinking.length > 0);
  assert.match(text.text, prompts.answer);
});

check('thinking setting', async () => {
  const total = async (thinkingConfig) => (await create({ thinkingConfig }).invoke(prompts.question)).usage_metadata.total_tokens;
  assert.ok((await total({ thinkingLevel: 'LOW' })) < (await total({ thinkingLevel: 'HIGH' })));
});

check('truncated answer', async () => {
  const message = await create({ model: prompts.olderModel, maxOutputTokens: 8, thinkingConfig: { thinkingBudget: 0 } }).invoke(prompts.question);
  assert.equal(message.response_metadata.finishReason, 'MAX_TOKENS');
  assert.ok(message.text.length > 0);
});

check('blocked prompt', async () => {
  const error = await thrownBy(() => chat.invoke('[blocked]'));
  assert.equal(error.name, 'EmptyContentError', error.stack);
  assert.equal(error.blockReason, 'SAFETY');
});

check('withheld answer', async () => {
  const error = await thrownBy(() => chat.invoke('[withheld]'));
  assert.equal(error.name, 'EmptyContentError', error.stack);
  assert.equal(error.finishReason, 'SAFETY');
});

check('invalid key', async () => {
  const error = await refusal(400, () => create({ apiKey: 'another-key' }).invoke('x'));
  assert.equal(error.errorDetails[0].reason, 'API_KEY_INVALID');
});

check('unknown model', () => refusal(404, () => create({ model: prompts.unknownModel }).invoke('x')));

check('shut-down model', () => refusal(404, () => create({ model: prompts.shutDownModel }).invoke('x')));

check('bad argument', async () => {
  const error = await refusal(400, () => create({ model: prompts.olderModel, stopSequences: ['a', 'b', 'c', 'd', 'e', 'f'] }).invoke('x'));
  assert.match(error.message, /stop_sequences/);
});

notOffered('unknown field', 'sends what it knows alone');

const detail = (error, type) => error.errorDetails.find((item) => item['@type'].endsWith(type));

check('quota error with a delay', async () => {
  assert.equal(detail(await refusal(429, () => chat.invoke('[quota]')), 'RetryInfo').retryDelay, '34.0748242s');
});

check('quota used up', async () => {
  const limited = create({ model: prompts.quotaModel });
  assert.ok((await limited.invoke('x')).text);
  const [violation] = detail(await refusal(429, () => limited.invoke('x')), 'QuotaFailure').violations;
  assert.equal(violation.quotaId, 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier');
});

check('internal error', () => refusal(500, () => chat.invoke('[internal]')));

check('overloaded model', () => refusal(503, () => chat.invoke('[overloaded]')));

check('retry after an overload', async () => {
  assert.match((await create({ maxRetries: 1 }).invoke(`[overloaded once] ${prompts.question}`)).text, /Paris/);
});

differs('cancelled call', 'does not pass the signal on where it does not stream: the call goes on', async () => {
  const call = chat.invoke('[silent]', { signal: AbortSignal.timeout(100) });
  assert.equal(await Promise.race([call, setTimeout(500, 'pending')]), 'pending');
});

differs('cancelled stream', 'stops, but leaves a second promise rejected, as where the stream breaks', async () => {
  const stop = new AbortController();
  const error = await thrownBy(async () => {
    for await (const chunk of await chat.stream(`[stalls] ${prompts.question}`, { signal: stop.signal })) {
      assert.ok(chunk.text);
      stop.abort();
    }
  });
  assert.match(`${error.name} ${error.message}`, /abort/i);
  await setTimeout(0);
  assert.match(String(unhandled.pop()), /Error reading from the stream/);
});

differs('error inside a stream', 'takes the error for a piece without content: the stream ends as if nothing had happened, but for the missing finish reason', async () => {
  const { items, error } = await drain(chat.stream(`[fails inside] ${prompts.question}`));
  assert.ok(items[0].text);
  assert.equal(error, undefined);
  assert.ok(items.every(({ response_metadata }) => !response_metadata.finishReason));
});

differs('broken stream', 'throws, but leaves a second promise rejected that nobody can wait for; it ends a process that does not listen for such', async () => {
  const { items, error } = await drain(chat.stream(`[breaks] ${prompts.question}`));
  assert.ok(items[0].text);
  assert.match(String(error), /Error reading from the stream/);
  await setTimeout(0);
  assert.match(String(unhandled.pop()), /Error reading from the stream/);
});

check('stream without a finish reason', async () => {
  const { items, error } = await drain(chat.stream(`[ends early] ${prompts.question}`));
  assert.equal(error, undefined);
  assert.ok(items.every(({ response_metadata }) => !response_metadata.finishReason));
});

await run('@langchain/google-genai', `${versionOf('@langchain/google-genai')} with @langchain/core ${versionOf('@langchain/core')}`);
