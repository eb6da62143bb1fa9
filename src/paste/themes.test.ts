import { DarkTheme, DefaultTheme } from '@twilio-paste/core/theme';
import { darkTheme, lightTheme } from './themes';

describe('the light and the dark theme', () => {
  it.each([
    ['light', lightTheme, DefaultTheme],
    ['dark', darkTheme, DarkTheme],
  ])('%s: has every token of its groups with the value that Paste gives it', (_, ours, pastes) => {
    const groups = Object.keys(ours) as (keyof typeof ours)[];
    expect(groups.length).toBe(9);
    for (const group of groups) expect([group, ours[group]]).toEqual([group, pastes[group]]);
  });
});
