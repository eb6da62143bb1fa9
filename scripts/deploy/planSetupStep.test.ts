import { readFindings, readSetupPlan } from './planSetupStep';

describe('readSetupPlan', () => {
  it('takes the steps and notes of the plan that set-up prints', () => {
    const printed = [
      'Account    AC1',
      '',
      'The plan:',
      '1. Create the Sync document dashboard-data (empty)',
      '2. Change custom_data of Flex Configuration',
      '',
      "Note: The workspace's event callback belongs to another app: https://other.example.com",
      '  A workspace has only one, so it stays.',
      '',
      'A dry run: nothing was changed.',
      '',
    ];
    expect(readSetupPlan(printed.join('\n'))).toEqual({
      steps: ['Create the Sync document dashboard-data (empty)', 'Change custom_data of Flex Configuration'],
      notes: [
        "Note: The workspace's event callback belongs to another app: https://other.example.com\n  A workspace has only one, so it stays.",
      ],
    });
  });

  it('is empty where there is nothing to do', () => {
    expect(readSetupPlan('Account    AC1\n\nThere is nothing to do.\n')).toEqual({
      steps: [],
      notes: [],
    });
  });
});

describe('readFindings', () => {
  it('takes what is wrong with its advice, and counts what is fine', () => {
    const printed =
      'ok     One\nWRONG  Two\n       Do this.\n       And that.\nok     Three\n\n1 thing is wrong.\n';
    expect(readFindings(printed)).toEqual({
      lines: 'WRONG  Two\n       Do this.\n       And that.',
      fine: 2,
    });
  });
});
