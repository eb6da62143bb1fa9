import { registerStrings } from './registerStrings';
import { texts } from './texts';

it('adds every text to those of Flex, in the language asked for', () => {
  const flex = { strings: { AgentDesktop: 'Escritorio' } as Record<string, unknown> };
  registerStrings(flex, 'es-MX');
  expect(Object.keys(flex.strings)).toEqual([
    'AgentDesktop',
    ...Object.keys(texts).map((key) => `RealtimeDashboard${key}`),
  ]);
  expect(flex.strings).toMatchObject({ AgentDesktop: 'Escritorio', RealtimeDashboardWarning: 'Aviso' });
});

it('keeps what another plugin has set before', () => {
  const flex = { strings: { RealtimeDashboardWarning: 'Watch' } as Record<string, unknown> };
  expect(registerStrings(flex, 'en').text('Warning')).toBe('Watch');
});

it('shows what another plugin sets later, in the object that it got before', () => {
  const before: Record<string, unknown> = {};
  const flex = { strings: before };
  const strings = registerStrings(flex, 'en');
  before.RealtimeDashboardWarning = 'Watch';
  expect(strings.text('Warning')).toBe('Watch');
});

it('shows its own texts after another plugin put all new strings in the place of the old', () => {
  const flex = { strings: {} as Record<string, unknown> };
  const strings = registerStrings(flex, 'en');
  flex.strings = { RealtimeDashboardCritical: 'Act' };
  expect([strings.text('Warning'), strings.text('Critical')]).toEqual(['Warning', 'Act']);
});

it('sets the strings of Flex, which is when Flex compiles them', () => {
  const assigned = jest.fn();
  const strings: Record<string, unknown> = {};
  registerStrings(Object.defineProperty({ strings }, 'strings', { get: () => strings, set: assigned }), 'en');
  expect(assigned).toHaveBeenCalledTimes(1);
  expect(assigned.mock.calls[0]?.[0]).toBe(strings);
});
