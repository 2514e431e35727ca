// Prints the playground's examples as JSON: of each client of the demo, whose JSON stands in CLIENTS, what it is offered.
import { groupsFor, variablesOf } from '../../main/playground/src/audience.js';

const examples = Object.fromEntries(
  JSON.parse(process.env.CLIENTS).map((client) => [
    client.clientId,
    groupsFor(client).flatMap((group) =>
      group.examples.map((example) => ({ title: example.title.en, query: example.query, variables: variablesOf(example) })),
    ),
  ]),
);
console.log(JSON.stringify(examples));
