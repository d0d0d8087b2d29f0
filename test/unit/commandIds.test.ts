import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { commandIds } from '../../src/editor/commands/commandIds.ts';
import { parseSource, sourceFiles } from '../support/l10n/sourceFiles.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const TABLE = 'src/editor/commands/commandIds.ts';
const manifest = readFileSync(resolve('package.json'), 'utf8');
const { contributes } = JSON.parse(manifest) as Manifest;
const ids: readonly string[] = Object.values(commandIds);
const declared = contributes.commands.map(({ command }) => command);
const isPublic = (id: string) => !id.startsWith('_');

/** The commands that links in the texts of package.json run, and those that a walkthrough waits for. */
function linked(): readonly string[] {
  const texts = ['package.nls.json', 'package.nls.es.json', 'package.nls.ja.json'];
  const all = [manifest, ...texts.map((name) => readFileSync(resolve(name), 'utf8'))].join('\n');
  return Array.from(
    all.matchAll(/\b(?:command|onCommand):(_?taskrouter\.\w+)/g),
    ([, id]) => id ?? '',
  );
}

/** String literals that are, or begin like, a command's id; what else has such a prefix is no command's. */
function writtenIds(file: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) ? node.text : '';
    if (ids.includes(text) || text.startsWith('_taskrouter.') || isGivenToEditor(node, text)) {
      found.push(`${file.fileName}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether it is the first argument of `executeCommand` or the like. */
function isGivenToEditor(node: ts.Node, text: string): boolean {
  if (!text.startsWith('taskrouter.')) return false;
  const argument = ts.isTemplateHead(node) ? node.parent : node;
  const call = argument.parent;
  const isFirst = ts.isCallExpression(call) && call.arguments[0] === argument;
  return isFirst && call.expression.getText().endsWith('Command');
}

describe('The table of commands', () => {
  const files = sourceFiles();

  it('has each command that package.json declares, which are its public ones and those in menus', () => {
    assert.deepEqual(ids.filter(isPublic).sort(), declared.filter(isPublic).sort());
    assert.deepEqual(
      declared.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('has each command that a text of package.json leads to', () => {
    assert.ok(linked().length > 10);
    assert.deepEqual(
      linked().filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('calls each command by the last part of its id', () => {
    for (const [name, id] of Object.entries(commandIds)) assert.equal(id.split('.')[1], name);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('is the only place in the code where an id is written', () => {
    const others = files.filter(({ fileName }) => fileName !== TABLE);
    assert.deepEqual(others.flatMap(writtenIds), []);
  });

  it('has no command that the code does not register', () => {
    const code = files.map(({ text }) => text).join('\n');
    for (const name of Object.keys(commandIds)) {
      assert.match(code, new RegExp(`\\bregister\\(\\s*commandIds\\.${name}\\b`), name);
    }
  });

  for (const code of [
    "run('taskrouter.fetchTask');",
    "const id = '_taskrouter.another';",
    'const id = `_taskrouter.${change}Task`;',
    "void commands.executeCommand('taskrouter.another');",
    'void commands.executeCommand(`taskrouter.${change}Task`);',
  ]) {
    it(`would see the id in ${code}`, () => {
      assert.equal(writtenIds(parseSource('some.ts', code)).length, 1);
    });
  }
});
