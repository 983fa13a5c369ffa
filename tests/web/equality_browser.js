/**
 * Lets a page be asked for a comparison.
 */

import { comparison } from "./equality.js";

Object.assign(globalThis, { comparison });
