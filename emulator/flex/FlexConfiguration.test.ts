import { account, sid } from '../account';
import { FlexConfiguration } from './FlexConfiguration';

const ofAccount = (customData?: Record<string, string>) =>
  new FlexConfiguration({ customData, uiVersion: '2.17.1', serverlessServiceSids: null });

const update = (configuration: FlexConfiguration, changes: object) =>
  configuration.update({ account_sid: account.accountSid, ...changes });

test('an update leaves the properties that it does not name', () => {
  const configuration = ofAccount({ COLOUR: 'blue' });

  update(configuration, { ui_language: 'en-GB' });

  expect(configuration.read()).toMatchObject({
    ui_language: 'en-GB',
    taskrouter_workspace_sid: account.workspaceSid,
    ui_attributes: { version_compatibility: 'yes', custom_data: { COLOUR: 'blue' } },
  });
});

test('an update replaces a property that it names as a whole, however deep it is', () => {
  const configuration = ofAccount({ COLOUR: 'blue' });

  update(configuration, { ui_attributes: { custom_data: { SIZE: 'large' } } });

  expect(configuration.read().ui_attributes).toEqual({ custom_data: { SIZE: 'large' } });
});

test.each([
  ['no account', {}],
  ['another account', { account_sid: sid('AC', 2) }],
  ['no object', 'text'],
  ['nothing', undefined],
])('an update with %s is refused and changes nothing', (_, body) => {
  const configuration = ofAccount();
  const before = configuration.read();

  expect(() => configuration.update(body)).toThrow(expect.objectContaining({ status: 400 }));
  expect(configuration.read()).toBe(before);
});

test('what Twilio gives cannot be set', () => {
  const configuration = ofAccount();

  update(configuration, { flex_instance_sid: sid('GO', 99) });

  expect(configuration.read().flex_instance_sid).toBe(account.flexInstanceSid);
});
