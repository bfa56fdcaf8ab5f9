/** Asked again so often, in milliseconds: the usual steps grow to a second, which hundreds of tests would wait. */
export const often = [50];
