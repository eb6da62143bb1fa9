import { misspeltVariables } from './misspeltVariables';

const known = ['DASHBOARD_TIMEZONE', 'DASHBOARD_DAY_START', 'DASHBOARD_QUEUES', 'DASHBOARD_QUEUES_MAX'];

describe('misspeltVariables', () => {
  test.each([
    [
      'DASHBOARD_TIME_ZONE=UTC',
      'Line 1 sets DASHBOARD_TIME_ZONE, which nothing reads. Did you mean DASHBOARD_TIMEZONE?',
    ],
    [
      '# Ours\n\nDASHBOARD_DAYSTART = 07:00\r\n',
      'Line 3 sets DASHBOARD_DAYSTART, which nothing reads. Did you mean DASHBOARD_DAY_START?',
    ],
    [
      'dashboard_queues=Sales',
      'Line 1 sets dashboard_queues, which nothing reads. Did you mean DASHBOARD_QUEUES?',
    ],
    [
      'DASHBOARD_COLOUR=red',
      'Line 1 sets DASHBOARD_COLOUR, which nothing reads. .env.example has the names; leave the line out.',
    ],
  ])('finds %j', (text, problem) => {
    expect(misspeltVariables(text, known)).toEqual([problem]);
  });

  test.each(['DASHBOARD_TIMEZONE=UTC', '# DASHBOARD_TIME_ZONE=UTC', 'OTHER_APP=1', 'NAME=DASHBOARD_X=1', ''])(
    'finds nothing in %j',
    (text) => {
      expect(misspeltVariables(text, known)).toEqual([]);
    },
  );
});
