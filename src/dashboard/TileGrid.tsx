import { styled } from '@twilio-paste/core/styling-library';

/** Equal columns, as many as fit and six at the most, so that a large screen gets larger numbers; every row as high as its highest tile. */
export const TileGrid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(max(13rem, 14.5%), 1fr));
  gap: 0.75rem;
`;
