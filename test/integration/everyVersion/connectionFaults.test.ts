import { connectionFaults } from '../../support/faults/connectionFaults.ts';
import { describeFaults } from '../../support/suite/describeFaults.ts';

// Runs in every editor, as each puts agents of its own in front of connections.
describeFaults('When a connection fails, the document of a Task', connectionFaults);
