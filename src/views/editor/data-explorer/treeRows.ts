import { childrenOf, type DataNode } from './dataTree';

/** A line of the tree as it is drawn. */
export interface TreeRow {
  readonly node: DataNode;
  /** 1 at the top. */
  readonly level: number;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  readonly isOpen: boolean;
}

/** The lines of a tree, those below a closed place left out. */
export function treeRows(
  nodes: readonly DataNode[],
  open: ReadonlySet<string>,
  level = 1,
): readonly TreeRow[] {
  return nodes.flatMap((node, index) => {
    const isOpen = node.isBranch && open.has(node.path);
    const row: TreeRow = { node, level, position: index + 1, siblings: nodes.length, isOpen };
    return isOpen ? [row, ...treeRows(childrenOf(node), open, level + 1)] : [row];
  });
}

export interface FoundRows {
  readonly rows: readonly TreeRow[];
  /** How many fit, those that are not among the rows left out. */
  readonly count: number;
  readonly hasMore: boolean;
}

/**
 * The lines of what is called so, with the way to it: every word of the search stands in the way or in the name, and one of them
 * in the name itself. Looks no further when so many are found.
 */
export function findRows(nodes: readonly DataNode[], search: string, most: number): FoundRows {
  const wanted = search
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== '');
  let count = 0;
  let hasMore = false;

  function find(among: readonly DataNode[], way: string, level: number): readonly TreeRow[] {
    const kept: { node: DataNode; below: readonly TreeRow[] }[] = [];
    for (const node of among) {
      if (hasMore) break;
      const name = node.label.toLowerCase();
      const whole = `${way} ${name}`;
      const fits = wanted.some((word) => name.includes(word)) && wanted.every((word) => whole.includes(word));
      if (fits && count === most) {
        hasMore = true;
        break;
      }
      if (fits) count++;
      const below = node.isBranch ? find(childrenOf(node), whole, level + 1) : [];
      if (fits || below.length > 0) kept.push({ node, below });
    }
    return kept.flatMap(({ node, below }, index) => [
      { node, level, position: index + 1, siblings: kept.length, isOpen: below.length > 0 },
      ...below,
    ]);
  }

  return { rows: find(nodes, '', 1), count, hasMore };
}
