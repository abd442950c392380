export { contract } from './contract.js';
export { incident } from './incident.js';
