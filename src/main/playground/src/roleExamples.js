// A child and its guardian of the demo city, and somebody whose guardianship of another child ended.
const IN_CARE = { child: '150927201906120811', guardian: '152631199612132788' };
const FORMER_GUARDIAN = '152601195604079079';
const IN_RECEIPT = '152627195801035714';
const XINGHE = '150924000000'; // 兴和县

/** Queries about nobody in particular, for those who answer for the sharing and for those who count. */
export const SHARING = [
  {
    title: { zh: '共享协议：能办的下一步和期限', en: 'Agreements: what may be done next, and by when' },
    query: `# 双方、牵头部门和审计可见。 / Its parties, the lead department and auditors see it.
query Agreements {
  agreements(first: 10) {
    nodes {
      id
      version # 办每一步都要写明看到的版本 / every step names the version it has seen
      state
      terms {
        provider
        consumer
        purposes
        level
      }
      until
      deadlines {
        rule {
          nameZh
        }
        due
      }
      allowedTransitions
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  },
  {
    title: { zh: '各部门按期办理的情况', en: 'How punctual each department is' },
    query: `# 政务数据共享条例第三十八条。 / Regulation on Government Data Sharing §38.
query OnTimeRates {
  onTimeRates {
    department
    rule {
      nameZh
      nameEn
    }
    inTime
    late
    openOverdue
  }
}
`,
  },
];

export const LOG = [
  {
    title: { zh: '访问记录：谁在什么时候为什么看了什么', en: 'The log: who looked at what, when, for what' },
    query: `# 部门看自己提供的信息类和自己作出的，审计看全部。 / Departments see what concerns them, auditors all.
query Entries($after: String) {
  entries(first: 20, after: $after) {
    nodes {
      at
      kind
      department
      client
      purpose
      items
      agreements
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
    variables: { after: null },
  },
];

export const AUDIT = [
  {
    title: { zh: '今日链头', en: 'Head of the chain today' },
    query: `# 请逐日留存，日后可证明记录未被改动。 / Keep it each day: it proves later that nothing was changed.
query ChainHead($date: Date!) {
  chainHead(date: $date) {
    date
    hash
    closed
  }
}
`,
    variables: () => ({ date: chinaToday() }),
  },
];

export const STATISTICS = [
  {
    title: { zh: '统计：各旗县区低保人数，按状态', en: 'Figures: minimum living allowance by county and state' },
    query: `# 用途 G：不满十人的格子不出，数字加扰。 / Purpose G: no cell under ten, figures blurred.
query AllowancesByCounty {
  statistics(category: MZ01, byRegion: COUNTY, byItem: "status") {
    cells {
      region
      value
      count
    }
    totals {
      region
      value
      count
    }
  }
}
`,
  },
  {
    title: { zh: '统计：一个县各年开始享受低保的人数', en: 'Figures: who began to receive the allowance, year by year' },
    query: `query AllowancesByYear($region: RegionCode) {
  statistics(category: MZ01, region: $region, byMonth: "startMonth", period: YEAR) {
    cells {
      year
      count
    }
    totals {
      count
    }
  }
}
`,
    variables: { region: XINGHE },
  },
];

/** What a charity works with: needs without a name, its offers, and who was paired with them. */
export const CHARITY = [
  {
    title: { zh: '已公布的需求', en: 'Published needs' },
    query: `# 不含姓名；每一项与至少十户的展示内容完全相同。 / Without a name: ten families at least share all that is shown of each.
query Needs {
  publishedNeeds(first: 20) {
    nodes {
      pseudonym # 请求对接时用它 / to ask for a pairing by
      kind
      quantity
      unit
      region
      hardship
      age
      urgency
      until
    }
    totalCount
  }
}
`,
  },
  {
    title: { zh: '本组织的供给', en: 'Our offers' },
    query: `query Offers {
  helpOffers(first: 20) {
    nodes {
      id
      project
      kind
      capacity
      unit
      until
      state
      regions
    }
    totalCount
  }
}
`,
  },
  {
    title: { zh: '与本组织的对接', en: 'Pairings with us' },
    query: `# 本人同意之后才看得到。 / Seen once the person has consented.
query Pairings {
  pairings(first: 20) {
    nodes {
      id
      state
      allowedTransitions
    }
    totalCount
  }
}
`,
  },
  {
    title: { zh: '慈善可对接的救助政策', en: 'Policies that charities can join' },
    query: `query Policies($region: RegionCode!) {
  records(category: MZ13, where: {assistancePolicy: {region: {within: $region}}}, first: 20) {
    nodes {
      ... on AssistancePolicy {
        title
        conditions
        channel
        hotline
      }
    }
  }
}
`,
    variables: { region: '150900000000' },
  },
];

const OWN_RECORDS = {
  title: { zh: '我的信息：各部门知道些什么', en: 'About me: what each department knows' },
  query: `# 号码是本人的；别人的查不到。 / The number is one's own; that of another finds nobody.
query AboutMe($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    name
    demo # 演示城市中虚构的人 / a person of the demo city, whom nobody is
    livesIn {
      name
    }
    memberships {
      relation
      household {
        kind
      }
    }
    records(first: 50) {
      nodes {
        __typename
        category
        department
        observedAt
      }
    }
  }
}
`,
};
const OWN_LOG = {
  title: { zh: '谁看过我的信息', en: 'Who looked at my data' },
  query: `query WhoLooked {
  accessLog(first: 20) {
    nodes {
      at
      sentence
    }
  }
}
`,
};
const OWN_ALLOWANCE = {
  title: { zh: '我享受的低保', en: 'My minimum living allowance' },
  query: `query MyAllowance($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    records(categories: [MZ01], first: 5) {
      nodes {
        ... on MinimumLivingAllowance {
          monthlyAmount
          status
          startMonth
          reviewCycle
        }
      }
    }
  }
}
`,
};
const WARD = {
  title: { zh: '我监护的孩子', en: 'The child in my care' },
  query: `# 监护人看得到孩子的信息，直到监护终止。 / A guardian sees the child's data until the guardianship ends.
query MyWard($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    supports {
      kind
      from
      supported {
        id
        name
        birthDate
        records(first: 20) {
          nodes {
            __typename
            category
            observedAt
          }
        }
      }
    }
  }
}
`,
};

const about = (example, idNumber) => ({ ...example, variables: { idNumber } });

/** What each of the demo's citizens can ask about themself. */
export const CITIZENS = {
  citizen: [about(OWN_RECORDS, IN_RECEIPT), about(OWN_ALLOWANCE, IN_RECEIPT), OWN_LOG],
  'citizen-guardian': [
    about(OWN_RECORDS, IN_CARE.guardian),
    about(WARD, IN_CARE.guardian),
    about(childAsPerson(), IN_CARE.child),
    OWN_LOG,
  ],
  'citizen-former': [about(OWN_RECORDS, FORMER_GUARDIAN), OWN_LOG],
};

function childAsPerson() {
  return { ...OWN_RECORDS, title: { zh: '孩子的信息：各部门知道些什么', en: 'About the child: what each department knows' } };
}

function chinaToday() {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
