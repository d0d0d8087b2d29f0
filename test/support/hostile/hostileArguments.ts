import { sampleSid } from '../../../src/sample/sampleSid.ts';

const workspaceSid = sampleSid('WS', 'Acme Contact Centre');
const taskSid = 'WT0000000000000000000000000000bad0';
const task = { workspaceSid, taskSid };
const path = `/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;
const uri = (scheme: string, authority: string, rest = `/${workspaceSid}/${taskSid}.json`) => ({
  ...{ scheme, authority, path: rest, query: '', fragment: '' },
});

const fail = (): never => {
  throw new Error('It was read.');
};

const throwing = () =>
  new Proxy(task, { get: fail, has: fail, getPrototypeOf: fail, ownKeys: fail });

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable(task, {});
  revoke();
  return proxy;
};

const circular = () => {
  const ring: Record<string, unknown> = { workspaceSid };
  ring['taskSid'] = ring;
  return ring;
};

/** Returns another value each time that it is read. */
const changing = () => {
  let read = 0;
  return Object.defineProperty({ ...uri('file', '') }, 'scheme', {
    get: () => (read++ === 0 ? 'file' : { toString: () => 'taskrouter' }),
  });
};

/**
 * Arguments that another extension, a link or a keybinding can pass to a command, by description. None identifies
 * a Task of an existing profile. Some can be used only once, so each is created again.
 */
export const hostileArguments: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ['a number', () => 7],
  ['no number', () => NaN],
  ['a large number', () => 10n ** 400n],
  ['a symbol', () => Symbol(taskSid)],
  ['a function', () => () => taskSid],
  ['a truth', () => true],
  ['a date', () => new Date(NaN)],
  ['a map', () => new Map(Object.entries(task))],
  ['a promise', () => Promise.resolve(task)],
  ['something like a promise', () => ({ then: fail })],
  ['a list', () => [taskSid]],
  ['an endless list', () => new Array<string>(100_000).fill(taskSid)],
  ['an empty text', () => ''],
  ['words', () => 'no Task here'],
  ['an endless text', () => 'WT'.repeat(100_000)],
  ['a script', () => 'javascript:alert(1)'],
  ['a command', () => 'command:workbench.action.quit'],
  ['a SID that is too short', () => taskSid.slice(1)],
  ['a SID with a line break', () => ({ workspaceSid, taskSid: `${taskSid}\n` })],
  ['a SID in other digits', () => `WT${'０'.repeat(32)}`],
  ['SIDs that are swapped', () => ({ workspaceSid: taskSid, taskSid: workspaceSid })],
  ['a path within a SID', () => ({ workspaceSid: `${workspaceSid}/../..`, taskSid })],
  ['SIDs that are objects', () => ({ workspaceSid, taskSid: { toString: () => taskSid } })],
  ['SIDs that are lists', () => ({ workspaceSid: [workspaceSid], taskSid: [taskSid] })],
  ['a ring', circular],
  ['SIDs under __proto__', () => JSON.parse(`{"__proto__":${JSON.stringify(task)}}`) as unknown],
  ['SIDs of nobody', () => Object.assign(Object.create(null) as object, { sid: taskSid.slice(1) })],
  ['a profile that does not exist', () => ({ ...task, sid: taskSid, profile: 'nobody' })],
  ['the profile __proto__', () => ({ ...task, sid: taskSid, profile: '__proto__' })],
  ['the profile constructor', () => ({ ...task, sid: taskSid, profile: 'constructor' })],
  ['a profile without a name', () => ({ ...task, sid: taskSid, profile: '' })],
  ['a profile that is a list', () => ({ ...task, sid: taskSid, profile: ['env'] })],
  ['a Uri of a profile that does not exist', () => uri('taskrouter', 'nobody')],
  ['a Uri of no resource', () => uri('taskrouter', 'env', '/.vscode/settings.json')],
  ['a Uri with a path that leads up', () => uri('taskrouter', 'env', `/../${taskSid}.json`)],
  ['a Uri of a malformed fetch', () => ({ ...uri('taskrouter', 'env'), query: 'fetch=-1' })],
  ['half a Uri', () => ({ scheme: 'taskrouter', path: `/${workspaceSid}/${taskSid}.json` })],
  ['an address of another host', () => `https://taskrouter.evil.example${path}`],
  ['an address with a user', () => `https://taskrouter.twilio.com@evil.example${path}`],
  ['an address without encryption', () => `http://taskrouter.twilio.com${path}`],
  ['what throws when it is read', throwing],
  ['what cannot be read any more', revoked],
  ['a property that throws', () => Object.defineProperty({}, 'taskSid', { get: fail })],
]);

/** URIs of another scheme, which menus pass, and which count as no argument. */
export const foreignUris: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ['a file', () => uri('file', '', '/x.js')],
  ['an untitled document', () => uri('untitled', '', 'Untitled-1')],
  ['an address as a Uri', () => uri('https', 'evil.example', path)],
  ['what is another Uri each time', changing],
]);
