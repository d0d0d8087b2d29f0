import { l10n } from 'vscode';
import type { PageStrings } from '../../webview/pageStrings.ts';

/** The texts of the section about routing. The page itself fills in their placeholders. */
export function routingStrings(): PageStrings['routingSection'] {
  return {
    reading: l10n.t('Reading the Workflow, the TaskQueue and the Workers…'),
    renewing: l10n.t('Reading again…'),
    next: l10n.t('Next:'),
    nextIn: l10n.t('{0} in {1}', '{0}', '{1}'),
    nextDue: l10n.t('{0} at any moment', '{0}'),
    durations: durations(),
    way: l10n.t('The Way Through the Workflow'),
    filters: l10n.t('Filters'),
    steps: l10n.t('Steps'),
    filterOutcomes: {
      match: l10n.t('match'),
      noMatch: l10n.t('no match'),
      uncertain: l10n.t('uncertain'),
      notReached: l10n.t('not reached'),
    },
    clauseOutcomes: {
      true: l10n.t('true'),
      false: l10n.t('false'),
      uncertain: l10n.t('uncertain'),
    },
    uncertain: l10n.t('uncertain'),
    estimated: l10n.t('estimated'),
    workers: l10n.t('Workers'),
    columns: {
      worker: l10n.t('Worker'),
      verdict: l10n.t('Result'),
      activity: l10n.t('Activity'),
      taskQueue: l10n.t('TaskQueue'),
      target: l10n.t('Target'),
      capacity: l10n.t('Capacity'),
    },
    counts: {
      all: l10n.t('in the Workspace'),
      inQueue: l10n.t('in the TaskQueue'),
      matching: l10n.t('match the target'),
      available: l10n.t('available'),
      withCapacity: l10n.t('with capacity'),
    },
    verdicts: {
      next: l10n.t('Next to be offered'),
      eligible: l10n.t('Can take it'),
      unavailable: l10n.t('Not available'),
      noCapacity: l10n.t('No capacity'),
      channelOff: l10n.t('Task Channel is off'),
      reserved: l10n.t('Reservation pending'),
      noMatch: l10n.t('Does not match'),
      notInQueue: l10n.t('Not in the TaskQueue'),
      uncertain: l10n.t('Uncertain'),
    },
    answers: {
      yes: l10n.t('yes'),
      no: l10n.t('no'),
      uncertain: l10n.t('uncertain'),
      notAsked: l10n.t('no condition'),
    },
    available: l10n.t('available'),
    unavailable: l10n.t('not available'),
    lasting: l10n.t('for {0}', '{0}'),
    used: l10n.t('{0} of {1} used', '{0}', '{1}'),
    channelOff: l10n.t('Task Channel is off'),
    reservationPending: l10n.t('Reservation pending'),
    notReadCapacity: l10n.t('not read'),
    showing: l10n.t('showing {0} of {1}', '{0}', '{1}'),
    atLeast: l10n.t('at least {0}', '{0}'),
    aheadOfIt: l10n.t('Ahead of This Task'),
    nothingAhead: l10n.t('no Tasks'),
    byPriorityAndAge: l10n.t('{0} by priority, {1} by age', '{0}', '{1}'),
    priority: l10n.t('priority {0}', '{0}'),
    waitingFor: l10n.t('waiting for {0}', '{0}'),
  };
}

/** The texts of `describeDuration`, for the time that runs down on the page. */
function durations(): Readonly<Record<string, string>> {
  return {
    '{0} s': l10n.t('{0} s', '{0}'),
    '{0} min': l10n.t('{0} min', '{0}'),
    '{0} min {1} s': l10n.t('{0} min {1} s', '{0}', '{1}'),
    '{0} h': l10n.t('{0} h', '{0}'),
    '{0} h {1} min': l10n.t('{0} h {1} min', '{0}', '{1}'),
    '{0} d': l10n.t('{0} d', '{0}'),
    '{0} d {1} h': l10n.t('{0} d {1} h', '{0}', '{1}'),
  };
}
