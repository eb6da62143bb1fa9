const numberAndUnit = /(\d) (?=(?:s|secs?|m|mins?|h|hrs?|d|ms|%)(?![\p{L}\p{N}]))/gu;

/** A label as it is drawn: a number and its unit stay on one line, as in "Answered within 20 s". */
export const keepUnits = (label: string): string => label.replace(numberAndUnit, '$1\u00a0');
