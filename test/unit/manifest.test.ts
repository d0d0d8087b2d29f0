import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { presenter } from '../../src/core/privacy/presenter.ts';
import { sampleProfile } from '../../src/core/profiles/profile.ts';
import { emptyReason, type EmptyReason } from '../../src/core/tree/emptyReason.ts';
import { describeNode } from '../../src/core/tree/nodeRow.ts';
import { describeRecentTask, taskContext } from '../../src/core/tree/taskRow.ts';
import type { TreeNode } from '../../src/core/tree/treeNode.ts';
import { viewIds } from '../../src/editor/commands/manifestNames.ts';
import { everyFailure } from '../support/everyFailure.ts';
import { everyNode } from '../support/tree/nodes.ts';

interface Placed {
  readonly command?: string;
  readonly view?: string;
  readonly when?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly Placed[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly Required<Pick<Placed, 'view'>>[];
  };
}

// Tests are run in the project's root, where `npm run` runs everything.
const read = (path: string) => readFileSync(resolve(path), 'utf8');
const manifestText = read('package.json');
const { activationEvents, contributes } = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => id));
const placed: readonly Placed[] = [
  ...Object.values(contributes.menus).flat(),
  ...contributes.viewsWelcome,
];
const clauses = placed.flatMap(
  ({ when }) =>
    when?.split(/&&|\|\|/).map((part) => part.trim().replace(/^!\((.*)\)$/, '$1')) ?? [],
);

/** What clauses compare a key with: a word, or each way that an expression can be fulfilled. */
function comparedWith(key: string): ReadonlySet<string> {
  const values = clauses.flatMap((clause) => {
    const [name = '', operator, value = ''] = clause.split(/\s*(==|=~)\s*/);
    if (name !== key) return [];
    return operator === '==' ? [value] : alternatives(value);
  });
  return new Set(values);
}

/** Of `/^(a|b)$/`: `^a$` and `^b$`. */
function alternatives(expression: string): readonly string[] {
  const inner = expression.slice(1, -1);
  const [before, group, after] = inner.split(/[()]/);
  return group === undefined
    ? [inner]
    : group.split('|').map((one) => `${before ?? ''}${one}${after ?? ''}`);
}

/** What rows say they are. */
function contexts(): readonly string[] {
  const shown = { profile: '', present: presenter(false), now: 0, clock: String };
  const nodes: readonly TreeNode[] = [
    ...Object.values(everyNode),
    {
      ...{ id: '', profile: '', kind: 'section', of: 'reservations' },
      ...{ workspaceSid: '', taskSid: '' },
    },
  ];
  const facts = { taskSid: '', summary: {}, fetchedAt: 0, deleted: false };
  const rows = nodes.flatMap((node) =>
    node.kind === 'task'
      ? [undefined, 'assigned', 'canceled'].map((status) =>
          taskContext({ ...facts, summary: status === undefined ? {} : { status } }),
        )
      : describeNode(node, shown).context,
  );
  const task = { profileId: '', workspaceSid: '', taskSid: '' };
  const recent = [true, false].map(
    (pinned) => describeRecentTask({ task, pinned, deleted: false }, shown).context,
  );
  const left = describeRecentTask(
    { task, pinned: false, deleted: false, formerProfile: sampleProfile('') },
    shown,
  );
  const before = describeRecentTask(
    { task, pinned: false, deleted: false },
    { ...shown, watch: 'before' },
  );
  const over = describeRecentTask({ task, pinned: false, deleted: true, known: facts }, shown);
  return [...rows, ...recent, left.context, before.context, over.context];
}

