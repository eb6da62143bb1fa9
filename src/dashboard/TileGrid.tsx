import { styled } from '@twilio-paste/core/styling-library';

/** Equal columns, as many as fit; every row as high as its highest tile. */
export const TileGrid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
  gap: 0.75rem;
`;
