/** Longest unique name that Sync takes. */
const longestName = 320;

/**
 * Whether a document may be asked for by this name. Names come from text that anybody in Flex can write, and each becomes part
 * of an address: no SID, which would open a document whatever its name, and nothing that an address reads differently.
 */
export const isDocumentName = (name: unknown): name is string =>
  typeof name === 'string' &&
  name.length <= longestName &&
  /^[\w.-]+$/.test(name) &&
  !/^\.+$/.test(name) &&
  !/^[a-z]{2}[0-9a-f]{32}$/i.test(name);

/** Name of a further document of definitions that the editor makes: the second, the third and so on, as far as 999. */
export const furtherDocumentName = (definitions: string, number: number): string =>
  `${definitions}-${number}`;

/**
 * Name of a document of metrics that read the choices of a board: `dashboard-metrics-1` beside `dashboard-definitions`. Versions
 * of the plugin without choices never read it.
 */
export const metricsDocumentName = (definitions: string, number: number): string =>
  `${definitions.replace(/-?definitions$/, '') || definitions}-metrics-${number}`;

/** Whether the editor would give this name to a further document. A document of any other name is named by an admin. */
export function isFurtherDocumentName(definitions: string, name: string): boolean {
  const number = Number(/-(\d{1,3})$/.exec(name)?.[1]);
  return (
    (number >= 2 && name === furtherDocumentName(definitions, number)) ||
    (number >= 1 && name === metricsDocumentName(definitions, number))
  );
}
