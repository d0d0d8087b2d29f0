import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

interface Counted {
  readonly path: string;
  readonly count: number;
}

/** The figures by which the rule "a file is one concept" is watched. */
export interface SourceShape {
  readonly files: number;
  readonly medianLines: number;
  /** All files, the largest first. */
  readonly byLines: readonly Counted[];
  /** All folders, those with the most files first. */
  readonly byFiles: readonly Counted[];
}

/** All TypeScript of a folder. Tests and scripts run in the project's root. */
export function readSources(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name.replaceAll('\\', '/')))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export function sourceShape(files: readonly SourceFile[]): SourceShape {
  const byLines = largestFirst(
    files.map(({ path, text }) => ({ path, count: text.trimEnd().split('\n').length })),
  );
  const folders = new Map<string, number>();
  for (const { path } of files) {
    folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  }
  return {
    files: files.length,
    medianLines: byLines[Math.floor(byLines.length / 2)]?.count ?? 0,
    byLines,
    byFiles: largestFirst(Array.from(folders, ([path, count]) => ({ path, count }))),
  };
}

/**
 * Groups of folders in `root` that import each other, directly or through others. Each folder is looked at
 * for itself, and each folder that stands in `root` with all that is in it.
 */
export function folderCycles(
  root: string,
  files: readonly SourceFile[],
): readonly (readonly string[])[] {
  const single = (path: string) => dirname(path);
  const whole = (path: string) =>
    path
      .split('/')
      .slice(0, root.split('/').length + 1)
      .join('/');
  const found = [single, whole].flatMap((folderOf) => cycles(importsOf(files, folderOf)));
  return [...new Map(found.map((cycle) => [cycle.join(), cycle])).values()];
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

function importsOf(files: readonly SourceFile[], folderOf: (path: string) => string): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const from = folderOf(path);
    const imported = graph.get(from) ?? new Set();
    graph.set(from, imported);
    for (const [, target = ''] of text.matchAll(/\b(?:from|import\(?)\s*'(\.{1,2}\/[^']+)'/g)) {
      imported.add(folderOf(normalize(join(dirname(path), target))));
    }
  }
  return graph;
}

function cycles(graph: Graph): readonly (readonly string[])[] {
  const reached = new Map(Array.from(graph.keys(), (from) => [from, reachable(graph, from)]));
  const inCycle = [...graph.keys()].filter((folder) =>
    [...(reached.get(folder) ?? [])].some((to) => to !== folder && reached.get(to)?.has(folder)),
  );
  const groups = inCycle.map((folder) =>
    inCycle.filter((to) => reached.get(folder)?.has(to) && reached.get(to)?.has(folder)).sort(),
  );
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

function reachable(graph: Graph, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [from];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const to of graph.get(next) ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      pending.push(to);
    }
  }
  return found;
}

function largestFirst(counted: readonly Counted[]): readonly Counted[] {
  return counted.toSorted((a, b) => b.count - a.count || a.path.localeCompare(b.path));
}
