const ID_NUMBER = ''; // of somebody whom the client has a case about: audience.js
const JINING = '150902000000'; // 集宁区
const ULANQAB = '150900000000'; // 乌兰察布市

/** Queries to start from; a comment in one is `# Chinese / English`. */
export const EXAMPLES = {
  COMMON: [
    {
      title: { zh: '目录：部门、信息类、数据项', en: 'Catalogue: departments, categories, items' },
      query: `# 主题库里有什么：12 个部门，48 个信息类。 / What is in the subject library: 12 departments, 48 categories.
query Catalogue {
  catalogue {
    departments {
      code
      nameZh
      categories {
        code
        nameZh
        share # 共享属性 / share attribute
        level # 敏感级别 / sensitivity level
        rowCount
        freshAt
        items {
          name
          nameZh
          type
          level
          share
        }
      }
    }
  }
}
`,
    },
    {
      title: { zh: '目录：一个信息类的数据项和取值', en: 'Catalogue: the items of one category and their values' },
      query: `# 写查询、备数据之前先看：每一项的类型、必填与否、可取的值。 / To read before writing queries or data: type of each item, whether it must be there, its values.
query OneCategory($codes: [CategoryCode!]) {
  catalogue {
    categories(codes: $codes) {
      code
      nameZh
      typeName # 在查询里写作 ... on 类型名 / in queries: ... on TypeName
      purposes
      cadence
      items {
        name
        nameZh
        type
        list
        required
        indexed # 可以排序 / can be ordered by
        values {
          value
          labelZh
        }
      }
    }
  }
}
`,
      variables: { codes: ['MZ01'] },
    },
    {
      title: { zh: '救助政策与标准（各部门可看）', en: 'Policies and standards of assistance, open to all' },
      query: `# 民政局的 MZ13，无条件共享。 / MZ13 of civil affairs, shared without conditions.
query Policies($region: RegionCode!) {
  records(
    category: MZ13
    where: {assistancePolicy: {region: {within: $region}}}
    orderBy: {assistancePolicy: {effectiveFrom: DESC}}
    first: 20
  ) {
    nodes {
      ... on AssistancePolicy {
        title
        assistanceType
        standard
        conditions
        materials
        channel
        hotline
        docNo
        effectiveFrom
      }
    }
  }
}
`,
      variables: { region: ULANQAB },
    },
    {
      title: { zh: '各旗县的低保标准', en: 'The minimum living standard of each county' },
      query: `# 演示值。 / Invented for the demo.
query LocalStandards {
  localStandards {
    county
    area
    from
    monthly
    oldUplift # 分类施保：老年人 / added for an old member
    severelyDisabledUplift
  }
}
`,
    },
    {
      title: { zh: '下级行政区划', en: 'Regions below another' },
      query: `# 旗县区；以其代码为 parent 再查，就是苏木乡镇，再往下是嘎查村。 / Counties; with the code of one as parent its townships, and below them villages.
query Regions($parent: RegionCode) {
  regions(parent: $parent) {
    code
    name
    level
    levelWord
  }
}
`,
      variables: { parent: ULANQAB },
    },
  ],

  PEOPLE: [
    {
      title: { zh: '按公民身份号码查一个人', en: 'A person by ID number' },
      query: `# 号码只放在下方的变量里，不写进查询。 / The number goes in the variables below, never in the query.
# 不给本部门看的项为 null，并列在 extensions.withheld 里。 / Items that are not for your department are null, and listed in extensions.withheld.
query OnePerson($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    id # 人员令牌 / token of the person
    idNumber # 掩码 / masked
    name
    sex
    birthDate
    registeredIn {
      name
    }
    records(first: 20) {
      nodes {
        __typename
        category
        recordNo
        observedAt
        department
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
    {
      title: { zh: '一个人所在的户和扶养义务', en: 'A person\'s households and duties to support' },
      departments: ['MZ', 'GA'], // who know of households
      query: `# 户籍户、共同生活家庭，及法律上互有扶养义务的人。 / The household of registration, the family living together, and who owes support to whom.
query Family($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    memberships {
      relation
      from
      household {
        kind
        region {
          name
        }
        members {
          relation
          person {
            id
            name
            birthDate
          }
        }
      }
    }
    supports {
      kind
      supported {
        id
        name
      }
    }
    supportedBy {
      kind
      supporter {
        id
        name
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
  ],

  MZ: [
    {
      title: { zh: '试算：一个家庭符合哪些救助，每月多少', en: 'What a family would qualify for, and how much a month' },
      query: `# 只写情况，不写是谁；每一步都列出，由人决定。 / How a family lives, not who it is; each step is told, and a person decides.
query Eligibility($county: RegionCode!) {
  evaluateEligibility(
    input: {
      county: $county
      area: URBAN
      members: [
        {age: 71}
        {age: 44, incomes: [{kind: WAGE, yearly: "10000.00"}]}
        {age: 9}
      ]
      property: {deposits: "5000.00", homes: 1}
    }
  ) {
    kinds {
      title {
        zh
        en
      }
      holds
      amount
    }
    whatIf {
      sentence {
        zh
        en
      }
    }
    steps {
      member # 第几名成员；全家的为空 / number of the member; null of the family
      title {
        zh
        en
      }
      law
      expression
      value
    }
    requires # 要读目录中的哪些数据项 / items of the catalogue that tell what was asked
  }
}
`,
      variables: { county: JINING },
    },
    {
      title: { zh: '低保名册：在保户，金额从高到低', en: 'Minimum living allowance: households in receipt, highest amount first' },
      query: `# 下一页：把 pageInfo.endCursor 填进变量 after。 / Next page: put pageInfo.endCursor into the variable after.
query Dibao($after: String) {
  records(
    category: MZ01
    where: {minimumLivingAllowance: {status: {eq: ACTIVE}}}
    orderBy: {minimumLivingAllowance: {monthlyAmount: DESC}}
    first: 20
    after: $after
  ) {
    nodes {
      recordNo
      personName
      ... on MinimumLivingAllowance {
        householdNo
        area
        memberCount
        monthlyAmount
        classUplift
        reviewCycle
      }
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
    {
      title: { zh: '先行救助：材料尚未补齐的', en: 'Relief given first: papers still missing' },
      query: `# 先救助、后补材料（社会救助法第五十条），按救助时间，新的在前。 / Relief first, papers later (Social Assistance Law §50); newest first.
query ReliefFirst($region: RegionCode!) {
  records(
    category: MZ05
    where: {
      temporaryRelief: {
        reliefFirst: {eq: true}
        paperworkDoneOn: {isNull: true}
        occurredRegion: {within: $region}
      }
    }
    orderBy: {temporaryRelief: {grantedAt: DESC}}
    first: 20
  ) {
    nodes {
      recordNo
      personName
      ... on TemporaryRelief {
        kind
        cause
        amount
        goods
        grantedAt
        paperworkDueOn
      }
    }
  }
}
`,
      variables: { region: ULANQAB },
    },
    {
      title: { zh: '特困人员：完全丧失自理能力、分散供养的', en: 'Extreme hardship: unable to look after themselves, supported at home' },
      query: `query ExtremeHardship {
  records(
    category: MZ02
    where: {
      extremeHardshipSupport: {
        status: {eq: ACTIVE}
        selfCare: {eq: FULLY_LOST}
        supportForm: {eq: AT_HOME}
      }
    }
    first: 20
  ) {
    nodes {
      personName
      ... on ExtremeHardshipSupport {
        sixItems # 吃饭、穿衣、上下床、如厕、室内行走、洗澡 / eating, dressing, getting in and out of bed, toileting, walking, bathing
        caregiverIdNo # 照料人，读出的是人员令牌 / who gives care: comes out as a token
        basicAmount
        careAmount
        startMonth
      }
    }
  }
}
`,
    },
    {
      title: { zh: '刚性支出困难家庭：支出超过收入六成的', en: 'Rigid expenditure: more than six tenths of the income' },
      query: `query RigidExpenditure {
  records(
    category: MZ04
    where: {rigidExpenditureHousehold: {ratio: {gte: 0.6}}}
    orderBy: {rigidExpenditureHousehold: {ratio: DESC}}
    first: 20
  ) {
    nodes {
      recordNo
      household {
        members {
          relation
          person {
            name
          }
        }
      }
      ... on RigidExpenditureHousehold {
        medicalExp
        educationExp
        rehabExp
        incomeTotal
        ratio
        validUntil
      }
    }
  }
}
`,
    },
    {
      title: { zh: '一个人享有的各项救助和补贴', en: 'All assistance and subsidies of one person' },
      query: `# 各类的“状态”取值不同，同名的项要起别名。 / The states of categories have different values: items of the same name need aliases.
query Benefits($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    records(categories: [MZ01, MZ02, MZ05, MZ08, MZ09], first: 20) {
      nodes {
        __typename
        observedAt
        ... on MinimumLivingAllowance {
          monthlyAmount
          dibaoStatus: status
        }
        ... on ExtremeHardshipSupport {
          basicAmount
          careAmount
          tekunStatus: status
        }
        ... on TemporaryRelief {
          cause
          amount
          grantedAt
        }
        ... on DisabilitySubsidy {
          disabilitySubsidy: kind
          amount
          status
        }
        ... on OldAgeSubsidy {
          oldAgeSubsidy: kind
          amount
          status
        }
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
    {
      title: { zh: '核对报告：结论为不符合规定的', en: 'Means checks: over the limits' },
      query: `query MeansChecks($since: Date!) {
  records(
    category: MZ12
    where: {
      meansCheckReport: {conclusion: {eq: OVER_LIMITS}, issuedOn: {gte: $since}}
    }
    orderBy: {meansCheckReport: {issuedOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on MeansCheckReport {
        requestNo
        caseNo
        sources
        deposits
        securities
        insurance
        taxedIncome
        issuedOn
        validUntil
      }
    }
  }
}
`,
      variables: { since: '2026-07-01' },
    },
  ],

  JY: [
    {
      title: { zh: '家庭经济困难学生：特别困难的', en: 'Students in hardship: severe' },
      query: `query StudentsInHardship {
  records(
    category: JY02
    where: {studentInHardship: {level: {eq: SEVERE}}}
    orderBy: {studentInHardship: {recognisedOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on StudentInHardship {
        difficultyType
        level
        academicYear
        recognisedOn
      }
    }
  }
}
`,
    },
    {
      title: { zh: '控辍保学：有风险和已辍学的', en: 'School attendance: at risk and dropped out' },
      query: `query DropoutRisk {
  records(
    category: JY04
    where: {
      schoolAttendanceSupport: {risk: {in: [AT_RISK, SUSPECTED, DROPPED_OUT]}}
    }
    orderBy: {schoolAttendanceSupport: {lastVisitOn: ASC}} # 最久没走访的在前 / longest without a visit first
    first: 20
  ) {
    nodes {
      personName
      ... on SchoolAttendanceSupport {
        risk
        placement
        visits
        lastVisitOn
      }
    }
  }
}
`,
    },
    {
      title: { zh: '一个学生的学籍和资助', en: 'A pupil\'s enrolment and aid' },
      query: `query OneStudent($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    records(categories: [JY01, JY02, JY03], first: 20) {
      nodes {
        __typename
        ... on SchoolEnrolment {
          schoolCode
          stage
          grade
          state
          boarding
        }
        ... on StudentInHardship {
          difficultyType
          level
          academicYear
        }
        ... on StudentAidPayment {
          programme
          term
          amount
          paidOn
        }
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
  ],

  RS: [
    {
      title: { zh: '零就业家庭的登记失业人员', en: 'Registered unemployed of households without any job' },
      query: `query ZeroEmployment($since: Date!) {
  records(
    category: RS01
    where: {
      employmentRegistration: {
        state: {eq: UNEMPLOYED}
        zeroEmploymentHousehold: {eq: true}
        registeredOn: {gte: $since}
      }
    }
    orderBy: {employmentRegistration: {registeredOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on EmploymentRegistration {
        reason
        registeredOn
        jobOffersRefused
      }
    }
  }
}
`,
      variables: { since: '2026-01-01' },
    },
    {
      title: { zh: '公益性岗位：某地在岗的', en: 'Public-welfare posts held in a region' },
      query: `query PublicWelfarePosts($region: RegionCode!, $today: Date!) {
  records(
    category: RS05
    where: {
      employmentAssistance: {
        measure: {eq: PUBLIC_WELFARE_POST}
        region: {within: $region}
        or: [{to: {isNull: true}}, {to: {gte: $today}}]
      }
    }
    orderBy: {employmentAssistance: {from: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on EmploymentAssistance {
        postName
        region
        subsidy
        from
        to
      }
    }
  }
}
`,
      variables: { region: JINING, today: '2026-11-24' },
    },
    {
      title: { zh: '一个人的参保、养老金和失业金', en: 'A person\'s insurance, pension and unemployment benefit' },
      query: `query OneInsured($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    records(categories: [RS02, RS03, RS04], first: 20) {
      nodes {
        __typename
        ... on SocialInsuranceContribution {
          insurance: scheme
          base
          paidThrough
        }
        ... on PensionPayment {
          pension: scheme
          monthlyPension
          startMonth
        }
        ... on UnemploymentBenefit {
          monthlyAmount
          months
          from
          to
        }
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
  ],

  ZJ: [
    {
      title: { zh: '租赁补贴：在领的', en: 'Housing: receiving a rent subsidy' },
      query: `# 领得最久的在前。 / Longest in receipt first.
query RentSubsidies {
  records(
    category: ZJ01
    where: {publicHousingSupport: {state: {eq: RECEIVING}}}
    orderBy: {publicHousingSupport: {from: ASC}}
    first: 20
  ) {
    nodes {
      personName
      ... on PublicHousingSupport {
        form
        areaM2
        subsidy
        from
        to
      }
    }
  }
}
`,
    },
    {
      title: { zh: '农村危房改造：近年 C、D 级的', en: 'Dilapidated rural houses of grade C and D, lately renovated' },
      query: `query DilapidatedHouses($year: Int!) {
  records(
    category: ZJ02
    where: {
      dilapidatedHouseRenovation: {
        grade: {in: [C, D]}
        year: {gte: $year}
      }
    }
    orderBy: {dilapidatedHouseRenovation: {subsidy: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on DilapidatedHouseRenovation {
        grade
        year
        subsidy
        completedOn
      }
    }
  }
}
`,
      variables: { year: 2025 },
    },
    {
      title: { zh: '公积金：余额较高的账户', en: 'Housing provident fund: high balances' },
      query: `query ProvidentFund($balance: Money!) {
  records(
    category: ZJ03
    where: {
      housingProvidentFund: {balance: {gte: $balance}, state: {eq: NORMAL}}
    }
    orderBy: {housingProvidentFund: {balance: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on HousingProvidentFund {
        monthlyDeposit
        balance
        loanBalance
        lastWithdrawalOn
      }
    }
  }
}
`,
      variables: { balance: '100000.00' },
    },
  ],

  WJ: [
    {
      title: { zh: '近期的死亡医学证明', en: 'Recent medical certificates of death' },
      query: `# 停发待遇、核减人口以此为准；死因类别不予共享，只有本部门看得到。 / Benefits end by these; the group of causes is not shared, only this department sees it.
query Deaths($since: Date!) {
  records(
    category: WJ01
    where: {deathCertificate: {diedOn: {gte: $since}}}
    orderBy: {deathCertificate: {diedOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on DeathCertificate {
        certNo
        diedOn
        issuer
        causeGroup
      }
    }
  }
}
`,
      variables: { since: '2026-09-01' },
    },
    {
      title: { zh: '重病患者：尚未签约家庭医生的', en: 'Severely ill without a family doctor' },
      query: `query Patients {
  records(
    category: WJ02
    where: {
      diseasePatient: {
        diseaseGroup: {in: [MALIGNANT_TUMOUR, END_STAGE_RENAL, STROKE]}
        familyDoctorSigned: {eq: false}
      }
    }
    orderBy: {diseasePatient: {diagnosedOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on DiseasePatient {
        diseaseGroup
        diagnosedOn
        hospital
      }
    }
  }
}
`,
    },
    {
      title: { zh: '严重精神障碍患者：需要照护的', en: 'Severe mental disorders: in need of care' },
      query: `# 整类不予共享（精神卫生法第四条）；别的部门至多得到“需要照护”这一个答复。 / Not shared as a whole (Mental Health Law §4); others learn at most that care is needed.
query NeedCare {
  records(
    category: WJ04
    where: {severeMentalDisorder: {needsCare: {eq: true}}}
    first: 20
  ) {
    nodes {
      recordNo
      ... on SevereMentalDisorder {
        riskGrade
        managed
        needsCare
      }
    }
  }
}
`,
    },
  ],

  YJ: [
    {
      title: { zh: '冬春救助：去冬以来发放的', en: 'Winter and spring relief: given since last winter' },
      query: `query WinterRelief($since: Date!) {
  records(
    category: YJ01
    where: {disasterRelief: {phase: {eq: WINTER_SPRING}, from: {gte: $since}}}
    orderBy: {disasterRelief: {from: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on DisasterRelief {
        disasterNo
        lossTypes
        headcount
        amount
        goods
        from
        to
      }
    }
  }
}
`,
      variables: { since: '2025-10-01' },
    },
    {
      title: { zh: '受灾群众：缺取暖、缺饮水的', en: 'Victims of disasters without heating or water' },
      query: `query Shortages {
  records(
    category: YJ01
    where: {disasterRelief: {lossTypes: {hasAny: [HEATING, WATER_SHORTAGE]}}}
    first: 20
  ) {
    nodes {
      personName
      ... on DisasterRelief {
        phase
        lossTypes
        headcount
        goods
      }
    }
  }
}
`,
    },
    {
      title: { zh: '因灾倒房：倒塌和严重损坏的', en: 'Houses lost or badly damaged in disasters' },
      query: `query Rebuilding {
  records(
    category: YJ02
    where: {disasterHomeRebuilding: {damage: {in: [COLLAPSED, SEVERE]}}}
    orderBy: {disasterHomeRebuilding: {subsidy: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on DisasterHomeRebuilding {
        disasterNo
        damage
        rooms
        subsidy
        noticeFrom
        completedOn
      }
    }
  }
}
`,
    },
  ],

  YB: [
    {
      title: { zh: '高额医疗费用预警：达到标准的', en: 'High medical costs: above the line' },
      query: `query CostWarnings {
  records(
    category: YB03
    where: {medicalCostWarning: {exceeded: {eq: true}}}
    orderBy: {medicalCostWarning: {selfPayTotal: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on MedicalCostWarning {
        windowMonths
        selfPayTotal
        threshold
        diseaseGroup
      }
    }
  }
}
`,
    },
    {
      title: { zh: '医疗救助：近期的住院结算', en: 'Medical assistance: recent hospital stays' },
      query: `query MedicalAid($since: Date!) {
  records(
    category: YB02
    where: {
      medicalAssistance: {kind: {eq: INPATIENT}, settledOn: {gte: $since}}
    }
    orderBy: {medicalAssistance: {selfPay: DESC}} # 自付最多的在前 / highest own share first
    first: 20
  ) {
    nodes {
      personName
      ... on MedicalAssistance {
        total
        baseFund
        seriousFund
        aid
        selfPay
        settledOn
      }
    }
  }
}
`,
      variables: { since: '2026-09-01' },
    },
    {
      title: { zh: '今年未参保的', en: 'Not insured this year' },
      query: `query Uninsured($year: Int!) {
  records(
    category: YB01
    where: {medicalInsurance: {year: {eq: $year}, insured: {eq: false}}}
    first: 20
  ) {
    nodes {
      personName
      ... on MedicalInsurance {
        scheme
        subsidyKind
        subsidy
      }
    }
  }
}
`,
      variables: { year: 2026 },
    },
    {
      title: { zh: '慢特病待遇：即将到期的', en: 'Chronic and special diseases: about to end' },
      query: `query ExpiringEntitlements($until: Date!) {
  records(
    category: YB04
    where: {outpatientDiseaseEntitlement: {validUntil: {lte: $until}}}
    orderBy: {outpatientDiseaseEntitlement: {validUntil: ASC}}
    first: 20
  ) {
    nodes {
      personName
      ... on OutpatientDiseaseEntitlement {
        diseaseCode
        approvedOn
        validUntil
        annualCap
      }
    }
  }
}
`,
      variables: { until: '2026-12-31' },
    },
  ],

  NM: [
    {
      title: { zh: '防返贫监测对象：风险未消除的', en: 'Watched against falling back into poverty: risk not cleared' },
      query: `query Monitored {
  records(
    category: NM01
    where: {
      povertyReturnMonitoring: {
        riskCleared: {eq: false}
        riskTypes: {hasAny: [ILLNESS, DISABILITY]}
      }
    }
    orderBy: {povertyReturnMonitoring: {identifiedOn: ASC}}
    first: 20
  ) {
    nodes {
      personName
      ... on PovertyReturnMonitoring {
        kind
        riskTypes
        identifiedOn
        helper
      }
    }
  }
}
`,
    },
    {
      title: { zh: '草牧场：面积较大且已流转的', en: 'Large pastures that were leased out' },
      query: `query LeasedPasture {
  records(
    category: NM02
    where: {contractedLand: {transferred: {eq: true}, pastureMu: {gte: 1000}}}
    orderBy: {contractedLand: {pastureMu: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on ContractedLand {
        landMu
        pastureMu
        transferIncome
      }
    }
  }
}
`,
    },
    {
      title: { zh: '惠农惠牧补贴：今年的禁牧、草畜平衡', en: 'Farm subsidies: this year\'s grazing ban and balance' },
      query: `query GrasslandSubsidies($year: Int!) {
  records(
    category: NM03
    where: {
      farmSubsidy: {year: {eq: $year}, item: {in: [GRAZING_BAN, GRASS_BALANCE]}}
    }
    orderBy: {farmSubsidy: {amount: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on FarmSubsidy {
        item
        amount
        paidOn
      }
    }
  }
}
`,
      variables: { year: 2026 },
    },
  ],

  CL: [
    {
      title: { zh: '重度残疾人：一、二级，证件有效的', en: 'Severely disabled: grades 1 and 2, valid certificates' },
      query: `query SeverelyDisabled {
  records(
    category: CL01
    where: {
      disabilityCertificate: {
        state: {eq: VALID}
        or: [
          {grade: {in: [GRADE_1, GRADE_2]}}
          # 三级智力、精神残疾也算（最低生活保障审核确认办法第八条） / grade 3 counts too where intellectual or mental (allowance rules §8)
          {grade: {eq: GRADE_3}, type: {in: [INTELLECTUAL, MENTAL]}}
        ]
      }
    }
    orderBy: {disabilityCertificate: {issuedOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on DisabilityCertificate {
        type
        grade
        issuedOn
        validUntil
      }
    }
  }
}
`,
    },
    {
      title: { zh: '残疾人证：即将到期的', en: 'Disability certificates: about to expire' },
      query: `query ExpiringCertificates($until: Date!) {
  records(
    category: CL01
    where: {
      disabilityCertificate: {state: {eq: VALID}, validUntil: {lte: $until}}
    }
    orderBy: {disabilityCertificate: {validUntil: ASC}}
    first: 20
  ) {
    nodes {
      personName
      ... on DisabilityCertificate {
        type
        grade
        validUntil
      }
    }
  }
}
`,
      variables: { until: '2026-12-31' },
    },
    {
      title: { zh: '一个人的康复救助、无障碍改造和托养', en: 'A person\'s rehabilitation, adaptation of the home and day care' },
      query: `query OneRehabilitation($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    records(categories: [CL01, CL02, CL03], first: 20) {
      nodes {
        __typename
        ... on DisabilityCertificate {
          type
          grade
        }
        ... on RehabilitationAid {
          item
          amount
          selfPay
          deliveredOn
        }
        ... on HomeAccessibilityAndCare {
          kind
          subsidy
          completedOn
        }
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
  ],

  GA: [
    {
      title: { zh: '某地户籍人口：八十岁以上的', en: 'Registered in a region: eighty and older' },
      query: `query RegisteredElderly($region: RegionCode!, $bornBy: Date!) {
  records(
    category: GA01
    where: {
      householdRegistration: {
        hukouRegion: {within: $region}
        birthDate: {lte: $bornBy}
      }
    }
    orderBy: {householdRegistration: {birthDate: ASC}}
    first: 20
  ) {
    nodes {
      ... on HouseholdRegistration {
        name
        sex
        birthDate
        nation
        relationToHead
        hukouRegion
      }
    }
  }
}
`,
      variables: { region: JINING, bornBy: '1946-11-24' },
    },
    {
      title: { zh: '人口注销：近期死亡的', en: 'Deregistered: died lately' },
      query: `query Cancellations($since: Date!) {
  records(
    category: GA02
    where: {
      registrationCancellation: {
        reason: {eq: DEATH}
        cancelledOn: {gte: $since}
      }
    }
    orderBy: {registrationCancellation: {cancelledOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on RegistrationCancellation {
        cancelledOn
        office
      }
    }
  }
}
`,
      variables: { since: '2026-09-01' },
    },
    {
      title: { zh: '居住证：来某地务工、就医的', en: 'Residence permits: came to work or for treatment' },
      query: `query Migrants($region: RegionCode!) {
  records(
    category: GA04
    where: {
      residencePermit: {
        liveRegion: {within: $region}
        reason: {in: [WORK, MEDICAL]}
      }
    }
    orderBy: {residencePermit: {from: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on ResidencePermit {
        liveRegion
        reason
        from
        validUntil
      }
    }
  }
}
`,
      variables: { region: JINING },
    },
    {
      title: { zh: '一个人的户籍和机动车', en: 'A person\'s registration and vehicles' },
      query: `query OneRegistered($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    name
    memberships(kind: REGISTERED) {
      relation
      household {
        number # 户号 / number of the household
        members {
          relation
          person {
            name
            birthDate
          }
        }
      }
    }
    records(categories: [GA03], first: 10) {
      nodes {
        ... on MotorVehicle {
          plateTail
          vehicleType
          usage
          value
          state
        }
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
  ],

  ZR: [
    {
      title: { zh: '一个人名下的不动产', en: 'Real estate of one person' },
      query: `query OneOwner($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    records(categories: [ZR01], first: 20) {
      nodes {
        ... on RealEstate {
          unitNo
          right
          share
          areaM2
          usage
          address
          registeredOn
          mortgaged
        }
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
    {
      title: { zh: '近期转移登记的住宅', en: 'Homes transferred lately' },
      query: `# 申请救助之前转让房产的线索。 / Signs of homes given away before an application.
query RecentTransfers($since: Date!) {
  records(
    category: ZR01
    where: {
      realEstate: {usage: {eq: RESIDENTIAL}, lastTransferOn: {gte: $since}}
    }
    orderBy: {realEstate: {lastTransferOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on RealEstate {
        right
        share
        areaM2
        lastTransferOn
        mortgaged
      }
    }
  }
}
`,
      variables: { since: '2026-01-01' },
    },
  ],

  SJ: [
    {
      title: { zh: '一个人的投资和任职', en: 'A person\'s shares and offices' },
      query: `query OneEntrepreneur($idNumber: IdNumber!) {
  person(idNumber: $idNumber) {
    records(categories: [SJ01], first: 20) {
      nodes {
        ... on MarketEntityRole {
          uscc
          entityName
          entityType
          role
          capital
          state
          registeredOn
        }
      }
    }
  }
}
`,
      variables: { idNumber: ID_NUMBER },
    },
    {
      title: { zh: '存续的合作社及其出资人', en: 'Existing cooperatives and who holds shares in them' },
      query: `query Cooperatives {
  records(
    category: SJ01
    where: {
      marketEntityRole: {
        state: {eq: ACTIVE}
        entityType: {eq: COOPERATIVE}
        role: {eq: SHAREHOLDER}
      }
    }
    orderBy: {marketEntityRole: {registeredOn: DESC}}
    first: 20
  ) {
    nodes {
      personName
      ... on MarketEntityRole {
        uscc
        entityName
        capital
        registeredOn
      }
    }
  }
}
`,
    },
  ],
};
