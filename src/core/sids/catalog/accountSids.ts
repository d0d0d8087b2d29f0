import { productSids } from './sidMeaning.ts';

export const accountSids = [
  ...productSids({ name: 'IAM', host: 'api', root: '/2010-04-01/Accounts/', docs: 'iam' }, [
    ['AC', 'Account', 'api/account', '{Sid}.json'],
    ['SK', 'API Key', 'api-keys', '{AccountSid}/Keys/{Sid}.json'],
    ['SK', 'Signing Key', 'api-keys', '{AccountSid}/SigningKeys/{Sid}.json'],
    ['CN', 'Connect App', 'connect-apps/api', '{AccountSid}/ConnectApps/{Sid}.json'],
    [
      'CN',
      'Authorized Connect App',
      'authorized-connect-apps/api',
      '{AccountSid}/AuthorizedConnectApps/{ConnectAppSid}.json',
    ],
  ]),
  ...productSids({ name: 'IAM', host: 'accounts', root: '/v1/Credentials/', docs: 'iam' }, [
    ['CR', 'Public Key Credential', '', 'PublicKeys/{Sid}'],
    ['CR', 'AWS Credential', '', 'AWS/{Sid}'],
    ['OQ', 'OAuth App', 'oauth-apps/overview'],
    ['IX', 'Role', 'organizations'],
    ['IZ', 'Permission', 'organizations'],
    ['IQ', 'Permission Resource', 'organizations'],
    ['WX', 'Account Operation', 'organizations'],
  ]),
  ...productSids(
    { name: 'Organizations', host: 'preview-iam', root: '/Organizations/', docs: 'iam' },
    [
      ['OR', 'Organization', 'organizations'],
      ['US', 'Console User', 'scim/api-reference', '{OrganizationSid}/scim/Users/{UserSid}'],
      ['IY', 'Role Assignment', 'organizations'],
      ['NF', 'User Invitation', 'organizations/managed-users'],
      ['NF', 'Account Request Notification', 'organizations'],
      ['DN', 'Organization Domain', 'organizations/domains'],
    ],
  ),
  ...productSids(
    {
      name: 'REST API',
      host: 'api',
      root: '/2010-04-01/Accounts/{AccountSid}/',
      docs: 'usage',
    },
    [
      ['RQ', 'API Request', 'requests-to-twilio'],
      ['AD', 'Address', 'api/address', 'Addresses/{Sid}.json'],
      ['AP', 'TwiML Application', 'api/applications', 'Applications/{Sid}.json'],
      ['UT', 'Usage Trigger', 'api/usage-trigger', 'Usage/Triggers/{Sid}.json'],
    ],
  ),
  ...productSids({ name: 'Short Codes', host: 'numbers', root: '/v2/', docs: 'phone-numbers' }, [
    ['AP', 'Short Code Application', ''],
  ]),
  ...productSids(
    { name: 'BulkExport', host: 'bulkexports', root: '/v1/', docs: 'usage/bulkexport' },
    [['JS', 'Export Job', 'job', 'Exports/Jobs/{JobSid}']],
  ),
  ...productSids(
    { name: 'Marketplace', host: 'marketplace', root: '/v1/', docs: 'marketplace/api' },
    [
      ['XB', 'Available Add-on', 'available-add-ons', 'AvailableAddOns/{Sid}'],
      ['XB', 'Marketplace Listing', 'available-add-ons', 'Listing/{Sid}'],
      ['XE', 'Installed Add-on', 'installed-add-ons', 'InstalledAddOns/{Sid}'],
      [
        'XF',
        'Available Add-on Extension',
        'available-add-ons',
        'AvailableAddOns/{AvailableAddOnSid}/Extensions/{Sid}',
      ],
      [
        'XF',
        'Installed Add-on Extension',
        'installed-add-ons',
        'InstalledAddOns/{InstalledAddOnSid}/Extensions/{Sid}',
      ],
      ['XL', 'Referral Record', 'available-add-ons'],
    ],
  ),
  ...productSids(
    {
      name: 'Marketplace',
      host: 'api',
      root: '/2010-04-01/Accounts/{AccountSid}/',
      docs: 'marketplace/api/installed-add-ons',
    },
    [
      ['XR', 'Add-on Result', '', 'Recordings/{ReferenceSid}/AddOnResults/{Sid}.json'],
      [
        'XH',
        'Add-on Result Payload',
        '',
        'Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}.json',
      ],
    ],
  ),
];

export const monitorSids = [
  ...productSids({ name: 'Monitor', host: 'monitor', root: '/v1/', docs: 'usage' }, [
    ['NO', 'Alert', 'monitor-alert', 'Alerts/{Sid}'],
    ['AE', 'Monitor Event', 'monitor-events', 'Events/{Sid}'],
  ]),
  ...productSids(
    { name: 'Monitor', host: 'monitor', root: '/v2/', docs: 'usage/troubleshooting/alarms' },
    [['AK', 'Alarm', '', 'Alarms/{Sid}']],
  ),
];
