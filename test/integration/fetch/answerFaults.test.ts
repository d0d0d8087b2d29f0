import { bodyFaults } from '../../support/faults/bodyFaults.ts';
import { statusFaults } from '../../support/faults/statusFaults.ts';
import { describeFaults } from '../../support/suite/describeFaults.ts';

/** One row for each message is enough, as an answer reaches its document in the same way. */
const rows = [...bodyFaults, ...statusFaults].filter(
  ({ told }, index, all) => all.findIndex((row) => row.told?.sentence === told?.sentence) === index,
);

// test/contract tries the whole table with the client alone.
describeFaults('When an answer is no Task, the document of a Task', rows);
