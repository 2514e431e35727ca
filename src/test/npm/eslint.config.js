import path from 'node:path';
import graphql from '@graphql-eslint/eslint-plugin';

const { configs } = graphql;

/** The full SDL as the hub serves it, written there by SchemaIT. */
const schema = path.resolve(import.meta.dirname, '../../../target/lianji.graphqls');

export default [
  {
    files: ['**/*.graphqls'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema } } },
    rules: {
      ...configs['flat/schema-all'].rules,
      ...configs['flat/schema-relay'].rules,
    },
  },
];
