import { escapeInvisible } from '../json/escapeInvisible.ts';
import type {
  ExplainedFilter,
  ExplainedStep,
  ExplainedWorker,
  RoutingExplanation,
} from '../explanation/routingExplanation.ts';
import { describeVerdict } from '../explanation/describeVerdict.ts';
import { message, type Localize } from '../messages/message.ts';

const MAX_ROWS = 20;

/** Why a Task waits, for a ticket. Names, reasons and expressions are data, and escaped. */
export function explanationMarkdown(explanation: RoutingExplanation, localize: Localize): string {
  const { sentence, remedy, notes, missing, way, workers, ahead } = explanation;
  const say: Localize = (text) => escapeMarkdown(localize(text));
  const lines = [
    `**${say(message('Routing'))}**`,
    '',
    [sentence, ...(remedy ? [remedy] : [])].map(say).join(' '),
    ...list([...notes, ...missing].map(say)),
  ];
  if (way !== undefined && way.filters.length > 0) {
    const filters = way.filters.map((filter) => filterLine(filter, say));
    lines.push('', `${say(message('Filters'))}:`, ...list(filters));
  }
  if (way !== undefined && way.steps.length > 0) {
    const steps = way.steps.map((step) => stepLine(step, say));
    const next = way.next === undefined ? [] : [`${say(message('Next'))}: ${say(way.next)}`];
    lines.push('', `${say(message('Steps'))}:`, ...list([...steps, ...next]));
  }
  if (workers !== undefined && workers.rows.length > 0) {
    lines.push('', ...workerTable(workers.rows, workers.counts.all, say));
  }
  if (ahead !== undefined && ahead.count > 0) {
    const count = ahead.isCut ? message('at least {0}', ahead.count) : ahead.count;
    const tasks = ahead.tasks.map(({ sid, priority }) =>
      say(message('{0}, priority {1}', sid, priority)),
    );
    lines.push('', say(message('Tasks ahead: {0}', count)), ...list(tasks));
  }
  return `${lines.join('\n')}\n`;
}

function list(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', ...items.map((item) => `- ${item}`)];
}

function filterLine({ name, index, outcome, clauses }: ExplainedFilter, say: Localize): string {
  const label = index === 'default' ? message('default filter') : message('Filter {0}', name);
  const failing = clauses.find((clause) => clause.outcome === 'false')?.reasons[0];
  const why = outcome === 'noMatch' && failing !== undefined ? ` (${say(failing)})` : '';
  return `${say(label)}: ${say(OUTCOMES[outcome])}${why}`;
}

const OUTCOMES = {
  match: message('match'),
  noMatch: message('no match'),
  uncertain: message('uncertain'),
  notReached: message('not reached'),
} as const;

function stepLine({ label, position }: ExplainedStep, say: Localize): string {
  switch (position) {
    case 'current':
      return `**${say(label)}** (${say(message('now'))})`;
    case 'passed':
      return `${say(label)} (${say(message('passed'))})`;
    case 'ahead':
    case 'unknown':
      return say(label);
  }
}

function workerTable(
  rows: readonly ExplainedWorker[],
  count: number,
  say: Localize,
): readonly string[] {
  const heads = [message('Worker'), message('Activity'), message('Capacity'), message('Result')];
  const shown = rows.slice(0, MAX_ROWS);
  const rest = count - shown.length;
  return [
    `| ${heads.map(say).join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...shown.map((row) => {
      const { name, activity = '', capacity, reason } = row;
      const used = capacity === undefined ? '' : `${capacity.used}/${capacity.total}`;
      const verdict = say(describeVerdict(row.verdict));
      const why = reason === undefined ? verdict : `${verdict}: ${say(reason)}`;
      return `| ${say(name)} | ${say(activity)} | ${used} | ${why} |`;
    }),
    ...(rest > 0 ? ['', say(message('More Workers: {0}', rest))] : []),
  ];
}

/** Escapes what begins formatting, a link, a tag, an entity or a cell. What is in backticks stays code. */
function escapeMarkdown(text: string): string {
  const parts = escapeInvisible(text.replace(/\s+/g, ' ')).split('`');
  // An odd backtick is one of the data.
  if (parts.length % 2 === 0) return parts.map(escapePlain).join('\\`');
  return parts
    .map((part, index) => (index % 2 === 0 ? escapePlain(part) : escapeCode(part)))
    .join('');
}

function escapePlain(text: string): string {
  return text.replace(/[\\*_{}[\]<>|&~#]/g, '\\$&');
}

/** In a table, a bar ends the cell even in code. */
function escapeCode(text: string): string {
  return text === '' ? '\\`\\`' : `\`${text.replaceAll('|', '\\|')}\``;
}
