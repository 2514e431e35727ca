// @neo4j/graphql on the hub's own graph, without masks or audit: node neo4j-graphql.js apollo|yoga PORT BOLT_URI PASSWORD [KEY]
// With KEY its own @authorization is on: a record shows to those whose token (JWT, HS256) names its department.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const [kind, port, uri, password, key] = process.argv.slice(2);
const guarded = key ? `@authorization(filter: [{ where: { node: { department: { in: "$jwt.departments" } } } }])` : "";
const counts = readFileSync("src/bench/questions/counts.floor.cypher", "utf8");

const typeDefs = `
type Person @node {
  idNumber: String
  idHash: String
  households: [Household!]! @relationship(type: "MEMBER_OF", direction: OUT, properties: "Membership")
  registrations: [HouseholdRegistration!]! @relationship(type: "ABOUT", direction: IN)
  allowances: [MinimumLivingAllowance!]! @relationship(type: "ABOUT", direction: IN)
  disabilities: [DisabilityCertificate!]! @relationship(type: "ABOUT", direction: IN)
  insurances: [MedicalInsurance!]! @relationship(type: "ABOUT", direction: IN)
  pensions: [PensionPayment!]! @relationship(type: "ABOUT", direction: IN)
}
type Membership @relationshipProperties { from: Date to: Date }
type Household @node {
  number: String
  kind: String
  members: [Person!]! @relationship(type: "MEMBER_OF", direction: IN, properties: "Membership")
}
type HouseholdRegistration @node ${guarded} { department: String recordNo: String name: String }
type MinimumLivingAllowance @node(labels: ["Record", "MinimumLivingAllowance"]) ${guarded} {
  department: String
  key: String
  recordNo: String
  status: String
  startMonth: String
  persons: [Person!]! @relationship(type: "ABOUT", direction: OUT)
}
type DisabilityCertificate @node ${guarded} { department: String recordNo: String }
type MedicalInsurance @node ${guarded} { department: String recordNo: String }
type PensionPayment @node ${guarded} { department: String recordNo: String }
type RegionCount @node { region: String count: Int! }
type Query {
  regionCounts: [RegionCount!]! @cypher(statement: """${counts}""", columnName: "data")
}
${key ? "type JWT @jwt { departments: [String!]! }" : ""}
`;

const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", password));
const features = key ? { authorization: { key } } : {};
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
if (kind === "apollo") {
  await startStandaloneServer(new ApolloServer({ schema }), {
    listen: { host: "127.0.0.1", port: Number(port) },
    context: async ({ req }) => ({ token: req.headers.authorization }),
  });
} else {
  const context = ({ request }) => ({ token: request.headers.get("authorization") });
  const yoga = createServer(createYoga({ schema, logging: false, context }));
  await new Promise((listening) => yoga.listen(Number(port), "127.0.0.1", listening));
}
console.log("ready");
