// A desk: time stands still while somebody is at it.
import { tell } from './watch.js';

tell('/city/pace', { pace: 'pause' }).catch(() => {});
