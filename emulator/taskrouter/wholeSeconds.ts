/** As TaskRouter writes times: ISO 8601, UTC, no fractions. */
export const wholeSeconds = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
