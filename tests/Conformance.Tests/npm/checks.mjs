// What every client's checks share: they are declared first, then run one after another, each telling its outcome in one line of JSON. To be imported before the
// client, which from then on reaches nothing but this machine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** Where the emulator listens, without a slash at the end, and the key it takes. */
export const [baseUrl, apiKey] = process.argv.slice(2);

/** What every client is asked for, in the order of the page. A client that has no way to ask says so. */
const names = JSON.parse(readFileSync(new URL('names.json', import.meta.url), 'utf8'));

const timeLimit = 20_000;
const declared = [];
const foreignHosts = [];

// Nothing but this machine is reached, and who tries is remembered.
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const target = typeof first === 'object' ? first : { port: first, host: typeof second === 'string' ? second : undefined };
  const host = target.path ? 'localhost' : target.host ?? 'localhost';
  if (['localhost', '127.0.0.1', '::1'].includes(host)) return connect.apply(this, args);
  foreignHosts.push(host);
  process.nextTick(() => this.destroy(new Error(`${host} is not to be reached.`)));
  return this;
};

/** What was rejected and nobody waited for. It fails a check, unless the check takes it out. */
export const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

/** A check that passes when nothing is thrown. */
export const check = (name, run, note) => declared.push({ name, run, result: 'passed', note });

/** A check of what the client does instead, with the reason. */
export const differs = (name, note, run) => declared.push({ name, run, result: 'differs', note });

/** What the client has no way to ask for. */
export const notOffered = (name, note) => declared.push({ name, run: () => {}, result: 'not offered by the client', note });

/** The exact version of an installed package. */
export function versionOf(name) {
  const folder = createRequire(import.meta.url).resolve.paths(name).find((path) => exists(`${path}/${name}/package.json`));
  return JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')).version;
}

/** What a call threw; it has to throw. */
export async function thrownBy(run) {
  try {
    await run();
  } catch (error) {
    return error;
  }
  assert.fail('Nothing was thrown.');
}

/** Everything a stream gave, and what it threw in the end. */
export async function drain(stream) {
  const items = [];
  try {
    for await (const item of await stream) items.push(item);
  } catch (error) {
    return { items, error };
  }
  return { items };
}

/** Runs everything declared: first the names every client has to tell about, in their order, then the client's own. */
export async function run(client, version = versionOf(client)) {
  check('no host but the emulator', () => assert.deepEqual(foreignHosts, []));
  const own = declared.filter(({ name }) => !names.includes(name));
  const checks = [...names.map((name) => declared.find((one) => one.name === name) ?? { name, run: () => assert.fail('No check tells about it.') }), ...own];
  write({ client, version, checks: checks.length });
  for (const { name, run, result, note } of checks) {
    const error = await outcome(run);
    write(error ? { name, error } : { name, result, note });
  }
  process.stdout.write('', () => process.exit(0)); // connections that were given up may still be open
}

async function outcome(run) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${timeLimit / 1000} s`)), timeLimit);
  });
  try {
    await Promise.race([run(), late]);
    await setImmediate();
    const [reason] = unhandled.splice(0);
    return reason && `Rejected, and nobody waits for it: ${reason.stack ?? reason}`;
  } catch (error) {
    return error?.stack ?? String(error);
  } finally {
    clearTimeout(timer);
  }
}

// Clients log to the standard output, too; the runner reads only lines that begin like this.
function write(line) {
  process.stdout.write(`\n@@${JSON.stringify(line)}\n`);
}

function exists(file) {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
