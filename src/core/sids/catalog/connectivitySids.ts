import { productSids } from './sidMeaning.ts';

export const phoneNumberSids = [
  ...productSids(
    {
      name: 'Phone Numbers',
      host: 'api',
      root: '/2010-04-01/Accounts/{AccountSid}/',
      docs: 'phone-numbers',
    },
    [
      [
        'PN',
        'Incoming Phone Number',
        'api/incomingphonenumber-resource',
        'IncomingPhoneNumbers/{Sid}.json',
      ],
      ['RI', 'Identity', 'api/incomingphonenumber-resource'],
      ['ID', 'Inventory Phone Number', 'api/availablephonenumber-resource'],
      ['BI', 'Billable Item', 'api/availablephonenumber-resource'],
    ],
  ),
  ...productSids({ name: 'Phone Numbers', host: 'numbers', root: '/v2/', docs: 'phone-numbers' }, [
    ['WF', 'Short Code Application', '', 'ShortCodes/Applications/{sid}'],
    ['WF', 'Sender ID Registration', ''],
    ['SU', 'Sender ID', ''],
  ]),
  ...productSids(
    {
      name: 'Porting',
      host: 'numbers',
      root: '/v1/Porting/PortIn/',
      docs: 'phone-numbers/port-in',
    },
    [
      ['KW', 'Port In Request', 'port-in-request-api', '{PortInRequestSid}'],
      [
        'PU',
        'Port In Phone Number',
        'port-in-request-api',
        '{PortInRequestSid}/PhoneNumber/{PhoneNumberSid}',
      ],
    ],
  ),
  ...productSids(
    {
      name: 'Hosted Numbers',
      host: 'numbers',
      root: '',
      docs: 'phone-numbers/hosted-numbers',
    },
    [
      [
        'HR',
        'Hosted Number Order',
        'hosted-numbers-api/hosted-number-order-resource',
        '/v2/HostedNumber/Orders/{Sid}',
      ],
      ['BH', 'Bulk Hosting Request', '', '/v2/HostedNumber/Orders/Bulk/{BulkHostingSid}'],
      [
        'PX',
        'Authorization Document',
        'hosted-numbers-api/authorization-document-resource',
        '/v2/HostedNumber/AuthorizationDocuments/{Sid}',
      ],
      [
        'EC',
        'Bulk Eligibility Request',
        'hosted-numbers-api/eligibility-resource',
        '/v1/HostedNumber/Eligibility/Bulk/{RequestId}',
      ],
      ['RI', 'Identity Document', 'hosted-numbers-api/hosted-number-order-resource'],
    ],
  ),
  ...productSids(
    {
      name: 'Regulatory Compliance',
      host: 'numbers',
      root: '/v2/RegulatoryCompliance/',
      docs: 'phone-numbers/regulatory/api',
    },
    [
      ['BU', 'Regulatory Bundle', 'bundles', 'Bundles/{Sid}'],
      ['IT', 'End-User', 'end-users', 'EndUsers/{Sid}'],
      ['RD', 'Supporting Document', 'supporting-documents', 'SupportingDocuments/{Sid}'],
      ['OY', 'End-User Type', 'end-user-types', 'EndUserTypes/{Sid}'],
      [
        'OY',
        'Supporting Document Type',
        'supporting-document-types',
        'SupportingDocumentTypes/{Sid}',
      ],
      ['BV', 'Item Assignment', 'item-assignments', 'Bundles/{BundleSid}/ItemAssignments/{Sid}'],
      ['EL', 'Bundle Evaluation', 'evaluations', 'Bundles/{BundleSid}/Evaluations/{Sid}'],
      ['RN', 'Regulation', 'regulations', 'Regulations/{Sid}'],
    ],
  ),
  ...productSids(
    { name: 'Trust Hub', host: 'trusthub', root: '/v1/', docs: 'trust-hub/trusthub-rest-api' },
    [
      ['BU', 'Customer Profile', 'customer-profiles', 'CustomerProfiles/{Sid}'],
      ['BU', 'Trust Product', 'trust-products', 'TrustProducts/{Sid}'],
      ['IT', 'End User', 'enduser-resource', 'EndUsers/{Sid}'],
      ['OY', 'End User Type', 'endusertype-resource', 'EndUserTypes/{Sid}'],
      ['RD', 'Supporting Document', 'supportingdocument-resource', 'SupportingDocuments/{Sid}'],
      [
        'OY',
        'Supporting Document Type',
        'supportingdocument-resource',
        'SupportingDocumentTypes/{Sid}',
      ],
      ['RN', 'Policy', 'policies', 'Policies/{Sid}'],
      [
        'BV',
        'Customer Profile Entity Assignment',
        'customer-profiles',
        'CustomerProfiles/{CustomerProfileSid}/EntityAssignments/{Sid}',
      ],
      [
        'BV',
        'Trust Product Entity Assignment',
        'trust-products',
        'TrustProducts/{TrustProductSid}/EntityAssignments/{Sid}',
      ],
      [
        'EL',
        'Customer Profile Evaluation',
        'customer-profiles',
        'CustomerProfiles/{CustomerProfileSid}/Evaluations/{Sid}',
      ],
      [
        'EL',
        'Trust Product Evaluation',
        'trust-products',
        'TrustProducts/{TrustProductSid}/Evaluations/{Sid}',
      ],
      [
        'RA',
        'Customer Profile Channel Endpoint Assignment',
        'customer-profiles',
        'CustomerProfiles/{CustomerProfileSid}/ChannelEndpointAssignments/{Sid}',
      ],
      [
        'RA',
        'Trust Product Channel Endpoint Assignment',
        'trust-products',
        'TrustProducts/{TrustProductSid}/ChannelEndpointAssignments/{Sid}',
      ],
    ],
  ),
];

export const iotSids = [
  ...productSids({ name: 'Super SIM', host: 'supersim', root: '/v1/', docs: 'iot/supersim/api' }, [
    ['HS', 'Super SIM', 'sim-resource', 'Sims/{Sid}'],
    ['HF', 'Fleet', 'fleet-resource', 'Fleets/{Sid}'],
    ['HW', 'Network', 'network-resource', 'Networks/{Sid}'],
    [
      'HA',
      'Network Access Profile',
      'networkaccessprofile-resource',
      'NetworkAccessProfiles/{Sid}',
    ],
    ['HC', 'SMS Command', 'smscommand-resource', 'SmsCommands/{Sid}'],
    ['HG', 'IP Command', 'ipcommand-resource', 'IpCommands/{Sid}'],
    ['HP', 'eSIM Profile', 'esimprofile-resource', 'ESimProfiles/{Sid}'],
    ['HB', 'Billing Period', 'sim-resource'],
    ['OB', 'Settings Update', 'sim-resource'],
  ]),
  ...productSids(
    { name: 'Programmable Wireless', host: 'wireless', root: '/v1/', docs: 'iot/wireless/api' },
    [
      ['DE', 'Wireless SIM', 'sim-resource', 'Sims/{Sid}'],
      ['DC', 'Wireless Command', 'command-resource', 'Commands/{Sid}'],
      ['WP', 'Rate Plan', 'rateplan-resource', 'RatePlans/{Sid}'],
    ],
  ),
];
