/** Data dated later than this after now is from the future, so that nobody knows how old it is: clocks differ by less. Milliseconds. */
export const futureMs = 5000;
