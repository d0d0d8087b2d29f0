import {
  prefixesInPath,
  resourceKinds,
  taskRouterPrefixes,
  type TaskRouterPrefix,
} from '../../resources/resourceKind.ts';
import { productSids } from './sidMeaning.ts';

export const taskRouterSids = productSids(
  {
    name: 'TaskRouter',
    host: 'taskrouter',
    root: '/v1/',
    docs: 'taskrouter/api',
  },
  [
    ...taskRouterPrefixes.map(
      (prefix) => [prefix, resourceKinds[prefix].name, pageOf(prefix), pathOf(prefix)] as const,
    ),
    // These two occur only in examples of the OpenAPI document, not in its schemas.
    ['OU', 'Operating Unit', 'workspace'],
    ['WP', 'Attention Profile', 'workspace'],
  ],
);

/** A resource that belongs to another one, except a Reservation, has the parent in its name. */
function pageOf(prefix: TaskRouterPrefix): string {
  return prefix === 'WR' ? 'reservations' : wordsOf(prefix).join('-').toLowerCase();
}

/** With the parameter names of the OpenAPI document. */
function pathOf(prefix: TaskRouterPrefix): string {
  return prefixesInPath(prefix)
    .map(([part]) => {
      const parameter = part === prefix ? 'Sid' : `${wordsOf(part).join('')}Sid`;
      return `${resourceKinds[part].collection}/{${parameter}}`;
    })
    .join('/');
}

function wordsOf(prefix: TaskRouterPrefix): readonly string[] {
  return resourceKinds[prefix].name.split(' ');
}

export const flexSids = [
  ...productSids(
    {
      name: 'Flex',
      host: 'flex-api',
      root: '/v1/Interactions/',
      docs: 'flex/developer/conversations',
    },
    [
      ['KD', 'Interaction', 'interactions-api/interactions', '{Sid}'],
      [
        'UO',
        'Interaction Channel',
        'interactions-api/channels-subresource',
        '{InteractionSid}/Channels/{Sid}',
      ],
      ['KG', 'Interaction Invite', 'interactions-api/invites-subresource'],
      [
        'UT',
        'Interaction Channel Participant',
        'interactions-api/interaction-channel-participants',
      ],
      [
        'UX',
        'Interaction Transfer',
        'interactions-api',
        '{InteractionSid}/Channels/{ChannelSid}/Transfers/{Sid}',
      ],
      ['KQ', 'Interaction Note', 'interactions-api'],
      ['KQ', 'Interaction Summary', 'interactions-api'],
      ['QW', 'Transfer Execution', 'interactions-api'],
      ['HQ', 'Interaction Context', 'interactions-api'],
    ],
  ),
  ...productSids({ name: 'Flex', host: 'flex-api', root: '/', docs: 'flex/developer' }, [
    ['GO', 'Flex Instance', 'config/flex-configuration-rest-api'],
    [
      'FU',
      'Flex User',
      'config/flex-configuration-rest-api',
      'v2/Instances/{InstanceSid}/Users/{FlexUserSid}',
    ],
    ['QO', 'Flex Team', 'config/flex-configuration-rest-api'],
    ['FO', 'Flex Flow', 'conversations', 'v1/FlexFlows/{Sid}'],
    ['CH', 'Flex Chat Channel', 'conversations', 'v1/Channels/{Sid}'],
    ['CH', 'Flex Web Channel', 'conversations', 'v1/WebChannels/{Sid}'],
  ]),
  ...productSids(
    {
      name: 'Flex',
      host: 'flex-api',
      root: '/v1/PluginService/',
      docs: 'flex/developer/plugins/api',
    },
    [
      ['FP', 'Flex Plugin', 'plugin', 'Plugins/{Sid}'],
      ['FV', 'Flex Plugin Version', 'plugin-version', 'Plugins/{PluginSid}/Versions/{Sid}'],
      ['FJ', 'Flex Plugin Configuration', 'plugin-configuration', 'Configurations/{Sid}'],
      ['FK', 'Flex Plugin Release', 'release', 'Releases/{Sid}'],
    ],
  ),
  ...productSids(
    {
      name: 'Flex Insights',
      host: 'flex-api',
      root: '/v1/Insights/QualityManagement/',
      docs: 'flex/end-user-guide/insights',
    },
    [
      ['GM', 'Questionnaire', 'questionnaires', 'Questionnaires/{QuestionnaireSid}'],
      ['GE', 'Question', 'questionnaires'],
      ['FY', 'Question Category', 'questionnaires'],
      ['FM', 'Assessment', 'questionnaires'],
    ],
  ),
  ...productSids(
    {
      name: 'Conversation Intelligence (classic)',
      host: 'intelligence',
      root: '/v2/',
      docs: 'conversation-intelligence-classic/api',
    },
    [
      ['GA', 'Intelligence Service', 'service-resource', 'Services/{Sid}'],
      ['GT', 'Transcript', 'transcript-resource', 'Transcripts/{Sid}'],
      ['GX', 'Transcript Sentence', 'transcript-sentence-subresource'],
      ['LY', 'Language Operator', 'operator-resource', 'Operators/{Sid}'],
      ['EY', 'Operator Type', 'operator-type-resource', 'OperatorTypes/{Sid}'],
    ],
  ),
];
