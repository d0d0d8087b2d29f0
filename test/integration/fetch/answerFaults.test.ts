import { bodyFaults } from '../../support/faults/bodyFaults.ts';
import { statusFaults } from '../../support/faults/statusFaults.ts';
import { describeFaults } from '../../support/suite/describeFaults.ts';

/** What was answered reaches a document as its sentence, however it came to it: one row for each is enough. */
const rows = [...bodyFaults, ...statusFaults].filter(
  ({ told }, index, all) => all.findIndex((row) => row.told?.sentence === told?.sentence) === index,
);

// The whole table is tried by test/contract, with the client alone.
describeFaults('When an answer is no Task, the document of a Task', rows);
