import assert from 'node:assert/strict';
import { readJsonTree } from '../../../../../src/core/json/jsonTree.ts';
import { treeKey } from '../../../../../src/webview/details/jsonTree/treeKey.ts';
import { valueRows } from '../../../../../src/webview/details/jsonTree/valueRows.ts';

/** In order: 0 open, 0.0 open, 0.0.0, 0.1, 1 closed, 2. */
const { rows } = valueRows(
  readJsonTree('{"a":{"b":[1],"c":2},"d":{"e":1},"f":3}'),
  new Map([['1', false]]),
);

const modifiers = { ctrlKey: false, metaKey: false, altKey: false };

describe('treeKey', () => {
  const steps: [active: string, key: string, step: string | undefined][] = [
    ['0', 'ArrowDown', 'focus 0.0'],
    ['0.0.0', 'ArrowDown', 'focus 0.1'],
    ['2', 'ArrowDown', undefined],
    ['0.1', 'ArrowUp', 'focus 0.0.0'],
    ['0', 'ArrowUp', undefined],
    ['0.1', 'Home', 'focus 0'],
    ['0.1', 'End', 'focus 2'],
    ['1', 'ArrowRight', 'toggle 1'],
    ['0', 'ArrowRight', 'focus 0.0'],
    ['2', 'ArrowRight', undefined],
    ['0', 'ArrowLeft', 'toggle 0'],
    ['0.1', 'ArrowLeft', 'focus 0'],
    ['0.0.0', 'ArrowLeft', 'focus 0.0'],
    ['1', 'ArrowLeft', undefined],
    ['2', 'ArrowLeft', undefined],
    ['1', 'Enter', 'toggle 1'],
    ['0', ' ', 'toggle 0'],
    ['2', 'Enter', undefined],
    ['0', 'x', undefined],
    ['0', 'c', undefined],
    ['0', 'Tab', undefined],
    ['9', 'ArrowDown', undefined],
    ['', 'ArrowDown', undefined],
  ];
  for (const [active, key, expected] of steps) {
    it(`does ${expected ?? 'nothing'} for ${JSON.stringify(key)} at "${active}"`, () => {
      const step = treeKey({ ...modifiers, key }, rows, active);
      assert.equal(step && `${step.kind} ${step.row.pointer}`, expected);
    });
  }

  it('copies for Ctrl+C and Cmd+C, also with Caps Lock, and leaves their other keys alone', () => {
    for (const modifier of ['ctrlKey', 'metaKey']) {
      for (const key of ['c', 'C']) {
        const step = treeKey({ ...modifiers, key, [modifier]: true }, rows, '0.1');
        assert.deepEqual(step && [step.kind, step.row.pointer], ['copy', '0.1']);
      }
      const down = { ...modifiers, key: 'ArrowDown', [modifier]: true };
      assert.equal(treeKey(down, rows, '0'), undefined);
    }
  });

  it('leaves what is pressed with Alt to the editor', () => {
    for (const key of ['ArrowDown', 'ArrowLeft', 'c']) {
      assert.equal(treeKey({ ...modifiers, key, altKey: true }, rows, '0'), undefined);
      const both = { ...modifiers, key, altKey: true, ctrlKey: true };
      assert.equal(treeKey(both, rows, '0'), undefined);
    }
  });
});
