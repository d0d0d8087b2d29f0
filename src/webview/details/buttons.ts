import '@vscode-elements/elements/dist/vscode-button/index.js';
import { element } from './element.ts';
import { icon, type IconName } from './icon.ts';

interface ButtonOptions {
  readonly label: string;
  readonly icon?: IconName;
  /** Names the button, so that it keeps the focus when its section is drawn again. */
  readonly focus: string;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
}

/** A button as VS Code draws its own. */
export function labelledButton({ label, icon: name, focus, isPrimary, onClick }: ButtonOptions) {
  const node = element('vscode-button', {
    attributes: {
      'data-focus': focus,
      // The button sets it only later, and could not have the focus until then.
      tabindex: '0',
      ...(isPrimary !== true && { secondary: '' }),
    },
    onClick,
  });
  if (name !== undefined) {
    const iconNode = icon(name);
    iconNode.slot = 'content-before';
    node.append(iconNode);
  }
  node.append(label);
  return node;
}

/** A button without a visible label. */
export function iconButton(name: IconName, label: string, onClick: () => void): HTMLElement {
  const attributes = { type: 'button', title: label, 'aria-label': label, 'data-focus': label };
  return element('button', { class: 'plain', attributes, onClick }, icon(name));
}
