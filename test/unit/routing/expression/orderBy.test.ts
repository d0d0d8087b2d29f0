import assert from 'node:assert/strict';
import { readRoutingValues } from '../../../../src/core/routing/expression/evaluation/routingValues.ts';
import {
  describeKnownWorkerFault,
  parseKnownWorker,
} from '../../../../src/core/routing/expression/knownWorker.ts';
import {
  compareWorkers,
  describeOrderFault,
  parseOrderBy,
} from '../../../../src/core/routing/expression/orderBy.ts';
import { plain } from '../../../support/english.ts';

describe('order_by', () => {
  it('is attributes of Workers with their directions', () => {
    const { clauses, faults, holed } = parseOrderBy('worker.rank DESC, worker.levels.4fr asc');
    assert.deepEqual(
      clauses.map(({ path, direction }) => `${path.text} ${direction}`),
      ['worker.rank DESC', 'worker.levels.4fr ASC'],
    );
    assert.deepEqual({ faults, holed }, { faults: [], holed: false });
  });

  it('can be, or have, a placeholder', () => {
    for (const text of ['${order}', 'worker.${skill} DESC', 'worker.rank ${direction}']) {
      const { faults, holed } = parseOrderBy(text);
      assert.deepEqual({ faults, holed }, { faults: [], holed: true }, text);
    }
  });

  for (const [text, code, at, fixed] of [
    ['', 'missingPath', ''],
    ['worker.a ASC,', 'danglingComma', ','],
    [', worker.a ASC', 'danglingComma', ','],
    ['worker.a', 'missingDirection', 'worker.a'],
    ['worker.a DECS', 'unknownWord', 'DECS', 'worker.a DESC'],
    ['rank ASC', 'notOfWorker', 'rank', 'worker.rank ASC'],
    ['task.rank ASC', 'notOfWorker', 'task.rank'],
    ['worker.my-rank ASC', 'notOfWorker', 'worker.my-rank'],
    ["'a' ASC", 'missingPath', "'a'"],
  ] as const) {
    it(`has a fault (${code}): ${text || '(nothing)'}`, () => {
      const [fault, ...others] = parseOrderBy(text).faults;
      assert.ok(fault);
      assert.deepEqual(others, []);
      assert.equal(fault.code, code);
      assert.equal(text.slice(fault.offset, fault.offset + fault.length), at);
      const { fix } = fault;
      const written =
        fix && text.slice(0, fix.offset) + fix.text + text.slice(fix.offset + fix.length);
      assert.equal(written, fixed);
      assert.match(plain(describeOrderFault(fault)), /^\S/);
    });
  }

  const workers = (...attributes: readonly object[]) =>
    attributes.map((worker) => {
      const values = readRoutingValues('target', JSON.stringify({ worker }));
      assert.ok(values);
      return values;
    });
  const sorted = (order: string, ...attributes: readonly object[]) => {
    const { clauses } = parseOrderBy(order);
    const all = workers(...attributes);
    return all
      .toSorted((one, other) => compareWorkers(clauses, one, other).order)
      .map((worker) => all.indexOf(worker));
  };

  it('puts Workers without the attribute last in either direction', () => {
    const attributes = [{}, { r: 2 }, { r: 10 }, { r: null }];
    assert.deepEqual(sorted('worker.r ASC', ...attributes), [1, 2, 0, 3]);
    assert.deepEqual(sorted('worker.r DESC', ...attributes), [2, 1, 0, 3]);
  });

  it('breaks a tie by what follows', () => {
    const attributes = [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 0 }];
    assert.deepEqual(sorted('worker.a ASC, worker.b DESC', ...attributes), [2, 1, 0]);
  });

  it('is doubtful for what is no number', () => {
    const { clauses } = parseOrderBy('worker.r ASC');
    const doubtful = (one: object, other: object) => {
      const [a, b] = workers(one, other);
      assert.ok(a && b);
      return compareWorkers(clauses, a, b);
    };
    assert.deepEqual(doubtful({ r: '10' }, { r: 9 }), { order: 1, doubtful: true });
    assert.deepEqual(doubtful({ r: 'high' }, { r: 9 }), { order: 1, doubtful: true });
    assert.deepEqual(doubtful({ r: 9 }, {}), { order: -1, doubtful: false });
  });
});

describe('A known Worker', () => {
  for (const [text, path] of [
    ['task.agent', 'task.agent'],
    [' task.last.agent_sid ', 'task.last.agent_sid'],
    ['task.${key}', 'task.${key}'],
    ['${path}', undefined],
  ] as const) {
    it(`is named by ${text}`, () => {
      const parsed = parseKnownWorker(text);
      assert.equal(parsed.path?.text, path);
      assert.equal(parsed.fault, undefined);
    });
  }

  for (const [text, code, fix] of [
    ['agent', 'notOfTask', 'task.agent'],
    ['worker.sid', 'notOfTask', undefined],
    ["task.agent == 'x'", 'notAKey', undefined],
    ["'WK1'", 'notAKey', undefined],
    ['', 'notAKey', undefined],
  ] as const) {
    it(`is not named by ${text || 'nothing'} (${code})`, () => {
      const { fault } = parseKnownWorker(text);
      assert.ok(fault);
      assert.equal(fault.code, code);
      assert.equal(fault.fix?.text, fix);
      assert.match(plain(describeKnownWorkerFault(fault)), /`task\./);
    });
  }
});
