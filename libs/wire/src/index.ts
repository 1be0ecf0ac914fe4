export { NAMES } from './names';
export { compact, expand } from './compact';
export { packPacket, unpackPacket } from './packet';
export { parser } from './client-parser';
