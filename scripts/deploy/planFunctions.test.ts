import { isSame, leftOverVariables, whatIsWrong } from './planFunctions';
import type { DeployedFunctions } from '../../serverless/setup/readFunctions';

const before: DeployedFunctions = {
  serviceSid: 'ZS',
  environmentSid: 'ZE',
  domain: 'example-dev.twil.io',
  buildSid: 'ZB1',
  functions: [
    { path: '/dashboardStats', sid: 'ZH1', versionSid: 'ZN1' },
    { path: '/refreshDashboard', sid: 'ZH2', versionSid: 'ZN2' },
  ],
  runtime: 'node22',
  dependencies: { twilio: '6.2.0' },
  variables: [
    { sid: 'ZV1', key: 'DASHBOARD_QUEUES', value: '*' },
    { sid: 'ZV2', key: 'DASHBOARD_EDITOR_ROLES', value: 'agent' },
    { sid: 'ZV3', key: 'ADDED_IN_CONSOLE', value: '1' },
  ],
};
const after: DeployedFunctions = { ...before, buildSid: 'ZB2' };
const paths = ['/dashboardStats', '/refreshDashboard'];
const wanted = new Map([['DASHBOARD_QUEUES', '*']]);

describe('whatIsWrong', () => {
  it('is nothing when a newer build serves every Function with the variables of the file', () => {
    expect(whatIsWrong(before, after, paths, wanted)).toBeUndefined();
    expect(whatIsWrong(undefined, after, paths, wanted)).toBeUndefined();
  });

  it.each([
    ['nothing is deployed', undefined, paths, wanted, 'The Functions were not deployed.'],
    [
      'there is an environment without a build',
      { ...after, buildSid: undefined },
      paths,
      wanted,
      'The Functions were not deployed.',
    ],
    [
      'the build is the one from before',
      before,
      paths,
      wanted,
      'The Functions were not deployed: https://example-dev.twil.io still serves the build from before.',
    ],
    [
      'a Function is missing',
      after,
      [...paths, '/saveDefinitions'],
      wanted,
      'https://example-dev.twil.io does not serve /saveDefinitions.',
    ],
    [
      'a variable has another value',
      after,
      paths,
      new Map([['DASHBOARD_QUEUES', 'Sales']]),
      'Twilio has other values of DASHBOARD_QUEUES than the file.',
    ],
  ])('says what when %s', (_case, deployed, expected, variables, message) => {
    expect(whatIsWrong(before, deployed, expected, variables)).toBe(message);
  });
});

describe('isSame', () => {
  const code = new Map(paths.map((one) => [one, `the code of ${one}`]));
  const local = { code, runtime: 'node22', dependencies: { twilio: '6.2.0' } };

  it('is so when code, packages and runtime are the same', () => {
    expect(isSame(local, before, new Map(code))).toBe(true);
  });

  it.each([
    ['code', { ...local, code: new Map(code).set('/dashboardStats', 'other') }],
    ['Function more', { ...local, code: new Map(code).set('/saveDefinitions', '') }],
    ['package', { ...local, dependencies: { twilio: '6.2.1' } }],
    ['runtime', { ...local, runtime: 'node24' }],
  ])('is not so with another %s', (_what, other) => {
    expect(isSame(other, before, code)).toBe(false);
  });
});

describe('leftOverVariables', () => {
  it('names ours that the file no longer sets, and nothing that is not ours', () => {
    const known = new Set(['DASHBOARD_QUEUES', 'DASHBOARD_EDITOR_ROLES']);
    expect(leftOverVariables(before, wanted, known).map(({ key }) => key)).toEqual([
      'DASHBOARD_EDITOR_ROLES',
    ]);
  });
});
