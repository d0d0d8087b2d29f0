import { connectionFaults } from '../../support/faults/connectionFaults.ts';
import { describeFaults } from '../../support/suite/describeFaults.ts';

/**
 * All faults on the way, and of those on the wire one for each message and number of requests. Once a connection
 * is made, its bytes reach the client in the same way.
 */
const rows = connectionFaults.filter(
  ({ fault, told, requests }, index, all) =>
    typeof fault !== 'function' ||
    all.findIndex(
      (row) =>
        typeof row.fault === 'function' &&
        row.told?.sentence === told?.sentence &&
        row.requests === requests,
    ) === index,
);

// Runs in every editor, as each puts agents of its own in front of connections. test/contract tries the whole table
// with the client alone, and `npm run test:long` in an editor.
describeFaults('When a connection fails, the document of a Task', rows);
