// Medians and percentiles of measurements.

const sorted = (list) => [...list].sort((a, b) => a - b);

/** Returns the median of a list; of an even number of values the upper one. `undefined` for an empty list. */
export const median = (list) => sorted(list)[Math.floor(list.length / 2)];

/** Returns the value that `share` (0 to 1) of the values do not exceed. `undefined` for an empty list. */
export const percentile = (list, share) => sorted(list)[Math.min(list.length - 1, Math.ceil(share * list.length) - 1)];
