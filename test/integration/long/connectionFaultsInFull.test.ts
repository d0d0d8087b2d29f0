import { connectionFaults } from '../../support/faults/connectionFaults.ts';
import { describeFaults } from '../../support/suite/describeFaults.ts';

// A part of them runs in every editor, see test/integration/everyVersion.
describeFaults('When a connection fails in any way, the document of a Task', connectionFaults);
