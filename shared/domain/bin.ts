/** So many days an article stays in the bin; then it is gone for good. */
export const BIN_DAYS = 30
