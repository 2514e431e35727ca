// @neo4j/graphql on the hub's own graph, without authorisation, masks or audit: node neo4j-graphql.js apollo|yoga PORT BOLT_URI PASSWORD
import { createServer } from "node:http";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

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
type HouseholdRegistration @node { recordNo: String name: String }
type MinimumLivingAllowance @node {
  key: String
  recordNo: String
  status: String
  startMonth: String
  persons: [Person!]! @relationship(type: "ABOUT", direction: OUT)
}
type DisabilityCertificate @node { recordNo: String }
type MedicalInsurance @node { recordNo: String }
type PensionPayment @node { recordNo: String }
`;

const [kind, port, uri, password] = process.argv.slice(2);
const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", password));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
if (kind === "apollo") {
  await startStandaloneServer(new ApolloServer({ schema }), { listen: { host: "127.0.0.1", port: Number(port) } });
} else {
  createServer(createYoga({ schema, logging: false })).listen(Number(port), "127.0.0.1");
}
console.log("ready");
