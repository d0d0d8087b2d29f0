import assert from 'node:assert/strict';
import {
  sidInContextAt,
  MAX_CHARS_BEFORE_SID,
} from '../../../../src/core/sids/context/sidsInContext.ts';

const WT = 'WT0123456789abcdef0123456789abcdef';

/** What is found at the `^` of a text, and the lines that were looked at for it. */
function at(marked: string) {
  const lines = marked.split('\n');
  const line = lines.findIndex((one) => one.includes('^'));
  const character = lines[line]?.indexOf('^') ?? -1;
  const read = new Set<number>();
  const lineAt = (index: number) => {
    read.add(index);
    const text = lines[index];
    assert.ok(text !== undefined, `there is no line ${String(index)}`);
    return text.replace('^', '');
  };
  const found = sidInContextAt(lineAt, line, character);
  return { found, read: [...read].toSorted((one, other) => one - other) };
}

describe('sidInContextAt', () => {
  const broken = (above: string) => `${above}\n    '^${WT}'`;

  it('tells what belongs there from the line itself', () => {
    const { found } = at(`workspaceSid: '^${WT}'`);
    assert.deepEqual([found?.text, found?.offset], [WT, "workspaceSid: '".length]);
    assert.deepEqual(found?.context?.expected, ['WS']);
  });

  it('tells it from the lines above, up to the first', () => {
    assert.deepEqual(at(broken('client.workspaces(')).found?.context?.expected, ['WS']);
    assert.deepEqual(at(broken('client.workspaces(\n\n')).found?.context?.expected, ['WS']);
    assert.equal(at(broken('client.workspaces(\n\n')).found?.offset, 5);
    assert.deepEqual(at(broken('client.workspaces(')).read, [0, 1]);
  });

  it('tells it from the line above also where that is long', () => {
    const long = `${'x '.repeat(MAX_CHARS_BEFORE_SID)}client.workspaces(`;
    assert.deepEqual(at(broken(long)).found?.context?.expected, ['WS']);
  });

  it('reads no line that is farther above than a place reaches', () => {
    assert.deepEqual(at(broken(`first\n${' '.repeat(MAX_CHARS_BEFORE_SID)}`)).read, [1, 2]);
    assert.deepEqual(at(`first\n${' '.repeat(MAX_CHARS_BEFORE_SID)}'^${WT}'`).read, [1]);
  });

  it('tells it from the lines below only of a SID whose type can stand there', () => {
    const { found, read } = at(
      `"resource_sid": "^${WT}",\n  "resource_type": "worker"\n}\n${' '.repeat(99)}\n`,
    );
    assert.deepEqual(found?.context?.expected, ['WK']);
    assert.deepEqual(read, [0, 1, 2, 3]);
  });

  it('sees what goes on behind a near-miss in its line', () => {
    const short = WT.slice(0, -1);
    const textAt = (line: string) => sidInContextAt(() => line, 0, line.indexOf(short))?.text;
    assert.equal(textAt(`${short}/Reservations`), short);
    assert.equal(textAt(`${short}/x+Ab==`), undefined);
  });

  it('does not look below', () => {
    assert.deepEqual(at(`'^${WT}'\nnothing`).read, [0]);
  });

  it('finds nothing where no SID is, and then looks nowhere else', () => {
    const { found, read } = at('above\nplain ^words');
    assert.equal(found, undefined);
    assert.deepEqual(read, [1]);
  });
});
