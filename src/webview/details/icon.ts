import arrowRight from '@vscode/codicons/src/icons/arrow-right.svg';
import bell from '@vscode/codicons/src/icons/bell.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import circleLarge from '@vscode/codicons/src/icons/circle-large.svg';
import circleLargeFilled from '@vscode/codicons/src/icons/circle-large-filled.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import clockface from '@vscode/codicons/src/icons/clockface.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import debugPause from '@vscode/codicons/src/icons/debug-pause.svg';
import debugStepOver from '@vscode/codicons/src/icons/debug-step-over.svg';
import diff from '@vscode/codicons/src/icons/diff.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import eye from '@vscode/codicons/src/icons/eye.svg';
import eyeClosed from '@vscode/codicons/src/icons/eye-closed.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import json from '@vscode/codicons/src/icons/json.svg';
import linkExternal from '@vscode/codicons/src/icons/link-external.svg';
import listOrdered from '@vscode/codicons/src/icons/list-ordered.svg';
import listTree from '@vscode/codicons/src/icons/list-tree.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import person from '@vscode/codicons/src/icons/person.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import refresh from '@vscode/codicons/src/icons/refresh.svg';
import trash from '@vscode/codicons/src/icons/trash.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import { element } from './element.ts';

const ICONS = {
  ...{ bell, chevronDown, chevronRight, clockface, copy, diff, edit, eye, eyeClosed, info, json },
  ...{ 'circle-slash': circleSlash },
  ...{
    arrowRight,
    check,
    circleLarge,
    circleLargeFilled,
    close,
    debugPause,
    debugStepOver,
    error,
    listOrdered,
  },
  ...{ linkExternal, listTree, pass, person, question, refresh, trash, warning },
};

export type IconName = keyof typeof ICONS;

/**
 * By name. All icons are parsed as one document, which takes a browser no longer than parsing one
 * icon.
 */
const svgElements = new Map(
  [
    ...new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg">${Object.values(ICONS).join('')}</svg>`,
      'image/svg+xml',
    ).documentElement.children,
  ].map((svg, index) => [Object.keys(ICONS)[index], svg]),
);

/** One of VS Code's icons. Hidden from screen readers, as there is always a text beside it. */
export function icon(name: IconName): HTMLElement {
  const svg = svgElements.get(name);
  return element(
    'span',
    { class: 'icon', attributes: { 'aria-hidden': 'true' } },
    svg && document.importNode(svg, true),
  );
}
