import { bodyFaults } from './bodyFaults.ts';
import { connectionFaults } from './connectionFaults.ts';
import type { FaultRow } from './faultRow.ts';
import { statusFaults } from './statusFaults.ts';

/** All that can go wrong between this extension and TaskRouter, and what has to come of it. */
export const faultTable: readonly FaultRow[] = [
  ...connectionFaults,
  ...bodyFaults,
  ...statusFaults,
];
