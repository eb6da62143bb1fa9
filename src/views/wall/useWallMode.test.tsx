import { render, screen } from '@testing-library/react';
import * as React from 'react';
import { useWallMode } from './useWallMode';

const Probe = (): React.ReactElement => {
  const { isOn, boards } = useWallMode();
  return <p>{JSON.stringify({ isOn, boards })}</p>;
};

describe('useWallMode', () => {
  afterEach(() => {
    window.sessionStorage.clear();
    window.history.replaceState(null, '', '/');
  });

  it.each(['{"boards":"a","b":"c"}', '{"boards":"\\x"}', 'true', 'nonsense', 'null'])(
    'is on where the tab remembers %s',
    (kept) => {
      window.sessionStorage.setItem('realtime-dashboard.wall', kept);
      render(<Probe />);
      expect(screen.getByText(/"isOn":true/)).toBeTruthy();
    },
  );
});
