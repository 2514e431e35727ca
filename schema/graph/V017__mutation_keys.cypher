// (:MutationKey {id, made, salt, digest, at}) a mutation that its caller named, so that sending it again makes nothing new:
//   id = digest of caller, mutation and key; made = identifier of what it made; digest = of the salt and the arguments
CREATE CONSTRAINT mutation_key IF NOT EXISTS FOR (k:MutationKey) REQUIRE k.id IS UNIQUE;
