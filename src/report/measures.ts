/**
 * `YYYY-MM-DD`.
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
export type Day = string;

/**
 * A line or a column.
 * @asType integer
 * @minimum 1
 */
export type FromOne = number;

/**
 * @asType integer
 * @minimum 0
 */
export type Count = number;

/** @minimum 0 */
export type NotNegative = number;
