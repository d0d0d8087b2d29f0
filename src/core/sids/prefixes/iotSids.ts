import { productSids } from './productSids.ts';

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
