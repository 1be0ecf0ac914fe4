/** The `ColdStore` of the app. */
export const COLD_STORE = Symbol('COLD_STORE');
