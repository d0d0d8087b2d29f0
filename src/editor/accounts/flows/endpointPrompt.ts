import { l10n, QuickInputButtons, window, type QuickPickItem } from 'vscode';
import { message } from '../../../core/messages/message.ts';
import { endpointHost, type Endpoint } from '../../../core/profiles/storedProfile.ts';
import { parseBaseUrl, twilioHosts } from '../../../core/profiles/twilioHosts.ts';
import { askFor, showQuickInput } from '../../ui/quickInput.ts';

interface EndpointItem extends QuickPickItem {
  readonly endpoint: Endpoint | 'region' | 'baseUrl';
}

/**
 * Asks for the region of credentials: they are valid in one region only, see
 * https://www.twilio.com/docs/global-infrastructure/manage-regional-api-credentials.
 *
 * @returns `'back'` to go to the previous step, `undefined` if cancelled
 */
export async function askForEndpoint(
  title: string,
  known: Endpoint | undefined,
): Promise<Endpoint | 'back' | undefined> {
  for (;;) {
    const choice = await pick(title, known);
    if (choice !== 'region' && choice !== 'baseUrl') return choice;
    const place = await (choice === 'region'
      ? askForRegion(title, known)
      : askForBaseUrl(title, known));
    if (place !== 'back') return place;
  }
}

async function pick(title: string, known: Endpoint | undefined): Promise<Choice | undefined> {
  const item = (label: string, place: Endpoint): EndpointItem => ({
    label,
    endpoint: place,
    description: endpointHost(place),
  });
  const box = window.createQuickPick<EndpointItem>();
  box.title = title;
  box.step = 3;
  box.totalSteps = 4;
  box.placeholder = l10n.t(
    'Select the region of the credentials (they are valid in one region only)',
  );
  box.ignoreFocusOut = true;
  box.matchOnDescription = true;
  box.buttons = [QuickInputButtons.Back];
  box.items = [
    item(l10n.t('US1 (default)'), { region: '', edge: '' }),
    item(l10n.t('IE1 Dublin'), { region: 'ie1', edge: 'dublin' }),
    { label: l10n.t('Other region and edge…'), endpoint: 'region' },
    {
      label: l10n.t('Other base URL…'),
      description: l10n.t('a mock or a proxy of TaskRouter'),
      endpoint: 'baseUrl',
    },
  ];
  const present = box.items.find(({ endpoint: place }) => isSameEndpoint(place, known));
  if (present !== undefined) box.activeItems = [present];

  return showQuickInput<Choice>(box, (answer) => [
    box.onDidTriggerButton(() => {
      answer('back');
    }),
    box.onDidAccept(() => {
      const [item] = box.selectedItems;
      if (item !== undefined) answer(item.endpoint);
    }),
  ]);
}

type Choice = Endpoint | 'region' | 'baseUrl' | 'back';

const back = { button: QuickInputButtons.Back, answer: 'back' } as const;

async function askForRegion(
  title: string,
  known: Endpoint | undefined,
): Promise<Endpoint | 'back' | undefined> {
  const before = known !== undefined && 'region' in known ? known : { region: '', edge: '' };
  return askFor<Endpoint | 'back'>({
    title,
    prompt: l10n.t('Enter the region and the edge, as Twilio names them'),
    placeholder: 'au1 sydney',
    value: [before.region, before.edge].filter(Boolean).join(' '),
    buttons: [back],
    read: (text) => {
      const result = twilioHosts(text, '');
      if (text.trim() === '') {
        return { valid: false, reason: message('Enter the region and the edge: “au1 sydney”') };
      }
      if (result.valid) {
        const { region = 'us1', edge = '' } = result.hosts;
        return { valid: true, value: { region, edge } };
      }
      switch (result.fault) {
        case 'region':
        case 'edge':
          return { valid: false, reason: message('Enter the region and the edge: “au1 sydney”') };
        case 'edgeMissing':
          return { valid: false, reason: message('Enter the edge as well, after the region') };
      }
    },
  });
}

async function askForBaseUrl(
  title: string,
  known: Endpoint | undefined,
): Promise<Endpoint | 'back' | undefined> {
  return askFor<Endpoint | 'back'>({
    title,
    prompt: l10n.t(
      'Enter the base URL to use instead of https://taskrouter.twilio.com (credentials are sent there)',
    ),
    placeholder: 'https://…',
    value: known !== undefined && 'baseUrl' in known ? known.baseUrl : '',
    buttons: [back],
    read: (text) => {
      const baseUrl = parseBaseUrl(text.trim());
      return baseUrl === undefined
        ? {
            valid: false,
            reason: message(
              'Enter an https address, or http at localhost, 127.0.0.1 or [::1], without user name and query',
            ),
          }
        : { valid: true, value: { baseUrl } };
    },
  });
}

function isSameEndpoint(a: EndpointItem['endpoint'], b: Endpoint | undefined): boolean {
  return b !== undefined && typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
