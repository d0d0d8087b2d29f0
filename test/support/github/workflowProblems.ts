import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { parse } from 'yaml';

/** The checked parts of a workflow that GitHub's parser has accepted. */
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly 'timeout-minutes'?: unknown;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

/**
 * The problems of a GitHub Actions workflow, by GitHub's own parser and by the rules of this project.
 *
 * @param scripts the names of the scripts in package.json
 */
export async function workflowProblems(
  name: string,
  content: string,
  scripts: readonly string[],
): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined && context.errors.count === 0) {
    // Finds errors that no schema covers, such as a dependency on a job that does not exist.
    await convertWorkflowTemplate(context, value);
  }
  const errors = context.errors.getErrors().map(({ message }) => message);
  if (errors.length > 0 || value === undefined) return [...errors];

  const { permissions, jobs } = parse(content) as Workflow;
  return [
    ...(JSON.stringify(permissions) === '{"contents":"read"}'
      ? []
      : [`${name}: permissions are not "contents: read" by default`]),
    ...Object.entries(jobs).flatMap(([id, job]) =>
      jobProblems(job, scripts).map((problem) => `${name}: ${id}: ${problem}`),
    ),
  ];
}

function jobProblems(job: Job, scripts: readonly string[]): string[] {
  const { steps = [], 'timeout-minutes': timeout } = job;
  return [
    ...(typeof timeout === 'number' ? [] : ['it may run for hours']),
    ...steps.flatMap(({ uses, run }) => [
      ...(uses === undefined ? [] : actionProblems(uses)),
      ...(run === undefined ? [] : commandProblems(run, scripts)),
    ]),
  ];
}

/** A branch of an action can change at any time, so actions are pinned to a commit. */
function actionProblems(uses: string): string[] {
  return /^[\w-]+\/[\w./-]+@(?:v\d+|[\da-f]{40})$/.test(uses) ? [] : [`${uses} has no version`];
}

function commandProblems(run: string, scripts: readonly string[]): string[] {
  const called = Array.from(
    run.matchAll(/\bnpm (?:run(?:-script)? (?<name>[\w:.-]+)|(?<alias>test|start)\b)/g),
    ({ groups }) => groups?.['name'] ?? groups?.['alias'] ?? '',
  );
  const fetched = Array.from(
    run.matchAll(/\bnpx (?:-\S+ )*(?<what>\S+)/g),
    ({ groups }) => groups?.['what'] ?? '',
  );
  return [
    ...called
      .filter((script) => !scripts.includes(script))
      .map((script) => `package.json has no script ${script}`),
    ...fetched
      .filter((what) => !/.@\d+\.\d+\.\d+$/.test(what))
      .map((what) => `npx ${what} has no version`),
    // The value would become part of the script.
    ...(/\$\{\{\s*(?:secrets\.|github\.(?:event\b|ref_name|head_ref))/.test(run)
      ? ['a script takes a secret or a text from outside by its environment only']
      : []),
  ];
}
