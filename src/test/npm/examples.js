// Prints the playground's examples as JSON, by department.
import { EXAMPLES } from '../../main/playground/src/examples.js';

console.log(JSON.stringify(EXAMPLES));
