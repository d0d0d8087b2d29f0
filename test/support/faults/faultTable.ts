import { bodyFaults } from './bodyFaults.ts';
import { connectionFaults } from './connectionFaults.ts';
import type { FaultRow } from './faultRow.ts';
import { statusFaults } from './statusFaults.ts';

/** All faults between this extension and TaskRouter, and their expected results. */
export const faultTable: readonly FaultRow[] = [
  ...connectionFaults,
  ...bodyFaults,
  ...statusFaults,
];
