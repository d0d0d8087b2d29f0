import { productSids } from './productSids.ts';

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
