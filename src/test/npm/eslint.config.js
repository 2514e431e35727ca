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

      // Off. Items and values stand in the order of the official catalogue and of meaning (S1 before S2, URBAN before
      // RURAL), which is the order of forms and of CSV headers; sorting them would lose it.
      '@graphql-eslint/alphabetize': 'off',

      // Off. Its one finding is Record.recordNo: the column's name in the files of every department, where "no" alone
      // would say nothing.
      '@graphql-eslint/no-typename-prefix': 'off',

      // The other way round: descriptions are one line, "中文 / English", quoted once.
      '@graphql-eslint/description-style': ['error', { style: 'inline' }],

      // Lists that are short by their nature (the items of a category, the members of a household) are plain lists;
      // what can grow is a connection. Receipts and outcomes of rows have edges without being nodes: they are reached
      // by their batch.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],

      // Receipts and outcomes are read from the newest or the first row on: forward only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],

      // Off. Contributing and withdrawing change something: the schema has a mutation root.
      '@graphql-eslint/no-root-type': 'off',

      // Off. The two mutations take three or four plain arguments; an input object around them would only nest them.
      '@graphql-eslint/input-name': 'off',

      // Off. A mutation answers the receipt of what it did; who wants to read anew sends a query, which names its
      // purpose of its own.
      '@graphql-eslint/require-field-of-type-query-in-mutation-result': 'off',

      // The catalogue's types are known by their codes, a page is no object, and a membership or a duty is a relation
      // between two objects that have identifiers. The outcome of a row is known by its receipt and its place there, a
      // day of the chain by its date, and a proof and tables of figures are answers; an overdue
      // review and hidden looks are known by their basis, a dead letter by its listener and its place in the log.
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          exceptions: {
            types: [
              'AgreementChange',
              'ClueChange',
              'MonitoringRunProgress',
              'NearDeadline',
              'PairingChange',
              'PublishedBatch',
              'WarningChange',
              'AgreementEvent',
              'DeadLetter',
              'DeadLetterReplay',
              'AgreementItem',
              'AgreementNotice',
              'AgreementScope',
              'AgreementTerms',
              'AllowedValue',
              'AssessmentInput',
              'CaseAssessment',
              'CaseAward',
              'CaseDeparture',
              'CaseEvent',
              'CaseKnowledge',
              'CaseQuestion',
              'KnownValue',
              'Catalogue',
              'Category',
              'ChainDay',
              'CharityOrganisationEvent',
              'ClueEvent',
              'FundMonth',
              'FundMovement',
              'ComparedItem',
              'IdentityComparison',
              'IdentityReviewEvent',
              'PersonMergeEvent',
              'HelpNeedEvent',
              'HelpOfferEvent',
              'PairingEvent',
              'PettyFund',
              'PublicNoticeEvent',
              'ComplaintContent',
              'HelpRating',
              'PolicyAdvice',
              'PolicyNotice',
              'PolicyCoverage',
              'SatisfactionFigure',
              'ConferenceEvent',
              'ConferenceMember',
              'ConferenceOpinion',
              'ConferenceTaskEvent',
              'ComplaintEvent',
              'ComplaintFigure',
              'ComplaintReceipt',
              'ReliefCaseEvent',
              'MatchingResult',
              'MatchingSuggestion',
              'Recipient',
              'UnservedNeed',
              'HelpProvider',
              'OpenService',
              'AssessmentResult',
              'AssessmentScales',
              'NeedAssessmentEvent',
              'ServiceContractEvent',
              'ServiceOrderEvent',
              'ServiceRecipient',
              'ServiceVisit',
              'ClueReport',
              'CorrectionEvent',
              'Deadline',
              'DeadlineRule',
              'Department',
              'BasisConfirmation',
              'BasisParty',
              'BasisReads',
              'DeclarationFigures',
              'DeclaredBasis',
              'EmergencyFigures',
              'ErrorCode',
              'Finding',
              'HiddenBasis',
              'InclusionProof',
              'Item',
              'ItemValue',
              'GuardianContact',
              'MeansAnswer',
              'MeansCheck',
              'Membership',
              'MonitoringRule',
              'MyCase',
              'CaseRecheck',
              'PaymentSheetEvent',
              'PaymentLine',
              'MyPayment',
              'AwardReviewEvent',
              'AwardFindings',
              'ReviewDue',
              'MyReview',
              'MySpecialAid',
              'SpecialAidChange',
              'SpecialAidEvent',
              'DemoTime',
              'OnTimeRate',
              'Outcome',
              'OutcomeCounts',
              'OverdueEmergency',
              'PageInfo',
              'ParameterChangeEvent',
              'ParameterEffect',
              'ProcedureStage',
              'ProcedureStep',
              'Provenance',
              'RuleFigures',
              'Comparison',
              'MatchedPerson',
              'DuplicateHelp',
              'GroupMembership',
              'HelpChain',
              'HelpGap',
              'ReceivedHelp',
              'WarningBoard',
              'WarningFigures',
              'WarningsInState',
              'WarningsOfKind',
              'WarningsOfLevel',
              'WarningsOfRule',
              'EligibilityAlternative',
              'EligibilityInput',
              'EligibilityResult',
              'EligibilityRule',
              'EligibilityRuleStep',
              'EligibilityStep',
              'EligibilityVerdict',
              'EligibilityWording',
              'LocalStandard',
              'RuleParameter',
              'Safeguarding',
              'SafeguardingFigures',
              'NeedBatch',
              'PairingAsk',
              'PublishedNeed',
              'StatisticsCell',
              'StatisticsTable',
              'SupportDuty',
              'VisitAssignment',
              'VisitDue',
              'WorkItem',
              'VisitFindings',
              'WarningEvent',
              'WarningFact',
              'WarningFinding',
              'Withdrawal',
            ],
            suffixes: ['Connection', 'Edge'],
          },
        },
      ],
    },
  },
];
