import assert from 'node:assert/strict';
import {
  stackFrames,
  asFailure,
  TaskRouterFailure,
  type Failure,
} from '../../../src/core/taskrouter/failure.ts';

const failure: Failure = { kind: 'notJson', host: 'h' };

describe('asFailure', () => {
  it('returns the failure of a TaskRouterFailure, whose message contains its kind', () => {
    const error = new TaskRouterFailure(failure);
    assert.equal(asFailure(error), failure);
    assert.equal(error.message, 'TaskRouter request failed: notJson');
  });

  it('compares the name, as each bundle has its own class', () => {
    const error = Object.assign(new Error(), { name: 'TaskRouterFailure', failure });
    assert.equal(asFailure(error), failure);
  });

  const others: [what: string, error: unknown][] = [
    ['another error', Object.assign(new Error(), { failure })],
    [
      'an error of that name that says nothing',
      Object.assign(new Error(), { name: 'TaskRouterFailure' }),
    ],
    ['what is no error', { name: 'TaskRouterFailure', failure }],
    ['nothing', undefined],
  ];
  for (const [what, error] of others) {
    it(`is undefined for ${what}`, () => {
      assert.equal(asFailure(error), undefined);
    });
  }
});

const CANARY = 'canary-4711';

function thrown(make: () => Error): unknown {
  try {
    throw make();
  } catch (error) {
    return error;
  }
}

class BrokenPromise extends Error {
  override readonly name: string = 'BrokenPromise';
}

describe('stackFrames', () => {
  it('has the class of the error and the stack frames', () => {
    const place = stackFrames(thrown(() => new BrokenPromise('x')));
    const [name, first, ...others] = place.split('\n');
    assert.equal(name, 'BrokenPromise');
    assert.match(first ?? '', /^ {4}at .*failure\.test\.\w+:\d+:\d+\)?$/);
    assert.ok(others.length > 2, place);
  });

  it('keeps all forms of stack frames', () => {
    const frames = [
      '    at activate (/home/x/.vscode/extensions/a-b/dist/extension.cjs:1:23456)',
      '    at async TaskStore.fetch (file:///C:/a%20b/x.cjs:1:2)',
      '    at C:\\Program Files\\x.js:10:5',
      '    at new Promise (<anonymous>)',
      '    at async Promise.all (index 0)',
      '    at Array.map (<anonymous>)',
      '\tat Context.<anonymous> (/x.cjs:1:2)',
      '    at #reportBug [as run] (node:internal/x:1:2)',
    ];
    const error = Object.assign(new Error('x'), { stack: ['Error: x', ...frames].join('\n') });
    assert.deepEqual(stackFrames(error).split('\n').slice(1), frames);
  });

  const errors: [what: string, error: unknown][] = [
    ['a message', new Error(CANARY)],
    ['a message of lines', new Error(`a\n${CANARY}\nb`)],
    ['a message like a place', new Error(`a\n    at ${CANARY}\n    at x (${CANARY}.js:1:2)`)],
    ['a JSON text that cannot be read', thrown(() => fail(`{"a":"${CANARY}`))],
    ['what caused it', new Error('x', { cause: new Error(CANARY) })],
    ['several errors', new AggregateError([new Error(CANARY)], CANARY)],
    ['a property', Object.assign(new Error('x'), { headers: { Authorization: CANARY } })],
    ['a name', Object.assign(new Error('x'), { name: `Error of ${CANARY}` })],
    ['a stack', Object.assign(new Error('x'), { stack: `${CANARY}\n    at "${CANARY}" x` })],
    ['a text', CANARY],
    ['an object', { message: CANARY }],
    ['nothing', undefined],
  ];
  for (const [what, error] of errors) {
    it(`says nothing of ${what}`, () => {
      const place = stackFrames(error);
      assert.ok(!place.includes(CANARY), place);
      assert.match(place, /^\w+(?:\n {4}at .+)*$/);
    });
  }

  it('does not contain a message that was changed after the error was created', () => {
    const error = new Error(`a\n    at ${CANARY}`);
    error.message = 'b';
    assert.ok(!stackFrames(error).includes(CANARY));
  });
});

function fail(text: string): Error {
  return JSON.parse(text) as Error;
}
