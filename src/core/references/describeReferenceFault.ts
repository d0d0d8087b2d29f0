import { message, type Message } from '../messages/message.ts';
import { describeSidFault } from '../sids/sidFault.ts';
import type { ReferenceFault } from './parseTaskReference.ts';

/** One sentence that says why a text names no Task, and what to write instead. */
export function describeReferenceFault(fault: ReferenceFault): Message {
  switch (fault.kind) {
    case 'taskSid':
      return describeSidFault(fault.fault);
    case 'workspaceSid':
      return message('Workspace SID: {0}', describeSidFault(fault.fault));
    case 'swapped':
      return message('The two SIDs are swapped: write {0}/{1}', fault.workspaceSid, fault.taskSid);
    case 'severalTasks':
      return message('There are {0} Task SIDs in this text: give one of them', fault.count);
    case 'noTask':
      return message('There is no Task SID in this text: it is WT followed by 32 hex digits');
  }
}