/** The commands in the menu of a row, of what its clauses say of `viewItem`. */
function menuOf(row: string): readonly (string | undefined)[] {
  const holds = (part: string) => {
    const [, no, operator, value = ''] =
      /(!\()?viewItem (==|=~) (?:\/(.*)\/|[\w.]+)/.exec(part) ?? [];
    if (operator === undefined) return true;
    const fits = operator === '=~' ? new RegExp(value).test(row) : part.endsWith(`== ${row}`);
    return fits === (no === undefined);
  };
  return (contributes.menus['view/item/context'] ?? [])
    .filter(({ when = '' }) => when.split('&&').every(holds))
    .map(({ command }) => command);
}

describe('package.json', () => {
  it('has in its menus only commands that it declares', () => {
    const declared = new Set(contributes.commands.map(({ command }) => command));
    const unknown = placed
      .flatMap(({ command }) => command ?? [])
      .filter((id) => !declared.has(id));
    assert.deepEqual(unknown, []);
  });

  it('hides in the palette each internal command', () => {
    const hidden = contributes.menus['commandPalette']?.filter(({ when }) => when === 'false');
    const internal = contributes.commands.filter(({ command }) => command.startsWith('_'));
    for (const { command } of internal) {
      assert.ok(
        hidden?.some((one) => one.command === command),
        command,
      );
    }
  });

  it('declares the views that the code makes, and wakes for its pages', () => {
    const { details, ...made } = viewIds;
    assert.deepEqual(views.sort(), Object.values(made).sort());
    assert.ok(activationEvents.includes(`onWebviewPanel:${details}`));
  });

  it('names in its clauses views that there are', () => {
    for (const view of comparedWith('view')) {
      assert.ok(
        views.some((id) => id === view || new RegExp(view).test(id)),
        view,
      );
    }
    for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
    for (const container of Object.keys(contributes.views)) {
      const ids = Object.values(contributes.viewsContainers).flat();
      assert.ok(
        ids.some(({ id }) => id === container),
        container,
      );
    }
  });

  const rows = ['task', 'recent', 'recent.pinned'].flatMap((row) =>
    ['', '.assigned', '.over'].map((progress) => row + progress),
  );
  const isPinned = (row: string) => row.startsWith('recent.pinned');
  const offered: [command: string, isOffered: (row: string) => boolean][] = [
    ['taskrouter.openTaskJson', () => true],
    ['taskrouter.explainRouting', (row) => !/assigned|over/.test(row)],
    ['taskrouter.watchTask', (row) => !row.endsWith('over')],
    ['_taskrouter.pinTask', (row) => !isPinned(row)],
    ['_taskrouter.unpinTask', isPinned],
  ];
  for (const [command, isOffered] of offered) {
    it(`offers ${command} in the menus of the rows that it suits`, () => {
      assert.deepEqual(
        rows.filter((row) => menuOf(row).includes(command)),
        rows.filter(isOffered),
      );
    });
  }

  it('names in its clauses rows that there are', () => {
    const known = contexts();
    const named = comparedWith('viewItem');
    assert.ok(named.size > 5);
    for (const item of named) {
      assert.ok(
        known.some((context) => context === item || new RegExp(item).test(context)),
        item,
      );
    }
  });

  it('offers no page in the Console for a Task of the sample', () => {
    const offers = placed.filter(({ command }) => command === 'taskrouter.openInConsole');
    const ways = offers.flatMap(({ when = '' }) => when.split('||'));
    assert.ok(ways.length > 3);
    for (const way of ways) {
      const [, documents] = /resource =~ \/(\S+)\/ /.exec(way) ?? [];
      const offered = (uri: string) =>
        documents === undefined ? !way.includes('!taskrouter.sample') : RegExp(documents).test(uri);
      assert.ok(!offered('taskrouter://sample/WS1/WT1.json'), way);
      assert.ok(documents === undefined || offered('taskrouter://samples/WS1/WT1.json'), way);
    }
  });

  it('leads on from each gap of the tree, and from none that there is not', () => {
    const ofFailures = everyFailure.flatMap((failure) => emptyReason(failure) ?? []);
    const others: readonly EmptyReason[] = ['noProfile', 'noChoice', 'untrusted', 'noWorkspace'];
    const gaps = new Set<string>([...ofFailures, ...others, 'none']);
    assert.deepEqual([...comparedWith('taskrouter.gap')].sort(), [...gaps].sort());
  });

  it('has a text for each key that it names, and no other', () => {
    const named = new Set(Array.from(manifestText.matchAll(/"%([^%"]+)%"/g), ([, key]) => key));
    assert.deepEqual([...named].sort(), Object.keys(texts).sort());
  });

  it('has its texts in package.nls.json, but for names and what a language model reads', () => {
    const texts = new Set<string>();
    JSON.stringify(contributes, (key, value: unknown) => {
      if (['when', 'key', 'mac', 'modelDescription', 'inputSchema'].includes(key)) return undefined;
      if (typeof value === 'string' && /^\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(value)) texts.add(value);
      return value;
    });
    assert.deepEqual([...texts].sort(), ['TaskRouter', 'TaskRouter Lens', 'Twilio']);
  });
});
