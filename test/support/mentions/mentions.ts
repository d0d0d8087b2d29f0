import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface NamedText {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/** The code of this project, as far as it matters for what texts may mention. */
export interface ProjectNames {
  readonly fileNames: ReadonlySet<string>;
  /** Every word in the code, in package.json and in the VS Code API. */
  readonly words: ReadonlySet<string>;
}

const OWN_PATH = /(?<![\w@./-])(?:src|test)\/[\w/-]+(?:\.[\w.]*\w)?/g;
const OWN_FILE = /(?<![\w@./-])[\w-]+(?:\.\w+)*\.m?ts\b/g;
const CODE_SPAN = /`([^`\n]+)`/g;
const FILE_IN_SPAN = /^[\w.-]+(?:\/[\w.-]+)*\.(?:ts|mts|mjs|json|md|yml|css)$/;
/** `knownTasks`, `TaskStore.fetch` or `load()`. */
const NAME = /^#?[A-Za-z]\w*(?:\.#?\w+)*(?:\(\))?$/;
/** A word without one, such as `fetch`, can be anything. */
const INNER_CAPITAL = /[a-z]\d*[A-Z]/;

/** The TypeScript of folders, and the scripts at the root. Tests run in the project's root. */
export function readProject(...folders: readonly string[]): readonly NamedText[] {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name).replaceAll('\\', '/'),
    ),
  );
  return [...inFolders, ...readdirSync('.')]
    .filter((path) => /\.(?:ts|mts|mjs)$/.test(path))
    .map(readNamed);
}

export function readNamed(path: string): NamedText {
  return { path, text: readFileSync(path, 'utf8') };
}

export function projectNames(files: readonly NamedText[]): ProjectNames {
  const others = ['package.json', 'node_modules/@types/vscode/index.d.ts'].map(readNamed);
  const texts = [
    ...files.map((file) => splitComments(file.text).code),
    ...others.map((one) => one.text),
  ];
  return {
    fileNames: new Set(files.map(({ path }) => basename(path))),
    words: new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? [])),
  };
}

/** The comments of a file, and the rest of it. Comments are told by how their lines begin. */
export function splitComments(text: string): { readonly comments: string; readonly code: string } {
  const comments: string[] = [];
  const code: string[] = [];
  for (const line of text.split('\n')) {
    const [, before = line, comment] = /^(\s*)((?:\/\/|\/\*|\*[ /]).*)$/.exec(line) ?? [];
    code.push(before);
    if (comment !== undefined) comments.push(comment);
  }
  return { comments: comments.join('\n'), code: code.join('\n') };
}

/** Files and folders of this project that a text mentions but that do not exist. */
export function missingFiles(
  { path, text }: NamedText,
  { fileNames }: ProjectNames,
): readonly string[] {
  const paths = Array.from(text.matchAll(OWN_PATH), ([mention]) => mention).filter(
    // Other projects have such folders, but JavaScript in them.
    (mention) => !mention.endsWith('.js') && !existsSync(mention) && !existsSync(`${mention}.ts`),
  );
  const names = Array.from(text.matchAll(OWN_FILE), ([mention]) => mention).filter(
    (mention) => !fileNames.has(mention),
  );
  return [...paths, ...names].map((mention) => `${path}: ${mention}`);
}

/** What a document has in backticks that looks like a file of this project, but does not exist. */
export function missingInSpans({ path, text }: NamedText): readonly string[] {
  return codeSpans(text)
    .filter((span) => FILE_IN_SPAN.test(span))
    .filter((span) => !existsSync(span) && !existsSync(join(dirname(path), span)))
    .map((span) => `${path}: ${span}`);
}

/** Names in backticks that the code does not have. */
export function unknownNames(
  { path, text }: NamedText,
  { words }: ProjectNames,
): readonly string[] {
  const isUnknown = (word: string) => INNER_CAPITAL.test(word) && !words.has(word);
  return codeSpans(text)
    .filter((span) => NAME.test(span) && span.split(/\W+/).some(isUnknown))
    .map((span) => `${path}: ${span}`);
}

function codeSpans(text: string): readonly string[] {
  return Array.from(text.matchAll(CODE_SPAN), ([, span = '']) => span);
}
