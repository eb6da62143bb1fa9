import { styled } from '../../../paste/styling';

/** Boards below each other, each with its buttons beside its name while there is room. */
export const BoardRows = styled('ol')`
  display: grid;
  gap: 0.5rem;
  margin: 0;
  padding: 0;
  list-style: none;
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  input {
    margin: 0;
  }
`;
