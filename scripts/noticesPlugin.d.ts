/** The notices of all packages of which a bundle has modules, sorted. */
export function noticesOf(files: readonly string[]): readonly string[];
