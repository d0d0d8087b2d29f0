import type { ProblemKind, RoutingProblem } from './routingProblem.ts';

const DOCS = 'https://www.twilio.com/docs/taskrouter';

/** Twilio's pages on routing. */
export const routingDocs = {
  expressions: `${DOCS}/expression-syntax`,
  configuration: `${DOCS}/workflow-configuration`,
  knownWorkers: `${DOCS}/workflow-configuration/known-agent-routing`,
  skipIf: `${DOCS}/worker-presence`,
  orderBy: `${DOCS}/order-workers`,
  lifecycle: `${DOCS}/lifecycle-task-workflows-and-assignment`,
  multitasking: `${DOCS}/multitasking`,
  timeOfDay: `${DOCS}/time-of-day-routing`,
  workers: `${DOCS}/api/worker`,
} as const;

export type RoutingPage = keyof typeof routingDocs;

/** Of problems that are not about the syntax of expressions. */
const pages: Partial<Readonly<Record<ProblemKind, RoutingPage>>> = {
  invalidJson: 'configuration',
  missingTaskRouting: 'configuration',
  unknownKey: 'configuration',
  misplacedKey: 'configuration',
  undocumentedKey: 'configuration',
  wrongType: 'configuration',
  wrongSid: 'configuration',
  notANumber: 'configuration',
  numberTooSmall: 'configuration',
  missingQueue: 'configuration',
  twoKnownWorkers: 'knownWorkers',
  notAKey: 'knownWorkers',
  notOfTask: 'knownWorkers',
  unreachableFilter: 'configuration',
  timeoutCancels: 'lifecycle',
  missingPath: 'orderBy',
  notOfWorker: 'orderBy',
  missingDirection: 'orderBy',
  unknownWord: 'orderBy',
  danglingComma: 'orderBy',
};

/** The page of Twilio's documentation that a problem's code links to. */
export function docsOfProblem({ kind, args }: Pick<RoutingProblem, 'kind' | 'args'>): string {
  if (kind === 'unknownName' && /^workers?\.|^taskrouter\./.test(args[0] ?? '')) {
    return routingDocs.skipIf;
  }
  return routingDocs[pages[kind] ?? 'expressions'];
}
