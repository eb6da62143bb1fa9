import * as React from 'react';
import { styled, themeGet } from './styling';

/** Stands where something is being loaded. */
export function SkeletonLoader({ height }: { height: string }): React.ReactElement {
  return (
    <Bar aria-busy="true" style={{ height }}>
      <Shine />
    </Bar>
  );
}

const Bar = styled('div')`
  position: relative;
  overflow: hidden;
  border-radius: ${themeGet('radii.borderRadius30')};
  background-color: ${themeGet('backgroundColors.colorBackgroundStrong')};
  pointer-events: none;
  -webkit-user-select: none;
  user-select: none;
`;

const Shine = styled('div')`
  position: absolute;
  inset: 0;
  background: linear-gradient(
    90deg,
    transparent,
    ${themeGet('backgroundColors.colorBackground')} 40% 60%,
    transparent
  );
  transform: translateX(-100%) skewX(155deg);
  animation: realtime-shine 4.5s cubic-bezier(0.06, 0.42, 0.57, 0.89) infinite;
  @keyframes realtime-shine {
    0% {
      transform: translateX(-100%) skewX(155deg);
    }
    50%,
    100% {
      transform: translateX(100%) skewX(155deg);
    }
  }
`;
