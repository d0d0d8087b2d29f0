import { connectionFaults } from '../../support/faults/connectionFaults.ts';
import { describeFaults } from '../../support/suite/describeFaults.ts';

// Each editor stands before connections with agents of its own.
describeFaults('When a connection fails, the document of a Task', connectionFaults);
