import { DarkTheme, DefaultTheme } from '@twilio-paste/core/theme';
import { darkTheme, lightTheme } from './themes';

describe('the light and the dark theme', () => {
  it.each([
    ['light', lightTheme, DefaultTheme],
    ['dark', darkTheme, DarkTheme],
  ])(
    '%s: has every colour of Paste, and of the rest what we draw with, with the values that Paste gives them',
    (_, ours, pastes) => {
      const groups = Object.keys(ours) as (keyof typeof ours)[];
      expect(groups.length).toBe(9);
      for (const group of groups) expect([group, pastes[group]]).toMatchObject([group, ours[group]]);
      for (const group of ['backgroundColors', 'borderColors', 'textColors'] as const)
        expect(ours[group]).toEqual(pastes[group]);
    },
  );
});
