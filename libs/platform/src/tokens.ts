/** Name of this process, given to `PlatformModule.forRoot`. */
export const SERVER_ID = Symbol('SERVER_ID');

/** The app's typed config, an instance of its own config class. */
export const APP_CONFIG = Symbol('APP_CONFIG');
