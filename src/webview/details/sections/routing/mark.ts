import { element } from '../../element.ts';
import { icon, type IconName } from '../../icon.ts';

/** What a mark says. Each has a shape of its own, as not everyone sees its colour. */
export type MarkKind = 'yes' | 'no' | 'uncertain' | 'open' | 'present' | 'skipped' | 'ended';

const ICONS: Readonly<Record<MarkKind, IconName>> = {
  yes: 'check',
  no: 'close',
  uncertain: 'question',
  open: 'circleLarge',
  present: 'circleLargeFilled',
  skipped: 'debugStepOver',
  ended: 'circle-slash',
};

/** @param label for screen readers, and as the tooltip, where no visible text says it */
export function mark(kind: MarkKind, label?: string): HTMLElement {
  return element(
    'span',
    { class: `mark ${kind}`, attributes: { title: label } },
    icon(ICONS[kind]),
    label === undefined ? undefined : element('span', { class: 'spoken' }, label),
  );
}
