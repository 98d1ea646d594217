/** What holds of files that are dropped into a page: they come without a contract. */

/** Local times are read as those of Paris, which the page says. */
export const DROPPED_ZONE = 'Europe/Paris';
/** So many problems of a file are told; all are counted. */
export const SHOWN_PROBLEMS = 8;
