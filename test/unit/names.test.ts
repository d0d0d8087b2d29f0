import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Named {
  readonly command?: string;
  readonly title?: string;
  readonly name?: string;
  readonly icon?: string;
  readonly group?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly (Named & { readonly category?: string })[];
    readonly menus: Readonly<Record<string, readonly Named[]>>;
    readonly views: Readonly<Record<string, readonly Named[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly Named[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly altText?: string } }[];
    }[];
  };
}

const read = (path: string) => readFileSync(resolve(path), 'utf8');
const { contributes } = JSON.parse(read('package.json')) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const spoken = (text: string | undefined) =>
  (text?.startsWith('%') ? texts[text.slice(1, -1)] : text) ?? '';

const files = readdirSync('src/editor', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, code: read(join('src/editor', name)) }));

/** The object literals that name an icon, from brace to brace. */
function objectsWithIcons(code: string): readonly string[] {
  return Array.from(code.matchAll(/\biconPath:/g), ({ index }) => {
    const from = code.lastIndexOf('{', index);
    let depth = 0;
    const length = Array.from(code.slice(from)).findIndex((sign) => {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      return depth === 0;
    });
    return code.slice(from, from + length + 1);
  });
}

describe('What is only an icon', () => {
  it('has a title if it is a command, and in a title bar or a row it has an icon', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(spoken(title), /\w/, command);
      assert.equal(category, 'Twilio', command);
    }
    const shown = Object.values(contributes.menus)
      .flat()
      .filter(({ group }) => /^(?:navigation|inline)\b/.test(group ?? ''));
    assert.ok(shown.length > 10);
    for (const { command } of shown) {
      const declared = contributes.commands.find((one) => one.command === command);
      // The editor would write the whole title into the bar.
      assert.match(declared?.icon ?? '', /^\$\([a-z-]+\)$/, command);
    }
  });

  it('has a name if it is a view or what holds views, and words if it is a picture', () => {
    const views = Object.values(contributes.views).flat();
    const containers = Object.values(contributes.viewsContainers).flat();
    for (const { name, title } of [...views, ...containers])
      assert.match(spoken(name ?? title), /\w/);
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    for (const { media } of steps) assert.match(spoken(media.altText), /\w+ \w+/);
  });

  it('has a tooltip if it is a button of a question', () => {
    const buttons = files.flatMap(({ code }) => objectsWithIcons(code));
    assert.ok(buttons.length > 4);
    for (const button of buttons) assert.match(button, /\b(?:tooltip|label): /);
  });

  it('says in words what it shows if it is in the status bar or a row of a tree', () => {
    const speaking = [
      { made: 'createStatusBarItem(', needed: ['.accessibilityInformation = ', '.name = '] },
      { made: 'new TreeItem(', needed: ['.accessibilityInformation = '] },
    ];
    for (const { made, needed } of speaking) {
      const makers = files.filter(({ code }) => code.includes(made));
      assert.ok(makers.length > 0, made);
      for (const { name, code } of makers) {
        for (const words of needed) assert.ok(code.includes(words), `${name}: ${words}`);
      }
    }
  });
});
