/**
 * Compares the plays that it is given, in Node.
 */

import { readFileSync } from "node:fs";
import { comparison } from "./equality.js";

process.stdout.write(JSON.stringify(comparison(readFileSync(0, "utf8"))));
