/** The names of one arrow's parameters while the formula is compiled. `outer` is null for the formula itself. */
export class Scope {
  private readonly slots = new Map<string, number>();
  /** While default values are compiled, a name may be read before it has its value. */
  settled = true;

  constructor(readonly outer: Scope | null) {}

  /** Returns the place of a new name in the frame; 0 is the frame around it. */
  declare(name: string): number {
    const slot = this.slots.size + 1;
    this.slots.set(name, slot);
    return slot;
  }

  get size(): number {
    return this.slots.size;
  }

  names(): string[] {
    return [...this.slots.keys(), ...(this.outer?.names() ?? [])];
  }

  /** `isData`: the first variable of the formula itself, which holds the dashboard data. */
  find(name: string): { hops: number; slot: number; settled: boolean; isData: boolean } | undefined {
    const slot = this.slots.get(name);
    if (slot !== undefined)
      return { hops: 0, slot, settled: this.settled, isData: this.outer === null && slot === 1 };
    const found = this.outer?.find(name);
    return found && { ...found, hops: found.hops + 1 };
  }
}
