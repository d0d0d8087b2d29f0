import { productSids } from './sidMeaning.ts';

/** Studio, Serverless, Sync, Verify and other products for developers. */
export const developerSids = [
  ...productSids({ name: 'Studio', host: 'studio', root: '/v2/Flows/', docs: 'studio/rest-api' }, [
    ['FW', 'Studio Flow', 'v2/flow', '{Sid}'],
    ['FN', 'Studio Execution', 'v2/execution', '{FlowSid}/Executions/{Sid}'],
    ['FT', 'Execution Step', 'v2/step', '{FlowSid}/Executions/{ExecutionSid}/Steps/{Sid}'],
    ['FC', 'Studio Contact', 'v2/execution'],
  ]),
  ...productSids({ name: 'Studio', host: 'studio', root: '/v1/Flows/', docs: 'studio/rest-api' }, [
    ['FN', 'Studio Engagement', '', '{FlowSid}/Engagements/{Sid}'],
    ['FT', 'Engagement Step', '', '{FlowSid}/Engagements/{EngagementSid}/Steps/{Sid}'],
  ]),
  ...productSids(
    {
      name: 'Functions and Assets',
      host: 'serverless',
      root: '/v1/Services/',
      docs: 'serverless/api/resource',
    },
    [
      ['ZS', 'Serverless Service', 'service', '{Sid}'],
      ['ZE', 'Environment', 'environment', '{ServiceSid}/Environments/{Sid}'],
      ['ZH', 'Function', 'function', '{ServiceSid}/Functions/{Sid}'],
      ['ZH', 'Asset', 'asset', '{ServiceSid}/Assets/{Sid}'],
      [
        'ZN',
        'Function Version',
        'function-version',
        '{ServiceSid}/Functions/{FunctionSid}/Versions/{Sid}',
      ],
      ['ZN', 'Asset Version', 'asset-version', '{ServiceSid}/Assets/{AssetSid}/Versions/{Sid}'],
      ['ZB', 'Build', 'build', '{ServiceSid}/Builds/{Sid}'],
      [
        'ZD',
        'Deployment',
        'deployment',
        '{ServiceSid}/Environments/{EnvironmentSid}/Deployments/{Sid}',
      ],
      ['ZV', 'Variable', 'variable', '{ServiceSid}/Environments/{EnvironmentSid}/Variables/{Sid}'],
      ['NO', 'Function Log', 'logs', '{ServiceSid}/Environments/{EnvironmentSid}/Logs/{Sid}'],
      ['RQ', 'Function Request', 'logs'],
    ],
  ),
  ...productSids({ name: 'Event Streams', host: 'events', root: '/v1/', docs: 'events' }, [
    ['DG', 'Sink', 'event-streams/sink-resource', 'Sinks/{Sid}'],
    ['DF', 'Subscription', 'event-streams/subscription', 'Subscriptions/{Sid}'],
  ]),
  ...productSids({ name: 'Verify', host: 'verify', root: '/v2/', docs: 'verify/api' }, [
    ['VA', 'Verify Service', 'service', 'Services/{Sid}'],
    ['VE', 'Verification', 'verification', 'Services/{ServiceSid}/Verifications/{Sid}'],
    ['VL', 'Verification Attempt', 'attempts', 'Attempts/{Sid}'],
    ['YE', 'Verify Entity', 'entity'],
    ['YF', 'Verify Factor', 'factor', 'Services/{ServiceSid}/Entities/{Identity}/Factors/{Sid}'],
    [
      'YC',
      'Verify Challenge',
      'challenge',
      'Services/{ServiceSid}/Entities/{Identity}/Challenges/{Sid}',
    ],
    ['NT', 'Challenge Notification', 'challenge'],
    ['YK', 'Verify Access Token', 'access-token', 'Services/{ServiceSid}/AccessTokens/{Sid}'],
    ['YW', 'Verify Webhook', 'webhooks', 'Services/{ServiceSid}/Webhooks/{Sid}'],
    ['RK', 'Verify Rate Limit', 'service-rate-limits', 'Services/{ServiceSid}/RateLimits/{Sid}'],
    [
      'BL',
      'Rate Limit Bucket',
      'service-rate-limit-buckets',
      'Services/{ServiceSid}/RateLimits/{RateLimitSid}/Buckets/{Sid}',
    ],
    ['HJ', 'Verification Template', 'templates'],
    ['GN', 'Safe List Number', 'safe-list'],
  ]),
  ...productSids({ name: 'Proxy', host: 'proxy', root: '/v1/Services/', docs: 'proxy/api' }, [
    ['KS', 'Proxy Service', 'service', '{Sid}'],
    ['KC', 'Proxy Session', 'session', '{ServiceSid}/Sessions/{Sid}'],
    [
      'KP',
      'Proxy Participant',
      'participant',
      '{ServiceSid}/Sessions/{SessionSid}/Participants/{Sid}',
    ],
    [
      'KI',
      'Proxy Interaction',
      'interaction',
      '{ServiceSid}/Sessions/{SessionSid}/Interactions/{Sid}',
    ],
    [
      'KI',
      'Message Interaction',
      'interaction',
      '{ServiceSid}/Sessions/{SessionSid}/Participants/{ParticipantSid}/MessageInteractions/{Sid}',
    ],
    ['PN', 'Proxy Phone Number', 'phone-number', '{ServiceSid}/PhoneNumbers/{Sid}'],
  ]),
];
