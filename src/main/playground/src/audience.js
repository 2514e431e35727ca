import { EXAMPLES } from './examples.js';
import { AUDIT, CHARITY, CITIZENS, LOG, SHARING, STATISTICS } from './roleExamples.js';

// People of the demo city (seed 1, 20,000 people), whom DemoBases opens a case about: one whose family ten departments
// know, a pupil of it, somebody who owns a house and a business, and one who lives in the township of the officers.
const APPLICANT = '152627195801035714';
const APPLICANTS = { JY: '150924201404256787', SJ: '152627195405251415', ZR: '152627195405251415' };
const TOWNSMAN = '152627195910201830';
const CITY = '150900000000';
const COUNTY = '150924';
const KNOW_THE_TOWNSMAN = ['CL', 'GA', 'MZ', 'RS', 'YB', 'ZJ', 'ZR'];

const READERS = ['SYSTEM', 'COUNTY_OFFICER', 'TOWN_OFFICER'];
const SHARERS = ['SHARING_UNIT', 'SHARING_HEAD', 'AUDITOR'];
const COUNTERS = [...READERS, 'SHARING_UNIT', 'AUDITOR'];
const LOG_READERS = [...READERS, 'SHARING_UNIT', 'SHARING_HEAD', 'AUDITOR'];

/** What somebody who signed in can ask and get an answer to, in groups; nothing that is refused to their role. */
export function groupsFor(client) {
  if (!client) return [{ code: 'COMMON', heading: HEADINGS.COMMON, examples: EXAMPLES.COMMON }];
  const may = (...roles) => client.roles.some((role) => roles.includes(role));
  const groups = {
    CITIZEN: may('CITIZEN') ? CITIZENS[client.clientId] : [],
    CHARITY: may('CHARITY') ? CHARITY : [],
    DEPARTMENT: may(...READERS) ? forReader(EXAMPLES[client.department], client) : [],
    PEOPLE: may(...READERS) ? forReader(EXAMPLES.PEOPLE, client) : [],
    STATISTICS: may(...COUNTERS) ? STATISTICS : [],
    SHARING: may(...SHARERS) ? SHARING : [],
    LOG: [...(may(...LOG_READERS) ? LOG : []), ...(may('AUDITOR') ? AUDIT : [])],
    COMMON: EXAMPLES.COMMON.filter(({ query }) => !may('VOLUNTEER', 'PROVIDER') || !isOfRecords(query)),
  };
  return Object.entries(groups)
    .filter(([, examples]) => examples?.length > 0)
    .map(([code, examples]) => ({
      code,
      heading: code === 'DEPARTMENT' ? { zh: client.nameZh, en: client.nameEn } : HEADINGS[code],
      examples,
    }));
}

/**
 * Each reader has a case about somebody of whom the department knows something. Lists over the whole city are the
 * department's: an officer's part of it may have nobody on them.
 */
function forReader(examples = [], client) {
  const town = client.roles.includes('TOWN_OFFICER');
  return examples
    .filter(({ departments }) => departments?.includes(client.department) ?? true)
    .filter(({ variables }) => isAboutOne(variables) || client.roles.includes('SYSTEM'))
    .filter(({ variables }) => isNear(client) || !isAboutOne(variables))
    .filter(({ variables }) => !town || !isAboutOne(variables) || KNOW_THE_TOWNSMAN.includes(client.department))
    .map((example) =>
      isAboutOne(example.variables)
        ? { ...example, variables: { ...example.variables, idNumber: town ? TOWNSMAN : applicant(client) } }
        : example,
    );
}

// An officer of another county has nothing to do with these people.
const isNear = ({ region }) => !region || region === CITY || region.startsWith(COUNTY);
// Volunteers and providers know of no records, not even of those about nobody, nor what help is measured by.
const isOfRecords = (query) => /\b(records|localStandards)\b/.test(query);
const isAboutOne = (variables) => 'idNumber' in (variables ?? {});
const applicant = ({ department }) => APPLICANTS[department] ?? APPLICANT;

const HEADINGS = {
  CITIZEN: { zh: '本人', en: 'Oneself' },
  CHARITY: { zh: '慈善组织', en: 'Charities' },
  PEOPLE: { zh: '个人和家庭', en: 'Persons and families' },
  STATISTICS: { zh: '统计', en: 'Figures' },
  SHARING: { zh: '共享协议', en: 'Sharing' },
  LOG: { zh: '访问记录', en: 'The log' },
  COMMON: { zh: '人人可问', en: 'For everybody' },
};

/** {@return the query with its comments in one language; they are written `# Chinese / English`} */
export function inLanguage(query, language) {
  return query.replace(/# (.*?) \/ (.*)$/gm, (_, zh, en) => `# ${language === 'zh' ? zh : en}`);
}

/** {@return the values that an example's variables have today} */
export function variablesOf({ variables }) {
  return typeof variables === 'function' ? variables() : variables;
}
