import assert from 'node:assert/strict';
import {
  commands,
  Range,
  Uri,
  type CompletionList,
  type InlayHint,
  type Location,
  type TextDocument,
} from 'vscode';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { openFile } from './files.ts';
import { hoverAt } from './hovers.ts';
import { activeTaskDocument, server } from './taskSuite.ts';

const NAME = 'Acme Contact Centre';
export const WORKSPACE = sampleSid('WS', NAME);
export const QUEUE = sidIn({ name: NAME }, 'WQ', 'Support');
const WORKFLOW = sidIn({ name: NAME }, 'WW', 'Messages');

export const routingConfiguration = JSON.stringify(
  {
    task_routing: {
      filters: [
        {
          filter_friendly_name: 'Spanish',
          expression: "language == 'es' AND taskrouter.currentHour > 8",
          targets: [
            { queue: QUEUE, timeout: 30, expression: "worker.languages HAS 'es'" },
            { skip_if: 'workers.available == 0' },
          ],
        },
      ],
      default_filter: { queue: QUEUE },
    },
  },
  undefined,
  2,
);

/** Asks until the answer is yes, as long as the test may take. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition()));
}

/** Where a part stands first in a document, and how many characters further on. */
export function offsetIn(document: TextDocument, part: string, further = 0): number {
  const offset = document.getText().indexOf(part);
  assert.ok(offset >= 0, `${part} is not in the document`);
  return offset + further;
}

export async function completionsAt(document: TextDocument, offset: number) {
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  return items.map(({ label, insertText, documentation }) => ({
    ...(typeof label === 'string' ? { label } : label),
    ...{ insertText, documentation },
  }));
}

export const labelsAt = async (document: TextDocument, offset: number) =>
  (await completionsAt(document, offset)).map(({ label }) => label);

export async function hintsIn(document: TextDocument): Promise<readonly string[]> {
  const hints = await commands.executeCommand<InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new Range(0, 0, document.lineCount, 0),
  );
  return hints.map(({ label }) => (typeof label === 'string' ? label : ''));
}

export const definitionAt = (document: TextDocument, offset: number) =>
  commands.executeCommand<Location[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    document.positionAt(offset),
  );

/** Chooses **Read Names** in the hover on a TaskQueue, which must be offered. */
export async function readNamesAt(document: TextDocument, offset: number): Promise<void> {
  const [command = ''] = (await hoverAt(document, offset)).flatMap(
    ({ value }) => /\[\$\(cloud-download\) Read Names\]\(command:([^)]*)\)/.exec(value)?.[1] ?? [],
  );
  assert.ok(command !== '', 'Read Names is not offered');
  const [id = '', query = ''] = command.split('?');
  const [argument] = JSON.parse(decodeURIComponent(query)) as unknown[];
  await commands.executeCommand(id, argument);
}

async function openWorkflow(): Promise<TextDocument> {
  const body = JSON.stringify({
    ...{ sid: WORKFLOW, workspace_sid: WORKSPACE, friendly_name: 'Messages' },
    configuration: routingConfiguration,
  });
  await server.fault({ status: 200, body, match: WORKFLOW });
  const uri = Uri.parse(`taskrouter://env/${WORKSPACE}/${WORKFLOW}.json`);
  await commands.executeCommand('_taskrouter.openResource', uri);
  return activeTaskDocument();
}

/** The documents that routing is read in. */
export const routingDocuments: readonly (readonly [
  what: string,
  open: () => Promise<TextDocument>,
])[] = [
  ['a .json file', () => openFile('.json', routingConfiguration)],
  [
    'a .tftpl file',
    () => openFile('.tftpl', routingConfiguration.replace('"filters"', '${first}\n "filters"')),
  ],
  ["a Workflow's document", openWorkflow],
];
